//! A field of several lines for a note (备注). Writing is always optional.
//!
//! Not here: the rules by which it keeps its text, which are those of every field (`held_input`).

use super::fresh_id;
use super::held_input::Hold;
use super::identity_warning::IdentityWarning;
use crate::exchange::limits::LONGEST_TEXT;
use leptos::html;
use leptos::prelude::*;

/// A field of several lines. It is never rewritten while the user is in it. What looks like an
/// identity number gets a word of warning and is kept all the same.
#[component]
pub fn NoteField(
    /// What it is for.
    #[prop(into)]
    label: String,
    /// The text as it is kept.
    #[prop(into)]
    value: Signal<String>,
    /// Takes every change that is not in the middle of a composition.
    #[prop(default = Callback::new(|_| ()), into)]
    on_input: Callback<String>,
    /// Takes the finished text.
    #[prop(default = Callback::new(|_| ()), into)]
    on_commit: Callback<String>,
    /// How many characters it takes.
    #[prop(default = LONGEST_TEXT)]
    longest: usize,
    /// How many lines are shown.
    #[prop(default = 3)]
    lines: u8,
    /// A line below the label; empty for none.
    #[prop(optional, into)]
    hint: String,
) -> impl IntoView {
    let node = NodeRef::<html::Textarea>::new();
    let hold = Hold::new(value, on_input, on_commit).keeping_both();
    Effect::new(move |_| hold.show(node.get().as_ref()));
    let field = move || node.try_get_untracked().flatten();
    let id = fresh_id("note");
    let hint_id = (!hint.is_empty()).then(|| format!("{id}-hint"));
    view! {
        <div class="labelled">
            <label for=id.clone()>{label}</label>
            {hint_id.clone().map(|id| view! { <p class="hint" id=id>{hint}</p> })}
            <textarea
                node_ref=node
                class="field"
                id=id
                rows=lines.to_string()
                maxlength=longest.to_string()
                aria-describedby=hint_id
                prop:value=value.get_untracked()
                on:input=move |event| hold.typed(field().as_ref(), &event)
                on:compositionend=move |_| hold.composed(field().as_ref())
                on:change=move |_| hold.finished(field().as_ref())
                on:blur=move |_| hold.left(field().as_ref())
            ></textarea>
            <IdentityWarning text=value />
        </div>
    }
}
