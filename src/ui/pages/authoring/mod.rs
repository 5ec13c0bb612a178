//! 用本县的标准: a standard of one's own, from the table that the county issued.
//!
//! - `paste`: the table comes in; `draft`: what was read of it, and bringing it into use; `columns`
//!   and `rows`: putting it right.
//! - `begin`: from another standard, without a table; `edited`: its parts, `edited_part`; `award`:
//!   grades and prerequisites, with `award_before`; `item`: one item, with `cases`, `effect`,
//!   `duty` and `original`; `changed_from`: the way back to what it was begun from.
//!
//! Not here: recognising a table (`drafting`), and choosing among the standards there are
//! (`standard`).

mod award;
mod award_before;
mod begin;
mod cases;
mod changed_from;
mod columns;
mod draft;
mod duty;
mod edited;
mod edited_head;
mod edited_part;
mod editing;
mod effect;
mod head;
mod item;
mod original;
mod paste;
mod publish;
mod rows;

pub use draft::DraftingPage;
pub use item::DraftedItemPage;
pub use paste::AuthoringPage;
