//! What the original says of something that was changed, and the button that goes back to it.
//!
//! Not here: what it says of what (`original`, `award_before`, `edited_part`), and which standard
//! is the original (`editing`).

use crate::ui::components::{Button, Disclosure, Weight};
use crate::ui::icons::IconName;
use crate::ui::speech::texts;
use leptos::prelude::*;

/// That something was changed; what the original says is folded, with the way back.
#[component]
pub(super) fn ChangedFrom(
    /// Goes back to it.
    on_restore: Callback<()>,
    /// What the original says.
    children: ChildrenFn,
) -> impl IntoView {
    let words = &texts().editing;
    let children = StoredValue::new(children);
    view! {
        <div class="stack-tight">
            <p><span class="tag">{words.changed}</span></p>
            <Disclosure summary=words.original>
                <div class="stack-tight">
                    {children.with_value(|children| children())}
                    <Restore label=words.restore weight=Weight::Secondary on_press=on_restore />
                </div>
            </Disclosure>
        </div>
    }
}

/// The button that takes something over from the original.
#[component]
pub(super) fn Restore(
    /// The word on it.
    #[prop(into)]
    label: Signal<String>,
    /// How heavy it looks.
    weight: Weight,
    /// Takes it over.
    on_press: Callback<()>,
) -> impl IntoView {
    view! { <Button label=label icon=IconName::Undo weight=weight on_press=on_press /> }
}
