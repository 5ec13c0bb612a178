//! What start-up makes of slots and journal: all of it, whichever is newer, and nothing of it
//! written that must not be.

use crate::device::{Device, START};
use crate::journal_double::Temper;
use crate::samples::{BRANCH, PERIOD, branch, branch_and_period, branch_key, period, period_key};
use crate::tab::Tab;
use wuxing::app::start::take_in;
use wuxing::app::watched::Watched;
use wuxing::app::workspace::Workspace;
use wuxing::assessment::{Answer, AnswerValue, Verdict};
use wuxing::exchange::{Document, SCHEMA_VERSION, Theme};
use wuxing::sorted_map::SortedMap;
use wuxing::storage::keys::{SlotName, slot_key};
use wuxing::storage::{JournalRecord, KeyValueStore, LoadFault, Loaded, SaveState, Slot};

/// The period with these answers, each given so many milliseconds after the start.
fn answered(answers: &[(&str, Verdict, i64)]) -> String {
    let Document::Assessment(mut period) = period(PERIOD, "2026Q3") else {
        unreachable!()
    };
    for (item, verdict, at) in answers {
        let value = AnswerValue::Verdict(*verdict);
        period
            .answers
            .insert((*item).into(), Answer::of(value, START + at));
    }
    Document::Assessment(period).body().unwrap()
}

pub fn put_slot(device: &Device, key: &str, name: SlotName, generation: u64, body: &str) {
    let slot = Slot::new(generation, SCHEMA_VERSION, body).encode();
    device.store.set(&slot_key(key, name), &slot).unwrap();
}

fn verdicts(tab: &Tab) -> SortedMap<String, Verdict> {
    let workspace = tab.workspace();
    let Some(period) = workspace.assessments.get(&PERIOD) else {
        return SortedMap::new();
    };
    let answers = period
        .answers
        .iter()
        .map(|(id, answer)| match answer.value {
            Some(AnswerValue::Verdict(verdict)) => (id.0.clone(), verdict),
            _ => unreachable!(),
        });
    answers.collect()
}

use Verdict::{Met, Partly, Unmet};

