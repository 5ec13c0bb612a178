//! How long a tap takes until it is painted (点按), with everything that follows from it: the answer
//! is kept and the result is worked out anew.
//!
//! Not here: what the times are held against (`report`).

use crate::Beside;
use crate::page::slow_down;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::time::Duration;
use wuxing_e2e::person::Person;
use wuxing_e2e::webdriver::Element;

/// How many taps are measured on each page.
pub const TAPS: usize = 20;

/// Whatever a page does after it was opened or tapped is over by then.
const SETTLED: Duration = Duration::from_millis(600);

/// From the tap, as the browser took note of it, to the frame after the one that was painted with
/// what the tap brought about: the second frame begins when the first is painted.
pub const NOTE_NEXT_TAP: &str = "\
window.benchTap = null;
addEventListener('click', (event) => {
  requestAnimationFrame(() => requestAnimationFrame(() => {
    window.benchTap = performance.now() - event.timeStamp;
  }));
}, { capture: true, once: true });
";

/// The label of a choice that is not chosen, in the question whose turn it is.
const TARGET: &str = "\
const questions = [...document.querySelectorAll('fieldset, [role=radiogroup], [role=group]')]
  .filter((one) => one.checkVisibility())
  .map((one) => [...one.querySelectorAll('input[type=radio]')])
  .filter((radios) => radios.length > 1);
const radios = questions[arguments[0] % questions.length] ?? [];
const chosen = radios.findIndex((radio) => radio.checked);
const radio = radios[(chosen + 1) % radios.length];
const target = radio?.closest('label') ?? radio?.labels[0] ?? radio ?? null;
target?.scrollIntoView({ block: 'center', behavior: 'instant' });
return [target, radio ?? null];
";

/// Measures the taps, one on each page in turn. The person with the app is taken to the must-items.
///
/// # Errors
/// When there is nothing to tap, or a tap chooses nothing.
pub fn measure(pages: &Beside<Person>) -> Result<Beside<Vec<f64>>> {
    pages.app.goes_to("#/assess/must")?;
    std::thread::sleep(SETTLED);
    pages.app.unfolds_answered()?;
    for person in pages.all() {
        slow_down(person)?;
    }
    let mut times = Beside::<Vec<f64>>::default();
    for turn in 0..TAPS {
        times.app.push(tap(&pages.app, turn)?);
        times.floor.push(tap(&pages.floor, turn)?);
        // What somebody else's page makes of its radio buttons cannot be known beforehand.
        let of_the_peer = pages.peer.as_ref().map(|peer| tap(peer, turn));
        if let Some(Ok(time)) = of_the_peer {
            times.peer.get_or_insert_default().push(time);
        }
    }
    Ok(times)
}

fn tap(person: &Person, turn: usize) -> Result<f64> {
    let found = person.runs(TARGET, &[json!(turn)])?;
    let target = Element::of(&found[0]).context("there is nothing to tap")?;
    person.runs(NOTE_NEXT_TAP, &[])?;
    std::thread::sleep(SETTLED);
    person.browser.session.tap(&target)?;
    std::thread::sleep(SETTLED);
    let answer = person.runs(
        "return [window.benchTap, arguments[0].checked];",
        &[found[1].clone()],
    )?;
    anyhow::ensure!(answer[1] == Value::Bool(true), "a tap chose nothing");
    answer[0].as_f64().context("a tap was not painted")
}
