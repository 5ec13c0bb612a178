//! A standard that is changed in place: items, categories, grades and vetoes, and the next version.
//!
//! Not here: standards that are pasted (`own_standard`).

use crate::own_standard::{at_the_page, brings_into_use, uses_hundred_marks};
use anyhow::Result;
use wuxing_e2e::journey::{Journey, Stage};
use wuxing_e2e::person::Person;
use wuxing_e2e::site::Site;

/// The journeys of this file.
pub const JOURNEYS: &[Journey] = &[
    Journey::in_chromium("own standard: changed in place", changed_in_place),
    Journey::in_chromium("own standard: the next version", the_next_version),
    Journey::in_chromium("own standard: grades and vetoes", grades_and_vetoes),
    Journey::in_chromium("own standard: a category of duties", a_category_of_duties),
    Journey::in_chromium("own standard: all of a duty", all_of_a_duty),
];

/// A copy of the built-in standard: an item is rewritten, one is taken out and brought back, one is
/// added, and all of it is brought into use.
fn changed_in_place(stage: &Stage) -> Result<()> {
    let (_site, secretary) = begins_a_copy(stage)?;
    secretary.takes_a_picture("copy")?;
    secretary.unfolds_first("基本组织")?;
    secretary.taps_link("班子配备到位")?;
    secretary.sees_heading("改一项")?;
    secretary.writes("名称", "按时换届不拖延")?;
    secretary.sees("改过")?;
    secretary.unfolds_first("原来怎么写")?;
    secretary.sees_button("改回原来的")?;
    secretary.takes_a_picture("item")?;
    secretary.taps_button("改好了")?;
    secretary.sees("改过 1 项")?;
    // The draft stands there as she left it, with the part unfolded.
    secretary.taps_link("按时换届不拖延")?;
    secretary.taps_button("去掉")?;
    secretary.sees("去掉 1 项")?;
    secretary.unfolds_first("去掉的")?;
    secretary.taps_button("恢复「班子配备到位」")?;
    secretary.sees_no("去掉 1 项")?;
    secretary.taps_button("在「基本组织」加一项")?;
    secretary.sees_heading("改一项")?;
    secretary.writes("名称", "河长巡河")?;
    secretary.taps_button("改好了")?;
    secretary.sees("本县的 1 项")?;
    brings_into_use(&secretary)?;
    secretary.taps_link("基本组织")?;
    secretary.sees("河长巡河")
}

/// A scheme in use becomes the next version, which gets a name of its own.
fn the_next_version(stage: &Stage) -> Result<()> {
    let (_site, secretary) = uses_hundred_marks(stage)?;
    secretary.taps_link("好的班子")?;
    secretary.taps_button_in("班子健全", "没有扣分情形")?;
    secretary.goes_to("#/standard/own")?;
    secretary.taps_button("改出下一版")?;
    secretary.sees_heading("标准草稿")?;
    secretary.unfolds_first("好的班子")?;
    secretary.taps_link("班子健全")?;
    secretary.puts("满分", "6")?;
    secretary.taps_button("改好了")?;
    secretary.sees("本期已有的回答")?;
    secretary.sees("保留 · 1")?;
    brings_into_use(&secretary)?;
    secretary.taps_link("好的班子")?;
    secretary.sees("6 / 6 分")
}

/// Grades get a name and a limit, a veto another effect; each is marked, told and taken back.
fn grades_and_vetoes(stage: &Stage) -> Result<()> {
    let (_site, secretary) = begins_a_copy(stage)?;
    secretary.unfolds_first("等次、先决条件")?;
    secretary.taps_button("加一等")?;
    secretary.sees("等次的百分比没有从高到低")?;
    secretary.puts("第 4 等：名称", "合格")?;
    secretary.puts("第 4 等：满分的百分之几", "40")?;
    secretary.sees_no("等次的百分比没有从高到低")?;
    secretary.picks("哪一部分要先合格，别的才算", "党建领航星")?;
    secretary.takes_a_picture("grades")?;
    secretary.sees_button("等次、先决条件 · 改过")?;

    secretary.unfolds_first("一票否决")?;
    secretary.taps_link("班子成员因腐败、渎职被查处")?;
    secretary.sees_heading("改一项")?;
    secretary.picks("有这种情形时", "等次最高评为某一等")?;
    secretary.picks("最高评为", "合格")?;
    secretary.sees("改过")?;
    secretary.takes_a_picture("veto")?;
    secretary.unfolds_first("原来怎么写")?;
    secretary.taps_button("改回原来的")?;
    secretary.sees_no("改过")?;
    secretary.picks("有这种情形时", "其中几颗星暂不评")?;
    secretary.ticks("党建领航星")?;
    secretary.taps_button("改好了")?;
    secretary.sees("改过 1 项")?;
    brings_into_use(&secretary)?;
    secretary.goes_to("#/standard")?;
    secretary.sees("合格：满分的 40% 以上")?;
    secretary.sees("要先得党建领航星，别的星才算")
}

