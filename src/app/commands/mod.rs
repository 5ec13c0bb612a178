//! What a user can do (能做的事): each is one edit of a session, saved in the same task or as soon
//! as it is to be seen, with a way back.
//!
//! Not here: what any of it amounts to. That follows from the workspace by itself.

mod answers;
mod documents;
mod editing;
mod ledger;
mod review;
mod standards;

pub use editing::{edited_of, original_of};
pub use standards::draft_of;

use super::edit;
use super::session::{Alarm, Host, Session};
use super::undo::{Deed, Field, UndoStep};
use super::watched::Watched;
use super::workspace::Workspace;
use crate::assessment::Organization;
use crate::exchange::{DocumentKey, Settings};
use crate::storage::load::ReadOnlyReason;
use crate::storage::{SaveState, WriteError};
use uuid::Uuid;

/// When an edit is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pace {
    /// In this task: a tap that does more than answer.
    Now,
    /// As soon as the page shows it: a tap on an answer. What the user waits for is seen first, and
    /// writing takes longer than showing. Until it is written nobody says that it is.
    Shown,
    /// After 400 ms without another edit: typing in this field.
    Typed(Field),
}

impl Pace {
    /// Typing in the field of this name.
    pub fn typed(name: &'static str) -> Self {
        Self::Typed(Field::named(name))
    }

    /// Typing in the one of several fields of this name that holds what stands under a key.
    pub fn typed_at(name: &'static str, key: impl ToString) -> Self {
        Self::Typed(Field::keyed(name, key))
    }

    /// The same in an entry of the ledger.
    fn in_entry(self, entry: Uuid) -> Self {
        match self {
            Self::Typed(field) => Self::Typed(field.of_entry(entry)),
            other => other,
        }
    }
}

/// How long typing may pause before what was typed is written, in milliseconds.
const TYPING_PAUSE_MS: u64 = 400;

impl<H: Host> Session<H> {
    /// Changes documents as one step that can be taken back.
    pub fn edit(
        &self,
        deed: Option<Deed>,
        keys: &[DocumentKey],
        pace: Pace,
        change: impl FnOnce(&mut Workspace, i64),
    ) {
        let mut change = Some(change);
        let mut change_once = |workspace: &mut Workspace, now_ms| {
            if let Some(change) = change.take() {
                change(workspace, now_ms);
            }
        };
        self.edit_by(deed, keys, pace, &mut change_once);
    }

    /// Takes the last change back.
    pub fn undo_last(&self) {
        let mut last = None;
        self.undo.change(|stack| {
            last = stack.pop();
            last.is_some()
        });
        let Some(step) = last else { return };
        let now_ms = self.now_ms();
        let mut keys = Vec::new();
        self.workspace.change(|workspace| {
            keys = step.restore(workspace, now_ms);
            !keys.is_empty()
        });
        self.save_now(keys);
    }

    /// Changes the organisation that is open.
    pub fn edit_organization(
        &self,
        deed: Deed,
        pace: Pace,
        change: impl FnOnce(&mut Organization),
    ) {
        let Some(id) = self.open_organization_id() else {
            return;
        };
        let keys = [DocumentKey::Organization(id)];
        self.edit(Some(deed), &keys, pace, |workspace, now_ms| {
            if let Some(organization) = workspace.organizations.get_mut(&id) {
                let before = organization.clone();
                change(organization);
                organization.stamp_changes(&before, now_ms);
            }
        });
    }

    /// Changes the settings of this device. They are changed back where they were changed, and not
    /// by a step back.
    pub fn edit_settings(&self, change: impl FnOnce(&mut Settings)) {
        let keys = [DocumentKey::Settings];
        self.edit(None, &keys, Pace::Now, |workspace, now_ms| {
            let before = workspace.settings.clone();
            change(&mut workspace.settings);
            if workspace.settings != before {
                workspace.settings.changed_at = now_ms;
            }
        });
    }

    /// Makes this the key by which files for others are signed, or deletes the one there is.
    pub fn set_signing_key(&self, secret: Option<String>) {
        let keys = [DocumentKey::Settings];
        let deed = Some(Deed::ChangedKey);
        self.edit(deed, &keys, Pace::Now, |workspace, now_ms| {
            workspace.settings.signing_key = secret;
            workspace.settings.changed_at = now_ms;
        });
    }

    /// Why one of these documents must not be written, if one must not.
    pub(super) fn why_read_only(&self, keys: &[DocumentKey]) -> Option<ReadOnlyReason> {
        self.with_sync(|sync| sync.why_read_only(keys)).flatten()
    }

    /// Adds a step that can be taken back.
    pub(super) fn push_undo(&self, step: UndoStep) {
        self.undo.change(|stack| {
            stack.push(step);
            true
        });
    }

    /// An edit, compiled once for all commands.
    fn edit_by(
        &self,
        deed: Option<Deed>,
        keys: &[DocumentKey],
        pace: Pace,
        change: &mut dyn FnMut(&mut Workspace, i64),
    ) {
        if let Some(reason) = self.why_read_only(keys) {
            let why = WriteError::ReadOnly { reason };
            self.save_state.put(SaveState::NotSaved { why });
            return;
        }
        let now_ms = self.now_ms();
        let mut changes = Vec::new();
        self.workspace.change(|workspace| {
            changes = edit::make(workspace, keys, now_ms, change);
            !changes.is_empty()
        });
        if changes.is_empty() {
            return;
        }
        let changed: Vec<DocumentKey> = changes.iter().map(|change| change.key).collect();
        if let Some(deed) = deed {
            let step = UndoStep { deed, changes };
            self.undo.change(|stack| {
                match &pace {
                    Pace::Now | Pace::Shown => stack.push(step),
                    Pace::Typed(field) => stack.push_typed(step, field.clone()),
                }
                true
            });
        }
        match pace {
            Pace::Now => self.save_now(changed),
            Pace::Shown => self.save_soon(&changed, Alarm::WriteShown, 0),
            // Every edit sets an alarm of its own; the first to ring writes what is there, and the
            // later ones find nothing waiting unless there was more typing.
            Pace::Typed(_) => self.save_soon(&changed, Alarm::WriteTyped, TYPING_PAUSE_MS),
        }
    }

    fn save_now(&self, keys: Vec<DocumentKey>) {
        self.with_sync(|sync| sync.save(keys));
    }

    fn save_soon(&self, keys: &[DocumentKey], alarm: Alarm, after_ms: u64) {
        self.with_sync(|sync| sync.save_soon(keys));
        self.wake(alarm, after_ms);
    }
}
