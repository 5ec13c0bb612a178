//! Every character of both slots of a document, damaged in every way, with the journal in every
//! state: the newest version is found, or the person is told; what cannot be read is kept; and what
//! is written next is there at the next start.

#![allow(clippy::disallowed_methods, reason = "tests are not loaded by a phone")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use wuxing::sorted_map::SortedMap;
use wuxing::storage::keys::{SlotName, parse_aside_key, slot_key};
use wuxing::storage::memory::MemoryStore;
use wuxing::storage::{DocumentStore, JournalRecord, Loaded, Slot};

const KEY: &str = "assessment/1";
const SCHEMA: u32 = 2;
const OLDER: &str = r#"{"answers":{"ORG-01":{"value":{"verdict":"unmet"},"note":"旧"}}}"#;
const NEWEST: &str = r#"{"answers":{"ORG-01":{"value":{"verdict":"met"},"note":"新的一条"}}}"#;

/// What the first builds wrote: the checksum of the body alone. Frozen, as they lie on phones.
const OLDER_IN_LAYOUT_1: &str = concat!(
    "wuxing-slot 1 3 2 ",
    "a451aa1f6afaf40457a69898883a357039b43013c6c6c5c1cf7379c9f891e597",
    "\n",
    r#"{"answers":{"ORG-01":{"value":{"verdict":"unmet"},"note":"旧"}}}"#
);
const NEWEST_IN_LAYOUT_1: &str = concat!(
    "wuxing-slot 1 4 2 ",
    "bdd66a750b99c7dd3a0b1fd7f5b33199afff068db7707979f2221020e5c34ff4",
    "\n",
    r#"{"answers":{"ORG-01":{"value":{"verdict":"met"},"note":"新的一条"}}}"#
);

/// The damages of one character: what stands in its place.
const REPLACEMENTS: [&str; 9] = ["?", "0", "9", " ", "\n", "", "\u{fffd}", "\0", "99"];

#[derive(Clone, Copy, Debug, PartialEq)]
enum JournalIs {
    Good,
    Behind,
    Lost,
    Damaged,
}

impl JournalIs {
    const ALL: [Self; 4] = [Self::Good, Self::Behind, Self::Lost, Self::Damaged];

    fn records(self) -> Vec<JournalRecord> {
        let newest = JournalRecord::of_document(KEY, 4, SCHEMA, NEWEST);
        match self {
            Self::Good => vec![newest],
            Self::Behind => vec![JournalRecord::of_document(KEY, 3, SCHEMA, OLDER)],
            Self::Lost => Vec::new(),
            Self::Damaged => vec![JournalRecord {
                generation: 9_007_199_254_740_991,
                ..newest
            }],
        }
    }
}

/// Every text that comes from `text` by one damage.
fn damages(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    for (at, character) in text.char_indices() {
        let after = &text[at + character.len_utf8()..];
        let others = REPLACEMENTS
            .iter()
            .filter(|other| !other.starts_with(character) || other.len() > 1);
        all.extend(others.map(|other| format!("{}{other}{after}", &text[..at])));
        // Cut off, and one bit turned.
        all.push(text[..at].to_owned());
        if let Some(turned) = char::from_u32(u32::from(character) ^ 1) {
            all.push(format!("{}{turned}{after}", &text[..at]));
        }
    }
    all
}

fn start(store: MemoryStore, journal: &[JournalRecord]) -> (DocumentStore<MemoryStore>, Loaded) {
    let mut documents = DocumentStore::new(store, SCHEMA);
    let loaded = documents.load(Some(journal), 1_700_000_000_000);
    (documents, loaded)
}

fn is_kept(key: &str, text: &str, entries: &SortedMap<String, String>) -> bool {
    entries.iter().any(|(candidate, value)| {
        let origin = parse_aside_key(candidate).map_or(candidate.as_str(), |(_, origin)| origin);
        origin == key && value == text
    })
}

