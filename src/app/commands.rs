//! What a person can do: each is one edit, saved in the same task, with a way back.
//!
//! Not here: what any of it amounts to. That follows from the workspace by itself.

use super::edit;
use super::state::AppState;
use super::undo::{Deed, UndoStep};
use super::workspace::Workspace;
use crate::assessment::{
    Answer, AnswerValue, Assessment, Evidence, Organization, PackReference, retire_unknown,
    start_period,
};
use crate::exchange::{Document, DocumentKey, Settings};
use crate::period::Quarter;
use crate::standard::{ItemId, StandardPack, built_in, hash};
use crate::storage::{JournalRecord, SaveState, WriteError};
use leptos::prelude::*;
use std::time::Duration;
use uuid::Uuid;

/// When an edit is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// In this task: a tap.
    Now,
    /// After 400 ms without another edit: typing.
    Soon,
}

/// How long typing may pause before what was typed is written, in milliseconds.
const TYPING_PAUSE_MS: u64 = 400;

impl AppState {
    /// Changes documents as one step that can be taken back.
    pub fn edit(
        self,
        deed: Option<Deed>,
        keys: Vec<DocumentKey>,
        pace: Pace,
        change: impl FnOnce(&mut Workspace, i64),
    ) {
        let why = self
            .with_keeper(|keeper| keeper.why_read_only(&keys))
            .flatten();
        if let Some(reason) = why {
            let why = WriteError::ReadOnly { reason };
            self.save_state.set(SaveState::NotSaved { why });
            return;
        }
        let now_ms = self.now_ms();
        let mut changes = Vec::new();
        self.workspace.maybe_update(|workspace| {
            changes = edit::make(workspace, &keys, now_ms, change);
            !changes.is_empty()
        });
        if changes.is_empty() {
            return;
        }
        let changed: Vec<DocumentKey> = changes.iter().map(|change| change.key).collect();
        if let Some(deed) = deed {
            let step = UndoStep { deed, changes };
            self.undo.update(|stack| match pace {
                Pace::Now => stack.push(step),
                Pace::Soon => stack.push_typed(step),
            });
        }
        match pace {
            Pace::Now => self.save_now(changed),
            Pace::Soon => self.save_soon(&changed),
        }
    }

    /// Takes the last change back.
    pub fn undo_last(self) {
        let Some(step) = self.undo.try_update(|stack| stack.pop()).flatten() else {
            return;
        };
        let now_ms = self.now_ms();
        let mut keys = Vec::new();
        self.workspace.maybe_update(|workspace| {
            keys = step.restore(workspace, now_ms);
            !keys.is_empty()
        });
        self.save_now(keys);
    }

    /// Answers an item of the open assessment, or takes the answer back.
    pub fn answer(self, id: &ItemId, value: Option<AnswerValue>) {
        self.edit_answer(id, Deed::Answered(id.clone()), Pace::Now, move |answer| {
            answer.value = value;
            answer.carried_from = None;
        });
    }

    /// Answers several items at once, for example all vetoes with 「无」.
    pub fn answer_many(self, values: Vec<(ItemId, AnswerValue)>) {
        let Some(key) = self.open_key() else { return };
        let deed = Deed::AnsweredMany(values.len());
        self.edit_open(deed, key, Pace::Now, move |assessment, now_ms| {
            for (id, value) in values {
                let answer = assessment.answers.entry(id).or_default();
                answer.value = Some(value);
                answer.carried_from = None;
                answer.changed_at = now_ms;
            }
        });
    }

    /// Writes the note of an item.
    pub fn write_note(self, id: &ItemId, text: String) {
        self.edit_answer(id, Deed::Wrote(id.clone()), Pace::Soon, move |answer| {
            answer.note = text
        });
    }

    /// Writes why an item was answered otherwise than it follows.
    pub fn write_reason(self, id: &ItemId, text: String) {
        let write = move |answer: &mut Answer| answer.reason = text;
        self.edit_answer(id, Deed::Wrote(id.clone()), Pace::Soon, write);
    }

