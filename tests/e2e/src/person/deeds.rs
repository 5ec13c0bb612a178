//! What a person does on a page (操作): taps, chooses, writes.
//!
//! Not here: what she sees (`super`), and what happens to her phone (`device`).

use super::{Named, Person};
use crate::patience::{Look, USUAL, wait_for};
use crate::webdriver::Element;
use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use std::path::Path;

/// Errors that say that the page has just changed under the finger: she looks again.
const TRY_AGAIN: [&str; 4] = [
    "stale element",
    "click intercepted",
    "not interactable",
    "no such element",
];

/// An answer is seen for a quarter of a second before the next item begins to come.
const NEXT_COMES: std::time::Duration = std::time::Duration::from_millis(350);

/// How long one looks whether a place is still the same, and how often at most.
const FRAME: std::time::Duration = std::time::Duration::from_millis(30);
const FRAMES: u32 = 30;

/// Picks the option of a list that has these words.
const PICK: &str = "\
const [list, words] = arguments;
const option = [...list.options].find((one) => one.text.trim() === words);
if (!option) return false;
list.value = option.value;
list.dispatchEvent(new Event('input', { bubbles: true }));
list.dispatchEvent(new Event('change', { bubbles: true }));
return true;";

/// Sets the value past whatever the page has put around it, and says so to the page.
const PUT: &str = "\
const [field, text] = arguments;
field.focus();
Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set.call(field, text);
for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));
field.blur();
";

impl Person {
    /// Taps a button.
    ///
    /// # Errors
    /// When there is not exactly one, or it cannot be tapped.
    pub fn taps_button(&self, name: &str) -> Result<()> {
        self.taps(&Named {
            role: "button",
            name,
            group: None,
        })
    }

    /// Taps a button inside a group.
    ///
    /// # Errors
    /// When there is not exactly one, or it cannot be tapped.
    pub fn taps_button_in(&self, group: &str, name: &str) -> Result<()> {
        self.taps(&Named {
            role: "button",
            name,
            group: Some(group),
        })
    }

    /// Taps a link.
    ///
    /// # Errors
    /// When there is not exactly one, or it cannot be tapped.
    pub fn taps_link(&self, name: &str) -> Result<()> {
        self.taps(&Named {
            role: "link",
            name,
            group: None,
        })
    }

    /// Chooses one of a group of radio buttons, and sees that it is chosen.
    ///
    /// # Errors
    /// When there is no such choice, or it does not become the chosen one.
    pub fn chooses(&self, group: &str, label: &str) -> Result<()> {
        let named = Named {
            role: "radio",
            name: label,
            group: Some(group),
        };
        self.taps(&named)?;
        self.waits(&format!("{named} does not become the chosen one"), || {
            let found = self.finds(&named)?;
            Ok(self.look("isChecked", &[found.as_argument()])? == true)
        })
    }

    /// Ticks a box, or takes the tick away.
    ///
    /// # Errors
    /// When there is no such box.
    pub fn ticks(&self, label: &str) -> Result<()> {
        self.taps(&Named {
            role: "checkbox",
            name: label,
            group: None,
        })
    }

    /// Taps a choice by the places of the question and the choice among all of the page, and sees
    /// that it is chosen.
    ///
    /// # Errors
    /// When there is no such choice, or it does not become the chosen one.
    pub fn answers(&self, question: usize, choice: usize) -> Result<()> {
        self.unfolds_answered()?;
        let find = || self.look("choice", &[json!(question), json!(choice)]);
        let what = format!("choice {choice} of question {question}");
        self.taps_what(&what, || Ok(Element::of(&find()?)))?;
        self.waits(&format!("{what} does not become the chosen one"), || {
            Ok(match Element::of(&find()?) {
                Some(radio) => self.look("isChecked", &[radio.as_argument()])? == true,
                None => false,
            })
        })?;
        // The next item comes to the place of this one; nobody taps while it does.
        std::thread::sleep(NEXT_COMES);
        Ok(())
    }

