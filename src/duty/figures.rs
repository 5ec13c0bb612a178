//! Numbers that a card reads from the ledger (台账数): what was held, which problems were found and
//! solved, which cards were settled, in its year or its quarter.
//!
//! Nothing of it is kept: what is recorded later is in it by itself. Not here: what falls due.

use crate::ledger::{Card, FieldValue, Given, Ledger, RecordOf};
use crate::period::{CivilDate, Quarter, Span};
use crate::rectification::{Origin, Rectification};
use crate::standard::{FiguresOf, ItemId, ProblemsOf};

/// The key of the field that says for which quarter a card is (季度), by the custom of the built-in
/// packs; its choices are `1` to `4`.
const QUARTER: &str = "quarter";

/// What the ledger says of one thing (台账数).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Figure {
    /// What was held of a kind (记录).
    Held {
        /// The kind of records.
        kind: ItemId,
        /// How often.
        times: u32,
        /// How long in all, in half hours of study; 0 if that was not recorded.
        half_hours: u64,
        /// By how many in all (人次); 0 if that was not recorded.
        present: u64,
    },
    /// What became of the problems that were found (发现、交办、解决、销号).
    Problems {
        /// How many were found.
        found: u32,
        /// How many of them were handed over, or are further.
        assigned: u32,
        /// How many of them were solved, or are closed.
        resolved: u32,
        /// How many of them are closed.
        closed: u32,
    },
    /// What became of the cards of a mechanism (办结率).
    Cards {
        /// The mechanism.
        mechanism: ItemId,
        /// How many there are.
        begun: u32,
        /// On how many of them anything stands.
        filled: u32,
        /// How many of them are settled.
        settled: u32,
    },
    /// What was recorded in a month (按月).
    Month {
        /// The month, 1 to 12.
        month: u8,
        /// By how many persons in all (人数); 0 if that was not recorded.
        people: u64,
    },
}

/// The year for which a card is, or the quarter, where it names one.
pub fn time_of(card: &Card) -> Span {
    let number = match card.values.get(QUARTER) {
        Some(FieldValue::Choice(key)) => key.parse().ok(),
        _ => None,
    };
    let quarter = number.and_then(|number: u8| Quarter::new(card.year, number));
    quarter.map_or(Span::Year(card.year), Span::Quarter)
}

/// The numbers of the ledger in this time.
pub fn figures(of: &FiguresOf, ledger: &Ledger, time: Span) -> Vec<Figure> {
    match of {
        FiguresOf::Records(kinds) => kinds.iter().map(|kind| held(kind, ledger, time)).collect(),
        FiguresOf::Problems(which) => vec![problems(*which, ledger, time)],
        FiguresOf::Cards(all) => all.iter().map(|one| cards(one, ledger, time)).collect(),
        FiguresOf::Months(kind) => months(kind, ledger, time),
        // The profile says it, and not the ledger.
        FiguresOf::Term => Vec::new(),
    }
}

fn held(kind: &ItemId, ledger: &Ledger, time: Span) -> Figure {
    let of_kind = RecordOf::Kind(kind.clone());
    let records = ledger.records.values();
    let records = records.filter(|one| one.of == of_kind && contains(time, one.counted_on()));
    let (mut times, mut half_hours, mut present) = (0, 0, 0);
    for record in records {
        let number = |given: Given| record.numbers.get(&given).copied().map_or(0, u64::from);
        times += 1;
        half_hours += number(Given::HalfHours);
        present += number(Given::Present);
    }
    Figure::Held {
        kind: kind.clone(),
        times,
        half_hours,
        present,
    }
}

/// The months in which something was recorded, in their order.
fn months(kind: &ItemId, ledger: &Ledger, time: Span) -> Vec<Figure> {
    let of_kind = RecordOf::Kind(kind.clone());
    let mut by_month: [Option<u64>; 12] = [None; 12];
    let records = ledger.records.values();
    for record in records.filter(|one| one.of == of_kind && contains(time, one.counted_on())) {
        let place = usize::from(record.counted_on().month()).saturating_sub(1);
        if let Some(month) = by_month.get_mut(place) {
            let people = record.numbers.get(&Given::People).copied();
            *month.get_or_insert(0) += people.map_or(0, u64::from);
        }
    }
    let months = (1..).zip(by_month);
    let months = months.filter_map(|(month, people)| {
        Some(Figure::Month {
            month,
            people: people?,
        })
    });
    months.collect()
}

