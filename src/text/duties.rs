//! 清单: duties, the agenda, records and tools.
//!
//! Not here: the texts of the duties, which are data of the packs.

use super::facts::{ENGLISH_MONTHS, quarter_name};
use super::plural::counted;
use crate::ledger::{Given, RecordText};
use crate::period::Span;
use crate::standard::Role;

texts! {
    record_now: &'static str = "记一次", "Log";
    act_on: fn(String, String) -> String = |act, what| format!("{act}：{what}"), |act, what| format!("{act}: {what}");
    record_earlier: &'static str = "补记", "Log late";
    tick_now: &'static str = "做完了", "Done";
    to_mechanism: &'static str = "打开办理卡", "Open";
    choose_kind: &'static str = "选择记录", "Open";
    say_missed: &'static str = "未开展（填原因）", "Not held: say why";
    late: &'static str = "超期", "Late";
    due: &'static str = "待办", "Due";
    fold_late: fn(usize) -> String = |n| format!("还有 {n} 项超期"), |n| format!("{n} more late");
    fold_due: fn(usize) -> String = |n| format!("还有 {n} 项"), |n| format!("{n} more due");
    fold_next: fn(usize) -> String = |n| format!("接下来 {n} 项"), |n| format!("Next: {n}");
    nothing_due: &'static str = "目前没有待办", "Nothing is due now";
    until: fn(String) -> String = |day| format!("{day}前"), |day| format!("by {day}");
    ended: fn(i64) -> String = |n| format!("超期 {n} 天"), |n| format!("{} late", counted(n, "day", "days"));
    opens: fn(String) -> String = |day| format!("{day}起"), |day| format!("from {day}");
    of_span: fn(String) -> String = |span| span, |span| format!("for {span}");
    done_times: fn(u32, u32) -> String = |done, all| format!("已记 {done} 次，应 {all} 次"), |done, all| format!("{done} of {all} recorded");
    lacks_kind: &'static str = "；必须有的一类（如集中培训）还没有记录", "; the kind that there has to be, such as a course, has no record yet";
    done_hours: fn(String, String) -> String = |done, all| format!("已记 {done} 学时，应 {all} 学时"), |done, all| format!("{done} of {all} hours recorded");
    unmet: fn(usize) -> String = |n| format!("未达标指标 {n} 项"), |n| format!("Unmet indicators: {n}");
    unmet_title: &'static str = "未达标指标", "Unmet indicators";
    this_month: &'static str = "本月", "This month";
    this_year: &'static str = "全年", "The year";
    everything: &'static str = "全部事项", "Everything";
    month_title: fn(i32, u8) -> String = |y, m| format!("{y} 年 {m} 月"), |y, m| format!("{} {y}", ENGLISH_MONTHS[month_place(m)]);
    month_name: fn(u8) -> String = |m| format!("{m} 月"), |m| ENGLISH_MONTHS[month_place(m)].to_owned();
    year_title: fn(i32) -> String = |y| format!("{y} 年"), |y| y.to_string();
    previous_month: &'static str = "上个月", "Month before";
    next_month: &'static str = "下个月", "Month after";
    previous_year: &'static str = "上一年", "Year before";
    next_year: &'static str = "下一年", "Year after";
    month_closing: &'static str = "本月到期", "Closing this month";
    month_done: &'static str = "已完成", "Done";
    month_records: &'static str = "本月记录", "Recorded this month";
    month_empty: &'static str = "这个月没有到期的事项", "Nothing closes this month";
    year_row: fn(usize, usize, usize) -> String = |done, all, late| match (all, late) {
        (0, _) => "没有到期的".to_owned(),
        (_, 0) => format!("完成 {done} / {all}"),
        _ => format!("完成 {done} / {all}，超期 {late}"),
    }, |done, all, late| match (all, late) {
        (0, _) => "nothing closes".to_owned(),
        (_, 0) => format!("{done} of {all} done"),
        _ => format!("{done} of {all} done, {late} late"),
    };
    standing_done: &'static str = "已完成", "Done";
    standing_missed: &'static str = "未开展", "Not held";
    standing_due: &'static str = "待办", "Due";
    standing_late: &'static str = "超期", "Late";
    standing_not_yet: &'static str = "未到", "Not yet";
    coming: fn(Vec<String>) -> String = |spans| format!("未到：{}", spans.join("、")), |spans| format!("Still to come: {}", spans.join(", "));
    standing_earlier: &'static str = "启用前", "Before it counted";
    span: fn(Span) -> String = |span| match span {
        Span::Month(_, month) => format!("{month} 月"),
        Span::Quarter(quarter) => quarter_name(quarter).to_owned(),
        Span::HalfYear(_, 1) => "上半年".to_owned(),
        Span::HalfYear(..) => "下半年".to_owned(),
        Span::Year(year) => format!("{year} 年度"),
        Span::Term(_) => "本届".to_owned(),
    }, |span| match span {
        Span::Month(_, month) => ENGLISH_MONTHS[month_place(month)].to_owned(),
        Span::Quarter(quarter) => format!("Q{}", quarter.number()),
        Span::HalfYear(_, 1) => "the first half".to_owned(),
        Span::HalfYear(..) => "the second half".to_owned(),
        Span::Year(year) => year.to_string(),
        Span::Term(_) => "this term".to_owned(),
    };
    records: &'static str = "记录", "Records";
    records_of: fn(i32) -> String = |y| format!("{y} 年的记录"), |y| format!("Records of {y}");
    records_none: &'static str = "这一年还没有记录", "No records in this year yet";
    records_count: fn(usize) -> String = |n| format!("{n} 条"), |n| n.to_string();
    records_filter: &'static str = "看哪一种", "Which kind";
    records_all: &'static str = "全部", "All";
    records_doubtful: fn(usize) -> String = |n| format!("日期要核对的（{n} 条）"), |n| format!("Dates to check ({n})");
    records_doubtful_hint: &'static str = "日期还没到，或者年份不对。点开改日期，或者删掉。", "Still to come, or of a year that cannot be. Open one to put its date right or to delete it.";
    record: &'static str = "记录", "Record";
    record_gone: &'static str = "没有这条记录，可能已经删掉", "There is no such record; it may have been deleted";
    record_hint: &'static str = "已经记好了，下面都可以不填。", "It is recorded. Everything below is optional.";
    held_on: &'static str = "日期", "Date";
    held_on_check: &'static str = "日期暂记为该时段最后一天，请改为实际日期", "Entered for the last day of its span: put the real day";
    belongs_to: &'static str = "计入年度", "Which year it counts for";
    asked_eligible: &'static str = "应到人数", "Expected";
    asked_present: &'static str = "实到人数", "Present";
    asked_approve: &'static str = "赞成票", "In favour";
    asked_hours: &'static str = "学时", "Hours of study";
    asked_people: &'static str = "人数（户数）", "People or households";
    asked_matters: &'static str = "件数", "Matters";
    same_as_profile: fn(u32) -> String = |n| format!("按组织资料：{n}"), |n| format!("From the profile: {n}");
    line: &'static str = "主要内容", "Main points";
    line_hint: &'static str = "不写姓名，写职务或代号", "No names: a post or a code name";
    place: &'static str = "材料放在哪里", "Where the evidence is kept";
    place_hint: &'static str = "例如 2 号柜第 1 层", "For example cabinet 2, shelf 1";
    counts_for: &'static str = "同时计入", "Counts for";
    counts_for_nothing: &'static str = "不影响别的项，只作记录", "For the record alone";
    counts_indicator: &'static str = "自评指标", "Indicator";
    counts_in_span: fn(String, String, String) -> String = |span, done, all| format!("{span}：{done} / {all}"), |span, done, all| format!("{span}: {done} of {all}");
    counts_in_none: &'static str = "该日期不在应办时间内", "This day lies in no span of it";
    counts_off: &'static str = "责任项未启用", "This duty is off";
    counts_on_event: &'static str = "有事项时办", "When it comes up";
    take_out: &'static str = "删掉这条", "Delete this";
    duty: &'static str = "责任项", "Duty";
    duty_gone: &'static str = "没有这一项", "There is no such duty";
    duty_unnamed: &'static str = "（还没写名称）", "(no name yet)";
    duty_off: &'static str = "这一项没有启用，不会提醒。", "This duty is off: it never falls due.";
    duty_not_applicable: &'static str = "按组织情况，这一项不适用。", "From your profile, this duty does not apply.";
    duty_switch_on: &'static str = "启用", "Switch on";
    duty_switch_off: &'static str = "停用这一项", "Switch off";
    since: &'static str = "启用日期", "In use since";
    since_hint: &'static str = "从这一天起算，此前到期的不算超期；留空按开始使用之日。", "It counts from this day; what was due before is not late. Empty: from when you began here.";
    counts_since: fn(String) -> String = |day| format!("{day}启用，从此起算"), |day| format!("In use since {day}; it counts from then");
    goal: &'static str = "目标", "Goal";
    measure: &'static str = "措施", "How";
    milestone: &'static str = "节点", "By when";
    who: &'static str = "责任人", "Who";
    how_often: &'static str = "频次", "How often";
    how_often_times: fn(String, u32) -> String = |f, n| if n == 1 { f } else { format!("{f} {n} 次") }, |f, n| if n == 1 { f } else { format!("{f}, {n} times") };
    level: &'static str = "层级和类别", "Level and category";
    papers: &'static str = "佐证材料", "Evidence";
    occurrences_none: &'static str = "今年没有固定的时点，有事项时记一次。", "No fixed dates this year: record it when it comes up.";
    missed_reason: &'static str = "没开展的原因", "Why it was not held";
    missed_remove: &'static str = "删掉这条说明", "Delete this note";
    duties: &'static str = "设置责任清单", "Set up the duty list";
    duties_on: fn(usize, usize) -> String = |on, all| format!("已启用 {on} 项，共 {all} 项"), |on, all| format!("{on} of {all} on");
    duties_in: fn(usize, usize) -> String = |on, all| format!("启用 {on} / {all}"), |on, all| format!("{on} of {all} on");
    duties_hint: &'static str = "默认只开常办的几项，其余按需要打开。职责名称和十类划分多为建议。", "Only the usual ones are on; switch on what you need. Most names of categories are suggestions.";
    duties_find: &'static str = "找责任项", "Find a duty";
    duties_of_role: &'static str = "按责任人", "Whose";
    everyone: &'static str = "所有人", "Everybody";
    own_duties: &'static str = "自定义", "Your own";
    own_none: &'static str = "本地要求的、单位特有的，可以自己加。", "Add what your place asks for besides.";
    own_add: &'static str = "加一项", "Add one";
    own_title: &'static str = "做什么", "What is to be done";
    own_delete: &'static str = "删掉这一项", "Delete this duty";
    index_duties: &'static str = "职责任务", "Duties";
    index_issues: &'static str = "问题整改", "Problems";
    index_innovation: &'static str = "创新创优", "Innovation";
    index_tools: &'static str = "工具", "Tools";
    index_all_records: &'static str = "全部记录", "All records";
    index_none: &'static str = "这一类没有启用的事项。", "Nothing of this kind is on.";
    quorum: &'static str = "到会表决计算", "Presence and votes";
    quorum_kind: &'static str = "什么会", "Which meeting";
    quorum_hint: &'static str = "填人数，看到会够不够、表决过没过。这里不保存。", "The numbers say whether enough came and whether it passed. Nothing is kept.";
    quorum_open: &'static str = "填了应到和实到，这里就有结果。", "The result appears once the first two numbers are given.";
    quorum_how: &'static str = "怎么算的", "How it is reckoned";
    quorum_impossible: &'static str = "人数有误：实到不能多于应到，赞成不能多于实到。", "These numbers cannot be: no more present than expected, no more in favour than present.";
    quorum_presence: fn(u32, String, u32, u32) -> String = |all, share, need, there| format!("应到 {all} 人，{share}到会须 {need} 人，实到 {there} 人"), |all, share, need, there| format!("{all} expected; {share} of them is {need}; {there} came");
    quorum_enough: &'static str = "到会人数够", "Enough came";
    quorum_not_enough: &'static str = "到会人数不足，不能开会", "Too few came: it cannot be held";
    quorum_approval_eligible: fn(String, u32) -> String = |share, need| format!("按应到人数，赞成票须{share}（{need} 票）"), |share, need| format!("{share} of those expected have to approve: {need}");
    quorum_approval_present: fn(String, u32) -> String = |share, need| format!("按实到人数，赞成票须{share}（{need} 票）"), |share, need| format!("{share} of those present have to approve: {need}");
    quorum_got: fn(String, u32) -> String = |wanted, n| format!("{wanted}，实得 {n} 票"), |wanted, n| format!("{wanted}; {n} in favour");
    quorum_passed: &'static str = "通过", "Passed";
    quorum_not_passed: &'static str = "没有通过", "Not passed";
    quorum_elected: &'static str = "票数够，可以当选", "Enough votes to be elected";
    quorum_not_elected: &'static str = "票数不够，不能当选", "Too few votes to be elected";
    quorum_no_vote: &'static str = "要多少赞成票，依据里没有写，按本地规定。", "How many have to approve the sources do not say: your local rule decides.";
    quorum_seats: &'static str = "应选几名", "Seats";
    quorum_candidates: &'static str = "候选人几名", "Candidates";
    quorum_candidates_enough: &'static str = "候选人够", "Enough candidates";
    quorum_candidates_few: &'static str = "候选人不够", "Too few candidates";
    quorum_candidates_needed: fn(u32, u32) -> String = |seats, need| format!("应选 {seats} 名，差额选举的候选人至少 {need} 名"), |seats, need| format!("{seats} seats take at least {need} candidates");
    share_more: fn(String) -> String = |s| format!("超过{s}"), |s| format!("more than {s}");
    share_least: fn(String) -> String = |s| format!("{s}以上"), |s| format!("{s} or more");
    share_of: fn(u32, u32) -> String = |n, d| match (n, d) {
        (1, 2) => "半数".to_owned(),
        (2, 3) => "三分之二".to_owned(),
        (3, 4) => "四分之三".to_owned(),
        (4, 5) => "五分之四".to_owned(),
        _ => format!("{n}/{d}"),
    }, |n, d| match (n, d) {
        (1, 2) => "half".to_owned(),
        (2, 3) => "two thirds".to_owned(),
        (3, 4) => "three quarters".to_owned(),
        (4, 5) => "four fifths".to_owned(),
        _ => format!("{n}/{d}"),
    };
    calendar: &'static str = "日历提醒文件", "Calendar file";
    calendar_intro: &'static str = "生成一个日历文件，导进手机自带的日历，到时手机会提醒。不用联网，也不用一直开着这里。", "Makes a file for your phone's own calendar, which then reminds you. No network, nothing to keep open.";
    calendar_again: &'static str = "事项变了，再生成、再导入一次就行：同一件事会更新，不会变成两件。", "When things change, make it and import it again: the same event is updated, not doubled.";
    calendar_what: fn(usize) -> String = |n| format!("今后十二个月 {n} 件"), |n| format!("{} in the next twelve months", counted(n, "event", "events"));
    calendar_none: &'static str = "今后十二个月没有要提醒的。", "Nothing to remind of in the next twelve months.";
    calendar_first: &'static str = "最近的几件", "The first of them";
    calendar_where: &'static str = "安卓：点开文件，选「日历」。苹果：发到自己邮箱或「文件」里点开。微信里打不开，请用浏览器。", "Android: open the file and choose the calendar. iPhone: open it from Mail or Files. WeChat cannot open it: use a browser.";
    calendar_rectification: fn(String) -> String = |p| format!("整改到期：{p}"), |p| format!("Rectification due: {p}");
    calendar_term: fn(u32) -> String = |n| format!("离届满还有 {n} 个月，请着手换届"), |n| format!("{} to the end of term: prepare the election", counted(n, "month", "months"));
    recorded_link: &'static str = "看记录", "See the records";
    recorded_filled: &'static str = "已按记录自动填写", "Filled from the records";
    recorded_changed: &'static str = "你改过，没有按记录填", "Changed by you, not as the records say";
    recorded_back: &'static str = "恢复按记录填写", "Back to what the records say";
    recorded_change: &'static str = "手动填写", "Answer otherwise";
    recorded_why: &'static str = "为什么和记录不一样（一句话）", "Why it differs (one line)";
    record_for_indicator: &'static str = "去记一次", "Log one";
    role_secretary: &'static str = "书记", "Secretary";
    role_deputy: &'static str = "副书记", "Deputy secretary";
    role_organization: &'static str = "组织委员", "Organisation member";
    role_publicity: &'static str = "宣传委员", "Publicity committee member";
    role_discipline: &'static str = "纪检委员", "Discipline member";
    role_group_leader: &'static str = "党小组长", "Group leader";
}

fn month_place(month: u8) -> usize {
    usize::from(month.clamp(1, 12) - 1)
}

impl Texts {
    /// The name of a role.
    pub fn role(&self, role: Role) -> &'static str {
        match role {
            Role::Secretary => self.role_secretary,
            Role::DeputySecretary => self.role_deputy,
            Role::Organization => self.role_organization,
            Role::Publicity => self.role_publicity,
            Role::Discipline => self.role_discipline,
            Role::GroupLeader => self.role_group_leader,
        }
    }

    /// The name of what is written in words in a record.
    pub fn record_text(&self, text: RecordText) -> &'static str {
        match text {
            RecordText::Line => self.line,
            RecordText::Place => self.place,
        }
    }

    /// The name of a number that a record may hold.
    pub fn given(&self, given: Given) -> &'static str {
        match given {
            Given::Eligible => self.asked_eligible,
            Given::Present => self.asked_present,
            Given::Approve => self.asked_approve,
            Given::HalfHours => self.asked_hours,
            Given::People => self.asked_people,
            Given::Matters => self.asked_matters,
        }
    }
}
