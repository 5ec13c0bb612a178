//! Writes the floor (基线页): what a person would write by hand who wants nothing but the questions
//! of the village pack, four radio buttons each, a count of what is met, and the answers kept. No
//! app with the same questions can be quicker by much, so times are told as multiples of its times.
//!
//! Not here: anything of the app's own code. From the packs only names and sentences are taken.

use crate::dist::brotli;
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// The four answers, by the value that is kept.
const ANSWERS: [(&str, &str); 4] = [
    ("met", "达标"),
    ("partly", "部分达标"),
    ("unmet", "未达标"),
    ("not_applicable", "不适用"),
];

const HEAD: &str = r#"<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>五基五星自评</title>
<link rel="icon" href="data:,">
<style>
body { font: 18px/1.6 system-ui, sans-serif; max-width: 45rem; margin: 0 auto; padding: 1rem; }
output { position: sticky; top: 0; display: block; background: #fff; }
fieldset { margin: 1rem 0; }
label { display: block; padding: 0.6rem; }
</style>
</head>
<body>
<h1>五基五星自评</h1>
<form>
<output></output>
"#;

/// It says `ready` where the app does, when every radio button is in the page.
const TAIL: &str = r#"</form>
<script>
const form = document.forms[0];
function count() {
  const answers = Object.fromEntries(new FormData(form));
  const met = Object.values(answers).filter((answer) => answer === "met").length;
  form.querySelector("output").value = `已达标 ${met} / ${form.querySelectorAll("fieldset").length}`;
  return answers;
}
for (const [name, answer] of Object.entries(JSON.parse(localStorage.getItem("floor") ?? "{}"))) {
  form.elements[name].value = answer;
}
form.addEventListener("change", () => localStorage.setItem("floor", JSON.stringify(count())));
count();
document.documentElement.dataset.state = "ready";
</script>
</body>
</html>
"#;

/// One question of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Question {
    id: String,
    title: String,
    criterion: String,
    is_off: bool,
}

/// Writes the page and its brotli form into a folder, and hands back the folder.
///
/// # Errors
/// When the village pack is not as expected, or the disk refuses.
pub fn write(root: &Path, folder: &Path) -> Result<PathBuf> {
    let page = page(&village_questions(root)?);
    fs::create_dir_all(folder)?;
    fs::write(folder.join("index.html"), &page)?;
    fs::write(folder.join("index.html.br"), brotli(page.as_bytes())?)?;
    Ok(folder.to_owned())
}

/// Every question that the village pack has switched on, those of the basics before those of the
/// stars.
fn village_questions(root: &Path) -> Result<Vec<Question>> {
    let standards = root.join("standards");
    let village = read(&standards.join("village.json"))?;
    let mut layers = Vec::new();
    for name in list(&village["extends"]) {
        let name = name.as_str().context("a fragment is named by a text")?;
        layers.push(read(&standards.join(format!("shared/{name}.json")))?);
    }
    layers.push(village);
    let mut questions = Vec::new();
    for part in ["basics", "stars"] {
        for layer in &layers {
            let groups = list(&layer[part]).iter();
            groups
                .flat_map(|group| list(&group["indicators"]))
                .for_each(|indicator| lay_over(&mut questions, indicator));
        }
    }
    questions.retain(|question| !question.is_off);
    ensure!(!questions.is_empty(), "the village pack asks nothing");
    Ok(questions)
}

/// A later fragment may say a part of an indicator anew; the key is its id.
fn lay_over(questions: &mut Vec<Question>, indicator: &Value) {
    let id = indicator["id"].as_str().unwrap_or_default();
    let place = questions.iter().position(|known| known.id == id);
    let place = place.unwrap_or_else(|| {
        questions.push(Question {
            id: id.to_owned(),
            ..Question::default()
        });
        questions.len() - 1
    });
    let question = &mut questions[place];
    if let Some(title) = indicator["title"]["zh"].as_str() {
        question.title = title.to_owned();
    }
    if let Some(criterion) = criterion_of(indicator) {
        question.criterion = criterion;
    }
    if let Some(enabled) = indicator["enabled"].as_bool() {
        question.is_off = !enabled;
    }
}

/// The sentence to judge by; what is scored has one for each band instead.
fn criterion_of(indicator: &Value) -> Option<String> {
    if let Some(criterion) = indicator["criterion"]["zh"].as_str() {
        return Some(criterion.to_owned());
    }
    let bands = list(&indicator["bands"]).iter();
    let bands: Vec<&str> = bands
        .filter_map(|band| band["when"]["zh"].as_str())
        .collect();
    (!bands.is_empty()).then(|| bands.join("；"))
}

fn page(questions: &[Question]) -> String {
    let mut page = HEAD.to_owned();
    for question in questions {
        let (id, title) = (escaped(&question.id), escaped(&question.title));
        let criterion = escaped(&question.criterion);
        // Writing into a string does not fail.
        let _ = writeln!(page, "<fieldset><legend>{title}</legend><p>{criterion}</p>");
        for (value, label) in ANSWERS {
            let _ = writeln!(
                page,
                "<label><input type=\"radio\" name=\"{id}\" value=\"{value}\"> {label}</label>"
            );
        }
        page.push_str("</fieldset>\n");
    }
    page + TAIL
}

fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('"', "&quot;")
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn read(file: &Path) -> Result<Value> {
    let text =
        fs::read_to_string(file).with_context(|| format!("{} is missing", file.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is no JSON", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace;
    use serde_json::json;
    use std::collections::BTreeSet;

    #[test]
    fn a_later_fragment_says_a_part_anew() {
        fn check(layers: &[Value], expected: &[(&str, &str, &str, bool)]) {
            let mut questions = Vec::new();
            for layer in layers {
                lay_over(&mut questions, layer);
            }
            let found: Vec<_> = questions
                .iter()
                .map(|one| (&*one.id, &*one.title, &*one.criterion, one.is_off))
                .collect();
            assert_eq!(found, expected);
        }

        let first = json!({"id": "A", "title": {"zh": "甲"}, "criterion": {"zh": "有"}});
        let scored = json!({"id": "S", "title": {"zh": "乙"}, "bands": [
            {"when": {"zh": "好"}}, {"when": {"zh": "差"}}]});
        check(std::slice::from_ref(&first), &[("A", "甲", "有", false)]);
        check(&[scored], &[("S", "乙", "好；差", false)]);
        check(
            &[first.clone(), json!({"id": "A", "enabled": false})],
            &[("A", "甲", "有", true)],
        );
        check(
            &[
                json!({"id": "A", "enabled": false}),
                first,
                json!({"id": "A", "enabled": true, "criterion": {"zh": "无"}}),
            ],
            &[("A", "甲", "无", false)],
        );
    }

    #[test]
    fn every_question_of_the_village_can_be_answered_once() {
        let questions = village_questions(workspace::root()).unwrap();
        let ids: BTreeSet<&str> = questions.iter().map(|one| &*one.id).collect();
        assert_eq!(ids.len(), questions.len());
        assert!(
            questions
                .iter()
                .all(|one| !one.title.is_empty() && !one.criterion.is_empty())
        );
        let page = page(&questions);
        let radios = page.matches("<input type=\"radio\"").count();
        assert_eq!(radios, 4 * questions.len());
        assert_eq!(page.matches("<fieldset>").count(), questions.len());
    }

    #[test]
    fn text_is_no_markup() {
        fn check(text: &str, expected: &str) {
            assert_eq!(escaped(text), expected);
        }

        check("<60% & \"x\"", "&lt;60% &amp; &quot;x&quot;");
        check("≥95%", "≥95%");
    }
}
