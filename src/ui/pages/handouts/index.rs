//! Which handouts there are (材料一览), by what they are for.
//!
//! Not here: the handouts.

use crate::app::state::AppState;
use crate::handout::{HandoutGroup, HandoutKind};
use crate::ui::components::{LinkList, ListLink};
use crate::ui::route::Route;
use crate::ui::speech::texts;
use leptos::prelude::*;

/// The handouts, each a row.
#[component]
pub fn HandoutsPage() -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let pack = state.pack_in_force.get_untracked();
    let fits = |kind: &&HandoutKind| pack.as_ref().is_none_or(|pack| kind.fits(pack));
    let groups = HandoutGroup::ALL.into_iter().filter_map(|group| {
        let kinds: Vec<_> = group.kinds().iter().filter(fits).collect();
        if kinds.is_empty() {
            return None;
        }
        let rows = kinds.into_iter().map(|kind| {
            view! {
                <ListLink
                    title=kind.title(texts)
                    subtitle=kind.about(pack.as_deref(), texts)
                    href=Route::Handout(kind.key().to_owned()).to_string()
                />
            }
        });
        let rows = rows.collect_view();
        Some(view! {
            <h2>{group.title(texts)}</h2>
            <LinkList>{rows}</LinkList>
        })
    });
    groups.collect_view()
}