    /// Presses a key where the focus is.
    ///
    /// # Errors
    /// When nothing takes keys.
    pub fn presses(&self, key: &str) -> Result<()> {
        let focused = self.runs("return document.activeElement;", &[])?;
        let focused = Element::of(&focused).context("something has the focus")?;
        self.browser.session.type_into(&focused, key)
    }

    /// Opens the first fold with these words, where several have them.
    ///
    /// # Errors
    /// When there is nothing folded so.
    pub fn unfolds_first(&self, words: &str) -> Result<()> {
        let named = Named {
            role: "button",
            name: words,
            group: None,
        };
        self.sees_button(words)?;
        self.taps_what(&named.to_string(), || {
            Ok(self.all_of(&named)?.first().cloned())
        })
    }

    /// Writes into a field, after what stands in it.
    ///
    /// # Errors
    /// When there is no such field.
    pub fn writes(&self, label: &str, text: &str) -> Result<()> {
        self.writes_what(
            &Named {
                role: "field",
                name: label,
                group: None,
            },
            text,
        )
    }

    /// Writes into a field of a group, after what stands in it.
    ///
    /// # Errors
    /// When there is no such field.
    pub fn writes_in(&self, group: &str, label: &str, text: &str) -> Result<()> {
        self.writes_what(
            &Named {
                role: "field",
                name: label,
                group: Some(group),
            },
            text,
        )
    }

    /// Pastes what was copied last into a field.
    ///
    /// # Errors
    /// When there is no such field.
    pub fn pastes_what_was_copied(&self, label: &str) -> Result<()> {
        self.writes(label, "\u{E009}v\u{E000}")
    }

    /// Puts a text into a field as pasting does, for texts too long to type.
    ///
    /// # Errors
    /// When there is no such field.
    pub fn pastes(&self, label: &str, text: &str) -> Result<()> {
        let field = self.finds(&Named {
            role: "field",
            name: label,
            group: None,
        })?;
        let script = "arguments[0].focus(); arguments[0].select(); \
            document.execCommand('insertText', false, arguments[1]);";
        self.browser
            .session
            .execute(script, &[field.as_argument(), json!(text)])
            .map(drop)
    }

    /// Puts something into a field in place of what stands there, as a chooser of dates does, or
    /// pasting what would take minutes to type.
    ///
    /// # Errors
    /// When there is no such field.
    pub fn puts(&self, label: &str, text: &str) -> Result<()> {
        let field = self.finds(&Named {
            role: "field",
            name: label,
            group: None,
        })?;
        self.browser
            .session
            .execute(PUT, &[field.as_argument(), json!(text)])
            .map(drop)
    }

    /// Picks one of a list that the phone shows, by its words.
    ///
    /// # Errors
    /// When there is no such list, or nothing in it has these words.
    pub fn picks(&self, label: &str, words: &str) -> Result<()> {
        let list = self.finds(&Named {
            role: "choice",
            name: label,
            group: None,
        })?;
        let session = &self.browser.session;
        let picked = session.execute(PICK, &[list.as_argument(), json!(words)])?;
        ensure!(picked == true, "「{label}」 does not offer 「{words}」");
        Ok(())
    }