/// The generation of one place, and the answers there.
type Version<'a> = Option<(u64, &'a [(&'a str, Verdict, i64)])>;

#[test]
fn the_newest_of_slots_and_journal_counts_and_what_went_apart_is_merged() {
    #[track_caller]
    fn check(a: Version, b: Version, journal: Version, expected: &[(&str, Verdict)]) {
        for temper in [Temper::AtOnce, Temper::Late] {
            let device = Device::new();
            let key = period_key().to_string();
            for (name, version) in [(SlotName::A, a), (SlotName::B, b)] {
                if let Some((generation, answers)) = version {
                    put_slot(&device, &key, name, generation, &answered(answers));
                }
            }
            if let Some((generation, answers)) = journal {
                let body = answered(answers);
                let record = JournalRecord::of_document(&key, generation, SCHEMA_VERSION, &body);
                device.journal.force(record);
            }
            device.clock.advance(1_000);
            device.journal.be(temper);
            let tab = device.open(0);
            device.journal.answer_all();
            let expected: SortedMap<String, Verdict> = expected
                .iter()
                .map(|(id, verdict)| ((*id).to_owned(), *verdict))
                .collect();
            assert_eq!(verdicts(&tab), expected);
            // Slots and journal are at one afterwards, and stay so.
            assert!(matches!(tab.state(), SaveState::Idle | SaveState::Saved));
            let record = device.journal.record(&key).unwrap();
            device.kill(0);
            let before = device.store.entries();
            let again = device.open(0);
            device.journal.answer_all();
            assert_eq!(again.workspace(), tab.workspace());
            assert_eq!(
                device.store.entries(),
                before,
                "a second start has nothing to do"
            );
            assert_eq!(device.journal.record(&key), Some(record));
        }
    }
    let one: &[_] = &[("ORG-01", Met, 1)];
    let two: &[_] = &[("ORG-01", Met, 1), ("ORG-02", Unmet, 2)];
    let other: &[_] = &[("ORG-01", Met, 1), ("ORG-03", Partly, 3)];
    let later: &[_] = &[("ORG-01", Unmet, 5)];
    let expect_one = &[("ORG-01", Met)];
    let expect_two = &[("ORG-01", Met), ("ORG-02", Unmet)];
    let both = &[("ORG-01", Met), ("ORG-02", Unmet), ("ORG-03", Partly)];
    // Slots alone, the journal alone, and all in step.
    check(Some((1, one)), None, None, expect_one);
    check(Some((1, one)), Some((2, two)), None, expect_two);
    check(None, None, Some((2, two)), expect_two);
    check(Some((1, one)), Some((2, two)), Some((2, two)), expect_two);
    // The journal is newer, or older.
    check(Some((1, one)), None, Some((2, two)), expect_two);
    check(Some((1, one)), Some((2, two)), Some((1, one)), expect_two);
    check(Some((3, two)), Some((2, one)), Some((1, one)), expect_two);
    // They went apart.
    check(Some((1, one)), Some((2, two)), Some((2, other)), both);
    check(Some((2, two)), Some((2, other)), None, both);
    check(Some((2, two)), Some((2, other)), Some((2, other)), both);
    check(Some((2, two)), None, Some((5, other)), both);
    check(Some((9, two)), None, Some((5, other)), both);
    // By the time of each answer, not by the generation.
    check(Some((9, one)), None, Some((5, later)), &[("ORG-01", Unmet)]);
}

#[test]
fn what_was_entered_before_the_journal_answered_is_kept_with_what_it_has() {
    let device = Device::new();
    let key = period_key().to_string();
    put_slot(
        &device,
        &key,
        SlotName::A,
        1,
        &answered(&[("ORG-01", Met, 1)]),
    );
    let branch = branch().body().unwrap();
    put_slot(&device, &branch_key().to_string(), SlotName::A, 1, &branch);
    let newer = answered(&[("ORG-01", Met, 1), ("ORG-02", Unmet, 2)]);
    device
        .journal
        .force(JournalRecord::of_document(&key, 6, SCHEMA_VERSION, &newer));
    device.journal.be(Temper::Late);
    device.clock.advance(1_000);
    let tab = device.open(0);
    tab.answer(PERIOD, "ORG-03", Partly);
    tab.note(PERIOD, "ORG-01", "正在写");
    device.settle(&[&tab]);
    assert_eq!(tab.state(), SaveState::Saved);
    device.kill(0);
    for tab in [&tab, &device.open(0)] {
        assert_eq!(tab.verdict(PERIOD, "ORG-02"), Some(Unmet));
        assert_eq!(tab.verdict(PERIOD, "ORG-03"), Some(Partly));
        assert_eq!(tab.written(PERIOD, "ORG-01").unwrap(), "正在写");
    }
}

#[test]
fn what_a_newer_build_wrote_is_shown_and_never_written() {
    #[track_caller]
    fn check(in_slots: bool, in_journal: bool, readable: bool) {
        let newer = SCHEMA_VERSION + 1;
        let device = Device::new();
        let key = period_key().to_string();
        let body = match readable {
            true => answered(&[("ORG-01", Met, 1)]).replacen('{', "{\"new_field\":[1,2],", 1),
            false => "{\"all\":\"is different\"}".to_owned(),
        };
        if in_slots {
            let slot = Slot::new(3, newer, &body).encode();
            device
                .store
                .set(&slot_key(&key, SlotName::B), &slot)
                .unwrap();
        }
        put_slot(
            &device,
            &key,
            SlotName::A,
            2,
            &answered(&[("ORG-02", Unmet, 0)]),
        );
        if in_journal {
            device
                .journal
                .force(JournalRecord::of_document(&key, 4, newer, &body));
        }
        let branch_body = branch().body().unwrap();
        put_slot(
            &device,
            &branch_key().to_string(),
            SlotName::A,
            1,
            &branch_body,
        );
        let slots = |device: &Device| {
            SlotName::BOTH.map(|name| device.store.get(&slot_key(&key, name)).unwrap())
        };
        let before = (slots(&device), device.journal.record(&key));
        let tab = device.open(0);
        assert_eq!(tab.verdict(PERIOD, "ORG-01"), readable.then_some(Met));
        tab.report.look(|report| {
            assert!(report.read_only.contains_key(&key));
            assert_eq!(report.unreadable.is_empty(), readable);
            assert!(!report.to_save.contains(&period_key()));
        });
        tab.answer(PERIOD, "ORG-01", Unmet);
        assert_eq!(tab.verdict(PERIOD, "ORG-01"), readable.then_some(Met));
        tab.delete_assessment(PERIOD);
        tab.with_sync(|sync| sync.save([period_key()]));
        tab.flush();
        assert_eq!((slots(&device), device.journal.record(&key)), before);
        // Everything else can be used.
        tab.members(BRANCH, 30);
        let branch = device.journal.record(&branch_key().to_string()).unwrap();
        assert!(branch.body.contains("30"));
    }
    for readable in [true, false] {
        check(true, false, readable);
        check(true, true, readable);
    }
    check(false, true, true);
}

#[test]
fn a_fault_that_both_readings_find_is_told_once() {
    let device = Device::new();
    device.store.deny(true);
    let tab = device.open(0);
    assert_eq!(tab.report.look(|report| report.faults.len()), 1);
}

#[test]
fn what_the_first_reading_moved_aside_is_still_told_after_the_second() {
    let device = Device::new();
    device.open(0).add(&branch_and_period());
    device.kill(0);
    let key = slot_key(&period_key().to_string(), SlotName::A);
    device.store.corrupt(&key, 150);
    device.journal.be(Temper::Late);
    let tab = device.open(0);
    let damaged = |tab: &Tab| {
        let is_damaged = |one: &&LoadFault| matches!(one, LoadFault::SlotDamaged { .. });
        tab.report
            .look(|report| report.faults.iter().filter(is_damaged).count())
    };
    assert_eq!(damaged(&tab), 1);
    device.journal.answer_all();
    assert_eq!(damaged(&tab), 1);
    assert!(tab.workspace().assessments.contains_key(&PERIOD));
}

#[test]
fn stored_settings_stand_over_those_of_an_empty_device_whatever_their_time() {
    let device = Device::new();
    put_slot(
        &device,
        "settings",
        SlotName::A,
        1,
        r#"{"theme":"dark","elder":true}"#,
    );
    let tab = device.open(0);
    assert_eq!(tab.workspace().settings.theme, Theme::Dark);
    assert!(tab.workspace().settings.elder);
    assert!(tab.report.look(|report| report.to_save.is_empty()));
}

#[test]
fn a_raw_copy_is_put_together_in_the_same_way() {
    let key = period_key().to_string();
    let version = |generation, body| wuxing::storage::StoredDocument {
        key: key.clone(),
        generation,
        schema: SCHEMA_VERSION,
        body,
        source: wuxing::storage::Source::Slot,
    };
    let loaded = Loaded {
        documents: vec![version(2, answered(&[("ORG-01", Met, 1)]))],
        alternatives: vec![version(2, answered(&[("ORG-02", Unmet, 1)]))],
        ..Loaded::default()
    };
    let mut workspace = Workspace::default();
    let report = take_in(&loaded, &mut workspace);
    assert_eq!(report.to_save, [period_key()]);
    assert_eq!(workspace.assessments[&PERIOD].answers.len(), 2);
    let report = take_in(&loaded, &mut workspace);
    assert_eq!(report.to_save, [period_key()], "it is still to be saved");
}
