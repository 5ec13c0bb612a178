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
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    /// The text.
    pub text: String,
    /// Whether the encoding was guessed: nearly all bytes are some text in GBK, so this proves
    /// nothing.
    pub guessed: bool,
}

/// The text of these bytes. What is mostly UTF-8 is UTF-8 that was damaged, and never GBK, which
/// would make other characters of it.
pub(super) fn decode(bytes: &[u8], foreign: &dyn ForeignEncoding) -> Result<Decoded, ImportError> {
    let certain = |text: Option<String>| {
        text.map(|text| Decoded {
            text,
            guessed: false,
        })
    };
    let text = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => certain(utf8(rest)),
        [0xFF, 0xFE, rest @ ..] => certain(utf16(rest, u16::from_le_bytes)),
        [0xFE, 0xFF, rest @ ..] => certain(utf16(rest, u16::from_be_bytes)),
        _ if bytes.contains(&0) => match zeros_lead(bytes) {
            Some(true) => certain(utf16(bytes, u16::from_be_bytes)),
            Some(false) => certain(utf16(bytes, u16::from_le_bytes)),
            // A text has no zero bytes, so this is a picture, an archive or the like.
            None => None,
        },
        _ => certain(utf8(bytes)).or_else(|| {
            let text = guess(bytes, foreign)?;
            Some(Decoded {
                text,
                guessed: true,
            })
        }),
    };
    text.ok_or_else(|| match is_nearly_text(bytes) {
        true => ImportError::Damaged {
            line: Some(line_of_damage(bytes)),
        },
        false => ImportError::NotText,
    })
}

/// Whether a text is UTF-8 that was taken for Latin letters and encoded once more, so that every
/// character of Chinese became two or three signs such as `æ`.
pub(super) fn is_encoded_twice(text: &str) -> bool {
    if text.contains("锟斤拷") {
        return true;
    }
    let bytes: Option<Vec<u8>> = text.chars().map(byte_of_latin).collect();
    let once = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
    once.is_some_and(|once| once.chars().any(|one| one.len_utf8() > 2))
}

/// The byte that western programs on Windows show as this character.
fn byte_of_latin(character: char) -> Option<u8> {
    /// From 0x80 on; a space where the byte stands for itself.
    const FROM_80: &str = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";
    u8::try_from(u32::from(character)).ok().or_else(|| {
        let place = FROM_80.chars().position(|one| one == character)?;
        u8::try_from(0x80 + place).ok()
    })
}

/// What is no UTF-8 in the encoding of Chinese programs on Windows; half a character at the end is
/// left out.
fn guess(bytes: &[u8], foreign: &dyn ForeignEncoding) -> Option<String> {
    if is_mostly_utf8(bytes) {
        return None;
    }
    let without_last = bytes.get(..bytes.len().saturating_sub(1));
    foreign
        .decode_gbk(bytes)
        .or_else(|| foreign.decode_gbk(without_last?))
}

/// Whether more characters of Chinese are whole in UTF-8 than places are broken. In GBK hardly
/// anything is whole.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        let valid = chunk.valid();
        whole += valid.chars().filter(|one| one.len_utf8() > 2).count();
        // A place with several broken bytes is one place.
        if !chunk.invalid().is_empty() && (broken == 0 || !valid.is_empty()) {
            broken += 1;
        }
    }
    whole > broken
}

/// Whether bytes are a text but for some of them: pictures and archives have control characters
/// everywhere.
fn is_nearly_text(bytes: &[u8]) -> bool {
    let is_control = |byte: &&u8| **byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r');
    let controls = bytes.iter().filter(is_control).count();
    controls <= 4 + bytes.len() / 100 && bytes.contains(&b'{')
}

/// On which line, from 1, the first byte stands that no text has there.
fn line_of_damage(bytes: &[u8]) -> usize {
    let whole = match std::str::from_utf8(bytes) {
        Ok(_) => bytes.len(),
        Err(error) => error.valid_up_to(),
    };
    let zero = bytes.iter().position(|byte| *byte == 0);
    let before = bytes.get(..zero.unwrap_or(whole).min(whole));
    let breaks = before.into_iter().flatten().filter(|byte| **byte == b'\n');
    breaks.count() + 1
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
    if (leading + following) * 8 < start.len() {
        // A few zero bytes are damage.
        return None;
    }
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
            let found = decode(bytes, &OneWord).map(|decoded| decoded.text);
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
        // Cut in the middle of a character.
        check(b"{\"\xCE\xE5\xBB\xF9\":1}\xCE", Some(text));
        check(b"", Some(""));
        check(b"\xFF\xD8\xFF\xE1\x13\x45Exif", None);
        check(b"PK\x03\x04\0\0\x08\0\0\0\0\0\x12\x9c\x44\0\0", None);
        check(&[0xFF, 0xFE, 0x00, 0xDC, 0x61, 0x00], None);
    }

    /// Makes something of any bytes, as GBK nearly does.
    struct Anything;

    impl ForeignEncoding for Anything {
        fn decode_gbk(&self, bytes: &[u8]) -> Option<String> {
            Some(String::from_utf8_lossy(bytes).into_owned())
        }
    }

    #[test]
    fn what_is_mostly_utf8_is_damaged_and_never_gbk() {
        fn check(bytes: &[u8], line: Option<usize>) {
            let found = decode(bytes, &Anything);
            match line {
                Some(_) => assert_eq!(found, Err(ImportError::Damaged { line }), "{bytes:02x?}"),
                None => assert!(found.is_ok_and(|decoded| decoded.guessed), "{bytes:02x?}"),
            }
        }

        let text = "{\"新坝村\n党总支\":1}";
        let with = |place: usize, bytes: &[u8]| {
            let (before, behind) = text.as_bytes().split_at(place);
            [before, bytes, behind].concat()
        };
        check(&with(3, b"\xFF"), Some(1));
        check(&with(12, b"\xBD"), Some(2));
        // Half characters, each encoded as if it were one.
        check(&with(12, b"\xED\xA0\xBD\xED\xB8\x80"), Some(2));
        check(&with(12, b"\0"), Some(2));
        check(b"{\"\xD0\xC2\xB0\xD3\xB4\xE5\":1}", None);
    }

    #[test]
    fn what_was_encoded_twice_is_told() {
        fn check(text: &str, expected: bool) {
            assert_eq!(is_encoded_twice(text), expected, "{text}");
        }

        check("{\"name\":\"æµ\u{8B}è¯\u{95}\"}", true);
        check("{\"name\":\"æµ‹è¯•\"}", true);
        check("{\"name\":\"锟斤拷\"}", true);
        check("{\"name\":\"测试\"}", false);
        check("{\"name\":\"Café\"}", false);
        check("{\"name\":\"a\"}", false);
    }

    #[test]
    fn half_a_character_at_the_end_is_left_out() {
        fn check(bytes: &[u8], expected: &str) {
            let found = decode(bytes, &NoForeignEncoding).map(|decoded| decoded.text);
            assert_eq!(found.as_deref(), Ok(expected));
        }

        check(&"{\"五".as_bytes()[..4], "{\"");
        check(&utf16_bytes("{\"五", u16::to_le_bytes)[..5], "{\"");
        check(&utf16_bytes("{\"😀", u16::to_le_bytes)[..6], "{\"");
    }
}
