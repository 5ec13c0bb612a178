//! Whatever happens, at whatever step: no acknowledged version is lost, nothing unreadable is
//! deleted, and no stored text makes start-up fail.

#![allow(clippy::disallowed_methods, reason = "tests are not loaded by a phone")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod two_tabs;

use proptest::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use wuxing::sorted_map::SortedMap;
use wuxing::storage::keys::{SlotName, parse_aside_key, slot_key};
use wuxing::storage::memory::{MemoryJournal, MemoryStore};
use wuxing::storage::slot::HIGHEST_GENERATION;
use wuxing::storage::{DocumentStore, Journal, JournalError, JournalRecord, Slot};

const SCHEMA: u32 = 1;
const DOCUMENTS: [&str; 2] = ["settings", "assessment/1"];

/// A browser that can be killed: what its tabs share.
#[derive(Default)]
struct Device {
    store: Rc<MemoryStore>,
    journal: MemoryJournal,
    now_ms: i64,
}

impl Device {
    /// A kill loses the last changes of the store and every journal transaction that was not
    /// complete.
    fn kill(&self, lost_changes: usize) {
        self.store.stop_after(None);
        self.store.lose_last(lost_changes);
        self.journal.lose_all();
    }

    fn records(&self) -> Vec<JournalRecord> {
        self.journal.records()
    }
}

/// One step of a life with one tab.
#[derive(Debug, Clone)]
enum Step {
    Write {
        document: usize,
    },
    Delete {
        document: usize,
    },
    JournalHangs,
    JournalAnswers,
    JournalDenied,
    JournalAllowed,
    /// The next actions stop after so many changes of the store, as if killed there.
    StopAfter {
        changes: usize,
    },
    TornWrite {
        characters: usize,
    },
    Reload,
    Kill {
        lost_changes: usize,
    },
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => (0..DOCUMENTS.len()).prop_map(|document| Step::Write { document }),
        1 => (0..DOCUMENTS.len()).prop_map(|document| Step::Delete { document }),
        1 => Just(Step::JournalHangs),
        1 => Just(Step::JournalAnswers),
        1 => Just(Step::JournalDenied),
        1 => Just(Step::JournalAllowed),
        1 => (0..4usize).prop_map(|changes| Step::StopAfter { changes }),
        1 => (0..120usize).prop_map(|characters| Step::TornWrite { characters }),
        1 => Just(Step::Reload),
        2 => (0..12usize).prop_map(|lost_changes| Step::Kill { lost_changes }),
    ]
}

/// What happened to one document, in order: `true` for a version, `false` for a deletion.
#[derive(Debug, Default)]
struct History {
    attempts: Vec<bool>,
    /// The newest attempt that a read-back confirmed, since the last kill that lost changes.
    verified: Option<usize>,
    /// The newest attempt that the journal completed, too.
    durable: Rc<RefCell<Option<usize>>>,
}

impl History {
    fn attempt(&mut self, version: bool) -> usize {
        self.attempts.push(version);
        self.attempts.len() - 1
    }

    /// Checks what start-up found against what had been promised.
    fn check(&self, found: Option<&str>, promised: Option<usize>) {
        match (found, promised) {
            (Some(body), promised) => {
                let attempt: usize = body.parse().expect("garbage was loaded");
                assert_eq!(
                    self.attempts.get(attempt),
                    Some(&true),
                    "a version nobody wrote"
                );
                assert!(
                    promised <= Some(attempt),
                    "version {attempt}, promised {promised:?}"
                );
            }
            (None, None) => {}
            (None, Some(promised)) => {
                let deletion = self.attempts[promised..].contains(&false);
                assert!(deletion, "nothing was found, promised {promised}");
            }
        }
    }
}

