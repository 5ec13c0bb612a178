//! What is said of a standard whose parts are no stars (星) and no five basics (五基), as those of a
//! county: in the place of the texts that speak of them.
//!
//! Not here: which of the two is said (`part_words`).

use crate::standard::Points;

texts! {
    items_of: fn(String, usize) -> String = |name, n| format!("{name} {n} 项"), |name, n| format!("{name}: {n}");
    effect_all: &'static str = "如有：打分的部分都暂不认定", "If yes: all parts with points are on hold";
    effect_limit: fn(u32) -> String = |n| format!("如有：最多计 {n} 个部分"), |n| format!("If yes: no more than {n} of the parts count");
    effect_basics: fn(String) -> String = |name| format!("如有：{name}整体不达标"), |name| format!("If yes: {name} as a whole is not met");
    part_line: fn(Points, Points) -> String = |maximum, pass| format!("满分 {maximum}，{pass} 分合格"), |maximum, pass| format!("{maximum} points, enough with {pass}");
    related: fn(String) -> String = |names| format!("相关的指标：{names}"), |names| format!("Related: {names}");
    named_hint: &'static str = "没有公开的评分标准，下面列出相关指标的结果，供你对照。", "No points are published for this. Below are the results of what speaks to it.";
    named_related: &'static str = "相关的指标（对应关系是建议）", "Related (the relation is a suggestion)";
    rule_basic: fn(String, u32, u32) -> String = |name, share, partly| format!("{name}，每个部分：必达项全达标，且达标率 {share}% 以上（部分达标按 {partly}% 算）"), |name, share, partly| format!("{name}, each part: every required item met, and {share}% met (partly met counts {partly}%)");
    rule_part: fn(Points) -> String = |n| format!("打分的部分：{n} 分以上合格"), |n| format!("A part with points: enough from {n} on");
    rule_parts: fn(String) -> String = |each| format!("打分的部分各有合格线：{each}"), |each| format!("Each part with points has a line of its own: {each}");
    rule_sum: fn(Points) -> String = |n| format!("全部合格：每个部分都合格，且总分 {n} 以上"), |n| format!("The whole: each part enough, and {n} points in all");
    rule_first: fn(String) -> String = |name| format!("{name}要先合格，别的部分才算"), |name| format!("{name} has to be enough before any other counts");
    threshold_basic: &'static str = "不打分的部分：达标率要多少 %", "A part without points: percent that must be met";
    threshold_part: &'static str = "打分的部分：多少分合格", "A part with points: points that are enough";
    threshold_sum: &'static str = "全部合格：总分要多少", "The whole: points in all";
    part_off_hint: &'static str = "打分的项停用后，满分和合格线按比例减少。", "Without an item, the maximum and the line of its part shrink alike.";
    compare_basics: &'static str = "各部分达标率", "Share met, by part";
    compare_parts: &'static str = "各部分得分", "Points, by part";
    must_hint: &'static str = "必达项有一项不达标，所在的部分就不达标。", "Without every required item a part is not met.";
    must_others: fn(usize) -> String = |n| format!("其他指标还有 {n} 项没查，查完才知道各部分是否达标。"), |n| format!("Other indicators not checked yet: {n}. The parts are decided with them.");
    all_won: fn(Points) -> String = |n| format!("全部合格，且总分满 {n}"), |n| format!("All parts enough, with {n} points or more");
    all_not: fn(Points) -> String = |n| format!("评全部合格还需：每个部分都合格，且总分满 {n}"), |n| format!("For the whole: each part enough, and {n} points in all");
    all_open: fn(Points) -> String = |n| format!("全部合格还没定：需每个部分都合格，且总分满 {n}"), |n| format!("Open: the whole needs each part enough, and {n} points in all");
    limited: fn(u32, u32) -> String = |won, most| format!("合格 {won} 个部分，按否决项最多计 {most} 个"), |won, most| format!("{won} enough; a disqualifier lets {most} count");
    why_not_enough: (&'static str, &'static str) = ("为什么没有合格？", "在结果里点那个部分，会列出最少补哪几项就合格；有一票否决情形的，也会写明是哪一条。"), ("Why is a part not enough?", "Tap it in the result: it lists the fewest items that would bring it to its line, or the disqualifier that applies.");
    report_part: &'static str = "部分", "Part";
    report_line: &'static str = "合格线", "Line";
}
