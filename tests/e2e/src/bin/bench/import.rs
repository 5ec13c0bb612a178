//! How long a large backup takes to come in (导入): a hundred organisations of forty periods each,
//! from the choice of the file to its preview, and from the tap on 「导入」 until it is said what
//! became of it; and for how long the page answers nothing meanwhile.
//!
//! The processor is as fast as it is: nobody keeps forty years of a hundred branches on a phone.
//! Not here: what the times are held against (`report`).

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use wuxing_e2e::busy_branch::exported;
use wuxing_e2e::person::Person;
use wuxing_e2e::programs::{Engine, Programs};
use wuxing_e2e::site::Site;

use crate::starts::sees_the_example;

/// How many organisations are in the file.
pub const ORGANIZATIONS: usize = 100;

/// How many periods each of them has.
pub const PERIODS: usize = 40;

/// How large the file becomes, in bytes, give or take an answer in each period.
const SIZE: usize = 13_000_000;

/// The quarter after the last one.
const AFTER_THE_LAST: usize = 4 * 2026;

/// How long one step may take.
const PATIENCE: Duration = Duration::from_secs(180);

/// From now on every task over 50 ms is noted, and when one of these words stands on the page in a
/// heading or a message, that moment, once it is painted.
const NOTE: &str = "\
const words = arguments[0];
window.benchBegan = null;
window.benchCame = null;
window.benchTasks = [];
window.benchTaskWatch ??= new PerformanceObserver((list) => {
  window.benchTasks.push(...list.getEntries().map((task) => task.duration));
});
window.benchTaskWatch.observe({ type: 'longtask' });
const begin = (event) => { window.benchBegan ??= event.timeStamp; };
addEventListener('change', begin, { capture: true, once: true });
addEventListener('click', begin, { capture: true, once: true });
const places = 'main h1, main h2, main h3, main [role=alert], main [role=status], main .notice';
const watch = new MutationObserver(() => {
  const text = [...document.querySelectorAll(places)].map((one) => one.textContent).join(' ');
  const found = words.find((word) => text.includes(word));
  if (!found) return;
  watch.disconnect();
  requestAnimationFrame(() => requestAnimationFrame(() => {
    window.benchCame = [performance.now() - window.benchBegan, found];
  }));
});
const everything = { childList: true, characterData: true, subtree: true };
watch.observe(document.querySelector('main'), everything);
";

const LOOK: &str = "return [window.benchCame, Math.max(0, ...window.benchTasks)];";

const PREVIEW: &str = "导入预览";
const DONE: &str = "导入好了";
const REFUSED: &str = "没有导入";

/// What a step came to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Step {
    /// How long it took.
    pub seconds: f64,
    /// The longest time for which the page answered nothing, in milliseconds.
    pub longest_task: f64,
}

/// What the import of a large file came to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Import {
    /// The size of the file.
    pub bytes: usize,
    /// Until its preview stood.
    pub preview: Step,
    /// Until it was said what became of it.
    pub import: Step,
    /// Whether it was taken over; a browser may have no room for it.
    pub is_taken: bool,
}

/// Imports a large file on a device where nothing was entered.
///
/// # Errors
/// When a page does not come up.
pub fn measure(programs: &Programs) -> Result<Import> {
    let site = Site::serve_compressed(&programs.site)?;
    let text = large_file(&an_example(programs, &site)?)?;
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("large.json");
    std::fs::write(&file, &text)?;
    let person = Person::new(Engine::Chromium, programs, "bench")?;
    person.opens(&site.address())?;
    person.goes_to("#/me/import")?;
    person.runs(NOTE, &[json!([PREVIEW])])?;
    person.chooses_file("选择文件", &file)?;
    let (preview, _) = waits(&person)?;
    person.runs(NOTE, &[json!([DONE, REFUSED])])?;
    person.taps_button("导入")?;
    let (import, word) = waits(&person)?;
    Ok(Import {
        bytes: text.len(),
        preview,
        import,
        is_taken: word == DONE,
    })
}

