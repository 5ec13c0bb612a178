//! What of this app stands in a document of an office program (办公文档): the parts of a file, which a
//! workbook of a report carries, and whether another program has saved it since.
//!
//! Not here: what its tables say, which is never taken for data.

use super::Archive;
use crate::exchange::ForeignEncoding;
use crate::exchange::chat_parts::{self, ChatPart, PartFault};

/// The files by which documents of office programs are told from archives: those of Microsoft's
/// formats have the first, OpenDocument's the second.
const OF_AN_OFFICE_PROGRAM: [&str; 2] = ["[Content_Types].xml", "META-INF/manifest.xml"];

/// How old documents of Office begin, and those that are locked.
const OLD_OFFICE: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];

/// By which program a workbook says it was written that this app writes.
const WRITER: [&str; 2] = [
    "<Application>Microsoft Excel</Application>",
    "<AppVersion>12.0000</AppVersion>",
];

/// What was found in a document.
#[derive(Default)]
pub(super) struct Carried {
    /// The parts in it.
    pub(super) parts: Vec<Result<ChatPart, PartFault>>,
    /// Whether a program has saved it since this app wrote it, so that its tables may say something
    /// else than the file in it.
    pub(super) saved_anew: bool,
}

/// Whether an archive is a document of an office program.
pub(super) fn is_document(archive: &Archive) -> bool {
    OF_AN_OFFICE_PROGRAM.iter().any(|name| archive.holds(name))
}

/// Whether a file begins like an old document of Office, such as .xls and .doc.
pub(super) fn is_old_document(bytes: &[u8]) -> bool {
    bytes.starts_with(OLD_OFFICE)
}

/// Looks for parts in a document: where one of this app was written, they stand in it as text.
pub(super) fn look_into(archive: &mut Archive, foreign: &dyn ForeignEncoding) -> Carried {
    let mut carried = Carried::default();
    let (mut is_by_this_app, mut is_as_written) = (false, false);
    while let Some(file) = archive.next_file() {
        let Ok(bytes) = file.bytes else { continue };
        match file.name.as_str() {
            "docProps/app.xml" => {
                let text = String::from_utf8_lossy(&bytes);
                is_by_this_app = WRITER.iter().all(|said| text.contains(said));
            }
            "docProps/core.xml" => {
                let text = String::from_utf8_lossy(&bytes);
                let created = inside(&text, "dcterms:created");
                is_as_written = created.is_some() && created == inside(&text, "dcterms:modified");
            }
            name if name.ends_with(".xml") => {
                let parts = chat_parts::find_in_bytes(&bytes, foreign);
                carried.parts.extend(parts);
            }
            _ => {}
        }
    }
    carried.saved_anew = !(is_by_this_app && is_as_written);
    carried
}

/// What stands in the first element with this name; `None` if there is none.
fn inside<'a>(xml: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = xml.split_once(&format!("<{name}"))?;
    let (_, rest) = rest.split_once('>')?;
    let (text, _) = rest.split_once(&format!("</{name}>"))?;
    Some(text.trim())
}
