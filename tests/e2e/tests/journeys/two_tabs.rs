//! The app is open in two tabs, as happens when a link is tapped twice.

use crate::branch::{A_BASIC, begins_a_village, goes_to_questions, is_told_that_it_is_saved};
use anyhow::{Result, ensure};
use serde_json::json;
use std::time::{Duration, SystemTime};
use wuxing_e2e::journey::{Journey, Stage};
use wuxing_e2e::person::Person;

/// The journeys of this file.
pub const JOURNEYS: &[Journey] = &[Journey::in_all(
    "two tabs: lose nothing",
    loses_nothing_in_two_tabs,
)];

/// Taps a choice at a given moment, without waiting for it here.
const TAP_AT: &str = "\
const [moment, question, choice] = arguments;
const radios = [...document.querySelectorAll('fieldset')]
  .map((group) => [...group.querySelectorAll('input[type=radio]')])
  .filter((radios) => radios.length > 0)[question];
setTimeout(() => radios[choice].click(), moment - Date.now());
";

/// Answers given in turn and at the same moment are all there, in both tabs and later.
fn loses_nothing_in_two_tabs(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    begins_a_village(&secretary)?;
    is_told_that_it_is_saved(&secretary)?;
    goes_to_questions(&secretary, A_BASIC)?;
    let (first, second) = secretary.opens_another_tab(&site.page(A_BASIC))?;
    goes_to_questions(&secretary, A_BASIC)?;

    let in_turn = [
        (&first, 0, 0),
        (&second, 1, 1),
        (&first, 2, 0),
        (&second, 0, 1),
    ];
    for (tab, question, choice) in in_turn {
        secretary.switches_to(tab)?;
        secretary.answers(question, choice)?;
        is_told_that_it_is_saved(&secretary)?;
    }
    sees_chosen_in_both(&secretary, &[&first, &second], &[Some(1), Some(1), Some(0)])?;

    for round in 0..5 {
        let moment = SystemTime::now() + Duration::from_millis(700);
        let moment = moment.duration_since(SystemTime::UNIX_EPOCH)?.as_millis();
        let moment = json!(u64::try_from(moment)?);
        // Never what is chosen already: that would take it back.
        let (one, other) = (round % 2, (round + 1) % 2);
        secretary.switches_to(&first)?;
        secretary.runs(TAP_AT, &[moment.clone(), json!(1), json!(one)])?;
        secretary.switches_to(&second)?;
        secretary.runs(TAP_AT, &[moment, json!(2), json!(other)])?;
        std::thread::sleep(Duration::from_millis(900));
        let expected = [Some(1), Some(one), Some(other)];
        sees_chosen_in_both(&secretary, &[&first, &second], &expected)?;
    }
    is_told_that_it_is_saved(&secretary)?;
    for tab in [&first, &second] {
        secretary.switches_to(tab)?;
        secretary.reloads()?;
        goes_to_questions(&secretary, A_BASIC)?;
    }
    sees_chosen_in_both(&secretary, &[&first, &second], &[Some(1), Some(0), Some(1)])
}

fn sees_chosen_in_both(
    secretary: &Person,
    tabs: &[&wuxing_e2e::webdriver::Tab],
    expected: &[Option<usize>],
) -> Result<()> {
    for (place, tab) in tabs.iter().enumerate() {
        secretary.switches_to(tab)?;
        let mut seen = Vec::new();
        let waited = secretary.waits("the answers of the other tab do not come", || {
            let questions = secretary.questions()?;
            seen = questions
                .iter()
                .take(expected.len())
                .map(|one| one.chosen)
                .collect();
            Ok(seen == expected)
        });
        ensure!(
            waited.is_ok(),
            "tab {place} shows {seen:?} and not {expected:?}"
        );
    }
    Ok(())
}
