//! Answers in words (回答的说法): what was answered, and how something is answered on paper.
//!
//! Not here: how what was answered stands (`standing_words`), and why (`basis_words`).

use super::Texts;
use crate::assessment::{AnswerValue, Verdict, VetoAnswer};
use crate::standard::{AnswerKind, Points, PointsUnit};

/// An answer in a few words, as the grey line of the last period shows it.
pub fn answer_in_words(value: &AnswerValue, texts: &Texts) -> String {
    let words = &texts.common;
    match value {
        AnswerValue::Verdict(Verdict::Met) => words.standing_met.to_owned(),
        AnswerValue::Verdict(Verdict::Partly) => words.standing_partly.to_owned(),
        AnswerValue::Verdict(Verdict::Unmet) => words.standing_unmet.to_owned(),
        AnswerValue::Verdict(Verdict::NotApplicable) => words.standing_not_applicable.to_owned(),
        AnswerValue::Count {
            done,
            due: Some(due),
        } => (texts.assess.counted)(*done, *due),
        AnswerValue::OwnDue(due) => (texts.common.count_due_times)(*due),
        AnswerValue::Count { done, due: None } => (texts.assess.done_times)(*done),
        AnswerValue::Band(points) => (texts.assess.points_of)(Points::whole(*points)),
        AnswerValue::BandTenths(tenths) => (texts.assess.points_of)(PointsUnit::Tenths.of(*tenths)),
        AnswerValue::Deductions(counts) => {
            (texts.assess.taken_off_times)(counts.iter().copied().fold(0, u32::saturating_add))
        }
        AnswerValue::Veto(answer) => veto_word(*answer, texts).to_owned(),
        AnswerValue::Bonus(counts) => counts
            .iter()
            .map(u32::to_string)
            .collect::<Vec<_>>()
            .join(" / "),
    }
}

/// The word for the answer to a veto.
pub fn veto_word(answer: VetoAnswer, texts: &Texts) -> &'static str {
    match answer {
        VetoAnswer::Clear => texts.assess.veto_clear,
        VetoAnswer::Present => texts.assess.veto_present,
        VetoAnswer::Unclear => texts.assess.veto_unclear,
    }
}

/// The boxes to tick on paper, or the numbers to write.
pub fn boxes(kind: AnswerKind, texts: &Texts) -> &'static str {
    let words = &texts.papers;
    match kind {
        AnswerKind::Verdict => words.boxes_verdict,
        AnswerKind::Count { .. } => words.boxes_count,
    }
}
