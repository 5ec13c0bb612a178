//! The pages on which answers are given.
//!
//! Not here: the texts of standards, and the words on the answer buttons (`common`).

texts! {
    title: &'static str = "自评", "Assess";
    must_title: &'static str = "只查必达项", "Must-items only";
    must_hint: &'static str = "少一项必达项，这个基就不达标。", "Without every must-item a basic is not met.";
    extras_title: &'static str = "否决项和加分项", "Vetoes and bonus";
    vetoes_title: &'static str = "一票否决", "Vetoes";
    vetoes_hint: &'static str = "有其中一种情形，相关的星先冻结，分数仍看得见。只给自己看。", "If one of these holds, the stars it touches are frozen; the points stay visible. Seen by you alone.";
    vetoes_all_clear: &'static str = "以上都没有", "None of these";
    veto_clear: &'static str = "无", "No";
    veto_present: &'static str = "有", "Yes";
    veto_unclear: &'static str = "不清楚", "Not sure";
    veto_effect_all: &'static str = "有则：所有星冻结", "If yes: all stars are frozen";
    veto_effect_stars: fn(String) -> String = |s| format!("有则：{s}冻结"), |s| format!("If yes: {s} frozen");
    veto_effect_limit: fn(u32) -> String = |n| format!("有则：最多计 {n} 颗星"), |n| format!("If yes: at most {n} stars count");
    veto_effect_basics: &'static str = "有则：五基不达标", "If yes: the basics are not met";
    bonus_title: &'static str = "加分项", "Bonus";
    bonus_hint: &'static str = "加分单列，不补基础分的缺口。", "Shown beside the score and never added to it.";
    bonus_points: fn(u32) -> String = |n| format!("每项 +{n}"), |n| format!("+{n} each");
    bonus_qualification: &'static str = "资格条件，不计分", "A qualification, no points";
    bonus_cap: fn(u32) -> String = |n| format!("最多 {n} 分"), |n| format!("at most {n}");
    bonus_sum: fn(u32) -> String = |n| format!("加分合计 {n}"), |n| format!("Bonus {n}");
    bonus_capped: &'static str = "已到上限", "Capped";
    not_due_title: fn(usize) -> String = |n| format!("本期未到期 {n} 项"), |n| format!("{n} not due yet");
    not_due_hint: &'static str = "可以提前填，做了就算。", "Can be answered early; what is done counts.";
    event_title: fn(usize) -> String = |n| format!("有事项才填 {n} 项"), |n| format!("{n} only if they came up");
    event_hint: &'static str = "本期有这类事项，就查；没有，就不用管。", "Look at these only if such a matter came up.";
    not_applicable_title: fn(usize) -> String = |n| format!("不适用 {n} 项"), |n| format!("{n} do not apply");
    off_title: fn(usize) -> String = |n| format!("已停用 {n} 项"), |n| format!("{n} switched off");
    next: fn(String) -> String = |name| format!("下一个：{name}"), |name| format!("Next: {name}");
    to_result: &'static str = "看结果", "See the result";
    year_to_date: &'static str = "今年以来", "This year so far";
    own_line: &'static str = "本地标准", "Local line";
    own_line_hint: &'static str = "按本地文件填，例如金额", "As your local document says";
    derived_title: &'static str = "由基项推出", "Follows from the basics";
    derived_points: fn(u32) -> String = |n| format!("推出 {n} 分"), |n| format!("{n} points follow");
    derived_from: fn(String) -> String = |names| format!("来自：{names}"), |names| format!("From: {names}");
    derived_awaiting: fn(String) -> String = |names| format!("先查：{names}，查完自动算出"), |names| format!("Look at these first: {names}. It then fills itself.");
    derived_limits: fn(u32) -> String = |n| format!("按公开情况，最多 {n} 分"), |n| format!("From what the basics say, at most {n} points");
    derived_override: &'static str = "改成别的档", "Choose another band";
    derived_overridden: fn(u32) -> String = |n| format!("你改过；推出的是 {n} 分"), |n| format!("Changed by you; {n} points would follow");
    derived_back: &'static str = "改回推出的分", "Back to what follows";
    override_reason: &'static str = "为什么改（一句话）", "Why (one line)";
    points: fn(u32, u32) -> String = |n, all| format!("{n} / {all} 分"), |n, all| format!("{n} of {all} points");
    points_of: fn(u32) -> String = |n| format!("{n} 分"), |n| if n == 1 { "1 point".to_owned() } else { format!("{n} points") };
    pass_line: fn(u32) -> String = |n| format!("{n} 分得星"), |n| format!("{n} points win it");
    note_and_evidence: &'static str = "备注和佐证", "Note and papers";
    note: &'static str = "备注", "Note";
    note_hint: &'static str = "可不写。不要写姓名、身份证号和涉密内容", "Optional. No names, no identity numbers, nothing secret";
    details: &'static str = "依据和更多", "Sources and more";
    criterion: &'static str = "怎样算达标", "When it is met";
    evidence: &'static str = "看什么材料", "What papers show it";
    sources: &'static str = "依据", "Sources";
    certainty: &'static str = "核实情况", "How sure";
    frequency: &'static str = "频次", "How often";
    named_hint: &'static str = "这颗星没有公开的分项分值，下面列出相关的基项结果，供你对照。", "No points are published for this. Below are the results of the basics that speak to it.";
    named_related: &'static str = "相关的基项（对应关系是建议）", "Related basics (the relation is a suggestion)";
    star_not_applicable: &'static str = "这一项不适用于你的组织。", "Not for your organisation.";
    no_stars: &'static str = "本类组织没有公开的分项标准", "No published framework for this type";
    last_time: fn(String) -> String = |text| format!("上期：{text}"), |text| format!("Last time: {text}");
    last_answers_confirm: fn(usize) -> String = |n| format!("{n} 项和上期一样"), |n| format!("{n} the same as last time");
    carried: fn(String) -> String = |q| format!("沿用{q}的回答，到期前有效"), |q| format!("Carried from {q}; still holds");
    facts_decide: fn(String) -> String = |text| format!("按组织情况不适用：{text}"), |text| format!("Does not apply: {text}");
    facts_override: &'static str = "仍要查", "Look at it anyway";
    term_runs: fn(String) -> String = |d| format!("届满日 {d}，还没到，自动达标"), |d| format!("The term runs until {d}: met");
    term_expired: fn(String) -> String = |d| format!("届满日 {d} 已到，请看有没有延期批复"), |d| format!("The term ended on {d}: was an extension approved?");
    term_unknown: &'static str = "填了届满日，这一条自动判断", "Give the end of term and this answers itself";
    recorded: fn(u32, u32, u32) -> String = |done, due, records| if records > done {
        format!("按台账：实 {done} 次 / 应 {due} 次（{records} 条记录，同一时段多开的只算应开的次数）")
    } else {
        format!("按台账：实 {done} 次 / 应 {due} 次")
    }, |done, due, records| if records > done {
        format!("from the records: {done} done of {due} due ({records} records; more than are due in one span do not count)")
    } else {
        format!("from the records: {done} done of {due} due")
    };
    recorded_unknown: fn(u32) -> String = |n| format!("；开始用之前的 {n} 次没有记，请补记，或直接填次数"), |n| format!("; {n} were due before you began here and are not recorded: record them, or give the number");
    done_times: fn(u32) -> String = |done| format!("实 {done} 次"), |done| format!("{done} done");
    counted: fn(u32, u32) -> String = |done, due| format!("实 {done} 次 / 应 {due} 次"), |done, due| format!("{done} done of {due} due");
    unknown_item: &'static str = "没有这一条", "There is no such item";
    retired_title: fn(usize) -> String = |n| format!("旧标准的回答 {n} 条（已停用，仍留着）"), |n| format!("{n} answers to items no longer in the standard (kept)");
}