    /// Writes the papers of an item.
    pub fn write_evidence(self, id: &ItemId, evidence: Vec<Evidence>) {
        let write = move |answer: &mut Answer| answer.evidence = evidence;
        self.edit_answer(id, Deed::Wrote(id.clone()), Pace::Soon, write);
    }

    /// Changes the organisation that is open.
    pub fn edit_organization(self, deed: Deed, pace: Pace, change: impl FnOnce(&mut Organization)) {
        let Some(id) = self
            .organization
            .with_untracked(|one| one.as_ref().map(|one| one.id))
        else {
            return;
        };
        self.edit(
            Some(deed),
            vec![DocumentKey::Organization(id)],
            pace,
            |workspace, now_ms| {
                if let Some(organization) = workspace.organizations.get_mut(&id) {
                    let before = organization.clone();
                    change(organization);
                    if *organization != before {
                        organization.changed_at = now_ms;
                    }
                }
            },
        );
    }

    /// Changes the settings of this device.
    pub fn edit_settings(self, change: impl FnOnce(&mut Settings)) {
        self.edit(
            None,
            vec![DocumentKey::Settings],
            Pace::Now,
            |workspace, now_ms| {
                let before = workspace.settings.clone();
                change(&mut workspace.settings);
                if workspace.settings != before {
                    workspace.settings.changed_at = now_ms;
                }
            },
        );
    }

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
        let assessment = self.begin(&pack, &organization, period, previous);
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
        let keys = self.workspace.with_untracked(|workspace| {
            let examples = workspace.organizations.values().filter(|one| one.example);
            examples
                .flat_map(|one| workspace.keys_of(one.id))
                .collect::<Vec<_>>()
        });
        self.delete(Deed::RemovedExample, keys);
    }

    /// Deletes the open organisation with everything of it.
    pub fn delete_organization(self, id: Uuid) {
        let keys = self
            .workspace
            .with_untracked(|workspace| workspace.keys_of(id));
        self.delete(Deed::Deleted, keys);
    }

    /// Deletes one period.
    pub fn delete_assessment(self, id: Uuid) {
        self.delete(Deed::Deleted, vec![DocumentKey::Assessment(id)]);
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

    fn delete(self, deed: Deed, keys: Vec<DocumentKey>) {
        self.opened.set(None);
        self.edit(Some(deed), keys.clone(), Pace::Now, |workspace, _| {
            keys.iter().for_each(|key| workspace.remove(key));
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

    fn open_key(self) -> Option<Uuid> {
        self.assessment
            .with_untracked(|one| one.as_ref().map(|one| one.id))
    }

    fn edit_open(
        self,
        deed: Deed,
        id: Uuid,
        pace: Pace,
        change: impl FnOnce(&mut Assessment, i64),
    ) {
        self.edit(
            Some(deed),
            vec![DocumentKey::Assessment(id)],
            pace,
            |workspace, now_ms| {
                if let Some(assessment) = workspace.assessments.get_mut(&id) {
                    change(assessment, now_ms);
                }
            },
        );
    }

    fn edit_answer(self, id: &ItemId, deed: Deed, pace: Pace, change: impl FnOnce(&mut Answer)) {
        let Some(key) = self.open_key() else { return };
        let id = id.clone();
        self.edit_open(deed, key, pace, move |assessment, now_ms| {
            let before = assessment.answers.get(&id).cloned();
            let mut answer = before.clone().unwrap_or_default();
            change(&mut answer);
            // An answer never given and not given now leaves no trace.
            if before.is_none() && answer.is_empty() {
                return;
            }
            if before.as_ref() != Some(&answer) {
                answer.changed_at = now_ms;
                assessment.answers.insert(id, answer);
            }
        });
    }

    fn save_now(self, keys: Vec<DocumentKey>) {
        self.with_keeper(|keeper| keeper.save(keys));
    }

    fn save_soon(self, keys: &[DocumentKey]) {
        self.with_keeper(|keeper| keeper.save_soon(keys));
        // Every edit starts a timer of its own; the first to ring writes what is there, and the
        // later ones find nothing waiting unless there was more typing.
        set_timeout(move || self.flush(), Duration::from_millis(TYPING_PAUSE_MS));
    }
}
