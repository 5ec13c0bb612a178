//! The way by which the user came (来路): which page stands at each entry of the browser's history,
//! and how each was left. It is kept in memory alone, and holds nothing that was entered.
//!
//! Not here: the browser's history itself (`platform::history`), and what follows from going
//! somewhere (`navigation`).

use super::route::Route;
use crate::standard::{ItemId, Role};
use leptos::prelude::*;

/// More entries than anybody goes back by.
const LONGEST: usize = 60;

/// How a page was left (离开时的样子).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    /// How far down it was, in CSS pixels.
    pub down: f64,
    /// The folds that were open.
    pub folds: Vec<Fold>,
}

/// A fold, as it is known again on a page that was put together anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fold {
    /// The words on it up to the first 「·」, without the numbers: these and what stands behind may
    /// have changed.
    pub words: String,
    /// Its place among those of the page with the same words.
    pub nth: usize,
}

/// The entries of the browser's history, as far as the app made them since it was opened.
#[derive(Clone, Debug)]
pub struct Trail {
    /// In the order of their numbers, and never empty.
    entries: Vec<Entry>,
    /// The number of the entry that is shown.
    at: u32,
}

#[derive(Clone, Debug)]
struct Entry {
    number: u32,
    route: Route,
    /// Whether it stands for a sheet over the page and not for the page.
    is_sheet: bool,
    place: Place,
}

impl Trail {
    /// The way of somebody who has just opened a page. `number` is what the browser calls its
    /// entry, where it knew it before it was loaded again.
    pub fn beginning(number: Option<u32>, route: Route) -> Self {
        let number = number.unwrap_or_default();
        Self {
            entries: vec![Entry::of(number, route, false)],
            at: number,
        }
    }

    /// The number of the entry that is shown.
    pub fn at(&self) -> u32 {
        self.at
    }

    /// Whether the entry that is shown stands for a sheet.
    pub fn is_at_sheet(&self) -> bool {
        let mut entries = self.entries.iter();
        entries.any(|one| one.number == self.at && one.is_sheet)
    }

    /// Goes on to another page, or to a sheet over this one, and returns the number of its entry.
    /// What came after the present one is gone.
    pub fn go_on(&mut self, route: Route, is_sheet: bool, left: Place) -> u32 {
        self.leave(left);
        let number = self.at.saturating_add(1);
        self.entries.retain(|one| one.number < number);
        self.entries.push(Entry::of(number, route, is_sheet));
        let surplus = self.entries.len().saturating_sub(LONGEST);
        self.entries.drain(..surplus);
        self.at = number;
        number
    }

    /// Puts another page in the place of the one that is shown, or of the sheet.
    pub fn replace(&mut self, route: Route) {
        let at = self.at;
        self.entries.retain(|one| one.number != at);
        let place = self
            .entries
            .iter()
            .take_while(|one| one.number < at)
            .count();
        self.entries.insert(place, Entry::of(at, route, false));
    }

    /// Comes to an entry that was there before, by the browser's back or forward. Returns how its
    /// page was left; `None` if that is not known.
    pub fn come_to(&mut self, number: u32, route: &Route, left: Place) -> Option<Place> {
        self.leave(left);
        self.at = number;
        let known = self.entries.iter_mut().find(|one| one.number == number);
        match known {
            Some(entry) if entry.route == *route => Some(entry.place.clone()),
            _ => {
                self.replace(route.clone());
                None
            }
        }
    }

    /// The page to which 「返回」 leads, and how many entries it is back; `None` if there is none in
    /// the app, as after a link from elsewhere.
    pub fn before(&self) -> Option<(&Route, u32)> {
        let shown = self.entries.iter().find(|one| one.number == self.at)?;
        let earlier = self.entries.iter().rev();
        let found = earlier
            .filter(|one| one.number < self.at && !one.is_sheet)
            .find(|one| one.route != shown.route)?;
        Some((&found.route, self.at - found.number))
    }

    fn leave(&mut self, left: Place) {
        let shown = self.entries.iter_mut().find(|one| one.number == self.at);
        if let Some(shown) = shown {
            shown.place = left;
        }
    }
}

impl Entry {
    fn of(number: u32, route: Route, is_sheet: bool) -> Self {
        Self {
            number,
            route,
            is_sheet,
            place: Place::default(),
        }
    }
}

impl Fold {
    /// The folds with these words on them, in the order of the page.
    pub fn named(words: impl IntoIterator<Item = String>) -> Vec<Self> {
        let mut named: Vec<Self> = Vec::new();
        for text in words {
            let kept = |one: char| !one.is_numeric() && !one.is_whitespace();
            let name = text.chars().take_while(|one| *one != '·');
            let words: String = name.filter(|one| kept(*one)).collect();
            let nth = named.iter().filter(|one| one.words == words).count();
            named.push(Self { words, nth });
        }
        named
    }
}

