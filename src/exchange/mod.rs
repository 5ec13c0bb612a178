//! Files: what a document is, the one door through which anything comes in, the way out, and what
//! happens where two versions of the same thing meet.
//!
//! - [`document`], [`settings`]: what is kept and sent, and under which key.
//! - [`import`]: bytes or text to documents, through `encoding`, `search`, [`envelope`],
//!   `migration`, `reading`, `typed`, `meaning` and `connecting`, in this order; [`opening`]: the
//!   same in steps.
//! - [`fault`]: why something was refused, and what the user should know about what was not.
//! - [`export`], [`backup`], [`file_name`]: documents to files; of everything, whatever is in it.
//! - [`for_others`], [`inventory`]: what of a period others may see, and what goes out in all.
//! - [`review`]: what whoever checks found of one period, as a file.
//! - [`sealing`]: a file that opens by its passphrase alone.
//! - [`short_code`]: eight signs by which two people see that they have the same content.
//! - [`signing`]: by which key a file was signed, and whether that is known.
//! - [`stamps`]: times of change, within the range that can be counted on from.
//! - [`calendar`]: duties to a file for the phone's calendar. [`office`]: what is read of workbooks
//!   and archives.
//! - [`chat_parts`], [`qr`]: a file as numbered parts for a chat, and as codes for a camera.
//! - [`archive`]: the files in a zip archive.
//! - [`merge`], [`plan`]: two versions together, and the preview of an import.
//! - [`page_data`]: a file inside a page.
//!
//! Invariants: nothing here writes anything; nothing panics, whatever the bytes; nothing that was
//! read is dropped without an issue that says so. Not here: where documents are kept (`storage`),
//! any clock, any browser, and any sentence for a user (`text`).

pub mod archive;
mod assembly;
pub mod backup;
pub mod calendar;
pub mod chat_parts;
mod chat_text;
mod connecting;
pub mod content;
mod derived_id;
pub mod document;
mod encoding;
pub mod envelope;
pub mod export;
pub mod fault;
pub mod file_name;
pub mod for_others;
pub mod import;
pub mod instant;
pub mod inventory;
mod json;
mod kept;
mod language;
pub mod limits;
mod meaning;
pub mod merge;
mod migration;
pub mod office;
pub mod opening;
mod own_part;
mod pack_shape;
pub mod packs;
pub mod page_data;
pub mod plan;
pub mod qr;
mod reading;
pub mod review;
pub mod sealing;
mod search;
pub mod settings;
pub mod short_code;
pub mod signing;
pub mod stamps;
mod syntax;
mod typed;

pub use document::{Document, DocumentKey, DocumentKind, StoredStandard, UnknownDocumentKey};
pub use encoding::{ForeignEncoding, NoForeignEncoding};
pub use envelope::{FORMAT, Kind, SCHEMA_VERSION};
pub use export::ExportError;
pub use fault::{ImportError, ImportIssue, SyntaxFault};
pub use import::{Opened, open, open_stored, open_text};
pub use language::Language;
pub use settings::{Settings, Theme};
pub use short_code::ShortCode;
