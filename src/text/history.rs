//! 往期: the periods of an organisation, and one beside the one before.
//!
//! Not here: comparing organisations. There is no such thing here.

texts! {
    empty: &'static str = "还没有自评。", "There is no assessment yet.";
    intro: &'static str = "一季一期，各期都留着。新的一期，上期的回答用灰色提示，点一下才算数。", "One assessment a quarter; all are kept. In a new one the last answers show in grey and count once you tap them.";
    intro_list: &'static str = "一季一期，一期出一张汇报单，各期都留着。", "A period a quarter, each with its report; all are kept.";
    start_title: &'static str = "开始新的一期", "Begin a new period";
    start: fn(String) -> String = |q| format!("开始 {q}"), |q| format!("Begin {q}");
    start_from: fn(String) -> String = |q| format!("接着 {q}开始；还有效的回答会带过来。"), |_| "Carries over answers that still apply.".to_owned();
    start_from_list: fn(String) -> String = |q| format!("接着 {q}开始。"), |_| "Follows the last one.".to_owned();
    periods: &'static str = "各期", "The periods";
    made_wrong: &'static str = "建立时手机日期不对", "made while the device's date was wrong";
    open_now: &'static str = "现在打开的", "open now";
    open: &'static str = "打开这一期", "Open this period";
    see: &'static str = "看这一期的结果", "See its result";
    see_report: &'static str = "看这一期的汇报单", "See its report";
    delete: &'static str = "删除", "Delete";
    delete_spoken: fn(String) -> String = |q| format!("删除 {q}"), |q| format!("Delete {q}");
    open_spoken: fn(String) -> String = |q| format!("打开这一期：{q}"), |q| format!("Open this period: {q}");
    delete_question: fn(String) -> String = |q| format!("删除 {q}的自评？"), |q| format!("Delete the assessment of {q}?");
    delete_what: fn(usize) -> String = |n| format!("这一期的 {n} 条回答会一起删掉；记录、整改和卡片留着。"), |n| format!("Its answers ({n}) go with it. Records, rectifications and cards stay.");
    delete_question_list: fn(String) -> String = |q| format!("删除 {q}？"), |q| format!("Delete {q}?");
    delete_what_list: &'static str = "自己写的情况综述会一起删掉；记录、整改和卡片都留着。", "The summary in your words goes with it. Records, rectifications and cards stay.";
    delete_undo: &'static str = "删掉后可以马上点「撤销」；关掉应用就找不回来了。", "You can undo it right away, but not after closing the app.";
    summary_open: fn(usize) -> String = |n| format!("{n} 项没查"), |n| format!("{n} not checked");
    picture: fn(String) -> String = |text| format!("小图：{text}"), |text| format!("Small picture: {text}");
    trend_title: fn(usize) -> String = |n| format!("近 {n} 期走势"), |n| format!("The last {n} quarters");
    trend_open: &'static str = "没查完", "not finished";
    compare_title: fn(String, String) -> String = |now, before| format!("{now}和 {before}比"), |now, before| format!("{now} vs {before}");
    compare_unfinished: &'static str = "打开的这一期还没查完，没查的先不算达标，查完再比。", "The open period is not finished; what was not checked does not count as met yet.";
    compare_basics: &'static str = "各基达标率", "Share met, by basic";
    compare_stars: &'static str = "各星得分", "Points, by star";
    compare_none: &'static str = "只有一期，还没有可比的。", "There is only one period; nothing to compare yet.";
    compare_first: &'static str = "打开的是最早一期，前面没有可比的。", "The earliest period is open; there is none before it.";
    changes: fn(usize) -> String = |n| format!("变了的 {n} 条"), |n| format!("{n} changed");
    changes_none: &'static str = "没有变化。", "Nothing changed.";
    from_to: fn(String, String) -> String = |before, after| format!("{before} → {after}"), |before, after| format!("{before} → {after}");
}
