//! How long the app, the floor and perhaps a peer take to start: from this machine, over a weak
//! network, and with no network at all.
//!
//! Every start is that of a browser that has just been started itself, so that nothing of an
//! earlier one is left in its memory. Nothing has been fetched before, except where there is no
//! network: there the service worker of an earlier visit answers. What was entered before is in the
//! profile.
//!
//! Not here: one start (`page`), and what the times are held against (`report`).

use crate::page::{Network, Start, Usable, start};
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::path::Path;
use wuxing_e2e::busy_branch;
use wuxing_e2e::busy_year::VILLAGE;
use wuxing_e2e::person::Person;
use wuxing_e2e::programs::{Engine, Programs};
use wuxing_e2e::site::Site;

/// What is started.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Page {
    /// The app, with nothing entered yet.
    FirstStart,
    /// The must-items of the example.
    MustItems,
    /// Home with the example.
    Home,
    /// Home with a busy year.
    BusyYear,
    /// The hand-written page.
    Floor,
    /// Somebody else's page.
    Peer,
}

impl Page {
    /// The pages of the app.
    pub const OF_THE_APP: [Self; 4] = [
        Self::FirstStart,
        Self::MustItems,
        Self::Home,
        Self::BusyYear,
    ];

    /// As the report calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::FirstStart => "first start",
            Self::MustItems => "must page",
            Self::Home => "home with data",
            Self::BusyYear => "busy year",
            Self::Floor => "floor",
            Self::Peer => "peer",
        }
    }

    fn route(self) -> &'static str {
        match self {
            Self::MustItems => "#/assess/must",
            _ => "",
        }
    }

    fn usable(self) -> Usable {
        match self {
            Self::MustItems => Usable::WithQuestions,
            Self::Peer => Usable::WhenItRests,
            _ => Usable::WhenItSaysSo,
        }
    }
}

/// All starts, in the order of the rounds.
#[derive(Clone, Debug, Default)]
pub struct Starts(BTreeMap<(Page, Network), Vec<Start>>);

impl Starts {
    /// Adds one.
    pub fn note(&mut self, page: Page, network: Network, start: Start) {
        self.0.entry((page, network)).or_default().push(start);
    }

    /// How long each start took, in milliseconds; empty where none was measured.
    pub fn times(&self, page: Page, network: Network) -> Vec<f64> {
        let starts = self.0.get(&(page, network)).into_iter().flatten();
        starts.map(|start| start.milliseconds).collect()
    }

    /// How much had come when the page could be used. Over a weak network, because there nothing
    /// comes by the way while something else is waited for.
    pub fn bytes(&self, page: Page) -> Option<u64> {
        let starts = self.0.get(&(page, Network::Weak))?;
        starts.iter().map(|start| start.bytes).min()
    }

    /// Every page and network that was measured, with its times.
    pub fn all(&self) -> impl Iterator<Item = (Page, Network, Vec<f64>)> {
        self.0
            .keys()
            .map(|&(page, network)| (page, network, self.times(page, network)))
    }
}

/// What is started besides the app.
pub struct Others<'a> {
    /// The folder of the floor.
    pub floor: &'a Path,
    /// The address of a peer's page.
    pub peer: Option<&'a str>,
}

/// Measures all starts.
///
/// # Errors
/// When a browser does not start or a page does not come up.
pub fn measure(programs: &Programs, others: &Others<'_>, rounds: usize) -> Result<Starts> {
    let mut starts = Starts::default();
    let app = Site::serve_compressed(&programs.site)?;
    let floor = Site::serve_compressed(others.floor)?;
    let mut newcomers = vec![
        (Page::FirstStart, app.address()),
        (Page::Floor, floor.address()),
    ];
    newcomers.extend(others.peer.map(|peer| (Page::Peer, peer.to_owned())));
    let mut visitors = [
        Visitor::of_nothing(programs)?,
        Visitor::of_the_example(programs)?,
        Visitor::of_a_busy_year(programs)?,
    ];
    for round in 0..rounds {
        for network in [Network::Local, Network::Weak] {
            for (page, address) in &newcomers {
                let person = Person::new(Engine::Chromium, programs, "bench")?;
                let start = start(&person, address, page.usable(), network)
                    .with_context(|| format!("the start of the {}", page.name()))?;
                starts.note(*page, network, start);
            }
            // Whoever came first comes last the next time.
            newcomers.rotate_left(1);
        }
        for visitor in &mut visitors {
            visitor.starts(&mut starts)?;
        }
        println!("    Round {} of {rounds} is over.", round + 1);
    }
    Ok(starts)
}

