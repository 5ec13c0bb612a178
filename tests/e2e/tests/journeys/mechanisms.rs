//! The mechanisms of the source documents (`docs/mechanisms.md`): each one that the table calls
//! working is reached at the place that the table names, on the example of a type that has it.
//!
//! Not here: whether these places are in the packs, and the counts of the table, which tests of the
//! core hold.

use anyhow::{Context, Result, ensure};
use std::collections::BTreeSet;
use std::path::PathBuf;
use wuxing_e2e::journey::{Journey, Stage};
use wuxing_e2e::person::Person;

/// The journeys of this file, with their names.
pub const JOURNEYS: &[Journey] = &[Journey::in_chromium(
    "mechanisms: every working row is reached",
    every_working_row_is_reached,
)];

/// The types with an example, with the file of their pack and the question under which they are
/// chosen. The village comes first: it is what most know.
const TYPES: [(&str, &str, &str); 9] = [
    ("村", "village", "你的组织是哪一类？"),
    ("城市社区", "community", "你的组织是哪一类？"),
    ("机关", "office", "你的组织是哪一类？"),
    ("学校、医院等事业单位", "institution", "你的组织是哪一类？"),
    ("非公企业", "private_firm", "你的组织是哪一类？"),
    ("社会组织", "social_organization", "你的组织是哪一类？"),
    ("国有企业", "state_enterprise", "你的组织是哪一类？"),
    ("机关党组", "leading_group", "上级党组织"),
    ("镇（街道）党（工）委", "town_committee", "上级党组织"),
];

/// What the app says of something that the pack does not have.
const NOT_THERE: [&str; 3] = ["没有这一项", "现在的标准里没有这一项", "没有这一页"];

/// Fills one field of the card on the sheet, as somebody does who types: the first text or number,
/// or where there is none the first tick or choice. Returns what it filled, or nothing.
const FILLS_A_FIELD: &str = "\
const sheet = document.querySelector('[role=dialog], dialog[open]') ??
    document.querySelector('main');
const shown = (selector) => [...sheet.querySelectorAll(selector)].filter((one) =>
    one.checkVisibility({ checkVisibilityCSS: true, visibilityProperty: true }) && !one.disabled);
const field = shown('textarea, input[type=text], input[type=number], input:not([type])')[0];
if (field) {
    field.focus();
    const prototype = Object.getPrototypeOf(field);
    const text = field.inputMode === 'numeric' || field.type === 'number' ? '3' : '走查时填的一句';
    Object.getOwnPropertyDescriptor(prototype, 'value').set.call(field, text);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    return field.value;
}
const choice = shown('input[type=checkbox], input[type=radio], [role=radio], [role=checkbox]')[0];
if (choice) { choice.click(); return 'chosen'; }
return '';";

/// One place of the table: what it is, and the id or the address.
type Place = (String, String);

/// Every place of a working row is reached, and at a mechanism a field can be filled.
fn every_working_row_is_reached(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let person = stage.person()?;
    person.opens(&site.address())?;
    let mut left = places()?;
    ensure!(
        left.len() > 120,
        "the table names few places: {}",
        left.len()
    );
    for (kind, pack, group) in TYPES {
        let here = ids_of(pack)?;
        let found: Vec<Place> = left
            .iter()
            .filter(|(what, id)| what == "page" || here.contains(id))
            .cloned()
            .collect();
        if found.is_empty() {
            continue;
        }
        person.goes_to("#/start")?;
        if pack == "village" {
            person.taps_button("看示例")?;
        } else {
            person.taps_button_in(group, kind)?;
            person.taps_button(&format!("看示例（{kind}）"))?;
        }
        person.sees("这是虚构的示例")?;
        for (what, id) in found {
            reaches(&person, &what, &id).with_context(|| format!("{kind}: {what} {id}"))?;
            left.remove(&(what, id));
        }
        person.takes_a_picture(&format!("last-{pack}"))?;
        person.goes_to("#/")?;
        person.taps_button("删掉示例")?;
        person.sees("你的组织是哪一类？")?;
    }
    ensure!(left.is_empty(), "nobody has {left:?}");
    Ok(())
}

fn reaches(person: &Person, what: &str, id: &str) -> Result<()> {
    match what {
        "mechanism" => fills_a_card(person, id),
        "duty" => {
            stands_at(person, &format!("#/duty/{id}"), "责任人")?;
            person.goes_to("#/duties")?;
            person.sees_heading("设置责任清单")
        }
        "indicator" => stands_at(person, &format!("#/indicator/{id}"), "依据"),
        "star" => stands_at(person, &format!("#/assess/star/{id}"), "分"),
        "veto" | "bonus" => stands_at(person, "#/assess/extras", "加分"),
        "record" => stands_at(person, "#/records", "记录"),
        "page" => {
            person.goes_to(id)?;
            person.waits("the page has no heading", || {
                Ok(!person.names_of("heading")?.is_empty())
            })
        }
        other => anyhow::bail!("no such kind of place: {other}"),
    }
}

