//! Every key this app uses in the key-value store, in one place.
//!
//! Not here: what lies under them ([`super::slot`]).

pub use super::names::{LOOK_KEY, PREFIX};

/// The key that is set while everything is being deleted, so that other tabs hear of it before the
/// documents vanish under them.
pub const ERASING_KEY: &str = "wuxing:erasing";

const SLOT_PREFIX: &str = "wuxing:slot:";
const ASIDE_PREFIX: &str = "wuxing:aside:";

/// One of the two places of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SlotName {
    /// The slot whose key ends in `:a`.
    A,
    /// The slot whose key ends in `:b`.
    B,
}

impl SlotName {
    /// Both slots, in the order in which an untouched document fills them.
    pub const BOTH: [Self; 2] = [Self::A, Self::B];

    fn suffix(self) -> &'static str {
        match self {
            Self::A => ":a",
            Self::B => ":b",
        }
    }
}

/// Whether `key` can name a document: not empty, no white space, no control characters, and not
/// the name of something moved aside.
#[must_use]
pub fn is_document_key(key: &str) -> bool {
    !key.is_empty()
        && !key.starts_with(ASIDE_PREFIX)
        && !key
            .chars()
            .any(|character| character.is_whitespace() || character.is_control())
}

/// The key of a slot of a document.
///
/// ```
/// use wuxing::storage::keys::{SlotName, slot_key};
/// assert_eq!(slot_key("settings", SlotName::A), "wuxing:slot:settings:a");
/// ```
#[must_use]
pub fn slot_key(document: &str, slot: SlotName) -> String {
    format!("{SLOT_PREFIX}{document}{}", slot.suffix())
}

/// The document and the slot that a key of the store names, or `None` for any other key.
///
/// A `storage` event of another tab brings such a key.
#[must_use]
pub fn parse_slot_key(key: &str) -> Option<(&str, SlotName)> {
    let rest = key.strip_prefix(SLOT_PREFIX)?;
    let (document, slot) = SlotName::BOTH
        .into_iter()
        .find_map(|slot| Some((rest.strip_suffix(slot.suffix())?, slot)))?;
    is_document_key(document).then_some((document, slot))
}

/// The key under which an unreadable value is kept: when it was found, and where it had been.
#[must_use]
pub fn aside_key(found_at_ms: i64, original_key: &str) -> String {
    format!("{ASIDE_PREFIX}{found_at_ms}:{original_key}")
}

/// When a value was moved aside and the key it had before, or `None` for any other key.
#[must_use]
pub fn parse_aside_key(key: &str) -> Option<(i64, &str)> {
    let (found_at, original_key) = key.strip_prefix(ASIDE_PREFIX)?.split_once(':')?;
    Some((found_at.parse().ok()?, original_key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slot_key_names_its_document() {
        fn check(key: &str, expected: Option<(&str, SlotName)>) {
            assert_eq!(parse_slot_key(key), expected, "{key}");
        }
        check("wuxing:slot:settings:a", Some(("settings", SlotName::A)));
        check(
            "wuxing:slot:assessment/1:b",
            Some(("assessment/1", SlotName::B)),
        );
        check("wuxing:slot:a:b:a", Some(("a:b", SlotName::A)));
        check("wuxing:slot::a", None);
        check("wuxing:slot:two words:a", None);
        check("wuxing:slot:settings:c", None);
        check("wuxing:slot:settings", None);
        check("wuxing:look", None);
        check("other:slot:settings:a", None);
        check("wuxing:aside:5:wuxing:slot:settings:a", None);
    }

    #[test]
    fn an_aside_key_names_what_it_keeps() {
        fn check(key: &str, expected: Option<(i64, &str)>) {
            assert_eq!(parse_aside_key(key), expected, "{key}");
        }
        check(
            &aside_key(17, "wuxing:slot:settings:a"),
            Some((17, "wuxing:slot:settings:a")),
        );
        check(&aside_key(-3, "x"), Some((-3, "x")));
        check("wuxing:aside:yesterday:x", None);
        check("wuxing:slot:settings:a", None);
    }
}
