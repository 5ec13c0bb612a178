//! What can be answered as in the period before (和上期一样), one by one or all at once.
//!
//! Not here: what goes along by itself when a period is begun (`period_start`). What is offered
//! here becomes an answer only by a tap.

use super::answer::Assessment;
use super::answer_value::{AnswerValue, GivenAgain, Verdict};
use super::derivation::ScoredBasis;
use super::indicator::{Basis, Standing};
use super::outcome::Outcome;
use crate::ledger::Ledger;
use crate::standard::{DerivationEffect, ItemId, StandardPack};

/// The items that are still to be looked at and can be answered as in `previous`, with those
/// answers, in the order of the pack.
///
/// Which kinds of answers are given again, [`AnswerValue::given_again`] says. Neither is what the
/// ledger speaks of, nor what follows from something else. An answer that was lacking does not
/// hold any longer once its rectification was closed.
pub fn same_answers(
    pack: &StandardPack,
    outcome: &Outcome,
    previous: &Assessment,
    ledger: &Ledger,
) -> Vec<(ItemId, AnswerValue)> {
    let indicators = pack.indicators().map(|one| &one.id);
    let scored = pack.stars.iter().flat_map(|star| &star.indicators);
    let items = indicators.chain(scored.map(|one| &one.id));
    let answers = items.filter_map(|id| {
        let value = same_answer(id, pack, outcome, previous, ledger)?;
        Some((id.clone(), value.clone()))
    });
    answers.collect()
}

/// The answer of `previous` with which an item that is still to be looked at can be answered again.
/// `None` if it is answered or not asked, or if that answer does not hold any longer.
pub fn same_answer<'a>(
    id: &ItemId,
    pack: &StandardPack,
    outcome: &Outcome,
    previous: &'a Assessment,
    ledger: &Ledger,
) -> Option<&'a AnswerValue> {
    let value = previous.value(id)?;
    let holds = match value.given_again() {
        GivenAgain::Verdict(verdict) => {
            is_open_indicator(id, outcome) && !was_put_right(id, verdict, previous, ledger)
        }
        GivenAgain::Points => value
            .points_in(pack.points_unit)
            .is_some_and(|points| is_open_band(id, points, pack, outcome)),
        GivenAgain::Never => false,
    };
    holds.then_some(value)
}

/// Whether an indicator with a verdict is due, and nothing has been said of it.
fn is_open_indicator(id: &ItemId, outcome: &Outcome) -> bool {
    outcome.indicator(id).is_some_and(|one| {
        let is_open = one.standing == Standing::Unchecked && one.basis == Basis::Open;
        is_open && one.kind.is_verdict()
    })
}

/// Whether the band of these points can still be chosen for a scored indicator that is asked.
fn is_open_band(id: &ItemId, points: u32, pack: &StandardPack, outcome: &Outcome) -> bool {
    let Some((star, scored)) = pack.scored(id) else {
        return false;
    };
    let derivation = scored.derivation.as_ref();
    let follows = derivation.is_some_and(|one| one.effect == DerivationEffect::Fills);
    let has_band = scored.entered || scored.bands.iter().any(|band| band.score == points);
    let is_open = outcome.star(&star.key).is_some_and(|star| {
        let mut all = star.indicators.iter();
        all.find(|one| one.id == *id).is_some_and(|one| {
            let is_asked = matches!(one.basis, ScoredBasis::Open | ScoredBasis::Awaiting(_));
            is_asked && one.points.is_none()
        })
    });
    has_band && is_open && !follows
}

/// Whether what was lacking has been put right since: its rectification was closed (已销号).
fn was_put_right(id: &ItemId, verdict: Verdict, previous: &Assessment, ledger: &Ledger) -> bool {
    if !matches!(verdict, Verdict::Partly | Verdict::Unmet) {
        return false;
    }
    let begun = previous.period.first_day();
    let mut all = ledger.rectifications.values();
    all.any(|one| one.indicator() == Some(id) && one.closed_on.is_some_and(|day| day >= begun))
}
