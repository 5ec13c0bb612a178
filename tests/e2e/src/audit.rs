//! Barriers on a page (无障碍检查): what axe-core finds, what is too small for a thumb, what scrolls
//! sideways, and how much there is on the page.
//!
//! Not here: which pages are looked at, and in which looks. Chromium alone is asked.

use crate::browser::PHONE;
use crate::person::Person;
use anyhow::{Context, Result};
use serde_json::{Value, json};

/// How many elements a page may have, or old phones become slow.
pub const MOST_NODES: u64 = 1_500;

/// What there is below a page that is as long as its screen, in CSS pixels: the tabs cover nothing
/// of it then.
const BELOW: u32 = 200;

/// Runs axe-core; what the script itself adds to the page is gone with it.
const RUN_AXE: &str = "\
const done = arguments[arguments.length - 1];
const tell = (one, node) => {
  const why = (node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? one.help;
  return `${one.impact} ${one.id}: ${node.target.join(' ')}: ${why}`;
};
axe.run(document, { resultTypes: ['violations', 'incomplete'], preload: false }).then(
  (result) => done([
    result.violations
      .filter((one) => one.impact === 'serious' || one.impact === 'critical')
      .flatMap((one) => one.nodes.slice(0, 5).map((node) => tell(one, node))),
    result.incomplete
      .filter((one) => one.id === 'color-contrast')
      .flatMap((one) => one.nodes.map((node) => tell(one, node))),
  ]),
  (error) => done([[`axe failed: ${error}`], []]));
";

/// What is tapped is the whole label of a tick or choice. Links inside running text may be as small
/// as the text (WCAG 2.2, 2.5.8), and what is shown to readers aloud alone is not tapped.
const SMALL_TARGETS: &str = "\
const least = arguments[0];
const isShown = (element) =>
  element.checkVisibility({ checkVisibilityCSS: true, visibilityProperty: true });
const isInText = (link) => link.tagName === 'A' && getComputedStyle(link).display === 'inline' &&
  [...link.parentElement.childNodes].some(
    (node) => node !== link && node.textContent.trim() !== '');
const targets = new Set([...document.querySelectorAll(
  'a[href], button, summary, input:not([type=hidden]), select, textarea, ' +
  '[role=button], [role=switch]')]
  .filter((element) => isShown(element) && !isInText(element))
  .map((element) => element.closest('label') ?? element));
return [...targets].flatMap((element) => {
  const { width, height } = element.getBoundingClientRect();
  if (width <= 1 || height <= 1) return [];
  if (width >= least - 0.5 && height >= least - 0.5) return [];
  const name = (element.ariaLabel ?? element.innerText ?? '').trim().slice(0, 20);
  const kind = `${element.tagName.toLowerCase()}.${element.className}`;
  return [`${kind} 「${name}」 is ${width.toFixed(0)} by ${height.toFixed(0)}`];
});
";

const SIDEWAYS: &str = "\
const page = document.scrollingElement;
if (page.scrollWidth <= page.clientWidth) return [];
const scrolls = (element) => element && element !== document.body && element !== page &&
  (/auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX) ||
    scrolls(element.parentElement));
const end = (element) => element.getBoundingClientRect().right;
const tell = (element) => {
  const name = (element.innerText ?? '').trim().slice(0, 20);
  const kind = `${element.tagName.toLowerCase()}.${element.className}`;
  return `${kind} 「${name}」 ends at ${end(element).toFixed(0)}`;
};
const wide = [...document.body.querySelectorAll('*')]
  .filter((element) => end(element) > page.clientWidth + 1 && !scrolls(element.parentElement))
  .slice(0, 5)
  .map(tell);
return [`${page.scrollWidth} wide on a screen of ${page.clientWidth}`, ...wide];
";

/// Words that lie on other words: those of two things that are tapped, neither of which holds the
/// other. What stays in its place while the page is scrolled lies over the page on purpose.
const OVERLAPPING: &str = "\
const isShown = (element) =>
  element.checkVisibility({ checkVisibilityCSS: true, visibilityProperty: true });
