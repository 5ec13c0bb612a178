//! 数据: where the data live and how safe they are there, export, what could not be read, and
//! deleting everything.
//!
//! Not here: import (`files`), and the promises about the last edit (`saving`).

use super::plural::counted;
use crate::storage::LoadFault;

texts! {
    where_title: &'static str = "数据在哪里", "Where the data live";
    where_browser: &'static str = "只在这部设备的这个浏览器里，没有服务器。换浏览器、换手机都看不到，要靠导出再导入。", "In this browser on this device alone. Another browser or device sees them only by export and import.";
    where_app: &'static str = "在这部设备上，由添加到主屏幕的这个应用保管，没有服务器。", "On this device, kept by this app on the home screen. There is no server.";
    where_file: &'static str = "你打开的是单个文件，数据存在这个浏览器里。有的浏览器（如 Chrome、Edge）里，从手机或电脑上打开的任何别的网页文件都能读到这些数据：来历不明的 .html 不要用它打开。有的浏览器里，文件挪了地方就看不到。正式使用请用网址打开，并常导出。", "This is the single-file version; the data are in this browser. In some browsers (Chrome, Edge) any other page opened from a file can read them: open no .html of unknown origin with it. In others the data are out of sight once the file is moved. For real use open the app by its address, and export often.";
    where_in_app: &'static str = "你在微信等应用里打开，数据随时可能被清掉，也存不了文件。请点右上角「…」选「在浏览器打开」，再用「复制文字」把数据带过去。", "This is open inside another app, which may clear the data at any time. Open it in the browser and carry the data over with Copy text.";
    where_ios: &'static str = "苹果手机：七天没打开，系统可能清掉数据。请点「分享 → 添加到主屏幕」，从主屏幕打开；那里开始是空的，先在这里导出，再到那里导入。", "An iPhone may clear the data after seven days without a visit. Add this to the home screen; it starts empty there, so export here and import there.";
    where_nowhere: &'static str = "这个浏览器不让保存，关掉页面就没有了。请马上导出。", "This browser keeps nothing; closing the page loses it. Export now.";
    last_save: &'static str = "最近一次保存", "Last save";
    saved_idle: &'static str = "这次打开后还没有改动。", "Nothing was changed since you opened it.";
    saved: &'static str = "已保存两份，突然关掉也不会丢。", "Saved twice; even a crash does not lose it.";
    saving: &'static str = "正在保存。", "Being saved.";
    keeping: &'static str = "长期保留", "Persistent storage";
    keeping_asking: &'static str = "正在问浏览器…", "Asking the browser…";
    keeping_yes: &'static str = "浏览器答应不自动清理。", "The browser has promised not to clear it by itself.";
    keeping_no: &'static str = "尚未设为长期保存，手机空间不足时可能被清理。常导出最稳妥。", "The browser has not promised it and may clear it when the device is full. Export often.";
    keeping_unknown: &'static str = "这个浏览器说不清，请常导出。", "This browser does not say. Export often.";
    keeping_ask: &'static str = "设为长期保存", "Ask the browser to keep it";
    room: &'static str = "占用空间", "Storage used";
    room_used: fn(String, u32) -> String = |_, percent| if percent == 0 { "已用不到 1%".to_owned() } else { format!("已用约 {percent}%") }, |used, percent| if percent == 0 { format!("{used}, less than 1%") } else { format!("{used}, about {percent}%") };
    room_characters: fn(u64) -> String = |n| if n < 10_000 { format!("{n} 字") } else { format!("{}.{} 万字", n / 10_000, n % 10_000 / 1_000) }, |n| format!("{} thousand characters", n.div_ceil(1_000));
    room_unknown: &'static str = "量不出来。", "It cannot be measured.";
    room_others: fn(String) -> String = |used| format!("快满了，其中 {used}是同一网址下别的网页占的，删这里的旧内容腾不出多少地方。请常导出，并告诉维护网站的人。"), |used| format!("Nearly full. Other pages of this address use {used}, so deleting here frees little. Export often, and tell whoever runs the site.");
    room_nearly_full: &'static str = "快满了。请先导出，再删掉不用的旧一期。", "Nearly full. Export, then delete periods you no longer need.";

    secrecy: &'static str = "涉密内容不要写，涉密材料只写存放地；涉密文件不拍照、不进手机、不用微信传。", "Write nothing secret; of secret documents only where they are kept. No photos of them, not on the phone, not through chats.";
    preview: &'static str = "预览要发的内容", "See what will be sent";
    preview_label: &'static str = "会发出的内容（只看，不能改）", "What will be sent (read-only)";
    preview_size: fn(usize) -> String = |n| format!("文件约 {n} KB"), |n| format!("About {n} KB");
    nothing_to_export: &'static str = "还没有可以导出的内容。", "There is nothing to export yet.";
    export_failed: &'static str = "没能做成文件，数据没有变。请在下面导出原始数据。", "The file could not be made; nothing was changed. Export the raw data below.";
    downloaded: fn(String) -> String = |name| format!("已开始下载：{name}"), |name| format!("Handed to the browser: {name}");
    downloaded_where: &'static str = "安卓一般在「文件管理 → 下载」，苹果在「文件」，电脑在「下载」文件夹。", "Usually in Downloads; on an iPhone in Files.";
    download_ignored: &'static str = "在微信等应用里，下载常常没有反应。没看到文件，就用「复制文字」。", "Inside another app downloads often do nothing. If no file appears, use Copy text.";
    download_refused: &'static str = "浏览器不让下载。请用「复制文字」。", "The browser refuses the download. Use Copy text.";
    copied: fn(usize) -> String = |n| format!("已复制 {n} 个字。"), |n| format!("Copied: {}.", counted(n, "character", "characters"));
    copied_next: &'static str = "打开微信「文件传输助手」长按粘贴、发送。发完看一眼，结尾要有「}」；没有就是没发全，改发文件。", "Paste and send it. Check that it ends with “}”; if not, it was cut off: send the file instead.";
    copy_refused: &'static str = "浏览器不让自动复制。请在下面长按，全选，再复制。", "The browser refuses to copy. Select all of the text below and copy it.";
    copy_by_hand: &'static str = "要复制的文字", "The text to copy";
    last_export: &'static str = "上次备份", "Last backup";
    last_export_never: &'static str = "还没有备份过", "Never backed up";
    last_export_on: fn(String) -> String = |day| format!("{day}，你确认收到了。"), |day| format!("{day}, confirmed by you.");
    arrived_question: &'static str = "文件收到了吗？", "Did the file arrive?";
    arrived_hint: fn(String) -> String = |day| format!("{day} 备份过一次。打开看看在不在，再点。"), |day| format!("Backed up on {day}. Check that it is there, then tap.");
    arrived_yes: &'static str = "收到了", "It arrived";
    arrived_not_yet: &'static str = "还没有", "Not yet";
    arrived_try: &'static str = "那就再下载一次，或用「复制文字」发到微信「文件传输助手」。", "Then download it again, or use Copy text.";

    export_mended: fn(String) -> String = |names| format!("这几份里有不可能的值（时间或小数），导出时改成了最接近的：{names}。"), |names| format!("Impossible values (times or fractions) were replaced by the nearest possible ones in: {names}.");
    export_left_out: fn(String) -> String = |names| format!("这几份写不进文件，没有导出：{names}。请再导出一份原始数据。"), |names| format!("These could not be written and are not in the file: {names}. Please export the raw data, too.");
    import_title: &'static str = "导入", "Import";
    import_intro: &'static str = "打开导出的文件，或粘贴文字；写入前先给你看会改什么。", "Open an exported file or paste text; you see what would change first.";

    trouble_title: &'static str = "有问题的数据", "Data with problems";
    trouble_safe: &'static str = "下面这些都原样留着，没有删。", "All of this is kept as it is.";
    unreadable: fn(String, String) -> String = |name, why| format!("{name}打不开：{why}"), |name, why| format!("{name} cannot be opened: {why}");
    read_only_schema: fn(String) -> String = |name| format!("{name}是新版本写的，这里只能看。刷新页面更新后再改。"), |name| format!("{name} was written by a newer version and can only be read here. Reload to update.");
    store_unreadable: &'static str = "浏览器的主存储读不了，这里只有备份里的内容。", "The main store cannot be read; only what the backup copy has is here.";
    slot_damaged: fn(String) -> String = |name| format!("{name}有一份存坏了，已隔离，用的是另一份好的。"), |name| format!("One copy of {name} is damaged and was set aside; the other one is used.");
    slot_damaged_alone: fn(String) -> String = |name| format!("{name}存坏了，没有别的好的一份，打不开。坏的留着，请导出原始数据。"), |name| format!("{name} is damaged and there is no other copy. What is left of it is kept: export the raw data.");
    slot_damaged_in_place: fn(String) -> String = |name| format!("{name}有一份存坏了，没有地方可移，留在原处，不会被覆盖。"), |name| format!("One copy of {name} is damaged. There is no room to move it; it stays and is not written over.");
    record_damaged: fn(String) -> String = |name| format!("{name}的备份坏了，用的是主存储里的。"), |name| format!("The backup copy of {name} is damaged; the main one is used.");
    slots_not_rewritten: fn(String) -> String = |name| format!("{name}主存储里的旧了，又写不进去，用的是备份里的。请导出一份。"), |name| format!("{name}: the main copy is old and cannot be rewritten; the backup is used. Please export.");
    deleted_not_removed: fn(String) -> String = |name| format!("{name}已删除，但旧的存储没清掉，不会再出现。"), |name| format!("{name} is deleted, though an old copy could not be removed. It will not come back.");
    aside: fn(usize, String) -> String = |n, size| format!("已隔离的损坏数据 {n} 份（{size}）。"), |n, size| format!("{n} damaged pieces set aside ({size}).");
    name_settings: &'static str = "这部设备的设置", "The settings of the device";
    name_organization: fn(String) -> String = |name| format!("组织「{name}」"), |name| format!("Organisation “{name}”");
    name_assessment: fn(String) -> String = |period| format!("{period}自评"), |period| format!("The assessment of {period}");
    name_ledger: fn(i32) -> String = |year| format!("{year} 年记录的一页"), |year| format!("A page of the records of {year}");
    name_some_organization: &'static str = "一个组织", "An organisation";
    name_some_assessment: &'static str = "一期自评", "An assessment";
    name_some_ledger: &'static str = "记录的一页", "A page of records";
    name_some_standard: &'static str = "一个标准包", "A standard";
    name_unknown: fn(String) -> String = |key| format!("一份不认识的数据（{key}）"), |key| format!("Something unknown ({key})");
    raw_title: &'static str = "导出原始数据", "Export the raw data";
    raw_hint: &'static str = "把存储里的东西原封不动写成一个文件，打不开的也在里面。交给懂技术的人，或以后再导入。", "Everything in the store, word for word, damaged parts included: for a technician, or to import later.";
    raw_file_name: fn(String) -> String = |day| format!("五基五星_原始数据_{day}.json"), |day| format!("五基五星_原始数据_{day}.json");
    raw_reading: &'static str = "正在读取…", "Reading…";
    raw_without_journal: &'static str = "备份没有应答，这份里没有它。", "The backup copy did not answer and is not part of it.";

    delete_title: &'static str = "全部删除", "Delete everything";
    delete_intro: &'static str = "把这个应用存的东西从这部设备上全部删掉。", "Removes everything this app keeps on this device.";
    delete_button: &'static str = "全部删除", "Delete everything";
    delete_question: &'static str = "全部删除？", "Delete everything?";
    delete_what: fn(usize, usize) -> String = |organizations, periods| format!("会删掉：{organizations} 个组织、{periods} 期自评、全部设置，还有备份和已隔离的数据。"), |organizations, periods| format!("This removes all organisations ({organizations}), all assessments ({periods}), all settings, the backup and what was set aside.");
    delete_ledger: fn(usize) -> String = |n| format!("记录、整改和工作机制的卡片 {n} 条也会删除。"), |n| format!("Records, rectifications and cards go, too ({n}).");
    delete_packs: fn(usize) -> String = |n| format!("你导入的 {n} 套标准也会删除。"), |n| format!("The standards you loaded ({n}) go, too.");
    delete_until: &'static str = "关掉应用之前可以点「撤销」找回组织、自评和设置；关掉之后就彻底没有了。", "Until you close the app, Undo brings back organisations, assessments and settings. After that all is gone.";
    delete_confirm: &'static str = "全部删除", "Delete everything";
    delete_failed: &'static str = "没能全部删除：浏览器不让动存储。页面上的内容还在。请到浏览器设置里清除这个网站的数据。", "Not everything could be deleted: the browser refuses. What is on this page is still there. Clear the data of this site in the browser's settings.";
    deleting: &'static str = "正在删除…", "Deleting…";
    deleted: &'static str = "已全部删除。关掉应用之前还能点「撤销」。", "Everything is deleted. Until you close the app it can be undone.";
    send: &'static str = "发给别人", "Send to somebody";
    send_hint: &'static str = "选一期发，只给自己看的不发", "One period, without what is for your eyes alone";
    backup: &'static str = "备份", "Backup";
    backup_hint: &'static str = "这部设备上的全部内容，给自己留一份", "Everything on this device, a copy for yourself";
    advanced: &'static str = "高级", "More about the data";
    begin_again: &'static str = "重新开始", "Begin again";
}

