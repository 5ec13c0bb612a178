//! What the ledger and the assessment offer for a text (从台账起草): what was done, what is behind,
//! what goes on. Each is one line that the user takes over or leaves.
//!
//! Nothing of what is for the user's eyes alone is among it. Not here: the words.

use super::indicator::Standing;
use super::outcome::Outcome;
use crate::duty::{Agenda, is_over};
use crate::ledger::{Card, Ledger, RecordOf};
use crate::period::{CivilDate, Span};
use crate::rectification::{Origin, Rectification};
use crate::standard::{Draft, ItemId, Listing, StandardPack};
use uuid::Uuid;

/// One line that is offered (可写的一条).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Drafted {
    /// Something was held so often (开展次数).
    Held {
        /// The kind of records.
        kind: ItemId,
        /// How often.
        times: usize,
    },
    /// A card was settled (办结).
    Settled(Uuid),
    /// A card is under way (在办).
    UnderWay(Uuid),
    /// A problem was solved (已解决的问题).
    Solved(Uuid),
    /// A problem is not closed (未销号的问题).
    Open(Uuid),
    /// The time of a problem is up (超期的问题).
    Overdue(Uuid),
    /// A duty is late (超期的责任项).
    Late(ItemId),
    /// An indicator is not met, or met in part (未达标的指标).
    Unmet(ItemId, Standing),
    /// A duty that is on (责任项).
    Duty(ItemId),
}

/// What there is to draft from (起草的材料).
#[derive(Clone, Copy)]
pub struct Materials<'a> {
    /// The pack that is in force.
    pub pack: &'a StandardPack,
    /// What the open assessment amounts to, if there is one.
    pub outcome: Option<&'a Outcome>,
    /// What is late and due.
    pub agenda: &'a Agenda,
    /// What was recorded.
    pub ledger: &'a Ledger,
    /// The year or the quarter that is spoken of.
    pub time: Span,
    /// Today.
    pub today: CivilDate,
    /// The card that is written, which does not speak of itself.
    pub card: Uuid,
}

/// The lines that are offered, what counts most first.
pub fn drafted(draft: Draft, from: Materials<'_>) -> Vec<Drafted> {
    match draft {
        Draft::Done => done(from),
        Draft::Behind => behind(from),
        Draft::Ahead => ahead(from),
        Draft::Innovation => innovation(from),
        Draft::Duties => duties(from.pack),
    }
}

fn done(from: Materials<'_>) -> Vec<Drafted> {
    let settled = cards(from).filter(|(_, card)| is_in(from.time, card.closed_on));
    let settled = settled.map(|(id, _)| Drafted::Settled(id));
    let solved = problems(from)
        .filter(|(_, one)| is_in(from.time, one.resolved_on) || is_in(from.time, one.closed_on));
    let solved = solved.map(|(id, _)| Drafted::Solved(id));
    let kinds = from.pack.checklist.records.iter();
    let held = kinds.filter_map(|kind| {
        let of_kind = RecordOf::Kind(kind.id.clone());
        let records = from.ledger.records.values();
        let of_time =
            records.filter(|one| one.of == of_kind && is_in(from.time, Some(one.counted_on())));
        let times = of_time.count();
        let kind = kind.id.clone();
        (times > 0).then_some(Drafted::Held { kind, times })
    });
    settled.chain(solved).chain(held).collect()
}

fn behind(from: Materials<'_>) -> Vec<Drafted> {
    let overdue = problems(from).filter(|(_, one)| one.is_overdue(from.today));
    let overdue = overdue.map(|(id, _)| Drafted::Overdue(id));
    let unmet = from.outcome.map(Outcome::to_make_good).unwrap_or_default();
    let unmet = unmet
        .into_iter()
        .map(|one| Drafted::Unmet(one.id.clone(), one.standing));
    let mut late: Vec<ItemId> = Vec::new();
    for state in &from.agenda.late {
        if !late.contains(&state.duty) {
            late.push(state.duty.clone());
        }
    }
    let late = late.into_iter().map(Drafted::Late);
    overdue.chain(unmet).chain(late).collect()
}

fn ahead(from: Materials<'_>) -> Vec<Drafted> {
    let year = from.today.year();
    let checklist = &from.pack.checklist;
    let under_way = cards(from).filter(|(_, card)| {
        let mechanism = checklist.mechanism(&card.mechanism);
        // What is a plain list is never settled, and no plan.
        mechanism.is_some_and(|one| {
            let is_plan = !one.once_a_year && !one.steps.is_empty();
            !is_over(one, card, year) && (is_plan || one.list == Listing::Innovation)
        })
    });
    let under_way = under_way.map(|(id, _)| Drafted::UnderWay(id));
    let open = problems(from).filter(|(_, one)| one.closed_on.is_none());
    let open = open.map(|(id, _)| Drafted::Open(id));
    let unmet = from.outcome.map(Outcome::to_make_good).unwrap_or_default();
    let unmet = unmet
        .into_iter()
        .map(|one| Drafted::Unmet(one.id.clone(), one.standing));
    under_way.chain(open).chain(unmet).collect()
}

fn innovation(from: Materials<'_>) -> Vec<Drafted> {
    let checklist = &from.pack.checklist;
    let of_innovation = cards(from).filter(|(_, card)| {
        let mechanism = checklist.mechanism(&card.mechanism);
        mechanism.is_some_and(|one| one.list == Listing::Innovation)
    });
    let lines = of_innovation.filter_map(|(id, card)| match card.closed_on {
        None => Some(Drafted::UnderWay(id)),
        day if is_in(from.time, day) => Some(Drafted::Settled(id)),
        _ => None,
    });
    lines.collect()
}

fn duties(pack: &StandardPack) -> Vec<Drafted> {
    let on = pack.checklist.duties.iter().filter(|duty| duty.enabled);
    on.map(|duty| Drafted::Duty(duty.id.clone())).collect()
}

/// The cards that others may hear of, but for the one that is written.
fn cards(from: Materials<'_>) -> impl Iterator<Item = (Uuid, &Card)> {
    let all = from.ledger.cards.iter();
    let all = all.filter(move |(id, card)| {
        let mechanism = from.pack.checklist.mechanism(&card.mechanism);
        **id != from.card && mechanism.is_some_and(|one| !one.is_private())
    });
    all.map(|(id, card)| (*id, card))
}

/// The problems that others may hear of.
fn problems(from: Materials<'_>) -> impl Iterator<Item = (Uuid, &Rectification)> {
    let all = from.ledger.rectifications.iter();
    let all = all.filter(|(_, one)| !matches!(one.origin, Origin::Signal(..)));
    all.map(|(id, one)| (*id, one))
}

fn is_in(time: Span, day: Option<CivilDate>) -> bool {
    day.is_some_and(|day| (time.first_day()..=time.last_day()).contains(&day))
}
