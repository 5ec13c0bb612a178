//! The pages of the responsibility checklist (清单): what is due, the month and the year, the
//! duties, and everything else a line each.
//!
//! Not here: records (`records`), rectifications and mechanisms.

mod calendar;
mod checklist;
mod duties;
mod duty;
mod index;
mod month;
mod occurrence;
mod own_duty;
mod responsibility;
mod rooms;
mod row;
mod since;
mod unmet;
mod year;

pub use checklist::ChecklistPage;
pub use duties::DutiesPage;
pub use duty::DutyPage;
pub use index::IndexPage;
pub use month::MonthPage;
pub use rooms::Rooms;
pub use row::{Act, act_word};
pub use unmet::UnmetPage;
pub use year::YearPage;

use crate::app::commands::Pace;
use crate::app::state::AppState;
use crate::app::undo::Deed;
use crate::assessment::LocalSettings;
use crate::duty::{DutyStanding, DutyState, closing_in as occurrences_closing_in, year_plan};
use crate::period::{CivilDate, Month};
use crate::ui::components::{Mark, Tone};
use crate::ui::icons::IconName;
use crate::ui::speech::texts;
use leptos::prelude::*;
use std::sync::Arc;

/// Every occurrence that belongs to one of these years, as it stands today.
fn plan(state: AppState, years: impl IntoIterator<Item = i32>) -> Vec<DutyState> {
    let Some(pack) = state.pack_in_force.get() else {
        return Vec::new();
    };
    let found = state.with_known(|_, known| {
        let of_year = |year| year_plan(&pack.checklist, year, known);
        years.into_iter().flat_map(of_year).collect()
    });
    found.unwrap_or_default()
}

/// What closes in the months of a year. A duty of the year before may close in it, too.
fn closing_in(state: AppState, year: i32) -> Memo<Arc<Vec<DutyState>>> {
    Memo::new(move |_| {
        let Some(pack) = state.pack_in_force.get() else {
            return Arc::default();
        };
        let found =
            state.with_known(|_, known| occurrences_closing_in(&pack.checklist, year, known));
        Arc::new(found.unwrap_or_default())
    })
}

/// The month of today. While the clock cannot be believed there is no today, and the links lead
/// somewhere all the same.
fn this_month(state: AppState) -> Month {
    let somewhere = CivilDate::new(2026, 1, 1).unwrap_or(CivilDate::EARLIEST);
    Month::of(state.today().unwrap_or(somewhere))
}

/// How an occurrence stands, as a mark.
#[component]
fn DutyMark(standing: DutyStanding) -> impl IntoView {
    let words = &texts().duties;
    let (icon, word, tone) = match standing {
        DutyStanding::Done(_) => (IconName::Check, words.standing_done, Tone::Met),
        DutyStanding::Missed(_) => (IconName::Dash, words.standing_missed, Tone::Partly),
        DutyStanding::Due => (IconName::Ring, words.standing_due, Tone::Open),
        DutyStanding::Late => (IconName::Warning, words.standing_late, Tone::Unmet),
        DutyStanding::NotYet => (IconName::Dash, words.standing_not_yet, Tone::Quiet),
        DutyStanding::Earlier => (IconName::Dash, words.standing_earlier, Tone::Quiet),
    };
    view! { <Mark icon=icon word=word tone=tone /> }
}

/// Changes which duties and mechanisms are on, and the duties of the user's own.
pub fn change_duties(state: AppState, pace: Pace, change: impl FnOnce(&mut LocalSettings)) {
    state.edit_organization(Deed::ChangedDuties, pace, |one| change(&mut one.local));
}
