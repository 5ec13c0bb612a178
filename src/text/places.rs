//! Where something stands in a file (位置), in plain words: 「第 3 份自评 · ORG-01 · 备注」 instead of
//! `payload.assessments[2].answers.ORG-01.note`.
//!
//! Not here: what is wrong there ([`super::refusals`]).

use super::Language;
use uuid::Uuid;

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
        match member(part, language) {
            Some("") => {}
            Some(word) => words.push(word.to_owned()),
            None => words.push((*part).to_owned()),
        }
    }
    words.join(" · ")
}

/// The word for one of several, `number` counted from 1.
fn element(list: &str, number: usize, language: Language) -> Option<String> {
    let (before, after, english) = match list {
        "assessments" => ("第 ", " 份自评", "assessment"),
        "organizations" => ("第 ", " 个组织", "organisation"),
        "ledgers" => ("第 ", " 个记录页", "page of the ledger"),
        "standards" => ("第 ", " 个标准包", "standard"),
        "on" => ("第 ", " 次", "time"),
        "evidence" => ("第 ", " 份佐证", "paper"),
        "basics" => ("第 ", " 个基", "basic"),
        "stars" => ("第 ", " 颗星", "star"),
        "indicators" => ("第 ", " 条", "item"),
        "bands" => ("第 ", " 档", "band"),
        "bonuses" => ("第 ", " 个加分项", "bonus item"),
        "vetoes" => ("第 ", " 个否决项", "veto"),
        "rules" => ("第 ", " 条依据", "source"),
        "grades" => ("第 ", " 个等次", "grade"),
        "examples" => ("第 ", " 个测试样例", "example"),
        "sources" => ("第 ", " 个引用的依据", "cited source"),
        "variants" => ("第 ", " 种写法", "wording"),
        "options" | "choice" => ("第 ", " 个选项", "option"),
        "duties" => ("第 ", " 个责任项", "duty"),
        "records" => ("第 ", " 种记录", "kind of records"),
        "mechanisms" => ("第 ", " 个机制", "mechanism"),
        "quorums" => ("第 ", " 条到会与表决规则", "rule of presence and votes"),
        "levels" => ("第 ", " 个层级", "level"),
        "categories" => ("第 ", " 个类别", "category"),
        "fields" => ("第 ", " 栏", "field"),
        "steps" => ("第 ", " 步", "step"),
        "deadlines" => ("第 ", " 个时限", "time limit"),
        "links" => ("第 ", " 个关联", "link"),
        "asks" => ("第 ", " 个数", "number"),
        "counts_for" => ("第 ", " 个按次数计的指标", "counted item"),
        _ => return None,
    };
    Some(match language {
        Language::Chinese => format!("{before}{number}{after}"),
        Language::English => format!("{english} {number}"),
    })
}

