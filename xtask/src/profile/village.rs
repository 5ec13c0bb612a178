//! What is done in the page between two starts (一个村): a village begins and answers, or the example
//! is looked at. The journeys in `tests/e2e` look closer; here it only has to leave data behind.

use anyhow::{Result, bail};
use std::time::{Duration, Instant};
use wuxing_browser::webdriver::Session;

const PATIENCE: Duration = Duration::from_secs(20);
const PAUSE: Duration = Duration::from_millis(100);
/// What the app does by itself after a start or a tap is done by then.
const MOMENT: Duration = Duration::from_millis(1_500);

// Each of these says whether it could be done yet.
const TAPS_VILLAGE: &str = "\
const buttons = [...document.querySelectorAll('main button')];
const choice = buttons.find((one) => one.textContent.trim().startsWith('村'));
choice?.click();
return Boolean(choice);";
const NAMES_AND_BEGINS: &str = "\
const named = (tag, name) =>
  [...document.querySelectorAll(tag)].find((one) => one.innerText.includes(name));
const [label, begin] = [named('label', '组织名称'), named('button', '开始自评')];
if (!label?.control || !begin) return false;
label.control.value = '红旗村党总支';
label.control.dispatchEvent(new Event('input', { bubbles: true }));
label.control.dispatchEvent(new Event('change', { bubbles: true }));
begin.click();
return true;";
const GOES_TO_A_BASIC: &str = "window.location.hash = '#/assess/basic/basic_org'; return true;";
const ANSWERS_ALL_WAYS: &str = "\
const groups = Map.groupBy(document.querySelectorAll('main input[type=radio]'), (one) => one.name);
[...groups.values()].forEach((choices, place) => choices[place % choices.length].click());
return groups.size > 0;";
const GOES_TO_MEETINGS: &str =
    "window.location.hash = '#/assess/basic/basic_activity'; return true;";
const COUNTS_ONE: &str = "\
const count = document.querySelector('main [aria-label*=\"加一次\"]')
  ?? [...document.querySelectorAll('main button')].find((one) => one.innerText.includes('都开了'));
count?.click();
return Boolean(count);";
const SEES_EXAMPLE: &str = "\
const buttons = [...document.querySelectorAll('button')];
const example = buttons.find((one) => one.innerText.includes('看示例'));
example?.click();
return Boolean(example);";

/// On the very first page: a village begins, gives answers of every kind and counts a meeting.
///
/// # Errors
/// When the page does not come to offer that.
pub fn begins_and_answers(session: &Session) -> Result<()> {
    for action in [
        TAPS_VILLAGE,
        NAMES_AND_BEGINS,
        GOES_TO_A_BASIC,
        ANSWERS_ALL_WAYS,
        GOES_TO_MEETINGS,
        COUNTS_ONE,
    ] {
        does(session, action)?;
    }
    Ok(())
}

/// On the very first page: the example village is looked at.
///
/// # Errors
/// When the page does not come to offer that.
pub fn sees_example(session: &Session) -> Result<()> {
    does(session, SEES_EXAMPLE)
}

/// Waits until the app has done what it does by itself.
pub fn lets_it_finish() {
    std::thread::sleep(MOMENT);
}

fn does(session: &Session, action: &str) -> Result<()> {
    let begun = Instant::now();
    while session.execute(action, &[])? != true {
        if begun.elapsed() > PATIENCE {
            bail!("the page does not offer this:\n{action}");
        }
        std::thread::sleep(PAUSE);
    }
    lets_it_finish();
    Ok(())
}
