//! A large import is noted in parts and written in steps, and is there as a whole or not at all all
//! the same.

use crate::device::{Device, START};
use crate::journal_double::Temper;
use crate::samples::{PERIOD, branch, branch_and_period, id, period};
use crate::tab::Tab;
use wuxing::app::start::take_in;
use wuxing::app::sync::{ImportNews, ImportState, WorkspaceSync};
use wuxing::app::told::Told;
use wuxing::app::undo::{Deed, UndoStep};
use wuxing::app::watched::Watched;
use wuxing::app::workspace::Workspace;
use wuxing::assessment::Verdict::Met;
use wuxing::exchange::{Document, SCHEMA_VERSION};
use wuxing::storage::rescue;
use wuxing::storage::{JournalError, SaveState, WriteError};

const PERIODS: usize = 14;

/// Fourteen periods of one branch, with as many letters as need two notes.
fn file() -> Vec<Document> {
    let mut documents = vec![branch()];
    for number in 0..PERIODS as u128 {
        let quarter = format!("{}Q{}", 2010 + number / 4, number % 4 + 1);
        let Document::Assessment(mut one) = period(id(100 + number), &quarter) else {
            unreachable!()
        };
        let answer = one.answers.entry("ORG-01".into()).or_default();
        answer.note = "a".repeat(20_000);
        documents.push(Document::Assessment(one));
    }
    documents
}

fn periods(workspace: &Workspace) -> usize {
    workspace.assessments.len()
}

/// Whether the slots or the journal have a note of anything unfinished.
fn has_note(device: &Device) -> bool {
    let is_note = |key: &str| key.contains("unfinished/");
    let entries = device.store.entries();
    let mut slots = entries.iter();
    let mut records = device.journal.records().into_iter();
    slots.any(|(key, text)| is_note(key) && !text.ends_with('\n'))
        || records.any(|record| is_note(&record.key) && !record.deleted)
}

/// Takes one step of an import.
fn go_on(tab: &Tab) -> Option<ImportNews> {
    tab.with_sync(WorkspaceSync::go_on_importing).flatten()
}

/// Takes so many steps of an import, of the app and of the journal in turn; returns how it ended,
/// if it did.
fn take_steps(device: &Device, tab: &Tab, steps: usize) -> Option<ImportNews> {
    (0..steps).find_map(|step| match step % 3 {
        0 => {
            device.journal.answer_one();
            None
        }
        _ => {
            let news = go_on(tab);
            news.filter(|news| !matches!(news, ImportNews::GoesOn { .. }))
        }
    })
}

#[test]
fn a_kill_between_any_two_steps_leaves_all_of_it_or_nothing() {
    let (mut ends, mut told) = ([0, 0], 0);
    for steps in (0..70).step_by(2) {
        let lost = [0, 3, 1_000][steps % 3];
        let device = Device::new();
        device.open(0).add(&branch_and_period());
        device.open(0).answer(PERIOD, "ORG-01", Met);
        device.kill(0);
        let tab = device.open(0);
        device.journal.be(Temper::Late);
        let own = device.store.changes();
        tab.with_sync(|sync| sync.begin_import(file()));
        take_steps(&device, &tab, steps);
        device.kill(lost.min(device.store.changes() - own));
        device.journal.be(Temper::AtOnce);
        let again = device.open(1);
        let found = periods(&again.workspace());
        let whole = found == 1 || found == 1 + PERIODS;
        assert!(whole, "{found} periods after {steps} steps");
        assert_eq!(again.verdict(PERIOD, "ORG-01"), Some(Met));
        ends[usize::from(found > 1)] += 1;
        told += again.take_told().len();
        assert!(!has_note(&device), "after {steps} steps");
        device.kill(0);
        let third = device.open(2);
        assert_eq!(periods(&third.workspace()), found);
        assert_eq!(third.take_told(), [], "it is told once");
    }
    assert!(ends[0] > 0 && ends[1] > 0 && told > 0, "{ends:?} {told}");
}

#[test]
fn each_step_is_short_and_says_how_far_it_is() {
    let device = Device::new();
    let tab = device.open(0);
    device.journal.be(Temper::Late);
    tab.with_sync(|sync| sync.begin_import(file()));
    let (mut last, mut said) = (0, Vec::new());
    let changes = loop {
        let before = device.store.changes();
        match go_on(&tab) {
            Some(ImportNews::GoesOn { percent }) => said.push(percent),
            Some(ImportNews::Done(changes)) => break changes,
            Some(ImportNews::Refused(why)) => panic!("{why}"),
            None => assert!(device.journal.answer_one(), "it goes on some time"),
        }
        last = device.store.changes() - before;
        assert!(last <= 8, "{last} writes in one step");
    };
    assert!(last <= 8 && said.len() >= 3, "{said:?}");
    assert!(said.is_sorted() && said.last() == Some(&100), "{said:?}");
    assert_eq!(changes.len(), 1 + PERIODS);
    device.journal.answer_all();
    assert_eq!(tab.state(), SaveState::Saved);
    assert!(!has_note(&device));
    // It is taken back as one step.
    let deed = Deed::Imported(changes.len());
    tab.undo.change(|stack| {
        stack.push(UndoStep { deed, changes });
        true
    });
    assert!(tab.undo());
    assert!(tab.workspace().is_empty());
}