    /// Opens the cards of what was answered before the page was opened.
    ///
    /// # Errors
    /// When the page cannot be changed.
    pub fn unfolds_answered(&self) -> Result<()> {
        while self.look("unfoldAnswered", &[])? != json!(0) {
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        Ok(())
    }

    /// Opens every fold of the page; what is inside may be drawn only then.
    ///
    /// # Errors
    /// When the page cannot be changed.
    pub fn unfolds_everything(&self) -> Result<()> {
        self.unfolds_answered()?;
        let script = "document.querySelectorAll('main details').forEach((one) => one.open = true);";
        self.runs(script, &[])?;
        let mut before = Value::Null;
        self.waits("the folds do not come to rest", || {
            std::thread::sleep(std::time::Duration::from_millis(120));
            let now = self.runs("return document.querySelectorAll('main *').length;", &[])?;
            let rests = now == before;
            before = now;
            Ok(rests)
        })
    }

    /// Chooses a file; the button that opens the chooser is the browser's own.
    ///
    /// # Errors
    /// When there is no such field.
    pub fn chooses_file(&self, label: &str, file: &Path) -> Result<()> {
        let which = [json!("file"), json!(label), Value::Null];
        let found = wait_for(USUAL, || {
            let answer = self.look("find", &which)?;
            Ok(match Element::of(&answer[0]) {
                Some(field) => Look::Found(field),
                None => Look::NotYet(format!("there is no field for a file 「{label}」")),
            })
        });
        let field = found.map_err(|error| self.tell(&error))?;
        self.browser
            .session
            .type_into(&field, &file.display().to_string())
    }

    /// What stands in a field.
    ///
    /// # Errors
    /// When there is no such field.
    pub fn reads_field(&self, label: &str) -> Result<String> {
        let field = self.finds(&Named {
            role: "field",
            name: label,
            group: None,
        })?;
        let value = self.look("value", &[field.as_argument()])?;
        Ok(value.as_str().unwrap_or_default().to_owned())
    }

    /// Taps what has this role and name.
    ///
    /// # Errors
    /// When there is not exactly one, or it cannot be tapped.
    pub fn taps(&self, named: &Named<'_>) -> Result<()> {
        self.finds(named)?;
        self.taps_what(&named.to_string(), || {
            let found = self.all_of(named)?;
            Ok(found.first().cloned())
        })
    }

    /// Taps an element of the page that was found by a script.
    ///
    /// # Errors
    /// When it is none, or cannot be tapped.
    pub fn taps_here(&self, found: &Value) -> Result<()> {
        self.taps_what("element", || Ok(Element::of(found)))
    }

    fn writes_what(&self, named: &Named<'_>, text: &str) -> Result<()> {
        let field = self.finds(named)?;
        self.look("target", &[field.as_argument()])?;
        let mut effort = self.effort.get();
        effort.characters += text.chars().count() as u64;
        self.effort.set(effort);
        self.browser.session.type_into(&field, text)
    }

    fn taps_what(
        &self,
        what: &str,
        mut find: impl FnMut() -> Result<Option<Element>>,
    ) -> Result<()> {
        let tapped = wait_for(USUAL, || {
            let Some(found) = find()? else {
                return Ok(Look::NotYet(format!("there is no {what}")));
            };
            match self.taps_element(&found) {
                Ok(()) => Ok(Look::Found(())),
                Err(error)
                    if TRY_AGAIN
                        .iter()
                        .any(|kind| error.to_string().contains(kind)) =>
                {
                    Ok(Look::NotYet(format!("{what} cannot be tapped: {error}")))
                }
                Err(error) => Err(error),
            }
        });
        tapped.map_err(|error| self.tell(&error))
    }

    fn taps_element(&self, found: &Element) -> Result<()> {
        if self.look("isDisabled", &[found.as_argument()])? == true {
            bail!("not interactable: it is disabled");
        }
        let target = self.look("target", &[found.as_argument()])?;
        let target = Element::of(&target).unwrap_or_else(|| found.clone());
        self.waits_until_it_stands(&target)?;
        self.browser.session.tap(&target)?;
        let mut effort = self.effort.get();
        effort.taps += 1;
        self.effort.set(effort);
        Ok(())
    }

    /// Nobody taps what is still moving; a driver does, and the tap lands beside it.
    fn waits_until_it_stands(&self, target: &Element) -> Result<()> {
        let mut before = self.look("place", &[target.as_argument()])?;
        for _ in 0..FRAMES {
            std::thread::sleep(FRAME);
            let now = self.look("place", &[target.as_argument()])?;
            if now == before {
                break;
            }
            before = now;
        }
        Ok(())
    }
}
