//! 整改: the list of rectifications, the page of one, and the way there from an indicator.
//!
//! Not here: mechanisms and their cards (`mechanisms`).

use super::plural::counted;
use crate::period::CivilDate;
use crate::rectification::{Rectification, RectificationState};

texts! {
    title: &'static str = "问题整改", "Rectifications";
    one_title: &'static str = "整改", "Rectification";
    state_found: &'static str = "发现", "Found";
    state_assigned: &'static str = "交办", "Assigned";
    state_resolved: &'static str = "解决", "Solved";
    state_closed: &'static str = "销号", "Closed";
    overdue: &'static str = "超期", "Overdue";
    filter: &'static str = "看哪些", "Show";
    filter_open: &'static str = "未销号", "Not closed";
    filter_all: &'static str = "全部", "All";
    count_open: fn(usize, usize) -> String = |open, overdue| match (open, overdue) {
        (0, _) => "没有要整改的".to_owned(),
        (open, 0) => format!("未销号 {open} 件"),
        (open, overdue) => format!("未销号 {open} 件，超期 {overdue} 件"),
    }, |open, overdue| match (open, overdue) {
        (0, _) => "Nothing to rectify".to_owned(),
        (open, 0) => format!("{open} not closed"),
        (open, overdue) => format!("{open} not closed, {overdue} overdue"),
    };
    none_title: &'static str = "还没有整改", "No rectification yet";
    none_text: &'static str = "自评没达标的指标，点一下就列入整改；自查时看到的、评议时提到的，在下面加。", "An item that is unmet becomes a rectification with one tap. What a self-check or a review brings is added below.";
    add: &'static str = "加一件", "Add one";
    add_walk: &'static str = "季度自查发现", "From a self-check";
    add_review: &'static str = "评议意见", "From a review";
    add_other: &'static str = "其他问题", "Something else";
    from_before: fn(usize) -> String = |n| format!("上期遗留整改 {n} 件"), |n| format!("{} carried over", counted(n, "open action", "open actions"));
    unnamed: &'static str = "还没写是什么问题", "Not described yet";
    gone: &'static str = "这一条已经删掉，或者不在这部设备上。", "It was deleted, or is not on this device.";
    to_list: &'static str = "看全部整改", "All rectifications";

    origin_indicator: fn(String) -> String = |name| format!("自评：{name}"), |name| format!("Self-assessment: {name}");
    origin_assessment: &'static str = "自评发现", "Found in the self-assessment";
    origin_walk: fn(String) -> String = |quarter| format!("{quarter}自查"), |quarter| format!("Self-check of {quarter}");
    origin_review: &'static str = "评议意见", "A review";
    origin_signal: fn(String) -> String = |name| format!("薄弱信号：{name}"), |name| format!("Weak signal: {name}");
    origin_other: &'static str = "其他", "Something else";
    to_indicator: &'static str = "看这项指标", "See the item";
    to_signal: &'static str = "看自查", "See the check";
    to_card: &'static str = "看原来的卡", "See the card";
    problem: &'static str = "什么问题", "The problem";
    who: &'static str = "责任人", "Who sees to it";
    who_other: &'static str = "其他责任人", "Somebody else";
    who_hint: &'static str = "写职务或代号，不写姓名", "A post or a code name, nobody's name";
    until: &'static str = "完成时限", "Until when";
    until_week: &'static str = "一周", "A week";
    until_month: &'static str = "一个月", "A month";
    until_end_of_month: &'static str = "月底", "End of the month";
    until_date: &'static str = "哪天以前", "By which day";
    whole: &'static str = "办理进度", "How far it has come";
    until_day: fn(String) -> String = |day| format!("{day}前"), |day| format!("by {day}");
    measure: &'static str = "整改措施", "What is done about it";
    measure_hint: &'static str = "可不写", "Optional";
    result: &'static str = "整改结果", "What came of it";
    move_assign: &'static str = "交办", "Assign it";
    move_resolve: &'static str = "已解决", "It is solved";
    move_close: &'static str = "销号", "Close it";
    move_back: &'static str = "退回一步", "One step back";
    not_now_nobody: &'static str = "先填责任人，再交办。", "Say first who sees to it.";
    not_now: &'static str = "现在走不了这一步。", "There is no such step now.";
    dates: &'static str = "改日期", "Change the dates";
    answer_again: &'static str = "重新自评", "Assess it again";
    answer_again_text: &'static str = "整改已销号。改好了，请到自评里重新自评这项指标，它现在是：", "The rectification is closed. If it is put right, answer the item again; it now stands at:";
    answered_again_text: &'static str = "整改已销号，自评里这项指标已经是「达标」。", "The rectification is closed, and the item is met in the self-assessment.";
    begin: &'static str = "列入整改", "Begin a rectification";
    see: &'static str = "看整改", "See the rectification";
    under_way: fn(&str, String) -> String = |state, until| if until.is_empty() { format!("整改：{state}") } else { format!("整改：{state}，{until}") },
        |state, until| if until.is_empty() { format!("Rectification: {state}") } else { format!("Rectification: {state}, {until}") };
    take_out: &'static str = "删掉这条", "Delete this";
}

impl Texts {
    /// The name of a state.
    pub fn state(&self, state: RectificationState) -> &'static str {
        match state {
            RectificationState::Found => self.state_found,
            RectificationState::Assigned => self.state_assigned,
            RectificationState::Resolved => self.state_resolved,
            RectificationState::Closed => self.state_closed,
        }
    }

    /// How far a rectification has come on a day, or that its time is up.
    pub fn standing(&self, one: &Rectification, today: CivilDate) -> &'static str {
        match one.is_overdue(today) {
            true => self.overdue,
            false => self.state(one.state()),
        }
    }
}
