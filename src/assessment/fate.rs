//! What becomes of the answers of an assessment under another standard or another version
//! (换标准后的回答): pure comparison, before anything is changed.
//!
//! Not here: changing the standard (`app`), and moving answers aside (`period_start`).

use super::answer::Assessment;
use super::answer_value::{AnswerValue, Fit};
use crate::standard::{ItemId, StandardPack};

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
    let is_asked = pack.indicator(id).is_some()
        || pack.scored(id).is_some()
        || pack.veto(id).is_some()
        || pack.bonus(id).is_some();
    match value.fit(id, pack) {
        _ if !is_asked => Fate::Retired,
        Fit::OtherKind => Fate::AskedAgain,
        // Points that no band has still count as those of the nearest one.
        Fit::Fits | Fit::NoSuchBand(_) => Fate::Kept,
    }
}
