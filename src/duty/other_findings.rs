//! What cards (机制卡片) and problems (问题整改) say about an item.
//!
//! Not here: what duties say (`findings`).

use super::findings::{Finding, Measure, Place, Scope, length};
use super::steps::{Warning, step_states};
use crate::ledger::{Card, FieldValue};
use crate::period::CivilDate;
use crate::standard::{ItemId, Mechanism};
use uuid::Uuid;

/// The key of the field that says until when a card is to be settled (完成时限).
const UNTIL: &str = "until";

/// The steps of the card that went through the fewest of them, among those of the year that are
/// through. A card that is under way says nothing yet.
pub(super) fn steps(place: &Place<'_>, id: &ItemId) -> Option<Finding> {
    let (mechanism, cards) = cards_of_year(place, id)?;
    let until = place.judging.last_counted();
    let all = length(&mechanism.steps);
    let taken = |card: &Card| {
        let steps = mechanism.steps.iter();
        let taken = steps.filter(|step| is_taken(card, &step.key, until));
        u32::try_from(taken.count()).unwrap_or(u32::MAX)
    };
    let through = cards.into_iter().filter(|(_, card)| {
        let last = mechanism.steps.last();
        is_closed(card, until) || last.is_some_and(|step| is_taken(card, &step.key, until))
    });
    let through: Vec<(Uuid, u32)> = through.map(|(id, card)| (id, taken(card))).collect();
    let fewest = through.iter().map(|(_, taken)| *taken).min()?;
    let by = through.into_iter().map(|(id, _)| id).collect();
    Some(Finding::of(Measure::Steps, fewest, all, by))
}

/// How many of the cards that were open in the year keep the limits of their steps.
pub(super) fn limits(place: &Place<'_>, id: &ItemId) -> Option<Finding> {
    let mechanism = place.pack.checklist.mechanism(id)?;
    let until = place.judging.last_counted();
    let year = place.judging.period().year();
    let open_in_year = |card: &Card| {
        card.year <= year && card.closed_on.is_none_or(|closed| closed.year() >= year)
    };
    let cards = place.known.ledger.cards.iter();
    let cards: Vec<(Uuid, &Card)> = cards
        .filter(|(_, card)| card.mechanism == *id && open_in_year(card))
        .map(|(id, card)| (*id, card))
        .collect();
    let keeps = |card: &Card| {
        step_states(mechanism, card, until)
            .iter()
            .all(|state| match state.warning {
                Some(Warning::Overdue { .. }) => false,
                Some(Warning::TakenTooLate { .. }) => {
                    state.taken.last().is_none_or(|day| day.year() != year)
                }
                _ => true,
            })
    };
    if cards.is_empty() {
        return None;
    }
    let kept = cards.iter().filter(|(_, card)| keeps(card)).count();
    let (kept, all) = (u32::try_from(kept).unwrap_or(u32::MAX), length(&cards));
    let by = cards.into_iter().map(|(id, _)| id).collect();
    Some(Finding::of(Measure::Limits, kept, all, by))
}

/// How many cards of the year were settled, of those that are or that ought to be by now.
pub(super) fn settled(place: &Place<'_>, id: &ItemId) -> Option<Finding> {
    let (mechanism, cards) = cards_of_year(place, id)?;
    let until = place.judging.last_counted();
    let is_settled = |card: &Card| {
        let last = mechanism.steps.last();
        is_closed(card, until) || last.is_some_and(|step| is_taken(card, &step.key, until))
    };
    let is_due = |card: &Card| match card.values.get(UNTIL) {
        Some(FieldValue::Date(day)) => place.judging.is_past(*day),
        _ => false,
    };
    let due: Vec<(Uuid, bool)> = cards
        .into_iter()
        .map(|(id, card)| (id, is_settled(card), is_due(card)))
        .filter(|(_, settled, due)| *settled || *due)
        .map(|(id, settled, _)| (id, settled))
        .collect();
    if due.is_empty() {
        return None;
    }
    let done = due.iter().filter(|(_, settled)| *settled).count();
    let done = u32::try_from(done).unwrap_or(u32::MAX);
    let all = length(&due);
    let by = due.into_iter().map(|(id, _)| id).collect();
    Some(Finding::of(Measure::Settled, done, all, by))
}

/// How many problems had been solved of those whose time was up. Problems that are all within their
/// time come to none of none.
pub(super) fn rectifications(place: &Place<'_>, scope: Scope) -> Option<Finding> {
    let (begins, until) = (place.begins(scope), place.judging.last_counted());
    let solved_on = |day: Option<CivilDate>| day.filter(|day| *day <= until);
    let all = place.known.ledger.rectifications.iter();
    let (mut done, mut due, mut by) = (0, 0, Vec::new());
    for (id, one) in all.filter(|(_, one)| one.found_on <= until) {
        let solved = solved_on(one.resolved_on).or(solved_on(one.closed_on));
        // What was solved before the time that is looked at is over.
        if solved.is_some_and(|day| day < begins) {
            continue;
        }
        let time_is_up = one.until.is_some_and(|day| place.judging.is_past(day));
        by.push(*id);
        done += u32::from(solved.is_some());
        due += u32::from(solved.is_some() || time_is_up);
    }
    (!by.is_empty()).then(|| Finding::of(Measure::Rectifications, done, due, by))
}

/// A mechanism and its cards that belong to the year of the period.
fn cards_of_year<'a>(
    place: &Place<'a>,
    id: &ItemId,
) -> Option<(&'a Mechanism, Vec<(Uuid, &'a Card)>)> {
    let mechanism = place.pack.checklist.mechanism(id)?;
    let year = place.judging.period().year();
    let cards = place.known.ledger.cards.iter();
    let cards = cards.filter(|(_, card)| card.mechanism == *id && card.year == year);
    Some((mechanism, cards.map(|(id, card)| (*id, card)).collect()))
}

fn is_taken(card: &Card, step: &str, until: CivilDate) -> bool {
    let days = card.steps.get(step).map(|mark| &mark.on);
    days.is_some_and(|days| days.iter().any(|day| *day <= until))
}

fn is_closed(card: &Card, until: CivilDate) -> bool {
    card.closed_on.is_some_and(|day| day <= until)
}
