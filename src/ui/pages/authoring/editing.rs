//! A draft that is edited item by item, with what it was begun from.
//!
//! Not here: what an edit does (`drafting::editing`), and the pages (`edited`, `item`).

use crate::app::commands::{Pace, edited_of, original_of};
use crate::app::state::AppState;
use crate::drafting::editing::{Against, against, form_of};
use crate::standard::{
    ItemId, StandardPack, built_in, built_in_in_chinese, built_in_in_chinese_with_later,
};
use crate::ui::speech::{language, texts};
use leptos::prelude::*;
use std::sync::Arc;
use uuid::Uuid;

/// A draft that is edited. It is a handle: copies speak of the same draft.
#[derive(Clone, Copy)]
pub(super) struct Editing {
    /// The id of its document.
    pub id: Uuid,
    /// The pack as it was entered; `None` if there is no such draft.
    pub pack: Memo<Option<Arc<StandardPack>>>,
    /// What it was begun from, with its points in tenths.
    pub original: Memo<Option<Arc<StandardPack>>>,
    /// The state of the app.
    pub state: AppState,
}

impl Editing {
    /// The draft with this id.
    pub fn new(state: AppState, id: Uuid) -> Self {
        let language = language();
        let pack = Memo::new(move |_| {
            let kept = state
                .workspace
                .with(|workspace| edited_of(workspace.standards.get(&id)?));
            kept.map(Arc::new)
        });
        let begun_from = Memo::new(move |_| {
            let begun = pack.with(|pack| pack.as_ref().map(|pack| pack.begun_from.clone()));
            begun.flatten()
        });
        let original = Memo::new(move |_| {
            begun_from.track();
            let pack = pack.get_untracked()?;
            let read = language.of([built_in_in_chinese, built_in]);
            let found = state
                .workspace
                .with_untracked(|workspace| original_of(workspace, &pack, read));
            found.map(Arc::new)
        });
        Self {
            id,
            pack,
            original,
            state,
        }
    }

    /// Changes it, and keeps it.
    pub fn change(self, pace: Pace, change: impl FnOnce(&mut StandardPack)) {
        let original = self.original.get_untracked();
        self.state
            .edit_draft(self.id, original.as_deref(), pace, change);
    }

    /// What a tap does that takes something back to what the original says.
    pub fn restoring(
        self,
        restore: impl Fn(&mut StandardPack, &StandardPack) + Send + Sync + 'static,
    ) -> Callback<()> {
        Callback::new(move |()| {
            if let Some(original) = self.original.get_untracked() {
                self.change(Pace::Now, |pack| restore(pack, &original));
            }
        })
    }

    /// Takes the responsibility checklist over that the standard leaves to the built-in one.
    pub fn take_over_checklist(self) {
        let read = language().of([built_in_in_chinese_with_later, built_in]);
        self.change(Pace::Now, |pack| {
            let kind = pack.organization;
            if let Some(completed) = pack.completed(|| read(kind).ok()) {
                *pack = completed;
            }
        });
    }

    /// How an item stands to the original; the same where there is none.
    pub fn against(self, id: &ItemId) -> Against {
        let both = self.pack.get().zip(self.original.get());
        both.map_or(Against::Same, |(pack, original)| {
            against(&pack, &original, id)
        })
    }

    /// The address of the page of an item.
    pub fn address_of(self, id: &ItemId) -> String {
        format!("{}.{id}", self.id)
    }
}

/// What an item is called.
pub(super) fn name_of(pack: &StandardPack, id: &ItemId) -> String {
    let title = form_of(pack, id).map(|form| form.title).unwrap_or_default();
    match title.trim().is_empty() {
        true => texts().editing.unnamed.to_owned(),
        false => title,
    }
}
