//! The state of the running app: what is open, what can be done with it, and how it is saved.
//!
//! - [`workspace`]: everything on this device as plain structs.
//! - [`undo`]: the way back from every change.
//! - [`example`]: the filled example village.
//! - [`saver`]: from an edit to the slots and the journal, and another tab's edits back.
//! - [`start`]: from what the device holds to a workspace.
//! - `state`: the signals over it, and [`commands`](crate::app::commands): what a person can do.
//!
//! Signals appear in `state` and `commands` alone. Not here: any judgement (`assessment`) and
//! anything that is drawn (`ui`).

pub mod example;
pub mod saver;
pub mod start;
pub mod undo;
pub mod workspace;

#[cfg(feature = "ui")]
pub mod commands;
#[cfg(feature = "ui")]
pub mod state;

/// The version of the app, as it stands on exports.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
