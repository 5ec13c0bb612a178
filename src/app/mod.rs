//! The state of the running app: what is open, what can be done with it, and how it is saved.
//!
//! - [`workspace`]: everything on this device as plain structs.
//! - [`edit`]: one edit, and what it changed; [`stamp`]: what is changed is newer than what was.
//! - [`undo`]: the way back from every change.
//! - [`ledger`]: entries of the ledger, and the pages on which they stand.
//! - [`example`]: the filled example village.
//! - [`removal`]: deleting a period, an organisation, the example, a pack.
//! - [`sending`]: what of the workspace is handed to others.
//! - [`saver`]: from an edit to the slots and the journal.
//! - [`keeper`]: the workspace and the stores in step, whatever other tabs do; [`meeting`]: two
//!   versions of a document put together; [`three_way`]: where it is known what they started from.
//! - [`standards`]: which version of a loaded pack is in force.
//! - [`start`]: from what the device holds to a workspace; [`stand_in`]: for an organisation that
//!   is lost; [`told`]: what the person is told of it.
//! - [`unfinished`]: imports and deletions that are done as a whole or not at all.
//! - `state`: the signals over it; `derived`: what follows from them; and `commands`: what a person
//!   can do.
//!
//! Signals appear in `state`, `derived` and `commands` alone. Not here: any judgement
//! (`assessment`) and anything that is drawn (`ui`).

pub mod edit;
pub mod example;
pub mod example_matters;
pub mod keeper;
pub mod ledger;
pub mod meeting;
pub mod removal;
pub mod saver;
pub mod sending;
pub mod stamp;
pub mod stand_in;
pub mod standards;
pub mod start;
pub mod three_way;
pub mod told;
pub mod undo;
pub mod unfinished;
mod unreadable;
pub mod workspace;

#[cfg(feature = "ui")]
pub mod commands;
#[cfg(feature = "ui")]
mod derived;
#[cfg(feature = "ui")]
pub mod state;

/// The version of the app, as it stands on exports.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
