//! Two versions of one answer (答案): what was answered and the note beside it go each by its own
//! time.
//!
//! A note is left out of what is handed to others. It then has a time of its own, before that of
//! any note, so that a file without notes takes none away. Not here: which answers meet.

use super::{Side, by_text};
use crate::assessment::Answer;
use std::cmp::Ordering;

/// Two versions of one answer put together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct MergedAnswer {
    /// The result.
    pub answer: Answer,
    /// Whose answer it is; the note can be the other one's.
    pub kept: Side,
    /// Both versions, each with the note it lacks, where they don't say the same.
    pub differing: Option<(Answer, Answer)>,
}

/// Puts two versions of one answer together. It does not matter which of them is called ours.
pub(super) fn answers(ours: &Answer, theirs: &Answer) -> MergedAnswer {
    let kept = later_side(ours, theirs);
    let (later, other) = match kept {
        Side::Ours => (ours, theirs),
        Side::Theirs => (theirs, ours),
    };
    let of_note = match note_order(later, other) {
        Ordering::Less => other,
        Ordering::Equal | Ordering::Greater => later,
    };
    let filled = |one: &Answer, other: &Answer| match one.lacks_note() {
        true => with_note_of(one, other),
        false => one.clone(),
    };
    let is_same = !ours.lacks_note() && !theirs.lacks_note() && same_content(ours, theirs);
    let differing = (!is_same).then(|| (filled(ours, theirs), filled(theirs, ours)));
    MergedAnswer {
        answer: with_note_of(later, of_note),
        kept,
        differing: differing.filter(|(ours, theirs)| !same_content(ours, theirs)),
    }
}

/// Whether two answers say the same, whenever they were given.
pub fn same_content(one: &Answer, other: &Answer) -> bool {
    let Answer {
        value,
        note,
        note_as_of: _,
        reason,
        evidence,
        carried_from,
        changed_at: _,
        extra,
    } = one;
    *value == other.value
        && *note == other.note
        && *reason == other.reason
        && *evidence == other.evidence
        && *carried_from == other.carried_from
        && *extra == other.extra
}

/// Which of two answers stands, whatever their notes: the one changed later; of two of the same
/// time the one that says something, then the greater text.
pub(super) fn later_side(ours: &Answer, theirs: &Answer) -> Side {
    let of_one_time = || {
        let (our_own, their_own) = (without_note(ours), without_note(theirs));
        let by_saying = their_own.is_empty().cmp(&our_own.is_empty());
        by_saying
            .then_with(|| ours.value.is_some().cmp(&theirs.value.is_some()))
            .then_with(|| by_text(&our_own, &their_own, |one| &one.extra))
    };
    match ours
        .changed_at
        .cmp(&theirs.changed_at)
        .then_with(of_one_time)
    {
        Ordering::Less => Side::Theirs,
        Ordering::Equal | Ordering::Greater => Side::Ours,
    }
}

fn note_order(one: &Answer, other: &Answer) -> Ordering {
    let order = |answer: &Answer| (answer.note_time(), answer.note.len());
    let by_time = order(one).cmp(&order(other));
    by_time.then_with(|| one.note.cmp(&other.note))
}

fn without_note(answer: &Answer) -> Answer {
    Answer {
        note: String::new(),
        note_as_of: None,
        ..answer.clone()
    }
}

fn with_note_of(answer: &Answer, of_note: &Answer) -> Answer {
    let time = of_note.note_time();
    Answer {
        note: of_note.note.clone(),
        note_as_of: (time != answer.changed_at).then_some(time),
        ..answer.clone()
    }
}
