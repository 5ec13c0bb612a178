//! The text of one slot: a header line that tells what follows, and the document's JSON text.
//!
//! `wuxing-slot 2 <generation> <schema> <seal>`, a line feed, the body. The seal is the SHA-256 of
//! the whole text without it, so that no digit of the header can change unnoticed. Layout 1, whose
//! checksum is of the body alone, is read for ever and not written any more.
//!
//! Not here: where a slot lies ([`super::keys`]) and which one counts ([`super::load`]).

use super::checksum::Checksum;

/// The highest generation a slot or a journal record can have. It is far above anything that
/// counting or a clock comes to (as milliseconds it is the year 37648), so that what is accepted
/// can always be counted on from, and below what JavaScript counts exactly.
pub const HIGHEST_GENERATION: u64 = 1 << 50;

/// The most characters of the line before the body.
pub(super) const LONGEST_HEADER: u64 = 120;

const MAGIC: &str = "wuxing-slot";
const LAYOUT: u32 = 2;
const LAYOUT_WITHOUT_SEAL: u32 = 1;

/// What one slot holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// Counts the writes of the document; the higher is the newer. From 1.
    pub generation: u64,
    /// The version of the document's own form, given by the writer.
    pub schema: u32,
    /// The checksum that its header gives.
    pub checksum: Checksum,
    /// Whether the checksum covers the header, too. In the layout before, a damaged digit of the
    /// generation goes unnoticed.
    pub sealed: bool,
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
            checksum: seal(generation, schema, body),
            sealed: true,
            body: body.to_owned(),
        }
    }

    /// Whether the slot records a deletion. No JSON text is empty.
    #[must_use]
    pub fn is_deletion(&self) -> bool {
        self.body.is_empty()
    }

    /// Whether both are the same version. They may be of two layouts.
    #[must_use]
    pub fn is_same_version(&self, other: &Self) -> bool {
        self.generation == other.generation && self.body == other.body
    }

    /// The text to store.
    #[must_use]
    pub fn encode(&self) -> String {
        let Self {
            generation,
            schema,
            checksum,
            sealed,
            body,
        } = self;
        let layout = if *sealed { LAYOUT } else { LAYOUT_WITHOUT_SEAL };
        format!("{MAGIC} {layout} {generation} {schema} {checksum}\n{body}")
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
    /// When anything at all is not as this build or an earlier one writes it.
    pub fn decode(text: &str) -> Result<Self, SlotFault> {
        let (header, body) = text.split_once('\n').ok_or(SlotFault::NoHeader)?;
        let mut fields = header.split(' ');
        if fields.next() != Some(MAGIC) {
            return Err(SlotFault::NoHeader);
        }
        let layout = whole_number(fields.next())?;
        let layout = u32::try_from(layout).map_err(|_| SlotFault::HeaderDamaged)?;
        let slot = match read(fields, body) {
            // A checksum fits its own layout alone: where one does, and the number of the layout is
            // another, that number is damaged, and nothing is of a newer build.
            Ok(slot) if slot.fits_seal() => return Ok(slot),
            Ok(slot) if layout != LAYOUT && slot.checksum == Checksum::of(body) => {
                let sealed = false;
                return Ok(Self { sealed, ..slot });
            }
            other => other,
        };
        if layout > LAYOUT {
            return Err(SlotFault::UnknownLayout { layout });
        }
        let slot = slot?;
        Err(SlotFault::ChecksumDiffers {
            expected: slot.checksum,
            found: match layout {
                LAYOUT => seal(slot.generation, slot.schema, body),
                _ => Checksum::of(body),
            },
        })
    }

    fn fits_seal(&self) -> bool {
        seal(self.generation, self.schema, &self.body) == self.checksum
    }
}

/// The slot that the fields of a header after its layout speak of, whether its checksum fits or
/// not.
fn read<'a>(mut fields: impl Iterator<Item = &'a str>, body: &str) -> Result<Slot, SlotFault> {
    let generation = whole_number(fields.next())?;
    let schema = whole_number(fields.next())?;
    let checksum = fields
        .next()
        .and_then(Checksum::from_hex)
        .ok_or(SlotFault::HeaderDamaged)?;
    if fields.next().is_some() || !(1..=HIGHEST_GENERATION).contains(&generation) {
        return Err(SlotFault::HeaderDamaged);
    }
    Ok(Slot {
        generation,
        schema: u32::try_from(schema).map_err(|_| SlotFault::HeaderDamaged)?,
        checksum,
        sealed: true,
        body: body.to_owned(),
    })
}

