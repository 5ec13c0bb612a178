//! What stands otherwise than in the period before (和上期比), as far as it belongs to what was run
//! through.
//!
//! Not here: the comparison of two periods as a whole (`history`).

use super::{basic_name, star_name};
use crate::app::state::AppState;
use crate::assessment::{Change, Outcome, compare};
use crate::standard::StandardPack;
use crate::text::Language;
use crate::ui::answering::RunEnd;
use crate::ui::components::{BasicMark, StandingMark, StarMark};
use crate::ui::pages::outcomes::outcome_of;
use crate::ui::speech::{item_name, language, texts};
use leptos::prelude::*;
use std::sync::Arc;

/// More changes than these are told by the comparison of the periods.
const TOLD: usize = 3;

/// What of it stands otherwise than in the period before.
#[component]
pub fn Changes(of: RunEnd, pack: Arc<StandardPack>) -> impl IntoView {
    let (state, words, language) = (AppState::expect(), &texts().assess, language());
    let names = Arc::clone(&pack);
    // Apart, since no answer of this period changes what the one before amounts to.
    let judged = Arc::clone(&pack);
    let before = Memo::new(move |_| outcome_before(state, &judged));
    let changes = Memo::new(move |_| {
        let found = before.with(|before| {
            let after = state.outcome.get();
            let both = before.as_ref().zip(after.as_ref());
            both.map(|(before, after)| compare(before, after))
        });
        let own = found.into_iter().flatten();
        let own = own.filter(|one| is_of(one, &of, &pack));
        own.take(TOLD).collect::<Vec<Change>>()
    });
    move || {
        let found = changes.get();
        let row = |change: &Change| view! { <li>{in_words(change, &names, language)}</li> };
        (!found.is_empty()).then(|| {
            view! {
                <h3>{words.end_changes}</h3>
                <ul class="stack-tight">{found.iter().map(row).collect_view()}</ul>
            }
        })
    }
}

/// What the period before amounts to. `None` if there is none.
fn outcome_before(state: AppState, pack: &Arc<StandardPack>) -> Option<Outcome> {
    let earlier = state.previous.get()?;
    outcome_of(state, &earlier, pack)
}

/// Whether a change belongs to that whose end it is.
fn is_of(change: &Change, of: &RunEnd, pack: &StandardPack) -> bool {
    match (change, of) {
        // That it is met by today and not for good yet is no change of what was done.
        (Change::Basic { shift, .. }, _) if shift.before.is_met() && shift.after.is_met() => false,
        (Change::Basic { .. } | Change::Star { .. }, RunEnd::Quarter) => true,
        (Change::Basic { key, .. }, RunEnd::Basic(own)) => key == own,
        (Change::Indicator { id, .. }, RunEnd::Basic(own)) => pack
            .indicator(id)
            .is_some_and(|(basic, _)| basic.key == *own),
        (Change::Star { key, .. }, RunEnd::Star(own)) => key == own,
        _ => false,
    }
}

fn in_words(change: &Change, pack: &StandardPack, language: Language) -> AnyView {
    let (name, before, after) = match change {
        Change::Basic { key, shift } => (
            basic_name(pack, key, language),
            view! { <BasicMark state=shift.before /> }.into_any(),
            view! { <BasicMark state=shift.after /> }.into_any(),
        ),
        // A star that stands as it did has other points.
        Change::Star { key, shift } if shift.before.0 == shift.after.0 => {
            let words = language.texts().answers.points_of;
            let points = |score| words(pack.points(score)).into_any();
            let name = star_name(pack, key, language);
            (name, points(shift.before.1), points(shift.after.1))
        }
        Change::Star { key, shift } => (
            star_name(pack, key, language),
            view! { <StarMark state=shift.before.0 /> }.into_any(),
            view! { <StarMark state=shift.after.0 /> }.into_any(),
        ),
        Change::Indicator { id, shift } => (
            item_name(pack, id, language),
            view! { <StandingMark standing=shift.before /> }.into_any(),
            view! { <StandingMark standing=shift.after /> }.into_any(),
        ),
    };
    view! { <span>{name}" "</span>{before}" → "{after} }.into_any()
}
