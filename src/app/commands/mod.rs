//! What a person can do: each is one edit, saved in the same task, with a way back.
//!
//! Not here: what any of it amounts to. That follows from the workspace by itself.

mod documents;
mod ledger;

use super::edit;
use super::state::AppState;
use super::undo::{Deed, UndoStep};
use super::workspace::Workspace;
use crate::assessment::{Answer, AnswerValue, Assessment, Evidence, Organization};
use crate::exchange::{DocumentKey, Settings};
use crate::standard::ItemId;
use crate::storage::load::ReadOnlyReason;
use crate::storage::{SaveState, WriteError};
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
        if let Some(reason) = self.why_read_only(&keys) {
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
            answer.write_note(text);
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
                    organization.stamp_changes(&before, now_ms);
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

    /// Why one of these documents must not be written, if one must not.
    pub(super) fn why_read_only(self, keys: &[DocumentKey]) -> Option<ReadOnlyReason> {
        self.with_keeper(|keeper| keeper.why_read_only(keys))
            .flatten()
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
