//! Which pack the open organisation is held against (用哪套标准): the built-in one of its type, or
//! one that the user loaded.
//!
//! Not here: loading one (`import`).

use crate::app::removal::is_in_use;
use crate::app::standards::loaded;
use crate::app::state::AppState;
use crate::exchange::StoredStandard;
use crate::standard::StandardPack;
use crate::ui::components::{
    AnswerButtons, AnswerLayout, Button, ButtonLink, Choice, Face, Selection, Tone, Weight,
};
use crate::ui::icons::IconName;
use crate::ui::route::Route;
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;
use std::sync::Arc;

/// The choice between the packs there are for this type of organisation.
#[component]
pub fn Choosing(
    /// The pack in use.
    pack: Arc<StandardPack>,
) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().standard);
    let kind = pack.organization;
    let fitting = Memo::new(move |_| {
        state.workspace.with(|workspace| {
            let all = workspace
                .standards
                .values()
                .filter(|own| own.pack.organization == kind && !own.unpublished);
            // Older versions are there for the periods that are judged by them.
            let is_newest = |own: &&StoredStandard| {
                loaded(workspace, &own.pack.id).is_some_and(|newest| newest.id == own.id)
            };
            all.filter(is_newest)
                .cloned()
                .collect::<Vec<StoredStandard>>()
        })
    });
    let content = move || match fitting.with(Vec::is_empty) {
        true => view! {
            <ButtonLink
                label=texts().authoring.title
                icon=IconName::Pen
                href=Route::Authoring.to_string()
            />
            <ButtonLink
                label=words.choose_import
                icon=IconName::Import
                weight=Weight::Quiet
                href=Route::Import.to_string()
            />
        }
        .into_any(),
        false => view! {
            <h2>{words.choose_title}</h2>
            <p class="hint">{words.choose_hint}</p>
            <Offered fitting=fitting />
            <ButtonLink
                label=texts().authoring.title
                icon=IconName::Pen
                href=Route::Authoring.to_string()
            />
        }
        .into_any(),
    };
    view! { {content} }
}

/// The built-in pack and those of the user's own.
#[component]
fn Offered(fitting: Memo<Vec<StoredStandard>>) -> impl IntoView {
    let (state, words, language) = (AppState::expect(), &texts().standard, language());
    // A pack of the user's own, by the id of its document; `None` is the built-in one, which can be
    // chosen as well.
    let chosen = move || {
        let id = state
            .organization
            .with(|one| one.as_ref().and_then(|one| one.pack.clone()));
        let own = fitting.with(|all| {
            let own = all.iter().find(|own| Some(&own.pack.id) == id.as_ref());
            own.map(|own| own.id)
        });
        Some(own)
    };
    let choose = move |id| state.choose_pack(id);
    move || {
        let all = fitting.get();
        let built_in = Choice::new(None, words.choose_built_in, Tone::Open, IconName::List);
        let own = all.iter().map(|own| Choice {
            value: Some(own.id),
            face: Face {
                label: say(&own.pack.title, language),
                detail: own.pack.version.clone(),
                tone: Tone::Open,
                icon: IconName::Pen,
            },
        });
        let bare = all.iter().any(|own| own.pack.checklist.is_empty());
        let bare = bare.then(|| view! { <p class="hint">{words.choose_checklist_stays}</p> });
        let choices = std::iter::once(built_in).chain(own);
        let selection = Selection::new(choices, chosen, choose);
        let is_unused = |own: &StoredStandard| {
            let workspace = state.workspace;
            workspace.with(|workspace| !is_in_use(workspace, own))
        };
        let unused = all.into_iter().filter(is_unused);
        let removals = unused
            .map(|own| view! { <Remove own=own /> })
            .collect_view();
        view! {
            {bare}
            <AnswerButtons
                legend=words.choose_title
                selection=selection
                layout=AnswerLayout::List
            />
            {removals}
        }
    }
}

/// Takes a loaded pack out that no organisation uses.
#[component]
fn Remove(own: StoredStandard) -> impl IntoView {
    let (state, words, language) = (AppState::expect(), &texts().standard, language());
    let id = own.id;
    let remove = Callback::new(move |()| state.delete_standard(id));
    view! {
        <Button
            label=(words.remove_loaded)(say(&own.pack.title, language))
            icon=IconName::Bin
            weight=Weight::Quiet
            on_press=remove
        />
    }
}
