//! What a person does with the ledger in one running app, and entries to do it with.

use crate::samples::{BRANCH, id};
use crate::tab::Tab;
use wuxing::app::ledger::{
    change_entry, find_entry, pages_holding, place_for, put_entry, take_out_entry,
};
use wuxing::app::undo::Deed;
use wuxing::exchange::DocumentKey;
use wuxing::ledger::{Card, EntryBody, FieldValue, Record, RecordOf};
use wuxing::ordered_map::OrderedMap;
use wuxing::rectification::{Origin, Rectification};

/// The year of all entries here.
pub const YEAR: i32 = 2026;

/// A meeting about which nothing is said yet.
pub fn meeting() -> EntryBody {
    EntryBody::Record(Record {
        of: RecordOf::Kind("general_meeting".into()),
        held_on: "2026-03-12".parse().unwrap(),
        belongs_to_year: None,
        numbers: OrderedMap::new(),
        line: String::new(),
        place: String::new(),
    })
}

/// A problem that was found.
pub fn problem() -> EntryBody {
    let found_on = "2026-03-12".parse().unwrap();
    EntryBody::Rectification(Rectification::found(
        Origin::Indicator("ORG-01".into()),
        String::new(),
        found_on,
    ))
}

/// A card in which nothing stands yet.
pub fn card() -> EntryBody {
    EntryBody::Card(Card {
        mechanism: "four_discuss_two_open".into(),
        year: YEAR,
        title: String::new(),
        values: OrderedMap::new(),
        steps: OrderedMap::new(),
        links: Vec::new(),
        closed_on: None,
    })
}

/// Writes the line of a record.
pub fn line(text: &str) -> impl FnOnce(&mut EntryBody) + use<> {
    let text = text.to_owned();
    move |body| match body {
        EntryBody::Record(one) => one.line = text,
        other => panic!("no record: {other:?}"),
    }
}

/// Writes into a field of a card.
pub fn field(key: &str, text: &str) -> impl FnOnce(&mut EntryBody) + use<> {
    let (key, value) = (key.to_owned(), FieldValue::Text(text.to_owned()));
    in_card(move |card| drop(card.values.insert(key, value)))
}

/// Takes a step of a card on a day of March.
pub fn step(key: &str, day: u8) -> impl FnOnce(&mut EntryBody) + use<> {
    let (key, day) = (key.to_owned(), format!("2026-03-{day:02}"));
    in_card(move |card| {
        let mark = card.steps.entry(key).or_insert(wuxing::ledger::StepMark {
            on: Vec::new(),
            line: String::new(),
        });
        mark.on.push(day.parse().unwrap());
    })
}

/// Changes a card.
pub fn in_card(change: impl FnOnce(&mut Card)) -> impl FnOnce(&mut EntryBody) {
    move |body| match body {
        EntryBody::Card(card) => change(card),
        other => panic!("no card: {other:?}"),
    }
}

/// One of the entries that a tab knows.
pub fn entry_of(tab: &Tab, number: usize) -> Option<u128> {
    let workspace = tab.workspace();
    let entries = workspace.ledgers.values().flat_map(|page| &page.entries);
    let known: Vec<u128> = entries
        .filter(|(_, entry)| entry.body.is_some())
        .map(|(entry, _)| entry.as_u128() - id(0).as_u128())
        .collect();
    known.get(number % known.len().max(1)).copied()
}

impl Tab {
    /// Enters something new, as a tap does, and returns the key of its page.
    pub fn begin(&self, entry: u128, body: EntryBody) -> DocumentKey {
        let new_page = || id(50_000 + entry);
        let place = place_for(&self.workspace(), BRANCH, YEAR, &body, new_page);
        let key = DocumentKey::Ledger(place.page());
        self.tap(Deed::Recorded, &[key], |workspace, now_ms| {
            put_entry(workspace, &place, id(entry), body, now_ms);
        });
        key
    }

    /// Changes an entry by a tap.
    pub fn change(&self, entry: u128, change: impl FnOnce(&mut EntryBody)) {
        let keys = self.keys_of_entry(entry);
        self.tap(Deed::ChangedEntry, &keys, |workspace, now_ms| {
            change_entry(workspace, id(entry), now_ms, change);
        });
    }

    /// Types into an entry; it is written by the next `flush`.
    pub fn type_into(&self, entry: u128, change: impl FnOnce(&mut EntryBody)) {
        let keys = self.keys_of_entry(entry);
        self.typing(Deed::ChangedEntry, &keys, |workspace, now_ms| {
            change_entry(workspace, id(entry), now_ms, change);
        });
    }

    /// Takes an entry out.
    pub fn take_out(&self, entry: u128) {
        let keys = self.keys_of_entry(entry);
        self.tap(Deed::TookOutEntry, &keys, |workspace, now_ms| {
            take_out_entry(workspace, id(entry), now_ms);
        });
    }

    /// What an entry holds.
    pub fn entry(&self, entry: u128) -> Option<EntryBody> {
        let workspace = self.workspace();
        find_entry(&workspace, id(entry)).map(|(_, body)| body.clone())
    }

    /// The line of a record.
    pub fn line(&self, entry: u128) -> Option<String> {
        match self.entry(entry)? {
            EntryBody::Record(one) => Some(one.line),
            other => panic!("no record: {other:?}"),
        }
    }

    /// A card.
    pub fn card(&self, entry: u128) -> Option<Card> {
        match self.entry(entry)? {
            EntryBody::Card(one) => Some(one),
            other => panic!("no card: {other:?}"),
        }
    }

    fn keys_of_entry(&self, entry: u128) -> Vec<DocumentKey> {
        let pages = pages_holding(&self.workspace(), id(entry)).into_iter();
        pages.map(DocumentKey::Ledger).collect()
    }
}
