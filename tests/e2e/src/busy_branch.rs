//! A branch with a busy year, brought into the app as a person would bring it: by importing a file.
//!
//! Not here: what happens in that year (`busy_year`).

use crate::busy_year::{self, Kind};
use crate::patience::{LONG, Look, wait_for};
use crate::person::Person;
use anyhow::{Context, Result};
use serde_json::Value;

/// A name as long as some are.
pub const NAME: &str = "江阴市徐霞客镇红旗村与东方社区联合党委第一网格党支部（含共建单位）";

/// Begins a branch in which this year is a busy one.
///
/// # Errors
/// When a page does not come or the file is not taken.
pub fn begins(person: &Person, address: &str, kind: &Kind) -> Result<()> {
    person.opens(address)?;
    let year = person.runs("return new Date().getFullYear();", &[])?;
    let year = i32::try_from(year.as_i64().context("a year")?)?;
    person.taps_button_in("你的组织是哪一类？", kind.words)?;
    person.writes("组织名称", NAME)?;
    person.writes("正式党员数", "44")?;
    person.writes("党员总数", "46")?;
    person.writes("党小组数", "4")?;
    person.chooses("设支委会吗", "设支委会")?;
    person.taps_button("开始自评")?;
    person.sees_heading("自评")?;
    let mut file = exported(person)?;
    busy_year::add_to(&mut file, year, kind)?;
    imports(person, &file.to_string())
}

/// Everything that would go out, as a file.
///
/// # Errors
/// When the page does not come.
pub fn exported(person: &Person) -> Result<Value> {
    person.goes_to("#/me/backup")?;
    person.taps_button("预览要发的内容")?;
    let text = person.reads_field("会发出的内容")?;
    serde_json::from_str(&text).context("what goes out is JSON")
}

/// Imports a text, having looked at what it changes.
///
/// # Errors
/// When it is not taken.
pub fn imports(person: &Person, text: &str) -> Result<()> {
    person.goes_to("#/me/import")?;
    person.puts("或粘贴文字", text)?;
    takes_over(person)
}

/// Opens the text that was pasted, looks at what it changes, and imports it.
///
/// # Errors
/// When it is not taken.
pub fn takes_over(person: &Person) -> Result<()> {
    person.taps_button("打开这段文字")?;
    person.sees_heading("导入预览")?;
    person.taps_button("导入")?;
    // Some dozens of pages are written, each twice, on a machine that is slowed down.
    wait_for(LONG, || {
        Ok(if person.reads("导入好了")? {
            Look::Found(())
        } else {
            Look::NotYet("the file is not taken".to_owned())
        })
    })
}
