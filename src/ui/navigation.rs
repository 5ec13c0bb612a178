//! Which page is open and what lies over it (导航), and the ways to another page and back.
//!
//! Not here: the pages and their addresses (`route`), and what is remembered of the way (`trail`).

use super::components::focus_page_title;
use super::places;
use super::route::Route;
use super::trail::{Place, Trail};
use crate::platform::history;
use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;
use uuid::Uuid;

/// What can be entered over the page (浮层), so that the page stays where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnSheet {
    /// What is to be recorded: the kinds, and a problem.
    Kinds,
    /// A record, by the id of its entry.
    Record(Uuid),
    /// A rectification, by the id of its entry.
    Rectification(Uuid),
    /// A card of a mechanism, by the id of its entry.
    Card(Uuid),
}

/// The page that is open. A context, so that a page can send the user to another. It is a handle:
/// copies speak of the same page.
#[derive(Clone, Copy)]
pub struct Navigation {
    /// The page.
    pub route: RwSignal<Route>,
    /// What lies over it; `None` if nothing does.
    pub sheet: RwSignal<Option<OnSheet>>,
    /// The page to which 「返回」 leads; `None` if the user came from nowhere in the app.
    pub before: RwSignal<Option<Route>>,
    trail: StoredValue<Trail>,
    is_replacing: StoredValue<bool>,
    /// The number of the entry of a sheet that is being left; `None` if none is. The browser leaves
    /// it later, and the user may have gone on by then.
    leaving: StoredValue<Option<u32>>,
}

impl Navigation {
    /// The navigation of somebody who has just opened the page of the present address.
    pub fn begin() -> Self {
        let route = here();
        let trail = Trail::beginning(history::number(), route.clone());
        // Without a number the entry is taken for a new one when the user comes back to it.
        let _ = history::set_number(trail.at());
        history::keep_places_by_hand();
        Self {
            route: RwSignal::new(route),
            sheet: RwSignal::new(None),
            before: RwSignal::new(None),
            trail: StoredValue::new(trail),
            is_replacing: StoredValue::new(false),
            leaving: StoredValue::new(None),
        }
    }

    /// The navigation around this component.
    pub fn expect() -> Self {
        expect_context::<Self>()
    }

    /// Follows the browser from one address to another as long as the component lives. `leave` is
    /// called before a page goes.
    pub fn follow_the_browser(self, leave: impl Fn() + Copy + 'static) {
        // Old browsers tell of one of them alone.
        let hash = window_event_listener(ev::hashchange, move |_| self.arrive(leave));
        let state = window_event_listener(ev::popstate, move |_| self.arrive(leave));
        on_cleanup(move || {
            hash.remove();
            state.remove();
        });
    }

    /// Goes to a page, as a tap on a link would. From a sheet the page takes the place of the
    /// sheet, so that 「返回」 leads to the page below it.
    pub fn go(self, route: &Route) {
        match self.is_at_sheet() {
            true => self.replace(route),
            // A refusal to change the address leaves the user where they are; there is nothing to
            // say.
            false => drop(window().location().set_hash(&route.to_string())),
        }
    }

    /// Goes to a page in the place of this one: 「返回」 then leads past this one.
    pub fn replace(self, route: &Route) {
        if *route == self.route.get_untracked() {
            return self.close_sheet();
        }
        self.is_replacing.set_value(true);
        let refused = window().location().replace(&route.to_string()).is_err();
        if refused {
            self.is_replacing.set_value(false);
        }
    }

    /// Goes back to the page from which the user came; to `above` where that is none of the app.
    pub fn back(self, above: &Route) {
        let steps = self.trail.with_value(|trail| {
            let before = trail.before();
            before.map(|(_, steps)| steps)
        });
        let gone = steps.is_some_and(|steps| history::go_back(steps).is_ok());
        if !gone {
            self.go(above);
        }
    }

    /// Lays something over the page; 「返回」 takes it away.
    pub fn open_sheet(self, what: OnSheet) {
        if self.sheet.get_untracked().is_none() {
            let number = self.trail.with_value(|trail| trail.at().saturating_add(1));
            let (route, left) = (self.route.get_untracked(), places::now());
            // Where the browser adds none, the sheet has the page's own.
            if history::add(number).is_ok() {
                self.trail.update_value(|trail| {
                    trail.go_on(route, true, left);
                });
            }
        }
        self.sheet.set(Some(what));
    }

