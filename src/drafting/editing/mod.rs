//! Editing a standard in place (在标准上改): parts and items added, moved, taken out and brought back,
//! as pure changes of a pack.
//!
//! The pack that is edited is kept as it is entered and may be unsound for a while: a part without
//! items, bands in no order. [`mended`] makes a sound one of it at any time. An id that was given
//! once is never given to something else. Not here: reading tables (`drafting`), and keeping what
//! is edited (`app`).

mod against;
mod attribution;
mod award;
mod beginning;
mod duty_form;
mod effects;
mod form;
mod lists;
mod mending;
mod mending_scores;
mod moving;
mod parts;
mod restoring;

pub use against::{Against, against, against_part, removed_items, removed_parts};
pub use award::{
    add_grade, against_award, put_grade_limit, remove_grade, rename_grade, restore_award,
};
pub use beginning::{begun_from, in_tenths, next_version};
pub use duty_form::{Amount, DutyForm};
pub use effects::EffectKind;
pub use form::{Case, FREQUENCIES, ItemForm, ItemKind, form_of, write_form};
pub use lists::{add_item, part_of, remove_item};
pub use mending::{Snag, mended, snags};
pub use moving::{Direction, move_item, move_to_part, parts_for};
pub use parts::{
    PartKind, PartOf, add_part, bring_back_part, items_of, move_part, parts, put_part_numbers,
    remove_part, rename_part, restore_part, title_of_part,
};
pub use restoring::{bring_back, restore};
