//! What a person does with the ledger in one running app, and entries to do it with.

use crate::samples::id;
use crate::tab::Tab;
use uuid::Uuid;
use wuxing::app::commands::Pace;
use wuxing::app::ledger::page_of;
use wuxing::exchange::DocumentKey;
use wuxing::ledger::{Card, EntryBody, FieldValue, Missed, Record, RecordOf};
use wuxing::rectification::{Origin, Rectification};
use wuxing::sorted_map::SortedMap;

/// The year of all entries here.
pub const YEAR: i32 = 2026;

/// A meeting about which nothing is said yet.
pub fn meeting() -> EntryBody {
    let day = "2026-03-12".parse().unwrap();
    EntryBody::Record(Record::new(RecordOf::Kind("general_meeting".into()), day))
}

/// A duty that was not done in March.
pub fn missed() -> EntryBody {
    EntryBody::Missed(Missed {
        duty: "D-GM".into(),
        span: "2026-03".parse().unwrap(),
        reason: String::new(),
    })
}

/// A problem that was found on the day on which every device here starts.
pub fn problem() -> EntryBody {
    let found_on = "2026-11-21".parse().unwrap();
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
        values: SortedMap::new(),
        steps: SortedMap::new(),
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
    let there = entries.filter(|(_, entry)| entry.body.is_some());
    let there: Vec<Uuid> = there.map(|(entry, _)| *entry).collect();
    let named = tab.ids.entries.borrow();
    let known = named.iter().filter(|(_, id)| there.contains(id));
    let known: Vec<u128> = known.map(|(entry, _)| *entry).collect();
    known.get(number % known.len().max(1)).copied()
}

impl Tab {
    /// Enters something new, as far as a tap enters it, and returns the key of its page.
    pub fn begin(&self, entry: u128, body: EntryBody) -> DocumentKey {
        let begun = match body {
            EntryBody::Record(one) => self.record(one.of, one.held_on, None),
            EntryBody::Missed(one) => self.note_missed(one.duty, one.span),
            EntryBody::Rectification(one) => self.begin_rectification(one.origin, one.problem),
            EntryBody::Card(one) => self.begin_card(one.mechanism, one.year),
            EntryBody::Review(_) | EntryBody::Reply(_) => unreachable!("no tap begins one alone"),
        };
        let id = begun.unwrap();
        self.ids.entries.borrow_mut().insert(entry, id);
        let page = page_of(&self.workspace(), id);
        DocumentKey::Ledger(page.unwrap())
    }

    /// Changes an entry by a tap.
    pub fn change(&self, entry: u128, change: impl FnOnce(&mut EntryBody)) {
        self.edit_entry(entry, Pace::Now, change);
    }

    /// Types into an entry; it is written by the next `flush`.
    pub fn type_into(&self, entry: u128, change: impl FnOnce(&mut EntryBody)) {
        self.edit_entry(entry, Pace::typed("line"), change);
    }

    /// Takes an entry out.
    pub fn take_out(&self, entry: u128) {
        self.take_out_entry(self.id_of(entry));
    }

    /// What an entry holds.
    pub fn entry(&self, entry: u128) -> Option<EntryBody> {
        let workspace = self.workspace();
        let page = page_of(&workspace, self.id_of(entry))?;
        let page = &workspace.ledgers[&page];
        page.entries[&self.id_of(entry)].body.clone()
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

    /// The id of an entry; one that nobody has where it was never begun.
    pub fn id_of(&self, entry: u128) -> Uuid {
        let named = self.ids.entries.borrow();
        named.get(&entry).copied().unwrap_or(id(entry))
    }

    fn edit_entry(&self, entry: u128, pace: Pace, change: impl FnOnce(&mut EntryBody)) {
        let id = self.id_of(entry);
        let Some(mut body) = self.entry(entry) else {
            return;
        };
        change(&mut body);
        match body {
            EntryBody::Record(new) => self.edit_record(id, pace, |one| *one = new),
            EntryBody::Missed(new) => self.edit_missed(id, pace, |one| *one = new),
            EntryBody::Rectification(new) => self.edit_rectification(id, pace, |one| *one = new),
            EntryBody::Card(new) => self.edit_card(id, pace, |one| *one = new),
            EntryBody::Review(_) | EntryBody::Reply(_) => unreachable!("none was begun"),
        }
    }
}
