//! Compresses the files of the site ahead of time, for hosts that hand out `.br` and `.gz`.

use crate::build::{self, SiteFile};
use anyhow::Result;
use std::fs;
use std::path::Path;

/// A file of the site and, unless its format is compressed already, its compressed forms.
pub struct Compressed {
    /// The file as it is.
    pub file: SiteFile,
    /// Its gzip form.
    pub gzip: Option<Vec<u8>>,
    /// Its brotli form.
    pub brotli: Option<Vec<u8>>,
}

/// Compresses every file that gains from it.
///
/// # Errors
/// Never in practice: writing into memory does not fail.
pub fn compress(files: Vec<SiteFile>) -> Result<Vec<Compressed>> {
    files
        .into_iter()
        .map(|file| {
            let gains = !file.path.ends_with(".png") && !file.path.ends_with(".ico");
            let gzip = gains.then(|| build::gzip(&file.bytes)).transpose()?;
            let brotli = gains.then(|| brotli(&file.bytes)).transpose()?;
            Ok(Compressed { file, gzip, brotli })
        })
        .collect()
}

/// Compresses as well as brotli can.
///
/// # Errors
/// Never in practice: writing into memory does not fail.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        // The largest window that browsers accept.
        lgwin: 24,
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &parameters)?;
    Ok(compressed)
}

/// Writes the files with their compressed forms beside them.
///
/// # Errors
/// When the disk refuses.
pub fn write(folder: &Path, files: &[Compressed]) -> Result<()> {
    let plain: Vec<SiteFile> = files
        .iter()
        .map(|compressed| compressed.file.clone())
        .collect();
    build::write(folder, &plain)?;
    for Compressed { file, gzip, brotli } in files {
        for (form, extension) in [(gzip, "gz"), (brotli, "br")] {
            if let Some(bytes) = form {
                fs::write(folder.join(format!("{}.{extension}", file.path)), bytes)?;
            }
        }
    }
    Ok(())
}
