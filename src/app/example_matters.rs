//! What a built-in example is busy with (示例里的事): a few rectifications and cards, dated from
//! today, so that they look alive whenever it is opened, and cards that come again and again.
//!
//! Not here: its content, which is data (`example_files`), and the rest of the example.

use crate::app::example_files::ExampleFiles;
use crate::app::ledger::{place_for, put_entry};
use crate::app::workspace::Workspace;
use crate::exchange::Document;
use crate::ledger::{Card, EntryBody, FieldValue, StepMark};
use crate::period::{CivilDate, Frequency, Span};
use crate::rectification::{Origin, Rectification};
use crate::sorted_map::SortedMap;
use crate::standard::ItemId;
use crate::typed_json;
use serde::Deserialize;
use uuid::Uuid;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenMatters {
    rectifications: Vec<WrittenRectification>,
    cards: Vec<WrittenCard>,
    /// Cards that come again and again: one in each span of the year so far.
    #[serde(default)]
    recurring: Vec<RecurringCard>,
}

/// A rectification; days are counted from today, and those behind it are negative.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenRectification {
    /// The indicator from which it comes; a walk-through where none is named.
    #[serde(default)]
    indicator: Option<ItemId>,
    problem: String,
    who: String,
    found: i32,
    until: i32,
    #[serde(default)]
    assigned: Option<i32>,
    #[serde(default)]
    resolved: Option<i32>,
    #[serde(default)]
    closed: Option<i32>,
    measure: String,
    #[serde(default)]
    result: String,
}

/// A card; days are counted from today, and those behind it are negative.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenCard {
    mechanism: ItemId,
    #[serde(default)]
    title: String,
    #[serde(default)]
    values: SortedMap<String, FieldValue>,
    #[serde(default)]
    steps: SortedMap<String, Vec<i32>>,
    #[serde(default)]
    closed: Option<i32>,
}

/// Cards of one mechanism, one in each span of the year, all of whose steps were taken on one day.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RecurringCard {
    mechanism: ItemId,
    every: Frequency,
    /// In which month of the span, from 1.
    month: u8,
    /// On which day of that month.
    day: u8,
    /// Their titles, taken in turn.
    titles: Vec<String>,
    #[serde(default)]
    values: SortedMap<String, FieldValue>,
    steps: Vec<String>,
    /// Whether they were settled on that day.
    #[serde(default)]
    closed: bool,
}

/// The documents of an example with what it is busy with on `today`, on the pages of its ledger.
pub fn added_to(
    documents: Vec<Document>,
    example: ExampleFiles,
    today: CivilDate,
    now_ms: i64,
    mut new_id: impl FnMut() -> Uuid,
) -> Vec<Document> {
    let mut workspace = Workspace::default();
    let mut others = Vec::new();
    for document in documents {
        if !matches!(document, Document::Ledger(_)) {
            others.push(document.clone());
        }
        workspace.put(document);
    }
    let Some(organization) = workspace.organizations.keys().next().copied() else {
        return others;
    };
    for body in entries(example, today) {
        let (id, year) = (new_id(), today.year());
        let place = place_for(&workspace, organization, year, &body, &mut new_id);
        put_entry(&mut workspace, &place, id, body, now_ms);
    }
    let pages = workspace.ledgers.into_values().map(Document::Ledger);
    others.into_iter().chain(pages).collect()
}

/// The rectifications and cards of an example as they are on `today`; none where the example
/// cannot be read, which a test rules out.
fn entries(example: ExampleFiles, today: CivilDate) -> Vec<EntryBody> {
    let value = typed_json::parse(example.matters).unwrap_or_default();
    let Ok(written) = typed_json::read::<WrittenMatters>(&value) else {
        return Vec::new();
    };
    let rectifications = written.rectifications.into_iter();
    let rectifications = rectifications.map(|one| EntryBody::Rectification(one.on(today)));
    let cards = written.cards.into_iter();
    let cards = cards.map(|one| EntryBody::Card(one.on(today)));
    let recurring = written.recurring.iter().flat_map(|one| one.until(today));
    let recurring = recurring.map(EntryBody::Card);
    rectifications.chain(cards).chain(recurring).collect()
}

impl WrittenRectification {
    fn on(self, today: CivilDate) -> Rectification {
        let found_on = today.days_later(self.found);
        let origin = match self.indicator {
            Some(id) => Origin::Indicator(id),
            None => Origin::WalkThrough(found_on.quarter()),
        };
        let day = |days: Option<i32>| days.map(|days| today.days_later(days));
        Rectification {
            who: self.who,
            until: day(Some(self.until)),
            measure: self.measure,
            result: self.result,
            assigned_on: day(self.assigned),
            resolved_on: day(self.resolved),
            closed_on: day(self.closed),
            ..Rectification::found(origin, self.problem, found_on)
        }
    }
}

