//! What a user can do with the ledger: one tap makes an entry, and everything else about it is
//! written afterwards, so that no half-filled form can be lost.
//!
//! Not here: on which page an entry stands (`app::ledger`).

use super::Pace;
use crate::app::ledger;
use crate::app::session::{Host, Session};
use crate::app::undo::Deed;
use crate::app::watched::Watched;
use crate::exchange::DocumentKey;
use crate::ledger::{Card, EntryBody, Given, Ledger, Missed, Record, RecordOf};
use crate::period::{CivilDate, Span};
use crate::rectification::{Move, NotNow, Origin, Rectification, RectificationState};
use crate::sorted_map::SortedMap;
use crate::standard::ItemId;
use uuid::Uuid;

impl<H: Host> Session<H> {
    /// Records that something was held or done on a day (记一次); the year to which it belongs is
    /// that of the span for which it is recorded, where that is another one. Returns the entry.
    pub fn record(&self, of: RecordOf, held_on: CivilDate, span: Option<Span>) -> Option<Uuid> {
        self.record_with(of, held_on, span, SortedMap::new())
    }

    /// Records the same with what is known of its numbers beforehand (应到).
    pub fn record_with(
        &self,
        of: RecordOf,
        held_on: CivilDate,
        span: Option<Span>,
        numbers: SortedMap<Given, u32>,
    ) -> Option<Uuid> {
        let year = span.map_or(held_on.year(), Span::year);
        let record = Record {
            belongs_to_year: (year != held_on.year()).then_some(year),
            numbers,
            ..Record::new(of, held_on)
        };
        self.enter(year, EntryBody::Record(record), Deed::Recorded)
    }

    /// Notes that a duty was not done in a span (未开展). Returns the entry.
    pub fn note_missed(&self, duty: ItemId, span: Span) -> Option<Uuid> {
        let missed = Missed {
            duty,
            span,
            reason: String::new(),
        };
        self.enter(span.year(), EntryBody::Missed(missed), Deed::NotedMissed)
    }

    /// Begins a rectification (列入整改) today. Where the indicator or the signal has one that is not
    /// closed, that one is returned and nothing is begun: nothing is pursued twice.
    pub fn begin_rectification(&self, origin: Origin, problem: String) -> Option<Uuid> {
        let open = self.open_ledger()?.open_rectification_from(&origin);
        if open.is_some() {
            return open;
        }
        let today = self.day.copied()?;
        let body = EntryBody::Rectification(Rectification::found(origin, problem, today));
        self.enter(today.year(), body, Deed::BeganRectification)
    }

    /// Begins a rectification (列入整改) for each of these rows of a card, and notes on the card what
    /// came of which: one step, that is taken back as one. Where this is a step of the card itself,
    /// it is taken along today, unless it was before. Returns how many were begun.
    pub fn rectify_rows(
        &self,
        card: Uuid,
        (field, step): (&str, Option<&str>),
        rows: &[(String, String)],
    ) -> usize {
        let begun = self.day.copied().zip(self.open_organization_id());
        let Some((today, organization)) = begun else {
            return 0;
        };
        let found = rows.iter().map(|(row, problem)| {
            let one = Rectification::found(Origin::Review, problem.clone(), today);
            (row, self.new_id(), EntryBody::Rectification(one))
        });
        let found: Vec<(&String, Uuid, EntryBody)> = found.collect();
        let now_ms = self.now_ms();
        // Each finds its place beside those before it, which are not on their pages yet.
        let (page, places) = self.workspace.look(|workspace| {
            let mut tried = workspace.clone();
            let places = found.iter().map(|(_, id, body)| {
                let new_id = || self.new_id();
                let place = ledger::place_for(&tried, organization, today.year(), body, new_id);
                ledger::put_entry(&mut tried, &place, *id, body.clone(), now_ms);
                place
            });
            let places: Vec<ledger::Place> = places.collect();
            (ledger::page_of(workspace, card), places)
        });
        let keys = page
            .into_iter()
            .chain(places.iter().map(ledger::Place::page));
        let keys: Vec<DocumentKey> = keys.map(DocumentKey::Ledger).collect();
        let begun = found.len();
        let deed = Some(Deed::BeganRectification);
        self.edit(deed, &keys, Pace::Now, |workspace, now_ms| {
            for ((row, id, body), place) in found.into_iter().zip(&places) {
                ledger::put_entry(workspace, place, id, body, now_ms);
                ledger::change_entry(workspace, card, now_ms, |body| {
                    if let EntryBody::Card(card) = body {
                        card.note_rectification(field, row, id);
                        if let Some(step) = step {
                            card.take_step(step, today);
                        }
                    }
                });
            }
        });
        begun
    }

    /// Begins a card of a mechanism (加一件) for a year.
    pub fn begin_card(&self, mechanism: ItemId, year: i32) -> Option<Uuid> {
        let card = Card {
            mechanism,
            year,
            title: String::new(),
            values: SortedMap::new(),
            steps: SortedMap::new(),
            links: Vec::new(),
            closed_on: None,
        };
        self.enter(year, EntryBody::Card(card), Deed::BeganCard)
    }

