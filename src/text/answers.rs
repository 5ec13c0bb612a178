//! Answers in words (回答的说法): what was answered, how something is answered on paper, and what the
//! members are called in which answers stand in files.
//!
//! Not here: how what was answered stands (`standing_words`), and why (`basis_words`).

use super::Language;
use super::plural::points;
use crate::assessment::{AnswerValue, Verdict, VetoAnswer};
use crate::standard::{AnswerKind, Points, PointsUnit};

texts! {
    veto_clear: &'static str = "无", "No";
    veto_present: &'static str = "有", "Yes";
    veto_unclear: &'static str = "不清楚", "Not sure";
    points_of: fn(Points) -> String = |n| format!("{n} 分"), points;
    taken_off_times: fn(u32) -> String = |n| if n == 0 { "没有扣分情形".to_owned() } else { format!("扣分情形 {n} 次") }, |n| if n == 0 { "nothing taken off".to_owned() } else { format!("points taken off {n} times") };
    done_times: fn(u32) -> String = |done| format!("已开 {done} 次"), |done| format!("{done} done");
    counted: fn(u32, u32) -> String = |done, due| format!("应开 {due} 次，已开 {done} 次"), |done, due| format!("{done} held of {due} due");
}

/// An answer in a few words, as the grey line of the last period shows it.
pub fn answer_in_words(value: &AnswerValue, texts: &super::Texts) -> String {
    let words = &texts.common;
    match value {
        AnswerValue::Verdict(Verdict::Met) => words.standing_met.to_owned(),
        AnswerValue::Verdict(Verdict::Partly) => words.standing_partly.to_owned(),
        AnswerValue::Verdict(Verdict::Unmet) => words.standing_unmet.to_owned(),
        AnswerValue::Verdict(Verdict::NotApplicable) => words.standing_not_applicable.to_owned(),
        AnswerValue::Count {
            done,
            due: Some(due),
        } => (texts.answers.counted)(*done, *due),
        AnswerValue::OwnDue(due) => (texts.common.count_due_times)(*due),
        AnswerValue::Count { done, due: None } => (texts.answers.done_times)(*done),
        AnswerValue::Band(points) => (texts.answers.points_of)(Points::whole(*points)),
        AnswerValue::BandTenths(tenths) => {
            (texts.answers.points_of)(PointsUnit::Tenths.of(*tenths))
        }
        AnswerValue::Deductions(counts) => {
            (texts.answers.taken_off_times)(counts.iter().copied().fold(0, u32::saturating_add))
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
pub fn veto_word(answer: VetoAnswer, texts: &super::Texts) -> &'static str {
    match answer {
        VetoAnswer::Clear => texts.answers.veto_clear,
        VetoAnswer::Present => texts.answers.veto_present,
        VetoAnswer::Unclear => texts.answers.veto_unclear,
    }
}

/// The boxes to tick on paper, or the numbers to write.
pub fn boxes(kind: AnswerKind, language: Language) -> &'static str {
    let forms = match kind {
        AnswerKind::Verdict => [
            "□达标 □部分达标\n□未达标 □不适用",
            "□ met □ partly\n□ unmet □ n/a",
        ],
        AnswerKind::Count { .. } => ["应开＿＿次\n已开＿＿次", "due ____\nheld ____"],
    };
    language.of(forms)
}

/// The word for the member of a file in which an answer of this kind stands; `None` if the member
/// is none of these.
pub(super) fn answer_member(name: &str, language: Language) -> Option<&'static str> {
    let forms = match name {
        "band" => ["分档", "band"],
        "band_tenths" => ["分档（十分之一分）", "band in tenths"],
        "bonus" => ["加分", "bonus"],
        "count" => ["次数", "count"],
        "deductions" => ["扣分情形", "deductions"],
        "done" => ["已开次数", "times done"],
        "due" => ["应开次数", "times due"],
        "own_due" => ["自己定的应开次数", "times due by the user's own word"],
        "verdict" => ["判定", "verdict"],
        "veto" => ["否决项", "disqualifier"],
        _ => return None,
    };
    Some(language.of(forms))
}
