//! An import is there as a whole or not at all, and is said to be done when it is saved.

use crate::device::Device;
use crate::journal_double::Temper;
use crate::samples::{BRANCH, PERIOD, branch, branch_and_period, id, period};
use crate::tab::Tab;
use wuxing::app::sync::{ImportState, room_needed};
use wuxing::app::told::Told;
use wuxing::app::undo::Deed;
use wuxing::app::watched::Watched;
use wuxing::assessment::Verdict::Met;
use wuxing::exchange::Document;
use wuxing::storage::keys::parse_slot_key;
use wuxing::storage::{JournalError, SaveState, WriteError};

/// Thirty periods of one branch, each with a long note.
fn file() -> Vec<Document> {
    file_of(30, "长")
}

fn file_of(periods: u128, letter: &str) -> Vec<Document> {
    let mut documents = vec![branch()];
    for number in 0..periods {
        let quarter = format!("{}Q{}", 2010 + number / 4, number % 4 + 1);
        let Document::Assessment(mut one) = period(id(100 + number), &quarter) else {
            unreachable!()
        };
        let answer = one.answers.entry("ORG-01".into()).or_default();
        answer.note = letter.repeat(200);
        documents.push(Document::Assessment(one));
    }
    documents
}

fn periods(tab: &Tab) -> usize {
    tab.workspace().assessments.len()
}

fn notes(device: &Device) -> usize {
    let entries = device.store.entries();
    let notes = entries.iter().filter(|(key, text)| {
        let is_note = parse_slot_key(key).is_some_and(|(key, _)| key.starts_with("unfinished/"));
        is_note && !text.ends_with('\n')
    });
    notes.count()
}

#[test]
fn an_import_is_done_when_it_is_saved() {
    let device = Device::new();
    let tab = device.open(0);
    device.journal.be(Temper::Late);
    assert_eq!(tab.import(&file()), None);
    assert_eq!(periods(&tab), 0, "nothing before the note of it is saved");
    let mut news = None;
    let mut answers = 0;
    while news.is_none() && device.journal.answer_one() {
        answers += 1;
        news = tab.go_on_importing();
    }
    assert_eq!(news, Some(ImportState::Done));
    let deed = tab
        .undo
        .look(|stack| stack.last().map(|step| step.deed.clone()));
    assert_eq!(deed, Some(Deed::Imported(31)));
    assert!(answers >= 31, "each document was acknowledged");
    device.journal.answer_all();
    assert_eq!(tab.state(), SaveState::Saved);
    assert_eq!(notes(&device), 0);
}

/// Killed after «imported», one of thirty organisations and none of six hundred periods was there.
#[test]
fn a_kill_at_any_step_leaves_all_of_it_or_nothing() {
    let mut ends = [0, 0];
    for answers in 0..22 {
        for lost in [0, 3, 1_000] {
            let device = Device::new();
            device.open(0).add(&branch_and_period());
            device.open(0).answer(PERIOD, "ORG-01", Met);
            device.kill(0);
            let tab = device.open(0);
            device.journal.be(Temper::Late);
            let own = device.store.changes();
            tab.import(&file_of(6, "长"));
            for _ in 0..answers {
                device.journal.answer_one();
                tab.go_on_importing();
            }
            // What she had before is on the disk long since.
            device.kill(lost.min(device.store.changes() - own));
            device.journal.be(Temper::AtOnce);
            let again = device.open(1);
            let found = periods(&again);
            assert!(
                found == 1 || found == 7,
                "{found} periods after {answers} answers"
            );
            assert_eq!(again.verdict(PERIOD, "ORG-01"), Some(Met));
            ends[usize::from(found == 7)] += 1;
            device.kill(0);
            let third = device.open(2);
            assert_eq!(periods(&third), found);
            assert_eq!(third.take_told(), [], "it is told once");
            assert_eq!(notes(&device), 0);
        }
    }
    assert!(ends[0] > 0 && ends[1] > 0, "{ends:?}");
}

#[test]
fn an_import_that_was_cut_off_is_carried_to_its_end_and_told() {
    let device = Device::new();
    let tab = device.open(0);
    device.journal.be(Temper::Late);
    tab.import(&file());
    device.journal.answer_one();
    device.kill(0);
    device.journal.be(Temper::AtOnce);
    let again = device.open(0);
    assert_eq!(periods(&again), 30);
    assert_eq!(again.take_told(), [Told::ImportCompleted]);
    assert_eq!(again.state(), SaveState::Saved);
}

/// Without a journal and with room for a part of it, 47 of 130 documents were stored, and the page
/// said «imported».
#[test]
fn what_does_not_fit_is_refused_and_taken_back() {
    let device = Device::new();
    device.journal.be(Temper::Refuses(JournalError::Denied));
    let tab = device.open(0);
    tab.add(&branch_and_period());
    tab.answer(PERIOD, "ORG-01", Met);
    let before = tab.workspace();
    let room = device.used() + room_needed(file().iter()) / 3;
    device.store.limit(Some(room));
    let refused = ImportState::Refused(WriteError::QuotaExceeded);
    assert_eq!(tab.import(&file()), Some(refused));
    assert_eq!(tab.workspace(), before);
    device.kill(0);
    let again = device.open(0);
    assert_eq!(again.workspace(), before);
    assert_eq!(again.take_told(), []);
    // And with the journal, it is kept there.
    device.journal.be(Temper::AtOnce);
    let tab = device.open(1);
    assert_eq!(tab.import(&file()), Some(ImportState::Done));
    device.kill(0);
    assert_eq!(periods(&device.open(2)), 31);
}

#[test]
fn without_room_for_the_note_a_cut_off_import_is_told() {
    // What stands in marks in a document takes twice the room in the note.
    let file = file_of(30, "\"");
    let device = Device::new();
    device.journal.be(Temper::Refuses(JournalError::Denied));
    let tab = device.open(0);
    // Room for it once, and not for its texts in the note as well.
    let needed = room_needed(file.iter()) * 5 / 4;
    device.store.limit(Some(needed));
    device.store.stop_after(Some(20));
    tab.import(&file);
    device.kill(0);
    device.store.limit(None);
    let again = device.open(0);
    let found = periods(&again);
    assert!(found > 0 && found < 30, "{found}");
    let missing = 30 - found;
    assert_eq!(again.take_told(), [Told::ImportIncomplete { missing }]);
    // Where it does fit once, it is there.
    let whole = Device::new();
    whole.journal.be(Temper::Refuses(JournalError::Denied));
    let tab = whole.open(0);
    whole.store.limit(Some(needed));
    assert_eq!(tab.import(&file), Some(ImportState::Done));
    whole.kill(0);
    assert_eq!(periods(&whole.open(0)), 30);
}

#[test]
fn an_import_can_be_taken_back_as_one_step() {
    let device = Device::new();
    let tab = device.open(0);
    tab.add(&branch_and_period());
    let before = tab.workspace();
    assert_eq!(tab.import(&file()), Some(ImportState::Done));
    assert!(tab.undo());
    assert_eq!(tab.workspace(), before);
    assert!(before.organizations.contains_key(&BRANCH));
}
