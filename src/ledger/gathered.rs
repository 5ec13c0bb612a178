//! All entries of an organisation together (台账全貌), by kind, from however many pages.
//!
//! Not here: on which page an entry stands.

use super::card::{Card, FieldValue};
use super::entry::{Entry, EntryBody};
use super::page::LedgerPage;
use super::record::{Missed, Record};
use super::review::{Reply, Review};
use crate::order::sorted_by_key;
use crate::period::CivilDate;
use crate::rectification::{Origin, Rectification};
use crate::sorted_map::SortedMap;
use crate::standard::ItemId;
use uuid::Uuid;

/// The entries of an organisation, by kind and id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// Records (记录).
    pub records: SortedMap<Uuid, Record>,
    /// Notes that something was not done (未开展).
    pub missed: SortedMap<Uuid, Missed>,
    /// Rectifications (整改), open and closed.
    pub rectifications: SortedMap<Uuid, Rectification>,
    /// Cards of mechanisms (机制卡片).
    pub cards: SortedMap<Uuid, Card>,
    /// What whoever checks wrote (审核).
    pub reviews: SortedMap<Uuid, Review>,
    /// What was replied to that (回应).
    pub replies: SortedMap<Uuid, Reply>,
}

/// How many rectifications there are, and how they stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RectificationCount {
    /// All of them.
    pub all: usize,
    /// Those that are not closed (未销号).
    pub not_closed: usize,
    /// Those that are overdue (超期).
    pub overdue: usize,
}