/// The word for a member; an empty one where the member only holds the rest together.
fn member(name: &str, language: Language) -> Option<&'static str> {
    let (chinese, english) = match name {
        "payload" | "answers" | "value" | "extra" | "entries" | "body" | "values" => ("", ""),
        "checklist" => ("责任清单", "checklist"),
        "duties" => ("责任项", "duties"),
        "records" => ("记录种类", "kinds of records"),
        "mechanisms" => ("机制", "mechanisms"),
        "quorums" => ("到会与表决规则", "rules of presence and votes"),
        "levels" => ("层级", "levels"),
        "level" => ("层级", "level"),
        "categories" => ("类别", "categories"),
        "category" => ("类别", "category"),
        "window" => ("月份", "months"),
        "done_by" => ("完成方式", "how it is done"),
        "cards" => ("卡片", "cards"),
        "hours" | "half_hours" => ("学时", "hours"),
        "at_least" => ("至少", "at least"),
        "quorum" => ("到会与表决规则", "rule of presence and votes"),
        "presence" => ("到会", "presence"),
        "approval" => ("赞成", "approval"),
        "share" => ("比例", "share"),
        "about" => ("用途", "about"),
        "label" => ("名称", "label"),
        "hint" => ("提示", "hint"),
        "fields" => ("栏目", "fields"),
        "after" => ("从哪一步算起", "reckoned from"),
        "months" => ("月数", "months"),
        "assessment" => ("自评", "assessment"),
        "organization" => ("组织", "organisation"),
        "settings" => ("设置", "settings"),
        "standard" | "pack" => ("标准包", "standard"),
        "retired" => ("已停用的回答", "retired answers"),
        "assessments" => ("自评", "assessments"),
        "organizations" => ("组织", "organisations"),
        "ledgers" => ("记录页", "ledgers"),
        "standards" => ("标准包", "standards"),
        "evidence" => ("佐证", "papers"),
        "basics" => ("基", "basics"),
        "stars" => ("星", "stars"),
        "indicators" => ("指标", "items"),
        "bands" => ("分档", "bands"),
        "bonuses" => ("加分项", "bonus items"),
        "vetoes" => ("否决项", "vetoes"),
        "rules" => ("依据", "sources"),
        "award" => ("得星规则", "award rule"),
        "judgement" => ("判定线", "judgement"),
        "examples" => ("测试样例", "examples"),
        "version" => ("版本", "version"),
        "kind" => ("文件种类", "kind of file"),
        "format" => ("文件格式", "format"),
        "id" => ("编号", "id"),
        "name" => ("名称", "name"),
        "title" => ("名称", "title"),
        "record" => ("记录", "record"),
        "missed" => ("未开展", "not held"),
        "rectification" => ("整改", "rectification"),
        "card" => ("卡片", "card"),
        "year" | "belongs_to_year" => ("年度", "year"),
        "held_on" => ("实际日期", "date held"),
        "numbers" => ("人数", "numbers"),
        "line" => ("备注", "line"),
        "span" => ("时段", "span"),
        "duty" => ("责任项", "duty"),
        "origin" => ("来源", "origin"),
        "problem" => ("问题", "problem"),
        "who" => ("责任人", "who"),
        "until" => ("时限", "until"),
        "measure" => ("措施", "measure"),
        "goal" => ("目标", "goal"),
        "milestone" => ("节点", "milestone"),
        "result" => ("结果", "result"),
        "found_on" => ("发现日期", "date found"),
        "assigned_on" => ("交办日期", "date assigned"),
        "resolved_on" => ("解决日期", "date resolved"),
        "closed_on" => ("办结日期", "date closed"),
        "mechanism" => ("机制", "mechanism"),
        "steps" => ("步骤", "steps"),
        "links" => ("关联", "links"),
        "own_duties" => ("自加责任项", "own duties"),
        "place" => ("存放位置", "place"),
        "date" => ("日期", "date"),
        "note" => ("备注", "note"),
        "reason" => ("原因", "reason"),
        "period" => ("周期", "period"),
        "facts" => ("组织情况", "facts"),
        "form" => ("组织形式", "form of the organisation"),
        "full_members" => ("正式党员数", "full members"),
        "members" => ("党员总数", "members"),
        "groups" => ("党小组数", "Party groups"),
        "committee" => ("是否设支委会", "committee"),
        "institution" => ("单位类别", "kind of institution"),
        "organization_type" => ("组织类型", "type of organisation"),
        "term_end" => ("届满日", "end of term"),
        "local" => ("本地设置", "local settings"),
        "thresholds" => ("门槛", "thresholds"),
        "times" => ("应几次", "times due"),
        "done" => ("实几次", "times done"),
        "due" | "own_due" => ("应几次", "times due"),
        "count" => ("次数", "count"),
        "band" => ("分档", "band"),
        "verdict" => ("判定", "verdict"),
        "veto" => ("否决项", "veto"),
        "bonus" => ("加分", "bonus"),
        "maximum" => ("满分", "maximum"),
        "pass" => ("得星线", "pass line"),
        "score" | "points" => ("分值", "points"),
        "criterion" => ("判据", "criterion"),
        "question" => ("问题", "question"),
        "derivation" => ("自动评分", "derivation"),
        "reached_by" => ("自动评分条件", "what reaches it"),
        "effect" => ("效果", "effect"),
        "cap" => ("上限", "cap"),
        "from" => ("评分依据", "what it follows from"),
        "sources" => ("引用的依据", "cited sources"),
        "zh" => ("中文", "Chinese text"),
        "en" => ("英文", "English text"),
        "frequency" => ("频次", "frequency"),
        "changed_at" => ("修改时间", "time of change"),
        "created_at" | "added_at" => ("建立时间", "time of making"),
        _ => return None,
    };
    Some(match language {
        Language::Chinese => chinese,
        Language::English => english,
    })
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
            "自评 · ACT-01 · 次数 · 实几次",
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
