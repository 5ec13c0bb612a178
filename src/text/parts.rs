//! What a page says while the part of the app that it needs is still to come, and when it does not
//! come (分块加载).
//!
//! Not here: what the page itself says.

texts! {
    waiting: &'static str = "正在打开…", "Opening…";
    failed_title: &'static str = "这里没能打开", "This could not be opened";
    failed_text: &'static str = "可能是网络不好。已填的内容都在，可以接着自评。请等网络好些再试一次。", "The network may be weak. Everything you entered is safe, and you can go on answering. Try again when it is better.";
    failed_reload: &'static str = "试了还是不行，请重新打开：可能已经有了新版本。", "If that does not help, reload: there may be a newer version.";
    example_failed: &'static str = "示例没能打开，可能是网络不好，请再试一次。", "The example could not be opened. The network may be weak; try again.";
    retry: &'static str = "再试一次", "Try again";
    reload: &'static str = "重新打开", "Reload";
}
