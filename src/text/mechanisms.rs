//! 机制: the page of a mechanism and the page of one of its cards.
//!
//! Not here: the names of mechanisms, fields and steps, which are data of the packs.

use super::in_sentence::in_sentence;

texts! {
    unknown: &'static str = "现在的标准里没有这一项。", "The standard in force has no such thing.";
    unknown_card: &'static str = "标准里已经没有这一项了，写过的都留着。", "The standard no longer has this; what was entered is kept.";
    off: &'static str = "这一项没有打开，写过的照样看得到。", "This is switched off; what was entered can still be seen.";
    add: fn(&str) -> String = |card| format!("加{card}"), |card| format!("Add {}", in_sentence(card));
    fill_year: fn(i32) -> String = |year| format!("填 {year} 年的"), |year| format!("Fill in {year}");
    see_year: fn(i32) -> String = |year| format!("看 {year} 年的"), |year| format!("See {year}");
    empty_title: &'static str = "还没有", "Nothing yet";
    empty: fn(&str) -> String = |card| format!("一张卡就是{card}。点一下就加上，其余的想写再写。"), |card| format!("Each card is {}. One tap adds it; the rest is written when you like.", in_sentence(card));
    open: fn(usize) -> String = |n| format!("办理中 {n} 件"), |n| format!("{n} under way");
    open_people: fn(usize) -> String = |n| format!("办理中 {n} 人"), |n| format!("{n} under way");
    kept: &'static str = "正在用的", "In use";
    kept_people: fn(usize) -> String = |n| format!("在册 {n} 人"), |n| format!("{n} on the list");
    kept_people_close: &'static str = "移出名册", "Take off the list";
    kept_people_closed_on: fn(String) -> String = |day| format!("{day}移出名册"), |day| format!("Off the list since {day}");
    kept_people_closed: fn(usize) -> String = |n| format!("已移出 {n} 人"), |n| format!("{n} taken off the list");
    kept_close: &'static str = "不再用了", "No longer in use";
    kept_closed_on: fn(String) -> String = |day| format!("{day}起不再用"), |day| format!("Not in use since {day}");
    kept_closed: fn(usize) -> String = |n| format!("不再用的 {n} 份"), |n| format!("{n} no longer in use");
    closed: fn(usize) -> String = |n| format!("已办结 {n} 件"), |n| format!("{n} settled");
    more: fn(usize) -> String = |n| format!("还有 {n} 件"), |n| format!("{n} more");
    earlier_years: &'static str = "往年的", "Earlier years";
    year: fn(i32) -> String = |year| format!("{year} 年"), |year| year.to_string();
    unnamed: &'static str = "还没写名称", "Not named yet";
    sources: &'static str = "依据和核实情况", "Sources and how sure";

    title_hint: &'static str = "写个好认的名字", "A name you will recognise";
    title_code: &'static str = "代号", "Code name";
    title_code_hint: &'static str = "写代号，不写姓名", "A code name, never the person's own";
    title_name: &'static str = "名称", "Name";
    steps: &'static str = "办理进度", "How far it has come";
    step_number: fn(usize, String) -> String = |n, name| format!("{n}. {name}"), |n, name| format!("{n}. {name}");
    stage: fn(String, usize, usize) -> String = |name, taken, all| format!("{name} · {taken}/{all}"), |name, taken, all| format!("{name} · {taken} of {all}");
    step_day: fn(String) -> String = |name| format!("{name}的日期"), |name| format!("Day of: {name}");
    step_line: &'static str = "这一步的说明", "A line about this step";
    step_add_line: &'static str = "写一句", "Add a line";
    step_again: &'static str = "再记一次", "Once more";
    step_take_back: &'static str = "去掉这次", "Take this one away";
    not_before: fn(String) -> String = |day| format!("最早 {day}"), |day| format!("Not before {day}");
    not_after: fn(String) -> String = |day| format!("最晚 {day}"), |day| format!("By {day}");
    limit_of: fn(String, String) -> String = |name, limit| format!("{name}：{limit}"), |name, limit| format!("{name}: {limit}");
    too_early: fn(String) -> String = |day| format!("早于规定：最早 {day}"), |day| format!("Too early: not before {day}");
    too_late: fn(String) -> String = |day| format!("晚于规定：最晚 {day}"), |day| format!("Too late: by {day}");
    overdue: fn(String) -> String = |day| format!("已过期限：最晚 {day}"), |day| format!("The limit has passed: by {day}");
    soon: fn(String) -> String = |day| format!("快到期限：最晚 {day}"), |day| format!("The limit is near: by {day}");
    out_of_order: &'static str = "日期早于前面的步骤", "Before an earlier step";
    progress: fn(usize, usize) -> String = |taken, all| format!("{taken}/{all}"), |taken, all| format!("{taken}/{all}");
    missing: fn(String) -> String = |names| format!("还缺：{names}"), |names| format!("Missing: {names}");
    next: fn(String) -> String = |name| format!("下一步：{name}"), |name| format!("Next: {name}");
    all_taken: &'static str = "已全部完成", "All taken";
    mark_closed: &'static str = "办结", "Settled";
    mark_kept_closed: &'static str = "不再用", "Not in use";
    mark_kept_people_closed: &'static str = "已移出", "Off the list";
    mark_overdue: &'static str = "超期", "Overdue";
    mark_soon: &'static str = "快到期", "Due soon";

    signal_yes: &'static str = "有", "Yes";
    signal_no: &'static str = "无", "No";
    signal_text: &'static str = "需要尽快补上。", "It needs to be made good soon.";

    linked: fn(String) -> String = |names| format!("配：{names}"), |names| format!("With: {names}");
    not_linked: &'static str = "未关联", "Not matched yet";
    links: &'static str = "关联", "Links";
    links_other: &'static str = "也关联着", "Also linked";
    link_choose: &'static str = "从已有的里选", "Choose one that is there";
    link_new: fn(&str) -> String = |card| format!("加{card}并关联"), |card| format!("Add and link {}", in_sentence(card));
    unlink: &'static str = "取消关联", "Take the link away";
    unlink_of: fn(String) -> String = |name| format!("取消和「{name}」的关联"), |name| format!("Take the link with “{name}” away");

    on_paper: &'static str = "打印或发给别人", "Print or send";
    close: &'static str = "办结", "Settle it";
    closed_on: fn(String) -> String = |day| format!("{day}办结"), |day| format!("Settled on {day}");
    reopen: &'static str = "重新打开", "Open it again";
}
