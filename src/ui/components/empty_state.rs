//! What a page says when there is nothing to show yet (空状态), and what to do about it.
//!
//! Not here: messages about something that happened (`notice`).

use leptos::prelude::*;

/// There is nothing to show yet.
#[component]
pub fn EmptyState(
    /// What is not there, in a few words; empty for a state of one line.
    #[prop(optional, into)]
    title: String,
    /// What will stand here, or why nothing does.
    #[prop(into)]
    text: Signal<String>,
    /// Buttons, if anything can be done.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            {(!title.is_empty()).then(|| view! { <p class="empty-title">{title}</p> })}
            <p>{move || text.get()}</p>
            {children.map(|actions| view! { <div class="action-row">{actions()}</div> })}
        </div>
    }
}
