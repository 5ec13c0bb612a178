//! 用本县的标准: a standard of one's own, from the table that the county issued.
//!
//! - `paste`: the table comes in; `draft`: what was read of it, and bringing it into use; `columns`
//!   and `rows`: putting it right.
//!
//! Not here: recognising a table (`drafting`), and choosing among the standards there are
//! (`standard`).

mod columns;
mod draft;
mod head;
mod paste;
mod publish;
mod rows;

pub use draft::DraftingPage;
pub use paste::AuthoringPage;
