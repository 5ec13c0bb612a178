//! What is done in the page between two starts (一个村): a village begins and answers, or the example
//! is looked at. The journeys in `tests/e2e` look closer; here it only has to leave data behind.

use anyhow::{Result, bail};
use serde_json::Value;
use std::time::{Duration, Instant};
use wuxing_browser::webdriver::Session;

const PATIENCE: Duration = Duration::from_secs(20);
const PAUSE: Duration = Duration::from_millis(100);
/// What the app does by itself after a start or a tap is done by then.
const MOMENT: Duration = Duration::from_millis(1_500);

// Each of these says whether it could be done yet.
const GOES_TO: &str = "window.location.hash = arguments[0]; return true;";
const PRESSES: &str = "\
const all = [...document.querySelectorAll('main button, main summary')];
const pressed = all.find((one) => one.innerText.trim().startsWith(arguments[0]));
pressed?.click();
return Boolean(pressed);";
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
const GOES_TO_ME: &str = "window.location.hash = '#/me'; return true;";
const CHOOSES_ELDER_MODE: &str = "\
const labels = [...document.querySelectorAll('label:has([role=switch])')];
const elder = labels.find((one) => one.innerText.includes('长辈模式'));
elder?.click();
return Boolean(elder);";
const BRINGS_INTO_USE: &str = "启用这套标准";
/// A table as a spreadsheet copies it.
const SCHEME: &str = include_str!("../../../tests/fixtures/schemes/hundred-marks.html");
const PASTES_SCHEME: &str = "\
const field = document.querySelector('main textarea');
if (!field) return false;
const clipboardData = new DataTransfer();
clipboardData.setData('text/html', arguments[0]);
field.dispatchEvent(
  new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
return true;";
const READS_PARTS: &str = "\
const links = [...document.querySelectorAll('main a')].map((one) => one.hash);
const parts = links.filter((one) => /assess\\/(basic|star)\\/|assess\\/extras/.test(one));
return parts.length > 0 ? [...new Set(parts)] : false;";
/// The first choice of every question that has none, and no veto; what counts itself is left.
const ANSWERS_WELL: &str = "\
const groups = Map.groupBy(document.querySelectorAll('main input[type=radio]'), (one) => one.name);
const open = [...groups.values()].filter((choices) => !choices.some((one) => one.checked));
open.forEach((choices) =>
  (choices.find((one) => one.labels[0]?.innerText.trim() === '没有') ?? choices[0]).click());
const counts = [...document.querySelectorAll('main button')];
counts.filter((one) => /都开了|没有扣分情形|都没有/.test(one.innerText)).forEach((one) => one.click());
return true;";
const CHOOSES_ENGLISH: &str = "\
const labels = [...document.querySelectorAll('label')];
const english = labels.find((one) => one.innerText.trim() === 'English');
english?.click();
return Boolean(english);";

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

/// Has a village judged by a standard of its own.
pub type UsesStandard = fn(&Session) -> Result<()>;

/// The standards of its own that a village may have: a copy of the built-in one, which has all that
/// it has, and the table of a county with points, which has no list of duties.
pub const OWN_STANDARDS: [UsesStandard; 2] = [uses_a_copy, uses_a_scheme];

fn uses_a_copy(session: &Session) -> Result<()> {
    goes_to(session, "#/standard/own")?;
    presses(session, "在自带标准上改")?;
    presses(session, BRINGS_INTO_USE)
}

fn uses_a_scheme(session: &Session) -> Result<()> {
    goes_to(session, "#/standard/own")?;
    does_with(session, PASTES_SCHEME, &[SCHEME.into()])?;
    presses(session, "识别这张表")?;
    presses(session, BRINGS_INTO_USE)
}

/// All that can be answered by a tap is answered, as somebody does with nothing to make good; hands
/// back the addresses of the parts.
///
/// # Errors
/// When there are no parts.
pub fn answers_everything(session: &Session) -> Result<Vec<String>> {
    goes_to(session, "#/assess")?;
    let parts = waits_for(session, READS_PARTS)?;
    let parts = parts.as_array().into_iter().flatten();
    let parts: Vec<String> = parts
        .filter_map(|one| Some(one.as_str()?.to_owned()))
        .collect();
    for part in &parts {
        goes_to(session, part)?;
        does(session, ANSWERS_WELL)?;
    }
    Ok(parts)
}

/// From now on the app is in 长辈模式.
///
/// # Errors
/// When the page of the settings does not offer it.
pub fn looks_in_elder_mode(session: &Session) -> Result<()> {
    does(session, GOES_TO_ME)?;
    does(session, CHOOSES_ELDER_MODE)
}

/// From now on the app is in English.
///
/// # Errors
/// When the page of the settings does not offer it.
pub fn reads_english(session: &Session) -> Result<()> {
    does(session, GOES_TO_ME)?;
    does(session, CHOOSES_ENGLISH)
}

/// Waits until the app has done what it does by itself.
fn lets_it_finish() {
    std::thread::sleep(MOMENT);
}

/// Runs a script until it answers something, and hands back what.
///
/// # Errors
/// When it does not.
pub fn waits_for(session: &Session, script: &str) -> Result<Value> {
    waits_for_with(session, script, &[])
}

fn waits_for_with(session: &Session, script: &str, told: &[Value]) -> Result<Value> {
    let begun = Instant::now();
    loop {
        let answer = session.execute(script, told)?;
        if !matches!(answer, Value::Null | Value::Bool(false)) {
            return Ok(answer);
        }
        if begun.elapsed() > PATIENCE {
            bail!("the page does not offer this:\n{script}");
        }
        std::thread::sleep(PAUSE);
    }
}

/// Goes to a page.
///
/// # Errors
/// When the browser does not.
pub fn goes_to(session: &Session, page: &str) -> Result<()> {
    does_with(session, GOES_TO, &[page.into()])
}

/// Presses the button, or opens the fold, whose words begin so.
///
/// # Errors
/// When the page does not come to have it.
pub fn presses(session: &Session, words: &str) -> Result<()> {
    does_with(session, PRESSES, &[words.into()])
}

/// Does something as soon as the page offers it, and lets the app finish.
///
/// # Errors
/// When the page does not come to offer it.
pub fn does(session: &Session, action: &str) -> Result<()> {
    does_with(session, action, &[])
}

/// As [`does`], with what the script is told.
///
/// # Errors
/// As for [`does`].
pub fn does_with(session: &Session, action: &str, told: &[Value]) -> Result<()> {
    waits_for_with(session, action, told)?;
    lets_it_finish();
    Ok(())
}
