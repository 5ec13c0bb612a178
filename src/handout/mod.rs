//! Handouts (材料): what leaves the phone to be read, signed or hung up: the report, the ledger as a
//! book, a list for the wall.
//!
//! A handout is described once, as a [`Handout`], and put into every form from that description: a
//! new handout touches no form, and a new form no handout. Not here: files that the app itself
//! reads (`exchange`), and how a form is handed over (`ui`).

pub mod description;

pub use description::{
    Align, Block, Cell, Column, Handout, Orientation, Row, RowKind, Table, Tone,
};
