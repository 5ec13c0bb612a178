//! Which handouts there are (材料一览).
//!
//! Not here: the handouts.

use crate::handout::HandoutKind;
use crate::ui::components::{LinkList, ListLink};
use crate::ui::route::Route;
use crate::ui::speech::texts;
use leptos::prelude::*;

/// The handouts, each a row.
#[component]
pub fn HandoutsPage() -> impl IntoView {
    let texts = texts();
    let rows = HandoutKind::ALL.into_iter().map(|kind| {
        view! {
            <ListLink
                title=kind.title(texts)
                href=Route::Handout(kind.key().to_owned()).to_string()
            />
        }
    });
    view! { <LinkList>{rows.collect_view()}</LinkList> }
}
