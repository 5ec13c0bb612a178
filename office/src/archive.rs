//! Zip archives (压缩包): their files, in and out.
//!
//! Not here: which of the files are taken, and in what order they are read.

use encoding_rs::GB18030;
use std::io::{Cursor, Read, Write};
use wuxing::exchange::office::{ArchivedFile, OfficeFault};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// How many files of an archive are taken in.
const MOST_FILES: usize = 2_000;

/// How many bytes all files of an archive may come to. A few kilobytes can be unpacked to more than
/// a phone has memory.
const MOST_BYTES: usize = 64 << 20;

/// Reads the files of an archive, in its order, without its folders.
///
/// # Errors
/// When it is no archive or a damaged one, or when it holds more than is taken in. A file that
/// cannot be unpacked is told beside the others.
pub fn read(bytes: &[u8]) -> Result<Vec<ArchivedFile>, OfficeFault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| fault(&error, bytes))?;
    if archive.len() > MOST_FILES {
        return Err(OfficeFault::TooLarge);
    }
    let mut left = MOST_BYTES;
    let mut files = Vec::new();
    for index in 0..archive.len() {
        // Without unpacking it, so that a locked file has its name as well.
        let entry = archive.by_index_raw(index);
        let entry = entry.map_err(|_| OfficeFault::Damaged)?;
        if entry.is_dir() {
            continue;
        }
        let name = name_of(entry.name_raw());
        drop(entry);
        let content = unpacked(&mut archive, index, left)?;
        left -= content.as_ref().map_or(0, Vec::len);
        files.push(ArchivedFile { name, content });
    }
    Ok(files)
}

/// Packs files into an archive. Names that are not ASCII are written as UTF-8.
///
/// # Errors
/// When two of them have the same name.
pub fn write(files: &[(&str, &[u8])]) -> Result<Vec<u8>, OfficeFault> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, content) in files {
        let begun = archive.start_file(*name, options);
        begun.map_err(|_| OfficeFault::Damaged)?;
        let written = archive.write_all(content);
        written.map_err(|_| OfficeFault::TooLarge)?;
    }
    let finished = archive.finish().map_err(|_| OfficeFault::TooLarge)?;
    Ok(finished.into_inner())
}

/// What is in a file of an archive; `None` if it cannot be unpacked.
fn unpacked(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    index: usize,
    left: usize,
) -> Result<Option<Vec<u8>>, OfficeFault> {
    let Ok(entry) = archive.by_index(index) else {
        return Ok(None);
    };
    // An archive may say that a file is shorter than it is.
    let mut content = Vec::new();
    let most = u64::try_from(left).unwrap_or(u64::MAX).saturating_add(1);
    let read = entry.take(most).read_to_end(&mut content);
    if content.len() > left {
        return Err(OfficeFault::TooLarge);
    }
    Ok(read.is_ok().then_some(content))
}

/// The name of a file. Chinese Windows writes it in its own encoding and does not say so.
fn name_of(raw: &[u8]) -> String {
    let name = match std::str::from_utf8(raw) {
        Ok(name) => name.to_owned(),
        Err(_) => GB18030.decode_without_bom_handling(raw).0.into_owned(),
    };
    name.replace('\\', "/")
}

/// What an error of the archive as a whole means.
fn fault(error: &ZipError, bytes: &[u8]) -> OfficeFault {
    match error {
        _ if !bytes.starts_with(b"PK") => OfficeFault::Foreign,
        _ => OfficeFault::Damaged,
    }
}
