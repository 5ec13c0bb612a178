//! 台账、责任清单、会议用表: what stands in the handouts beside the report.
//!
//! Not here: the report (`report`), and the page that shows them (`handouts`).

use super::plural::counted;
use crate::standard::{Asked, Points};

texts! {
    number: &'static str = "序号", "No.";
    day: &'static str = "时间", "Date";
    work: &'static str = "事项", "What";
    how: &'static str = "情况", "Notes";
    place: &'static str = "材料存放", "Papers kept";
    settled: &'static str = "议定事项", "What was settled";
    span: &'static str = "时段", "Time";
    reason: &'static str = "原因", "Why";
    eligible: &'static str = "应到", "Expected";
    present: &'static str = "实到", "Present";
    vote_head: &'static str = "表决", "Vote";
    hours: &'static str = "学时", "Hours";
    people: &'static str = "人（户）数", "People";
    matters: &'static str = "件数", "Matters";
    vote: fn(u32) -> String = |n| format!("赞成 {n}"), |n| format!("{n} in favour");
    vote_passed: fn(u32) -> String = |n| format!("赞成 {n}，通过"), |n| format!("{n} in favour, passed");
    vote_failed: fn(u32) -> String = |n| format!("赞成 {n}，未通过"), |n| format!("{n} in favour, not passed");
    book: fn(i32) -> String = |year| format!("{year} 年工作台账"), |year| format!("Records of {year}");
    book_of: fn(i32, String) -> String = |year, part| format!("{year} 年{part}台账"), |year, part| format!("{part}, {year}");
    book_empty: &'static str = "本年度暂无记录。", "Nothing was recorded in this year yet.";
    other_work: &'static str = "其他工作", "Other work";
    missed: &'static str = "未开展情况", "What was not held";
    field: &'static str = "栏目", "Field";
    content: &'static str = "内容", "Content";
    card_of_year: fn(i32) -> String = |year| format!("{year} 年"), |year| year.to_string();
    card_closed: fn(String, String) -> String = |name, day| format!("{name}（{day}办结）"), |name, day| format!("{name} (settled on {day})");
    card_out_of_use: fn(String, String) -> String = |name, day| format!("{name}（{day}起不再用）"), |name, day| format!("{name} (not in use since {day})");
    card_off_the_list: fn(String, String) -> String = |name, day| format!("{name}（{day}移出名册）"), |name, day| format!("{name} (off the list since {day})");
    yes: &'static str = "是", "Yes";
    no: &'static str = "否", "No";
    rectifications: fn(i32) -> String = |year| format!("{year} 年问题整改台账"), |year| format!("Rectifications of {year}");
    rectifications_none: &'static str = "本年度无列入整改的问题。", "No rectification in this year.";
    problem: &'static str = "问题", "Problem";
    origin: &'static str = "来源", "From";
    who: &'static str = "责任人", "Who";
    found: &'static str = "发现", "Found";
    until: &'static str = "完成时限", "Until";
    measure: &'static str = "措施", "Measure";
    result: &'static str = "结果", "Result";
    closed: &'static str = "销号", "Closed";
    state: &'static str = "进度", "State";
    duties: fn(i32) -> String = |year| format!("{year} 年责任清单"), |year| format!("Duties of {year}");
    duties_of: fn(i32, String) -> String = |year, role| format!("{year} 年责任清单（{role}）"), |year, role| format!("Duties of {year}: {role}");
    duty: &'static str = "责任事项", "Duty";
    how_often: &'static str = "频次", "How often";
    month: fn(u8) -> String = |month| month.to_string(), |month| month.to_string();
    month_hint: &'static str = "数字是月份。● 当月月底前完成；无标记的，按“频次”一栏办理。", "The numbers are months. ● To be done by the end of the month; without a mark: as often as it says.";
    goal: &'static str = "目标", "Goal";
    milestone: &'static str = "节点", "By when";
    blank: fn(String) -> String = |quarter| format!("{quarter}自查表"), |quarter| format!("Self-check form, {quarter}");
    must_be_met: &'static str = "（必达）", "(required)";
    blank_hint: &'static str = "请用笔勾选。标“必达”的为必须达标项，请优先自查。", "Please tick by pen. Items marked as required have to be met; check them first.";
    filled_in_by: &'static str = "填表人（职务）", "Filled in by (post)";
    filled_in_on: &'static str = "填表日期", "On";
    indicator: &'static str = "指标", "Indicator";
    criterion: &'static str = "达标标准", "Met when";
    answer: &'static str = "自查", "Answer";
    remark: &'static str = "备注", "Remark";
    boxes_veto: &'static str = "□无 □有 □不清楚", "□ no □ yes □ not sure";
    star_of: fn(String, Points) -> String = |name, maximum| format!("{name}（满分 {maximum} 分）"), |name, maximum| format!("{name} (of {maximum})");
    item: &'static str = "评分项", "Item";
    bands: &'static str = "分档（勾一档）", "Bands (tick one)";
    band: fn(Points, String) -> String = |score, when| format!("□ {score} 分：{when}"), |score, when| format!("□ {score}: {when}");
    deduction: fn(String, Points) -> String = |what, n| format!("{what}，每次扣 {n} 分，＿＿次"), |what, n| format!("{what}: {n} off each time, ____ times");
    entered: fn(Points) -> String = |most| format!("直接打分，0 到 {most} 分"), |most| format!("Enter the points, 0 to {most}");
    points: &'static str = "得分", "Points";
    vetoes: &'static str = "一票否决", "Disqualifiers";
    case: &'static str = "情形", "Case";
    bonus: &'static str = "加分项", "Bonus";
    each: &'static str = "每项分值", "Points each";
    how_many: &'static str = "数量", "How many";
    over: &'static str = "工作交接单", "Hand-over list";
    over_as_of: &'static str = "截至", "As of";
    over_records: &'static str = "台账", "Records";
    over_records_of: fn(i32, usize, usize) -> String = |year, n, others| match others {
        0 => format!("{year} 年度记录 {n} 条"),
        _ => format!("{year} 年度记录 {n} 条，另有计入其他年度的 {others} 条"),
    }, |year, n, others| match others {
        0 => format!("{n} of {year}"),
        _ => format!("{n} of {year}, and {others} that count for another year"),
    };
    over_open_problems: &'static str = "未销号的整改", "Rectifications not closed";
    over_due: &'static str = "超期和待办事项", "What is late or due";
    over_cards: &'static str = "办理中的事项", "Matters under way";
    over_papers: &'static str = "材料存放情况", "Where the papers are";
    over_things: &'static str = "移交物品", "What is handed over";
    over_done: &'static str = "交接", "Handed over";
    over_hint: &'static str = "电子数据以“全部备份”文件随本单一并移交，由接收人导入。", "The data goes over with this list as a backup file, which whoever takes over imports.";
    over_from: &'static str = "移交人（签字）", "Handed over by";
    over_to: &'static str = "接收人（签字）", "Received by";
    over_witness: &'static str = "监交人（签字）", "Witnessed by";
    mechanism: &'static str = "工作机制", "Mechanism";
    card: &'static str = "事项", "Matter";
    what_is_there: &'static str = "材料名称", "What is there";
    times: fn(String, u32) -> String = |name, n| format!("{name} {n} 份"), |name, n| format!("{name} ({n})");
    paper_and: &'static str = "；", "; ";
    thing: &'static str = "名称", "What";
    thing_backup: &'static str = "全部备份文件（电子）", "Backup file (data)";
    thing_seal: &'static str = "党组织印章", "Seal of the organisation";
    thing_dues: &'static str = "党费收缴账簿和票据", "Books and receipts of dues";
    thing_files: &'static str = "纸质台账和会议记录本", "Paper records and minute books";
    thing_accounts: &'static str = "党建平台账号", "Accounts of platforms";
    box_done: &'static str = "□", "□";
    blank_day: &'static str = "＿＿＿＿年＿＿月＿＿日＿＿时", "____________";
    notice: fn(String) -> String = |kind| format!("关于召开{kind}的通知"), |kind| format!("Notice: {kind}");
    notice_of_activity: fn(String) -> String = |kind| format!("关于开展{kind}的通知"), |kind| format!("Notice: {kind}");
    notice_to: &'static str = "各位党员：", "To all members:";
    notice_body: fn(String, String) -> String = |day, kind| format!("定于 {day}在＿＿＿＿＿召开{kind}，请准时参加。"), |day, kind| format!("The meeting ({kind}) is on {day}, at ____________.");
    notice_body_of_activity: fn(String, String) -> String = |day, kind| format!("定于 {day}在＿＿＿＿＿开展{kind}，请准时参加。"), |day, kind| format!("{kind}: on {day}, at ____________.");
    notice_content: fn(String) -> String = |line| format!("内容：{line}"), |line| format!("About: {line}");
    notice_content_blank: &'static str = "内容：＿＿＿＿＿＿＿＿＿＿", "About: ______________";
    notice_agenda: fn(String) -> String = |line| format!("议题：{line}"), |line| format!("Agenda: {line}");
    notice_agenda_blank: &'static str = "议题：＿＿＿＿＿＿＿＿＿＿", "Agenda: ______________";
    notice_end: &'static str = "因故不能参加的，请提前请假。", "If you cannot come, please say so beforehand.";
    notice_from: fn(String, String) -> String = |name, day| format!("{name}\n{day}"), |name, day| format!("{name}\n{day}");
    needed: fn(String) -> String = |share| format!("应到人员须{share}到会方可开会"), |share| format!("Quorum: {share} of those expected");
    needed_of: fn(u32, String, u32) -> String = |all, share, need| format!("应到 {all} 人，须{share}（{need} 人）到会方可开会"), |all, share, need| format!("{all} expected; quorum: {share} of them, {need}");
    needed_votes: fn(bool, bool, String) -> String = |of_all, more_than, share| {
        let base = if of_all { "应到" } else { "实到" };
        let must = if more_than { "超过" } else { "达到" };
        format!("；赞成人数须{must}{base}人数的{share}")
    }, |of_all, more_than, share| {
        let base = if of_all { "expected" } else { "present" };
        let must = if more_than { "more than " } else { "at least " };
        format!("; to pass: {must}{share} of those {base}")
    };
    full_stop: &'static str = "。", ".";
    minutes: fn(String) -> String = |kind| format!("{kind}记录"), |kind| format!("Minutes: {kind}");
    minutes_meeting: &'static str = "会议", "Meeting";
    minutes_activity: &'static str = "活动", "What";
    minutes_theme: &'static str = "主题", "Theme";
    minutes_content: &'static str = "主要内容", "Main points";
    minutes_exchange: &'static str = "交流讨论情况", "What was said";
    minutes_place: &'static str = "地点", "Place";
    minutes_chair: &'static str = "主持（职务）", "Chair (post)";
    minutes_clerk: &'static str = "记录（职务）", "Minutes by (post)";
    minutes_guests: &'static str = "列席", "In attendance";
    minutes_absent: &'static str = "缺席人数和原因", "Absent, and why";
    minutes_agenda: &'static str = "议题", "Agenda";
    minutes_talk: &'static str = "讨论情况", "Discussion";
    minutes_settled: &'static str = "议定事项", "What was settled";
    minutes_vote: fn(u32) -> String = |n| format!("表决：赞成 {n} 票。"), |n| format!("Vote: {n} in favour.");
    persons: fn(String) -> String = |n| format!("{n} 人"), |n| n;
    sign_chair: &'static str = "主持人（签字）", "Chair (signature)";
    sign_clerk: &'static str = "记录人（签字）", "Minutes by (signature)";
    ballot: fn(String) -> String = |kind| format!("{kind}表决结果单"), |kind| format!("Count of votes: {kind}");
    ballot_given: &'static str = "发出票数", "Ballots given out";
    ballot_valid: &'static str = "有效票数", "Valid ballots";
    ballot_matter: &'static str = "表决事项", "Matter";
    approve: &'static str = "赞成", "For";
    ballot_against: &'static str = "反对", "Against";
    ballot_abstain: &'static str = "弃权", "Abstained";
    passed: &'static str = "通过", "Passed";
    failed: &'static str = "未通过", "Not passed";
    sign_teller: &'static str = "计票人（签字）", "Teller (signature)";
    sign_overseer: &'static str = "监票人（签字）", "Overseer (signature)";
    statement: fn(i32) -> String = |year| format!("{year} 年度书记抓基层党建述职报告"), |year| format!("Secretary's report on Party building, {year}");
    statement_draft: &'static str = "初稿，据工作台账和自查情况起草", "Draft, made from the records and the self-check";
    statement_opening: fn(i32) -> String = |year| format!("{year} 年抓基层党建工作情况报告如下。"), |year| format!("Party building in {year}:");
    statement_done: &'static str = "履职情况", "What was done";
    statement_held: fn(String) -> String = |list| format!("全年开展{list}。"), |list| format!("Held: {list}.");
    statement_nothing: &'static str = "（本年度工作开展情况待补充。）", "(Nothing was recorded in this year yet.)";
    times_held: fn(String, usize) -> String = |name, n| format!("{name} {n} 次"), |name, n| format!("{name} {n}");
    statement_problems: fn(usize, usize) -> String = |found, closed| format!("发现问题 {found} 件，销号 {closed} 件。"), |found, closed| format!(" {}, {closed} closed. ", counted(found, "problem found", "problems found"));
    statement_best: &'static str = "最满意的 1 件工作", "The one piece of work that satisfies most";
    statement_worst: &'static str = "最不满意的 1 件工作", "The one that satisfies least";
    statement_ahead: fn(i32, &fn(usize, &str) -> String) -> String = |year, numbered| numbered(3, &format!("{year} 年要着力抓好的 3 件工作")), |year, numbered| numbered(3, &format!("Three to be seen to in {year}"));
    statement_what: &'static str = "事项：", "What:";
    statement_best_how: &'static str = "做法：", "How it was done:";
    statement_best_end: &'static str = "成效：", "What came of it:";
    statement_worst_why: &'static str = "原因：", "Why:";
    statement_worst_end: &'static str = "改进措施：", "What will be done:";
    statement_numbered: fn(usize, String) -> String = |n, what| format!("{n}. {what}"), |n, what| format!("{n}. {what}");
    statement_measure: &'static str = "措施和完成时间：", "How, and by when:";
    statement_star: fn(String, Points, Points) -> String = |name, score, maximum| format!("创建{name}（自评 {score}/{maximum} 分）"), |name, score, maximum| format!("{name} ({score} of {maximum})");
    statement_foot: &'static str = "自查参考，以本地正式文件为准", "A self-check for reference; your local documents decide";
    statement_sign: &'static str = "述职人（签字）", "Signature";
}

impl Texts {
    /// What stands above the column with a number that a record may hold.
    pub fn asked(&self, asked: Asked) -> &'static str {
        match asked {
            Asked::Eligible => self.eligible,
            Asked::Present => self.present,
            Asked::Approve => self.vote_head,
            Asked::Hours => self.hours,
            Asked::People => self.people,
            Asked::Matters => self.matters,
        }
    }
}
