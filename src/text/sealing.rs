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
    todo_passphrase: &'static str = "没有输入口令。要导入它，再打开一次，输入口令。", "No passphrase was entered. Open it again to import it.";
    leave_sealed: &'static str = "跳过这一份", "Leave this one out";
    ask_title: &'static str = "这份文件加了口令", "This file is sealed";
    ask_text: &'static str = "向发文件的人问口令。没有口令就打不开，也没有办法绕过。", "Ask whoever sent it for the passphrase. Without it the file cannot be opened by any means.";
    ask_hint: fn(String) -> String = |hint| format!("口令提示：{hint}"), |hint| format!("Hint: {hint}");
    unseal: &'static str = "打开", "Open";
    unsealing: &'static str = "正在解开，要几秒钟…", "Opening; this takes a few seconds…";
    wrong_passphrase: &'static str = "口令不对。看看大小写、输入法，再试一次。", "This is not the passphrase. Look at capitals and the keyboard, and try again.";
    seal_newer: &'static str = "这份文件是新版本加的口令。", "A newer version has sealed this file.";
    seal_cut_off: &'static str = "加口令的文件不完整，后面缺了一段。", "The end of the sealed file is missing.";
    seal_damaged: &'static str = "加口令的文件传坏了，或被改过，什么口令也打不开。", "The sealed file was damaged or changed; no passphrase opens it.";
    seal_not_taken: &'static str = "这份文件加口令的方式这里不认。", "The way in which this file is sealed is not known here.";

    key_title: &'static str = "签名", "Signature";
    key_about: &'static str = "做一把钥匙，发给别人的文件就带签名：对方看得出和上次是不是同一把钥匙。它不证明你是谁，也不证明内容属实。", "With a key of this device, files for others are signed: whoever opens them sees whether it is the key of the last time. It proves neither who you are nor that what you say is true.";
    key_make: &'static str = "做一把签名钥匙", "Make a key";
    key_here: fn(String) -> String = |code| format!("发给别人的文件会签名，钥匙码 {code}。"), |code| format!("Files for others are signed. The code of the key is {code}.");
    key_moves: &'static str = "钥匙存在这部设备里，备份里也有：换手机导入备份，就还是同一把。备份不要转给别人。", "The key is on this device and in its backups: a new phone that imports one goes on with it. Do not pass a backup on.";
    key_drop: &'static str = "不再签名，删掉钥匙", "Delete the key and sign no more";
    did_key: &'static str = "改了签名钥匙", "The key for signing was changed";
    signed_hint: fn(String) -> String = |code| format!("已签名，钥匙码 {code}。"), |code| format!("Signed. The code of the key is {code}.");
    signature: &'static str = "签名", "Signature";
    signed_own: &'static str = "有效，是这部设备自己的钥匙。", "valid, by the key of this device.";
    signed_same: &'static str = "有效，和上次是同一把钥匙。", "valid, by the same key as the last time.";
    signed_first: fn(String) -> String = |code| format!("有效，第一次见到这把钥匙（钥匙码 {code}）。可以打电话和对方核对钥匙码。"), |code| format!("valid, by a key seen for the first time (code {code}). You can compare the code over the phone.");
    signed_another: fn(String) -> String = |code| format!("有效，但和上次不是同一把钥匙（钥匙码 {code}）。先问清楚对方是不是换了手机，再导入。"), |code| format!("valid, but not by the key of the last time (code {code}). Ask whether they have a new phone before you import it.");
    signed_wrong: &'static str = "对不上：签名以后内容被改过，或者签名传坏了。", "does not fit: the content was changed after it was signed, or the signature is damaged.";
    signed_not: &'static str = "这次没有，上次有。先问清楚，再导入。", "none, while the last file had one. Ask before you import it.";
    keys_sent: &'static str = "这部设备的签名钥匙", "The key by which this device signs";
}
