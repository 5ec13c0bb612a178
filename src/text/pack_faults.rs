//! What is wrong with a standard pack (标准包的问题), for its author: each fault with its place.
//!
//! Not here: finding faults (`standard`).

use super::Language;
use super::causes::{Reader, cause};
use super::places::place_in_words;
use crate::assessment::verification::ExampleFault;
use crate::standard::{FaultKind, PackFault};
use crate::typed_json::Misfit;

texts! {
    fault: fn(&str) -> String = |what| format!("{what}。"), |what| format!("{what}.");
    fault_at: fn(&str, &str) -> String = |place, what| format!("{place}：{what}。"), |place, what| format!("{place}: {what}.");
    as_written: fn(&str, &str) -> String = |word, written| format!("{word}（{written}）"), |word, written| format!("{word} ({written})");
    example_named: fn(String) -> String = |name| format!("样例「{name}」"), |name| format!("Example “{name}”");
    duplicate: fn(String) -> String = |name| format!("「{name}」用了两次"), |name| format!("“{name}” is used twice");
    empty_text: &'static str = "文字是空的", "the text is empty";
    unknown_rule: fn(String) -> String = |id| format!("引用的依据「{id}」不存在"), |id| format!("there is no source “{id}”");
    number_too_large: fn(u32, u32) -> String = |n, most| format!("{n} 太大，最多 {most}"), |n, most| format!("{n} is more than {most}");
    percent: fn(u32) -> String = |n| format!("百分比 {n} 超出范围"), |n| format!("{n} percent is out of range");
    no_times: &'static str = "应做次数是 0", "it is due no times";
    no_periods: &'static str = "按届或按事项的指标不能计次数", "an item without fixed periods cannot be counted";
    bands_order: fn(u32, u32) -> String = |before, score| format!("分档要从高到低：{before} 之后是 {score}"), |before, score| format!("bands must descend: {score} after {before}");
    best_band: fn(u32) -> String = |n| format!("最高一档不是满分 {n}"), |n| format!("the best band does not give {n} points");
    last_band: &'static str = "最低一档不该写自动评分条件", "the last band needs nothing to reach it";
    no_band_reached: &'static str = "没有一档写自动评分条件", "no band says what reaches it";
    reach_alone: &'static str = "写了自动评分条件，却没有写按什么自动评分", "nothing is derived here";
    reach_order: &'static str = "高一档的自动评分条件应更难", "a better band must be harder to reach";
    reach_rule: &'static str = "自动评分条件和自动评分方法对不上", "this does not fit the rule of the derivation";
    from_nothing: &'static str = "没有写按哪些指标自动评分", "it follows from nothing";
    not_counted: fn(String) -> String = |id| format!("{id} 不是按次数计的指标"), |id| format!("{id} is not counted");
    circular: fn(String) -> String = |id| format!("{id} 绕一圈推回了自己"), |id| format!("{id} follows from itself");
    too_deep: fn(usize) -> String = |n| format!("一层推一层超过 {n} 层"), |n| format!("more than {n} derivations on one another");
    unknown_item: fn(String) -> String = |id| format!("没有指标「{id}」，或它不能写在这里"), |id| format!("there is no item “{id}”, or it cannot stand here");
    star_sum: fn(u64, u32) -> String = |sum, maximum| format!("各项合计 {sum} 分，应为 {maximum} 分"), |sum, maximum| format!("the items come to {sum}, the star to {maximum}");
    scored_and_named: &'static str = "一颗星要么计分，要么只列名称", "a star is either scored or named";
    pass_too_high: fn(u32, u32) -> String = |pass, maximum| format!("得星线 {pass} 高于满分 {maximum}"), |pass, maximum| format!("{pass} points to pass and {maximum} at most");
    unknown_key: fn(String) -> String = |key| format!("没有名为「{key}」的基或星"), |key| format!("there is no basic or star “{key}”");
    limit: fn(u32, usize) -> String = |limit, stars| format!("最多计 {limit} 颗星，可一共只有 {stars} 颗"), |limit, stars| format!("at most {limit} stars, and there are {stars}");
    grades: &'static str = "等次没有从高到低", "the grades do not descend";
    last_grade: &'static str = "最低等次应从 0 起", "the last grade does not begin at 0";
    sum_out_of_reach: fn(u32, u64) -> String = |needed, possible| format!("总分要 {needed}，最多只有 {possible}"), |needed, possible| format!("{needed} points needed and {possible} at most");
    unknown_level: fn(String) -> String = |key| format!("没有层级「{key}」"), |key| format!("there is no level “{key}”");
    unknown_category: fn(String) -> String = |key| format!("没有类别「{key}」"), |key| format!("there is no category “{key}”");
    unknown_record: fn(String) -> String = |id| format!("没有记录种类「{id}」"), |id| format!("there is no kind of records “{id}”");
    unknown_mechanism: fn(String) -> String = |id| format!("没有机制「{id}」"), |id| format!("there is no mechanism “{id}”");
    unknown_quorum: fn(String) -> String = |id| format!("没有到会与表决规则「{id}」"), |id| format!("there is no rule of presence and votes “{id}”");
    no_number_field: fn(String) -> String = |key| format!("没有叫「{key}」的数字栏"), |key| format!("there is no number “{key}” among the fields");
    done_by_nothing: &'static str = "没有写哪种记录算完成", "no kind of records shows that it is done";
    asked_twice: &'static str = "同一个数问了两次", "this number is asked already";
    window: fn(u8, u8) -> String = |from, to| format!("月份 {from} 到 {to} 超出范围（1 到 12 月起，最迟到 15，即次年 3 月）"), |from, to| format!("the months {from} to {to} are out of range (from 1 to 12, until 15 at most, which is March of the next year)");
    window_alone: &'static str = "只有每年一次的责任项才写月份", "only a yearly duty has months of its own";
    share: fn(u32, u32) -> String = |n, of| format!("{of} 分之 {n} 不能作比例"), |n, of| format!("{n} of {of} is no share");
    two_ways: &'static str = "计分办法只能有一种：分档、扣分、直接打分选一", "one way of scoring alone: bands, deductions, or points put in";
    least: fn(u32, u32) -> String = |least, maximum| format!("至少留 {least} 分，满分却是 {maximum}，或没有扣分情形"), |least, maximum| format!("at least {least} of {maximum}, or nothing is taken off");
    deduction_of_nothing: &'static str = "扣分情形扣了 0 分", "a deduction takes nothing off";
    weight_sum: fn(u64) -> String = |sum| format!("权重合计 {sum}%，应为 100%"), |sum| format!("the weights come to {sum}%, and not to 100%");
    no_such_grade: fn(u32, usize) -> String = |place, grades| format!("没有第 {place} 个等次（从 0 数，共 {grades} 个）"), |place, grades| format!("there is no grade {place} (from 0) among {grades}");
    nothing_to_choose: &'static str = "没有可选的项", "there is nothing to choose from";
    no_earlier_step: fn(String) -> String = |key| format!("前面没有步骤「{key}」"), |key| format!("there is no earlier step “{key}”");
    limit_of_step: fn(u32, u32) -> String = |n, most| format!("时限 {n} 个月超出范围（1 到 {most}）"), |n, most| format!("a limit of {n} months is out of range (1 to {most})");
    unknown_word: fn(String) -> String = |word| format!("「{word}」不能写在这里"), |word| format!("“{word}” cannot stand here");
    example: fn(String, String, String) -> String = |what, expected, found| format!("{what}：应为 {expected}，算出来是 {found}"), |what, expected, found| format!("{what}: expected {expected}, found {found}");
}

