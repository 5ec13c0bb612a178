//! Making a standard of one's own (编本地标准): beginning a draft, putting it right, bringing it into
//! use.
//!
//! Not here: reading a table (`drafting`), and loading a standard from a file (`import`).

use super::Pace;
use crate::app::duties_begun::PacksBefore;
use crate::app::session::{Host, Session};
use crate::app::standards::{
    as_loaded, fit_answers, issued, keys_of_pack, reference_to, settle, users,
};
use crate::app::undo::Deed;
use crate::app::version_names::free_version;
use crate::app::watched::Watched;
use crate::assessment::retire_unknown;
use crate::drafting::{Draft, pack_of, read};
use crate::exchange::{Document, DocumentKey, StoredStandard};
use crate::period::CivilDate;
use crate::standard::StandardPack;
use crate::typed_json;
use uuid::Uuid;

impl<H: Host> Session<H> {
    /// Holds the open period against the pack that its organisation uses now (这一期也改用): one that
    /// has ended stays with its own until the user says so.
    pub fn bring_open_period_along(&self, assessment: Uuid) {
        let pack = self.look_at_open(|workspace, organization| {
            let pack = issued(workspace, organization)?;
            Some(as_loaded(workspace, &pack).unwrap_or(&pack).clone())
        });
        let reference = pack.as_ref().and_then(|pack| reference_to(pack).ok());
        let Some((pack, reference)) = pack.zip(reference) else {
            return;
        };
        let (deed, keys) = (
            Some(Deed::ChoseStandard),
            [DocumentKey::Assessment(assessment)],
        );
        self.edit(deed, &keys, Pace::Now, |workspace, _| {
            if let Some(assessment) = workspace.assessments.get_mut(&assessment) {
                assessment.pack = reference;
                retire_unknown(assessment, &pack);
            }
        });
    }

    /// Keeps a new draft, for the type of the open organisation, and returns its id. `None` if no
    /// organisation is open or the date is unknown.
    pub fn begin_draft(&self, draft: &Draft) -> Option<Uuid> {
        let id = self.new_id();
        let stored = self.drafted(id, draft, "1")?;
        let keys = [DocumentKey::Standard(id)];
        self.edit(Some(Deed::EditedDraft), &keys, Pace::Now, |workspace, _| {
            workspace.put(Document::Standard(stored));
        });
        Some(id)
    }

    /// Keeps what was put right in a draft.
    pub fn keep_draft(&self, id: Uuid, draft: &Draft, pace: Pace) {
        let version = self.workspace.look(|workspace| {
            let stored = workspace.standards.get(&id);
            stored.map(|stored| stored.pack.version.clone())
        });
        let stored = version.and_then(|version| self.drafted(id, draft, &version));
        let Some(stored) = stored else { return };
        let keys = [DocumentKey::Standard(id)];
        self.edit(Some(Deed::EditedDraft), &keys, pace, |workspace, now_ms| {
            let added_at = now_ms;
            workspace.put(Document::Standard(StoredStandard { added_at, ..stored }));
        });
    }

    /// Brings a draft into use (启用): it gets this version, issued on this day, and the open
    /// organisation is held against it from now on. What was only needed for making it goes.
    pub fn publish_draft(&self, id: Uuid, version: &str, day: Option<CivilDate>) {
        let found = self.look_at_open(|workspace, organization| {
            let stored = workspace.standards.get(&id)?;
            let mut keys = keys_of_pack(workspace, &stored.pack.id);
            keys.push(DocumentKey::Standard(id));
            keys.extend(workspace.keys_of(organization.id));
            Some((organization.id, stored.pack.clone(), keys))
        });
        let Some((organization, pack, keys)) = found else {
            return;
        };
        let version = self
            .workspace
            .look(|one| free_version(one, &pack.id, version));
        let pack = StandardPack {
            version,
            issued_on: day.or(pack.issued_on),
            ..pack
        };
        let today = self.day.copied();
        self.edit(
            Some(Deed::ChoseStandard),
            &keys,
            Pace::Now,
            |workspace, now_ms| {
                let mut held = users(workspace, &pack.id);
                if !held.contains(&organization) {
                    held.push(organization);
                }
                let before = PacksBefore::of(workspace, &held);
                if let Some(stored) = workspace.standards.get_mut(&id) {
                    stored.pack = pack.clone();
                    stored.unpublished = false;
                    stored.draft = None;
                }
                // Without a hash nobody could tell later what was answered; no pack lacks one.
                if fit_answers(workspace, &[organization], &pack, today).is_ok()
                    && settle(workspace, &pack.id, today).is_ok()
                    && let Some(organization) = workspace.organizations.get_mut(&organization)
                {
                    organization.pack = Some(pack.id.clone());
                    organization.changed_at = now_ms;
                }
                before.note_duties(workspace, today);
            },
        );
    }

    /// The document of a draft, with the pack that it comes to.
    fn drafted(&self, id: Uuid, draft: &Draft, version: &str) -> Option<StoredStandard> {
        let kind = self.look_at_open(|_, organization| Some(organization.organization_type))?;
        let pack_id = format!("local.{}", id.simple());
        let day = self.day.copied()?;
        Some(StoredStandard {
            id,
            pack: pack_of(draft, &read(draft), &pack_id, version, kind, day),
            added_at: self.now_ms(),
            draft: typed_json::value_of(draft).ok(),
            unpublished: true,
            extra: serde_json::Map::new(),
        })
    }
}

/// What is kept of the making of a standard; `None` if it was not made here.
pub fn draft_of(stored: &StoredStandard) -> Option<Draft> {
    typed_json::read(stored.draft.as_ref()?).ok()
}
