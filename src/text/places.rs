//! Where something stands in a file (位置), in plain words: 「第 3 份自评 · ORG-01 · 备注」 instead of
//! `payload.assessments[2].answers.ORG-01.note`.
//!
//! Not here: what is wrong there ([`super::refusals`]).

use super::Language;
use super::members::member_word;
use uuid::Uuid;

/// Members that only hold the rest together, so that a place without them is as clear.
const HOLDERS: [&str; 7] = [
    "payload", "answers", "value", "extra", "entries", "body", "values",
];

/// A place of a file in words. What has no word of its own stands there as it is written in the
/// file; the file as a whole is an empty text.
///
/// Takes paths such as `payload.organization.facts.members` and JSON pointers such as
/// `/basics/0/indicators/2`.
pub fn place_in_words(place: &str, language: Language) -> String {
    let parts: Vec<&str> = place
        .split(['.', '[', ']', '/'])
        .filter(|part| !part.is_empty())
        .collect();
    let mut words = Vec::new();
    let mut index = 0;
    while let Some(part) = parts.get(index) {
        index += 1;
        let number = parts.get(index).and_then(|next| next.parse::<usize>().ok());
        if let Some(word) = number.and_then(|number| element(part, number + 1, language)) {
            index += 1;
            words.push(word);
            continue;
        }
        if Uuid::try_parse(part).is_ok() {
            // The id of an entry tells a person nothing.
            continue;
        }
        if HOLDERS.contains(part) {
            continue;
        }
        let word = member_word(part, language).unwrap_or(part);
        words.push(word.to_owned());
    }
    words.join(" · ")
}

/// The word for one of several, `number` counted from 1.
fn element(list: &str, number: usize, language: Language) -> Option<String> {
    let forms = match list {
        "assessments" => ["第 {n} 份自评", "assessment {n}"],
        "organizations" => ["第 {n} 个组织", "organisation {n}"],
        "ledgers" => ["第 {n} 个记录页", "page of the ledger {n}"],
        "standards" => ["第 {n} 个标准包", "standard {n}"],
        "on" => ["第 {n} 次", "time {n}"],
        "evidence" => ["第 {n} 份佐证", "piece of evidence {n}"],
        "basics" => ["第 {n} 个基", "basic {n}"],
        "stars" => ["第 {n} 颗星", "star {n}"],
        "indicators" => ["第 {n} 条", "item {n}"],
        "bands" => ["第 {n} 档", "band {n}"],
        "bonuses" => ["第 {n} 个加分项", "bonus item {n}"],
        "vetoes" => ["第 {n} 个否决项", "disqualifier {n}"],
        "rules" => ["第 {n} 条依据", "source {n}"],
        "grades" => ["第 {n} 个等次", "grade {n}"],
        "examples" => ["第 {n} 个测试样例", "example {n}"],
        "sources" => ["第 {n} 个引用的依据", "cited source {n}"],
        "variants" => ["第 {n} 种写法", "wording {n}"],
        "options" | "choice" => ["第 {n} 个选项", "option {n}"],
        "duties" => ["第 {n} 个责任项", "duty {n}"],
        "records" => ["第 {n} 种记录", "kind of records {n}"],
        "mechanisms" => ["第 {n} 个机制", "mechanism {n}"],
        "quorums" => ["第 {n} 条到会与表决规则", "rule of presence and votes {n}"],
        "levels" => ["第 {n} 个层级", "level {n}"],
        "categories" => ["第 {n} 个类别", "category {n}"],
        "fields" => ["第 {n} 栏", "field {n}"],
        "steps" => ["第 {n} 步", "step {n}"],
        "deadlines" => ["第 {n} 个时限", "time limit {n}"],
        "links" => ["第 {n} 个关联", "link {n}"],
        "asks" => ["第 {n} 个数", "number {n}"],
        "counts_for" => ["第 {n} 个按次数计的指标", "counted item {n}"],
        _ => return None,
    };
    Some(language.of(forms).replace("{n}", &number.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_said_in_words() {
        fn check(place: &str, chinese: &str, english: &str) {
            assert_eq!(place_in_words(place, Language::Chinese), chinese);
            assert_eq!(place_in_words(place, Language::English), english);
        }

        check("payload", "", "");
        check("version", "版本", "version");
        check(
            "payload.assessments[2].answers.ORG-01.note",
            "第 3 份自评 · ORG-01 · 备注",
            "assessment 3 · ORG-01 · note",
        );
        check(
            "payload.assessment.answers.ACT-01.value.count.done",
            "自评 · ACT-01 · 次数 · 已开次数",
            "assessment · ACT-01 · count · times done",
        );
        check(
            "payload.organization.facts.members",
            "组织 · 组织情况 · 党员总数",
            "organisation · facts · members",
        );
        check(
            "/basics/0/indicators/2",
            "第 1 个基 · 第 3 条",
            "basic 1 · item 3",
        );
        check(
            "payload.ledgers[1].entries.0190163d-8694-739b-aea5-966c26f8ad91.body.record.held_on",
            "第 2 个记录页 · 记录 · 实际日期",
            "page of the ledger 2 · record · date held",
        );
        check(
            "/checklist/duties/0/goal/zh",
            "责任清单 · 第 1 个责任项 · 目标 · 中文",
            "checklist · duty 1 · goal · Chinese text",
        );
        check(
            "/checklist/mechanisms/3/steps/4/deadlines/0/after",
            "责任清单 · 第 4 个机制 · 第 5 步 · 第 1 个时限 · 从哪一步算起",
            "checklist · mechanism 4 · step 5 · time limit 1 · reckoned from",
        );
        check("payload.assessments", "自评", "assessments");
        check("payload.something", "something", "something");
        check("", "", "");
    }
}