/// Which records and rectifications the user looked at last. A context.
#[derive(Clone, Copy, Debug, Default)]
pub struct RecordsShown {
    /// The year of the records; that of today where the user chose none.
    pub year: RwSignal<Option<i32>>,
    /// Their kind; all kinds where the user chose none.
    pub kind: RwSignal<Option<ItemId>>,
    /// Whether rectifications that are closed are shown, too.
    pub closed: RwSignal<bool>,
}

/// How the user narrowed the long lists of what can be set up and read. A context.
#[derive(Clone, Copy, Debug, Default)]
pub struct ListsNarrowed {
    /// Whose duties are shown; everybody's where the user chose nobody.
    pub whose: RwSignal<Option<Role>>,
    /// What was searched for among the duties.
    pub duties: RwSignal<String>,
    /// What was searched for in the standard.
    pub standard: RwSignal<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(down: f64) -> Place {
        Place {
            down,
            folds: Vec::new(),
        }
    }

    #[test]
    fn going_back_leads_to_where_the_user_was() {
        let mut trail = Trail::beginning(None, Route::Home);
        assert_eq!(trail.before(), None);
        assert_eq!(trail.go_on(Route::Records, false, place(120.0)), 1);
        assert_eq!(trail.go_on(Route::Me, false, place(900.0)), 2);
        assert_eq!(trail.before(), Some((&Route::Records, 1)));

        let back = trail.come_to(1, &Route::Records, place(40.0));
        assert_eq!(back, Some(place(900.0)));
        assert_eq!(trail.before(), Some((&Route::Home, 1)));
        let forward = trail.come_to(2, &Route::Me, place(910.0));
        assert_eq!(forward, Some(place(40.0)));
        let far_back = trail.come_to(0, &Route::Home, place(40.0));
        assert_eq!(far_back, Some(place(120.0)));

        // What was ahead is gone with another way.
        trail.go_on(Route::Checklist, false, place(0.0));
        assert_eq!(trail.come_to(2, &Route::Me, place(0.0)), None);
    }

    #[test]
    fn a_sheet_is_no_page_to_go_back_to() {
        let mut trail = Trail::beginning(None, Route::Home);
        trail.go_on(Route::Checklist, false, place(0.0));
        trail.go_on(Route::Checklist, true, place(300.0));
        assert!(trail.is_at_sheet());
        assert_eq!(trail.before(), Some((&Route::Home, 2)));

        // From the sheet to a page that takes its entry.
        let record = Route::Record(uuid::Uuid::nil());
        trail.replace(record.clone());
        assert!(!trail.is_at_sheet());
        assert_eq!(trail.before(), Some((&Route::Checklist, 1)));
        let back = trail.come_to(1, &Route::Checklist, place(0.0));
        assert_eq!(back, Some(place(300.0)));
    }

    #[test]
    fn a_page_that_was_loaded_again_knows_no_way_back() {
        let mut trail = Trail::beginning(Some(7), Route::Me);
        assert_eq!(trail.before(), None);
        assert_eq!(trail.come_to(6, &Route::Home, place(5.0)), None);
        assert_eq!(trail.come_to(7, &Route::Me, place(0.0)), Some(place(5.0)));
        assert_eq!(trail.before(), Some((&Route::Home, 1)));
    }

    #[test]
    fn the_trail_has_an_end() {
        let mut trail = Trail::beginning(None, Route::Home);
        for year in 2000..2190 {
            trail.go_on(Route::Year(year), false, place(0.0));
        }
        assert_eq!(trail.entries.len(), LONGEST);
        assert_eq!(trail.before(), Some((&Route::Year(2188), 1)));
    }

    #[test]
    fn a_fold_is_known_again_when_its_number_has_changed() {
        fn check(words: &[&str], expected: &[(&str, usize)]) {
            let named = Fold::named(words.iter().map(|one| (*one).to_owned()));
            let found: Vec<_> = named.iter().map(|one| (&*one.words, one.nth)).collect();
            assert_eq!(found, expected, "{words:?}");
        }

        check(&["还有 6 项"], &[("还有项", 0)]);
        check(&["还有 5 项"], &[("还有项", 0)]);
        check(&["基本组织 · 10 项"], &[("基本组织", 0)]);
        check(&["基本组织 · 9 项 · 改过 2 项"], &[("基本组织", 0)]);
        check(
            &["为什么", "依据", "为什么"],
            &[("为什么", 0), ("依据", 0), ("为什么", 1)],
        );
    }
}
