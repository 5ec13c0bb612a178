//! The answers of one assessment (自评), as the user gave them.
//!
//! Not here: what they amount to. No rule ever deletes an answer.

use super::answer_value::AnswerValue;
use super::summary::Summary;
use crate::period::{CivilDate, Quarter};
use crate::sorted_map::SortedMap;
use crate::standard::ItemId;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use uuid::Uuid;

/// A paper that shows something (佐证): never a photo, only where the paper is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Evidence {
    /// What it is called (名称).
    pub name: String,
    /// Where it is kept (存放位置).
    pub place: String,
    /// Its date, where one was given (日期).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<CivilDate>,
}

/// An answer (答案) to one item, with what was written beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Answer {
    /// What was answered; `None` if it was taken back or only a note was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<AnswerValue>,
    /// A note (备注).
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Of when the note is, in UTC milliseconds, where that is not `changed_at`; 0 where it was
    /// left out when the answer was handed to somebody else. The note of the later time stands
    /// where two copies meet, so that a note that was not handed over is never taken for one that
    /// was deleted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note_as_of: Option<i64>,
    /// Why the derived value was overridden, or why it does not apply (原因).
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// The papers (佐证).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// The earlier period from which it still holds (沿用), if it was not given in this one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub carried_from: Option<Quarter>,
    /// When it was last changed, in UTC milliseconds; the later one wins where two copies meet.
    pub changed_at: i64,
    /// Fields of a later version, kept as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Answer {
    /// An answer of this value, given at `changed_at`.
    pub fn of(value: AnswerValue, changed_at: i64) -> Self {
        Self {
            value: Some(value),
            changed_at,
            ..Self::default()
        }
    }

    /// Writes the note (写备注); from then on it is as old as the answer.
    pub fn write_note(&mut self, text: String) {
        self.note = text;
        self.note_as_of = None;
    }

    /// The time of which the note is, in UTC milliseconds.
    pub fn note_time(&self) -> i64 {
        self.note_as_of.unwrap_or(self.changed_at)
    }

    /// Whether nothing is known of the note, because it was left out (备注未随文件发出).
    pub fn lacks_note(&self) -> bool {
        self.note.is_empty() && self.note_as_of == Some(0)
    }

    /// Whether nothing at all stands in it.
    pub fn is_empty(&self) -> bool {
        self.value.is_none()
            && self.note.is_empty()
            && self.reason.is_empty()
            && self.evidence.is_empty()
            && self.extra.is_empty()
    }
}

/// Which version of which pack an assessment was answered against.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PackReference {
    /// The id of the pack.
    pub id: String,
    /// Its version.
    pub version: String,
    /// The SHA-256 of its canonical text, in hex.
    pub hash: String,
}

/// One assessment (自评): an organisation, a period, and the answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Assessment {
    /// Its id.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub id: Uuid,
    /// The organisation it belongs to.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub organization: Uuid,
    /// The period (周期).
    pub period: Quarter,
    /// What it was answered against.
    pub pack: PackReference,
    /// The answers by item.
    #[serde(default)]
    pub answers: SortedMap<ItemId, Answer>,
    /// Answers to items that the pack no longer has (已停用).
    #[serde(default, skip_serializing_if = "SortedMap::is_empty")]
    pub retired: SortedMap<ItemId, Answer>,
    /// The summary of the period (情况综述) in the user's own words, if the user wrote one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<Summary>,
    /// Whether it is the built-in example (示例) and not the user's own.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub example: bool,
    /// When it was begun, in UTC milliseconds.
    pub created_at: i64,
    /// Fields of a later version, kept as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Assessment {
    /// The value answered for an item, if any.
    pub fn value(&self, id: &ItemId) -> Option<&AnswerValue> {
        self.answers
            .get(id)
            .and_then(|answer| answer.value.as_ref())
    }

    /// The time of the last change of any answer, or of the beginning.
    pub fn changed_at(&self) -> i64 {
        let last = self.answers.values().map(|answer| answer.changed_at).max();
        last.unwrap_or(self.created_at).max(self.created_at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::Verdict;

    #[test]
    fn a_note_that_was_left_out_is_known_once_one_is_written() {
        let mut received = Answer {
            note_as_of: Some(0),
            ..Answer::of(AnswerValue::Verdict(Verdict::Met), 5)
        };
        assert!(received.lacks_note());
        assert_eq!(received.note_time(), 0);
        received.write_note("看记录本".to_owned());
        assert!(!received.lacks_note());
        assert_eq!(received.note_time(), 5);
        // One that was deleted is known, too: it says that there is none.
        received.write_note(String::new());
        assert!(!received.lacks_note());
    }
}
