//! Whole documents: entering, beginning, reading in and deleting them.
//!
//! Not here: what stands in them.

use super::Pace;
use crate::app::duties_begun::PacksBefore;
use crate::app::removal::Removal;
use crate::app::session::{Host, Session};
use crate::app::standards::{as_loaded, fit_answers, issued};
use crate::app::sync::ImportState;
use crate::app::undo::{Deed, UndoStep};
use crate::app::watched::Watched;
use crate::assessment::{Assessment, Organization, PackReference, retire_unknown, start_period};
use crate::exchange::{Document, DocumentKey};
use crate::period::Quarter;
use crate::standard::{StandardPack, built_in, hash};
use crate::storage::{JournalRecord, SaveState, WriteError};
use uuid::Uuid;

impl<H: Host> Session<H> {
    /// Enters an organisation and begins its first period; both are opened.
    pub fn add_organization(&self, organization: Organization, period: Quarter) {
        let Ok(pack) = built_in(organization.organization_type) else {
            return;
        };
        let id = organization.id;
        let assessment = self.begin(&pack, &organization, period, None);
        let (key, first) = (
            DocumentKey::Organization(id),
            DocumentKey::Assessment(assessment.id),
        );
        let keys = [DocumentKey::Settings, key, first];
        self.pinned_organization.put(None);
        self.opened.put(Some(assessment.id));
        let deed = Some(Deed::AddedOrganization);
        self.edit(deed, &keys, Pace::Now, |workspace, now_ms| {
            workspace.put(Document::Organization(organization));
            workspace.put(Document::Assessment(assessment));
            workspace.settings.current_organization = Some(id);
            workspace.settings.changed_at = now_ms;
        });
    }

    /// Opens another organisation of this device.
    pub fn open_organization(&self, id: Uuid) {
        self.pinned_organization.put(None);
        self.opened.put(None);
        self.edit_settings(|settings| settings.current_organization = Some(id));
    }

    /// Begins a period of the open organisation from the last one before it, and opens it; where
    /// there is one already, that one is opened.
    pub fn start_period(&self, period: Quarter) {
        let begun = self.look_at_open(|workspace, organization| {
            let own = workspace.assessments_of(organization.id);
            if let Some(there) = own.iter().find(|one| one.period == period) {
                return Some(Err(there.id));
            }
            let pack = issued(workspace, organization)?;
            let previous = workspace.assessment_before(organization.id, period);
            let pack = as_loaded(workspace, &pack).unwrap_or(&pack);
            Some(Ok(self.begin(pack, organization, period, previous)))
        });
        let assessment = match begun {
            None => return,
            Some(Err(there)) => return self.opened.put(Some(there)),
            Some(Ok(assessment)) => assessment,
        };
        self.opened.put(Some(assessment.id));
        let keys = [DocumentKey::Assessment(assessment.id)];
        let deed = Some(Deed::StartedPeriod(period));
        self.edit(deed, &keys, Pace::Now, |workspace, _| {
            workspace.put(Document::Assessment(assessment));
        });
    }

    /// Holds the open organisation against another pack: a loaded one, by its document, or else the
    /// built-in one of its type; and with it those of its periods that have not ended.
    pub fn choose_pack(&self, own: Option<Uuid>) {
        let found = self.look_at_open(|workspace, organization| {
            let own = match own {
                Some(id) => Some(workspace.standards.get(&id)?),
                None => None,
            };
            let chosen = own.map(|own| own.pack.id.clone());
            let pack = match own {
                Some(own) => own.pack.clone(),
                None => built_in(organization.organization_type).ok()?,
            };
            let keys = workspace.keys_of(organization.id);
            Some((organization.id, chosen, pack, keys))
        });
        let Some((id, chosen, pack, keys)) = found else {
            return;
        };
        let (deed, today) = (Some(Deed::ChoseStandard), self.day.copied());
        self.edit(deed, &keys, Pace::Now, |workspace, now_ms| {
            let before = PacksBefore::of(workspace, &[id]);
            // Without a hash nobody could tell later what was answered; no pack lacks one.
            if fit_answers(workspace, &[id], &pack, today).is_ok()
                && let Some(organization) = workspace.organizations.get_mut(&id)
            {
                organization.pack = chosen;
                organization.changed_at = now_ms;
            }
            before.note_duties(workspace, today);
        });
    }

