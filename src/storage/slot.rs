//! The text of one slot: a header line that tells what follows, and the document's JSON text.
//!
//! `wuxing-slot 1 <generation> <schema> <sha256 of the body, hex>`, a line feed, the body.
//! Not here: where a slot lies ([`super::keys`]) and which one counts ([`super::load`]).

use std::fmt;

use sha2::{Digest, Sha256};

/// The highest generation a slot can have: the highest whole number JavaScript counts exactly.
pub const HIGHEST_GENERATION: u64 = (1 << 53) - 1;

const MAGIC: &str = "wuxing-slot";
const LAYOUT: u32 = 1;

/// The SHA-256 of a body.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Checksum([u8; 32]);

impl Checksum {
    /// The checksum of a text, over its UTF-8 bytes.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self(Sha256::digest(text.as_bytes()).into())
    }

    /// Reads 64 lower-case hexadecimal digits, the only form that is written.
    #[must_use]
    pub fn from_hex(hex: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        let digits = hex.as_bytes();
        if digits.len() != 64 {
            return None;
        }
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            *byte = hex_digit(pair[0])? << 4 | hex_digit(pair[1])?;
        }
        Some(Self(bytes))
    }
}

impl fmt::Display for Checksum {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0
            .iter()
            .try_for_each(|byte| write!(formatter, "{byte:02x}"))
    }
}

impl fmt::Debug for Checksum {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

/// What one slot holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// Counts the writes of the document; the higher is the newer. From 1.
    pub generation: u64,
    /// The version of the document's own form, given by the writer.
    pub schema: u32,
    /// The checksum of `body`.
    pub checksum: Checksum,
    /// The document's JSON text; empty if the slot records that the document was deleted.
    pub body: String,
}

/// Why the text of a slot was not accepted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SlotFault {
    /// The text does not begin with the header of a slot.
    #[error("there is no slot header")]
    NoHeader,
    /// The header is of a layout this build does not know; a newer build may.
    #[error("slot layout {layout} is not known")]
    UnknownLayout {
        /// The layout's number.
        layout: u32,
    },
    /// The header is there, but one of its fields is not.
    #[error("the slot header is damaged")]
    HeaderDamaged,
    /// The body is not the one that was written.
    #[error("the checksum is {found}, the header says {expected}")]
    ChecksumDiffers {
        /// What the header says.
        expected: Checksum,
        /// What the body gives.
        found: Checksum,
    },
}

impl Slot {
    /// A slot for `body`, with its checksum.
    #[must_use]
    pub fn new(generation: u64, schema: u32, body: &str) -> Self {
        Self {
            generation,
            schema,
            checksum: Checksum::of(body),
            body: body.to_owned(),
        }
    }

    /// Whether the slot records a deletion. No JSON text is empty.
    #[must_use]
    pub fn is_deletion(&self) -> bool {
        self.body.is_empty()
    }

    /// The text to store.
    #[must_use]
    pub fn encode(&self) -> String {
        let Self {
            generation,
            schema,
            checksum,
            body,
        } = self;
        format!("{MAGIC} {LAYOUT} {generation} {schema} {checksum}\n{body}")
    }

    /// Reads the text of a slot.
    ///
    /// ```
    /// use wuxing::storage::{Slot, SlotFault};
    /// let slot = Slot::new(7, 1, "{}");
    /// assert_eq!(Slot::decode(&slot.encode()), Ok(slot));
    /// assert_eq!(Slot::decode("{}"), Err(SlotFault::NoHeader));
    /// ```
    ///
    /// # Errors
    /// When anything at all is not as [`Slot::encode`] writes it.
    pub fn decode(text: &str) -> Result<Self, SlotFault> {
        let (header, body) = text.split_once('\n').ok_or(SlotFault::NoHeader)?;
        let mut fields = header.split(' ');
        if fields.next() != Some(MAGIC) {
            return Err(SlotFault::NoHeader);
        }
        let layout = whole_number(fields.next())?;
        match u32::try_from(layout) {
            Ok(LAYOUT) => {}
            Ok(layout) if layout > LAYOUT => return Err(SlotFault::UnknownLayout { layout }),
            _ => return Err(SlotFault::HeaderDamaged),
        }
        let generation = whole_number(fields.next())?;
        let schema = whole_number(fields.next())?;
        let expected = fields
            .next()
            .and_then(Checksum::from_hex)
            .ok_or(SlotFault::HeaderDamaged)?;
        if fields.next().is_some() || generation == 0 || generation > HIGHEST_GENERATION {
            return Err(SlotFault::HeaderDamaged);
        }
        let schema = u32::try_from(schema).map_err(|_| SlotFault::HeaderDamaged)?;
        let found = Checksum::of(body);
        if found != expected {
            return Err(SlotFault::ChecksumDiffers { expected, found });
        }
        Ok(Self {
            generation,
            schema,
            checksum: found,
            body: body.to_owned(),
        })
    }
}

