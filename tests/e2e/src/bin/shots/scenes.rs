//! What no address shows (情形): what the user comes upon by doing something on a page, such as the
//! sheet of a meeting over the list, a file that was opened, a table that was pasted, or the folds
//! of a page.
//!
//! A scene is played on its page and its picture taken; none leaves anything behind that the next
//! one would show. Not here: the pages as they open (`routes`).

use anyhow::{Context, Result};
use wuxing_e2e::busy_branch;
use wuxing_e2e::person::Person;

/// What the user does, up to the moment of the picture.
pub struct Scene {
    /// The page on which it begins.
    pub route: &'static str,
    /// What it is called, in the name of its picture.
    pub name: &'static str,
    play: fn(&Person) -> Result<()>,
}

impl Scene {
    /// Opens the page and plays the scene on it.
    ///
    /// # Errors
    /// When something that is needed is not there.
    pub fn play(&self, person: &Person) -> Result<()> {
        person.goes_to(self.route)?;
        (self.play)(person).with_context(|| format!("{} on {}", self.name, self.route))
    }

    /// Its name on the sheet: the page and what was done there.
    pub fn title(&self) -> String {
        format!("{} ({})", self.route, self.name)
    }
}

const fn scene(route: &'static str, name: &'static str, play: fn(&Person) -> Result<()>) -> Scene {
    Scene { route, name, play }
}

/// All scenes. They are played in Chinese.
pub const SCENES: [Scene; 14] = [
    scene("#/assess/must", "unfolded", Person::unfolds_everything),
    scene(
        "#/assess/star/star_party",
        "unfolded",
        Person::unfolds_everything,
    ),
    scene("#/assess/extras", "unfolded", Person::unfolds_everything),
    scene("#/result", "unfolded", Person::unfolds_everything),
    scene("#/checklist", "unfolded", Person::unfolds_everything),
    scene("#/records", "unfolded", Person::unfolds_everything),
    scene("#/standard/local", "unfolded", Person::unfolds_everything),
    scene("#/me/data", "unfolded", Person::unfolds_everything),
    scene("#/", "add", |person| person.taps_button(ADD)),
    scene("#/checklist", "sheet", records_a_meeting),
    scene("#/me/backup", "sealed", seals),
    scene("#/me/import", "scanner", |person| {
        person.taps_button("扫二维码")
    }),
    scene("#/me/import", "preview", opens_a_file),
    scene("#/standard/own", "draft", pastes_a_table),
];

/// ＋ above the tabs.
const ADD: &str = "记会议、记问题";

/// A scheme as a word processor copies it.
const SCHEME: &str = include_str!("../../../../fixtures/schemes/weighted.tsv");

fn records_a_meeting(person: &Person) -> Result<()> {
    person.taps_button(ADD)?;
    person.taps_button("党员大会")?;
    person.sees_heading("党员大会 · 已记")?;
    person.puts("实到人数", "38")?;
    person.puts("赞成票", "36")
}

fn seals(person: &Person) -> Result<()> {
    person.ticks("加口令")
}

/// A file of this device: what it would change is shown before it does.
fn opens_a_file(person: &Person) -> Result<()> {
    let file = busy_branch::exported(person)?;
    person.goes_to("#/me/import")?;
    person.puts("或粘贴文字", &file.to_string())?;
    person.taps_button("打开这段文字")
}

fn pastes_a_table(person: &Person) -> Result<()> {
    person.pastes("在这里粘贴", SCHEME)?;
    person.sees("收到")?;
    person.taps_button("识别这张表")?;
    person.sees_heading("标准草稿")
}
