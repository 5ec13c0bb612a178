//! Bringing a draft into use: its version, what becomes of the answers, and the button.
//!
//! Not here: what a change of the standard does (`app::standards`).

use crate::app::state::AppState;
use crate::app::version_names::free_version;
use crate::app::versions::{is_behind, moves_along};
use crate::assessment::{Fate, fates};
use crate::ui::components::{Button, DateField, Disclosure, TextField, Weight};
use crate::ui::icons::IconName;
use crate::ui::navigation::Navigation;
use crate::ui::route::Route;
use crate::ui::speech::{item_name, language, texts};
use leptos::prelude::*;
use uuid::Uuid;

/// The version, what becomes of the answers, and the button that brings it into use.
#[component]
pub(super) fn Publish(
    /// The id of the document of the draft.
    id: Uuid,
    /// Whether nothing would be asked.
    #[prop(into)]
    is_empty: Signal<bool>,
) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().authoring);
    let navigation = Navigation::expect();
    let year = state.today().map(|day| day.year().to_string());
    let year = year.unwrap_or_else(|| "1".to_owned());
    let offered = state.workspace.with_untracked(|workspace| {
        let stored = workspace.standards.get(&id);
        stored.map(|stored| free_version(workspace, &stored.pack.id, &year))
    });
    let version = RwSignal::new(offered.unwrap_or(year));
    let issued_on = RwSignal::new(state.today());
    let publish = Callback::new(move |()| {
        state.publish_draft(
            id,
            version.get_untracked().trim(),
            issued_on.get_untracked(),
        );
        // A period that has ended stays with its standard; the page of the standard says so.
        let behind = open_is_behind(state);
        navigation.go(if behind {
            &Route::Standard
        } else {
            &Route::Assess
        });
    });
    let delete = Callback::new(move |()| {
        state.delete_standard(id);
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
            <DateField
                label=texts().editing.issued_on
                value=issued_on
                on_change=Callback::new(move |day| issued_on.set(day))
            />
            <p class="hint">{words.publish_hint}</p>
            <WhatBecomes id=id />
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
fn WhatBecomes(id: Uuid) -> impl IntoView {
    let (state, words, language) = (AppState::expect(), &texts().authoring, language());
    let named = Memo::new(move |_| {
        let next = state.workspace.with(|workspace| {
            let stored = workspace.standards.get(&id);
            stored.map(|one| one.pack.clone())
        });
        let found = next.zip(state.pack.get()).map(|(next, present)| {
            let fates = state.assessment.with(|one| {
                // A period that has ended stays with its standard.
                one.as_ref()
                    .filter(|one| moves_along(one, state.today()))
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
            <div class="stack-tight">{groups}</div>
        </Show>
    }
}

/// Whether the open period stays with another standard than its organisation uses now.
fn open_is_behind(state: AppState) -> bool {
    let organization = state.organization.get_untracked();
    let both = organization.zip(state.assessment.get_untracked());
    both.is_some_and(|(organization, open)| {
        let workspace = state.workspace;
        workspace.with_untracked(|workspace| is_behind(workspace, &organization, &open))
    })
}