impl Ledger {
    /// Gathers the entries of these pages. Where an id stands on two of them, which a merge of two
    /// devices can bring about, the one changed later stands; the order of the pages decides
    /// nothing.
    pub fn of<'a>(pages: impl IntoIterator<Item = &'a LedgerPage>) -> Self {
        let mut latest: SortedMap<Uuid, &Entry> = SortedMap::new();
        for page in pages {
            for (id, entry) in &page.entries {
                match latest.get_mut(id) {
                    Some(known) if entry.supersedes(known) => *known = entry,
                    Some(_) => {}
                    None => drop(latest.insert(*id, entry)),
                }
            }
        }
        let mut ledger = Self::default();
        for (id, entry) in latest {
            match &entry.body {
                Some(EntryBody::Record(one)) => drop(ledger.records.insert(id, one.clone())),
                Some(EntryBody::Missed(one)) => drop(ledger.missed.insert(id, one.clone())),
                Some(EntryBody::Rectification(one)) => {
                    drop(ledger.rectifications.insert(id, one.clone()));
                }
                Some(EntryBody::Card(one)) => drop(ledger.cards.insert(id, one.clone())),
                Some(EntryBody::Review(one)) => drop(ledger.reviews.insert(id, one.clone())),
                Some(EntryBody::Reply(one)) => drop(ledger.replies.insert(id, one.clone())),
                None => {}
            }
        }
        ledger
    }

    /// The rectification of an indicator that is not closed yet, if there is one: there is at most
    /// one, so that nothing is pursued twice.
    pub fn open_rectification_of(&self, indicator: &ItemId) -> Option<Uuid> {
        self.open_rectification_from(&Origin::Indicator(indicator.clone()))
    }

    /// The rectification from this indicator or signal that is not closed yet, if there is one. A
    /// walk-through, a review and the rest bring as many as they find: there is none for them.
    pub fn open_rectification_from(&self, origin: &Origin) -> Option<Uuid> {
        if !matches!(origin, Origin::Indicator(_) | Origin::Signal(..)) {
            return None;
        }
        let mut all = self.rectifications.iter();
        let open = all.find(|(_, one)| one.closed_on.is_none() && one.origin == *origin);
        open.map(|(id, _)| *id)
    }

    /// How many rectifications there are, and how they stand on a day. `today` is not known while
    /// the clock cannot be believed; nothing is overdue then.
    pub fn count_rectifications(&self, today: Option<CivilDate>) -> RectificationCount {
        let mut count = RectificationCount::default();
        for one in self.rectifications.values() {
            count.all += 1;
            count.not_closed += usize::from(one.closed_on.is_none());
            let overdue = today.is_some_and(|today| one.is_overdue(today));
            count.overdue += usize::from(overdue);
        }
        count
    }

    /// How many rectifications were found before a day and are not closed (上期遗留).
    pub fn not_closed_from_before(&self, day: CivilDate) -> usize {
        let all = self.rectifications.values();
        all.filter(|one| one.closed_on.is_none() && one.found_on < day)
            .count()
    }

    /// The cards of a mechanism, those of the latest year first.
    pub fn cards_of(&self, mechanism: &ItemId) -> Vec<(Uuid, &Card)> {
        let of_mechanism = self.cards.iter();
        let of_mechanism = of_mechanism.filter(|(_, card)| card.mechanism == *mechanism);
        sorted_by_key(of_mechanism.map(|(id, card)| (*id, card)), |(id, card)| {
            std::cmp::Reverse((card.year, *id))
        })
    }

    /// The card of a mechanism for a year, if there is one; of several the one begun last.
    pub fn card_of_year(&self, mechanism: &ItemId, year: i32) -> Option<Uuid> {
        let cards = self.cards_of(mechanism).into_iter();
        cards
            .filter(|(_, card)| card.year == year)
            .map(|(id, _)| id)
            .next()
    }

    /// The texts that stand under a key on the cards of a mechanism, or in the same column of their
    /// rows, each once, but for the text under that very key of the card `own`.
    pub fn words_used(&self, mechanism: &ItemId, key: &str, own: Uuid) -> Vec<String> {
        let ends = key.split_once('.').zip(key.rsplit_once('.'));
        let is_same = |other: &str| match ends {
            Some(((field, _), (_, column))) => {
                let rest = other
                    .strip_prefix(field)
                    .and_then(|rest| rest.strip_prefix('.'));
                rest.and_then(|rest| rest.strip_suffix(column))
                    .is_some_and(|row| row.ends_with('.'))
            }
            None => other == key,
        };
        let mut words: Vec<String> = Vec::new();
        for (id, card) in self.cards_of(mechanism) {
            for (other, value) in &card.values {
                let FieldValue::Text(text) = value else {
                    continue;
                };
                let text = text.trim();
                let is_own = id == own && other == key;
                let is_known = words.iter().any(|word| word == text);
                if is_same(other) && !is_own && !is_known && !text.is_empty() {
                    words.push(text.to_owned());
                }
            }
        }
        words
    }

    /// The card of whose rows a rectification came, if it came of one that is still there.
    pub fn card_behind(&self, rectification: Uuid) -> Option<(Uuid, &Card)> {
        let mut cards = self.cards.iter();
        let found = cards.find(|(_, card)| card.has_rectification(rectification));
        found.map(|(id, card)| (*id, card))
    }

    /// The cards with which a card is linked, from whichever side the link was made.
    pub fn linked_with(&self, id: Uuid) -> Vec<(Uuid, &Card)> {
        let own = self.cards.get(&id).map_or(&[][..], |card| &card.links);
        let linked = self.cards.iter().filter(|(other, card)| {
            **other != id && (own.contains(other) || card.links.contains(&id))
        });
        linked.map(|(id, card)| (*id, card)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rectifications_are_counted_by_how_they_stand() {
        fn check(today: Option<&str>, expected: (usize, usize, usize)) {
            let found = |number: u128, until: Option<&str>, closed: Option<&str>| {
                let day = "2026-03-01".parse().unwrap();
                let mut one = Rectification::found(Origin::Review, String::new(), day);
                one.until = until.map(|day| day.parse().unwrap());
                one.closed_on = closed.map(|day| day.parse().unwrap());
                (Uuid::from_u128(number), one)
            };
            let ledger = Ledger {
                rectifications: SortedMap::from([
                    found(1, Some("2026-04-01"), None),
                    found(2, Some("2026-04-01"), Some("2026-05-01")),
                    found(3, None, None),
                ]),
                ..Ledger::default()
            };
            let today = today.map(|day| day.parse().unwrap());
            let count = ledger.count_rectifications(today);
            let counts = (count.all, count.not_closed, count.overdue);
            assert_eq!(counts, expected, "{today:?}");
            // What was found on the first day of a period is of that period.
            let before = |day: &str| ledger.not_closed_from_before(day.parse().unwrap());
            assert_eq!((before("2026-03-01"), before("2026-03-02")), (0, 2));
        }

        check(Some("2026-04-01"), (3, 2, 0));
        check(Some("2026-04-02"), (3, 2, 1));
        check(None, (3, 2, 0));
    }

    #[test]
    fn the_card_of_a_year_is_the_one_begun_last() {
        fn check(mechanism: &str, year: i32, expected: Option<u128>) {
            let card = |mechanism: &str, year: i32| Card {
                mechanism: ItemId::from(mechanism),
                year,
                title: String::new(),
                values: SortedMap::new(),
                steps: SortedMap::new(),
                links: Vec::new(),
                closed_on: None,
            };
            let cards = [
                (1, card("levels", 2025)),
                (2, card("levels", 2026)),
                (3, card("levels", 2026)),
                (4, card("lists", 2026)),
            ];
            let cards = cards.map(|(id, card)| (Uuid::from_u128(id), card));
            let ledger = Ledger {
                cards: SortedMap::from(cards),
                ..Ledger::default()
            };
            let found = ledger.card_of_year(&ItemId::from(mechanism), year);
            assert_eq!(found, expected.map(Uuid::from_u128), "{mechanism} {year}");
        }

        check("levels", 2025, Some(1));
        check("levels", 2026, Some(3));
        check("levels", 2027, None);
        check("lists", 2026, Some(4));
    }

    #[test]
    fn what_is_pursued_already_is_found_by_its_origin() {
        fn check(origin: &Origin, closed: bool, asked: &Origin, expected: bool) {
            let day = "2026-03-01".parse().unwrap();
            let mut one = Rectification::found(origin.clone(), String::new(), day);
            one.assigned_on = Some(day);
            one.resolved_on = Some(day);
            one.closed_on = closed.then_some(day);
            let id = Uuid::from_u128(1);
            let ledger = Ledger {
                rectifications: SortedMap::from([(id, one)]),
                ..Ledger::default()
            };
            let found = ledger.open_rectification_from(asked);
            assert_eq!(found, expected.then_some(id), "{origin:?} {asked:?}");
        }

        let indicator = |id: &str| Origin::Indicator(ItemId::from(id));
        let signal = |key: &str| Origin::Signal(ItemId::from("weak_signals"), key.to_owned());
        check(&indicator("ACT-01"), false, &indicator("ACT-01"), true);
        check(&indicator("ACT-01"), true, &indicator("ACT-01"), false);
        check(&indicator("ACT-01"), false, &indicator("ACT-02"), false);
        check(&signal("discord"), false, &signal("discord"), true);
        check(&signal("discord"), false, &signal("no_place"), false);
        check(&Origin::Review, false, &Origin::Review, false);
        check(&Origin::Other, false, &Origin::Other, false);
    }
}
