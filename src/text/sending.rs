//! 导出给谁, 只给自己看的不发, and the list of what goes out (会发出什么).
//!
//! Not here: the rest of the page 数据 (`data`), and files on their way in (`files`).

texts! {
    self_hint: fn(usize, usize) -> String = |organizations, periods| format!("这部设备上的全部内容：{organizations} 个组织、{periods} 期，只给自己看的也在里面。不要转给别人。"), |organizations, periods| format!("Everything on this device, also what is for your eyes alone (organisations: {organizations}, periods: {periods}). Not for passing on.");
    others_hint: &'static str = "只发一期，只给自己看的不发。", "One period, without what is for your eyes alone.";
    period: &'static str = "发哪一期", "Which period";
    no_period: &'static str = "还没有自评，没有可以给别人看的。", "There is no assessment yet.";
    own_title: &'static str = "只给自己看，不发", "For your eyes alone: not sent";
    own_hint: &'static str = "要发的打勾。", "Tick what is to be sent.";
    own_nothing: &'static str = "这一期没有只给自己看的内容。", "This period has nothing that is for your eyes alone.";
    own_notes: fn(usize) -> String = |n| format!("备注 {n} 条"), |n| format!("Notes: {n}");
    own_vetoes: fn(usize) -> String = |n| format!("答「有」或「不清楚」的否决项 {n} 条（含由它列入的整改）"), |n| format!("Disqualifiers answered yes or not sure: {n} (with their rectifications)");
    own_mechanism: fn(String, usize) -> String = |name, n| format!("{name} {n} 条（含由它列入的整改）"), |name, n| format!("{name}: {n} (with its rectifications)");
    own_duties: fn(usize) -> String = |n| format!("自加的责任项 {n} 条（含它们的记录）"), |n| format!("Duties of your own: {n} (with their records)");
    own_unknown: fn(usize) -> String = |n| format!("新版本才认得的内容 {n} 处"), |n| format!("What only a newer version knows: {n}");
    others_none: &'static str = "没有打勾的都不发；别的组织、别的期、这部设备的设置也不发。", "What is not ticked is not sent, nor is any other organisation, any other period or the settings of this device.";
    otherwise: &'static str = "对方看到的会和你的不一样", "They will see some of this otherwise";
    otherwise_hint: fn(String) -> String = |names| format!("因为有的没发：{names}。要一样，就把上面的打勾。"), |names| format!("Because something is not sent: {names}. Tick it above to send the same.");
    contents: &'static str = "会发出这些，别的都不发", "This is sent, and nothing else";

    organizations: fn(String) -> String = |names| format!("组织：{names}（带组织资料）"), |names| format!("Organisations, with their profile: {names}");
    periods: fn(usize) -> String = |n| format!("自评 {n} 期"), |n| format!("Periods: {n}");
    answers: fn(usize) -> String = |n| format!("回答 {n} 条"), |n| format!("Answers: {n}");
    vetoes: fn(usize) -> String = |n| format!("否决项的回答 {n} 条"), |n| format!("Answers to disqualifiers: {n}");
    taken_back: fn(usize) -> String = |n| format!("清除了的回答 {n} 条（只说明已清除）"), |n| format!("Answers taken back: {n} (that they were, and no more)");
    retired: fn(usize) -> String = |n| format!("已停用指标的回答 {n} 条"), |n| format!("Retired answers: {n}");
    summaries: fn(usize) -> String = |n| format!("你写的情况综述 {n} 段"), |n| format!("Summaries in your own words: {n}");
    notes: fn(usize) -> String = |n| format!("备注 {n} 条"), |n| format!("Notes: {n}");
    reasons: fn(usize) -> String = |n| format!("原因 {n} 条"), |n| format!("Reasons: {n}");
    papers: fn(usize) -> String = |n| format!("佐证 {n} 份（只有名称、存放地、日期）"), |n| format!("Evidence: {n} (name, place and date only)");
    records: fn(usize, String) -> String = |n, kinds| format!("记录 {n} 次：{kinds}"), |n, kinds| format!("Records: {n} ({kinds})");
    missed: fn(usize) -> String = |n| format!("未开展的说明 {n} 条"), |n| format!("Notes of what was not held: {n}");
    rectifications: fn(usize) -> String = |n| format!("整改 {n} 件"), |n| format!("Rectifications: {n}");
    cards: fn(usize, String) -> String = |n, kinds| format!("工作机制的卡片 {n} 张：{kinds}"), |n, kinds| format!("Cards of mechanisms: {n} ({kinds})");
    taken_out: fn(usize) -> String = |n| format!("删掉了的记录 {n} 条（只说明已删）"), |n| format!("Entries taken out: {n} (that they were, and no more)");
    local_changes: fn(usize) -> String = |n| format!("你的本地设置 {n} 处"), |n| format!("Local changes of yours: {n}");
    own_duties_sent: fn(usize) -> String = |n| format!("自加的责任项 {n} 项"), |n| format!("Duties of your own: {n}");
    standards: fn(usize) -> String = |n| format!("你导入的标准 {n} 套"), |n| format!("Standards that you loaded: {n}");
    settings: &'static str = "这部设备的设置（语言、深浅色、长辈模式、上次备份时间）", "The settings of this device (language, theme, large type, last backup)";
    unknown: fn(usize) -> String = |n| format!("新版本才认得的内容 {n} 处"), |n| format!("What only a newer version knows: {n}");
    of_kind: fn(String, usize) -> String = |name, n| format!("{name} {n}"), |name, n| format!("{name} {n}");
}