/// The page stands, says these words, and does not say that there is nothing.
fn stands_at(person: &Person, route: &str, words: &str) -> Result<()> {
    person.goes_to(route)?;
    person.sees(words)?;
    let text = person.main_text()?;
    let missing = NOT_THERE.iter().find(|missing| text.contains(**missing));
    ensure!(missing.is_none(), "{route} says {missing:?}");
    Ok(())
}

/// The mechanism opens a card, a field of it takes something, and the card is there afterwards.
fn fills_a_card(person: &Person, id: &str) -> Result<()> {
    let route = format!("#/mechanism/{id}");
    person.goes_to(&route)?;
    let opens = |name: &String| {
        name.starts_with('加') || name.starts_with("填 ") || name.starts_with("看 ")
    };
    let mut button = None;
    person.waits("no card can be begun", || {
        button = person.names_of("button")?.into_iter().find(opens);
        Ok(button.is_some())
    })?;
    let button = button.unwrap_or_default();
    person.taps_button(&button)?;
    let mut filled = String::new();
    person.waits("nothing on the card can be filled in", || {
        if let Some(text) = person.runs(FILLS_A_FIELD, &[])?.as_str() {
            filled = text.to_owned();
        }
        if filled.is_empty() {
            // Rows alone: one is added first.
            let add = person.names_of("button")?;
            let mut add = add.into_iter().filter(|name| name.starts_with('加'));
            if let Some(add) = add.next_back() {
                person.taps_button(&add)?;
            }
        }
        Ok(!filled.is_empty())
    })?;
    let done = person.names_of("button")?;
    if done.iter().any(|name| name == "好了") {
        person.taps_button("好了")?;
    }
    person.goes_to(&route)?;
    person.waits("the card is not there", || {
        let links = person.addresses()?;
        let text = person.main_text()?;
        Ok(links.iter().any(|one| one.contains("#/card/")) && !text.contains(NOT_THERE[1]))
    })
}

/// The places of all rows that the table calls working.
fn places() -> Result<BTreeSet<Place>> {
    let table = std::fs::read_to_string(repository().join("docs/mechanisms.md"))?;
    let rows = table.lines();
    let rows = rows.filter(|line| line.starts_with("| M") || line.starts_with("| A"));
    let working = rows.filter(|line| line.trim_end().ends_with("| works |"));
    let mut found = BTreeSet::new();
    for row in working {
        let place = row.split('|').nth(4).unwrap_or_default();
        for one in place.split(';') {
            let (what, id) = one.trim().split_once(' ').with_context(|| row.to_owned())?;
            found.insert((what.to_owned(), id.trim_matches('`').to_owned()));
        }
    }
    Ok(found)
}

/// The ids that stand in the files of a pack.
fn ids_of(pack: &str) -> Result<BTreeSet<String>> {
    let standards = repository().join("standards");
    let own = std::fs::read_to_string(standards.join(format!("{pack}.json")))?;
    let file: serde_json::Value = serde_json::from_str(&own)?;
    let names = |member: &str| -> Vec<String> {
        let names = file[member].as_array().into_iter().flatten();
        let names = names.filter_map(serde_json::Value::as_str);
        names.map(str::to_owned).collect()
    };
    let mut found = BTreeSet::new();
    let mut texts = vec![own.clone()];
    // A register of rules has ids as well, which are no places.
    let fragments = names("extends").into_iter().chain(names("later"));
    for name in fragments.filter(|name| !name.starts_with("rules")) {
        let in_folder = |folder: &str| standards.join(folder).join(format!("{name}.json"));
        let path = ["shared", "later"]
            .map(in_folder)
            .into_iter()
            .find(|path| path.exists());
        texts.push(std::fs::read_to_string(
            path.with_context(|| name.clone())?,
        )?);
    }
    for text in texts {
        let value: serde_json::Value = serde_json::from_str(&text)?;
        collect(&value, &mut found);
    }
    let only = names("only");
    if !only.is_empty() {
        found.retain(|id| only.contains(id));
    }
    Ok(found)
}

/// Collects every `id` and `key` outside of the rules.
fn collect(value: &serde_json::Value, found: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::Object(members) => {
            for (name, member) in members {
                match (name.as_str(), member.as_str()) {
                    ("id" | "key", Some(id)) => drop(found.insert(id.to_owned())),
                    ("rules" | "examples", _) => {}
                    _ => collect(member, found),
                }
            }
        }
        serde_json::Value::Array(elements) => elements.iter().for_each(|one| collect(one, found)),
        _ => {}
    }
}

fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}
