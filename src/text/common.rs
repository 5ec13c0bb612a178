//! Words used everywhere: tabs, buttons, standings, saving, and what the pieces say by themselves.
//!
//! Not here: whole sentences of a single page.

use super::plural::points;
use crate::standard::Points;
use crate::typed_number::{NotTaken, written};

texts! {
    in_brackets: fn(&str, &str) -> String = |name, more| format!("{name}（{more}）"), |name, more| format!("{name} ({more})");
    list_between: &'static str = "、", ", ";
    list_between_long: &'static str = "；", "; ";
    list_signs: &'static [char] = &['、', '，', '：'], &[',', ':'];
    app_name: &'static str = "五基五星自评", "Five Basics, Five Stars";
    reference_only: &'static str = "自查参考，以本地正式文件为准，不作为评比依据",
        "For self-checking only. Local official documents prevail; not a basis for ranking.";
    tab_label: &'static str = "主要页面", "Main pages";
    tab_home: &'static str = "首页", "Home";
    tab_assess: &'static str = "自评", "Assess";
    tab_checklist: &'static str = "清单", "To do";
    tab_me: &'static str = "我的", "Me";
    tab_late: fn(usize) -> String = |n| format!("超期 {n} 件"), |n| format!("{n} overdue");
    whose_change: &'static str = "（换组织、改资料）", "(change the organisation or its details)";
    button_back: &'static str = "返回", "Back";
    button_undo: &'static str = "撤销", "Undo";
    button_close: &'static str = "关闭", "Close";
    button_cancel: &'static str = "取消", "Cancel";
    button_export_now: &'static str = "立即导出", "Export now";
    standing_met: &'static str = "达标", "Met";
    standing_partly: &'static str = "部分达标", "Partly met";
    standing_unmet: &'static str = "未达标", "Unmet";
    standing_unchecked: &'static str = "未查", "Unchecked";
    standing_not_applicable: &'static str = "不适用", "Not applicable";
    standing_not_due: &'static str = "还没到", "Not due yet";
    standing_off: &'static str = "已停用", "Switched off";
    basic_met: &'static str = "达标", "Met";
    basic_met_so_far: &'static str = "到今天达标", "Met so far";
    basic_unmet: &'static str = "未达标", "Unmet";
    basic_incomplete: &'static str = "未查完", "Not finished";
    basic_nothing_due: &'static str = "本期没有到期项", "Nothing due";
    not_begun: &'static str = "未开始", "Not started";
    star_won: &'static str = "得星", "Won";
    part_won: &'static str = "合格", "Enough";
    part_not_won: &'static str = "没到合格线", "Not enough";
    part_frozen: &'static str = "暂不评", "On hold";
    star_not_won: &'static str = "未得星", "Not won";
    star_incomplete: &'static str = "未查完", "Not finished";
    star_undecided: &'static str = "还没定", "Undecided";
    star_frozen: &'static str = "暂不评星", "On hold";
    star_named: &'static str = "无公开评分标准", "No published scoring";
    star_not_applicable: &'static str = "不适用", "Not applicable";
    saving_saving: &'static str = "保存中", "Saving";
    saving_saved: &'static str = "已保存", "Saved";
    saving_saved_smaller: &'static str = "已存，请看说明", "Saved, please read";
    saving_not_saved: &'static str = "没有保存成功", "Not saved";
    answer_must: &'static str = "必达", "Required";
    answer_previous: &'static str = "上季度", "last quarter";
    answer_same_as_previous: &'static str = "和上季度一样", "Same as last quarter";
    answer_take_back: &'static str = "再点一次，取消这个回答", "Press again to take it back";
    answer_note_and_evidence: &'static str = "备注 · 佐证 · 依据", "Details";
    count_done: &'static str = "已开次数", "Times held";
    count_due: &'static str = "应开次数", "Times due";
    count_due_times: fn(u32) -> String = |due| format!("应开 {due} 次"), |due| format!("{due} due");
    count_all_done: fn(u32) -> String = |all| format!("都开了 {all}/{all}"), |all| format!("All {all} of {all}");
    count_back_to_rule: fn(u32) -> String = |due| format!("恢复为 {due} 次"),
        |due| format!("Back to {due}");
    count_less: &'static str = "减一次", "One less";
    count_more: &'static str = "加一次", "One more";
    number_only: &'static str = "请只填数字，例如 3", "Please type a number, such as 3";
    number_whole: &'static str = "这里只填整数", "Only whole numbers here";
    number_half: &'static str = "小数只填半，例如 1.5", "Only halves, such as 1.5";
    number_tenth: &'static str = "小数点后只填一位", "one digit behind the point at most";
    number_least: fn(u32) -> String = |least| format!("最少填 {least}"), |least| format!("{least} is the least");
    number_most: fn(String) -> String = |most| format!("最多填 {most}"), |most| format!("{most} is the most");
    number_stays: fn(String, String, String) -> String = |typed, why, kept| format!("「{typed}」没有记下：{why}。仍是 {kept}。"),
        |typed, why, kept| format!("“{typed}” was not taken: {why}. It is still {kept}.");
    number_stays_empty: fn(String, String) -> String = |typed, why| format!("「{typed}」没有记下：{why}。这里还空着。"),
        |typed, why| format!("“{typed}” was not taken: {why}. Nothing is entered yet.");
    date_to_come: &'static str = "日期还没到", "This day is still to come";
    date_years: fn(i32, i32) -> String = |first, last| format!("年份要在 {first} 到 {last} 之间，没有记下。"),
        |first, last| format!("Not taken: the year must be between {first} and {last}.");
    date_unfinished: &'static str = "日期没填全，没有记下。", "Not taken: the date is not complete.";
    date_far: fn(i32) -> String = |years| format!("离今天有 {years} 年，年份对吗？"), |years| format!("This is {years} years from now. Is the year right?");
    identity_warning: &'static str = "这像身份证号，请删除，改写职务或代号。",
        "This looks like an identity number. Leave it out; a post or a code name will do.";
    evidence_label: &'static str = "佐证材料", "Evidence";
    evidence_row: fn(u32) -> String = |number| format!("第 {number} 份"),
        |number| format!("Paper {number}");
    evidence_name: &'static str = "名称", "Name";
    evidence_place: &'static str = "存放位置", "Where it is kept";
    evidence_date: &'static str = "日期", "Date";
    evidence_add: &'static str = "加一份材料", "Add a paper";
    evidence_remove: &'static str = "删除这份", "Remove this paper";
    evidence_hint: &'static str = "只记名称、放在哪里、日期，不用拍照。涉密材料只写存放地。",
        "Only the name, the place and the date; no photo. For secret papers write the place alone.";
    source_none: &'static str = "还没有看到写明这一条的文件，以本地文件为准。", "No document that says so was seen; your local papers prevail.";
    source_label: &'static str = "依据", "Sources";
    picture_needed_percent: fn(u32) -> String = |percent| format!("要求 {percent}%"),
        |percent| format!("{percent}% needed");
    picture_so_far: &'static str = "到今天", "so far: ";
    picture_rest: fn(usize) -> String = |n| format!("剩 {n} 项"), |n| format!("{n} left");
    picture_short: fn(Points) -> String = |n| format!("差 {n} 分"),
        |n| format!("{} short", points(n));
    picture_points: fn(Points) -> String = |points| format!("{points} 分"),
        points;
    picture_pass_line: fn(Points, bool) -> String = |points, is_star| {
        let line = if is_star { "得星线" } else { "合格线" };
        format!("{line} {points} 分")
    }, |points, _| format!("pass line {points}");
    picture_left: fn(usize) -> String = |left| format!("还剩 {left} 项"), |left| format!("{left} left");
    picture_all_checked: &'static str = "都查过了", "All checked";
    picture_checked: fn(usize, usize) -> String = |checked, all| format!("已查 {checked}/{all}"),
        |checked, all| format!("{checked} of {all} checked");
}

impl Texts {
    /// Why a text is no number that is taken.
    pub fn not_taken(&self, why: NotTaken) -> String {
        match why {
            NotTaken::NoNumber => self.number_only.to_owned(),
            NotTaken::NotWhole => self.number_whole.to_owned(),
            NotTaken::NotHalf => self.number_half.to_owned(),
            NotTaken::NotTenth => self.number_tenth.to_owned(),
            NotTaken::TooSmall { least } => (self.number_least)(least),
            NotTaken::TooLarge { most, unit } => (self.number_most)(written(most, unit)),
        }
    }
}