fn problems(which: ProblemsOf, ledger: &Ledger, time: Span) -> Figure {
    let of_time = |one: &&Rectification| {
        let day = match one.origin {
            Origin::WalkThrough(quarter) => quarter.first_day(),
            _ => one.found_on,
        };
        contains(time, day)
    };
    let wanted = |one: &&Rectification| match which {
        ProblemsOf::All => !matches!(one.origin, Origin::Signal(..)),
        ProblemsOf::WalkThrough => matches!(one.origin, Origin::WalkThrough(_)),
        ProblemsOf::Review => one.origin == Origin::Review,
    };
    let (mut found, mut assigned, mut resolved, mut closed) = (0, 0, 0, 0);
    let all = ledger.rectifications.values();
    for one in all.filter(wanted).filter(of_time) {
        let is_closed = one.closed_on.is_some();
        let is_resolved = is_closed || one.resolved_on.is_some();
        found += 1;
        assigned += u32::from(is_resolved || one.assigned_on.is_some());
        resolved += u32::from(is_resolved);
        closed += u32::from(is_closed);
    }
    Figure::Problems {
        found,
        assigned,
        resolved,
        closed,
    }
}

/// A card is of its year; in a quarter, it is of the one in which it was settled or a step of it
/// was taken.
fn cards(mechanism: &ItemId, ledger: &Ledger, time: Span) -> Figure {
    let of_time = |card: &&Card| match time {
        Span::Year(year) => card.year == year,
        _ => {
            let steps = card.steps.values().flat_map(|step| &step.on);
            let mut days = steps.copied().chain(card.closed_on);
            days.any(|day| contains(time, day))
        }
    };
    let all = ledger.cards.values();
    let all = all.filter(|card| card.mechanism == *mechanism);
    let (mut begun, mut filled, mut settled) = (0, 0, 0);
    for card in all.filter(of_time) {
        begun += 1;
        filled += u32::from(!card.is_blank());
        settled += u32::from(card.closed_on.is_some());
    }
    Figure::Cards {
        mechanism: mechanism.clone(),
        begun,
        filled,
        settled,
    }
}

