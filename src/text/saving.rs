//! What is promised about saving, the undo bar, and what happened to stored data.
//!
//! Not here: the one-word states in the header (`common`).

use super::plural::counted;

texts! {
    journal_late: &'static str = "已写进浏览器，第二份备份还没写完。几秒内不要强行关掉浏览器。", "Written; the second copy is not finished. Do not kill the browser for a few seconds.";
    journal_refused: &'static str = "已写进浏览器，但这个浏览器不让留第二份。突然断电可能丢最后几秒，请常导出。", "Written, but this browser allows no second copy. A crash may lose the last seconds: export often.";
    slot_refused: &'static str = "主存储没写进去，备份里有。请现在导出一份。", "Only the backup copy was written. Please export now.";
    quota: &'static str = "存储满了，没写进去。刚才的内容还在这个页面上，请先导出，再到「数据」里删旧的。", "Storage is full. What you entered is still on this page: export it first, then delete old data under Data.";
    quota_others: &'static str = "存储被同一网址下别的网页占满了，没写进去。内容还在这个页面上，请先导出；删这里的旧内容腾不出多少地方。", "Other pages of this address fill the storage. What you entered is still on this page: export it. Deleting old data here frees little.";
    denied: &'static str = "浏览器不让保存。刚才的内容还在这个页面上，关闭前请导出。", "The browser allows no storage. What you entered is still on this page: export before closing.";
    read_only: &'static str = "这份数据是新版本写的，这里不能改。请更新后再填。", "A newer version wrote this data; it cannot be changed here. Update first.";
    read_back: &'static str = "写进去的和读出来的不一样，没算保存。内容还在这个页面上，请导出。", "What was read back differs from what was written. It is still on this page: export it.";
    other: &'static str = "没能保存，内容还在这个页面上，请导出。", "Not saved. It is still on this page: export it.";
    did_answer: fn(String) -> String = |name| format!("已答「{name}」"), |name| format!("Answered “{name}”");
    did_answer_as: fn(String, String) -> String = |name, answer| format!("已答「{name}」：{answer}"), |name, answer| format!("Answered “{name}”: {answer}");
    did_answer_many: fn(usize) -> String = |n| format!("已答 {n} 条"), |n| format!("Answered {n}");
    did_write: fn(String) -> String = |name| format!("已写「{name}」"), |name| format!("Wrote on “{name}”");
    did_profile: &'static str = "已改组织情况", "Changed the organisation";
    did_restore: fn(usize) -> String = |n| format!("已恢复成标准 {n} 处"), |n| format!("{} taken back to the standard", counted(n, "change", "changes"));
    did_edit_draft: &'static str = "已改标准草稿", "Changed the draft";
    did_choose_standard: &'static str = "已换标准", "Changed to another standard";
    did_standard: &'static str = "已改本地设置", "Changed the local settings";
    did_period: fn(String) -> String = |q| format!("已开始 {q}"), |q| format!("Began {q}");
    did_add: &'static str = "已建组织", "Added the organisation";
    did_add_example: &'static str = "已打开示例", "Opened the example";
    did_remove_example: &'static str = "已删掉示例", "Removed the example";
    did_import: fn(usize) -> String = |n| format!("已导入 {n} 份"), |n| format!("Imported {n}");
    did_delete: &'static str = "已删除", "Deleted";
    did_delete_everything: &'static str = "已全部删除。关掉之前还能撤销。", "Everything is deleted. It can be undone until you close the app.";
    changes: &'static str = "最近的改动", "Recent changes";
    changes_hint: &'static str = "这次打开后的改动，从最近的一次起，一次一次撤销。关掉应用后就不能撤销了。", "What was changed since you opened the app. They are taken back one by one, the latest first, until the app is closed.";
    changes_none: &'static str = "这次打开后还没有改动。", "Nothing was changed since you opened the app.";
    did_record_of: fn(String) -> String = |name| format!("已记「{name}」"), |name| format!("Logged “{name}”");
    did_note_missed_of: fn(String) -> String = |name| format!("已记「{name}」未开展"), |name| format!("Noted “{name}” as not held");
    did_begin_card_of: fn(String) -> String = |name| format!("已加「{name}」"), |name| format!("Added “{name}”");
    did_change_entry_of: fn(String) -> String = |name| format!("已改「{name}」"), |name| format!("Changed “{name}”");
    did_take_out_of: fn(String) -> String = |name| format!("已删「{name}」"), |name| format!("Deleted “{name}”");
    did_record: &'static str = "已记一次", "Recorded";
    did_note_missed: &'static str = "已记「没开展」", "Noted as not done";
    did_begin_rectification: &'static str = "已列入整改", "Began a rectification";
    did_move: fn(String) -> String = |state| format!("整改：{state}"), |state| format!("Rectification: {state}");
    did_begin_card: &'static str = "已加一件", "Added one";
    did_change_entry: &'static str = "已改", "Changed";
    did_take_out: &'static str = "已删一条", "Deleted one";
    did_summary: &'static str = "已改情况综述", "Changed the summary";
    did_duties: &'static str = "已改责任清单", "Changed the duties";
}
