//! Whole documents: entering, beginning, reading in and deleting them.
//!
//! Not here: what stands in them.

use super::Pace;
use crate::app::removal::Removal;
use crate::app::standards::as_loaded;
use crate::app::state::AppState;
use crate::app::undo::{Deed, UndoStep};
use crate::assessment::{Assessment, Organization, PackReference, retire_unknown, start_period};
use crate::exchange::{Document, DocumentKey};
use crate::period::Quarter;
use crate::standard::{StandardPack, built_in, hash};
use crate::storage::{JournalRecord, SaveState};
use leptos::prelude::*;
use uuid::Uuid;

impl AppState {
    /// Enters an organisation and begins its first period; both are opened.
    pub fn add_organization(self, organization: Organization, period: Quarter) {
        let Ok(pack) = built_in(organization.organization_type) else {
            return;
        };
        let id = organization.id;
        let assessment = self.begin(&pack, &organization, period, None);
        let (key, first) = (
            DocumentKey::Organization(id),
            DocumentKey::Assessment(assessment.id),
        );
        let keys = vec![DocumentKey::Settings, key, first];
        self.stays_at.set(None);
        self.opened.set(Some(assessment.id));
        self.edit(
            Some(Deed::AddedOrganization),
            keys,
            Pace::Now,
            |workspace, now_ms| {
                workspace.put(Document::Organization(organization));
                workspace.put(Document::Assessment(assessment));
                workspace.settings.current_organization = Some(id);
                workspace.settings.changed_at = now_ms;
            },
        );
    }

    /// Opens another organisation of this device.
    pub fn open_organization(self, id: Uuid) {
        self.stays_at.set(None);
        self.opened.set(None);
        self.edit_settings(|settings| settings.current_organization = Some(id));
    }

    /// Begins a period of the open organisation from the last one before it, and opens it; where
    /// there is one already, that one is opened.
    pub fn start_period(self, period: Quarter) {
        let Some(organization) = self.organization.get_untracked() else {
            return;
        };
        let Some(pack) = self.pack.get_untracked() else {
            return;
        };
        let workspace = self.workspace.get_untracked();
        let own = workspace.assessments_of(organization.id);
        if let Some(there) = own.iter().find(|one| one.period == period) {
            self.opened.set(Some(there.id));
            return;
        }
        let previous = workspace.assessment_before(organization.id, period);
        let issued = as_loaded(&workspace, &pack).unwrap_or(&pack);
        let assessment = self.begin(issued, &organization, period, previous);
        self.opened.set(Some(assessment.id));
        let keys = vec![DocumentKey::Assessment(assessment.id)];
        self.edit(
            Some(Deed::StartedPeriod(period)),
            keys,
            Pace::Now,
            |workspace, _| {
                workspace.put(Document::Assessment(assessment));
            },
        );
    }

    /// Writes documents that came from a file, as one step.
    pub fn import(self, documents: Vec<Document>) {
        let keys: Vec<DocumentKey> = documents.iter().map(Document::key).collect();
        self.edit(
            Some(Deed::Imported(keys.len())),
            keys,
            Pace::Now,
            |workspace, _| {
                for document in documents {
                    workspace.put(document);
                }
            },
        );
        self.opened.set(None);
    }

    /// Puts documents in as the built-in example and opens it.
    pub fn add_example(self, documents: Vec<Document>) {
        let example = documents.iter().find_map(|document| match document {
            Document::Organization(organization) => Some(organization.id),
            _ => None,
        });
        let mut keys: Vec<DocumentKey> = documents.iter().map(Document::key).collect();
        keys.push(DocumentKey::Settings);
        self.stays_at.set(None);
        self.opened.set(None);
        self.edit(
            Some(Deed::AddedExample),
            keys,
            Pace::Now,
            |workspace, now_ms| {
                for document in documents {
                    workspace.put(document);
                }
                workspace.settings.current_organization = example;
                workspace.settings.changed_at = now_ms;
            },
        );
    }

    /// Takes every example out.
    pub fn remove_example(self) {
        self.remove(Deed::RemovedExample, Removal::Example);
    }

    /// Deletes an organisation with everything of it.
    pub fn delete_organization(self, id: Uuid) {
        self.remove(Deed::Deleted, Removal::Organization(id));
    }

    /// Deletes one period.
    pub fn delete_assessment(self, id: Uuid) {
        self.remove(Deed::Deleted, Removal::Period(id));
    }

    /// Deletes a loaded pack that no organisation is held against.
    pub fn delete_standard(self, id: Uuid) {
        let removal = Removal::Standard(id);
        let keys = self.workspace.with_untracked(|one| removal.keys(one));
        // What is open stays open: no organisation is held against that pack.
        self.edit(Some(Deed::Deleted), keys, Pace::Now, |workspace, _| {
            removal.carry_out(workspace);
        });
    }

    /// Deletes everything on this device, and says whether the stores did so. Until the app is
    /// closed it can be taken back from memory; nothing of it stays on the device.
    pub fn delete_everything(self, journal: &[JournalRecord]) -> bool {
        let deleted = self.with_keeper(|keeper| keeper.delete_everything(journal));
        let changes = match deleted {
            Some(Ok(changes)) => changes,
            Some(Err(why)) => {
                self.save_state.set(SaveState::NotSaved { why });
                return false;
            }
            None => return false,
        };
        self.opened.set(None);
        let deed = Deed::DeletedEverything;
        self.undo
            .update(|stack| stack.push(UndoStep { deed, changes }));
        true
    }

    fn remove(self, deed: Deed, removal: Removal) {
        let keys = self.workspace.with_untracked(|one| removal.keys(one));
        self.opened.set(None);
        self.edit(Some(deed), keys, Pace::Now, |workspace, _| {
            removal.carry_out(workspace);
        });
    }

    fn begin(
        self,
        pack: &StandardPack,
        organization: &Organization,
        period: Quarter,
        previous: Option<&Assessment>,
    ) -> Assessment {
        let reference = PackReference {
            id: pack.id.clone(),
            version: pack.version.clone(),
            hash: hash(pack).unwrap_or_default(),
        };
        let (id, now_ms) = (self.new_id(), self.now_ms());
        let pack = (pack, reference);
        let mut assessment = start_period(
            id,
            organization.id,
            period,
            pack.clone(),
            previous,
            organization.term_end,
            now_ms,
        );
        assessment.example = organization.example;
        retire_unknown(&mut assessment, pack.0);
        assessment
    }
}
