//! Which handouts there are (材料一览), by what they are for.
//!
//! Not here: the handouts.

use crate::handout::HandoutGroup;
use crate::ui::components::{LinkList, ListLink};
use crate::ui::route::Route;
use crate::ui::speech::texts;
use leptos::prelude::*;

/// The handouts, each a row.
#[component]
pub fn HandoutsPage() -> impl IntoView {
    let texts = texts();
    let groups = HandoutGroup::ALL.into_iter().map(|group| {
        let rows = group.kinds().iter().map(|kind| {
            view! {
                <ListLink
                    title=kind.title(texts)
                    subtitle=kind.about(texts)
                    href=Route::Handout(kind.key().to_owned()).to_string()
                />
            }
        });
        view! {
            <h2>{group.title(texts)}</h2>
            <LinkList>{rows.collect_view()}</LinkList>
        }
    });
    groups.collect_view()
}
