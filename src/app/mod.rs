//! The state of the running app: what is open, what can be done with it, and how it is saved.
//!
//! - [`workspace`]: everything on this device as plain structs; [`opened`]: what of it is open.
//! - [`session`]: one running app, over a host that is made of signals or of cells ([`watched`]).
//! - [`commands`]: what a user can do with a session.
//! - [`kinds`]: what differs between the kinds of documents.
//! - [`edit`]: one edit, and what it changed; [`stamp`]: what is changed is newer than what was.
//! - [`undo`]: the way back from every change.
//! - [`ledger`]: entries of the ledger, and the pages on which they stand.
//! - [`example`]: the filled example village.
//! - [`removal`]: deleting a period, an organisation, the example, a pack.
//! - [`intake`]: what comes in, whatever it comes as; [`ways_out`]: how a file is handed over.
//! - [`sending`]: what of the workspace is handed to others; [`reminding`]: when to think of it.
//! - [`saver`]: from an edit to the slots and the journal.
//! - [`sync`]: the workspace and the stores in step, whatever other tabs do; [`reconcile`]: two
//!   versions of a document put together; [`three_way`]: where it is known what they started from.
//! - [`standards`]: which version of a loaded pack is in force; `duties_begun`: from when on the
//!   duties of another one count.
//! - [`start`]: from what the device holds to a workspace; [`stand_in`]: for an organisation that
//!   is lost; [`told`]: what the user is told of it.
//! - [`unfinished`]: imports and deletions that are done as a whole or not at all.
//! - [`edges`]: what is asked of the device beside the stores.
//! - `signals`: the host of the session in the app; `entered`: the signals from which all else
//!   follows; `derived`: what does; `state`: all of it together, as the pages have it.
//!
//! Signals appear in these four alone. Not here: any judgement (`assessment`) and anything that is
//! drawn (`ui`).

pub mod commands;
mod duties_begun;
pub mod edges;
pub mod edit;
pub mod example;
pub mod example_files;
pub mod example_matters;
pub mod import_room;
pub mod intake;
pub mod kinds;
pub mod ledger;
pub mod material;
pub mod opened;
pub mod reconcile;
pub mod reminding;
pub mod removal;
pub mod saver;
pub mod sending;
pub mod session;
pub mod stamp;
pub mod stand_in;
pub mod standards;
pub mod start;
pub mod sync;
pub mod three_way;
pub mod told;
pub mod undo;
pub mod unfinished;
mod unreadable;
pub mod version_names;
pub mod versions;
pub mod watched;
pub mod ways_out;
pub mod workspace;

#[cfg(feature = "ui")]
mod derived;
#[cfg(feature = "ui")]
mod entered;
#[cfg(feature = "ui")]
pub mod signals;
#[cfg(feature = "ui")]
pub mod state;

/// The version of the app, as it stands on exports.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
