//! 我的: organisations, look, language and the profile; and the names of the pages below it.
//!
//! Not here: the data page (`data`), import and its errors (`files`), the standard (`standard`).

use super::plural::counted;

texts! {
    standard: &'static str = "标准", "Standard";
    local: &'static str = "本地设置", "Local settings";
    profile: &'static str = "组织资料", "Organisation";
    data: &'static str = "数据", "Data";
    import: &'static str = "导入", "Import";
    help: &'static str = "帮助", "Help";
    help_subtitle: &'static str = "怎样用、常见问题、名词解释", "How to use it, questions, hard words";
    words: &'static str = "名词解释", "Hard words";
    search: &'static str = "搜索", "Search";
    unknown_page: &'static str = "没有这个页面", "No such page";

    labelled: fn(&str, &str) -> String = |name, text| format!("{name}：{text}"), |name, text| format!("{name}: {text}");
    organizations: &'static str = "这部设备上的组织", "Organisations on this device";
    organizations_hint: &'static str = "点一下就换过去，各记各的。", "Tap one to change to it. Each keeps its own answers.";
    add_organization: &'static str = "再加一个组织", "Add an organisation";
    first_organization: &'static str = "建一个组织", "Enter an organisation";
    no_organization: &'static str = "还没有组织。", "There is no organisation yet.";
    example: &'static str = "示例", "example";
    more: &'static str = "数据与资料", "Data and details";
    profile_subtitle: &'static str = "名称、组织形式、党员数、届满日", "Name, form, members, end of term";
    profile_subtitle_name: &'static str = "名称", "Its name";
    profile_subtitle_kind: &'static str = "名称、单位类别、党员数、届满日", "Name, kind, members, end of term";
    data_subtitle: &'static str = "导出、导入、删除", "Export, import, delete";
    standard_subtitle: &'static str = "看指标和依据", "Items and sources";
    local_none: &'static str = "停用指标、改达标线", "Switch items off, set your own thresholds";
    local_changes: fn(usize) -> String = |n| format!("你改了 {n} 处"), |n| counted(n, "change of yours", "changes of yours");
    history_subtitle: fn(usize) -> String = |n| format!("共 {n} 期"), |n| counted(n, "period", "periods");
    look: &'static str = "显示", "Look";
    elder: &'static str = "长辈模式", "Large type";
    elder_hint: &'static str = "字更大，按钮更大", "Larger letters, larger buttons";
    theme: &'static str = "深色模式", "Dark mode";
    theme_system: &'static str = "跟随手机", "As the device";
    theme_light: &'static str = "浅色", "Light";
    theme_dark: &'static str = "深色", "Dark";
    language: &'static str = "语言 Language", "Language 语言";
    about: &'static str = "关于", "About";
    version: fn(String) -> String = |v| format!("版本 {v}"), |v| format!("Version {v}");
    promise: &'static str = "不排名、不上报、不打卡。没有服务器，内容只在这部设备里。", "No ranking, no reporting, no check-ins. There is no server; everything stays on this device.";

    type_label: &'static str = "类型", "Type";
    type_fixed: &'static str = "类型定了用哪套标准，不能改。类型选错了，请另加一个组织。", "The type decides the standard and cannot be changed. If it is wrong, add another organisation.";
    facts_hint: &'static str = "都可以空着。填了，不适用的就不问。", "All may stay empty. What they rule out is not asked.";
    spared_title: &'static str = "已免查的指标", "Indicators that are spared";
    spared_none: &'static str = "现在填的情况没有省掉指标。", "What is entered so far spares nothing.";
    spared_because: fn(String) -> String = |facts| format!("因为{facts}"), |facts| format!("Because: {facts}");
    spared_term: fn(String) -> String = |day| format!("{day}届满，到期前自动达标"), |day| format!("The term runs until {day}; met by itself until then");
    local_link: &'static str = "还想停用别的指标？", "Switch other items off?";
    delete: &'static str = "删除这个组织", "Delete this organisation";
    delete_question: fn(String) -> String = |name| format!("删除「{name}」？"), |name| format!("Delete “{name}”?");
    delete_what: fn(usize) -> String = |n| format!("它的资料、{n} 期自评、记录、整改和卡片会一起删掉。"), |n| format!("Its details, {} and its records, rectifications and cards go with it.", counted(n, "assessment", "assessments"));
    delete_undo: &'static str = "删掉后可以马上点「撤销」；关掉应用就找不回来了，先导出更稳妥。", "You can undo it right away, but not after closing the app. Export first to be safe.";
    delete_confirm: &'static str = "删除", "Delete";
    handouts: &'static str = "材料", "Handouts";
    handouts_hint_list: &'static str = "汇报单、述职报告稿、台账、责任清单", "Report, the secretary's report, records, duties";
    handouts_hint: &'static str = "汇报单、台账、责任清单、会议用表", "Report, records, duties, sheets for meetings";
    handout_report: &'static str = "汇报单", "Report";
    handout_statement: &'static str = "述职报告稿", "Yearly report, a draft";
    handout_book: &'static str = "工作台账", "Book of records";
    handout_rectifications: &'static str = "整改台账", "List of rectifications";
    handout_duties: &'static str = "责任清单", "List of duties";
    handout_blank: &'static str = "空白自查表", "Blank form";
    handout_notice: &'static str = "会议通知", "Notice of a meeting";
    handout_minutes: &'static str = "会议记录纸", "Sheet for minutes";
    handout_ballot: &'static str = "表决结果单", "Count of votes";
    handout_hand_over: &'static str = "工作交接单", "Hand-over list";
    handouts_of_meeting: &'static str = "通知、记录纸、表决单", "Notice, minutes, count of votes";
}
