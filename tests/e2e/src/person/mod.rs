//! The person in front of the browser (使用者): looks for names, taps, chooses and writes.
//!
//! Here: who she is and what she sees. What she does is in `deeds`, tabs, restarts and the rest
//! of what happens to her phone in `device`. What goes wrong behind her back is noted in
//! [`crate::watch`].

mod deeds;
mod device;

use crate::browser::Browser;
use crate::patience::{LONG, Look, USUAL, wait_for};
use crate::programs::{Engine, Programs};
use crate::watch::Watch;
use crate::webdriver::Element;
use anyhow::{Context, Result, anyhow};
use serde_json::{Value, json};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

/// How the page is looked at; see the file itself.
const PAGE: &str = include_str!("../page.js");

/// A person with a phone.
pub struct Person {
    /// Her browser.
    pub browser: Browser,
    /// What is noted about it.
    pub watch: Rc<RefCell<Watch>>,
    /// What the person had to do since it was asked last.
    effort: Cell<Effort>,
}

/// What somebody had to do (操作量).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Effort {
    /// How many taps.
    pub taps: u64,
    /// How many characters were typed.
    pub characters: u64,
}

/// What to look for: a role, a name, and perhaps the name of the group around it.
#[derive(Clone, Debug)]
pub struct Named<'a> {
    /// Such as `button`; see page.js.
    pub role: &'static str,
    /// The name, or a part of it that no other has.
    pub name: &'a str,
    /// The legend of the group that it stands in.
    pub group: Option<&'a str>,
}

/// A group of radio buttons on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its legend.
    pub name: String,
    /// The words beside its radio buttons.
    pub choices: Vec<String>,
    /// The place of the chosen one.
    pub chosen: Option<usize>,
}

impl Person {
    /// Takes a new phone in her hand.
    ///
    /// # Errors
    /// When the browser does not start.
    pub fn new(engine: Engine, programs: &Programs, journey: &str) -> Result<Self> {
        let browser = Browser::start(engine, programs)?;
        let watch = Rc::new(RefCell::new(Watch::new(journey, programs)));
        let effort = Cell::default();
        Ok(Self {
            browser,
            watch,
            effort,
        })
    }

    /// What the person had to do since this was asked last.
    pub fn effort(&self) -> Effort {
        self.effort.take()
    }

    /// Waits until a heading with this name is there.
    ///
    /// # Errors
    /// When it does not come.
    pub fn sees_heading(&self, name: &str) -> Result<()> {
        self.finds(&Named {
            role: "heading",
            name,
            group: None,
        })
        .map(drop)
    }

    /// Waits until a message of the app says this.
    ///
    /// # Errors
    /// When it does not come.
    pub fn sees_status(&self, name: &str) -> Result<()> {
        self.waits_for_one(
            &Named {
                role: "status",
                name,
                group: None,
            },
            false,
        )
        .map(drop)
    }

    /// Waits until a button with this name is there.
    ///
    /// # Errors
    /// When it does not come.
    pub fn sees_button(&self, name: &str) -> Result<()> {
        self.waits_for_one(
            &Named {
                role: "button",
                name,
                group: None,
            },
            false,
        )
        .map(drop)
    }

    /// Waits until these words stand somewhere on the page.
    ///
    /// # Errors
    /// When they do not come.
    pub fn sees(&self, words: &str) -> Result<()> {
        self.waits(&format!("「{words}」 does not stand on the page"), || {
            Ok(self.look("says", &[json!(words)])? == true)
        })
    }

    /// Waits until these words stand nowhere on the page.
    ///
    /// # Errors
    /// When they stay.
    pub fn sees_no(&self, words: &str) -> Result<()> {
        self.waits(&format!("「{words}」 stands on the page"), || {
            Ok(self.look("says", &[json!(words)])? == false)
        })
    }

    /// Whether these words stand on the page now.
    ///
    /// # Errors
    /// When the page cannot be looked at.
    pub fn reads(&self, words: &str) -> Result<bool> {
        Ok(self.look("says", &[json!(words)])? == true)
    }

