//! Bytes to text: UTF-8 and UTF-16, with and without a mark at the start, and what Chinese
//! programs on Windows write.
//!
//! Not here: the tables of GBK. The browser has them; it is asked through [`ForeignEncoding`].

use super::fault::ImportError;

/// Decodes what is neither UTF-8 nor UTF-16; implemented by the browser's `TextDecoder`.
pub trait ForeignEncoding {
    /// The text of these bytes in GBK (which GB2312 is a part of), or `None` if they are not that.
    fn decode_gbk(&self, bytes: &[u8]) -> Option<String>;
}

/// A decoder that knows no other encoding.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoForeignEncoding;

impl ForeignEncoding for NoForeignEncoding {
    fn decode_gbk(&self, _bytes: &[u8]) -> Option<String> {
        None
    }
}

/// The text of a file.
pub(super) fn decode(bytes: &[u8], foreign: &dyn ForeignEncoding) -> Result<String, ImportError> {
    let text = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ if bytes.contains(&0) => match zeros_lead(bytes) {
            Some(true) => utf16(bytes, u16::from_be_bytes),
            Some(false) => utf16(bytes, u16::from_le_bytes),
            // A text has no zero bytes, so this is a picture, an archive or the like.
            None => None,
        },
        _ => utf8(bytes).or_else(|| foreign.decode_gbk(bytes)),
    };
    text.ok_or(ImportError::NotText)
}

/// UTF-8. A character that the end of the file cuts in two is left out: the file is then cut off,
/// and it is the JSON that says so, with the place.
fn utf8(bytes: &[u8]) -> Option<String> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(text.to_owned()),
        Err(error) if error.error_len().is_none() => {
            let whole = bytes.get(..error.valid_up_to())?;
            std::str::from_utf8(whole).ok().map(str::to_owned)
        }
        Err(_) => None,
    }
}

/// UTF-16 in one of its two byte orders; half a character at the end is left out.
fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let pairs = bytes
        .chunks_exact(2)
        .filter_map(|pair| <[u8; 2]>::try_from(pair).ok());
    let mut units: Vec<u16> = pairs.map(unit).collect();
    if units
        .last()
        .is_some_and(|last| (0xD800..0xDC00).contains(last))
    {
        units.pop();
    }
    String::from_utf16(&units).ok()
}

/// Where the zero bytes of UTF-16 without a mark stand: `Some(true)` if they lead their pairs
/// (big-endian), `Some(false)` if they follow. JSON has so many ASCII characters that one of the
/// two is far ahead.
fn zeros_lead(bytes: &[u8]) -> Option<bool> {
    let start = bytes.get(..4096).unwrap_or(bytes);
    let zeros = |offset: usize| {
        start
            .iter()
            .skip(offset)
            .step_by(2)
            .filter(|byte| **byte == 0)
    };
    let (leading, following) = (zeros(0).count(), zeros(1).count());
    if leading > following * 8 {
        Some(true)
    } else if following > leading * 8 {
        Some(false)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Knows one text in GBK.
    struct OneWord;

    impl ForeignEncoding for OneWord {
        fn decode_gbk(&self, bytes: &[u8]) -> Option<String> {
            (bytes == b"{\"\xCE\xE5\xBB\xF9\":1}").then(|| "{\"五基\":1}".to_owned())
        }
    }

    fn utf16_bytes(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes_of).collect()
    }

    #[test]
    fn encodings_are_told_apart() {
        fn check(bytes: &[u8], expected: Option<&str>) {
            let found = decode(bytes, &OneWord);
            assert_eq!(found.as_deref().ok(), expected, "{bytes:02x?}");
            if expected.is_none() {
                assert_eq!(found, Err(ImportError::NotText));
            }
        }

        let text = "{\"五基\":1}";
        let marked = |mark: &[u8], bytes: Vec<u8>| [mark, &bytes].concat();
        check(text.as_bytes(), Some(text));
        check(&marked(&[0xEF, 0xBB, 0xBF], text.into()), Some(text));
        check(
            &marked(&[0xFF, 0xFE], utf16_bytes(text, u16::to_le_bytes)),
            Some(text),
        );
        check(
            &marked(&[0xFE, 0xFF], utf16_bytes(text, u16::to_be_bytes)),
            Some(text),
        );
        check(&utf16_bytes(text, u16::to_le_bytes), Some(text));
        check(&utf16_bytes(text, u16::to_be_bytes), Some(text));
        check(b"{\"\xCE\xE5\xBB\xF9\":1}", Some(text));
        check(b"", Some(""));
        check(b"{\"\xFF\xFF\":1}", None);
        check(b"PK\x03\x04\0\0\x08\0\0\0\0\0\x12\x9c\x44\0\0", None);
        check(&[0xFF, 0xFE, 0x00, 0xDC, 0x61, 0x00], None);
    }

    #[test]
    fn half_a_character_at_the_end_is_left_out() {
        fn check(bytes: &[u8], expected: &str) {
            assert_eq!(decode(bytes, &NoForeignEncoding).as_deref(), Ok(expected));
        }

        check(&"{\"五".as_bytes()[..4], "{\"");
        check(&utf16_bytes("{\"五", u16::to_le_bytes)[..5], "{\"");
        check(&utf16_bytes("{\"😀", u16::to_le_bytes)[..6], "{\"");
    }
}
