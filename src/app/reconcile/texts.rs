//! Two texts that were written at the same time in one place are both kept (两段文字并存).
//!
//! Not here: everything that is chosen and not written, of which one stands (`three_way`).

use crate::app::three_way::Precedence;
use crate::assessment::Answer;
use crate::exchange::limits::LONGEST_TEXT;
use crate::ledger::{Entry, EntryBody, FieldValue};

/// What stands between the two.
const BETWEEN: &str = "\n\n";

/// Both of two texts that were made of `base`, the one that takes precedence first. Where only one
/// of them was changed, or one says all that the other does, that one stands; and so does the one
/// that takes precedence where both together would be longer than a text may be.
pub fn both_texts(base: &str, ours: &str, theirs: &str, by: Precedence) -> String {
    let (first, second) = match by {
        Precedence::Ours => (ours, theirs),
        Precedence::Theirs => (theirs, ours),
    };
    if second == base || first.contains(second) {
        return first.to_owned();
    }
    if first == base || second.contains(first) {
        return second.to_owned();
    }
    // One of them may hold the other's beginning as a paragraph, from an earlier meeting.
    let both = in_place_of(base, second, first)
        .or_else(|| in_place_of(base, first, second))
        .unwrap_or_else(|| [first, second].join(BETWEEN));
    match both.chars().count() <= LONGEST_TEXT {
        true => both,
        false => first.to_owned(),
    }
}

/// `text` with `new` in the place of its paragraph `old`, if it has several and that is one.
fn in_place_of(old: &str, text: &str, new: &str) -> Option<String> {
    let paragraphs: Vec<&str> = text.split(BETWEEN).collect();
    let found = paragraphs.iter().position(|one| *one == old);
    let found = found.filter(|_| paragraphs.len() > 1 && !old.is_empty())?;
    let mut paragraphs = paragraphs;
    paragraphs[found] = new;
    Some(paragraphs.join(BETWEEN))
}

/// Puts both texts of three versions of an answer into the one made of them.
pub(super) fn of_answers(versions: [&Answer; 3], by: Precedence, both: &mut Answer) {
    let [base, ours, theirs] = versions;
    let note = both_texts(&base.note, &ours.note, &theirs.note, by);
    if note != both.note {
        // It is as new as what it was made of.
        both.note = note;
        both.note_as_of = None;
    }
    both.reason = both_texts(&base.reason, &ours.reason, &theirs.reason, by);
}

/// Puts both texts of three versions of an entry into the one made of them: those that are written
/// in fields of several lines.
pub(super) fn of_entries(versions: [&Entry; 3], by: Precedence, both: &mut Entry) {
    let [base, ours, theirs] = versions.map(|entry| entry.body.as_ref());
    match (base, ours, theirs, &mut both.body) {
        (
            Some(EntryBody::Rectification(base)),
            Some(EntryBody::Rectification(ours)),
            Some(EntryBody::Rectification(theirs)),
            Some(EntryBody::Rectification(both)),
        ) => {
            both.problem = both_texts(&base.problem, &ours.problem, &theirs.problem, by);
            both.measure = both_texts(&base.measure, &ours.measure, &theirs.measure, by);
            both.result = both_texts(&base.result, &ours.result, &theirs.result, by);
        }
        (
            Some(EntryBody::Review(base)),
            Some(EntryBody::Review(ours)),
            Some(EntryBody::Review(theirs)),
            Some(EntryBody::Review(both)),
        ) => {
            both.remark = both_texts(&base.remark, &ours.remark, &theirs.remark, by);
            both.order = both_texts(&base.order, &ours.order, &theirs.order, by);
        }
        (
            Some(EntryBody::Reply(base)),
            Some(EntryBody::Reply(ours)),
            Some(EntryBody::Reply(theirs)),
            Some(EntryBody::Reply(both)),
        ) => both.text = both_texts(&base.text, &ours.text, &theirs.text, by),
        (
            base,
            Some(EntryBody::Card(ours)),
            Some(EntryBody::Card(theirs)),
            Some(EntryBody::Card(both)),
        ) => {
            for (key, value) in &mut both.values {
                let text = |of: Option<&FieldValue>| match of {
                    Some(FieldValue::Text(text)) => Some(text.clone()),
                    _ => None,
                };
                let base = match base {
                    Some(EntryBody::Card(base)) => text(base.values.get(key)),
                    _ => None,
                };
                let (ours, theirs) = (text(ours.values.get(key)), text(theirs.values.get(key)));
                if let (FieldValue::Text(both), Some(ours), Some(theirs)) = (value, ours, theirs) {
                    *both = both_texts(&base.unwrap_or_default(), &ours, &theirs, by);
                }
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Precedence::{Ours, Theirs};

    #[test]
    fn two_texts_are_both_kept() {
        #[track_caller]
        fn check(base: &str, ours: &str, theirs: &str, by: Precedence, expected: &str) {
            assert_eq!(both_texts(base, ours, theirs, by), expected);
            // The other tab comes to the same.
            let other = match by {
                Ours => Theirs,
                Theirs => Ours,
            };
            assert_eq!(both_texts(base, theirs, ours, other), expected);
        }
        check("", "会议记录", "见柜子", Ours, "会议记录\n\n见柜子");
        check("", "会议记录", "见柜子", Theirs, "见柜子\n\n会议记录");
        check("旧", "旧", "新", Ours, "新");
        check("旧", "新", "旧", Theirs, "新");
        check("旧", "", "新", Ours, "新");
        check("", "会议", "会议记录", Ours, "会议记录");
        // Typing on after a meeting does not repeat what was there.
        check("甲", "甲二", "乙\n\n甲", Ours, "乙\n\n甲二");
        check("甲", "甲二", "乙\n\n甲", Theirs, "乙\n\n甲二");
        let (long, other) = ("长".repeat(LONGEST_TEXT), "短");
        check("", &long, other, Ours, &long);
        check("", &long, other, Theirs, other);
    }
}