/// The slots keep their room for what stays: the parts of the note are in the journal alone.
#[test]
fn the_note_takes_no_room_from_the_documents() {
    let device = Device::new();
    let tab = device.open(0);
    device.journal.be(Temper::Late);
    tab.with_sync(|sync| sync.begin_import(file()));
    while go_on(&tab).is_some() {}
    assert!(device.used() < 10_000, "{}", device.used());
    assert!(device.journal.answer_one() && device.journal.answer_one());
    let texts = device
        .journal
        .records()
        .into_iter()
        .map(|one| one.body.len());
    assert!(texts.sum::<usize>() > 280_000);
}

#[test]
fn without_a_journal_it_is_noted_in_the_slots() {
    let device = Device::new();
    device.journal.be(Temper::Refuses(JournalError::Denied));
    let tab = device.open(0);
    tab.with_sync(|sync| sync.begin_import(file()));
    // Both parts, the note, and some of the documents.
    for _ in 0..3 {
        go_on(&tab);
    }
    let written = periods(&tab.workspace());
    assert!(written > 0 && written < PERIODS, "{written}");
    device.kill(0);
    let again = device.open(0);
    assert_eq!(periods(&again.workspace()), PERIODS);
    assert_eq!(again.take_told(), [Told::ImportCompleted]);
    assert!(!has_note(&device));
}

#[test]
fn what_does_not_fit_is_taken_back() {
    let device = Device::new();
    device.journal.be(Temper::Refuses(JournalError::Denied));
    let tab = device.open(0);
    tab.add(&branch_and_period());
    let before = tab.workspace();
    device.store.limit(Some(device.used() + 200_000));
    let refused = ImportState::Refused(WriteError::QuotaExceeded);
    assert_eq!(tab.import(&file()), Some(refused));
    assert_eq!(tab.workspace(), before);
    device.kill(0);
    let again = device.open(0);
    assert_eq!(again.workspace(), before);
    assert_eq!(again.take_told(), []);
    assert!(!has_note(&device));
}

/// An import of 12.9 MB was refused for want of room at its end, and taken back in one task of
/// seven seconds.
#[test]
fn what_is_refused_is_taken_back_in_short_steps() {
    let (mut ends, mut told) = ([0, 0], 0);
    for kill_after in (0..120).step_by(7) {
        let device = Device::new();
        device.journal.be(Temper::Refuses(JournalError::Denied));
        let tab = device.open(0);
        tab.add(&branch_and_period());
        let before = tab.workspace();
        device.store.limit(Some(device.used() + 200_000));
        tab.with_sync(|sync| sync.begin_import(file()));
        let mut refused = None;
        for _ in 0..kill_after {
            let writes = device.store.changes();
            refused = refused.or(match go_on(&tab) {
                Some(ImportNews::Refused(why)) => Some(why),
                _ => None,
            });
            let writes = device.store.changes() - writes;
            // Of a document that is deleted two slots are written, and its note with it.
            assert!(writes <= 20, "{writes} writes in one step");
        }
        if refused.is_some() {
            assert_eq!(refused, Some(WriteError::QuotaExceeded));
            assert_eq!(tab.workspace(), before);
            assert!(!has_note(&device));
        }
        device.kill(0);
        let again = device.open(0);
        let found = periods(&again.workspace());
        let news = again.take_told();
        let incomplete = |one: &Told| matches!(one, Told::ImportIncomplete { .. });
        assert!(
            found == 1 || news.iter().any(incomplete),
            "{found} periods, {news:?}"
        );
        ends[usize::from(refused.is_some())] += 1;
        told += news.len();
        assert!(!has_note(&device), "after {kill_after} steps");
    }
    assert!(ends[0] > 0 && ends[1] > 0 && told > 0, "{ends:?} {told}");
}

/// The raw data of a device that was killed in the middle have all of it, and nothing of what had
/// not begun.
#[test]
fn raw_data_have_what_was_noted() {
    fn check(steps: usize, expected: usize) {
        let device = Device::new();
        let tab = device.open(0);
        device.journal.be(Temper::Late);
        tab.with_sync(|sync| sync.begin_import(file()));
        take_steps(&device, &tab, steps);
        let text = rescue::export_raw(&*device.store, Some(&device.journal.records()));
        let loaded = rescue::open(&text, SCHEMA_VERSION, START).unwrap();
        let mut workspace = Workspace::default();
        take_in(&loaded, &mut workspace);
        assert_eq!(periods(&workspace), expected, "{steps}");
    }

    check(1, 0);
    check(14, PERIODS);
}
