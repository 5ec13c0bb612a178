//! What a busy year of a village costs (忙的一年): the room it takes, how long a tap on the checklist
//! takes and how much it writes.
//!
//! Not here: what happens in that year (`busy_year`), how long the app takes to open with it
//! (`starts`), and what the figures are held against (`report`).

use crate::page::slow_down;
use crate::taps::NOTE_NEXT_TAP;
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::time::Duration;
use wuxing_e2e::busy_branch;
use wuxing_e2e::busy_year::VILLAGE;
use wuxing_e2e::person::Person;
use wuxing_e2e::programs::{Engine, Programs};
use wuxing_e2e::site::Site;
use wuxing_e2e::webdriver::Element;

/// How many records are made by a tap, one after the other.
pub const RECORDS: usize = 10;

/// Whatever a page does after it was opened or tapped is over by then.
const SETTLED: Duration = Duration::from_millis(900);

/// Characters of all that the app keeps in localStorage. A document is written into two slots in
/// turn, and one that came by an import has filled one of them so far: it counts twice.
const CHARACTERS: &str = "\
let characters = 0;
const slots = {};
for (const key of Object.keys(localStorage).filter((key) => key.startsWith('wuxing:'))) {
  const length = key.length + localStorage.getItem(key).length;
  characters += length;
  const slot = /^wuxing:slot:(.*):[ab]$/.exec(key);
  if (slot) (slots[slot[1]] ??= []).push(length);
}
for (const lengths of Object.values(slots)) if (lengths.length === 1) characters += lengths[0];
return [characters, Object.keys(slots).length];
";

/// From now on what is written is counted in bytes of UTF-8.
const COUNT_BYTES: &str = "\
window.benchBytes = 0;
if (!window.benchWrite) {
  window.benchWrite = Storage.prototype.setItem;
  Storage.prototype.setItem = function (key, value) {
    window.benchBytes += new TextEncoder().encode(key + value).length;
    return window.benchWrite.call(this, key, value);
  };
}
";

/// The first button that makes a record.
const TARGET: &str = "\
const button = [...document.querySelectorAll('main button')]
  .find((one) => one.checkVisibility() && /^(记一次|补记|做完了)/.test(one.innerText.trim()));
button?.scrollIntoView({ block: 'center', behavior: 'instant' });
return button ?? null;
";

/// Leaves the sheet in which a meeting is entered, which lies over the next button.
const LEAVE_SHEET: &str = "document.querySelector('dialog[open] .sheet-close')?.click();";

/// What a busy year costs.
#[derive(Clone, Debug, Default)]
pub struct BusyYear {
    /// Characters of localStorage once both slots of every document are written.
    pub characters: u64,
    /// How many documents they are.
    pub documents: u64,
    /// How long each tap took that made a record, in milliseconds.
    pub taps: Vec<f64>,
    /// How many bytes each of them wrote.
    pub bytes: Vec<u64>,
}

/// Has a village live through a busy year, and measures.
///
/// # Errors
/// When a page does not come up, or a tap records nothing.
pub fn measure(programs: &Programs) -> Result<BusyYear> {
    let site = Site::serve_compressed(&programs.site)?;
    let person = Person::new(Engine::Chromium, programs, "bench")?;
    busy_branch::begins(&person, &site.address(), &VILLAGE)?;
    let answer = person.runs(CHARACTERS, &[])?;
    let mut busy = BusyYear {
        characters: answer[0].as_u64().context("a number of characters")?,
        documents: answer[1].as_u64().context("a number of documents")?,
        ..BusyYear::default()
    };
    // A browser that has just begun all this is not yet at rest.
    person.reloads()?;
    for _ in 0..RECORDS {
        let (time, bytes) = tap(&person)?;
        busy.taps.push(time);
        busy.bytes.push(bytes);
    }
    Ok(busy)
}

fn tap(person: &Person) -> Result<(f64, u64)> {
    person.goes_to("#/checklist")?;
    slow_down(person)?;
    std::thread::sleep(SETTLED);
    let target = Element::of(&person.runs(TARGET, &[])?);
    let target = target.context("nothing on the checklist can be recorded")?;
    person.runs(COUNT_BYTES, &[])?;
    person.runs(NOTE_NEXT_TAP, &[])?;
    person.browser.session.tap(&target)?;
    std::thread::sleep(SETTLED);
    let answer = person.runs("return [window.benchTap, window.benchBytes];", &[])?;
    person.runs(LEAVE_SHEET, &[])?;
    std::thread::sleep(SETTLED);
    let bytes = answer[1].as_u64().context("a number of bytes")?;
    ensure!(bytes > 0, "a tap recorded nothing");
    match &answer[0] {
        Value::Null => anyhow::bail!("a tap was not painted"),
        time => Ok((time.as_f64().context("a time")?, bytes)),
    }
}