const things = [...document.querySelectorAll(
  'main :is(a[href], button, summary, label, h2, h3)')].filter(isShown);
const lines = (element) => {
  const range = document.createRange();
  const words = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found = [];
  while (words.nextNode()) {
    if (words.currentNode.data.trim() === '' || words.currentNode.parentElement.closest('.unseen'))
      continue;
    range.selectNodeContents(words.currentNode);
    found.push(...range.getClientRects());
  }
  return found.filter((one) => one.width > 2 && one.height > 2);
};
const all = things.map((element) => [element, lines(element)]);
const touch = (one, other) =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 &&
  Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 4;
const name = (element) => (element.innerText ?? '').trim().slice(0, 20);
const found = [];
all.forEach(([one, own], index) => {
  for (const [other, others] of all.slice(index + 1)) {
    if (one.contains(other) || other.contains(one)) continue;
    if (own.some((line) => others.some((its) => touch(line, its))))
      found.push(`「${name(one)}」 lies on 「${name(other)}」`);
  }
});
return found.slice(0, 5);
";

const DOUBLE_TEXT: &str = "\
const root = document.documentElement;
root.style.fontSize = '';
root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`;
";

const NODES: &str = "return document.querySelectorAll('*').length;";

/// What axe-core says of a page.
#[derive(Clone, Debug, Default)]
pub struct Barriers {
    /// What is serious or critical.
    pub found: Vec<String>,
    /// Texts whose contrast it could not decide about.
    pub undecided: Vec<String>,
}

/// What axe-core says of the page. Its screen is as long as the page while it looks, since it does
/// not decide about what lies behind the tabs.
///
/// # Errors
/// When it cannot be run.
pub fn barriers(person: &Person, axe: &str) -> Result<Barriers> {
    let session = &person.browser.session;
    if session.execute("return typeof axe === 'undefined';", &[])? == true {
        session.execute(axe, &[])?;
    }
    let whole = person.runs("return document.documentElement.scrollHeight;", &[])?;
    let whole = u32::try_from(whole.as_u64().unwrap_or_default())?;
    person.has_a_screen_of(PHONE.0, whole.max(PHONE.1) + BELOW)?;
    let said = session.execute_and_wait(RUN_AXE, &[])?;
    person.has_a_screen_of(PHONE.0, PHONE.1)?;
    Ok(Barriers {
        found: lines(&said[0]),
        undecided: lines(&said[1]),
    })
}

/// What is smaller than this many CSS pixels either way and is to be tapped.
///
/// # Errors
/// When the page cannot be looked at.
pub fn small_targets(person: &Person, least: u32) -> Result<Vec<String>> {
    Ok(lines(&person.runs(SMALL_TARGETS, &[json!(least)])?))
}

/// Whether the page scrolls sideways, and what makes it.
///
/// # Errors
/// When the page cannot be looked at.
pub fn sideways(person: &Person) -> Result<Vec<String>> {
    Ok(lines(&person.runs(SIDEWAYS, &[])?))
}

/// Which words lie on other words.
///
/// # Errors
/// When the page cannot be looked at.
pub fn overlapping(person: &Person) -> Result<Vec<String>> {
    Ok(lines(&person.runs(OVERLAPPING, &[])?))
}

/// Makes all text twice as large until the page is loaded again.
///
/// # Errors
/// When the page cannot be changed.
pub fn double_text(person: &Person) -> Result<()> {
    person.runs(DOUBLE_TEXT, &[]).map(drop)
}

/// Makes text as large as it was.
///
/// # Errors
/// When the page cannot be changed.
pub fn usual_text(person: &Person) -> Result<()> {
    person
        .runs("document.documentElement.style.fontSize = '';", &[])
        .map(drop)
}

/// How many elements there are on the page.
///
/// # Errors
/// When the page cannot be looked at.
pub fn nodes(person: &Person) -> Result<u64> {
    person
        .runs(NODES, &[])?
        .as_u64()
        .context("a number of elements")
}

fn lines(list: &Value) -> Vec<String> {
    let list = list.as_array().into_iter().flatten();
    list.filter_map(|line| line.as_str().map(str::to_owned))
        .collect()
}