    /// Writes documents that came from a file, as one step that is there as a whole or not at all.
    /// `importing` says how far it is; nothing may be said to be imported before it says so.
    pub fn import(&self, documents: Vec<Document>) {
        let state = self.importing.copied();
        if documents.is_empty() || matches!(state, Some(ImportState::UnderWay { .. })) {
            return;
        }
        let keys: Vec<DocumentKey> = documents.iter().map(Document::key).collect();
        if let Some(reason) = self.why_read_only(&keys) {
            let refused = ImportState::Refused(WriteError::ReadOnly { reason });
            self.importing.put(Some(refused));
            return;
        }
        self.opened.put(None);
        self.importing
            .put(Some(ImportState::UnderWay { percent: 0 }));
        self.with_sync(|sync| sync.begin_import(documents));
        self.go_on_importing_soon();
    }

    /// Puts documents in as the built-in example and opens it.
    pub fn add_example(&self, documents: Vec<Document>) {
        let example = documents.iter().find_map(|document| match document {
            Document::Organization(organization) => Some(organization.id),
            _ => None,
        });
        let mut keys: Vec<DocumentKey> = documents.iter().map(Document::key).collect();
        keys.push(DocumentKey::Settings);
        self.pinned_organization.put(None);
        self.opened.put(None);
        let deed = Some(Deed::AddedExample);
        self.edit(deed, &keys, Pace::Now, |workspace, now_ms| {
            documents.into_iter().for_each(|one| workspace.put(one));
            workspace.settings.current_organization = example;
            workspace.settings.changed_at = now_ms;
        });
    }

    /// Takes every example out.
    pub fn remove_example(&self) {
        self.remove(Deed::RemovedExample, Removal::Example);
    }

    /// Deletes an organisation with everything of it.
    pub fn delete_organization(&self, id: Uuid) {
        self.remove(Deed::Deleted, Removal::Organization(id));
    }

    /// Deletes one period.
    pub fn delete_assessment(&self, id: Uuid) {
        self.remove(Deed::Deleted, Removal::Period(id));
    }

    /// Deletes a loaded pack that no organisation is held against.
    pub fn delete_standard(&self, id: Uuid) {
        let removal = Removal::Standard(id);
        let keys = self.workspace.look(|one| removal.keys(one));
        // What is open stays open: no organisation is held against that pack.
        self.edit(Some(Deed::Deleted), &keys, Pace::Now, |workspace, _| {
            removal.carry_out(workspace);
        });
    }

    /// Deletes everything on this device, and says whether the stores did so. Until the app is
    /// closed it can be taken back from memory; nothing of it stays on the device.
    pub fn delete_everything(&self, journal: &[JournalRecord]) -> bool {
        let deleted = self.with_sync(|sync| sync.delete_everything(journal));
        let changes = match deleted {
            Some(Ok(changes)) => changes,
            Some(Err(why)) => {
                self.save_state.put(SaveState::NotSaved { why });
                return false;
            }
            None => return false,
        };
        self.opened.put(None);
        let deed = Deed::DeletedEverything;
        self.push_undo(UndoStep { deed, changes });
        true
    }

    fn remove(&self, deed: Deed, removal: Removal) {
        let keys = self.workspace.look(|one| removal.keys(one));
        self.opened.put(None);
        self.edit(Some(deed), &keys, Pace::Now, |workspace, _| {
            removal.carry_out(workspace);
        });
    }

    fn begin(
        &self,
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
