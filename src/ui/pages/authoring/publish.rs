//! Bringing a draft into use: its version, what becomes of the answers, and the button.
//!
//! Not here: what a change of the standard does (`app::standards`).

use super::draft::Drafting;
use crate::app::state::AppState;
use crate::assessment::{Fate, fates};
use crate::ui::components::{Button, TextField, Weight};
use crate::ui::icons::IconName;
use crate::ui::navigation::Navigation;
use crate::ui::route::Route;
use crate::ui::speech::texts;
use leptos::prelude::*;

/// The version, what becomes of the answers, and the button that brings it into use.
#[component]
pub(super) fn Publish(drafting: Drafting) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().authoring);
    let navigation = Navigation::expect();
    let year = state.today().map(|day| day.year().to_string());
    let version = RwSignal::new(year.unwrap_or_else(|| "1".to_owned()));
    let is_empty = Memo::new(move |_| drafting.reading.with(|one| one.found.is_empty()));
    let publish = Callback::new(move |()| {
        let said = version.get_untracked();
        let said = said.trim();
        state.publish_draft(drafting.id, if said.is_empty() { "1" } else { said });
        navigation.go(&Route::Assess);
    });
    let delete = Callback::new(move |()| {
        state.delete_standard(drafting.id);
        navigation.go(&Route::Authoring);
    });
    let becomes = move || {
        let pack = state.workspace.with(|workspace| {
            workspace
                .standards
                .get(&drafting.id)
                .map(|one| one.pack.clone())
        });
        state.assessment.with(|assessment| {
            let fates = fates(assessment.as_ref()?, &pack?);
            let count = |wanted| fates.iter().filter(|(_, fate)| *fate == wanted).count();
            (!fates.is_empty()).then(|| {
                let [kept, again, retired] =
                    [Fate::Kept, Fate::AskedAgain, Fate::Retired].map(count);
                view! { <p>{(words.what_becomes)(kept, again, retired)}</p> }
            })
        })
    };
    let empty = move || {
        is_empty
            .get()
            .then(|| view! { <p class="hint">{words.nothing_to_ask}</p> })
    };
    view! {
        <section class="stack">
            <TextField
                label=words.version
                hint=words.version_hint
                value=version
                on_input=Callback::new(move |text| version.set(text))
            />
            <p class="hint">{words.publish_hint}</p>
            {becomes}
            {empty}
            <Button
                label=words.publish
                weight=Weight::Primary
                enabled=Signal::derive(move || !is_empty.get())
                on_press=publish
            />
            <Button
                label=words.delete
                icon=IconName::Bin
                weight=Weight::Quiet
                on_press=delete
            />
        </section>
    }
}
