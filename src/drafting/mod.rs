//! From a table that a place issued to a standard pack (粘贴成标准): cells in, columns and rows
//! recognised, doubts named, a working pack out.
//!
//! What a table does not say is not invented: it stays open and is named as a [`Doubt`], which a
//! tap settles. Not here: taking cells from the clipboard or a file (`platform`, `ui`), and what a
//! pack means (`standard`).

mod beside;
mod cells;
mod columns;
mod draft;
pub mod editing;
mod found;
mod html;
mod names;
mod numbers;
mod packing;
mod reading;
mod scoring;
mod sheet;

pub use beside::{added_by, cap_of};
pub use cells::{Cell, Table, from_text};
pub use columns::Column;
pub use draft::{Correction, Draft, Head};
pub use found::{Doubt, Found, Part, Reading, RowKind, Section};
pub use html::from_html;
pub use packing::{PASS_WHERE_NOTHING_IS_SAID, pack_of, standard_title};
pub use reading::read;
pub use scoring::{Scoring, Way};
pub use sheet::{Merged, from_sheet};