fn contains(time: Span, day: CivilDate) -> bool {
    (time.first_day()..=time.last_day()).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::Record;
    use crate::sorted_map::SortedMap;
    use uuid::Uuid;

    fn day(text: &str) -> CivilDate {
        text.parse().unwrap()
    }

    fn record(kind: &str, on: &str, half_hours: u32, present: u32) -> Record {
        Record {
            numbers: SortedMap::from([(Given::HalfHours, half_hours), (Given::Present, present)]),
            ..Record::new(RecordOf::Kind(ItemId::from(kind)), day(on))
        }
    }

    fn by_id<One>(all: impl IntoIterator<Item = One>) -> SortedMap<Uuid, One> {
        (1..).map(Uuid::from_u128).zip(all).collect()
    }

    fn second_quarter() -> Span {
        Span::Quarter(Quarter::new(2026, 2).unwrap())
    }

    #[test]
    fn trainings_are_added_up_by_kind() {
        let ledger = Ledger {
            records: by_id([
                record("training", "2026-03-05", 8, 10),
                record("training", "2026-04-05", 5, 12),
                record("training", "2025-12-31", 8, 10),
                record("lecture", "2026-04-05", 2, 20),
            ]),
            ..Ledger::default()
        };
        let check = |time: Span, expected: (u32, u64, u64)| {
            let of = FiguresOf::Records(vec![ItemId::from("training")]);
            let (times, half_hours, present) = expected;
            let expected = Figure::Held {
                kind: ItemId::from("training"),
                times,
                half_hours,
                present,
            };
            assert_eq!(figures(&of, &ledger, time), [expected], "{time:?}");
        };
        check(Span::Year(2026), (2, 13, 22));
        check(second_quarter(), (1, 5, 12));
        check(Span::Year(2027), (0, 0, 0));
    }

    #[test]
    fn problems_are_counted_where_they_were_found() {
        let problem = |origin: Origin, found: &str, moves: usize| {
            let mut one = Rectification::found(origin, String::new(), day(found));
            let on = |at_least: usize| (moves >= at_least).then(|| day("2026-07-01"));
            one.assigned_on = on(1);
            one.resolved_on = on(2);
            one.closed_on = on(3);
            one
        };
        let walk = || Origin::WalkThrough(Quarter::new(2026, 2).unwrap());
        let signal = Origin::Signal(ItemId::from("weak_signals"), "discord".to_owned());
        let ledger = Ledger {
            rectifications: by_id([
                problem(walk(), "2026-06-30", 0),
                // Written down some days after the quarter.
                problem(walk(), "2026-07-03", 1),
                problem(walk(), "2026-05-01", 3),
                problem(Origin::Review, "2026-05-01", 2),
                problem(signal, "2026-05-01", 3),
            ]),
            ..Ledger::default()
        };
        let check = |which: ProblemsOf, expected: [u32; 4]| {
            let [found, assigned, resolved, closed] = expected;
            let expected = Figure::Problems {
                found,
                assigned,
                resolved,
                closed,
            };
            let of = FiguresOf::Problems(which);
            assert_eq!(figures(&of, &ledger, second_quarter()), [expected]);
        };
        check(ProblemsOf::WalkThrough, [3, 2, 1, 1]);
        check(ProblemsOf::Review, [1, 1, 1, 0]);
        check(ProblemsOf::All, [4, 3, 2, 1]);
    }

    #[test]
    fn cards_are_of_their_year_and_of_the_quarter_in_which_they_moved() {
        let card = |year: i32, step: Option<&str>, closed: Option<&str>| Card {
            mechanism: ItemId::from("needs"),
            year,
            title: String::new(),
            values: SortedMap::new(),
            steps: SortedMap::from_iter(step.map(|on| {
                let mark = crate::ledger::StepMark {
                    on: vec![day(on)],
                    line: String::new(),
                };
                ("claim".to_owned(), mark)
            })),
            links: Vec::new(),
            closed_on: closed.map(day),
        };
        let ledger = Ledger {
            cards: by_id([
                card(2026, Some("2026-04-01"), None),
                card(2026, None, Some("2026-05-01")),
                card(2026, Some("2026-01-01"), None),
                card(2026, None, None),
                card(2025, None, Some("2025-05-01")),
            ]),
            ..Ledger::default()
        };
        let check = |time: Span, begun: u32, filled: u32, settled: u32| {
            let mechanism = ItemId::from("needs");
            let of = FiguresOf::Cards(vec![mechanism.clone()]);
            let expected = Figure::Cards {
                mechanism,
                begun,
                filled,
                settled,
            };
            assert_eq!(figures(&of, &ledger, time), [expected], "{time:?}");
        };
        check(Span::Year(2026), 4, 3, 1);
        check(second_quarter(), 2, 2, 1);
    }

    #[test]
    fn a_card_names_its_quarter_or_is_of_its_year() {
        fn check(value: Option<FieldValue>, expected: Span) {
            let card = Card {
                mechanism: ItemId::from("m"),
                year: 2026,
                title: String::new(),
                values: SortedMap::from_iter(value.map(|value| (QUARTER.to_owned(), value))),
                steps: SortedMap::new(),
                links: Vec::new(),
                closed_on: None,
            };
            assert_eq!(time_of(&card), expected);
        }

        check(None, Span::Year(2026));
        check(Some(FieldValue::Choice("2".to_owned())), second_quarter());
        check(Some(FieldValue::Choice("5".to_owned())), Span::Year(2026));
        check(Some(FieldValue::Text("2".to_owned())), Span::Year(2026));
    }
}
