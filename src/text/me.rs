//! 我的: profile, organisations, look, language, data; and the names of the pages below it.
//!
//! Not here: import and its errors (`exchange` messages have their own area).

texts! {
    standard: &'static str = "标准", "Standard";
    local: &'static str = "本地设置", "Local settings";
    profile: &'static str = "组织资料", "Organisation";
    data: &'static str = "数据", "Data";
    import: &'static str = "导入", "Import";
    unknown_page: &'static str = "没有这个页面", "No such page";
}
