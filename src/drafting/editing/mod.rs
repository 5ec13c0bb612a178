//! Editing a standard in place (在标准上改): parts and items added, moved, taken out and brought back,
//! as pure changes of a pack.
//!
//! The pack that is edited is kept as it is entered and may be unsound for a while: a part without
//! items, bands in no order. [`mended`] makes a sound one of it at any time. An id that was given
//! once is never given to something else. Not here: reading tables (`drafting`), and keeping what
//! is edited (`app`).

mod against;
mod beginning;
mod form;
mod lists;
mod mending;
mod mending_scores;
mod parts;

pub use against::{Against, against, against_part, removed_items, removed_parts};
pub use beginning::{begun_from, in_tenths, next_version};
pub use form::{Case, FREQUENCIES, ItemForm, ItemKind, form_of, write_form};
pub use lists::{Direction, add_item, bring_back, move_item, part_of, remove_item, restore};
pub use mending::{Snag, mended, snags};
pub use parts::{
    PartKind, PartOf, add_part, bring_back_part, items_of, move_part, parts, put_part_numbers,
    remove_part, rename_part, title_of_part,
};
