//! Why a result is what it is, one sentence a reason.
//!
//! Not here: which reasons there are; the outcome holds them.

use super::plural::points;
use crate::standard::Points;

texts! {
    basic_share: fn(u32, u32) -> String = |r, n| format!("达标率 {r}%（要求 {n}%）"), |r, n| format!("{r}% met, {n}% needed");
    basic_share_so_far: fn(u32, u32) -> String = |r, n| format!("目前 {r}%（要求 {n}%）"), |r, n| format!("{r}% met so far, {n}% needed");
    basic_counts: fn(usize, usize, usize) -> String = |met, partly, unmet| {
        let all = [(met, "达标"), (partly, "部分达标"), (unmet, "未达标")];
        let said = all.iter().filter(|(n, _)| *n > 0);
        said.map(|(n, word)| format!("{word} {n}")).collect::<Vec<_>>().join("、")
    }, |met, partly, unmet| {
        let all = [(met, "met"), (partly, "partly"), (unmet, "unmet")];
        let said = all.iter().filter(|(n, _)| *n > 0);
        said.map(|(n, word)| format!("{n} {word}")).collect::<Vec<_>>().join(", ")
    };
    basic_must: fn(String) -> String = |names| format!("必达项没达标：{names}"), |names| format!("Required items not met: {names}");
    basic_unchecked: fn(usize) -> String = |n| format!("还有 {n} 项没查"), |n| format!("{n} not checked");
    basic_nothing_due: &'static str = "本期没有到期的指标", "No indicator is due";
    basics_counted: fn(usize, usize) -> String = |met, all| format!("五基：{met}/{all} 达标"), |met, all| format!("Basics: {met} of {all} met");
    named_counted: fn(String, usize, usize) -> String = |name, met, all| format!("{name}：{met}/{all} 达标"), |name, met, all| format!("{name}: {met} of {all} met");
    stars_counted: fn(u32, usize) -> String = |n, all| format!("得 {n} 颗星（共 {all} 颗）"), |n, all| format!("{n} of {all} stars won");
    parts_counted: fn(u32, usize) -> String = |n, all| format!("{n} 个部分合格（共 {all} 个）"), |n, all| format!("{n} of {all} parts enough");
    star_score: fn(Points, Points) -> String = |score, pass| format!("{score} 分，{pass} 分得星"), |score, pass| format!("{}, won with {pass}", points(score));
    part_score: fn(Points, Points) -> String = |score, pass| format!("{score} 分，{pass} 分合格"), |score, pass| format!("{}, enough with {pass}", points(score));
    part_frozen: fn(String) -> String = |names| format!("因「{names}」暂不评，分数保留"), |names| format!("On hold because of “{names}”; the points stay");
    part_waits: fn(String) -> String = |name| format!("{name}要先合格"), |name| format!("{name} has to be enough first");
    star_short: fn(Points) -> String = |n| format!("还差 {n} 分"), |n| format!("{} short", points(n));
    star_open: fn(usize) -> String = |n| format!("还有 {n} 项没查"), |n| format!("{n} not checked");
    star_not_due: fn(usize) -> String = |n| format!("还有 {n} 项没到期"), |n| format!("{n} not due yet");
    star_frozen: fn(String) -> String = |names| format!("因「{names}」暂不评星，分数保留"), |names| format!("On hold because of “{names}”; the points stay");
    star_waits: fn(String) -> String = |name| format!("要先得{name}"), |name| format!("{name} has to be won first");
    lost: fn(String, Points) -> String = |name, n| format!("{name}：差 {n} 分"), |name, n| format!("{name}: {n} short");
}
