//! A handout as a Word document (Word 文档): A4, real tables whose heads stand again on every page,
//! page numbers, and Chinese fonts by their names.
//!
//! - `xml`: elements with their attributes. `page`: sizes, in the units of Word.
//! - `blocks`, `tables`: the blocks of a handout. `package`: the files around them.
//!
//! Every element stands in the order that the schema of the format asks for; Word refuses others.
//! Not here: what stands in a handout.

mod blocks;
mod package;
mod page;
mod tables;
mod xml;

use crate::archive;
use wuxing::exchange::office::OfficeFault;
use wuxing::handout::Handout;

/// Writes a handout as the bytes of a .docx.
///
/// # Errors
/// Never in practice: writing into memory does not fail.
pub fn write(handout: &Handout) -> Result<Vec<u8>, OfficeFault> {
    let document = blocks::document(handout);
    let files = package::files(handout, document);
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, text)| (*name, text.as_bytes()))
        .collect();
    archive::write(&files)
}
