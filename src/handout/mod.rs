//! Handouts (材料): what leaves the phone to be read, signed or hung up: the report, the ledger as a
//! book, a list for the wall.
//!
//! A handout is described once, as a [`Handout`], and put into every form from that description: a
//! new handout touches no form, and a new form no handout.
//!
//! - [`description`]: what a handout is; [`kind`]: which there are; [`form`]: as what they leave;
//!   [`phrases`]: where a title may end a line; [`unbroken`]: what no line breaks; `widths`: how
//!   wide the columns of a table are.
//! - [`material`]: what they are made of. [`report`], [`statement`], [`book`], [`duty_list`] and
//!   the others make one each; [`meeting`] makes three.
//! - [`html`], [`plain`]: a handout as a page that stands for itself, and as text for a chat;
//!   [`picture`]: where everything stands on a picture of it.
//!
//! Not here: files that the app itself reads (`exchange`), and how a form is handed over (`ui`).

pub mod blank_form;
pub mod book;
mod columns;
pub mod description;
pub mod duty_list;
pub mod form;
pub mod hand_over_list;
pub mod html;
pub mod kind;
pub mod material;
pub mod meeting;
pub mod phrases;
pub mod picture;
pub mod plain;
pub mod rectification_list;
pub mod report;
pub mod statement;
pub mod unbroken;
pub mod widths;

pub use description::{
    Align, Block, Cell, Column, Handout, Orientation, Row, RowKind, Table, Tone,
};
pub use form::HandoutForm;
pub use kind::{HandoutGroup, HandoutKind};
pub use material::Material;
