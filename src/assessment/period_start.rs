//! Beginning a new period (开始新一期) from the last one, and coping with a newer pack.
//!
//! Not here: the grey answers of the last period. They are read from that period when shown and
//! become answers of this one only by a tap.

use super::answer::{Answer, Assessment, PackReference};
use super::answer_value::{AnswerValue, VetoAnswer};
use crate::duty::{is_same_time, was_early};
use crate::order::sorted_by_key;
use crate::period::{CivilDate, Due, Quarter};
use crate::sorted_map::SortedMap;
use crate::sorted_set::SortedSet;
use crate::standard::{ItemId, StandardPack};
use uuid::Uuid;

/// A new assessment of `period`. Answers of `previous` that still hold (half-yearly, yearly and
/// term ones) go along with the period they come from, and so do vetoes that are present, since
/// they hold for the year; everything else is to be asked. What was looked at early and was not
/// met goes along no more than it counted: it is asked once it is due. What was
/// retired (已停用) stays where it was answered: it would come back as an answer of this period.
pub fn start_period(
    id: Uuid,
    organization: Uuid,
    period: Quarter,
    pack: (&StandardPack, PackReference),
    previous: Option<&Assessment>,
    term_end: Option<CivilDate>,
    now_ms: i64,
) -> Assessment {
    let (standard, reference) = pack;
    let mut answers = SortedMap::new();
    if let Some(previous) = previous.filter(|previous| previous.period <= period) {
        let indicators = standard.basics.iter().flat_map(|basic| &basic.indicators);
        for indicator in indicators {
            let Some(answer) = previous.answers.get(&indicator.id) else {
                continue;
            };
            let answered = answer.carried_from.unwrap_or(previous.period);
            let checklist = &standard.checklist;
            let holds = is_same_time(indicator, checklist, answered, period)
                .unwrap_or_else(|| indicator.frequency.still_holds(answered, period, term_end));
            let early = was_early(indicator, checklist, answered, term_end)
                .unwrap_or_else(|| indicator.frequency.due(answered, term_end) == Due::NotYet);
            let goes_along = answer
                .value
                .as_ref()
                .is_some_and(|one| one.goes_along(early));
            if holds && goes_along {
                let carried = Answer {
                    carried_from: Some(answered),
                    ..answer.clone()
                };
                answers.insert(indicator.id.clone(), carried);
            }
        }
    }
    if let Some(previous) = previous.filter(|previous| previous.period <= period) {
        for veto in &standard.vetoes {
            let Some(answer) = previous.answers.get(&veto.id) else {
                continue;
            };
            let answered = answer.carried_from.unwrap_or(previous.period);
            let present = answer.value == Some(AnswerValue::Veto(VetoAnswer::Present));
            if present && answered.year() == period.year() {
                let carried = Answer {
                    carried_from: Some(answered),
                    ..answer.clone()
                };
                answers.insert(veto.id.clone(), carried);
            }
        }
    }
    Assessment {
        id,
        organization,
        period,
        pack: reference,
        answers,
        retired: SortedMap::new(),
        summary: None,
        example: false,
        created_at: now_ms,
        extra: serde_json::Map::new(),
    }
}

/// The period that is to be begun (开始新一期) while `open` is open and today lies in `now`. `own` are
/// those that there are: one that is still to come may be open, and this quarter have none yet.
pub fn period_to_begin(
    open: Quarter,
    now: Quarter,
    own: impl IntoIterator<Item = Quarter>,
) -> Option<Quarter> {
    let is_missing = || !own.into_iter().any(|one| one == now);
    (now > open || (now < open && is_missing())).then_some(now)
}

/// The periods that can be begun (可以开始的期), and the latest one that there is to go on from: the
/// present quarter and the one after that latest, as far as they are not there. `own` are those
/// that there are, the latest first. One that was made with a wrong clock, years ahead, is none to
/// go on from.
pub fn periods_on_offer(now: Option<Quarter>, own: &[Quarter]) -> (Vec<Quarter>, Option<Quarter>) {
    let latest = own.iter().copied().find(|one| Some(*one) <= now);
    let candidates = [now, latest.map(Quarter::next)].into_iter().flatten();
    let missing = candidates.filter(|one| !own.contains(one));
    let mut offered = sorted_by_key(missing, |one| *one);
    offered.dedup();
    (offered, latest)
}

