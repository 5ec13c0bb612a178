//! Word, Excel and zip (办公文件): a second WebAssembly module beside the app, which is loaded when
//! one of them is asked for.
//!
//! - [`word`]: a handout as a document, [`workbook`]: its tables as a workbook.
//! - [`sheets`]: the sheets of a workbook as texts. [`archive`]: zip files, in and out.
//! - `bindings`: how a browser calls them.
//!
//! It is a module of its own because what it takes weighs more than the app at its start, and
//! because a file that nobody here has written must not bring the app down: a failure ends this
//! module, and the app loads it anew. Not here: what stands in a handout (`wuxing::handout`), what
//! becomes of what was read, and any browser.

pub mod archive;
#[cfg(target_arch = "wasm32")]
mod bindings;
pub mod sheets;
pub mod word;
pub mod workbook;
