//! What a page shows again when the user comes back to it (回到原处): how far down the user was, and
//! which records the user looked at. It is forgotten when the app is closed.
//!
//! Not here: what the user entered, which is kept (`app`).

use super::route::Route;
use crate::standard::ItemId;
use leptos::prelude::*;

/// More steps back than anybody remembers.
const LONGEST: usize = 30;

/// The pages the user came through, with how far down each was left, in CSS pixels.
#[derive(Clone, Debug, Default)]
pub struct Trail {
    visited: Vec<(Route, f64)>,
}

impl Trail {
    /// Notes that the user leaves a page for another. Answers how far down that one was where the
    /// user goes back to it, by whichever way: the page before, not any page that the user has
    /// seen.
    pub fn leave(&mut self, page: Route, down: f64, other: &Route) -> Option<f64> {
        if self
            .visited
            .last()
            .is_some_and(|(before, _)| before == other)
        {
            return self.visited.pop().map(|(_, down)| down);
        }
        self.visited.push((page, down));
        if self.visited.len() > LONGEST {
            self.visited.remove(0);
        }
        None
    }
}

/// Which records the user looked at last. A context.
#[derive(Clone, Copy, Debug, Default)]
pub struct RecordsShown {
    /// Their year; that of today where the user chose none.
    pub year: RwSignal<Option<i32>>,
    /// Their kind; all kinds where the user chose none.
    pub kind: RwSignal<Option<ItemId>>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn going_back_leads_to_where_she_was() {
        fn check(steps: &[(Route, f64, Route)], expected: &[Option<f64>]) {
            let mut trail = Trail::default();
            let steps = steps.iter().cloned();
            let found: Vec<_> = steps
                .map(|(page, down, other)| trail.leave(page, down, &other))
                .collect();
            assert_eq!(found, expected);
        }

        let (home, list, me) = (Route::Home, Route::Records, Route::Me);
        check(
            &[
                (home.clone(), 120.0, list.clone()),
                (list.clone(), 900.0, me.clone()),
                (me.clone(), 40.0, list.clone()),
                (list.clone(), 900.0, home.clone()),
            ],
            &[None, None, Some(900.0), Some(120.0)],
        );
        // A page that was seen earlier, and not just before, begins at its top.
        check(
            &[
                (home.clone(), 120.0, list.clone()),
                (list, 900.0, me.clone()),
                (me, 40.0, home),
            ],
            &[None, None, None],
        );
    }

    #[test]
    fn the_trail_has_an_end() {
        let mut trail = Trail::default();
        for year in 0..100 {
            trail.leave(Route::Year(year), 0.0, &Route::Year(year + 1));
        }
        assert_eq!(trail.visited.len(), LONGEST);
    }
}
