//! 交出去: the ways in which a file is handed over, and what to expect of each.
//!
//! Not here: what goes out (`sending`), and taking it in (`receiving`).

texts! {
    send: &'static str = "发给别人", "Send to somebody";
    other_ways: &'static str = "换个办法", "Another way";
    more_ways: &'static str = "更多办法", "More ways";

    in_app_title: &'static str = "你在微信等应用里打开的", "This is open inside another app";
    in_app_text: &'static str = "这里发不了文件，能复制文字、出二维码。要发文件：点右上角「…」选「在浏览器打开」；那边是空的，先把文字复制过去导入。", "It sends no files from here; text and QR codes work. To send a file use its menu to open this in the browser: it is empty there, so copy the text over first.";

    share: &'static str = "用手机的分享", "Share";
    share_hint: &'static str = "弹出手机的分享面板，选微信、选人", "Opens the share sheet; choose the app and the person";
    download: &'static str = "下载文件", "Download the file";
    download_hint: &'static str = "存到手机，再到微信里点「＋ → 文件」选它", "To the device; then attach it in the chat";
    download_dropped_hint: &'static str = "在这里多半没反应", "Likely does nothing here";
    save_as: &'static str = "另存为", "Save as";
    save_as_hint: &'static str = "自己选文件夹和名字，U 盘也行", "Choose the folder and the name yourself";
    copy: &'static str = "复制文字", "Copy text";
    copy_hint: &'static str = "整份一次复制，电脑之间传最方便", "All of it at once; best between computers";
    parts: &'static str = "分段复制", "Copy in parts";
    parts_hint: fn(usize) -> String = |n| if n == 1 { "压缩成 1 段，一条消息发得下".to_owned() } else { format!("压缩成 {n} 段，一段一条消息，先后不论") }, |n| if n == 1 { "Compressed; fits one message".to_owned() } else { format!("Compressed into {n} messages, in any order") };
    parts_first_hint: &'static str = "压缩成文字，一段一段复制到聊天里", "Compressed text, copied into the chat part by part";
    codes: &'static str = "二维码", "QR codes";
    codes_hint: fn(usize) -> String = |n| format!("{n} 张连着放，对方用这个应用扫，不用网"), |n| format!("{n} of them, one after the other, for the camera of the other phone; no network");

    share_opened: &'static str = "正在等分享面板…", "Waiting for the share sheet…";
    share_slow: &'static str = "没看到分享面板？这个浏览器可能不回应，用下面的办法。", "No share sheet? This browser may not answer; use one of these.";
    share_taken: &'static str = "已交给手机的分享。到聊天里看一眼，文件在就是发到了。", "Handed to the share sheet. Look into the chat: if the file is there, it was sent.";
    share_cancelled: &'static str = "没有发出，什么也没变。可以再点一次，或换个办法。", "Nothing was sent. Try again, or choose another way.";
    share_refused_next: &'static str = "这个浏览器不让分享这种文件。再点一次，改发 .txt 或 .html，内容一样。", "The browser does not share this kind of file. Tap again to send it as .txt or .html, with the same content.";
    share_refused: &'static str = "这个浏览器不让分享文件，用下面的办法。", "The browser does not share files; use one of these.";
    saved_as: &'static str = "已写到你选的地方。", "Written where you chose.";
    save_cancelled: &'static str = "没有存，什么也没变。", "Nothing was saved.";
    save_refused: &'static str = "浏览器不让写到那里，用「下载文件」。", "The browser may not write there; download the file instead.";
    download_send_next: &'static str = "到微信里打开聊天，点「＋ → 文件」选它发出。安卓在「下载」里，苹果在「文件」里。", "Attach it in the chat: it is in Downloads, on an iPhone in Files.";

    message_head: fn(u16, u16, String) -> String = |number, count, code| format!("五基五星 第 {number} 段/共 {count} 段 · 编号 {code}"), |number, count, code| format!("Wuxing part {number} of {count} · no. {code}");
    parts_title: fn(usize, &str) -> String = |n, code| format!("共 {n} 段，编号 {code}"), |n, code| format!("{n} in all, no. {code}");
    parts_intro: &'static str = "复制一段，到聊天里粘贴发出，再回来复制下一段。", "Copy one, paste and send it in the chat, come back for the next.";
    parts_one_intro: &'static str = "复制后到聊天里粘贴发出。", "Paste and send it in the chat.";
    copy_part: fn(usize, usize) -> String = |number, count| if count == 1 { "复制这一段".to_owned() } else { format!("复制第 {number} 段") }, |number, count| if count == 1 { "Copy it".to_owned() } else { format!("Copy part {number}") };
    part_copied: fn(usize, usize) -> String = |number, count| if count == 1 { "已复制，去粘贴发出。".to_owned() } else { format!("第 {number} 段已复制，去粘贴发出。") }, |number, count| if count == 1 { "Copied. Paste and send it.".to_owned() } else { format!("Part {number} is copied. Paste and send it.") };
    part_next: &'static str = "发出后回来，复制下一段。", "Then come back for the next.";
    parts_all_copied: &'static str = "都复制过了。对方把收到的几段复制，粘贴到这个应用的「我的 → 数据 → 导入」就行，先后不论，缺哪段会提示。", "All were copied. They are pasted under Import in any order; what is missing is named there.";
    earlier_part: &'static str = "上一段", "Previous part";
    again_from_first: &'static str = "从第 1 段重来", "From part 1 again";
    too_many: fn(usize) -> String = |n| format!("内容太多，要分 {n} 段。请换个办法发文件。"), |n| format!("There is too much: {n} parts. Send the file in another way.");
    far_too_many: &'static str = "内容太多，分不了段。请换个办法发文件。", "There is far too much for parts. Send the file in another way.";

    codes_intro: &'static str = "对方打开「我的 → 数据 → 导入 → 扫二维码」，镜头对准这里，等它收齐。", "On the other phone: Me → Data → Import → Scan QR codes. Point the camera here until all have come.";
    code_label: fn(usize, usize) -> String = |number, count| format!("二维码，第 {number} 张，共 {count} 张"), |number, count| format!("QR code {number} of {count}");
    code_number: fn(usize, usize) -> String = |number, count| format!("第 {number} 张/共 {count} 张"), |number, count| format!("{number} of {count}");
    pause: &'static str = "停在这张", "Stop here";
    resume: &'static str = "接着放", "Go on";
    previous_code: &'static str = "上一张", "Previous";
    next_code: &'static str = "下一张", "Next";
    brighter: &'static str = "扫不上就把屏幕调亮，离 20 厘米左右。", "If it does not scan, make the screen brighter and keep 20 cm away.";

    page_what_to_do: &'static str = "这是五基五星自评的数据文件。用五基五星自评的「导入」打开它。", "This is a data file of Wuxing. Open it there under Import.";
}
