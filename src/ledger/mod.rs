//! What was done and what came of it (台账): records, rectifications, cards and reviews,
//! entry by entry.
//!
//! Entries stand on pages of a few kilobytes, so that one tap never writes more. Not here: what
//! falls due (`duty`), how a page is kept (`storage`) or sent (`exchange`), and anybody's name.

mod card;
mod entry;
mod gathered;
mod identity;
mod page;
mod record;
mod review;
mod rows;

pub use card::{Card, FieldValue, StepMark};
pub use entry::{Entry, EntryBody};
pub use gathered::{Ledger, RectificationCount};
pub use identity::looks_like_identity_number;
pub use page::{LedgerPage, PAGE_LIMIT};
pub use record::{Given, Missed, Record, RecordOf, RecordText};
pub use review::{Found, Reply, Review};
pub use rows::cell_key;
