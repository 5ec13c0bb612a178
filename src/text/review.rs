//! 审核: what whoever checks enters, both columns, and what is replied.
//!
//! Not here: files in general (`files`, `sending`).

use super::plural::counted;
use crate::ledger::Found;

texts! {
    title: &'static str = "审核意见", "Review";
    side_by_side: &'static str = "自评和审核对照", "Self-assessment and review";
    begin: &'static str = "审核这一份", "Review this one";
    begin_hint: &'static str = "逐条写审核认定、意见、整改要求，发回去。", "Say item by item what you find, and send it back.";
    waiting: fn(usize) -> String = |n| format!("审核意见来了，有 {n} 条还没有回应。"), |n| format!("A review came: {} for your reply.", counted(n, "item waits", "items wait"));
    look: &'static str = "看审核意见", "See the review";
    look_hint: &'static str = "自评、审核两栏对照，不一样的在前。", "Both columns, the differences first.";
    reviewing: &'static str = "审核", "Reviewing";
    reviewing_intro: fn(String, String) -> String = |name, period| format!("审核 {name} {period}的自评。你写的只记在这份审核里，不改对方的回答。"), |name, period| format!("You review {name}, {period}. What you write stands in the review alone; their answers stay as they are.");
    by: &'static str = "审核单位", "Who reviews";
    by_hint: &'static str = "写单位或岗位，如镇党委组织办，不写人名。", "An office or a post, and nobody's name.";
    whole: &'static str = "总的意见", "On the whole";
    said: &'static str = "自评", "Said";
    found: &'static str = "审核", "Found";
    found_label: &'static str = "审核认定", "What you find";
    points_label: fn(String) -> String = |most| format!("审核得分（满分 {most}）"), |most| format!("Points you give (of {most})");
    not_reviewed: &'static str = "没有审核", "Not reviewed";
    remark: &'static str = "审核意见", "Remark";
    order: &'static str = "整改要求", "What is to be put right";
    order_hint: &'static str = "对方可以一点就列入整改。", "They can take it up by one tap.";
    until: &'static str = "整改时限", "Until when";
    closed: &'static str = "已整改好，销号", "Put right: close it";
    reopen: &'static str = "没有整改好，重新打开", "Not put right: open it again";
    closed_on: fn(String) -> String = |day| format!("{day} 已销号"), |day| format!("Closed on {day}");
    rest_agreed: fn(usize) -> String = |n| format!("其余 {n} 条都同自评"), |n| format!("Agree on the other {n}");
    progress: fn(usize, usize) -> String = |done, all| format!("已审核 {done} 条，共 {all} 条"), |done, all| format!("{done} of {all} reviewed");
    send_back: &'static str = "发回去", "Send it back";
    send_back_hint: &'static str = "只发审核的内容，对方导入后两栏对照。", "Only the review goes out; they see both columns once they import it.";
    nothing_yet: &'static str = "还没有写什么。写一条就可以发回去。", "Nothing is written yet. Write one item to send it back.";
    none: &'static str = "这一期没有审核意见。", "There is no review of this period.";
    none_hint: &'static str = "把这一期发给审核的人，对方审核后发回来，在「导入」里打开。", "Send the period to whoever checks, and open what comes back under Import.";
    from: fn(String) -> String = |by| format!("审核单位：{by}"), |by| format!("Reviewed by: {by}");
    differ: fn(usize) -> String = |n| format!("不一样的 {n} 条"), |n| format!("Different: {n}");
    agree: fn(usize) -> String = |n| format!("一样的 {n} 条"), |n| format!("The same: {n}");
    no_difference: &'static str = "审核过的都和自评一样。", "All that was reviewed agrees.";
    apart: fn(String) -> String = |n| format!("自评比审核多 {n} 分"), |n| format!("{n} points more than found");
    apart_less: fn(String) -> String = |n| format!("自评比审核少 {n} 分"), |n| format!("{n} points fewer than found");
    accept: &'static str = "认可", "Accept";
    accepted: &'static str = "已认可", "Accepted";
    accept_back: &'static str = "不认可了", "Take that back";
    accept_hint: &'static str = "认可不会改你的回答；要改，到那一条去改。", "Your answer stays as it is; change it where it stands.";
    reply: &'static str = "回应", "Reply";
    reply_label: &'static str = "回应（有不同看法就写）", "Reply, if you see it otherwise";
    take_up: &'static str = "列入整改", "Take it up";
    take_up_all: fn(usize) -> String = |n| format!("{n} 条整改要求都列入整改"), |n| format!("Take up all {n}");
    open_rectification: &'static str = "看整改", "See the rectification";
    close_by: fn(usize) -> String = |n| format!("审核方已销号 {n} 件，这里也销号"), |n| format!("Close {n} here, too: the reviewer has");
    orders_closed: &'static str = "审核方已销号。", "The reviewer has closed it.";
    reply_back: &'static str = "回应发回去：把这一期再发给审核的人，回应会带上。", "To send your replies, send the period again: they go along.";
    reviews_sent: fn(usize) -> String = |n| format!("审核意见 {n} 条"), |n| format!("Items of a review: {n}");
    replies_sent: fn(usize) -> String = |n| format!("对审核的回应 {n} 条"), |n| format!("Replies to a review: {n}");
    kind: &'static str = "一份审核", "A review";
    left_out: fn(usize) -> String = |n| format!("有 {n} 份审核说的组织或季度不在这部设备上，没有导入。"), |n| format!("{} about what is not on this device, and left out.", counted(n, "review is", "reviews are"));
    not_here: &'static str = "这份审核说的组织不在这部设备上，不能导入。请在发出自评的手机上打开。", "The organisation that was reviewed is not on this device. Open it where the assessment was sent from.";
    did_review: &'static str = "写了审核意见", "Wrote a review";
    did_reply: &'static str = "回应了审核意见", "Replied to a review";
    vetoes: &'static str = "否决项", "Disqualifiers";
    found_met: &'static str = "达标", "Met";
    found_partly: &'static str = "部分达标", "Partly met";
    found_unmet: &'static str = "未达标", "Unmet";
    found_not_applicable: &'static str = "不适用", "Does not apply";
    found_present: &'static str = "有", "Yes";
    found_clear: &'static str = "无", "No";
}

impl Texts {
    /// What was found, in words; of points `points` makes the words.
    pub fn finding(&self, found: Found, points: impl FnOnce(u32) -> String) -> String {
        match found {
            Found::Met => self.found_met.to_owned(),
            Found::Partly => self.found_partly.to_owned(),
            Found::Unmet => self.found_unmet.to_owned(),
            Found::NotApplicable => self.found_not_applicable.to_owned(),
            Found::Present => self.found_present.to_owned(),
            Found::Clear => self.found_clear.to_owned(),
            Found::Points(number) => points(number),
        }
    }
}
