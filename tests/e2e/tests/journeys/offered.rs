//! What can be switched on (更多工作机制), the examples of the seven types (示例), and the standard under
//! other names (分组).

use crate::branch::WHAT_KIND;
use anyhow::{Result, ensure};
use wuxing_e2e::journey::{Journey, Stage};

/// The journeys of this file.
pub const JOURNEYS: &[Journey] = &[
    Journey::in_all("offered: found and switched on", is_found_and_switched_on),
    Journey::in_chromium(
        "offered: a list is pasted and looked up",
        a_list_is_pasted_and_looked_up,
    ),
    Journey::in_chromium("examples: one for every type", every_type_has_an_example),
    Journey::in_chromium(
        "groupings: the standard under other names",
        the_standard_under_other_names,
    ),
];

/// A mechanism is found by a word, switched on by one tap and filled in at once; what is off stays
/// out of everything else.
fn is_found_and_switched_on(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    secretary.taps_button("看示例")?;
    secretary.sees_no("看示例")?;
    secretary.goes_to("#/checklist/all")?;
    secretary.sees_heading("全部事项")?;
    let before = secretary.main_text()?;
    ensure!(!before.contains("诉求和答复"), "what is off costs nothing");
    secretary.taps_link("更多工作机制")?;
    secretary.sees_heading("联建")?;
    secretary.writes("找一项", "诉求")?;
    secretary.sees_no("有事好商量议题")?;
    secretary.ticks("诉求和答复")?;
    secretary.takes_a_picture("offered")?;
    secretary.taps_link("去填：诉求和答复")?;
    secretary.taps_button("加一件诉求")?;
    secretary.writes("说的是什么事", "路灯不亮")?;
    secretary.taps_button("好了")?;
    secretary.sees("路灯不亮")?;
    secretary.goes_to("#/checklist/all")?;
    secretary.sees("诉求和答复")?;
    // A start on home reads the pack without it, and has it as soon as it stands.
    secretary.goes_to("#/")?;
    secretary.reloads()?;
    secretary.goes_to("#/mechanism/appeals")?;
    secretary.sees("路灯不亮")
}

/// Whoever chose a type is offered an example of that type, as full as the village.
fn every_type_has_an_example(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let person = stage.person()?;
    person.opens(&site.address())?;
    for (kind, name) in [
        ("城市社区", "示例社区党委"),
        ("机关", "示例局机关党支部"),
        ("国有企业", "示例公司生产一部党支部"),
        ("学校、医院等事业单位", "示例小学党支部"),
        ("非公企业", "示例科技公司党支部"),
        ("社会组织", "示例行业协会党支部"),
    ] {
        person.goes_to("#/start")?;
        person.taps_button_in(WHAT_KIND, kind)?;
        person.taps_button(&format!("看示例（{kind}）"))?;
        person.sees("这是虚构的示例")?;
        person.sees(name)?;
        person.goes_to("#/assess")?;
        person.sees_heading("自评")?;
        person.takes_a_picture(&format!("example-{kind}"))?;
        person.goes_to("#/")?;
        person.taps_button("删掉示例")?;
        person.sees(WHAT_KIND)?;
    }
    for (kind, name) in [
        ("机关党组", "示例局党组"),
        ("镇（街道）党（工）委", "示例镇党委"),
    ] {
        person.goes_to("#/start")?;
        person.taps_button_in("上级党组织", kind)?;
        person.taps_button(&format!("看示例（{kind}）"))?;
        person.sees("这是虚构的示例")?;
        person.sees(name)?;
        person.goes_to("#/mechanism/level_list")?;
        person
            .sees("镇党委的清单")
            .or_else(|_| person.sees("党组的清单"))?;
        // Where nothing is assessed, nothing is offered that is for indicators.
        person.goes_to("#/me/profile")?;
        person.sees("组织名称")?;
        person.sees_no("停用")?;
        person.goes_to("#/history")?;
        person.sees_heading("各期")?;
        person.sees_no("没有变化")?;
        person.sees("看这一期的汇报单")?;
        person.goes_to("#/me")?;
        person.sees("组织资料")?;
        person.sees_no("党员数")?;
        person.goes_to("#/")?;
        person.taps_button("删掉示例")?;
        person.sees(WHAT_KIND)?;
    }
    Ok(())
}

/// The same items stand under 一轴四轮 and 六大工程, with how they are.
fn the_standard_under_other_names(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    secretary.taps_button("看示例")?;
    secretary.sees_no("看示例")?;
    secretary.goes_to("#/standard")?;
    secretary.taps_link("按工程和职责看")?;
    secretary.sees_heading("一轴四轮")?;
    secretary.sees_heading("六大工程")?;
    secretary.unfolds_first("抓生态 · 达标\u{a0}1/1")?;
    secretary.taps_link("生态美丽星")?;
    secretary.sees_heading("生态美丽星")
}

/// The list of admitted tasks is pasted from the document, and a task that comes is held against it
/// where its card is filled in.
fn a_list_is_pasted_and_looked_up(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    secretary.taps_button("看示例")?;
    secretary.sees_no("看示例")?;
    secretary.goes_to("#/mechanism/task_lists")?;
    secretary.taps_button("加一份清单")?;
    secretary.unfolds_first("一次粘贴多条")?;
    let list = "居民医保参保宣传\n老年人免费体检组织\n法律援助联系";
    secretary.pastes("粘贴到这里", list)?;
    secretary.taps_button("加这 3 条")?;
    // A list that is kept up is never settled.
    secretary.sees_no("办结")?;
    secretary.sees("不再用了")?;
    secretary.taps_button("好了")?;
    secretary.sees_heading("正在用的")?;
    secretary.taps_link("打印或发给别人")?;
    secretary.sees("对应部门")?;
    secretary.sees("老年人免费体检组织")?;
    secretary.takes_a_picture("list-on-paper")?;
    secretary.goes_to("#/mechanism/entry_list")?;
    secretary.taps_button("加一件交办事项")?;
    secretary.writes("查清单", "医保")?;
    secretary.sees("清单里有 1 条")?;
    secretary.sees("居民医保参保宣传")?;
    secretary.takes_a_picture("looked-up")?;
    secretary.taps_button("好了")?;
    secretary.goes_to("#/search")?;
    secretary.writes("找指标、责任项、记录和名词", "法律援助")?;
    secretary.sees("法律援助联系")?;
    // What is out of use says so, and not that it was settled.
    secretary.goes_to("#/mechanism/task_lists")?;
    secretary.taps_link("一份清单 · 还没写名称")?;
    secretary.taps_button("不再用了")?;
    secretary.sees("起不再用")?;
    secretary.goes_to("#/mechanism/task_lists")?;
    secretary.unfolds_first("不再用的 1 份")?;
    secretary.takes_a_picture("list-out-of-use")?;
    secretary.sees_no("办结")
}
