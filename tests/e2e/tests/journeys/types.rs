//! The types of organisations (组织类型): each sees its own duties and mechanisms, and none of the
//! others'; those that lead others are asked nothing.

use crate::branch::WHAT_KIND;
use anyhow::{Result, ensure};
use std::collections::BTreeMap;
use wuxing_e2e::journey::{Journey, Stage};
use wuxing_e2e::person::Person;

/// The journeys of this file.
pub const JOURNEYS: &[Journey] = &[
    Journey::in_chromium("types: each has its own lists", each_has_its_own_lists),
    Journey::in_chromium("types: those above keep a list", those_above_keep_a_list),
];

/// Mechanisms that some types have and others do not, and whose they are.
const OF_SOME: [(&str, &[&str]); 8] = [
    ("四议两公开", &["村"]),
    ("三会共治", &["城市社区"]),
    ("需求清单", &["城市社区"]),
    ("资源清单", &["城市社区"]),
    ("项目清单", &["城市社区"]),
    ("重点工作“六同”", &["机关"]),
    ("事项准入", &["村", "城市社区"]),
    (
        "重点工作“四同”",
        &[
            "村",
            "城市社区",
            "学校、医院等事业单位",
            "国有企业",
            "非公企业",
            "社会组织",
        ],
    ),
];

/// The seven types, as they are offered.
const KINDS: [&str; 7] = [
    "村",
    "城市社区",
    "机关",
    "国有企业",
    "学校、医院等事业单位",
    "非公企业",
    "社会组织",
];

/// Those that lead others, with what their list begins with and what it says of itself.
const LEADING: [(&str, &str, &str); 2] = [
    ("机关党组", "书记负第一责任", "党组不查五基"),
    (
        "镇（街道）党（工）委",
        "书记负总责",
        "镇（街道）党（工）委不查五基",
    ),
];

/// Mechanisms that all of them have.
const OF_ALL: [&str; 4] = [
    "发展党员 25 步",
    "创新项目",
    "双领办双推进双考评",
    "薄弱信号自查",
];

/// Each is begun in turn, and its lists are read.
fn each_has_its_own_lists(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let person = stage.person()?;
    person.opens(&site.address())?;
    person.sees_heading("五基五星自评")?;
    chooses_with_the_keyboard(&person)?;
    let mut lists: BTreeMap<Vec<String>, String> = BTreeMap::new();
    for (place, kind) in KINDS.into_iter().enumerate() {
        if place > 0 {
            person.goes_to("#/start")?;
        }
        person.taps_button_in(WHAT_KIND, kind)?;
        person.writes("组织名称", &format!("{kind}一支部"))?;
        person.writes("正式党员数", "12")?;
        person.chooses("设支委会吗", "设支委会")?;
        person.taps_button("开始自评")?;
        person.sees_heading("自评")?;
        has_its_mechanisms(&person, kind)?;
        let duties = duties(&person)?;
        ensure!(duties.len() > 30, "{kind} has few duties: {duties:?}");
        if let Some(other) = lists.insert(duties, kind.to_owned()) {
            anyhow::bail!("{kind} has the same duties as {other}");
        }
        person.takes_a_picture(&format!("type-{place}"))?;
    }
    Ok(())
}

/// A leading group and the committee of a town have a list of responsibilities with the levels
/// below, and a kind of responsibility where a source says it; nothing of a branch is asked of
/// them.
fn those_above_keep_a_list(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let person = stage.person()?;
    person.opens(&site.address())?;
    for (kind, duty, said) in LEADING {
        person.goes_to("#/start")?;
        person.taps_button_in("上级党组织", kind)?;
        person.writes("组织名称", &format!("{kind}一个"))?;
        person.sees_no("正式党员数")?;
        person.taps_button("开始")?;
        person.sees_heading("清单")?;
        person.goes_to("#/duties")?;
        let duties = duties(&person)?;
        let has = |what: &str| duties.iter().any(|one| one.starts_with(what));
        ensure!(has(duty), "{kind} lacks 「{duty}」: {duties:?}");
        for branch in ["党员大会", "按步骤发展党员", "收缴党费"] {
            ensure!(!has(branch), "{kind} is asked 「{branch}」");
        }
        person.takes_a_picture("duties")?;
        for page in ["#/assess", "#/result"] {
            person.goes_to(page)?;
            person.sees(said)?;
            person.sees_no("五基达标")?;
        }
        person.taps_link("看责任清单")?;
        person.sees_heading("清单")?;
        person.goes_to("#/")?;
        person.sees("只有责任清单")?;
        person.takes_a_picture("home")?;
    }
    // What a source says stands, and what none says can be told.
    person.goes_to("#/start")?;
    person.taps_button_in("上级党组织", LEADING[0].0)?;
    person.taps_button("开始")?;
    person.goes_to("#/duty/GP1")?;
    person.sees("书记（第一责任）")?;
    person.goes_to("#/duty/GP8")?;
    person.picks("哪种责任", "领导责任")?;
    person.goes_to("#/duties")?;
    person.unfolds_everything()?;
    person.sees("书记（领导责任）")
}

/// The arrow keys choose nothing, so that each type can be reached without a finger; when one is
/// chosen, the focus goes on with her.
fn chooses_with_the_keyboard(person: &Person) -> Result<()> {
    let focused = "const one = document.activeElement; return one.innerText.split('\\n')[0];";
    let press = "const types = [...document.querySelectorAll('[role=group] button')];
         types[0].focus();
         types[0].dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
         types[3].focus();
         return types.length;";
    let offered = person.runs(press, &[])?;
    let all = KINDS.len() + LEADING.len();
    ensure!(offered == all, "there are nine types: {offered}");
    let here = person.runs(focused, &[])?;
    ensure!(here == KINDS[3], "the fourth can have the focus: {here}");
    person.taps_button_in(WHAT_KIND, KINDS[3])?;
    person.sees("组织情况 · 国有企业")?;
    let here = person.runs(focused, &[])?;
    ensure!(
        here == "组织情况 · 国有企业",
        "the focus went on with her: {here}"
    );
    person.taps_button("上一步")?;
    person.sees(WHAT_KIND)
}

fn has_its_mechanisms(person: &Person, kind: &str) -> Result<()> {
    person.goes_to("#/checklist/more")?;
    person.sees_heading("更多工作机制")?;
    person.unfolds_everything()?;
    let text = person.main_text()?;
    for (name, whose) in OF_SOME {
        let (found, expected) = (text.contains(name), whose.contains(&kind));
        ensure!(
            found == expected,
            "「{name}」 and {kind}: {found}, in {text}"
        );
    }
    for name in OF_ALL {
        ensure!(text.contains(name), "{kind} lacks 「{name}」: {text}");
    }
    Ok(())
}

/// The titles of all duties, on or off.
fn duties(person: &Person) -> Result<Vec<String>> {
    person.goes_to("#/duties")?;
    person.sees_heading("设置责任清单")?;
    person.unfolds_everything()?;
    person.names_of("checkbox")
}
