//! First start: where the data will live, what kind of organisation, the few facts.
//!
//! Not here: the names of types and facts (`facts`).

texts! {
    welcome: &'static str = "对照标准查一遍自己的支部：缺什么、为什么、先补什么。", "Check your own branch against the standard: what is missing, why, and what to make good first.";
    where_title: &'static str = "数据放在哪里", "Where the data lives";
    where_here: &'static str = "只存在这部手机的这个浏览器里。没有服务器，不上传，不排名。", "In this browser on this device alone. No server, no upload, no ranking. ";
    where_deleted: &'static str = "清除浏览器数据会把它一起删掉。查完请导出一份留底。", "Clearing the browser's data deletes it too. Export a copy when you are done.";
    where_ios: &'static str = "苹果手机：七天没打开，系统可能清掉数据。请先点「分享 → 添加到主屏幕」，再从主屏幕打开。", "On an iPhone the system may clear data after seven days without a visit. Use Share → Add to Home Screen first and open it from there.";
    where_in_app: &'static str = "你现在在微信等应用里打开，数据可能留不住，也存不了文件。请点右上角「…」，选「在浏览器打开」。", "This is open inside another app, which may not keep data or save files. Use its menu to open it in the browser first.";
    where_file: &'static str = "你打开的是单个文件。请一直用同一个浏览器打开这同一个文件。", "This is the single-file version. Keep opening the same file with the same browser.";
    where_nowhere: &'static str = "这个浏览器不让保存数据。可以照常填，但关闭前一定要导出。", "This browser allows no storage. You can go on, but export before you close.";
    have_data: &'static str = "已有数据？导入", "Have data already? Import";
    to_me: &'static str = "我的设置", "Settings";
    see_example: &'static str = "看示例", "See an example";
    see_example_of: fn(&str) -> String = |kind| format!("看示例（{kind}）"), |kind| format!("See an example: {kind}");
    see_example_hint: &'static str = "看一个填好的村，随时可删", "A filled example village, removed by one tap";
    type_title: &'static str = "你的组织是哪一类？", "What kind of organisation is yours?";
    leading_title: &'static str = "上级党组织", "Above the branches";
    details_title: &'static str = "组织情况", "About your organisation";
    details_hint: &'static str = "都可以不填，直接点「开始自评」；填了就少问几条。", "All of it may stay empty: just begin. What you fill in saves questions.";
    details_hint_leading: &'static str = "可以不填，直接点「开始」。", "It may stay empty: just begin.";
    larger: &'static str = "大字", "Large type";
    larger_mode: &'static str = "（长辈模式）", " (larger letters and buttons)";
    period: &'static str = "自评周期", "Period";
    period_hint: &'static str = "每季度自评一次，五星按全年累计", "One assessment a quarter; the stars look at the year so far";
    searching: &'static str = "正在找以前的内容…", "Looking for what you had…";
    searching_hint: &'static str = "找到就会显示，请稍等。", "It will appear here; please wait.";
    searching_stop: &'static str = "不等了，从头开始", "Do not wait; begin anew";
    begin: &'static str = "开始自评", "Begin the assessment";
    begin_list: &'static str = "开始", "Begin";
    begin_own: &'static str = "用本县的标准", "Use your county's standard";
    begin_own_hint: &'static str = "县里另有考核表？粘贴进来，照它自查。", "Your county has a scheme of its own? Paste it and go by it.";
    back: &'static str = "上一步", "Back";
}
