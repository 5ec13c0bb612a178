//! 帮助 and 搜索: how the app is used, what is asked most often, and the words around what hard words
//! mean.
//!
//! Not here: the hard words themselves, which are data (`standards/help`).

use super::plural::counted;

/// The place of the question why a star is not won, which is asked otherwise where a standard has
/// no stars.
#[cfg_attr(
    not(feature = "ui"),
    allow(dead_code, reason = "the interface reads it")
)]
pub(crate) const WHY_NO_STAR: usize = 8;

texts! {
    steps_title: &'static str = "怎样用", "How to use it";
    steps: [&'static str; 8] = [
        "先看一眼：在第一页点「看示例」，看一个填好的村。看完点「删掉示例」，不留痕迹。",
        "选类型：在第一页点自己是哪一类，再点「开始自评」。名称、人数以后再填也行。",
        "先查底线：点「自评」里的「快查必达项」，大约五分钟。",
        "一项一项答：点「达标」「部分达标」「未达标」或「不适用」。点了就存好，不用再点保存。",
        "开了会就记：点底下的「＋」，选是什么会。次数和完成情况自己会算。",
        "没达标的去改：在那一项下面点「列入整改」，写谁来办、什么时候办完。",
        "看结果：点「自评」里的「看结果」，缺什么、为什么、先补什么都在里面。首页也有一句话。",
        "留底：点「我的」→「数据」→「备份」。换手机、发给别人，也在「数据」里。",
    ], [
        "Have a look: tap See an example on the first page. Remove the example when you have seen enough; nothing stays.",
        "Choose your type on the first page and tap Begin the assessment. Name and numbers can wait.",
        "Begin with the bottom line: Assess, then Required items only. It takes about five minutes.",
        "Answer one by one: Met, Partly met, Unmet or Not applicable. Every tap is saved at once.",
        "Log what you held: tap ＋ below, and choose what it was. Counts follow by themselves.",
        "Fix what is unmet: below the item, tap Begin a rectification, and say who and until when.",
        "See the result: under Assess, tap See the result. It says what is missing, why, and what to fix first. Home says it in a sentence.",
        "Keep a copy: Me, Data, Backup. That is also where a new phone or another reader gets it from.",
    ];
    questions_title: &'static str = "常见问题", "Questions";
    questions: [(&'static str, &'static str); 15] = [
        ("我填的内容存在哪里？", "只存在这部手机的这个浏览器里。没有服务器，不上传，别人看不到。清除浏览器数据会一起删掉，所以要常备份。"),
        ("换手机怎么办？", "在旧手机点「我的」→「数据」→「备份」，把文件发到新手机。在新手机打开这个网址，点「导入」，选那个文件。"),
        ("可以在微信里用吗？", "能打开，但微信会清理数据，也存不了文件。请点右上角「…」，选「在浏览器打开」，以后都在浏览器里用。"),
        ("没有网络能用吗？", "能。第一次打开以后，没有网络也能打开、回答、保存。"),
        ("谁看得到？会上报、排名吗？", "只有你自己看得到。不上报、不排名、不打卡。要给别人看，得你自己导出再发。"),
        ("必达项是什么？", "是底线。有一项不达标，它所在的那个部分就不算达标，别的项再好也不能抵。"),
        ("为什么这一项是未达标？", "点开这一项，答案下面写着原因；按次数计的写着应开几次、已开几次。「备注 · 佐证 · 依据」里有出处。"),
        ("为什么一直是未查完？", "那个部分里还有到期的项没有答。点进去，把没答的答完。没到期的不算。"),
        ("为什么没有得星？", "在结果里点那颗星，会列出最少补哪几项就能得星；有一票否决情形的，也会写明是哪一条。"),
        ("为什么有的项没有问我？", "可能是不适用（看「我的」→「组织资料」），可能还没到期，也可能标准里默认不查（看「我的」→「本地设置」）。"),
        ("记错了、点错了怎么办？", "刚做的，点下面的「撤销」；再早的，在「我的」→「最近的改动」里撤销。以前的记录，打开直接改，或点「删掉这条」。"),
        ("怎样给上级看？", "在结果里点「导出这一期」，只发这一期，只给自己看的不发；也可以打印。发之前会列出要发的内容。"),
        ("和本地文件不一样怎么办？", "以本地文件为准。点「我的」→「本地设置」，可以停用指标、改次数、改达标线，结果里会写明是你改的。"),
        ("字太小怎么办？", "点「我的」，打开「长辈模式」，字和按钮都会变大。"),
        ("多久备份一次？", "每次填了重要内容就备份一次，最少一个月一次。超过三十天没有备份，首页会提醒。"),
    ], [
        ("Where are my answers kept?", "In this browser on this device alone. There is no server. Clearing the browser's data deletes them, so keep backups."),
        ("What if I change phones?", "On the old phone, go to Me, Data, Backup. Send the file to the new one, open this address there, tap Import and choose the file."),
        ("Can I use it inside WeChat?", "It opens, but WeChat clears data and cannot save files. Use its menu to open the page in the browser, and stay there."),
        ("Does it work without a network?", "Yes. After the first visit it opens, takes answers and saves them without one."),
        ("Who sees it? Is anything reported or ranked?", "You alone see it. Nothing is reported or ranked, and there are no check-ins. Others see what you export and send."),
        ("What is a required item?", "A bottom line. If one is not met, its part is not met, however good the rest is."),
        ("Why is an item unmet?", "Open it: the reason stands below the answer, and for counts how many were due and held. Sources are under “Details”."),
        ("Why does it stay unfinished?", "Something that is due in that part is not answered. Open it; what is not due does not count."),
        ("Why is a star not won?", "Tap it in the result: it lists the fewest items that would win it, or the disqualifier that applies."),
        ("Why was something not asked?", "It may not apply (Me, Organisation), not be due yet, or be off by default (Me, Local settings)."),
        ("What if I made a mistake?", "Tap Undo for what you just did; earlier changes are under Me, Recent changes. Open an entry to change or delete it."),
        ("How do I show it to the level above?", "In the result, tap Export this period: it sends that period without what is for your eyes alone. You can print it, too."),
        ("What if it differs from our local document?", "The local document prevails. Under Me, Local settings you can switch items off and change times and thresholds; the result says so."),
        ("The letters are too small", "Under Me, switch Large type on."),
        ("How often should I back up?", "Whenever you entered something that matters, and once a month at least. After thirty days without one the home page reminds you."),
    ];
    words_subtitle: fn(usize) -> String = |n| format!("{n} 个词，每个一两句话"), |n| format!("{} in a sentence or two", counted(n, "word", "words"));
    words_label: &'static str = "找一个词", "Find a word";
    words_count: fn(usize) -> String = |n| format!("{n} 个词"), |n| counted(n, "word", "words");
    words_marks: &'static str = "核实标记", "Marks of certainty";
    understood: &'static str = "知道了", "I see";
    source: fn(String) -> String = |names| format!("出处：{names}"), |names| format!("Source: {names}");
    between: &'static str = "；", "; ";
    sure: &'static str = "核实情况", "How sure";

    search_label: &'static str = "找指标、责任项、记录和名词", "Indicators, duties, records and words";
    search_hint: &'static str = "写几个字，或拼音首字母，例如 dydh", "A few letters will do";
    found: fn(usize) -> String = |n| format!("找到 {n} 条"), |n| format!("Found: {n}");
    found_none: &'static str = "没有找到。换个说法试试，或只写两个字。", "Nothing found. Try another word, or fewer letters.";
    group_more: fn(usize) -> String = |n| format!("还有 {n} 条"), |n| format!("{n} more");
    group_basics: &'static str = "五基指标", "Indicators of the basics";
    group_stars: &'static str = "五星指标", "Indicators of the stars";
    group_extras: &'static str = "否决项和加分项", "Disqualifiers and bonus";
    group_duties: &'static str = "责任项", "Duties";
    group_mechanisms: &'static str = "工作机制和办理卡", "Mechanisms and cards";
    group_records: &'static str = "记录", "Records";
    group_rectifications: &'static str = "整改", "Rectifications";

    backup_days: fn(i64) -> String = |n| format!("已 {n} 天没有备份"), |n| format!("No backup for {}", counted(n, "day", "days"));
    backup_changes: fn(usize) -> String = |n| format!("上次备份后又改了 {n} 处"), |n| format!("{} since the last backup", counted(n, "change", "changes"));
    backup_now: &'static str = "去备份", "Back up";
    install: &'static str = "添加到手机桌面", "Add to the home screen";
    install_text: &'static str = "从桌面打开更快，没有网络也能用。", "It opens faster from there, without a network, too.";
    install_later: &'static str = "以后再说", "Later";
    install_title: &'static str = "添加到手机桌面", "On the home screen";
    install_android: &'static str = "安卓：在浏览器里点右上角菜单，选「添加到主屏幕」或「安装应用」。", "Android: open the browser's menu and choose Add to Home screen or Install app.";
    install_apple: &'static str = "苹果：在 Safari 里点「分享」，选「添加到主屏幕」。那里开始是空的，先在这里导出，再到那里导入。", "iPhone: in Safari tap Share, then Add to Home Screen. It starts empty there: export here first and import there.";
    installed: &'static str = "已经在桌面上了。", "It is on the home screen already.";
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where the words stand that the help names.
    const NAMED_IN: [&str; 12] = [
        include_str!("assess.rs"),
        include_str!("common.rs"),
        include_str!("data.rs"),
        include_str!("duties.rs"),
        include_str!("home.rs"),
        include_str!("me.rs"),
        include_str!("recording.rs"),
        include_str!("rectifications.rs"),
        include_str!("result.rs"),
        include_str!("saving.rs"),
        include_str!("sending.rs"),
        include_str!("start.rs"),
    ];

    /// What is not ours to name: the signs of phones and other apps.
    const OF_OTHERS: [&str; 4] = ["…", "＋", "在浏览器打开", "未达标"];

    #[test]
    fn what_is_to_be_tapped_is_called_as_it_is_called() {
        let questions = CHINESE.questions.iter().map(|(_, answer)| *answer);
        for text in CHINESE.steps.into_iter().chain(questions) {
            for named in text
                .split('「')
                .skip(1)
                .filter_map(|rest| rest.split('」').next())
            {
                let begins = format!("\"{named}");
                let is_ours = NAMED_IN.iter().any(|texts| texts.contains(&begins));
                assert!(is_ours || OF_OTHERS.contains(&named), "「{named}」: {text}");
            }
        }
    }
}
