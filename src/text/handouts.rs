//! 材料: the page of a handout, and the ways in which one leaves.
//!
//! Not here: what stands in a handout (`report`, `papers`).

texts! {
    title: &'static str = "材料", "Handouts";
    report: &'static str = "汇报单", "Report";
    gone: &'static str = "没有这种材料", "There is no such handout";
    send: &'static str = "发给别人", "Hand over";
    print: &'static str = "打印或存成 PDF", "Print, or save as PDF";
    copy_text: &'static str = "复制文字", "Copy as text";
    page: &'static str = "网页（带数据）", "Page, with the data";
    page_bare: &'static str = "网页", "Page";
    preview: &'static str = "预览", "Preview";
    page_of: &'static str = "第 {page} 页，共 {pages} 页", "Page {page} of {pages}";
    make_report: &'static str = "出汇报单", "Make the report";
}
