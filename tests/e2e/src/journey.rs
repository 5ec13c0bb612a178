//! What a journey is (旅程): a story, in which engines it must hold, and what it has at hand.
//!
//! Not here: the journeys themselves, which are in `tests/journeys`, and how they are run
//! (`suite`).

use crate::person::Person;
use crate::programs::{Engine, Programs};
use crate::site::Site;
use crate::watch::Watch;
use anyhow::{Context, Result};
use std::cell::RefCell;
use std::path::Path;
use std::rc::Rc;

/// A journey: a story that must come to its end in some engines.
pub struct Journey {
    /// Its name, in the words of the report.
    pub name: &'static str,
    /// In which engines it must hold.
    pub engines: &'static [Engine],
    /// In which engines it is tried, and only told how it went.
    pub tried_in: &'static [Engine],
    /// Whether it takes minutes; it is then begun before the others.
    pub takes_minutes: bool,
    /// The story.
    pub story: Story,
}

impl Journey {
    /// Holds in Chromium, and is not made elsewhere.
    pub const fn in_chromium(name: &'static str, story: Story) -> Self {
        Self {
            name,
            engines: &[Engine::Chromium],
            tried_in: &[],
            takes_minutes: false,
            story,
        }
    }

    /// Holds in every engine.
    pub const fn in_all(name: &'static str, story: Story) -> Self {
        Self {
            engines: &Engine::ALL,
            ..Self::in_chromium(name, story)
        }
    }

    /// Holds in Chromium and Firefox. In WebKit, whose makers do not promise under a driver what it
    /// needs, it is only told how it went.
    pub const fn tried_in_webkit(name: &'static str, story: Story) -> Self {
        Self {
            engines: &[Engine::Chromium, Engine::Firefox],
            tried_in: &[Engine::Webkit],
            ..Self::in_chromium(name, story)
        }
    }

    /// Tells the story.
    ///
    /// # Errors
    /// When it does not come to its end, or something was amiss behind the persons' backs.
    pub fn tell(&self, engine: Engine, programs: &Programs) -> Result<()> {
        let stage = Stage::new(self.name, engine, programs);
        (self.story)(&stage)?;
        stage.verdict().context("noted by the browser")
    }
}

/// What happens on a journey.
pub type Story = fn(&Stage) -> Result<()>;

/// What a story has at hand.
pub struct Stage {
    /// The finished app and the programs.
    pub programs: Programs,
    /// The engine in which the story runs now.
    pub engine: Engine,
    name: String,
    watches: RefCell<Vec<Rc<RefCell<Watch>>>>,
}

impl Stage {
    /// For a story with this name.
    pub fn new(name: &str, engine: Engine, programs: &Programs) -> Self {
        let name = name.to_owned();
        Self {
            programs: programs.clone(),
            engine,
            name,
            watches: RefCell::default(),
        }
    }

    /// A person with a new phone.
    ///
    /// # Errors
    /// When her browser does not start.
    pub fn person(&self) -> Result<Person> {
        let picture_name = match self.engine {
            Engine::Chromium => self.name.clone(),
            other => format!("{}-{}", self.name, other.name()),
        };
        let person = Person::new(self.engine, &self.programs, &picture_name)?;
        self.watches.borrow_mut().push(Rc::clone(&person.watch));
        Ok(person)
    }

    /// The finished app as a site of its own.
    ///
    /// # Errors
    /// When no port is free.
    pub fn site(&self) -> Result<Site> {
        Site::serve(&self.programs.site)
    }

    /// The address of the app as one file.
    pub fn file(&self) -> String {
        address_of(&self.programs.file)
    }

    /// Says something beside the verdict, such as what could not be looked at. Not on the output,
    /// where it could come into the middle of a line of the harness.
    pub fn says(&self, words: &str) {
        eprintln!("{}: {words}", self.name);
    }

    /// Whether everything was as it should be behind the persons' backs.
    ///
    /// # Errors
    /// When there was an error on a console, or a request to elsewhere.
    pub fn verdict(&self) -> Result<()> {
        self.watches
            .borrow()
            .iter()
            .try_for_each(|watch| watch.borrow().verdict())
    }
}

/// The address of a file on this machine.
pub fn address_of(file: &Path) -> String {
    format!("file://{}", file.display())
}
