//! What is kept on the device, and the promise that no answer is lost.
//!
//! To this module a document is a key and a JSON text. Every document has two slots in a
//! key-value store (localStorage) and one record in a journal (IndexedDB):
//!
//! - [`slot`]: the text of one slot, written and read; [`keys`]: where it lies;
//!   [`names`]: which of them scripts know that are not of the app.
//! - [`document_store`]: writing without ever touching the newest good slot; [`deletion`];
//!   [`document`]: what these give back.
//! - [`load`]: start-up, which takes the newest of everything that verifies and moves the rest
//!   aside.
//! - [`journal`]: the second home of the newest generation, behind callbacks.
//! - [`progress`]: what may be promised to the user about their last edit.
//! - [`rescue`]: everything verbatim as one text, and the way back from it.
//! - [`memory`]: stores that live in memory and can be made to fail, for tests.
//!
//! The format and the reasons are in `docs/data-safety.md`. Not here: what the documents mean, how
//! two versions of one are merged, and any browser.

mod aside;
mod checksum;
pub mod deletion;
pub mod document;
pub mod document_store;
pub mod journal;
pub mod key_value;
pub mod keys;
pub mod load;
pub mod memory;
pub mod names;
pub mod progress;
pub mod rescue;
pub mod slot;
mod slot_pair;
pub mod usage;

pub use checksum::Checksum;
pub use deletion::Erased;
pub use document::{Source, StoredDocument, WriteError, Written};
pub use document_store::DocumentStore;
pub use journal::{Journal, JournalError, JournalRecord};
pub use key_value::{KeyValueStore, StoreError};
pub use load::{LoadFault, Loaded, ReadOnlyReason};
pub use progress::{SaveProgress, SaveState};
pub use slot::{Slot, SlotFault};
pub use usage::Usage;
