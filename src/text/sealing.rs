//! 校验短码, 口令 and 签名: what shows that a file is the same, what keeps it private, and what shows
//! whose it is.
//!
//! Not here: the rest of the pages 备份, 发给别人 and 导入 (`data`, `sending`, `files`).

texts! {
    code: fn(String) -> String = |code| format!("校验短码 {code}"), |code| format!("Short code {code}");
    code_sent: &'static str = "对方打开后看到的短码一样，就是同一份内容。", "If they see the same code when they open it, it is the same content.";
    code_found: &'static str = "和对方说的、材料上印的一样，就是同一份内容。", "If it is the code that they told you, or that stands on the paper, it is the same content.";

    tick: &'static str = "加口令", "Seal it with a passphrase";
    tick_hint: &'static str = "不知道口令的人打不开。", "Without the passphrase it cannot be opened.";
    passphrase: &'static str = "口令", "Passphrase";
    passphrase_hint: fn(usize) -> String = |n| format!("至少 {n} 个字，好记、别人猜不到的。另外告诉对方，不要和文件一起发。"), |n| format!("At least {n} characters that you remember and nobody guesses. Tell it another way than you send the file.");
    too_short: fn(usize) -> String = |n| format!("太短，至少 {n} 个字。"), |n| format!("Too short: {n} characters at least.");
    hint: &'static str = "口令提示（可不填）", "Hint (optional)";
    hint_hint: &'static str = "打开时显示，拿到文件的人都看得到，不要写口令本身。", "Shown when it is opened, to whoever has the file. Not the passphrase itself.";
    forgotten: &'static str = "忘了口令，谁也打不开，没有办法找回。", "Without the passphrase nobody can open it, and there is no way to get it back.";
    seal: &'static str = "加密", "Seal";
    sealing: &'static str = "正在加密，要几秒钟…", "Sealing; this takes a few seconds…";
    sealed: &'static str = "已加密，可以发了", "Sealed, ready to go";
    sealed_hint: &'static str = "现在发出的是加了口令的文件。内容改了要重新加密。", "What goes out now is the sealed file. Seal it again after a change.";
    seal_again: &'static str = "换个口令", "Another passphrase";
    no_randomness: &'static str = "这个浏览器不能加密。请换个浏览器，或不加口令。", "This browser cannot seal. Use another one, or no passphrase.";
    no_memory: &'static str = "手机内存不够。关掉别的应用，再试一次。", "There is not enough memory. Close other apps and try again.";
    not_sealed: &'static str = "没能加密，请再试一次。", "It could not be sealed; try again.";

    is_sealed: &'static str = "这份文件加了口令。", "This file is sealed with a passphrase.";
    todo_passphrase: &'static str = "请单独打开它，输入口令。", "Open it by itself and enter the passphrase.";
    ask_title: &'static str = "这份文件加了口令", "This file is sealed";
    ask_text: &'static str = "向发文件的人问口令。口令不对就打不开，也没有办法绕过。", "Ask whoever sent it for the passphrase. Without it the file cannot be opened by any means.";
    ask_hint: fn(String) -> String = |hint| format!("口令提示：{hint}"), |hint| format!("Hint: {hint}");
    unseal: &'static str = "打开", "Open";
    unsealing: &'static str = "正在解开，要几秒钟…", "Opening; this takes a few seconds…";
    wrong_passphrase: &'static str = "口令不对。看看大小写、输入法，再试一次。", "This is not the passphrase. Look at capitals and the keyboard, and try again.";
    seal_newer: &'static str = "这份文件是新版本加的口令。", "A newer version has sealed this file.";
    seal_cut_off: &'static str = "加口令的文件不完整，后面缺了一段。", "The end of the sealed file is missing.";
    seal_damaged: &'static str = "加口令的文件传坏了，或被改过，什么口令也打不开。", "The sealed file was damaged or changed; no passphrase opens it.";
    seal_not_taken: &'static str = "这份文件加口令的方式这里不认。", "The way in which this file is sealed is not known here.";
}