fn live_one_life(steps: &[Step]) {
    let mut device = Device {
        now_ms: 1_000_000,
        ..Device::default()
    };
    let mut histories = [History::default(), History::default()];
    let mut tab = DocumentStore::new(device.store.clone(), SCHEMA);
    tab.load(Some(&[]), device.now_ms);
    let mut generations = [0; DOCUMENTS.len()];
    for step in steps {
        match *step {
            Step::Write { document } | Step::Delete { document } => {
                let key = DOCUMENTS[document];
                let is_write = matches!(step, Step::Write { .. });
                let history = &mut histories[document];
                let attempt = history.attempt(is_write);
                let result = if is_write {
                    tab.write(key, SCHEMA, &attempt.to_string(), generations[document])
                } else {
                    tab.delete(key, generations[document])
                };
                if let Ok(written) = result {
                    assert!(written.generation > generations[document]);
                    generations[document] = written.generation;
                    history.verified = Some(attempt);
                    let durable = history.durable.clone();
                    let acknowledge = move |result: Result<(), JournalError>| {
                        if result.is_ok() {
                            let before = *durable.borrow();
                            *durable.borrow_mut() = before.max(Some(attempt));
                        }
                    };
                    device
                        .journal
                        .put(&written.record.unwrap(), Box::new(acknowledge));
                }
            }
            Step::JournalHangs => device.journal.hang(),
            Step::JournalAnswers => device.journal.answer_all(),
            Step::JournalDenied => device.journal.refuse(Some(JournalError::Denied)),
            Step::JournalAllowed => device.journal.refuse(None),
            Step::StopAfter { changes } => device.store.stop_after(Some(changes)),
            Step::TornWrite { characters } => device.store.tear_next_write(characters),
            Step::Reload | Step::Kill { .. } => {
                let lost_changes = match *step {
                    Step::Kill { lost_changes } => lost_changes,
                    _ => 0,
                };
                device.kill(lost_changes);
                device.now_ms += 1_000;
                tab = DocumentStore::new(device.store.clone(), SCHEMA);
                let loaded = tab.load(Some(&device.records()), device.now_ms);
                for (document, history) in histories.iter_mut().enumerate() {
                    let durable = *history.durable.borrow();
                    let promised = if lost_changes == 0 {
                        history.verified.max(durable)
                    } else {
                        durable
                    };
                    let found = loaded
                        .documents
                        .iter()
                        .find(|found| found.key == DOCUMENTS[document]);
                    history.check(found.map(|found| found.body.as_str()), promised);
                    generations[document] = found.map_or(0, |found| found.generation);
                    history.verified = found.and_then(|found| found.body.parse().ok()).max(durable);
                }
                for repair in &loaded.journal_repairs {
                    device.journal.put(repair, Box::new(|_| {}));
                }
            }
        }
    }
}

/// A slot's text: whole, damaged, of a newer build, or anything.
fn slot_text() -> impl Strategy<Value = String> {
    let slot = (1..6u64, 0..3u32, "[a-z\n]{0,3}")
        .prop_map(|(generation, schema, body)| Slot::new(generation, schema, &body).encode());
    prop_oneof![
        3 => slot.clone(),
        2 => (slot, 0..90usize).prop_map(|(text, length)| text.chars().take(length).collect()),
        1 => Just("wuxing-slot 3 whatever\nbody".to_owned()),
        1 => ".{0,40}",
    ]
}

fn journal_record() -> impl Strategy<Value = JournalRecord> {
    (1..6u64, 0..3u32, "[a-z]{0,3}", 0..4u8).prop_map(|(generation, schema, body, kind)| {
        let record = JournalRecord::of_document(DOCUMENTS[0], generation, schema, &body);
        match kind {
            0 => JournalRecord::of_deletion(DOCUMENTS[0], generation, schema),
            1 => JournalRecord {
                sha256: "damaged".to_owned(),
                ..record
            },
            _ => record,
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 600, failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn start_up_finds_what_was_promised_or_newer(
        mut steps in prop::collection::vec(step(), 1..60),
    ) {
        steps.push(Step::Kill { lost_changes: 3 });
        live_one_life(&steps);
    }

    #[test]
    fn start_up_takes_anything_and_deletes_nothing_unreadable(
        a in prop::option::of(slot_text()),
        b in prop::option::of(slot_text()),
        record in prop::option::of(journal_record()),
        room in prop::option::of(0..600u64),
        stop_after in prop::option::of(0..5usize),
    ) {
        let slots = [(SlotName::A, a), (SlotName::B, b)];
        let entries = slots.into_iter().filter_map(|(name, text)| {
            Some((slot_key(DOCUMENTS[0], name), text?))
        });
        let store = MemoryStore::holding(entries);
        let before = store.entries();
        store.limit(room);
        store.stop_after(stop_after);
        let mut documents = DocumentStore::new(store, SCHEMA);
        let first = documents.load(record.as_slice().into(), 5);
        let after = documents.key_value_store().entries();
        check_unreadable_is_kept(&before, &after);

        // Writing right after keeps it, too, and so does a second start.
        let generation = first.documents.first().map_or(0, |found| found.generation);
        let written = documents.write(DOCUMENTS[0], SCHEMA, "mine", generation);
        documents.key_value_store().stop_after(None);
        let second = documents.load(record.as_slice().into(), 6);
        check_unreadable_is_kept(&before, &documents.key_value_store().entries());
        if written.is_ok() {
            prop_assert_eq!(&second.documents[0].body, "mine");
        } else if let Some(document) = first.documents.first() {
            prop_assert_eq!(&second.documents[0].body, &document.body);
        }
    }

    #[test]
    fn a_slot_reads_back_as_written(
        generation in 1..=HIGHEST_GENERATION, schema: u32, body in ".*"
    ) {
        let slot = Slot::new(generation, schema, &body);
        prop_assert_eq!(Slot::decode(&slot.encode()), Ok(slot));
    }
}

/// Every text that does not verify is still there, under its own key or an aside key.
fn check_unreadable_is_kept(before: &SortedMap<String, String>, after: &SortedMap<String, String>) {
    for (key, text) in before
        .iter()
        .filter(|(_, text)| Slot::decode(text).is_err())
    {
        let kept = after.iter().any(|(candidate, value)| {
            let origin =
                parse_aside_key(candidate).map_or(candidate.as_str(), |(_, origin)| origin);
            origin == key && value == text
        });
        assert!(kept, "{key} is gone: {text:?}");
    }
}
