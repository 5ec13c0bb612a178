//! What the bar and the window say (顶栏和窗口标题): whose assessment it is, what the page is called, and
//! how much is late.
//!
//! Not here: how it is drawn (`components::Shell`), and the titles of the pages (`titles`).

use super::components::Whose;
use super::naming::organization_name;
use super::route::Route;
use super::speech::texts;
use crate::app::state::AppState;
use crate::assessment::overdue;
use crate::text::Texts;
use leptos::prelude::*;

/// Whose assessment it is, and of which period. `None` on every page but the first, and while there
/// is no organisation.
pub fn whose(state: AppState, shown: Memo<Route>) -> Memo<Option<Whose>> {
    let texts = texts();
    Memo::new(move |_| {
        let is_home = shown.with(|shown| *shown == Route::Home);
        let name = organization(state, texts).filter(|_| is_home)?;
        let period = state
            .assessment
            .with(|one| one.as_ref().map(|one| one.period));
        let later = match period > state.this_quarter() {
            true => format!(" · {}", texts.home.later_than_now),
            false => String::new(),
        };
        let period = period.map(texts.facts.quarter).unwrap_or_default();
        Some(Whose {
            name,
            period: format!("{period}{later}"),
            href: Route::Me.to_string(),
        })
    })
}

/// Keeps the title of the window: the page, and the organisation or the app.
pub fn follow_title(state: AppState, title: Signal<String>) {
    let texts = texts();
    let whole = Memo::new(move |_| {
        let (page, app) = (title.get(), texts.common.app_name);
        match organization(state, texts) {
            Some(name) => format!("{page} · {name}"),
            None if page == app => page,
            None => format!("{page} · {app}"),
        }
    });
    Effect::new(move |_| whole.with(|whole| document().set_title(whole)));
}

/// How many things are late today.
pub fn late(state: AppState) -> Memo<usize> {
    Memo::new(move |_| {
        let today = state.today();
        let agenda = state.agenda.get();
        let count = |today| state.ledger.with(|ledger| overdue(&agenda, ledger, today));
        today.map_or(0, count)
    })
}

fn organization(state: AppState, texts: &Texts) -> Option<String> {
    let open = state.organization;
    open.with(|one| one.as_ref().map(|one| organization_name(one, texts)))
}
