//! The way back from every change (撤销).
//!
//! Not here: what the person is told of it. A step knows what was done, and the page says it.

use super::workspace::Workspace;
use crate::assessment::{Answer, Assessment};
use crate::exchange::{Document, DocumentKey};
use crate::period::Quarter;
use crate::standard::ItemId;
use std::collections::BTreeSet;

/// How many steps are kept. Each holds the documents that it changed and nothing else.
const DEEPEST: usize = 50;

/// What was done, for the words of the undo bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// An item was answered, or its answer taken back.
    Answered(ItemId),
    /// Several items were answered at once.
    AnsweredMany(usize),
    /// A note, a reason or a paper was written.
    Wrote(ItemId),
    /// The profile of the organisation was changed.
    ChangedProfile,
    /// A local change to the pack was made.
    ChangedStandard,
    /// A period was begun.
    StartedPeriod(Quarter),
    /// An organisation was entered.
    AddedOrganization,
    /// The example was put in.
    AddedExample,
    /// The example was taken out.
    RemovedExample,
    /// A file was read in: this many documents.
    Imported(usize),
    /// An organisation or a period was deleted.
    Deleted,
    /// Everything was deleted.
    DeletedEverything,
    /// A setting was changed.
    ChangedSetting,
}

/// One step back.
#[derive(Clone, Debug, PartialEq)]
pub struct UndoStep {
    /// What was done.
    pub deed: Deed,
    /// The documents as they were before; nothing where there was none.
    pub before: Vec<(DocumentKey, Option<Document>)>,
}

/// The steps back, the newest last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UndoStack {
    steps: Vec<UndoStep>,
}

impl UndoStack {
    /// Adds a step. Writing on in the same place extends the step that is there, so that one undo
    /// takes back the whole note and not its last letter.
    pub fn push(&mut self, step: UndoStep) {
        let goes_on = matches!(step.deed, Deed::Wrote(_) | Deed::ChangedProfile);
        if goes_on && self.steps.last().is_some_and(|last| last.deed == step.deed) {
            return;
        }
        self.steps.push(step);
        if self.steps.len() > DEEPEST {
            self.steps.remove(0);
        }
    }

    /// The step that would be taken back.
    pub fn last(&self) -> Option<&UndoStep> {
        self.steps.last()
    }

    /// Takes the newest step off.
    pub fn pop(&mut self) -> Option<UndoStep> {
        self.steps.pop()
    }
}

impl UndoStep {
    /// Puts the documents back as they were, and returns the keys that changed.
    ///
    /// What is put back counts as changed now: another tab or a copy that still has the undone
    /// answer must lose against it.
    pub fn restore(&self, workspace: &mut Workspace, now_ms: i64) -> Vec<DocumentKey> {
        for (key, before) in &self.before {
            match before.clone() {
                Some(Document::Assessment(before)) => {
                    let current = workspace.assessments.get(&before.id);
                    let restored = match current {
                        Some(current) => restored_answers(before, current, now_ms),
                        None => before,
                    };
                    workspace.put(Document::Assessment(restored));
                }
                Some(Document::Organization(mut before)) => {
                    before.changed_at = now_ms;
                    workspace.put(Document::Organization(before));
                }
                Some(Document::Settings(mut before)) => {
                    before.changed_at = now_ms;
                    workspace.put(Document::Settings(before));
                }
                Some(document @ Document::Standard(_)) => workspace.put(document),
                None => workspace.remove(key),
            }
        }
        self.before.iter().map(|(key, _)| key.clone()).collect()
    }
}

fn restored_answers(before: Assessment, current: &Assessment, now_ms: i64) -> Assessment {
    let ids: BTreeSet<&ItemId> = before
        .answers
        .keys()
        .chain(current.answers.keys())
        .collect();
    let mut restored = before.clone();
    for id in ids {
        let (old, new) = (before.answers.get(id), current.answers.get(id));
        if old != new {
            let back = old.cloned().unwrap_or_default();
            restored.answers.insert(
                id.clone(),
                Answer {
                    changed_at: now_ms,
                    ..back
                },
            );
        }
    }
    restored
}
