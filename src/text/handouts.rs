//! 材料: which handouts there are, the page of one, and the ways in which one leaves.
//!
//! Not here: what stands in a handout (`report`, `papers`).

texts! {
    group_reports: &'static str = "汇报", "Reports";
    group_records: &'static str = "台账", "Records";
    group_walls: &'static str = "上墙和手填", "For the wall, and by pen";
    group_meetings: &'static str = "开会", "Meetings";
    group_hand_over: &'static str = "交接", "Hand-over";
    report_about: &'static str = "这一季度的自查情况，一两页，可签字盖章", "The self-check of this quarter, a page or two, to be signed";
    report_about_list: &'static str = "责任清单和整改办得怎样，可签字盖章", "How the duties and rectifications stand, to be signed";
    book_about_list: &'static str = "全年各项工作，按种类成册", "Work of the year, by kind";
    statement_about: &'static str = "1 件最满意、1 件最不满意、3 件要抓好，按记录起草", "One best, one worst, three to come, drafted from the records";
    book_about: &'static str = "全年三会一课和各项工作，按种类成册", "Meetings and work of the year, by kind";
    rectifications_about: &'static str = "问题、责任人、时限、结果、销号", "Problem, who, until when, result";
    duties_about: &'static str = "按月或按人，打印上墙", "By month or by person, for the wall";
    blank_form_about: &'static str = "全部指标，打印出来用笔填", "All indicators, to be filled in by pen";
    notice_about: &'static str = "发到群里的通知文字", "The text for the group";
    minutes_about: &'static str = "打印出来，开会时记", "To be printed, and written on at the meeting";
    ballot_about: &'static str = "计票用，写明要多少票通过", "For counting, with what it takes to pass";
    hand_over_about: &'static str = "没办完的、材料在哪、移交物品", "What is open, where the papers are, what is handed over";
    gone: &'static str = "没有这种材料", "There is no such handout";
    send: &'static str = "发给别人", "Hand over";
    print: &'static str = "打印", "Print";
    copy_text: &'static str = "复制文字", "Copy as text";
    sent_page: &'static str = "发出的是一个网页文件，手机、电脑点开就能看。", "What goes out is a page that any phone or computer opens.";
    sent_page_with_data: &'static str = "发出的是一个网页文件，手机、电脑点开就能看。数据也在里面，对方用本工具能导入。", "What goes out is a page that any phone or computer opens. The data is in it, too, and can be imported here.";
    sent_data: &'static str = "数据也在里面，对方用本工具能导入。", "The data is in it, too, and can be imported here.";
    extent: &'static str = "详略", "How much";
    extent_short: &'static str = "简表", "Short";
    extent_full: &'static str = "详表（每项指标）", "Full, every indicator";
    layout: &'static str = "排法", "Layout";
    layout_months: &'static str = "按月", "By month";
    layout_persons: &'static str = "按人", "By person";
    whose: &'static str = "看谁的", "Whose";
    everyone: &'static str = "所有人", "Everybody";
    which_part: &'static str = "哪一册", "Which part";
    all_parts: &'static str = "全部", "All";
    which_sheet: &'static str = "哪一种", "Which sheet";
    which_meeting: &'static str = "什么会", "Which meeting";
    paragraph_fold: &'static str = "改情况综述，或者只复制这一段", "Change the summary, or copy it alone";
    paragraph: &'static str = "情况综述", "Summary";
    paragraph_hint: &'static str = "自动写的，300 字以内。改过的会保存，写进汇报单。", "Written by itself, under 300 characters. What you change is kept and stands in the report.";
    paragraph_own: &'static str = "这段你改过，结果变了不会自动改。", "You changed this: it does not follow the result.";
    paragraph_back: &'static str = "恢复自动写的", "Back to the one that writes itself";
    paragraph_copy: &'static str = "复制这段话", "Copy this paragraph";
    own_title: &'static str = "没写进去的", "What is left out";
    own_hint: &'static str = "这些只给自己看，默认不写。要写就勾上。", "For your eyes alone, and left out unless you tick it.";
}
