//! What the page says that comes in the place of the app: when it has failed, when the browser is
//! too old for it, and when it takes long to come up.
//!
//! The build writes these texts into the scripts of `public/boot/`, which run without the app. The
//! page has both languages at once, except where it answers a tap.

texts! {
    reload: &'static str = "重新打开", "Reload";
    download_again: &'static str = "重新下载应用（数据不动）", "Download again";
    save: &'static str = "保存原始数据", "Save";
    copy: &'static str = "复制文字", "Copy";
    raw_data: &'static str = "原始数据", "Raw data";
    details: &'static str = "出错信息", "Details";
    too_old: &'static str = "这个浏览器太旧，打不开", "This browser is too old for the app.";
    too_old_update: &'static str = "请把浏览器更新到最新版，或者换一个浏览器再打开这一页：安卓手机用系统自带的新版浏览器或 Chrome、Edge，苹果手机请把系统升级到 16.4 以上。", "Please update it or use another one (Chrome or Edge 97, Safari 16.4, or newer).";
    too_old_wechat: &'static str = "如果在微信里，请点右上角「…」，选「在浏览器打开」。苹果手机如果开着「锁定模式」，请对这个网站关闭它。", "In WeChat, open it in the browser.";
    too_old_kept: &'static str = "以前在这里填写的内容没有被删除。", "Nothing that you entered has been deleted.";
    stopped: &'static str = "程序出错，停下来了", "The app has stopped because of an error.";
    stopped_kept: &'static str = "你的数据没有被删除，还在这台设备上。显示过「已保存」的内容都在。", "Your data is still on this device.";
    stopped_reload: &'static str = "请点「重新打开」接着用。如果又看到这一页，请先保存下面的原始数据，再把它和出错信息一起发给帮你维护的人。", "Reload to go on; if this page comes back, save the raw data first.";
    stopped_download: &'static str = "请点「重新打开」接着用。如果又看到这一页，请点「重新下载应用」。还是不行，请先保存下面的原始数据，再把它和出错信息一起发给帮你维护的人。", "Reload to go on; if this page comes back, download again. Save the raw data first.";
    stopped_keep: &'static str = "请不要清除浏览器的数据，也不要删除浏览器。", "Do not clear the browser's data.";
    slow: &'static str = "打开得比平时慢，可能是网络不好。可以再等等，也可以重新打开。你的数据还在这台设备上。", "This takes longer than usual. You can wait or reload; your data is still on this device.";
    downloading: &'static str = "正在下载…", "Downloading…";
    not_downloaded: &'static str = "现在下载不到，可能没有网络。什么都没有改，请过一会儿再试。", "Not downloaded. Nothing has been changed.";
    raw_about: &'static str = "这里是你填写过的全部内容，以后可以用它恢复。发给别人之前，请想一想对方该不该看到。", "All that you entered. Think before you send it.";
    handed_over: &'static str = "已交给浏览器保存。如果没有看到文件，请用「复制文字」。", "Saved by the browser. No file? Use Copy.";
    cannot_save: &'static str = "这个浏览器不能保存文件，请用「复制文字」。", "This browser cannot save files. Use Copy.";
    copied: &'static str = "已复制。请粘贴到备忘录或文件传输助手里保存。", "Copied. Paste it into a note.";
    not_copied: &'static str = "没有复制成功。请长按下面的文字，全选后复制。", "Not copied. Select the text below.";
}
