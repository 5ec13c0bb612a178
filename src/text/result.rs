//! 结果: the result and what it rests on.
//!
//! Not here: the sentences of single reasons (`reasons`).

use super::plural::counted;
use crate::standard::Points;

texts! {
    title: &'static str = "结果", "Result";
    basics_met: &'static str = "五基全部达标", "All basics are met";
    basics_met_so_far: &'static str = "到今天，五基全部达标", "All basics are met so far";
    basics_unmet: &'static str = "五基未达标", "The basics are not all met";
    basics_incomplete: &'static str = "五基还没查完", "Not all basics are checked";
    basics_nothing_due: &'static str = "本期没有到期项", "Nothing is due this period";
    stars_limited: fn(u32, u32) -> String = |won, most| format!("得了 {won} 颗，按否决项最多计 {most} 颗"), |won, most| format!("{won} won; a disqualifier lets {most} count");
    sum: fn(Points, Points) -> String = |n, all| format!("总分 {n} / {all}"), |n, all| format!("{n} of {all} points in all");
    all_stars_won: fn(Points) -> String = |n| format!("五星全得，且总分满 {n}"), |n| format!("All stars won with {n} points or more");
    all_stars_not: fn(Points) -> String = |n| format!("评五星还需：每颗都得星，且总分满 {n}"), |n| format!("For all stars: win each, and {n} points in all");
    all_stars_open: fn(Points) -> String = |n| format!("五星还没定：需每颗都得星，且总分满 {n}"), |n| format!("Open: all stars need each won, and {n} points in all");
    base_and_bonus: fn(Points, Points) -> String = |base, bonus| format!("基础 {base} + 加分 {bonus}（加分不并入）"), |base, bonus| format!("Base {base} + bonus {bonus} (kept apart)");
    grade: fn(String) -> String = |g| format!("等次：{g}"), |g| format!("Grade: {g}");
    grade_limited: fn(String) -> String = |name| format!("因「{name}」，等次不能再高"), |name| format!("Because of “{name}” the grade cannot be better");
    vetoes_open: fn(usize) -> String = |n| format!("否决项还有 {n} 条没看或不清楚"), |n| format!("Disqualifiers not checked, or not sure: {n}");
    vetoes_present: &'static str = "有否决情形", "A disqualifier applies";
    basics_vetoed_named: fn(String, String) -> String = |name, of| format!("「{name}」为有，{of}整体不达标"), |name, of| format!("“{name}”: the {of} as a whole are not met");
    basics_vetoed: fn(String) -> String = |name| format!("「{name}」为有，五基整体不达标"), |name| format!("“{name}”: the basics as a whole are not met");
    everything: &'static str = "全部指标", "All indicators";
    way_title: &'static str = "最少补这几项就能得星", "The fewest items that would win it";
    way_title_of_part: &'static str = "最少补这几项就到合格线", "The fewest items that would bring it to its line";
    way_gain: fn(Points) -> String = |n| format!("+{n} 分"), |n| format!("+{n}");
    way_open: &'static str = "还没自查", "Not checked yet";
    way_through: fn(String) -> String = |names| format!("要补：{names}"), |names| format!("To fix: {names}");
    way_ruled_out: fn(String) -> String = |name| format!("有否决情形「{name}」，补分也不能得星"), |name| format!("The disqualifier “{name}” rules it out whatever the points");
    way_ruled_out_of_part: fn(String) -> String = |name| format!("有否决情形「{name}」，补分也不能合格"), |name| format!("The disqualifier “{name}” rules it out whatever the points");
    way_out_of_reach_of_part: &'static str = "按现有指标达不到合格线", "Its line cannot be reached with the items in force";
    way_out_of_reach: &'static str = "按现有指标达不到得星线", "The pass line cannot be reached with the items in force";
    local_changes: fn(usize) -> String = |n| format!("含你的本地设置 {n} 处"), |n| format!("With {}", counted(n, "local change of yours", "local changes of yours"));
    pack: fn(String, String) -> String = |name, version| format!("标准：{name}（{version}）"), |name, version| format!("Standard: {name} ({version})");
    pack_changed: &'static str = "标准在你开始这一期之后更新过，结果按现在的标准算。", "The standard was updated after this period began; the result follows the present one.";
    export: &'static str = "导出这一期", "Export this period";
    empty: &'static str = "还没有自评", "No assessment yet";
}
