//! The files in a zip archive (压缩包里的文件), one after the other.
//!
//! Not here: what the files are, and other kinds of archives, which are told by name.

use super::encoding::ForeignEncoding;
use super::limits::MOST_BYTES;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use rawzip::{
    CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipSliceArchive, ZipVerification,
};

/// The most files that are taken out of one archive.
pub const MOST_FILES: usize = 5_000;

/// What programs add to archives for themselves.
const NOT_OF_THE_USER: [&str; 3] = ["__MACOSX/", ".DS_Store", "Thumbs.db"];

/// A zip archive that is being read.
pub struct Archive {
    archive: ZipSliceArchive<Vec<u8>>,
    entries: std::vec::IntoIter<Entry>,
}

/// A file of an archive that is still to be read.
struct Entry {
    name: String,
    found: Result<(ZipArchiveEntryWayfinder, CompressionMethod), ArchiveFault>,
}

/// A file of an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArchivedFile {
    /// Its name with the folders that it is in.
    pub name: String,
    /// Its bytes, or why it cannot be read.
    pub bytes: Result<Vec<u8>, ArchiveFault>,
}

/// Why an archive, or a file in it, cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ArchiveFault {
    /// It was damaged or cut off on its way.
    #[error("the archive is damaged")]
    Damaged,
    /// It asks for a password.
    #[error("it is encrypted")]
    Encrypted,
    /// It was packed in another way than those two that every program knows.
    #[error("another way of packing")]
    AnotherWay,
    /// A file in it is larger than anything that this app writes.
    #[error("a file in it is too large")]
    TooLarge,
    /// There are more files in it than are taken.
    #[error("more than {MOST_FILES} files")]
    TooMany,
    /// It is an archive of another kind, such as rar or 7z.
    #[error("an archive of another kind")]
    AnotherKind,
}

/// Whether a file begins like a zip archive.
pub fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Whether a file begins like an archive of another kind.
pub fn is_other_archive(bytes: &[u8]) -> bool {
    let beginnings: [&[u8]; 3] = [b"Rar!\x1A\x07", b"7z\xBC\xAF\x27\x1C", b"\x1F\x8B"];
    beginnings
        .iter()
        .any(|beginning| bytes.starts_with(beginning))
}

impl Archive {
    /// Opens an archive. Names that are not UTF-8 are decoded by `foreign`.
    ///
    /// # Errors
    /// See [`ArchiveFault`].
    pub fn open(bytes: Vec<u8>, foreign: &dyn ForeignEncoding) -> Result<Self, ArchiveFault> {
        let archive = ZipArchive::from_slice(bytes).map_err(|_| ArchiveFault::Damaged)?;
        let mut found = Vec::new();
        let mut entries = archive.entries();
        while let Some(entry) = entries.next_entry().map_err(|_| ArchiveFault::Damaged)? {
            let name = name(entry.file_path().as_bytes(), foreign);
            if entry.is_dir() || NOT_OF_THE_USER.iter().any(|other| name.contains(other)) {
                continue;
            }
            if found.len() == MOST_FILES {
                return Err(ArchiveFault::TooMany);
            }
            let flags = entry.flags();
            let found_at = (entry.wayfinder(), entry.compression_method());
            found.push(Entry {
                name,
                found: match flags.is_encrypted() || flags.has_strong_encryption() {
                    true => Err(ArchiveFault::Encrypted),
                    false => Ok(found_at),
                },
            });
        }
        let entries = found.into_iter();
        Ok(Self { archive, entries })
    }

    /// How many files are still to be read.
    pub fn left(&self) -> usize {
        self.entries.len()
    }

    /// Whether a file of this name is still to be read.
    pub fn holds(&self, name: &str) -> bool {
        self.entries
            .as_slice()
            .iter()
            .any(|entry| entry.name == name)
    }

    /// Reads the next file; `None` if there is none.
    pub fn next_file(&mut self) -> Option<ArchivedFile> {
        let Entry { name, found } = self.entries.next()?;
        let bytes = found.and_then(|(wayfinder, method)| self.bytes(wayfinder, method));
        Some(ArchivedFile { name, bytes })
    }

    fn bytes(
        &self,
        wayfinder: ZipArchiveEntryWayfinder,
        method: CompressionMethod,
    ) -> Result<Vec<u8>, ArchiveFault> {
        if wayfinder.uncompressed_size_hint() >= MOST_BYTES as u64 {
            return Err(ArchiveFault::TooLarge);
        }
        let entry = self.archive.get_entry(wayfinder);
        let entry = entry.map_err(|_| ArchiveFault::Damaged)?;
        let bytes = match method {
            CompressionMethod::STORE => entry.data().to_vec(),
            CompressionMethod::DEFLATE => decompress_to_vec_with_limit(entry.data(), MOST_BYTES)
                .map_err(|_| ArchiveFault::Damaged)?,
            _ => return Err(ArchiveFault::AnotherWay),
        };
        let verification = ZipVerification {
            crc: rawzip::crc32(&bytes),
            uncompressed_size: bytes.len() as u64,
        };
        let claimed = entry.claim_verifier();
        claimed
            .valid(verification)
            .map_err(|_| ArchiveFault::Damaged)?;
        Ok(bytes)
    }
}

