//! Editing a standard in place (在标准上改): beginning from a built-in one or from one's own, and
//! keeping what is changed.
//!
//! A draft that is edited keeps the pack as it was entered beside the sound one that it comes to.
//! Not here: what an edit does (`drafting::editing`), and bringing a draft into use (`standards`).

use super::Pace;
use crate::app::session::{Host, Session};
use crate::app::undo::Deed;
use crate::app::versions::version_of;
use crate::app::watched::Watched;
use crate::app::workspace::Workspace;
use crate::drafting::editing::{begun_from, in_tenths, mended, next_version};
use crate::exchange::{Document, DocumentKey, StoredStandard};
use crate::standard::{OrganizationType, PackError, StandardPack};
use crate::typed_json;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What is kept of the editing of a standard.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Kept {
    /// The pack as it was entered.
    edited: StandardPack,
}

impl<H: Host> Session<H> {
    /// Begins a standard of one's own from a copy of this one, and returns the id of its draft.
    pub fn begin_from(&self, original: &StandardPack) -> Option<Uuid> {
        let id = self.new_id();
        let edited = begun_from(original, &format!("local.{}", id.simple()));
        self.put_edited(id, &edited, Some(original))
    }

    /// Begins the next version of a standard of one's own, and returns the id of its draft; one
    /// that was begun before is gone on with.
    pub fn begin_next_version(&self, pack: &StandardPack) -> Option<Uuid> {
        let begun = self.workspace.look(|workspace| {
            let mut drafts = workspace.standards.values();
            let is_of = |one: &&StoredStandard| one.unpublished && one.pack.id == pack.id;
            drafts.find(is_of).map(|one| one.id)
        });
        begun.or_else(|| self.put_edited(self.new_id(), &next_version(pack), None))
    }

    /// From now on a draft is edited item by item, and no longer by its table.
    pub fn edit_items_of_draft(&self, id: Uuid) {
        let pack = self.workspace.look(|workspace| {
            let stored = workspace.standards.get(&id);
            stored
                .filter(|one| one.unpublished)
                .map(|one| one.pack.clone())
        });
        if let Some(pack) = pack {
            self.put_edited(id, &pack, None);
        }
    }

    /// Changes a draft that is edited, and keeps it. `original` is what it was begun from, where
    /// that is at hand.
    pub fn edit_draft(
        &self,
        id: Uuid,
        original: Option<&StandardPack>,
        pace: Pace,
        change: impl FnOnce(&mut StandardPack),
    ) {
        let kept = self
            .workspace
            .look(|workspace| edited_of(workspace.standards.get(&id)?));
        let Some(mut edited) = kept else { return };
        change(&mut edited);
        self.keep_edited(id, &edited, original, pace);
    }

    fn put_edited(
        &self,
        id: Uuid,
        edited: &StandardPack,
        original: Option<&StandardPack>,
    ) -> Option<Uuid> {
        self.keep_edited(id, edited, original, Pace::Now)
            .then_some(id)
    }

    fn keep_edited(
        &self,
        id: Uuid,
        edited: &StandardPack,
        original: Option<&StandardPack>,
        pace: Pace,
    ) -> bool {
        let original = original.map(in_tenths);
        let kept = Kept {
            edited: edited.clone(),
        };
        let Ok(draft) = typed_json::value_of(&kept) else {
            return false;
        };
        let stored = StoredStandard {
            id,
            pack: mended(edited, original.as_ref()),
            added_at: self.now_ms(),
            draft: Some(draft),
            unpublished: true,
            extra: serde_json::Map::new(),
        };
        let (deed, keys) = (Some(Deed::EditedDraft), [DocumentKey::Standard(id)]);
        self.edit(deed, &keys, pace, |workspace, _| {
            workspace.put(Document::Standard(stored));
        });
        true
    }
}

/// The pack of a draft that is edited, as it was entered; `None` if it is none.
pub fn edited_of(stored: &StoredStandard) -> Option<StandardPack> {
    let kept: Kept = typed_json::read(stored.draft.as_ref()?).ok()?;
    stored.unpublished.then_some(kept.edited)
}

/// What a standard was begun from (原标准), with its points in tenths; `None` if it was begun from
/// nothing, or that is not at hand. `built_in` reads a built-in one.
pub fn original_of(
    workspace: &Workspace,
    pack: &StandardPack,
    built_in: impl FnOnce(OrganizationType) -> Result<StandardPack, PackError>,
) -> Option<StandardPack> {
    let original = pack.begun_from.as_ref()?;
    if let Some(own) = version_of(workspace, &original.id, &original.version) {
        return Some(in_tenths(&own.pack));
    }
    let built_in = built_in(pack.organization).ok()?;
    (built_in.id == original.id).then(|| in_tenths(&built_in))
}