/// A person who has been here before.
struct Visitor {
    person: Person,
    site: Site,
    pages: &'static [Page],
}

impl Visitor {
    fn of_nothing(programs: &Programs) -> Result<Self> {
        Self::new(programs, &[Page::FirstStart], |person, address| {
            person.opens(address)
        })
    }

    fn of_the_example(programs: &Programs) -> Result<Self> {
        let pages = &[Page::MustItems, Page::Home];
        Self::new(programs, pages, sees_the_example)
    }

    fn of_a_busy_year(programs: &Programs) -> Result<Self> {
        Self::new(programs, &[Page::BusyYear], |person, address| {
            busy_branch::begins(person, address, &VILLAGE)
        })
    }

    fn new(
        programs: &Programs,
        pages: &'static [Page],
        before: impl FnOnce(&Person, &str) -> Result<()>,
    ) -> Result<Self> {
        let site = Site::serve_compressed(&programs.site)?;
        let mut person = Person::new(Engine::Chromium, programs, "bench")?;
        before(&person, &site.address())?;
        person.closes_her_browser()?;
        Ok(Self {
            person,
            site,
            pages,
        })
    }

    fn starts(&mut self, starts: &mut Starts) -> Result<()> {
        self.person.opens_her_browser()?;
        self.person.opens(&self.site.address())?;
        waits_until_kept(&self.person)?;
        self.site.stop();
        for &page in self.pages {
            self.person.closes_and_opens_her_browser()?;
            self.start(page, Network::None, starts)?;
        }
        self.site.start()?;
        for network in [Network::Local, Network::Weak] {
            // Who comes for the first time has a new profile and is measured apart.
            for &page in self.pages.iter().filter(|&&page| page != Page::FirstStart) {
                self.person.loses_what_was_fetched()?;
                self.start(page, network, starts)?;
            }
        }
        self.person.closes_her_browser()
    }

    fn start(&self, page: Page, network: Network, starts: &mut Starts) -> Result<()> {
        let address = self.site.page(page.route());
        let start = start(&self.person, &address, page.usable(), network)
            .with_context(|| format!("the start of the {} ({network:?})", page.name()))?;
        starts.note(page, network, start);
        Ok(())
    }
}

/// Opens the app and looks at the example village.
///
/// # Errors
/// When it does not come.
pub fn sees_the_example(person: &Person, address: &str) -> Result<()> {
    person.opens(address)?;
    person.taps_button("看示例")?;
    person.sees_no("看示例")
}

/// A worker that is active has kept the whole version.
fn waits_until_kept(person: &Person) -> Result<()> {
    let kept = "\
const done = arguments[arguments.length - 1];
navigator.serviceWorker.ready.then(() => done(true));
";
    person
        .browser
        .session
        .execute_and_wait(kept, &[])
        .map(drop)
        .context("the service worker does not keep the app")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_measured_has_no_times() {
        let mut starts = Starts::default();
        let start = |milliseconds, bytes| Start {
            milliseconds,
            bytes,
        };
        starts.note(Page::Home, Network::Local, start(7.0, 900));
        starts.note(Page::Home, Network::Weak, start(9.0, 500));
        starts.note(Page::Home, Network::Weak, start(8.0, 400));
        assert_eq!(starts.times(Page::Home, Network::Weak), [9.0, 8.0]);
        assert_eq!(starts.bytes(Page::Home), Some(400));
        assert_eq!(starts.bytes(Page::Peer), None);
        assert!(starts.times(Page::Peer, Network::Local).is_empty());
    }
}
