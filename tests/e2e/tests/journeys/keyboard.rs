//! From the first start to the result without a pointer, and without an address that is typed:
//! every step is reached and done with the keyboard alone.

use anyhow::{Result, bail, ensure};
use wuxing_e2e::journey::{Journey, Stage};
use wuxing_e2e::person::Person;

/// The journeys of this file.
pub const JOURNEYS: &[Journey] = &[Journey::in_chromium(
    "keyboard: from the start to the result",
    goes_from_the_start_to_the_result,
)];

/// Keys as WebDriver names them.
const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";
const SPACE: &str = " ";

/// More than there are places for the focus on any page.
const MOST_STEPS: usize = 160;

/// What has the focus: what it says, or what its label says.
const FOCUSED: &str = "\
const one = document.activeElement;
const label = one.getAttribute('aria-label') ?? one.labels?.[0]?.innerText ?? one.innerText ?? '';
return label.trim().split('\\n')[0];";

/// Whether a choice has the focus in whose question nothing is chosen yet.
const IS_OPEN_QUESTION: &str = "\
const one = document.activeElement;
return one.type === 'radio' && !document.querySelector(`input[name=\"${one.name}\"]:checked`);";

/// A village is begun, questions are answered, and the result is opened.
fn goes_from_the_start_to_the_result(stage: &Stage) -> Result<()> {
    let site = stage.site()?;
    let secretary = stage.person()?;
    secretary.opens(&site.address())?;
    goes_to(&secretary, "村")?;
    secretary.presses(ENTER)?;
    secretary.sees("组织情况 · 村")?;
    goes_to(&secretary, "开始自评")?;
    secretary.presses(ENTER)?;
    secretary.sees_heading("自评")?;
    goes_to(&secretary, "基本组织")?;
    secretary.presses(ENTER)?;
    secretary.sees_heading("基本组织")?;
    answers(&secretary, 3)?;
    goes_to(&secretary, "自评")?;
    secretary.presses(ENTER)?;
    secretary.sees_heading("自评")?;
    goes_to(&secretary, "看结果")?;
    secretary.presses(ENTER)?;
    secretary.sees_heading("结果")
}

/// Moves the focus on until what has it begins with these words.
fn goes_to(secretary: &Person, words: &str) -> Result<()> {
    let mut passed = Vec::new();
    for _ in 0..MOST_STEPS {
        secretary.presses(TAB)?;
        let here = secretary.runs(FOCUSED, &[])?;
        let here = here.as_str().unwrap_or_default().to_owned();
        if here.starts_with(words) {
            return Ok(());
        }
        passed.push(here);
    }
    bail!("「{words}」 cannot be reached: {passed:?}")
}

/// Answers so many questions that are not answered yet, each with its first choice.
fn answers(secretary: &Person, wanted: usize) -> Result<()> {
    let mut answered = 0;
    for _ in 0..MOST_STEPS {
        if answered == wanted {
            return Ok(());
        }
        secretary.presses(TAB)?;
        if secretary.runs(IS_OPEN_QUESTION, &[])? == true {
            secretary.presses(SPACE)?;
            answered += 1;
        }
    }
    ensure!(answered == wanted, "{answered} questions were reached");
    Ok(())
}
