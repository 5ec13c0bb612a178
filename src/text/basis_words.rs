//! Why an indicator stands as it does (判定依据), in a sentence, with what is still ahead of it.
//!
//! Not here: the words it is made of (`assess`), and why a basic or a star stands so
//! (`reason_words`).

use super::duty_words::day_words;
use super::{Texts, list};
use crate::assessment::{Basis, IndicatorResult, Standing};
use crate::duty::{Finding, Measure};
use crate::period::{CivilDate, JudgingDay};
use crate::typed_number::{Unit, written};

/// Why an indicator stands as it does, where the answer alone does not say it. `judging` is the day
/// by which it was judged.
pub fn basis_sentence(
    result: &IndicatorResult,
    judging: JudgingDay,
    texts: &Texts,
) -> Option<String> {
    let words = &texts.assess;
    let said = match &result.basis {
        Basis::Open | Basis::Answered => None,
        Basis::Carried(period) => Some((words.carried)((texts.facts.quarter)(*period))),
        Basis::Counted { done, due, own_due } => {
            let so_far = judging.is_running() && !own_due;
            Some(count_words(*done, *due, so_far, texts))
        }
        Basis::Ledger(found) => Some(ledger_sentence(result, found, judging, texts)),
        Basis::Facts(facts) => {
            let named = facts.iter();
            let named = named.map(|(fact, number)| texts.facts.fact(*fact, *number));
            Some((words.facts_decide)(list(named, texts.language())))
        }
        Basis::TermRunsUntil(end) => Some((words.term_runs)(full_day(*end, texts))),
        Basis::TermExpired(end) => Some((words.term_expired)(full_day(*end, texts))),
    };
    let parts: Vec<String> = said
        .into_iter()
        .chain(ahead(result, judging, texts))
        .collect();
    (!parts.is_empty()).then(|| parts.join(words.and_then))
}

/// How often something that nobody counted yet has fallen due, with what is still ahead of it.
pub fn due_sentence(
    result: &IndicatorResult,
    judging: JudgingDay,
    texts: &Texts,
) -> Option<String> {
    let words = &texts.assess;
    let due = result.count_due.ended;
    let said = (due > 0).then(|| match judging.is_running() {
        true => (words.due_so_far)(due),
        false => (words.due_in_all)(due),
    });
    let parts: Vec<String> = said
        .into_iter()
        .chain(ahead(result, judging, texts))
        .collect();
    (!parts.is_empty()).then(|| parts.join(words.and_then))
}

/// A day with its year, whichever year that is.
pub fn full_day(day: CivilDate, texts: &Texts) -> String {
    (texts.facts.day)(day, i32::MIN)
}

/// What the ledger says, and what of it may still be missing.
fn ledger_sentence(
    result: &IndicatorResult,
    found: &Finding,
    judging: JudgingDay,
    texts: &Texts,
) -> String {
    let words = &texts.assess;
    let (done, due) = (found.done, found.due);
    let records = u32::try_from(found.by.len()).unwrap_or(u32::MAX);
    let mut said = match found.measure {
        Measure::Times if result.kind.times().is_some() => {
            let counted = count_words(done, due, judging.is_running(), texts);
            let more = (records > done).then(|| (words.recorded_more)(records));
            (words.recorded)(counted + &more.unwrap_or_default())
        }
        Measure::Times if done >= due => words.recorded_done.to_owned(),
        Measure::Times => (words.recorded_times)(done, due),
        Measure::Hours => {
            (words.recorded_hours)(written(done, Unit::Halves), written(due, Unit::Halves))
        }
        Measure::Steps => (words.recorded_steps)(done, due),
        Measure::Limits => (words.recorded_limits)(done, due),
        Measure::Settled => (words.recorded_settled)(done, due),
        Measure::Rectifications if due == 0 => words.recorded_problems_in_time.to_owned(),
        Measure::Rectifications => (words.recorded_problems)(done, due),
    };
    let asked = result.standing == Standing::Unchecked;
    if asked && found.unknown > 0 {
        said += &(words.recorded_unknown)(found.unknown);
    }
    if let Some(reason) = &found.missed {
        said += &(words.recorded_missed)(reason.clone());
    }
    if found.lacks_kind {
        said += words.recorded_lacks_kind;
    }
    if found.without_head_count > 0 {
        said += &(words.recorded_without_heads)(found.without_head_count);
    }
    said
}

/// What has not fallen due yet: of a count the month or the quarter, of a single act until when it
/// is to be done.
fn ahead(result: &IndicatorResult, judging: JudgingDay, texts: &Texts) -> Option<String> {
    let ahead = result.ahead.filter(|_| judging.is_running())?;
    if result.kind.times().is_some() {
        let span = (texts.duties.span)(ahead.span);
        return Some((texts.assess.ahead_span)(span));
    }
    let open = matches!(result.standing, Standing::NotDue);
    let day = day_words(ahead.closes, judging.last_counted(), texts);
    open.then(|| (texts.assess.ahead_until)(day))
}

/// How often it was done of how often it was due: 「到今天」 while the period runs.
fn count_words(done: u32, due: u32, so_far: bool, texts: &Texts) -> String {
    let words = &texts.assess;
    match (so_far, due > 0 && done >= due) {
        (true, true) => (words.counted_all_so_far)(due),
        (true, false) => (words.counted_so_far)(done, due),
        (false, _) => (texts.answers.counted)(done, due),
    }
}
