//! 材料: a handout as a picture, as a Word document and as an Excel workbook.
//!
//! Not here: the other ways in which one leaves (`handouts`).

texts! {
    picture: &'static str = "图片", "Picture";
    word: &'static str = "Word", "Word";
    excel: &'static str = "Excel", "Excel";
    drawing: &'static str = "正在画图片…", "The picture is being drawn…";
    making: &'static str = "正在生成，第一次要先下载一部分…", "It is being made; the first time, a part is downloaded first…";
    picture_ready: &'static str = "长按图片，可以保存，也可以转发。", "Press the picture long to keep it or to send it on.";
    pieces_ready: fn(usize) -> String = |count| format!("一共 {count} 张，按顺序发。长按图片，可以保存，也可以转发。"), |count| format!("{count} pictures, to be sent in this order. Press one long to keep it or to send it on.");
    piece_of: fn(usize, usize) -> String = |number, count| format!("第 {number} 张，共 {count} 张"), |number, count| format!("Picture {number} of {count}");
    file_ready: fn(&str) -> String = |name| format!("做好了：{name}"), |name| format!("Ready: {name}");
    keep: &'static str = "存到手机", "Save it";
    not_loaded_title: &'static str = "没能下载，还没生成", "It could not be downloaded and was not made";
    not_loaded_text: &'static str = "可能是网络不好。填的内容都在，换个地方再试一次。", "The network may be weak. Nothing that was entered is lost; try again elsewhere.";
    again: &'static str = "再试一次", "Try again";
    too_large: &'static str = "内容太多，Excel 一张表放不下。可以用 Word 或打印。", "There is more than a sheet of Excel takes. Use Word, or print it.";
    failed: &'static str = "没能生成。可以换一种样式，或者打印。", "It could not be made. Use another form, or print it.";
}
