//! What duties, spans, days and records are called, wherever they are named (叫法).
//!
//! Not here: the words themselves (`duties`), and how a duty stands (`duty`).

use super::{Language, Texts};
use crate::duty::{DutyStanding, DutyState};
use crate::ledger::{Record, RecordOf};
use crate::period::CivilDate;
use crate::standard::{Checklist, Duty, Fulfilment, ItemId};
use crate::typed_number::{Unit, written};

/// What a duty is called; one of the user's own may have no name yet.
pub fn duty_title(duty: &Duty, language: Language) -> String {
    match language.say(&duty.title).to_owned() {
        title if title.trim().is_empty() => language.texts().duties.duty_unnamed.to_owned(),
        title => title,
    }
}

/// What a duty is called that may not be in the pack any more.
pub fn duty_name(checklist: &Checklist, id: &ItemId, language: Language) -> String {
    checklist
        .duty(id)
        .map_or_else(|| id.to_string(), |duty| duty_title(duty, language))
}

/// What was recorded: the name of its kind, or of the duty that was done.
pub fn record_title(checklist: &Checklist, record: &Record, language: Language) -> String {
    match &record.of {
        RecordOf::Kind(id) => checklist.record_kind(id).map_or_else(
            || id.to_string(),
            |kind| language.say(&kind.title).to_owned(),
        ),
        RecordOf::Duty(id) => duty_name(checklist, id, language),
    }
}

/// Who is to do a duty, with the kind of responsibility where it is known: 「书记（第一责任）」.
pub fn who_words(duty: &Duty, texts: &Texts) -> String {
    let role = texts.duties.role(duty.role);
    let words = &texts.responsibilities;
    let kind = duty.responsibility.map(|kind| words.kind(kind));
    kind.map_or_else(|| role.to_owned(), |kind| (words.of_role)(role, kind))
}

/// A day, with its year only where that is not the present one.
pub fn day_words(day: CivilDate, today: CivilDate, texts: &Texts) -> String {
    (texts.facts.day)(day, today.year())
}

/// Until when, or from when, and by whom: the line under a duty in a list.
pub fn when_and_who(state: &DutyState, duty: &Duty, today: CivilDate, texts: &Texts) -> String {
    let words = &texts.duties;
    let closes = day_words(state.occurrence.closes, today, texts);
    let when = match state.standing {
        DutyStanding::Late => (words.ended)(state.occurrence.days_late(today)),
        DutyStanding::NotYet => (words.opens)(day_words(state.occurrence.opens, today, texts)),
        _ => (words.until)(closes),
    };
    format!("{when} · {}", words.role(duty.role))
}

/// How much of an occurrence is recorded, where once is not enough.
pub fn progress_words(state: &DutyState, duty: &Duty, texts: &Texts) -> Option<String> {
    let words = &texts.duties;
    if state.wanted <= 1 {
        return None;
    }
    Some(match amount_unit(duty) {
        Unit::Halves => {
            let [done, wanted] = [state.done, state.wanted].map(|one| written(one, Unit::Halves));
            let said = (words.done_hours)(done, wanted);
            match state.lacks_kind {
                true => said + words.lacks_kind,
                false => said,
            }
        }
        Unit::Whole | Unit::Tenths => (words.done_times)(state.done, state.wanted),
    })
}

/// In what the amounts of a duty are kept: times, or half hours.
pub fn amount_unit(duty: &Duty) -> Unit {
    match duty.done_by {
        Fulfilment::Hours { .. } => Unit::Halves,
        _ => Unit::Whole,
    }
}