fn hex_digit(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

/// A number as it is written: digits only, no sign and no leading zero.
fn whole_number(field: Option<&str>) -> Result<u64, SlotFault> {
    let field = field.ok_or(SlotFault::HeaderDamaged)?;
    if field.starts_with('+') || (field.starts_with('0') && field != "0") {
        return Err(SlotFault::HeaderDamaged);
    }
    field.parse().map_err(|_| SlotFault::HeaderDamaged)
}

#[cfg(test)]
mod tests {
    use super::*;

    const EMPTY_OBJECT: &str = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";

    #[test]
    fn the_text_of_a_slot_is_as_documented() {
        assert_eq!(
            Slot::new(7, 2, "{}").encode(),
            format!("wuxing-slot 1 7 2 {EMPTY_OBJECT}\n{{}}")
        );
    }

    #[test]
    fn only_what_was_written_is_read() {
        fn check(text: &str, expected: Result<(u64, u32, &str), SlotFault>) {
            let found = Slot::decode(text);
            let found = found
                .as_ref()
                .map(|slot| (slot.generation, slot.schema, &*slot.body));
            assert_eq!(found, expected.as_ref().copied(), "{text:?}");
        }
        let good = Slot::new(7, 2, "{}").encode();
        check(&good, Ok((7, 2, "{}")));
        check(&Slot::new(1, 0, "").encode(), Ok((1, 0, "")));
        check(&Slot::new(3, 1, "一\n二").encode(), Ok((3, 1, "一\n二")));
        check("", Err(SlotFault::NoHeader));
        check("{\"a\":1}", Err(SlotFault::NoHeader));
        check("something else\n{}", Err(SlotFault::NoHeader));
        check("wuxing-slot\n{}", Err(SlotFault::HeaderDamaged));
        check(
            "wuxing-slot 2 anything\n{}",
            Err(SlotFault::UnknownLayout { layout: 2 }),
        );
        check("wuxing-slot 0 7 2 x\n{}", Err(SlotFault::HeaderDamaged));
        check(&good.replace(" 7 ", " 0 "), Err(SlotFault::HeaderDamaged));
        check(&good.replace(" 7 ", " +7 "), Err(SlotFault::HeaderDamaged));
        check(&good.replace(" 7 ", " 07 "), Err(SlotFault::HeaderDamaged));
        check(&good.replace(" 7 ", " -7 "), Err(SlotFault::HeaderDamaged));
        check(
            &good.replace(" 7 ", " 9007199254740992 "),
            Err(SlotFault::HeaderDamaged),
        );
        check(
            &good.replace(" 2 ", " 4294967296 "),
            Err(SlotFault::HeaderDamaged),
        );
        check(&good.replace("8a\n", "8A\n"), Err(SlotFault::HeaderDamaged));
        check(&good.replace("8a\n", "\n"), Err(SlotFault::HeaderDamaged));
        check(
            &good.replace("8a\n", "8a more\n"),
            Err(SlotFault::HeaderDamaged),
        );
        check(
            &good.replace("{}", "{"),
            Err(SlotFault::ChecksumDiffers {
                expected: Checksum::of("{}"),
                found: Checksum::of("{"),
            }),
        );
    }
}