fn check(older: &str, newest: &str, damaged: SlotName, text: &str, journal: JournalIs) {
    let (a, b) = match damaged {
        SlotName::A => (text, newest),
        SlotName::B => (older, text),
    };
    let slots = [(SlotName::A, a), (SlotName::B, b)];
    let entries = slots.map(|(name, text)| (slot_key(KEY, name), text.to_owned()));
    let context = format!("{damaged:?} {text:?} {journal:?}");
    let (mut documents, loaded) = start(MemoryStore::holding(entries), &journal.records());
    if Slot::decode(text).is_err() {
        let entries = documents.key_value_store().entries();
        assert!(
            is_kept(&slot_key(KEY, damaged), text, &entries),
            "not kept: {context}"
        );
    }
    let found = loaded.documents.first();
    let found = found.unwrap_or_else(|| panic!("nothing opens: {context}"));
    // What lies beside is merged in by the time of each answer.
    let merged = loaded.alternatives.iter().any(|other| other.body == NEWEST);
    let told = !loaded.faults.is_empty() || !loaded.read_only.is_empty();
    assert!(
        found.body == NEWEST || merged || told,
        "an older version unsaid: {context}"
    );
    let newest_is_somewhere = damaged == SlotName::A || journal == JournalIs::Good;
    assert!(
        found.body == NEWEST || merged || !newest_is_somewhere,
        "the newest is lost: {context}"
    );
    if !loaded.read_only.is_empty() {
        return;
    }
    let written = documents.write(KEY, SCHEMA, "{\"next\":1}", found.generation);
    let written = written.unwrap_or_else(|why| panic!("{why}: {context}"));
    let entries = documents.key_value_store().entries();
    for journal in [Vec::new(), Vec::from_iter(written.record)] {
        let (_, loaded) = start(MemoryStore::holding(entries.clone()), &journal);
        assert_eq!(
            loaded.documents[0].body, "{\"next\":1}",
            "not saved: {context}"
        );
    }
}

#[test]
fn every_character_of_both_slots_can_be_damaged() {
    let layouts = [
        (
            Slot::new(3, SCHEMA, OLDER).encode(),
            Slot::new(4, SCHEMA, NEWEST).encode(),
        ),
        (OLDER_IN_LAYOUT_1.to_owned(), NEWEST_IN_LAYOUT_1.to_owned()),
    ];
    for (older, newest) in &layouts {
        assert!(Slot::decode(older).is_ok_and(|slot| slot.body == OLDER));
        assert!(Slot::decode(newest).is_ok_and(|slot| slot.body == NEWEST));
        for (damaged, whole) in [(SlotName::A, older), (SlotName::B, newest)] {
            for text in damages(whole) {
                for journal in JournalIs::ALL {
                    check(older, newest, damaged, &text, journal);
                }
            }
        }
    }
}

#[test]
fn every_field_of_a_journal_record_can_be_damaged() {
    let whole = JournalRecord::of_document(KEY, 4, SCHEMA, NEWEST);
    let damaged = [
        JournalRecord {
            generation: 3,
            ..whole.clone()
        },
        JournalRecord {
            generation: 9_007_199_254_740_991,
            ..whole.clone()
        },
        JournalRecord {
            schema: 0,
            ..whole.clone()
        },
        JournalRecord {
            schema: 9,
            ..whole.clone()
        },
        JournalRecord {
            deleted: true,
            ..whole.clone()
        },
        JournalRecord {
            body: OLDER.to_owned(),
            ..whole.clone()
        },
        JournalRecord {
            sha256: "0".repeat(64),
            ..whole.clone()
        },
        JournalRecord {
            seal: Some("0".repeat(64)),
            ..whole
        },
    ];
    for record in damaged {
        let older = Slot::new(3, SCHEMA, OLDER).encode();
        let entries = [(slot_key(KEY, SlotName::A), older)];
        let (mut documents, loaded) =
            start(MemoryStore::holding(entries), std::slice::from_ref(&record));
        assert_eq!(loaded.documents[0].body, OLDER, "{record:?}");
        assert!(!loaded.faults.is_empty(), "{record:?}");
        let copy = loaded
            .journal_repairs
            .iter()
            .find(|copy| parse_aside_key(&copy.key).is_some());
        let copy = copy.expect("a copy of the damaged record");
        assert_eq!(
            serde_json::from_str::<JournalRecord>(&copy.body).unwrap(),
            record
        );
        let written = documents.write(KEY, SCHEMA, NEWEST, 3).unwrap();
        assert!(written.record.unwrap().verifies());
    }
}

/// The first builds took it, and everything written after it was refused at the next start.
#[test]
fn a_generation_at_the_end_of_the_counting_is_damage() {
    let body = wuxing::storage::Checksum::of(NEWEST);
    let text = format!("wuxing-slot 1 9007199254740991 {SCHEMA} {body}\n{NEWEST}");
    for journal in JournalIs::ALL {
        let older = Slot::new(3, SCHEMA, OLDER).encode();
        check(&older, "", SlotName::B, &text, journal);
    }
}