/// Moves answers to items that `pack` does not have to 「已停用」, and back where it has them
/// again and nothing newer stands there. Nothing is lost, unless the same item was retired twice:
/// then the answer that was changed last stays. Returns whether anything moved.
pub fn retire_unknown(assessment: &mut Assessment, pack: &StandardPack) -> bool {
    retire_all_but(assessment, &pack.item_ids())
}

/// As [`retire_unknown`], with the ids of everything that the pack asks: a file has thousands of
/// assessments of one pack.
pub fn retire_all_but(assessment: &mut Assessment, known: &SortedSet<ItemId>) -> bool {
    let (answers, retired) = (&mut assessment.answers, &mut assessment.retired);
    let unknown: Vec<_> = answers
        .keys()
        .filter(|id| !known.contains(*id))
        .cloned()
        .collect();
    let returned: Vec<_> = retired
        .keys()
        .filter(|id| known.contains(*id) && !answers.contains_key(*id))
        .cloned()
        .collect();
    let moved = !unknown.is_empty() || !returned.is_empty();
    for id in unknown {
        let older = retired.get(&id).map(|older| older.changed_at);
        if let Some(answer) = answers.remove(&id)
            && older.is_none_or(|older| older <= answer.changed_at)
        {
            retired.insert(id, answer);
        }
    }
    for id in returned {
        if let Some(answer) = retired.remove(&id) {
            answers.insert(id, answer);
        }
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_quarter_and_the_one_after_the_latest_are_on_offer() {
        fn check(now: Option<&str>, own: &[&str], expected: &[&str], latest: Option<&str>) {
            let quarter = |text: &str| text.parse::<Quarter>().unwrap();
            let own: Vec<Quarter> = own.iter().map(|text| quarter(text)).collect();
            let (found, from) = periods_on_offer(now.map(quarter), &own);
            let found: Vec<String> = found.iter().map(Quarter::to_string).collect();
            assert_eq!(found, expected, "{now:?} {own:?}");
            assert_eq!(from, latest.map(quarter), "{now:?} {own:?}");
        }

        check(Some("2026Q4"), &[], &["2026Q4"], None);
        check(Some("2026Q4"), &["2026Q3"], &["2026Q4"], Some("2026Q3"));
        check(
            Some("2026Q4"),
            &["2026Q2"],
            &["2026Q3", "2026Q4"],
            Some("2026Q2"),
        );
        check(Some("2026Q4"), &["2026Q4"], &["2027Q1"], Some("2026Q4"));
        // Years ahead, made with a wrong clock.
        check(
            Some("2026Q4"),
            &["2031Q1", "2026Q4"],
            &["2027Q1"],
            Some("2026Q4"),
        );
        check(None, &["2026Q4"], &[], None);
    }

    #[test]
    fn a_period_is_to_be_begun_once_another_quarter_is_here() {
        fn check(open: &str, now: &str, own: &[&str], expected: Option<&str>) {
            let quarter = |text: &str| text.parse::<Quarter>().unwrap();
            let own = own.iter().map(|text| quarter(text));
            let found = period_to_begin(quarter(open), quarter(now), own);
            assert_eq!(found, expected.map(quarter), "{open} {now}");
        }

        check("2026Q3", "2026Q3", &["2026Q3"], None);
        check("2026Q3", "2026Q4", &["2026Q3"], Some("2026Q4"));
        // An earlier one may be open although there is one of this quarter.
        check("2026Q3", "2026Q4", &["2026Q3", "2026Q4"], Some("2026Q4"));
        check("2027Q1", "2026Q4", &["2027Q1"], Some("2026Q4"));
        check("2027Q1", "2026Q4", &["2026Q4", "2027Q1"], None);
    }
}
