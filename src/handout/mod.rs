//! Handouts (材料): what leaves the phone to be read, signed or hung up: the report, the ledger as a
//! book, a list for the wall.
//!
//! A handout is described once, as a [`Handout`], and put into every form from that description: a
//! new handout touches no form, and a new form no handout.
//!
//! - [`description`]: what a handout is; [`kind`]: which there are; [`form`]: as what they leave.
//! - [`material`]: what they are made of. [`report`] makes one.
//! - [`html`], [`plain`]: a handout as a page that stands for itself, and as text for a chat.
//!
//! Not here: files that the app itself reads (`exchange`), and how a form is handed over (`ui`).

pub mod description;
pub mod form;
pub mod html;
pub mod kind;
pub mod material;
pub mod plain;
pub mod report;

pub use description::{
    Align, Block, Cell, Column, Handout, Orientation, Row, RowKind, Table, Tone,
};
pub use form::HandoutForm;
pub use kind::HandoutKind;
pub use material::Material;
