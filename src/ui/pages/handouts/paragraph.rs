//! The paragraph at the head of the report (情况综述), which the user may change and copy.
//!
//! Not here: the one that writes itself (`handout::report::prose`).

use crate::app::state::AppState;
use crate::handout::Material;
use crate::handout::report::prose::{LONGEST, paragraph};
use crate::ui::components::{ActionRow, Button, NoteField, Weight};
use crate::ui::devices::Devices;
use crate::ui::icons::IconName;
use crate::ui::pages::handover::{Handed, what_to_expect};
use crate::ui::speech::texts;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// The summary of the open period in the user's own words, if there is one.
pub fn own_words(state: AppState) -> Option<String> {
    state.assessment.with(|one| {
        let summary = one.as_ref()?.summary.as_ref()?;
        summary.own_words().map(str::to_owned)
    })
}

/// The paragraph, to be changed and copied.
#[component]
pub fn Paragraph(material: Memo<Option<Arc<Material>>>) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().handouts);
    let made = Memo::new(move |_| {
        let material = material.get();
        material
            .map(|material| paragraph(&material))
            .unwrap_or_default()
    });
    let own = Memo::new(move |_| own_words(state));
    let value = Signal::derive(move || own.get().unwrap_or_else(|| made.get()));
    let write = Callback::new(move |text: String| {
        // What says the same as the one that writes itself goes on writing itself.
        let is_made = made.with_untracked(|made| *made == text);
        state.write_summary(if is_made { String::new() } else { text });
    });
    let back = Callback::new(move |()| state.write_summary(String::new()));
    let is_own = Memo::new(move |_| own.with(Option::is_some));
    view! {
        <NoteField
            label=words.paragraph
            hint=words.paragraph_hint
            value=value
            on_input=write
            on_commit=Callback::new(move |_: String| state.flush())
            longest=LONGEST
            lines=6
        />
        <Show when=move || is_own.get()>
            <p class="hint">{words.paragraph_own}</p>
            <ActionRow>
                <Button
                    label=words.paragraph_back
                    icon=IconName::Undo
                    weight=Weight::Quiet
                    on_press=back
                />
            </ActionRow>
        </Show>
        <Copy text=value />
    }
}

/// Copies the paragraph alone.
#[component]
fn Copy(text: Signal<String>) -> impl IntoView {
    let (words, devices) = (&texts().handouts, Devices::expect());
    let handed = RwSignal::new(Handed::default());
    let copy = Callback::new(move |()| {
        let text = text.get_untracked();
        spawn_local(async move {
            handed.set(match devices.copy(text.clone()).await {
                Ok(()) => Handed::Copied(text.chars().count()),
                Err(_) => Handed::CopyRefused(text),
            });
        });
    });
    view! {
        <ActionRow>
            <Button label=words.paragraph_copy icon=IconName::Copy on_press=copy />
        </ActionRow>
        <div class="stack" role="status">{move || what_to_expect(handed.get())}</div>
    }
}
