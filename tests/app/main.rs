//! The app above its stores: what two tabs, a slow journal, a full store and a killed browser do
//! to what a person enters.
//!
//! Not here: the stores themselves (`tests/storage*.rs`), and anything that is drawn.

#![allow(clippy::disallowed_methods, reason = "tests are not loaded by a phone")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod cells;
mod commands;
mod crash;
mod deleting;
mod device;
mod emptied;
mod import_room;
mod importing;
mod in_brief;
mod journal_double;
mod large_import;
mod ledger;
mod ledger_properties;
mod ledger_size;
mod ledger_tab;
mod mutated;
mod removing;
mod reviews;
mod samples;
mod saving;
mod session;
mod stamps;
mod starting;
mod tab;
mod tabs;
mod tabs_apart;
mod typing;
mod undoing;
mod undoing_beside_others;
mod unfinished;
mod unreadable;
mod versions;
mod writing_order;