/// A category of duties is added and named, a duty moves into it and back.
fn a_category_of_duties(stage: &Stage) -> Result<()> {
    let (_site, secretary) = begins_a_copy(stage)?;
    secretary.taps_button("加一类责任")?;
    secretary.puts("这一部分的名称", "本县重点")?;
    secretary.sees_button("本县重点 · 0 项 · 本县的")?;
    secretary.taps_button("在「本县重点」加一项")?;
    secretary.sees_heading("改一项")?;
    secretary.writes("名称", "河长巡河")?;
    secretary.takes_a_picture("duty")?;
    secretary.taps_button("改好了")?;
    secretary.taps_link("河长巡河")?;
    secretary.picks("放在哪一部分", "建强班子队伍")?;
    secretary.taps_button("改好了")?;
    secretary.sees_button("本县重点 · 0 项 · 本县的")?;
    brings_into_use(&secretary)?;
    secretary.goes_to("#/duties")?;
    secretary.unfolds_first("建强班子队伍")?;
    secretary.sees("河长巡河")
}

/// A duty of the built-in list gets another person, another number of times and other words; what
/// no pack could say is refused, what was put in too much is undone, and once the standard is in
/// use the checklist asks for the duty as she wrote it.
fn all_of_a_duty(stage: &Stage) -> Result<()> {
    let (_site, secretary) = begins_a_copy(stage)?;
    secretary.unfolds_first("抓实廉政公开")?;
    secretary.taps_link("村务财务按期公开")?;
    secretary.sees_heading("改一项")?;
    secretary.picks("责任人", "副书记")?;
    secretary.picks("哪种责任", "领导责任")?;
    secretary.puts("措施", "贴到村口公示栏")?;
    secretary.puts("节点", "季末前一周")?;
    secretary.puts("每季几次", "0")?;
    secretary.sees("最少填 1")?;
    secretary.puts("每季几次", "2")?;
    secretary.sees("改过")?;
    secretary.unfolds_first("原来怎么写")?;
    secretary.sees("责任人：宣传委员")?;
    secretary.takes_a_picture("duty")?;

    secretary.picks("多久一次", "每年")?;
    secretary.picks("从几月起", "11 月")?;
    secretary.picks("到几月为止", "次年 1 月")?;
    secretary.takes_a_picture("months")?;
    for field in ["到几月为止", "从几月起", "多久一次"] {
        secretary.taps_button("撤销")?;
        secretary.sees(field)?;
    }
    secretary.sees("每季几次")?;
    secretary.taps_button("改好了")?;
    secretary.sees("改过 1 项")?;
    brings_into_use(&secretary)?;

    secretary.goes_to("#/checklist")?;
    secretary.unfolds_everything()?;
    secretary.sees("已记 0 次，应 2 次")?;
    secretary.taps_link("村务财务按期公开")?;
    for line in [
        "副书记（领导责任）",
        "每季 2 次",
        "贴到村口公示栏",
        "季末前一周",
    ] {
        secretary.sees(line)?;
    }
    secretary.takes_a_picture("in-use")
}

/// A copy of the built-in standard of a village.
fn begins_a_copy(stage: &Stage) -> Result<(Site, Person)> {
    let (site, secretary) = at_the_page(stage)?;
    secretary.taps_button("在自带标准上改")?;
    secretary.sees_heading("标准草稿")?;
    Ok((site, secretary))
}
