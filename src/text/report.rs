//! 汇报单: what stands in the report of a period.
//!
//! Not here: the page that shows it (`handouts`), and the words of standings (`common`).

use super::plural::counted;
use crate::standard::Points;

texts! {
    no_name: &'static str = "＿＿＿＿＿＿", "__________";
    named: fn(String, String) -> String = |name, title| match title.starts_with(|sign: char| sign.is_ascii_digit()) {
        true => format!("{name} {title}"),
        false => format!("{name}{title}"),
    }, |name, title| format!("{name}: {title}");
    title: fn(String) -> String = |quarter| format!("{quarter}五基自查情况"), |quarter| format!("Self-check of the basics, {quarter}");
    title_named: fn(String, String) -> String = |quarter, name| format!("{quarter}{name}自查情况"), |quarter, name| format!("{name}: self-check, {quarter}");
    heading_of: fn(String) -> String = |name| format!("{name}情况"), |name| name;
    parts_won: fn(u32) -> String = |n| format!("{n} 个部分合格"), |n| format!("{} enough", counted(n, "part", "parts"));
    title_with_stars: fn(String) -> String = |quarter| format!("{quarter}五基五星自查情况"), |quarter| format!("Self-check of basics and stars, {quarter}");
    numbered: fn(usize, &str) -> String = |place, heading| format!("{}、{heading}", ["一", "二", "三", "四", "五", "六"].get(place).unwrap_or(&"")),
        |place, heading| format!("{}. {heading}", place + 1);
    organization: &'static str = "组织", "Organisation";
    kind: &'static str = "类型", "Type";
    day: &'static str = "自查日期", "Day";
    members: &'static str = "党员", "Members";
    members_both: fn(u32, u32) -> String = |all, full| format!("{all} 人（正式党员 {full} 人）"), |all, full| format!("{all}, of whom {full} full members");
    members_all: fn(u32) -> String = |all| format!("{all} 人"), |all| all.to_string();
    members_full: fn(u32) -> String = |full| format!("正式党员 {full} 人"), |full| counted(full, "full member", "full members");
    standard: &'static str = "对照标准", "Standard";
    pack: fn(String, String) -> String = |title, version| format!("{title}（{version}）"), |title, version| format!("{title} ({version})");
    code: &'static str = "标准校验码", "Code of the standard";
    data_code: &'static str = "校验短码", "Short code";
    code_changed: fn(String, usize) -> String = |code, n| format!("{code}，含本地设置 {n} 处"), |code, n| format!("{code}, with {}", counted(n, "local change", "local changes"));
    basics_heading: &'static str = "五基达标情况", "The basics";
    stars_heading: &'static str = "五星争创情况", "The stars";
    lacking_heading: &'static str = "主要不足和原因", "What falls short, and why";
    rectifications_heading: &'static str = "问题整改情况", "Rectifications";
    basic: &'static str = "五基", "Basic";
    due: &'static str = "应查", "Due";
    met: &'static str = "达标", "Met";
    share: &'static str = "达标率", "Share";
    self_result: &'static str = "自查结果", "Self-check";
    review_result: &'static str = "审核结果", "Review";
    indicators_caption: &'static str = "各项指标", "All indicators";
    indicator: &'static str = "指标", "Indicator";
    basis: &'static str = "情况", "Basis";
    must: fn(String) -> String = |name| format!("{name}（必达）"), |name| format!("{name} (required)");
    star: &'static str = "星级", "Star";
    maximum: &'static str = "满分", "Of";
    pass: &'static str = "得星线", "Pass line";
    self_score: &'static str = "自评得分", "Own score";
    review_score: &'static str = "审核得分", "Reviewed score";
    total: &'static str = "合计", "In all";
    stars_won: fn(u32) -> String = |n| format!("得 {n} 颗星"), |n| format!("{} won", counted(n, "star", "stars"));
    bonus: fn(Points) -> String = |n| format!("加分 {n} 分，单列，不计入上表。"), |n| format!("Bonus {n}, kept apart from the table above.");
    items_caption: &'static str = "各项得分", "All scored items";
    item: &'static str = "评分项", "Item";
    number: &'static str = "序号", "No.";
    what: &'static str = "事项", "What";
    why: &'static str = "原因", "Why";
    why_answered: &'static str = "自查认定", "As answered in the self-check";
    veto_present: &'static str = "有", "Applies";
    veto_why: &'static str = "一票否决情形", "A disqualifier";
    nothing_lacking: &'static str = "到期指标已全部自查，没有未达标项。", "All that is due was checked, and nothing is unmet.";
    nothing_lacking_so_far: fn(usize) -> String = |n| format!("已自查的指标无未达标项，另有 {n} 项尚未自查。"), |n| format!("Nothing unmet so far; {} not checked.", counted(n, "item is", "items are"));
    vetoes_open: fn(usize) -> String = |n| format!("一票否决事项尚有 {n} 条未核对。"), |n| format!("{} not checked.", counted(n, "disqualifier is", "disqualifiers are"));
    no_rectifications: &'static str = "本期没有列入整改的问题。", "No rectification in this period.";
    other_rectifications: fn(usize) -> String = |n| format!("另有 {n} 件，见整改台账。"), |n| format!("{n} more, in the list of rectifications.");
    problem: &'static str = "问题", "Problem";
    who: &'static str = "责任人", "Who";
    until: &'static str = "完成时限", "Until";
    measure: &'static str = "措施和结果", "Measure and result";
    state: &'static str = "进度", "State";
    as_of: fn(String) -> String = |day| format!("截至 {day}"), |day| format!("as of {day}");
    self_result_as_of: fn(String) -> String = |as_of| format!("自查结果（{as_of}）"), |as_of| format!("Self-check ({as_of})");
    star_undecided: &'static str = "待定", "Undecided";
    part_not_won: &'static str = "未达合格线", "Not enough";
    basis_carried: fn(String) -> String = |quarter| format!("沿用{quarter}自查结果"), |quarter| format!("As in {quarter}");
    basis_term: fn(String) -> String = |day| format!("任期至 {day}，未届满"), |day| format!("The term runs until {day}");
    basis_term_over: fn(String) -> String = |day| format!("已于 {day}届满"), |day| format!("The term ended on {day}");
    basis_counted: fn(Option<String>, u32, u32) -> String = |as_of, done, due| {
        let as_of = as_of.unwrap_or_default();
        match due > 0 && done >= due {
            true => format!("{as_of}应开展 {due} 次，均已开展"),
            false => format!("{as_of}应开展 {due} 次，已开展 {done} 次"),
        }
    }, |as_of, done, due| {
        let as_of = as_of.map_or_else(String::new, |day| format!(", {day}"));
        format!("{done} held of {due} due{as_of}")
    };
    basis_records: fn(u32) -> String = |n| format!("（台账记录 {n} 次）"), |n| format!(" ({n} recorded)");
    basis_done: &'static str = "已办理", "Done";
    basis_times: fn(u32, u32) -> String = |done, due| format!("应办理 {due} 次，已办理 {done} 次"), |done, due| format!("{done} done of {due} due");
    basis_hours: fn(String, String, String) -> String = |all, kinds, due| match kinds.is_empty() {
        true => format!("{all} 学时，要求 {due} 学时"),
        false => format!("共 {all} 学时（{kinds}），要求 {due} 学时"),
    }, |all, kinds, due| match kinds.is_empty() {
        true => format!("{all} of {due} hours"),
        false => format!("{all} hours ({kinds}), {due} asked for"),
    };
    basis_hours_of: fn(String, String) -> String = |kind, hours| format!("{kind} {hours}"), |kind, hours| format!("{kind} {hours}");
    basis_steps: fn(u32, u32) -> String = |done, due| format!("已完成 {done} 步，共 {due} 步"), |done, due| format!("{done} of {due} steps");
    basis_limits: fn(u32, u32) -> String = |done, due| format!("共 {due} 件，按时限办理 {done} 件"), |done, due| format!("{done} of {due} keep their limits");
    basis_settled: fn(u32, u32) -> String = |done, due| format!("应办结 {due} 件，已办结 {done} 件"), |done, due| format!("{done} of {due} settled");
    basis_problems: fn(u32, u32) -> String = |done, due| format!("到期整改 {due} 件，已完成 {done} 件"), |done, due| format!("{done} of {due} due were solved");
    basis_problems_in_time: &'static str = "整改均在期限内", "All within their time";
    basis_unknown: fn(u32) -> String = |n| format!("；其中 {n} 次无记录"), |n| format!("; {n} of them without a record");
    basis_missed: fn(String) -> String = |reason| format!("；未开展原因：{reason}"), |reason| format!("; not held because: {reason}");
    basis_lacks_kind: &'static str = "；必须参加的一类（如集中培训）尚无记录", "; of the kind that there has to be, such as a course, there is no record";
    basis_without_heads: fn(u32) -> String = |n| format!("；{n} 次未登记实到人数，未计入"), |n| format!("; without the number present and not counted: {n}");
    basis_ahead: fn(String) -> String = |span| format!("{span}未到期"), |span| format!("{span} is not due yet");
    basis_until: fn(String) -> String = |day| format!("应于 {day}前办理"), |day| format!("due until {day}");
    sign_secretary: &'static str = "党组织书记（签字）", "Secretary (signature)";
    sign_reviewer: &'static str = "审核人（签字）", "Reviewed by (signature)";
    sign_seal: &'static str = "党组织（盖章）", "Organisation (seal)";
    sign_day: &'static str = "日期", "Date";
    prose_opening: fn(String, String, String) -> String = |name, standard, quarter| format!("{name}对照《{standard}》开展了 {quarter}自查。"),
        |name, standard, quarter| format!("{name} checked itself against “{standard}” for {quarter}.");
    prose_opening_bare: fn(String) -> String = |quarter| format!("本组织开展了 {quarter}自查。"), |quarter| format!("Self-check for {quarter}.");
    prose_nothing_due: &'static str = "本期没有到期的指标。", "Nothing is due in this period.";
    prose_five_basics: &'static str = "五基", "basics";
    prose_five_stars: &'static str = "五星", "stars";
    prose_counts: fn(String, usize, usize, [usize; 3]) -> String = |name, due, met, [partly, unmet, open]| {
        let rest = [(partly, "部分达标"), (unmet, "未达标"), (open, "未查")];
        let rest = rest.iter().filter(|(n, _)| *n > 0);
        let rest: String = rest.map(|(n, word)| format!("，{word} {n} 项")).collect();
        format!("{name}到期指标 {due} 项，达标 {met} 项{rest}")
    }, |_, due, met, [partly, unmet, open]| {
        let rest = [(partly, "partly"), (unmet, "unmet"), (open, "unchecked")];
        let rest = rest.iter().filter(|(n, _)| *n > 0);
        let rest: String = rest.map(|(n, word)| format!(", {n} {word}")).collect();
        format!("{} due, {met} met{rest}", counted(due, "indicator", "indicators"))
    };
    prose_basics_met: fn(String, Option<String>, bool) -> String = |name, as_of, by_share| {
        let as_of = as_of.unwrap_or_default();
        let by_share = if by_share { "按达标率计，" } else { "" };
        format!("；{by_share}{as_of}{name}均达标。")
    }, |name, as_of, by_share| {
        let as_of = as_of.map_or_else(String::new, |day| format!(", {day}"));
        let by_share = if by_share { " by the share that it takes" } else { "" };
        format!("; all {name} are met{by_share}{as_of}.")
    };
    prose_basics_vetoed: fn(String) -> String = |name| format!("；有一票否决情形，{name}整体不达标。"), |name| format!("; a disqualifier applies, and the {name} as a whole are not met.");
    prose_basics_unmet: fn(String) -> String = |names| format!("；{names}未达标。"), |names| format!("; not met: {names}.");
    prose_basics_open: fn(String) -> String = |names| format!("；{names}未查完。"), |names| format!("; not finished: {names}.");
    prose_stars: fn(String, Points, Points, String) -> String = |name, sum, all, won| {
        format!("{name}自评 {sum} 分（满分 {all} 分），{won}")
    }, |_, sum, all, won| {
        format!("Own score {sum} of {all}, {won}")
    };
    prose_stars_won: fn(u32, String) -> String = |stars, names| {
        let names = if names.is_empty() { names } else { format!("（{names}）") };
        format!("得 {stars} 颗星{names}")
    }, |stars, names| {
        let names = if names.is_empty() { names } else { format!(" ({names})") };
        format!("{} won{names}", counted(stars, "star", "stars"))
    };
    prose_parts_won: fn(u32, String) -> String = |parts, names| {
        let names = if names.is_empty() { names } else { format!("（{names}）") };
        format!("{parts} 个部分合格{names}")
    }, |parts, names| {
        let names = if names.is_empty() { names } else { format!(" ({names})") };
        format!("{} with enough{names}", counted(parts, "part", "parts"))
    };
    prose_rest: fn(bool, usize, usize, usize) -> String = |stars, frozen, open, undecided| {
        let (name, counter) = if stars { ("星", "颗") } else { ("", "个") };
        let all = [
            (frozen, format!("，因否决情形暂不评{name} {frozen} {counter}")),
            (open, format!("，{open} {counter}未查完")),
            (undecided, format!("，{undecided} {counter}待定")),
        ];
        let said = all.into_iter().filter(|(n, _)| *n > 0);
        said.map(|(_, text)| text).collect::<String>() + "。"
    }, |_, frozen, open, undecided| {
        let all = [(frozen, "on hold"), (open, "not finished"), (undecided, "undecided")];
        let said = all.iter().filter(|(n, _)| *n > 0);
        said.map(|(n, word)| format!(", {n} {word}")).collect::<String>() + "."
    };
    prose_nothing_lacking: &'static str = "到期指标没有未达标项。", "Nothing that is due is unmet.";
    prose_lacking: fn(String) -> String = |names| format!("主要不足：{names}。"), |names| format!("Falls short: {names}.");
    prose_of_star: fn(String, &str) -> String = |name, state| format!("{name}{state}"), |name, state| format!("{name} ({})", state.to_lowercase());
    prose_number: fn(usize) -> String = |n| format!("{n} 项"), |n| n.to_string();
    prose_and_more: fn(String, usize) -> String = |names, n| format!("{names}等 {n} 项"), |names, n| format!("{names} and others, {n} in all");
    prose_rectifications: fn(usize, usize, usize) -> String = |all, closed, overdue| {
        let overdue = if overdue > 0 { format!("，超期 {overdue} 件") } else { String::new() };
        format!("列入整改 {all} 件，已销号 {closed} 件{overdue}。")
    }, |all, closed, overdue| {
        let overdue = if overdue > 0 { format!(", {overdue} overdue") } else { String::new() };
        format!("{}, {closed} closed{overdue}.", counted(all, "rectification", "rectifications"))
    };
}