/// A place of another shape than a pack has, in a sentence: where, in words and as it stands in the
/// file, and what.
pub fn of_shape(fault: &Misfit, language: Language) -> String {
    let Misfit { place, problem } = fault;
    // An unknown member is named by what is said of it.
    let around = match (problem.starts_with("unknown field"), place.rsplit_once('.')) {
        (true, Some((around, _))) => around,
        (true, None) => "",
        (false, _) => place.as_str(),
    };
    let what = cause(problem, language, Reader::Author);
    let words = place_in_words(around, language);
    let texts = &language.texts().pack_faults;
    match words.is_empty() {
        true => (texts.fault)(&what),
        false => (texts.fault_at)(&(texts.as_written)(&words, around), &what),
    }
}

/// A fault in a sentence: where, and what.
pub fn sentence(fault: &PackFault, language: Language) -> String {
    let place = place_in_words(&fault.place, language);
    let texts = &language.texts().pack_faults;
    let place = match &fault.within {
        Some(within) => (texts.as_written)(&place, &within.to_string()),
        None => place,
    };
    (texts.fault_at)(&place, &kind(&fault.kind, texts))
}

/// An example that came out otherwise, in a sentence.
pub fn of_example(fault: &ExampleFault, language: Language) -> String {
    let words = &language.texts().pack_faults;
    let (what, expected, found) = (
        fault.what.clone(),
        fault.expected.clone(),
        fault.found.clone(),
    );
    let example: String = fault.example.chars().take(60).collect();
    (words.fault_at)(
        &(words.example_named)(example),
        &(words.example)(what, expected, found),
    )
}