/// The name of a file. Older programs on Windows write it in GBK and say nothing of it.
fn name(bytes: &[u8], foreign: &dyn ForeignEncoding) -> String {
    match std::str::from_utf8(bytes) {
        Ok(name) => name.to_owned(),
        Err(_) => {
            let decoded = foreign.decode_gbk(bytes);
            decoded.unwrap_or_else(|| String::from_utf8_lossy(bytes).into_owned())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::NoForeignEncoding;
    use proptest::prelude::*;

    const FOLDER: &[u8] = include_bytes!("../../tests/fixtures/archives/folder.zip");
    const GBK_NAMES: &[u8] = include_bytes!("../../tests/fixtures/archives/gbk-names.zip");
    const BZIP2: &[u8] = include_bytes!("../../tests/fixtures/archives/bzip2.zip");

    /// Knows one name in GBK.
    struct Village;

    impl ForeignEncoding for Village {
        fn decode_gbk(&self, bytes: &[u8]) -> Option<String> {
            (bytes == b"\xB4\xE5.txt").then(|| "村.txt".to_owned())
        }
    }

    type Read = Result<Vec<(String, Result<usize, ArchiveFault>)>, ArchiveFault>;

    fn read(bytes: &[u8]) -> Read {
        let mut archive = Archive::open(bytes.to_vec(), &Village)?;
        let files = std::iter::from_fn(|| archive.next_file());
        let files = files.map(|file| (file.name, file.bytes.map(|bytes| bytes.len())));
        Ok(files.collect())
    }

    #[test]
    fn archives_of_other_programs_are_read() {
        fn check(bytes: &[u8], expected: &[(&str, Result<usize, ArchiveFault>)]) {
            assert!(is_archive(bytes) && !is_other_archive(bytes));
            let expected = expected
                .iter()
                .map(|(name, size)| ((*name).to_owned(), *size));
            assert_eq!(read(bytes), Ok(expected.collect()));
        }

        let backup = include_bytes!("../../tests/fixtures/file-v1-backup.json").len();
        let name = "上报/五基五星_全部备份.json";
        check(FOLDER, &[(name, Ok(backup)), ("上报/照片.jpg", Ok(74))]);
        check(GBK_NAMES, &[("村.txt", Ok(180))]);
        check(BZIP2, &[("a.txt", Err(ArchiveFault::AnotherWay))]);
        // The bit of encryption, in the directory at the end.
        let mut encrypted = BZIP2.to_vec();
        let directory = encrypted
            .windows(4)
            .rposition(|four| four == b"PK\x01\x02")
            .unwrap();
        encrypted[directory + 8] |= 1;
        check(&encrypted, &[("a.txt", Err(ArchiveFault::Encrypted))]);
    }

    #[test]
    fn other_archives_are_told_apart() {
        assert!(is_other_archive(b"Rar!\x1A\x07\x01\0"));
        assert!(is_other_archive(b"7z\xBC\xAF\x27\x1C\0\x04"));
        assert!(!is_archive(b"{\"format\": \"wuxing\"}"));
        assert_eq!(
            read(&FOLDER[..FOLDER.len() / 2]),
            Err(ArchiveFault::Damaged)
        );
    }

    proptest! {
        #[test]
        fn a_damaged_archive_gives_the_same_files_or_says_so(
            place in 0..FOLDER.len(), byte in any::<u8>(), length in 0..FOLDER.len(),
        ) {
            let mut whole = Archive::open(FOLDER.to_vec(), &NoForeignEncoding).unwrap();
            let whole: Vec<_> = std::iter::from_fn(|| whole.next_file()).collect();
            // What is not of the user comes out where the damage is in its name, and a folder whose
            // name has lost its slash comes out as a file in which nothing is.
            let hidden: [&[u8]; 3] = [b"\0\x05\x16\x07", b"x", b""];
            let mut damaged = FOLDER.to_vec();
            damaged[place] = byte;
            if let Ok(mut archive) = Archive::open(damaged, &NoForeignEncoding) {
                while let Some(file) = archive.next_file() {
                    let is_whole = whole.iter().any(|one| one.bytes == file.bytes);
                    let is_hidden = |bytes: &Vec<u8>| hidden.contains(&&bytes[..]);
                    let is_hidden = file.bytes.as_ref().is_ok_and(is_hidden);
                    prop_assert!(file.bytes.is_err() || is_whole || is_hidden);
                }
            }
            if let Ok(mut archive) = Archive::open(FOLDER[..length].to_vec(), &NoForeignEncoding) {
                while archive.next_file().is_some() {}
            }
        }
    }
}
