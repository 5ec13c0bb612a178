//! The browser's edges, one small adapter each.
//!
//! - Kept data: [`local_storage`] and [`journal`] implement the traits of `storage`;
//!   [`persistence`] asks the browser to keep it; [`tabs`] hears of other tabs' writes.
//! - Time, ids and randomness: [`clock`], [`ids`] and [`randomness`] implement the traits of
//!   `effects`.
//! - Files in and out: [`file_input`], [`dropped`], [`decode`], [`download`], [`sharing`],
//!   [`clipboard`], [`camera`]; Word and Excel: [`office`]; pictures: [`canvas`].
//! - Where the app runs: [`surroundings`]; how it comes to the home screen: [`install`]; when it is
//!   left: [`visibility`]; how it looks before it runs: [`look`]; how it comes to run without a
//!   network and gets updates: [`service_worker`]; how much [`memory`] it asks for.
//!
//! - What the browser may lack or refuse is asked through `asking`.
//!
//! Everything answers with a value; nothing here panics and nothing decides. Not here: any text for
//! people, and any state of the app.

pub mod asking;
pub mod camera;
pub mod canvas;
pub mod clipboard;
pub mod clock;
pub mod decode;
pub mod download;
pub mod dropped;
pub mod error;
pub mod file_input;
pub mod history;
pub mod ids;
pub mod install;
pub mod journal;
mod journal_batch;
mod journal_record;
pub mod listener;
pub mod local_storage;
pub mod look;
pub mod memory;
pub mod office;
pub mod persistence;
pub mod randomness;
pub mod rescue;
pub mod service_worker;
pub mod sharing;
pub mod style_sheet;
pub mod surroundings;
pub mod tabs;
pub mod visibility;

pub use error::PlatformError;
pub use listener::Listener;
