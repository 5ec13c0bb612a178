//! 记一次: what is asked over the page when something is recorded, and what can be.
//!
//! Not here: the names of the kinds of record, which are data of the packs, and the rest that is
//! said of records (`duties`).

texts! {
    add: &'static str = "记会议、记问题", "Log a meeting or a problem";
    what: &'static str = "记什么", "What to log";
    problem: &'static str = "记问题", "Log a problem";
    problem_noted: &'static str = "问题 · 已列入整改", "Problem · noted";
    more: &'static str = "更多", "More";
    recorded: fn(String) -> String = |name| format!("{name} · 已记"), |name| format!("{name} · logged");
    done: &'static str = "好了", "Done";
    whole: &'static str = "材料位置、同时计入", "Papers, and what it counts for";
    day: &'static str = "哪一天", "Which day";
    today: &'static str = "今天", "Today";
    yesterday: &'static str = "昨天", "Yesterday";
    other_day: &'static str = "选日期", "Another day";
    as_last_time: fn(Vec<(&'static str, String)>) -> String = |numbers| format!("和上次一样：{}", said(numbers, " ", "，")), |numbers| format!("Same as last time: {}", said(numbers, " ", ", "));
    rooms: &'static str = "清单的三部分", "The parts of the list";
    room_due: &'static str = "待办", "Due";
    room_records: &'static str = "记录", "Records";
    room_rectifications: &'static str = "整改", "Actions";
    room_late: fn(usize) -> String = |n| format!("超期 {n} 件"), |n| format!("{n} overdue");
    done_before: fn(usize) -> String = |n| format!("已办 {n} 步"), |n| if n == 1 { "1 step taken".to_owned() } else { format!("{n} steps taken") };
    weekdays: [&'static str; 7] = ["一", "二", "三", "四", "五", "六", "日"], ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
    month_as_calendar: fn(String) -> String = |month| format!("{month}的日历"), |month| format!("Calendar of {month}");
    day_late: fn(usize) -> String = |n| format!("超期 {n} 项"), |n| format!("{n} late");
    day_due: fn(usize) -> String = |n| format!("到期 {n} 项"), |n| format!("{n} due");
    day_recorded: fn(usize) -> String = |n| format!("记录 {n} 条"), |n| format!("{n} logged");
    strips: &'static str = "每一项的十二个月", "Each duty in twelve months";
    strip_done: fn(usize, usize) -> String = |done, all| format!("完成 {done} / {all}"), |done, all| format!("{done} of {all} done");
    strip_late: fn(String) -> String = |months| format!("超期：{months}"), |months| format!("late: {months}");
    vote_passed: &'static str = "人数够，表决通过", "Enough came, and it passed";
    vote_failed: &'static str = "人数够，没有通过", "Enough came, and it did not pass";
    elected: &'static str = "人数够，可以当选", "Enough came, and enough votes to be elected";
    not_elected: &'static str = "人数够，票数不够当选", "Enough came; too few votes to be elected";
    needs: fn(u32, Option<u32>) -> String = |present, approve| match approve {
        Some(approve) => format!("须 {present} 人到会、{approve} 票赞成"),
        None => format!("须 {present} 人到会"),
    }, |present, approve| match approve {
        Some(approve) => format!("{present} have to be there, and {approve} to approve"),
        None => format!("{present} have to be there"),
    };
}

fn said(numbers: Vec<(&'static str, String)>, inside: &str, between: &str) -> String {
    let said = numbers
        .into_iter()
        .map(|(name, number)| format!("{name}{inside}{number}"));
    said.collect::<Vec<_>>().join(between)
}