    /// Moves a rectification on or back.
    ///
    /// # Errors
    /// [`NotNow`] where there is no such move now; nothing is changed then.
    pub fn move_rectification(&self, id: Uuid, step: Move) -> Result<RectificationState, NotNow> {
        let today = self.day.copied();
        let known = self
            .open_ledger()
            .and_then(|ledger| ledger.rectifications.get(&id).cloned());
        let (Some(today), Some(mut moved)) = (today, known) else {
            return Err(NotNow::NoSuchMove(RectificationState::Closed));
        };
        moved.make(step, today)?;
        let state = moved.state();
        let deed = Deed::MovedRectification(state);
        self.change_entry(id, deed, Pace::Now, move |body| {
            if let EntryBody::Rectification(one) = body {
                *one = moved;
            }
        });
        Ok(state)
    }

    /// Changes a record.
    pub fn edit_record(&self, id: Uuid, pace: Pace, change: impl FnOnce(&mut Record)) {
        self.change_entry(id, Deed::ChangedEntry, pace, |body| {
            if let EntryBody::Record(one) = body {
                change(one);
            }
        });
    }

    /// Changes a note that something was not done.
    pub fn edit_missed(&self, id: Uuid, pace: Pace, change: impl FnOnce(&mut Missed)) {
        self.change_entry(id, Deed::ChangedEntry, pace, |body| {
            if let EntryBody::Missed(one) = body {
                change(one);
            }
        });
    }

    /// Changes what is written about a rectification.
    pub fn edit_rectification(
        &self,
        id: Uuid,
        pace: Pace,
        change: impl FnOnce(&mut Rectification),
    ) {
        self.change_entry(id, Deed::ChangedEntry, pace, |body| {
            if let EntryBody::Rectification(one) = body {
                change(one);
            }
        });
    }

    /// Changes a card.
    pub fn edit_card(&self, id: Uuid, pace: Pace, change: impl FnOnce(&mut Card)) {
        self.change_entry(id, Deed::ChangedEntry, pace, |body| {
            if let EntryBody::Card(one) = body {
                change(one);
            }
        });
    }

    /// Links two cards (关联). The link is kept on the first and read from both.
    pub fn link_cards(&self, id: Uuid, other: Uuid) {
        let linked = self.open_ledger().is_some_and(|ledger| {
            let mut linked = ledger.linked_with(id).into_iter();
            linked.any(|(known, _)| known == other)
        });
        if !linked && id != other {
            self.edit_card(id, Pace::Now, |card| card.links.push(other));
        }
    }

    /// Takes the link between two cards away, on whichever of them it is kept.
    pub fn unlink_cards(&self, id: Uuid, other: Uuid) {
        let pages = self.workspace.look(|workspace| {
            let pages = [id, other].map(|card| ledger::page_of(workspace, card));
            pages.into_iter().flatten().map(DocumentKey::Ledger)
        });
        let keys: Vec<DocumentKey> = pages.collect();
        let deed = Some(Deed::ChangedEntry);
        self.edit(deed, &keys, Pace::Now, |workspace, now_ms| {
            for (from, to) in [(id, other), (other, id)] {
                ledger::change_entry(workspace, from, now_ms, |body| {
                    if let EntryBody::Card(card) = body {
                        card.links.retain(|link| *link != to);
                    }
                });
            }
        });
    }

    /// Takes an entry out (删掉这条). What it gave to duties and indicators goes with it.
    pub fn take_out_entry(&self, id: Uuid) {
        let pages = self
            .workspace
            .look(|workspace| ledger::pages_holding(workspace, id));
        let keys: Vec<DocumentKey> = pages.into_iter().map(DocumentKey::Ledger).collect();
        let deed = Some(Deed::TookOutEntry);
        self.edit(deed, &keys, Pace::Now, |workspace, now_ms| {
            ledger::take_out_entry(workspace, id, now_ms);
        });
    }

    pub(super) fn enter(&self, year: i32, body: EntryBody, deed: Deed) -> Option<Uuid> {
        let organization = self.open_organization_id()?;
        let id = self.new_id();
        let place = self.workspace.look(|workspace| {
            ledger::place_for(workspace, organization, year, &body, || self.new_id())
        });
        let keys = [DocumentKey::Ledger(place.page())];
        self.edit(Some(deed), &keys, Pace::Now, |workspace, now_ms| {
            ledger::put_entry(workspace, &place, id, body, now_ms);
        });
        Some(id)
    }

    pub(super) fn change_entry(
        &self,
        id: Uuid,
        deed: Deed,
        pace: Pace,
        change: impl FnOnce(&mut EntryBody),
    ) {
        let page = self
            .workspace
            .look(|workspace| ledger::page_of(workspace, id));
        let Some(page) = page else { return };
        let keys = [DocumentKey::Ledger(page)];
        let pace = pace.in_entry(id);
        self.edit(Some(deed), &keys, pace, |workspace, now_ms| {
            ledger::change_entry(workspace, id, now_ms, change);
        });
    }

    /// What was recorded for the open organisation, in all years.
    fn open_ledger(&self) -> Option<Ledger> {
        self.look_at_open(|workspace, organization| {
            Some(Ledger::of(workspace.pages_of(organization.id)))
        })
    }
}