fn kind(kind: &FaultKind, words: &Texts) -> String {
    match kind {
        FaultKind::Duplicate { name } => (words.duplicate)(name.clone()),
        FaultKind::DuplicateRule { id } => (words.duplicate)(id.clone()),
        FaultKind::EmptyText => words.empty_text.to_owned(),
        FaultKind::UnknownRule { id } => (words.unknown_rule)(id.clone()),
        FaultKind::NumberTooLarge { number, most } => (words.number_too_large)(*number, *most),
        FaultKind::PercentOutOfRange { percent } => (words.percent)(*percent),
        FaultKind::CountWithoutTimes => words.no_times.to_owned(),
        FaultKind::CountWithoutPeriods { .. } => words.no_periods.to_owned(),
        FaultKind::TwoWaysOfScoring => words.two_ways.to_owned(),
        FaultKind::LeastOutOfRange { least, maximum } => (words.least)(*least, *maximum),
        FaultKind::DeductionOfNothing => words.deduction_of_nothing.to_owned(),
        FaultKind::WeightSum { sum } => (words.weight_sum)(*sum),
        FaultKind::NoSuchGrade { place, grades } => (words.no_such_grade)(*place, *grades),
        FaultKind::BandsNotDescending { before, score } => (words.bands_order)(*before, *score),
        FaultKind::BestBandNotMaximum { maximum } => (words.best_band)(*maximum),
        FaultKind::LastBandReached => words.last_band.to_owned(),
        FaultKind::NoBandReached => words.no_band_reached.to_owned(),
        FaultKind::ReachWithoutDerivation => words.reach_alone.to_owned(),
        FaultKind::ReachNotMonotone => words.reach_order.to_owned(),
        FaultKind::ReachDoesNotFitRule => words.reach_rule.to_owned(),
        FaultKind::DerivationFromNothing => words.from_nothing.to_owned(),
        FaultKind::NotCounted { id } => (words.not_counted)(id.to_string()),
        FaultKind::CircularDerivation { id } => (words.circular)(id.to_string()),
        FaultKind::DerivationTooDeep { most } => (words.too_deep)(*most),
        FaultKind::UnknownItem { id } => (words.unknown_item)(id.to_string()),
        FaultKind::StarSum { maximum, sum } => (words.star_sum)(*sum, *maximum),
        FaultKind::StarScoredAndNamed => words.scored_and_named.to_owned(),
        FaultKind::PassAboveMaximum { pass, maximum } => (words.pass_too_high)(*pass, *maximum),
        FaultKind::UnknownKey { key } => (words.unknown_key)(key.clone()),
        FaultKind::LimitAboveStars { limit, stars } => (words.limit)(*limit, *stars),
        FaultKind::GradesNotDescending => words.grades.to_owned(),
        FaultKind::LastGradeNotZero => words.last_grade.to_owned(),
        FaultKind::SumOutOfReach { needed, possible } => {
            (words.sum_out_of_reach)(*needed, *possible)
        }
        FaultKind::UnknownLevel { key } => (words.unknown_level)(key.clone()),
        FaultKind::UnknownCategory { key } => (words.unknown_category)(key.clone()),
        FaultKind::UnknownRecordKind { id } => (words.unknown_record)(id.to_string()),
        FaultKind::UnknownMechanism { id } => (words.unknown_mechanism)(id.to_string()),
        FaultKind::UnknownQuorum { id } => (words.unknown_quorum)(id.to_string()),
        FaultKind::NoNumberField { key } => (words.no_number_field)(key.clone()),
        FaultKind::DoneByNothing => words.done_by_nothing.to_owned(),
        FaultKind::AskedTwice => words.asked_twice.to_owned(),
        FaultKind::WindowOutOfRange { from, to } => (words.window)(*from, *to),
        FaultKind::WindowWithoutYear { .. } => words.window_alone.to_owned(),
        FaultKind::ShareOutOfRange {
            numerator,
            denominator,
        } => (words.share)(*numerator, *denominator),
        FaultKind::NothingToChoose => words.nothing_to_choose.to_owned(),
        FaultKind::NoEarlierStep { key } => (words.no_earlier_step)(key.clone()),
        FaultKind::LimitOutOfRange { months, most } => (words.limit_of_step)(*months, *most),
        FaultKind::UnknownWord { word } => (words.unknown_word)(word.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_names_its_place() {
        fn check(place: &str, within: Option<&str>, kind: FaultKind, expected: [&str; 2]) {
            let fault = PackFault {
                place: place.to_owned(),
                within: within.map(str::to_owned),
                kind,
            };
            assert_eq!(sentence(&fault, Language::Chinese), expected[0]);
            assert_eq!(sentence(&fault, Language::English), expected[1]);
        }

        check(
            "/stars/1",
            Some("star_party"),
            FaultKind::StarSum {
                maximum: 100,
                sum: 95,
            },
            [
                "第 2 颗星（star_party）：各项合计 95 分，应为 100 分。",
                "star 2 (star_party): the items come to 95, the star to 100.",
            ],
        );
        check(
            "/award",
            None,
            FaultKind::LastGradeNotZero,
            [
                "得星规则：最低等次应从 0 起。",
                "award rule: the last grade does not begin at 0.",
            ],
        );
    }
}
