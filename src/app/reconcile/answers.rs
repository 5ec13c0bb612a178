//! Our version of an assessment and another tab's put together, answer by answer.
//!
//! Not here: the fields of an answer (`three_way`), and two devices (`exchange::merge`).

use super::texts;
use crate::app::stamp::just_after;
use crate::app::three_way::{self, Precedence};
use crate::assessment::{Answer, Assessment};
use crate::exchange::merge::{self, same_content};
use crate::standard::ItemId;

/// The answers go by time, and by field where both changed the same one. Everything else has no
/// time of its own, so it goes by who changed it, where that is `certain`.
pub fn assessments(
    base: &Assessment,
    ours: &Assessment,
    theirs: &Assessment,
    certain: bool,
) -> Assessment {
    let by_time = merge::assessments(ours, theirs).assessment;
    let mut both = match certain {
        true => three_way::assessments(base, ours, theirs, Precedence::Theirs),
        false => by_time.clone(),
    };
    let asked = by_time.answers.iter().map(|(id, later)| (id, later, false));
    let retired = by_time.retired.iter().map(|(id, later)| (id, later, true));
    for (id, later, retired) in asked.chain(retired) {
        let answer = match (answer(base, id), answer(ours, id), answer(theirs, id)) {
            (base, Some(ours), Some(theirs)) => {
                both_answers(base.unwrap_or(&Answer::default()), ours, theirs, later)
            }
            _ => later.clone(),
        };
        let known = both.answers.contains_key(id) || both.retired.contains_key(id);
        let retired = if known {
            both.retired.contains_key(id)
        } else {
            retired
        };
        let list = if retired {
            &mut both.retired
        } else {
            &mut both.answers
        };
        list.insert(id.clone(), answer);
    }
    both
}

fn both_answers(base: &Answer, ours: &Answer, theirs: &Answer, later: &Answer) -> Answer {
    if same_content(base, ours) || theirs.changed_at < base.changed_at {
        return later.clone();
    }
    let precedence = if later == ours {
        Precedence::Ours
    } else {
        Precedence::Theirs
    };
    let mut both = three_way::answers(base, ours, theirs, precedence);
    texts::of_answers([base, ours, theirs], precedence, &mut both);
    if same_content(&both, later) {
        return later.clone();
    }
    Answer {
        changed_at: just_after(ours.changed_at.max(theirs.changed_at)),
        ..both
    }
}

fn answer<'a>(assessment: &'a Assessment, id: &ItemId) -> Option<&'a Answer> {
    let asked = assessment.answers.get(id);
    asked.or_else(|| assessment.retired.get(id))
}
