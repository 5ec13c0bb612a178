//! Self-assessment and review side by side (自评与审核对照): what the organisation says of a period, what
//! whoever checked it found, and how far they are apart.
//!
//! All of it follows from the outcome and the ledger. A review changes no answer: the result of the
//! organisation stays what the organisation says. Not here: entering either (`app`), files
//! (`exchange`), and any comparison of one organisation with another.

mod orders;
mod rows;

pub use orders::{OrderState, order_state, orders_to_close, orders_to_take_up, waiting};
pub use rows::{Part, Reviewed, Said, SideBySide, items, latest_reply, reviews_of, side_by_side};
