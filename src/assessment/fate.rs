//! What becomes of the answers of an assessment under another standard or another version
//! (换标准后的回答): pure comparison, before anything is changed.
//!
//! Not here: changing the standard (`app`), and moving answers aside (`period_start`).

use super::answer::{AnswerValue, Assessment};
use crate::standard::{ItemId, ScoredBy, StandardPack};

/// What becomes of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fate {
    /// It goes on to count (保留).
    Kept,
    /// The item is there and asks for another kind of answer (重新问).
    AskedAgain,
    /// The item is no longer asked: the answer is kept and does not count (停用).
    Retired,
}

/// What becomes of each answer under `pack`, in the order of their items.
pub fn fates(assessment: &Assessment, pack: &StandardPack) -> Vec<(ItemId, Fate)> {
    let answers = assessment.answers.iter();
    let answered = answers.filter_map(|(id, answer)| Some((id, answer.value.as_ref()?)));
    answered
        .map(|(id, value)| (id.clone(), fate(id, value, pack)))
        .collect()
}

fn fate(id: &ItemId, value: &AnswerValue, pack: &StandardPack) -> Fate {
    let fits = if pack.indicator(id).is_some() {
        matches!(
            value,
            AnswerValue::Verdict(_) | AnswerValue::Count { .. } | AnswerValue::OwnDue(_)
        )
    } else if let Some((_, scored)) = pack.scored(id) {
        match (scored.scored_by(), value) {
            (ScoredBy::Deductions, AnswerValue::Deductions(counts)) => {
                counts.len() == scored.deductions.len()
            }
            (ScoredBy::Bands | ScoredBy::Entered, value) => {
                value.points_in(pack.points_unit).is_some()
            }
            (ScoredBy::Deductions, _) => false,
        }
    } else if pack.veto(id).is_some() {
        matches!(value, AnswerValue::Veto(_))
    } else if let Some(bonus) = pack.bonus(id) {
        matches!(value, AnswerValue::Bonus(counts) if counts.len() == bonus.options.len())
    } else {
        return Fate::Retired;
    };
    match fits {
        true => Fate::Kept,
        false => Fate::AskedAgain,
    }
}