    /// All that is to be read on the page.
    ///
    /// # Errors
    /// When the page cannot be looked at.
    pub fn text(&self) -> Result<String> {
        let text = self.look("text", &[])?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// What the page itself says, without the frame around it.
    ///
    /// # Errors
    /// When the page cannot be looked at.
    pub fn main_text(&self) -> Result<String> {
        let text = self.look("mainText", &[])?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Every group that has a field with this label, and what stands in the field.
    ///
    /// # Errors
    /// When the page cannot be looked at.
    pub fn fields(&self, label: &str) -> Result<Vec<(String, String)>> {
        let answer = self.look("fields", &[json!(label)])?;
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let list = answer.as_array().into_iter().flatten();
        Ok(list
            .map(|one| (text(&one["group"]), text(&one["value"])))
            .collect())
    }

    /// Names of everything of a role that is shown now.
    ///
    /// # Errors
    /// When the page cannot be looked at.
    pub fn names_of(&self, role: &str) -> Result<Vec<String>> {
        Ok(strings(&self.look("names", &[json!(role)])?))
    }

    /// The headings of the page, each with the entries of the lists below it as they are read.
    ///
    /// # Errors
    /// When the page cannot be looked at.
    pub fn sections(&self) -> Result<Vec<(String, Vec<String>)>> {
        let answer = self.look("sections", &[])?;
        let parts = answer.as_array().into_iter().flatten();
        Ok(parts
            .map(|part| {
                let heading = part[0].as_str().unwrap_or_default();
                (heading.to_owned(), strings(&part[1]))
            })
            .collect())
    }

    /// Where the links on the page lead.
    ///
    /// # Errors
    /// When the page cannot be looked at.
    pub fn addresses(&self) -> Result<Vec<String>> {
        Ok(strings(&self.look("addresses", &[])?))
    }

    /// Every question of the page; what was folded because it is answered is opened first.
    ///
    /// # Errors
    /// When the page cannot be looked at.
    pub fn questions(&self) -> Result<Vec<Question>> {
        self.unfolds_answered()?;
        let answer = self.look("questions", &[])?;
        let list = answer.as_array().context("a list of questions")?;
        Ok(list
            .iter()
            .map(|one| Question {
                name: one["name"].as_str().unwrap_or_default().to_owned(),
                choices: strings(&one["choices"]),
                chosen: one["chosen"]
                    .as_u64()
                    .and_then(|place| usize::try_from(place).ok()),
            })
            .collect())
    }

    /// Waits until something is so; the message for when it is not gets what is there instead.
    ///
    /// # Errors
    /// When it does not become so in time.
    pub fn waits(&self, otherwise: &str, is_so: impl FnMut() -> Result<bool>) -> Result<()> {
        self.waits_for(USUAL, otherwise, is_so)
    }

    /// The same, for what takes long on a busy machine, as taking in a version does.
    ///
    /// # Errors
    /// When it is not so in time.
    pub fn waits_long(&self, otherwise: &str, is_so: impl FnMut() -> Result<bool>) -> Result<()> {
        self.waits_for(LONG, otherwise, is_so)
    }

    fn waits_for(
        &self,
        patience: Duration,
        otherwise: &str,
        mut is_so: impl FnMut() -> Result<bool>,
    ) -> Result<()> {
        let waited = wait_for(patience, || {
            Ok(if is_so()? {
                Look::Found(())
            } else {
                Look::NotYet(otherwise.to_owned())
            })
        });
        waited.map_err(|error| self.tell(&error))
    }

    /// Waits until the app stands, or the page that comes in its place when it cannot.
    ///
    /// # Errors
    /// When neither comes.
    pub fn waits_for_the_app(&self) -> Result<()> {
        let waited = wait_for(LONG, || {
            if let Some(rescue) = self.look("isRescue", &[])?.as_str() {
                return Err(anyhow!("the rescue page came: {rescue}"));
            }
            Ok(match self.look("isReady", &[])? {
                Value::Bool(true) => Look::Found(()),
                _ => Look::NotYet("the app does not come up".to_owned()),
            })
        });
        waited.map_err(|error| self.tell(&error))
    }

    /// Waits until exactly one thing has this role and name.
    ///
    /// # Errors
    /// When there is none, or more than one.
    pub fn finds(&self, named: &Named<'_>) -> Result<Element> {
        self.waits_for_one(named, true)
    }

    /// Looks at the page, see page.js.
    ///
    /// # Errors
    /// When the script throws.
    pub fn look(&self, look: &str, which: &[Value]) -> Result<Value> {
        let mut arguments = vec![json!(look)];
        arguments.extend_from_slice(which);
        self.browser.session.execute(PAGE, &arguments)
    }

    fn waits_for_one(&self, named: &Named<'_>, alone: bool) -> Result<Element> {
        let waited = wait_for(USUAL, || {
            let found = self.all_of(named)?;
            Ok(match found.as_slice() {
                [one] => Look::Found(one.clone()),
                [first, ..] if !alone => Look::Found(first.clone()),
                [] => Look::NotYet(format!("there is no {named}")),
                several => Look::NotYet(format!("{} things are a {named}", several.len())),
            })
        });
        waited.map_err(|error| self.tell(&error))
    }

    fn all_of(&self, named: &Named<'_>) -> Result<Vec<Element>> {
        let which = [json!(named.role), json!(named.name), json!(named.group)];
        let answer = self.look("find", &which)?;
        Ok(answer
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Element::of)
            .collect())
    }

    /// Adds to an error what was on the page instead.
    fn tell(&self, error: &anyhow::Error) -> anyhow::Error {
        let _ = self.takes_a_picture("failed");
        match self.look("inventory", &[]) {
            Ok(there) => anyhow!("{error}; {}", there.as_str().unwrap_or_default()),
            Err(other) => anyhow!("{error}; and the page cannot be looked at: {other}"),
        }
    }
}

impl Drop for Person {
    fn drop(&mut self) {
        // The last notes; a browser that was killed on purpose has none.
        let _ = self.notes_what_happened();
    }
}

impl std::fmt::Display for Named<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} 「{}」", self.role, self.name)?;
        match self.group {
            Some(group) => write!(formatter, " in the group 「{group}」"),
            None => Ok(()),
        }
    }
}

fn strings(list: &Value) -> Vec<String> {
    let list = list.as_array().into_iter().flatten();
    list.filter_map(|one| one.as_str().map(str::to_owned))
        .collect()
}
