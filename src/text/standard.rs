//! 标准 and 本地设置: reading the pack, and changing it for oneself.
//!
//! Not here: the texts of the packs, which are data.

use super::plural::{counted, points};
use crate::standard::Points;

texts! {
    none: &'static str = "先建一个组织，才知道用哪套标准。", "Enter an organisation first; its type decides the standard.";
    version: fn(String) -> String = |v| format!("{v} 版"), |v| format!("Version {v}");
    issued_title: &'static str = "这套标准", "About this standard";
    issuer: &'static str = "编制", "Issued by";
    verified_on: &'static str = "核对日期", "Held against its sources on";
    scope: &'static str = "适用", "For whom";
    theme: &'static str = "所属工程", "Theme";
    loaded: &'static str = "已导入", "imported";
    built_in: &'static str = "内置", "built in";
    counts: fn(usize, usize) -> String = |basics, stars| format!("五基指标 {basics} 项，五星指标 {stars} 项"), |basics, stars| format!("{basics} items of the basics, {stars} of the stars");
    choose_title: &'static str = "用哪套标准", "Which standard";
    choose_hint: &'static str = "换标准不删回答：新标准没有的指标，回答移到「已停用」，换回来又能用。", "Changing it deletes no answer: those it does not ask for are kept as retired and come back with the old one.";
    choose_checklist_stays: &'static str = "没有责任清单的标准，照用内置的责任清单；记录不自动算进它的分。", "Beside a standard without a checklist the built-in checklist stays on; records do not fill its items.";
    choose_built_in: &'static str = "内置标准", "The built-in standard";
    choose_import: &'static str = "导入一套标准", "Import a standard";
    remove_loaded: fn(String) -> String = |title| format!("删除标准包「{title}」"), |title| format!("Delete the standard “{title}”");
    to_local: &'static str = "按本地要求调整", "Adjust to local rules";
    export: &'static str = "导出这套标准", "Export this standard";
    export_hint: &'static str = "交给别人导入，或拿去改成本地标准。", "For others to import, or to make a local standard of it.";
    items: fn(usize, usize) -> String = |on, all| if on == all { format!("{all} 项") } else { format!("{all} 项，默认查 {on} 项") }, |on, all| if on == all { format!("{all} items") } else { format!("{all} items, {on} of them asked") };
    must: &'static str = "必达", "Required";
    off: &'static str = "默认不查", "off by default";
    yours: &'static str = "你的设置", "your setting";
    item_line: fn(String, String) -> String = |criterion, details| format!("{criterion}（{details}）"), |criterion, details| format!("{criterion} ({details})");
    counted: fn(u32) -> String = |n| format!("每期应开 {n} 次"), |n| format!("due {} each", counted(n, "time", "times"));
    star_line: fn(Points, Points) -> String = |maximum, pass| format!("满分 {maximum}，{pass} 分得星"), |maximum, pass| format!("{maximum} points, won with {pass}");
    star_named: &'static str = "没有公开的评分标准，仅列名称供对照", "Name only; no scoring is published";
    band: fn(Points) -> String = |n| format!("{n} 分"), points;
    derived: fn(String) -> String = |names| format!("按这些自动评分：{names}"), |names| format!("Follows from: {names}");
    derived_limits: fn(String) -> String = |names| format!("最高分受这些限制：{names}"), |names| format!("Limited by: {names}");
    related: fn(String) -> String = |names| format!("相关的五基指标：{names}"), |names| format!("Related basics: {names}");
    bonuses: fn(usize) -> String = |n| format!("加分项 {n} 条"), |n| format!("Bonus: {n}");
    vetoes: fn(usize) -> String = |n| format!("一票否决 {n} 条"), |n| format!("Disqualifiers: {n}");
    find: &'static str = "找指标", "Find an item";
    rules_title: &'static str = "怎样判", "How it is judged";
    rule_count: fn(u32) -> String = |n| format!("按次数计的指标：做到应做的 100% 为达标，{n}% 以上为部分达标"), |n| format!("Counts: met at 100% of what is due, partly met from {n}% on");
    rule_basic: fn(u32, u32) -> String = |share, partly| format!("一个基：必达项全达标，且达标率 {share}% 以上（部分达标按 {partly}% 算）"), |share, partly| format!("A basic: every required item met, and {share}% met (partly met counts {partly}%)");
    rule_star: fn(Points) -> String = |n| format!("一颗星：{n} 分以上得星"), |n| format!("A star: won from {n} points on");
    rule_stars: fn(String) -> String = |each| format!("每颗星各有得星线：{each}"), |each| format!("Each star has a pass line of its own: {each}");
    rule_star_one: fn(String, Points, Points) -> String = |name, pass, maximum| format!("{name} {pass} 分（满分 {maximum}）"), |name, pass, maximum| format!("{name} {pass} of {maximum}");
    rule_sum: fn(Points) -> String = |n| format!("全部星：每颗都得星，且总分 {n} 以上"), |n| format!("All stars: each won, and {n} points in all");
    rule_first: fn(String) -> String = |name| format!("要先得{name}，别的星才算"), |name| format!("{name} has to be won before any other counts");
    rule_grade: fn(String, u32) -> String = |name, n| if n == 0 { format!("{name}：其余") } else { format!("{name}：满分的 {n}% 以上") }, |name, n| if n == 0 { format!("{name}: the rest") } else { format!("{name}: from {n}% of the points on") };
    grades: &'static str = "等次", "Grades";
    sources: fn(usize) -> String = |n| format!("依据 {n} 条"), |n| format!("Sources: {n}");
    source_since: fn(String) -> String = |day| format!("{day} 起施行"), |day| format!("In force since {day}");
    retired_title: fn(usize) -> String = |n| format!("已停用的回答 {n} 条"), |n| counted(n, "retired answer", "retired answers");
    retired_hint: &'static str = "现在的标准没有这些指标，回答仍留着，不计。", "The present standard has no such items. The answers are kept and do not count.";

    local_intro: &'static str = "只改你自己的，标准本身不变；结果里会写明「含你的本地设置」。", "This changes it for you alone; results say that they follow your own settings.";
    local_changed: fn(usize) -> String = |n| format!("你改了 {n} 处"), |n| counted(n, "change of yours", "changes of yours");
    local_unchanged: &'static str = "现在和标准一样。", "It is as the standard has it.";
    local_reset: &'static str = "全部恢复成标准", "Back to the standard";
    thresholds: &'static str = "达标线", "Thresholds";
    threshold_count: &'static str = "按次数计的指标：多少 % 起算部分达标", "Counts: partly met from … percent on";
    threshold_basic: &'static str = "一个基：达标率要多少 %", "A basic: percent that must be met";
    threshold_star: &'static str = "一颗星：多少分得星", "A star: points that win it";
    threshold_sum: &'static str = "全部星：总分要多少", "All stars: points in all";
    threshold_pack: fn(u32, u32) -> String = |n, most| format!("标准是 {n}，可填 1 到 {most}"), |n, most| format!("The standard says {n}; 1 to {most}");
    back_to: fn(u32) -> String = |n| format!("恢复为 {n}"), |n| format!("Back to {n}");
    switch_title: &'static str = "查哪些指标", "Which items are asked";
    switch_hint: &'static str = "打勾的查，不打勾的不查也不计。", "Ticked items are asked; the others are neither asked nor counted.";
    switched: fn(usize, usize) -> String = |on, all| format!("查 {on} 项，共 {all} 项"), |on, all| format!("{on} of {all} asked");
    off_group: &'static str = "标准默认不查的", "Off by default";
    times: &'static str = "每期应开次数", "Times due each";
    star_off_hint: &'static str = "五星指标停用后，满分和得星线按比例减少。", "Without an item, the maximum and the pass line of its star shrink alike.";
    must_question: fn(String) -> String = |name| format!("停用必达项「{name}」？"), |name| format!("Switch the required item “{name}” off?");
    must_text: &'static str = "必达项是达标的底线。停用后结果就和正式标准不一样了，结果里会写明。", "A required item is the bottom line of a basic. Without it the result departs from the standard, and says so.";
    must_confirm: &'static str = "停用", "Switch off";
}