impl Texts {
    /// What start-up found not to be as it should be, in a sentence. `name` is what the document
    /// is called, and `is_open` whether a good version of it was found; neither is used where the
    /// fault is of no single document.
    pub fn load_fault(&self, fault: &LoadFault, name: String, is_open: bool) -> String {
        match fault {
            LoadFault::StoreUnreadable { .. } => self.store_unreadable.to_owned(),
            LoadFault::SlotDamaged { .. } | LoadFault::RecordDamaged { .. } if !is_open => {
                (self.slot_damaged_alone)(name)
            }
            LoadFault::SlotDamaged {
                moved_to: Some(_), ..
            } => (self.slot_damaged)(name),
            LoadFault::SlotDamaged { moved_to: None, .. } => (self.slot_damaged_in_place)(name),
            LoadFault::RecordDamaged { .. } => (self.record_damaged)(name),
            LoadFault::SlotsNotRewritten { .. } => (self.slots_not_rewritten)(name),
            LoadFault::DeletedNotRemoved { .. } => (self.deleted_not_removed)(name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::{SlotFault, StoreError};

    #[test]
    fn a_damaged_copy_is_called_harmless_only_where_another_one_was_found() {
        fn check(fault: LoadFault, is_open: bool, expected: &str) {
            assert_eq!(
                CHINESE.load_fault(&fault, "组织「新坝村」".to_owned(), is_open),
                expected
            );
            let english = ENGLISH.load_fault(&fault, "X".to_owned(), is_open);
            assert!(english.ends_with('.'), "{english}");
        }

        let damaged = |moved_to: Option<&str>| LoadFault::SlotDamaged {
            key: "k".to_owned(),
            fault: SlotFault::NoHeader,
            moved_to: moved_to.map(str::to_owned),
        };
        let moved = "组织「新坝村」有一份存坏了，已隔离，用的是另一份好的。";
        let alone = "组织「新坝村」存坏了，没有别的好的一份，打不开。坏的留着，请导出原始数据。";
        check(damaged(Some("aside")), true, moved);
        check(damaged(Some("aside")), false, alone);
        check(damaged(None), false, alone);
        check(damaged(None), true, {
            "组织「新坝村」有一份存坏了，没有地方可移，留在原处，不会被覆盖。"
        });
        check(
            LoadFault::RecordDamaged {
                key: "k".to_owned(),
            },
            false,
            alone,
        );
        check(
            LoadFault::StoreUnreadable {
                error: StoreError::Denied,
            },
            true,
            "浏览器的主存储读不了，这里只有备份里的内容。",
        );
    }
}
