//! Bytes as letters and digits (Crockford's base 32), five bits each.
//!
//! It has no sign that a chat makes a link, a smiley or a quotation mark of, it may be written in
//! small or wide letters, and a QR code has a short form for just these characters. Not here: what
//! the bytes mean.

/// The characters, by their values. I, L, O and U are none of them.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The characters of these bytes; the last one is filled up with zeros.
pub(super) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().saturating_mul(8).div_ceil(5));
    let (mut held, mut bits) = (0_u32, 0_u32);
    for byte in bytes {
        held = (held << 8) | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.push(character(held >> bits));
        }
        held &= (1 << bits) - 1;
    }
    if bits > 0 {
        text.push(character(held << (5 - bits)));
    }
    text
}

fn character(value: u32) -> char {
    let place = usize::try_from(value & 31).unwrap_or(0);
    char::from(*ALPHABET.get(place).unwrap_or(&b'0'))
}

/// What a character of any width and case stands for; `None` if it is none of the alphabet. What
/// looks like a digit is taken for it.
pub(super) fn value(character: char) -> Option<u8> {
    let plain = match plain(character) {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let place = ALPHABET.iter().position(|one| char::from(*one) == plain)?;
    u8::try_from(place).ok()
}

/// A letter or digit without its width and case; any other character as it is.
pub(super) fn plain(character: char) -> char {
    let narrow = match character {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(character) - 0xFEE0),
        _ => None,
    };
    narrow.unwrap_or(character).to_ascii_uppercase()
}

/// Puts values of five bits together to bytes; what is left at the end is dropped.
#[derive(Default)]
pub(super) struct Decoder {
    bytes: Vec<u8>,
    held: u32,
    bits: u32,
}

impl Decoder {
    pub(super) fn push(&mut self, value: u8) {
        self.held = ((self.held << 5) | u32::from(value)) & 0xFFFF;
        self.bits += 5;
        if self.bits >= 8 {
            self.bits -= 8;
            let byte = (self.held >> self.bits) & 0xFF;
            self.bytes.push(u8::try_from(byte).unwrap_or(0));
        }
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn decode(text: &str) -> Vec<u8> {
        let mut decoder = Decoder::default();
        text.chars()
            .filter_map(value)
            .for_each(|value| decoder.push(value));
        decoder.into_bytes()
    }

    #[test]
    fn characters_are_those_of_crockford() {
        fn check(bytes: &[u8], expected: &str) {
            assert_eq!(encode(bytes), expected);
            assert_eq!(decode(expected), bytes);
        }

        check(b"", "");
        check(&[0], "00");
        check(&[255], "ZW");
        check(b"hello", "D1JPRV3F");
        check(&[0xF8, 0x3E, 0x0F, 0x83, 0xE0], "Z0Z0Z0Z0");
    }

    #[test]
    fn width_case_and_look_alikes_do_not_matter() {
        assert_eq!(decode("Ｄ１ｊｐｒｖ３ｆ"), b"hello");
        assert_eq!(decode("dljprv3f"), b"hello");
        assert_eq!(decode("Z0ZOzozo"), decode("Z0Z0Z0Z0"));
    }

    proptest! {
        #[test]
        fn bytes_come_back(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            prop_assert_eq!(decode(&encode(&bytes)), bytes);
        }
    }
}
