//! One of several things that can be begun (选项块): as large as a thumb, two or three beside one
//! another.
//!
//! Not here: rows of a list (`list_link`).

use crate::ui::icons::{Icon, IconName};
use leptos::prelude::*;

/// A thing that can be begun.
#[component]
pub fn Tile(
    /// What it is.
    #[prop(into)]
    label: String,
    /// The icon before it.
    icon: IconName,
    /// What a tap does.
    on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <button type="button" class="tile moves" on:click=move |_| on_press.run(())>
            <Icon name=icon />
            <span>{label}</span>
        </button>
    }
}
