//! 首页: where the organisation stands, the next thing, what is to be done.
//!
//! Not here: the words of standings (`common`).

use super::plural::counted;
use crate::standard::Points;

texts! {
    and: &'static str = "，", "; ";
    untouched: fn(usize) -> String = |n| format!("还没开始查，一共 {n} 项"), |n| format!("Not started: {}", counted(n, "item", "items"));
    untouched_musts: fn(usize) -> String = |n| format!("还没开始查，先查 {n} 项必达项"), |n| format!("Not started yet: check {} first", counted(n, "required item", "required items"));
    list_alone: &'static str = "只有责任清单，没有要查的指标", "A list of responsibilities alone; nothing to be assessed";
    to_list: &'static str = "看责任清单", "See the list";
    left: fn(usize) -> String = |n| format!("还有 {n} 项没查"), |n| format!("{} left to check", counted(n, "item", "items"));
    left_decides_stars: &'static str = "查完就知道能得几颗星", "then you will know how many stars you win";
    left_decides_basics: &'static str = "查完就知道达不达标", "then you will know whether the basics are met";
    musts_met: fn(usize) -> String = |n| format!("必达项 {n}/{n} 全部达标"), |n| format!("all {} met", counted(n, "required item", "required items"));
    vetoed_basics: &'static str = "有否决情形，五基整体不达标", "A disqualifier applies: the basics as a whole are not met";
    vetoed_stars: &'static str = "有否决情形，相关的星暂不评", "A disqualifier applies: the stars that it touches are on hold";
    unmet_one: fn(String) -> String = |name| format!("{name}未达标"), |name| format!("{name} is not met");
    unmet: fn(usize) -> String = |n| format!("{n} 个基未达标"), |n| format!("{} not met", counted(n, "basic is", "basics are"));
    parts: fn(u32) -> String = |n| format!("{n} 个部分合格"), |n| format!("{} enough", counted(n, "part", "parts"));
    parts_all: fn(usize) -> String = |n| format!("{n} 个部分全合格"), |n| format!("all {} enough", counted(n, "part", "parts"));
    left_decides_parts: &'static str = "查完就知道几个部分合格", "then you will know how many parts are enough";
    vetoed_basics_named: fn(String) -> String = |name| format!("有否决情形，{name}整体不达标"), |name| format!("A disqualifier applies: {name} as a whole is not met");
    parts_unmet: fn(usize) -> String = |n| format!("{n} 个部分未达标"), |n| format!("{} not met", counted(n, "part is", "parts are"));
    parts_missing: fn(Points) -> String = |points| format!("离全部合格差 {points} 分"), |points| format!("{} short of the whole", counted(points, "point", "points"));
    vetoed_parts: &'static str = "有否决情形，相关的部分暂不评", "A disqualifier applies: the parts that it touches are on hold";
    basics_met_named: fn(String) -> String = |name| format!("{name}全部达标"), |name| format!("{name}: all met");
    stars: fn(u32) -> String = |n| format!("得 {n} 颗星"), |n| format!("{} won", counted(n, "star", "stars"));
    stars_all: fn(usize) -> String = |n| format!("{n} 颗星全得"), |n| format!("all {} won", counted(n, "star", "stars"));
    stars_missing: fn(usize, Points) -> String = |n, points| match n {
        5 => format!("离五星差 {points} 分"),
        n => format!("离 {n} 星差 {points} 分"),
    }, |n, points| format!("{} short of all {n}", counted(points, "point", "points"));
    next_item: fn(String) -> String = |name| format!("接着查：{name}"), |name| format!("Next: {name}");
    next_vetoes: &'static str = "接着查：否决项", "Next: the disqualifiers";
    to_do_late: fn(usize) -> String = |n| format!(" · {n} 项超期"), |n| format!(" · {n} overdue");
    to_do_all: fn(usize) -> String = |n| format!("全部 {n} 项"), |n| format!("All {n}");
    to_do_today: &'static str = "今天到期", "due today";
    to_do_days: fn(i64) -> String = |n| format!("剩 {n} 天"), |n| format!("{} left", counted(n, "day", "days"));
    mend: &'static str = "去整改", "Fix";
    mend_named: fn(String) -> String = |name| format!("去整改：{name}"), |name| format!("Fix: {name}");
    not_met: &'static str = "还没达标", "not met";
    example: &'static str = "这是虚构的示例", "This is made up";
    make_good: &'static str = "本季待整改", "To fix this quarter";
    make_good_none: &'static str = "目前没有未达标项", "Nothing unmet so far";
    to_look_at: &'static str = "还没查的", "Not checked yet";
    to_do: &'static str = "待办", "To do";
    term_in_days: fn(i64) -> String = |n| format!("离届满还有 {n} 天，请着手换届"), |n| format!("{} to the end of term: prepare the election", counted(n, "day", "days"));
    term_over: fn(i64) -> String = |n| format!("届满日已过 {n} 天，请尽快换届或报批延期"), |n| format!("The term ended {} ago: hold the election or ask for an extension", counted(n, "day", "days"));
    term_today: &'static str = "今天届满", "The term ends today";
    make_report: &'static str = "出汇报单", "Make the report";
    result: &'static str = "看结果和原因", "See the result and why";
    new_period: fn(String) -> String = |q| format!("开始 {q}自评"), |q| format!("Begin {q}");
    history: &'static str = "往期", "Past periods";
    example_remove: &'static str = "删掉示例", "Remove the example";
    must_only: &'static str = "快查必达项（约 5 分钟）", "Required items only (about 5 minutes)";
    clock_title: &'static str = "手机日期不对？", "Is this phone's date right?";
    clock_impossible: fn(String) -> String = |day| format!("手机日期是 {day}，请先改对。日期错了，周期和到期都会错。"), |day| format!("This device says it is {day}. Put its date right first: periods and what is due follow from it.");
    clock_unreadable: &'static str = "手机日期读不出来，请先改对。日期错了，周期和到期都会错。", "This device gives no date. Put it right first: periods and what is due follow from it.";
    clock_behind: fn(String, String) -> String = |today, entered| format!("手机日期是 {today}，可是这里有 {entered}改过的内容。请看看手机日期对不对。"), |today, entered| format!("This device says it is {today}, but something here was changed on {entered}. Please look whether its date is right.");
    later_than_now: &'static str = "晚于今天", "still to come";
    no_name: &'static str = "未命名的组织", "Unnamed organisation";
    unreadable_title: &'static str = "有数据没能打开", "Some data could not be opened";
    unreadable_text: &'static str = "原样留着，没有删也没有改。请到「数据」里导出原始数据。", "It is kept as it is. Export the raw data under Data.";
    told_title: &'static str = "请知道", "Please note";
    told_understood: &'static str = "知道了", "I see";
    told_import_completed: &'static str = "上次的导入没做完就断了，这次已接着做完。", "The last import was cut off; it has now been completed.";
    told_import_incomplete: fn(usize) -> String = |n| format!("上次的导入没做完就断了，少 {n} 份。请再导入一次。"), |n| format!("The last import was cut off; missing parts: {n}. Please import the file again.");
    told_deletion_completed: fn(usize) -> String = |n| format!("上次的删除没做完就断了，剩下的 {n} 份这次已删完。"), |n| format!("The last deletion was cut off; what remained ({n}) is now deleted.");
    told_kept: fn(String) -> String = |name| format!("{name}在另一个页面里改过，所以留着，没有删。要删请再删一次。"), |name| format!("{name} was changed on another page, so it was kept and not deleted. Delete it again if you mean to.");
    told_emptied: &'static str = "存储被浏览器或同一网址下的别的网页清空过。这一页上的内容已重新存好，请导出一份。", "The browser or another page of this address had emptied the store. What was open here has been saved again; please export it.";
    told_earlier: fn(String) -> String = |name| format!("{name}最新的一份看不懂，现在看到的是以前的一份。最新的原样留着。"), |name| format!("The newest version of {name} cannot be read; you see the one before. The newest is kept as it is.");
    told_no_organization: &'static str = "有一个组织的资料丢了，它的自评和记录还在，先放在「未命名的组织」下。请到「我的 → 组织资料」补上。", "The data of an organisation are lost. Its assessments and records are still here, under an organisation without a name: please fill in its profile.";
    read_only_title: &'static str = "有数据是新版本写的", "Some data was written by a newer version";
    read_only_text: &'static str = "这里只能看，不能改。请刷新页面更新，或用新版本打开。", "It can be read here and not changed. Reload to update, or open it with the newer version.";
    nowhere_title: &'static str = "关闭前请导出", "Export before you close";
    nowhere_text: &'static str = "这个浏览器不让保存数据，关掉页面就没有了。", "This browser keeps nothing: closing the page loses it.";
    update_title: &'static str = "网站上换了版本", "The site has another version";
    update_text: &'static str = "点「更新」换成这一版，已填的内容不动。", "Update takes it and keeps everything you entered.";
    update: &'static str = "更新", "Update";
}
