//! 收进来: what came of each file, and how far the parts of a file are.
//!
//! Not here: why one file is refused (`files`), and handing files over (`handing`).

texts! {
    choose_folder: &'static str = "选整个文件夹", "Choose a folder";
    drop_hint: &'static str = "可以一次选几个，压缩包（.zip）也行；电脑上可以拖进来。微信里的文件，先点「…」用其他应用打开或保存到手机。", "Several at once, or a .zip; on a computer drop them here. Save files from a chat to the device first.";
    scan: &'static str = "扫二维码", "Scan QR codes";

    counts: fn(usize, usize, usize) -> String = |good, doubtful, refused| { let others = [("有疑问", doubtful), ("拒收", refused)].into_iter().filter(|(_, n)| *n > 0).map(|(word, n)| format!("，{word} {n}")); format!("收到 {} 份：成功 {good}{}", good + doubtful + refused, others.collect::<String>()) }, |good, doubtful, refused| { let others = [("with a question", doubtful), ("refused", refused)].into_iter().filter(|(_, n)| *n > 0).map(|(word, n)| format!(", {word}: {n}")); format!("Files: {}. Opened: {good}{}", good + doubtful + refused, others.collect::<String>()) };
    good: &'static str = "成功", "Opened";
    doubtful: &'static str = "有疑问", "Question";
    refused: &'static str = "拒收", "Refused";
    all_good: &'static str = "打开成功的", "Opened without a question";
    nothing_opened: &'static str = "没有一份能打开，没有改动任何数据。", "None of it could be opened. Nothing was changed.";
    refused_rest: &'static str = "拒收的没有导入，下面是其余的。", "What was refused is left out; below is the rest.";
    pasted: &'static str = "粘贴的文字", "The pasted text";
    of_parts: fn(String) -> String = |code| format!("分段 {code}"), |code| format!("Parts {code}");
    numbered: fn(String, usize) -> String = |name, number| format!("{name}里的第 {number} 份"), |name, number| format!("{name}, number {number}");
    lost: &'static str = "有的内容打不开，没有导入。", "Some of it could not be opened and is left out.";

    archive_damaged: &'static str = "压缩包坏了，或没有下载完。", "The archive is damaged, or was not downloaded whole.";
    archive_encrypted: &'static str = "压缩包加了密码。", "The archive asks for a password.";
    archive_another_way: &'static str = "压缩包的压缩方式不认识，或一层套一层太深。", "The archive was packed in an unknown way, or archives lie too deeply in one another.";
    archive_too_large: &'static str = "压缩包里的这个文件太大，不是这个应用写的。", "This file in the archive is too large to be one of this app.";
    archive_too_many: fn(usize) -> String = |most| format!("压缩包里的文件超过 {most} 个。"), |most| format!("There are more than {most} files in the archive.");
    archive_another_kind: &'static str = "这种压缩包（.rar、.7z 等）打不开。", "Archives of this kind (.rar, .7z) cannot be opened.";
    todo_unpack: &'static str = "先在手机或电脑上解压，再选里面的文件；或请对方压成 .zip。", "Unpack it first and choose the files in it, or ask for a .zip.";
    todo_fewer: &'static str = "请分成几个压缩包。", "Ask for several archives.";

    part_cut_off: &'static str = "这一段不完整，后面少了。", "The end of this part is missing.";
    part_damaged: &'static str = "这一段里有字变了或少了。", "Characters of this part are missing or were changed.";
    part_newer: &'static str = "这一段是新版本写的。", "A newer version wrote this part.";
    part_contradicts: fn(u16, String) -> String = |number, code| format!("编号 {code} 的第 {number} 段来过另一个样子的，留先来的。"), |number, code| format!("Another part {number} of {code} came before and stays.");
    parts_do_not_fit: &'static str = "段都齐了，合起来却对不上，有一段不是原来的。", "All parts are here and do not fit together: one of them is another's.";
    todo_part_again: &'static str = "回到聊天里，把这一条消息整条复制再粘贴。", "Copy the whole message in the chat again and paste it.";
    todo_parts_again: &'static str = "请对方重新分段发一次。", "Ask for all parts again.";

    parts_progress: fn(String, usize, usize) -> String = |code, come, count| format!("编号 {code}：已收 {come}/{count} 段"), |code, come, count| format!("No. {code}: {come} of {count} parts");
    parts_missing: fn(String) -> String = |numbers| format!("还缺第 {numbers} 段。接着粘贴，先后不论。"), |numbers| format!("Missing: {numbers}. Paste on, in any order.");
    and_more: fn(String, usize) -> String = |numbers, more| format!("{numbers} 等 {more} "), |numbers, more| format!("{numbers} and more, {more} in all");
    parts_known: &'static str = "这一段已经收到过了，没有变化。", "This part is here already.";
    parts_drop: &'static str = "不收这些段了", "Drop these parts";

    scan_title: &'static str = "扫二维码", "Scan QR codes";
    scan_intro: &'static str = "把镜头对准对方手机上的二维码，不要动，等它收齐。", "Point the camera at the codes on the other phone and keep still until all have come.";
    scan_asking: &'static str = "正在打开镜头…请点「允许」。", "Opening the camera… Please allow it.";
    scan_denied: &'static str = "没有得到用镜头的允许。请在浏览器设置里允许，或选一张二维码的照片。", "The camera was not allowed. Allow it in the browser's settings, or choose a photo of the code.";
    scan_missing: &'static str = "这里用不了镜头。可以选一张二维码的照片，或请对方发文件。", "There is no camera here. Choose a photo of the code, or ask for the file.";
    scan_picture: &'static str = "选二维码照片", "Choose a photo of codes";
    scan_picture_none: &'static str = "照片里没有看到二维码。请拍正、拍近一点。", "There is no code in the photo. Take it straight and closer.";
    scan_foreign: &'static str = "这个二维码不是这个应用的。", "This code is not of this app.";
    scan_waiting: &'static str = "还没有扫到", "Nothing seen yet";
    scan_camera: &'static str = "镜头看到的", "What the camera sees";
    scan_stop: &'static str = "不扫了", "Stop scanning";
}