impl WrittenCard {
    fn on(self, today: CivilDate) -> Card {
        let steps = self.steps.into_iter().map(|(key, days)| {
            let on = days.into_iter().map(|days| today.days_later(days));
            let mark = StepMark {
                on: on.collect(),
                line: String::new(),
            };
            (key, mark)
        });
        Card {
            mechanism: self.mechanism,
            year: today.year(),
            title: self.title,
            values: self.values,
            steps: steps.collect(),
            links: Vec::new(),
            closed_on: self.closed.map(|days| today.days_later(days)),
        }
    }
}

impl RecurringCard {
    /// The cards from the beginning of the year to this day.
    fn until(&self, today: CivilDate) -> Vec<Card> {
        let spans = Span::of_year(self.every, today.year(), None);
        let days = spans.into_iter().filter_map(|span| {
            let first = span.first_day();
            CivilDate::new(first.year(), first.month() + self.month - 1, self.day)
        });
        let days = days.filter(|day| *day <= today).enumerate();
        days.map(|(place, day)| self.on(place, day)).collect()
    }

    fn on(&self, place: usize, day: CivilDate) -> Card {
        let mark = StepMark {
            on: vec![day],
            line: String::new(),
        };
        let steps = self.steps.iter().map(|key| (key.clone(), mark.clone()));
        Card {
            mechanism: self.mechanism.clone(),
            year: day.year(),
            title: match self.titles.len() {
                0 => String::new(),
                count => self.titles[place % count].clone(),
            },
            values: self.values.clone(),
            steps: steps.collect(),
            links: Vec::new(),
            closed_on: self.closed.then_some(day),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::example_files::{of, village};
    use crate::duty::progress;
    use crate::standard::{OrganizationType, built_in};

    #[test]
    fn what_an_example_is_busy_with_fits_the_pack() {
        let today: CivilDate = "2026-05-20".parse().unwrap();
        for kind in OrganizationType::ALL {
            let pack = built_in(kind).unwrap();
            let entries = entries(of(kind), today);
            let (mut open, mut overdue, mut pressing) = (0, 0, 0);
            for body in &entries {
                match body {
                    EntryBody::Rectification(one) => {
                        if let Some(id) = one.indicator() {
                            assert!(pack.indicator(id).is_some(), "{id}");
                        }
                        open += usize::from(one.closed_on.is_none());
                        overdue += usize::from(one.is_overdue(today));
                    }
                    EntryBody::Card(card) => {
                        let mechanism = pack.checklist.mechanism(&card.mechanism).unwrap();
                        let has =
                            |key: &String| mechanism.steps.iter().any(|step| step.key == *key);
                        assert!(card.steps.keys().all(has), "{card:?}");
                        // The key of a cell begins with that of its field.
                        let asks = |key: &String| {
                            let of = key.split('.').next();
                            mechanism.fields.iter().any(|field| Some(&*field.key) == of)
                        };
                        assert!(card.values.keys().all(asks), "{card:?}");
                        let found = progress(mechanism, card, today);
                        pressing += usize::from(found.presses.is_some());
                    }
                    _ => panic!("{body:?}"),
                }
            }
            assert_eq!(open, 2, "{entries:?}");
            assert!(overdue == 1 || kind != OrganizationType::Village);
            // What leads others has no mechanism with a limit.
            assert!(
                pressing >= 1 || kind.leads(),
                "a limit is near: {entries:?}"
            );
        }
    }

    #[test]
    fn it_stands_on_the_pages_of_the_example() {
        let mut last = 0;
        let mut new_id = || {
            last += 1;
            Uuid::from_u128(last)
        };
        let today: CivilDate = "2026-05-20".parse().unwrap();
        let example = village();
        let quarter = today.quarter();
        let bare = crate::app::example::documents(example, quarter, 1, &mut new_id).unwrap();
        let whole = added_to(bare.clone(), example, today, 1, &mut new_id);
        let pages = |documents: &[Document]| {
            let pages = documents.iter().filter_map(|document| match document {
                Document::Ledger(page) => Some(page.clone()),
                _ => None,
            });
            pages.collect::<Vec<_>>()
        };
        let count = |documents: &[Document]| {
            let pages = pages(documents);
            pages.iter().map(|page| page.entries.len()).sum::<usize>()
        };
        assert!(pages(&whole).iter().all(|page| page.example));
        assert_eq!(count(&whole), count(&bare) + entries(example, today).len());
        let others = |documents: &[Document]| documents.len() - pages(documents).len();
        assert_eq!(others(&whole), others(&bare));
    }
}