/// The checksum of a slot of this layout, over everything else in it.
fn seal(generation: u64, schema: u32, body: &str) -> Checksum {
    Checksum::of(&format!("{MAGIC} {LAYOUT} {generation} {schema}\n{body}"))
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

    /// What the first builds wrote, with the checksum of the body alone.
    const LAYOUT_1: &str = "wuxing-slot 1 7 2 \
        44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\n{}";
    const LAYOUT_2: &str = "wuxing-slot 2 7 2 \
        b5ce56f88dd9c1537da01a6a923f04603b1fe8956e8bab89966a9113a1a809e7\n{}";

    #[test]
    fn the_text_of_a_slot_is_as_documented() {
        assert_eq!(Slot::new(7, 2, "{}").encode(), LAYOUT_2);
        let seal = Checksum::of("wuxing-slot 2 7 2\n{}");
        assert_eq!(Slot::new(7, 2, "{}").checksum, seal);
        let longest = Slot::new(HIGHEST_GENERATION, u32::MAX, "").encode();
        assert!((80..=LONGEST_HEADER).contains(&(longest.len() as u64)));
    }

    #[test]
    fn the_layout_before_is_read_for_ever() {
        let slot = Slot::decode(LAYOUT_1).unwrap();
        assert_eq!((slot.generation, slot.schema, &*slot.body), (7, 2, "{}"));
        assert!(!slot.sealed);
        assert_eq!(slot.encode(), LAYOUT_1);
        assert!(slot.is_same_version(&Slot::new(7, 2, "{}")));
    }

    #[test]
    fn only_what_was_written_is_read() {
        #[track_caller]
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
            "wuxing-slot 3 anything\n{}",
            Err(SlotFault::UnknownLayout { layout: 3 }),
        );
        check("wuxing-slot 0 7 2 x\n{}", Err(SlotFault::HeaderDamaged));
        // The seal tells that it is ours, whatever the number of the layout has become.
        check(&good.replace("slot 2", "slot 9"), Ok((7, 2, "{}")));
        check(&good.replace("slot 2", "slot 1"), Ok((7, 2, "{}")));
        check(&LAYOUT_1.replace("slot 1", "slot 7"), Ok((7, 2, "{}")));
        let damaged = [
            (" 7 ", " 0 "),
            (" 7 ", " +7 "),
            (" 7 ", " 07 "),
            (" 7 ", " -7 "),
            (" 7 ", " 1125899906842625 "),
            (" 7 ", " 9007199254740991 "),
            (" 7 2 ", " 7 4294967296 "),
        ];
        for (from, to) in damaged {
            for text in [good.as_str(), LAYOUT_1] {
                check(&text.replacen(from, to, 1), Err(SlotFault::HeaderDamaged));
            }
        }
        check(
            &LAYOUT_1.replace("8a\n", "8A\n"),
            Err(SlotFault::HeaderDamaged),
        );
        check(
            &LAYOUT_1.replace("8a\n", "\n"),
            Err(SlotFault::HeaderDamaged),
        );
        check(
            &LAYOUT_1.replace("8a\n", "8a more\n"),
            Err(SlotFault::HeaderDamaged),
        );
        check(
            &LAYOUT_1.replace("{}", "{"),
            Err(SlotFault::ChecksumDiffers {
                expected: Checksum::of("{}"),
                found: Checksum::of("{"),
            }),
        );
        // Every field of the header is under the seal.
        for (from, to) in [(" 7 2 ", " 8 2 "), (" 7 2 ", " 7 0 "), ("\n{}", "\n{")] {
            let found = Slot::decode(&good.replace(from, to));
            assert!(
                matches!(found, Err(SlotFault::ChecksumDiffers { .. })),
                "{found:?}"
            );
        }
    }
}
