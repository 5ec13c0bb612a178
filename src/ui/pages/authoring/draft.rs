//! One draft: what was read of the table, what is doubtful, and bringing it into use.
//!
//! Not here: recognising anything (`drafting`). Each correction is kept as it is made.

use super::columns::Columns;
use super::edited::Edited;
use super::editing::Editing;
use super::head::HeadFields;
use super::publish::Publish;
use super::rows::Parts;
use crate::app::commands::{Pace, draft_of, edited_of};
use crate::app::state::AppState;
use crate::drafting::{Draft, Reading, read};
use crate::ui::components::{Button, ButtonLink, Disclosure, EmptyState};
use crate::ui::route::Route;
use crate::ui::speech::texts;
use leptos::prelude::*;
use uuid::Uuid;

/// A draft that is being put right. It is a handle: copies speak of the same draft.
#[derive(Clone, Copy)]
pub(super) struct Drafting {
    /// The id of its document.
    pub id: Uuid,
    /// The draft as it is kept.
    pub draft: Memo<Draft>,
    /// What it amounts to.
    pub reading: Memo<Reading>,
    state: AppState,
}

impl Drafting {
    fn new(state: AppState, id: Uuid) -> Self {
        let draft = Memo::new(move |_| {
            let kept = state.workspace.with(|workspace| {
                let stored = workspace.standards.get(&id)?;
                stored.unpublished.then(|| draft_of(stored))?
            });
            kept.unwrap_or_default()
        });
        Self {
            id,
            draft,
            reading: Memo::new(move |_| draft.with(read)),
            state,
        }
    }

    /// Puts something right, and keeps it.
    pub fn change(self, pace: Pace, change: impl FnOnce(&mut Draft)) {
        let mut draft = self.draft.get_untracked();
        change(&mut draft);
        self.state.keep_draft(self.id, &draft, pace);
    }
}

/// How a draft is made.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Made {
    OfATable,
    ItemByItem,
}

/// The page of one draft.
#[component]
pub fn DraftingPage(
    /// The id of its document.
    id: Uuid,
) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().authoring);
    let made = Memo::new(move |_| {
        state.workspace.with(|workspace| {
            let stored = workspace.standards.get(&id)?;
            let edited = edited_of(stored).map(|_| Made::ItemByItem);
            edited.or_else(|| draft_of(stored).map(|_| Made::OfATable))
        })
    });
    move || match made.get() {
        Some(Made::OfATable) => view! { <Body drafting=Drafting::new(state, id) /> }.into_any(),
        Some(Made::ItemByItem) => view! { <Edited editing=Editing::new(state, id) /> }.into_any(),
        None => view! {
            <EmptyState text=words.gone>
                <ButtonLink label=words.title href=Route::Authoring.to_string() />
            </EmptyState>
        }
        .into_any(),
    }
}

#[component]
fn Body(drafting: Drafting) -> impl IntoView {
    let words = &texts().authoring;
    let said = move || {
        drafting.reading.with(|reading| {
            let items = (words.read_items)(reading.found.len(), reading.parts.len());
            let doubts = match reading.doubts() {
                0 => words.no_doubt.to_owned(),
                count => (words.doubtful)(count),
            };
            format!("{items}{}{doubts}", texts().home.and)
        })
    };
    let is_empty = Signal::derive(move || drafting.reading.with(|one| one.found.is_empty()));
    view! {
        <p role="status"><strong>{said}</strong></p>
        <Parts drafting=drafting />
        <Columns drafting=drafting />
        <HeadFields drafting=drafting />
        <EditItems drafting=drafting />
        <Publish id=drafting.id is_empty=is_empty />
    }
}

/// The way from the table to editing item by item.
#[component]
fn EditItems(drafting: Drafting) -> impl IntoView {
    let words = &texts().editing;
    let edit = Callback::new(move |()| drafting.state.edit_items_of_draft(drafting.id));
    view! {
        <Disclosure summary=words.edit_items>
            <div class="stack-tight">
                <p class="hint">{words.edit_items_hint}</p>
                <Button label=words.edit_items on_press=edit />
            </div>
        </Disclosure>
    }
}
