//! Bringing a draft into use: its version, what becomes of the answers, and the button.
//!
//! Not here: what a change of the standard does (`app::standards`).

use super::draft::Drafting;
use crate::app::state::AppState;
use crate::assessment::{Fate, fates};
use crate::ui::components::{Button, Disclosure, TextField, Weight};
use crate::ui::icons::IconName;
use crate::ui::navigation::Navigation;
use crate::ui::route::Route;
use crate::ui::speech::{item_name, language, texts};
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
            <WhatBecomes drafting=drafting />
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

/// What becomes of the answers of the open period, item by item.
#[component]
fn WhatBecomes(drafting: Drafting) -> impl IntoView {
    let (state, words, language) = (AppState::expect(), &texts().authoring, language());
    let named = Memo::new(move |_| {
        let next = state.workspace.with(|workspace| {
            let stored = workspace.standards.get(&drafting.id);
            stored.map(|one| one.pack.clone())
        });
        let found = next.zip(state.pack.get()).map(|(next, present)| {
            let fates = state.assessment.with(|one| {
                one.as_ref()
                    .map(|one| fates(one, &next))
                    .unwrap_or_default()
            });
            let names = fates.into_iter().map(|(id, fate)| {
                // What is no longer asked is known to the present standard alone.
                let pack = if fate == Fate::Retired {
                    &*present
                } else {
                    &next
                };
                (item_name(pack, &id, language), fate)
            });
            names.collect::<Vec<(String, Fate)>>()
        });
        found.unwrap_or_default()
    });
    let all = [
        (Fate::Kept, words.fate_kept),
        (Fate::AskedAgain, words.fate_asked_again),
        (Fate::Retired, words.fate_retired),
    ];
    let groups = move || {
        let groups = all.into_iter().filter_map(|(wanted, name)| {
            let own = named.with(|all| {
                let own = all.iter().filter(|(_, fate)| *fate == wanted);
                own.map(|(name, _)| name.clone()).collect::<Vec<String>>()
            });
            let summary = format!("{name} · {}", own.len());
            (!own.is_empty()).then(|| {
                view! {
                    <Disclosure summary=summary>
                        <ul class="reasons">
                            {own.iter().map(|one| view! { <li>{one.clone()}</li> }).collect_view()}
                        </ul>
                    </Disclosure>
                }
            })
        });
        groups.collect_view()
    };
    view! {
        <Show when=move || named.with(|all| !all.is_empty())>
            <p>{words.what_becomes}</p>
            <div>{groups}</div>
        </Show>
    }
}
