//! Why an indicator stands as it does (情况), as paper says it: a reader who has no app before their
//! eyes learns what was done of what was due, by which day.
//!
//! Not here: how the app says it on its pages (`text::basis_words`).

use super::as_of;
use crate::assessment::{Basis, IndicatorResult, Standing};
use crate::duty::{Finding, Measure, duty_of};
use crate::handout::material::Material;
use crate::ledger::{Given, RecordOf};
use crate::rectification::Origin;
use crate::sorted_map::SortedMap;
use crate::standard::{Fulfilment, ItemId};
use crate::text::{Language, item_name, list};
use crate::typed_number::{Unit, written};

/// Why an indicator stands as it does: what it was judged by, the reason that was given, or what is
/// to be put right about it. Empty if there is nothing to say that its standing does not say.
pub(super) fn why(one: &IndicatorResult, material: &Material) -> String {
    let given = material.assessment.answers.get(&one.id);
    let reason = given.map(|answer| answer.reason.clone());
    let said = basis(one, material).into_iter().chain(reason);
    let said: Vec<String> = said.filter(|part| !part.is_empty()).collect();
    let is_lacking = matches!(one.standing, Standing::Partly | Standing::Unmet);
    match said.is_empty() {
        true if is_lacking => problem_of(&one.id, material)
            .unwrap_or_else(|| material.texts().report.why_answered.to_owned()),
        true => String::new(),
        false => said.join(material.texts().assess.and_then),
    }
}

/// What it was judged by; `None` if the answer alone says it.
fn basis(one: &IndicatorResult, material: &Material) -> Option<String> {
    let (texts, words) = (material.texts(), &material.texts().report);
    let said = match &one.basis {
        Basis::Open | Basis::Answered => None,
        Basis::Carried(period) => Some((words.basis_carried)((texts.facts.quarter)(*period))),
        Basis::Counted { done, due, own_due } => {
            let day = (!own_due).then(|| as_of(material)).flatten();
            Some((words.basis_counted)(day, *done, *due))
        }
        Basis::Ledger(found) => Some(ledger(one, found, material)),
        Basis::Facts(facts) => {
            let named = facts.iter();
            let named = named.map(|(fact, number)| texts.facts.fact(*fact, *number));
            Some((texts.assess.facts_decide)(list(named, material.language)))
        }
        Basis::TermRunsUntil(end) => Some((words.basis_term)(material.day(*end))),
        Basis::TermExpired(end) => Some((words.basis_term_over)(material.day(*end))),
    };
    let parts: Vec<String> = said.into_iter().chain(ahead(one, material)).collect();
    (!parts.is_empty()).then(|| parts.join(texts.assess.and_then))
}

/// What the ledger says, and what of it is missing.
fn ledger(one: &IndicatorResult, found: &Finding, material: &Material) -> String {
    let words = &material.texts().report;
    let (done, due) = (found.done, found.due);
    let mut said = match found.measure {
        Measure::Times if one.kind.times().is_some() => {
            let counted = (words.basis_counted)(as_of(material), done, due);
            let records = u32::try_from(found.by.len()).unwrap_or(u32::MAX);
            let more = (records > done).then(|| (words.basis_records)(records));
            counted + &more.unwrap_or_default()
        }
        Measure::Times if done >= due => words.basis_done.to_owned(),
        Measure::Times => (words.basis_times)(done, due),
        Measure::Hours => hours(one, found, material),
        Measure::Steps => (words.basis_steps)(done, due),
        Measure::Limits => (words.basis_limits)(done, due),
        Measure::Settled => (words.basis_settled)(done, due),
        Measure::Rectifications if due == 0 => words.basis_problems_in_time.to_owned(),
        Measure::Rectifications => (words.basis_problems)(done, due),
    };
    if one.standing == Standing::Unchecked && found.unknown > 0 {
        said += &(words.basis_unknown)(found.unknown);
    }
    if let Some(reason) = &found.missed {
        said += &(words.basis_missed)(reason.clone());
    }
    if found.lacks_kind {
        said += words.basis_lacks_kind;
    }
    if found.without_head_count > 0 {
        said += &(words.basis_without_heads)(found.without_head_count);
    }
    said
}

/// Hours of study. Where several kinds of records bring them, each says how many, since a book of
/// one kind shows fewer than there are in all.
fn hours(one: &IndicatorResult, found: &Finding, material: &Material) -> String {
    let words = &material.texts().report;
    let say = |half_hours| written(half_hours, Unit::Halves);
    let (pack, language) = (&material.pack, material.language);
    let duty = pack
        .indicator(&one.id)
        .and_then(|(_, indicator)| duty_of(indicator, &pack.checklist));
    let is_of_each = matches!(
        duty.map(|duty| &duty.done_by),
        Some(Fulfilment::Hours {
            per_member: true,
            ..
        })
    );
    let mut kinds: SortedMap<ItemId, u32> = SortedMap::new();
    let records = found.by.iter();
    for record in records.filter_map(|id| material.ledger.records.get(id)) {
        let hours = record.numbers.get(&Given::HalfHours).copied().unwrap_or(0);
        if let RecordOf::Kind(kind) = &record.of {
            *kinds.entry(kind.clone()).or_default() += hours;
        }
    }
    let all: u32 = kinds.values().sum();
    if is_of_each || all < found.done {
        return (words.basis_hours)(say(found.done), String::new(), say(found.due));
    }
    let named = pack.checklist.records.iter().filter_map(|kind| {
        let hours = kinds.get(&kind.id).filter(|_| kinds.len() > 1)?;
        let title = language.say(&kind.title).to_owned();
        Some((words.basis_hours_of)(title, say(*hours)))
    });
    (words.basis_hours)(say(all), list(named, language), say(found.due))
}

/// What has not fallen due yet: of a count the month or the quarter, of a single act until when it
/// is to be done.
fn ahead(one: &IndicatorResult, material: &Material) -> Option<String> {
    let (texts, words) = (material.texts(), &material.texts().report);
    let judging = material.outcome.judging;
    let ahead = one.ahead.filter(|_| judging.is_running())?;
    if one.kind.times().is_some() {
        return Some((words.basis_ahead)((texts.duties.span)(ahead.span)));
    }
    let open = one.standing == Standing::NotDue;
    open.then(|| (words.basis_until)(material.day_of_year(ahead.closes)))
}

/// What is to be put right about an indicator, if it was taken up and says more than its name.
fn problem_of(item: &ItemId, material: &Material) -> Option<String> {
    let begun = Origin::Indicator(item.clone());
    let begun = material.ledger.open_rectification_from(&begun)?;
    let problem = &material.ledger.rectifications.get(&begun)?.problem;
    // It begins with the name of the item, in the language in which it was taken up.
    let names = Language::ALL.map(|language| item_name(&material.pack, item, language));
    let lines = problem.lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty() && !names.iter().any(|name| name == line));
    let lines: Vec<&str> = lines.collect();
    (!lines.is_empty()).then(|| lines.join(material.texts().assess.and_then))
}