/// A page that is at work answers nothing, not even a driver: that is no error here.
fn waits(person: &Person) -> Result<(Step, String)> {
    let started = Instant::now();
    while started.elapsed() < PATIENCE {
        std::thread::sleep(Duration::from_millis(500));
        let Ok(answer) = person.runs(LOOK, &[]) else {
            continue;
        };
        if let Some(milliseconds) = answer[0][0].as_f64() {
            let step = Step {
                seconds: milliseconds / 1_000.0,
                longest_task: answer[1].as_f64().unwrap_or(0.0),
            };
            let word = answer[0][1].as_str().unwrap_or_default();
            return Ok((step, word.to_owned()));
        }
    }
    bail!("an import does not come to its end")
}

/// A backup with the example village in it.
fn an_example(programs: &Programs, site: &Site) -> Result<Value> {
    let person = Person::new(Engine::Chromium, programs, "bench")?;
    sees_the_example(&person, &site.address())?;
    exported(&person)
}

/// Makes many organisations of one, each with as many answers as the size of the file allows.
fn large_file(example: &Value) -> Result<String> {
    let organization = example.pointer("/payload/organizations/0");
    let organization = organization.context("the example has an organisation")?;
    let assessments = example.pointer("/payload/assessments");
    let fullest = assessments.and_then(Value::as_array).and_then(|all| {
        all.iter()
            .max_by_key(|one| one["answers"].as_object().map_or(0, serde_json::Map::len))
    });
    let mut assessment = fullest.context("the example has an assessment")?.clone();
    let mut bare = assessment.clone();
    bare["answers"] = json!({});
    let mut room = (SIZE / (ORGANIZATIONS * PERIODS)).saturating_sub(bare.to_string().len());
    if let Some(answers) = assessment["answers"].as_object_mut() {
        answers.retain(|id, answer| {
            let needed = id.len() + answer.to_string().len() + 4;
            let fits = needed <= room;
            room = room.saturating_sub(needed);
            fits
        });
    }
    let mut file = example.clone();
    let (mut organizations, mut periods) = (Vec::new(), Vec::new());
    for number in 0..ORGANIZATIONS {
        let mut one = organization.clone();
        one["id"] = json!(id(number));
        one["name"] = json!(format!("第 {} 村党支部", number + 1));
        // An example of the app's own would be put aside for what a person has entered.
        one.as_object_mut().map(|one| one.remove("example"));
        for period in 0..PERIODS {
            let quarter = AFTER_THE_LAST - period;
            let mut held = assessment.clone();
            held["id"] = json!(id(ORGANIZATIONS + number * PERIODS + period));
            held["organization"] = one["id"].clone();
            held["period"] = json!(format!("{}Q{}", (quarter - 1) / 4, (quarter - 1) % 4 + 1));
            periods.push(held);
        }
        organizations.push(one);
    }
    file["payload"] = json!({"organizations": organizations, "assessments": periods});
    // It would no longer fit, and nothing has to have one.
    file.as_object_mut()
        .context("an envelope")?
        .remove("sha256");
    Ok(file.to_string())
}

/// An id as the app makes them.
fn id(number: usize) -> String {
    format!("019c1a70-0001-7000-8000-{number:012x}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_file_is_as_large_as_it_is_called() {
        let answers: serde_json::Map<String, Value> = (0..200)
            .map(|number| {
                let answer =
                    json!({"value": {"verdict": "met"}, "changed_at": 1_770_000_000_000_i64});
                (format!("ORG-{number:03}"), answer)
            })
            .collect();
        let example = json!({"format": "wuxing", "sha256": "a", "payload": {
            "organizations": [{"id": "a", "name": "b", "example": true}],
            "assessments": [{"id": "c", "answers": {}}, {"id": "d", "answers": answers}],
        }});
        let text = large_file(&example).unwrap();
        let file: Value = serde_json::from_str(&text).unwrap();
        assert!(
            (12_500_000..13_500_000).contains(&text.len()),
            "{}",
            text.len()
        );
        let assessments = file["payload"]["assessments"].as_array().unwrap();
        assert_eq!(assessments.len(), ORGANIZATIONS * PERIODS);
        let ids: BTreeSet<_> = assessments.iter().map(|one| one["id"].as_str()).collect();
        assert_eq!(ids.len(), assessments.len());
        assert_eq!(assessments[0]["period"], "2025Q4");
        assert_eq!(assessments[PERIODS - 1]["period"], "2016Q1");
        assert!(file["payload"]["organizations"][0].get("example").is_none());
        assert!(file.get("sha256").is_none());
    }
}
