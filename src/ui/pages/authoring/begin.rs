//! Beginning without a table: from the built-in standard, or from one's own.
//!
//! Not here: pasting a table (`paste`).

use crate::app::standards::as_loaded;
use crate::app::state::AppState;
use crate::standard::{built_in, built_in_in_chinese};
use crate::ui::components::{LinkList, ListButton};
use crate::ui::icons::IconName;
use crate::ui::navigation::Navigation;
use crate::ui::route::Route;
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;

/// The ways to begin without a table.
#[component]
pub(super) fn Begin() -> impl IntoView {
    let (state, words, language) = (AppState::expect(), &texts().editing, language());
    let navigation = Navigation::expect();
    let kind = move || {
        let kind = |one: &crate::assessment::Organization| one.organization_type;
        state
            .organization
            .with_untracked(|one| one.as_ref().map(kind))
    };
    let from_built_in = Callback::new(move |()| {
        let read = language.of([built_in_in_chinese, built_in]);
        let pack = kind().and_then(|kind| read(kind).ok());
        if let Some(id) = pack.and_then(|pack| state.begin_from(&pack)) {
            navigation.go(&Route::Drafting(id));
        }
    });
    let own = Memo::new(move |_| {
        let pack = state.pack.get()?;
        state
            .workspace
            .with(|workspace| as_loaded(workspace, &pack).cloned())
    });
    let next = Callback::new(move |()| {
        let id =
            own.with_untracked(|own| own.as_ref().and_then(|own| state.begin_next_version(own)));
        if let Some(id) = id {
            navigation.go(&Route::Drafting(id));
        }
    });
    let next_row = move || {
        let name = own.with(|own| own.as_ref().map(|own| say(&own.title, language)))?;
        let row = view! {
            <ListButton
                title=words.next_version
                subtitle=(words.next_version_hint)(name)
                icon=IconName::Pen
                on_press=next
            />
        };
        Some(row)
    };
    view! {
        <h2>{words.begin_title}</h2>
        <LinkList>
            <ListButton
                title=words.begin
                subtitle=words.begin_hint
                icon=IconName::Pen
                on_press=from_built_in
            />
            {next_row}
        </LinkList>
    }
}