    /// Takes away what lies over the page.
    pub fn close_sheet(self) {
        if self.sheet.get_untracked().is_none() {
            return;
        }
        self.sheet.set(None);
        if self.is_at_sheet() {
            // The entry of the sheet goes with it. Where it stays, 「返回」 leads here once more.
            if history::go_back(1).is_ok() {
                self.leaving
                    .set_value(Some(self.trail.with_value(Trail::at)));
            }
        }
    }

    /// Leaves what is gone: the sheet for the page below it, or a page for the one above.
    pub fn leave_for(self, above: &Route) {
        match self.sheet.get_untracked() {
            Some(_) => self.close_sheet(),
            None => self.replace(above),
        }
    }

    fn is_at_sheet(self) -> bool {
        let is_shown = |trail: &Trail| trail.is_at_sheet() && history::number() == Some(trail.at());
        self.trail.with_value(is_shown)
    }

    /// Takes note of where the browser is now, and shows that page if it is another.
    fn arrive(self, leave: impl Fn()) {
        let (now, number) = (here(), history::number());
        let (before, left) = (self.route.get_untracked(), places::now());
        let at = self.trail.with_value(Trail::at);
        // Both events tell of one change.
        if now == before && number == Some(at) {
            return;
        }
        if self.was_overtaken(number, &now) {
            return;
        }
        leave();
        let back_at = self.note(&now, number, left);
        self.sheet.set(None);
        let known = self
            .trail
            .with_value(|trail| trail.before().map(|(route, _)| route.clone()));
        self.before.set(known);
        if now == before {
            return;
        }
        self.route.set(now.clone());
        window().scroll_to_with_x_and_y(0.0, 0.0);
        focus_page_title();
        if let Some(place) = back_at {
            let is_there = move || self.route.try_get_untracked().as_ref() == Some(&now);
            places::come_back_to(place, is_there);
        }
    }

    /// Whether the browser has only now left a sheet from which the user had gone on to another
    /// page meanwhile. It is sent to that page once more.
    fn was_overtaken(self, number: Option<u32>, now: &Route) -> bool {
        let (Some(sheet), Some(number)) = (self.leaving.get_value(), number) else {
            return false;
        };
        self.leaving.set_value(None);
        if number > sheet || self.trail.with_value(Trail::at) <= sheet {
            return false;
        }
        self.note(now, Some(number), places::now());
        let wanted = self.route.get_untracked().to_string();
        // Some browsers reckon from where the user is by now, and come to the sheet.
        let is_sheet = number == sheet;
        // Not here: the browser tells of it at once, and this is still being told of the last
        // change.
        let go_again = move || {
            self.is_replacing.set_value(is_sheet);
            let location = window().location();
            // Where the browser refuses, the page stands all the same, at another address.
            let _ = match is_sheet {
                true => location.replace(&wanted),
                false => location.set_hash(&wanted),
            };
        };
        set_timeout(go_again, Duration::ZERO);
        true
    }

    /// Notes the entry at which the browser is, and returns how its page was left, where it was
    /// here before.
    fn note(self, now: &Route, number: Option<u32>, left: Place) -> Option<Place> {
        let is_replaced = self.is_replacing.get_value();
        self.is_replacing.set_value(false);
        let noted = self.trail.try_update_value(|trail| match number {
            Some(number) if number != trail.at() => trail.come_to(number, now, left),
            Some(_) => {
                trail.replace(now.clone());
                None
            }
            None => {
                let number = if is_replaced {
                    trail.replace(now.clone());
                    trail.at()
                } else {
                    trail.go_on(now.clone(), false, left)
                };
                // Without a number the entry is taken for a new one when the user comes back to it.
                let _ = history::set_number(number);
                None
            }
        });
        noted.flatten()
    }
}

/// The page of the present address.
fn here() -> Route {
    Route::of_hash(&window().location().hash().unwrap_or_default())
}
