//! The way back from every change (撤销).
//!
//! Not here: what the user is told of it. A step knows what was done, and the page says it.

use super::edit::DocumentChange;
use super::kinds::Kind;
use super::reconcile::reconcile;
use super::three_way::Precedence;
use super::workspace::Workspace;
use crate::exchange::content::same_but_for_time;
use crate::exchange::{Document, DocumentKey};
use crate::ledger::LedgerPage;
use crate::order::sorted_by_key;
use crate::period::Quarter;
use crate::rectification::RectificationState;
use crate::sorted_map::SortedMap;
use crate::standard::ItemId;
use uuid::Uuid;

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
    /// A draft of a standard was begun or changed (改了标准草稿).
    EditedDraft,
    /// Another standard or another version of it was brought into use (换了标准).
    ChoseStandard,
    /// Local changes to the pack were taken back (恢复成标准): this many.
    RestoredStandard(usize),
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
    /// Something was recorded (记了一次).
    Recorded,
    /// A duty was noted as not done (未开展).
    NotedMissed,
    /// A rectification was begun (建了整改).
    BeganRectification,
    /// A rectification was moved on or back (整改进了一步).
    MovedRectification(RectificationState),
    /// A card was begun (加了一件).
    BeganCard,
    /// The key by which files are signed was made or deleted (签名钥匙).
    ChangedKey,
    /// A review was written (写了审核).
    Reviewed,
    /// A review was replied to (回应了审核).
    Replied,
    /// An entry of the ledger was changed.
    ChangedEntry,
    /// An entry of the ledger was taken out (删掉一条).
    TookOutEntry,
    /// The summary of the period was written.
    WroteSummary,
    /// A duty or a mechanism was switched on or off, or a duty of the user's own changed.
    ChangedDuties,
}

/// One step back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UndoStep {
    /// What was done.
    pub deed: Deed,
    /// What it did to which documents.
    pub changes: Vec<DocumentChange>,
}

/// A field in which something is typed (输入栏). What is typed on in one field is one step back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// What it holds, among the fields of the thing to which it belongs.
    name: &'static str,
    /// Which of several fields of this name it is, by the key of what it holds.
    key: Option<String>,
    /// The entry of the ledger to which it belongs, if it is one of an entry.
    entry: Option<Uuid>,
}

impl Field {
    /// The field of this name.
    pub fn named(name: &'static str) -> Self {
        Self {
            name,
            key: None,
            entry: None,
        }
    }

    /// The one of several fields of this name that holds what stands under a key.
    pub fn keyed(name: &'static str, key: impl ToString) -> Self {
        Self {
            key: Some(key.to_string()),
            ..Self::named(name)
        }
    }

    /// The same field of an entry of the ledger.
    pub(super) fn of_entry(self, entry: Uuid) -> Self {
        Self {
            entry: Some(entry),
            ..self
        }
    }
}

/// The steps back, the newest last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UndoStack {
    steps: Vec<UndoStep>,
    /// The field in which the last step was typed, if it was typed.
    typed_in: Option<Field>,
}

impl UndoStack {
    /// Adds a step.
    pub fn push(&mut self, step: UndoStep) {
        self.typed_in = None;
        self.steps.push(step);
        if self.steps.len() > DEEPEST {
            self.steps.remove(0);
        }
    }

    /// Adds what was typed in a field. Typing on in the same field extends the step that is there,
    /// so that one undo takes back the whole note and not its last letter.
    pub fn push_typed(&mut self, step: UndoStep, field: Field) {
        let goes_on = self.typed_in.as_ref() == Some(&field);
        match self.steps.last_mut() {
            Some(last) if goes_on && last.is_continued_by(&step) => {
                for (earlier, later) in last.changes.iter_mut().zip(step.changes) {
                    earlier.after = later.after;
                }
            }
            _ => {
                self.push(step);
                self.typed_in = Some(field);
            }
        }
    }

    /// All steps that can be taken back, the newest first.
    pub fn newest_first(&self) -> impl Iterator<Item = &UndoStep> {
        self.steps.iter().rev()
    }

    /// The step that would be taken back.
    pub fn last(&self) -> Option<&UndoStep> {
        self.steps.last()
    }

    /// Takes the newest step off.
    pub fn pop(&mut self) -> Option<UndoStep> {
        self.typed_in = None;
        self.steps.pop()
    }
}

impl UndoStep {
    /// Takes back what this step did, and returns the keys of the documents that changed.
    ///
    /// What another tab has done since stays as it is. What is put back counts as changed now: a
    /// copy that still has the undone answer must lose against it.
    pub fn restore(&self, workspace: &mut Workspace, now_ms: i64) -> Vec<DocumentKey> {
        // An organisation goes only when nothing of it is left.
        let changes = sorted_by_key(&self.changes, |change| {
            matches!(change.key, DocumentKey::Organization(_))
        });
        let mut restored = Vec::new();
        for change in changes {
            if self.owner_is_gone(change, workspace) {
                continue;
            }
            let current = workspace.document(&change.key);
            let back = taken_back(change, current.as_ref(), workspace, now_ms);
            if back == current {
                continue;
            }
            match back {
                Some(document) => workspace.put(document),
                None => workspace.remove(&change.key),
            }
            restored.push(change.key);
        }
        restored
    }

    /// Whether this is a period or a page of an organisation that another tab has deleted since.
    /// Nobody could see it without one.
    fn owner_is_gone(&self, change: &DocumentChange, workspace: &Workspace) -> bool {
        let organization = match &change.before {
            Some(Document::Assessment(period)) => period.organization,
            Some(Document::Ledger(page)) => page.organization,
            _ => return false,
        };
        let comes_back = |other: &DocumentChange| match &other.before {
            Some(Document::Organization(owner)) => owner.id == organization,
            _ => false,
        };
        !workspace.organizations.contains_key(&organization) && !self.changes.iter().any(comes_back)
    }

    /// Whether the next step begins where this one ended: the same was done, and nothing has come
    /// from elsewhere in between, which must not be taken back with it.
    fn is_continued_by(&self, next: &Self) -> bool {
        let goes_on = |(one, next): (&DocumentChange, &DocumentChange)| {
            one.key == next.key && one.after == next.before
        };
        self.deed == next.deed
            && self.changes.len() == next.changes.len()
            && self.changes.iter().zip(&next.changes).all(goes_on)
    }
}

/// The document as it is to be without this change; `None` if there is to be none.
fn taken_back(
    change: &DocumentChange,
    current: Option<&Document>,
    workspace: &Workspace,
    now_ms: i64,
) -> Option<Document> {
    match (&change.before, &change.after, current) {
        (Some(before), Some(after), Some(current)) => {
            let back = Document::three_way(after, before, current, Precedence::Theirs);
            Some(Document::stamped(current, back, now_ms))
        }
        // Another tab brought back what was deleted here: both versions are wanted.
        (Some(before), None, Some(current)) => Some(reconcile(None, Some(current), before.clone())),
        (Some(before), None, None) => Some(before.clone()),
        // Another tab has deleted it since, or has gone on with it: both are left alone.
        (Some(_) | None, Some(_), None) | (None, None, _) => current.cloned(),
        (None, Some(after), Some(current)) => {
            let in_use = match change.key {
                DocumentKey::Organization(id) => workspace.has_anything_of(id),
                _ => false,
            };
            match (same_but_for_time(after, current), after) {
                (true, _) => in_use.then(|| current.clone()),
                // A page was begun for an entry: that goes, and what came onto the page since
                // stays.
                (false, Document::Ledger(page)) => {
                    let empty = Document::Ledger(LedgerPage {
                        entries: SortedMap::new(),
                        ..page.clone()
                    });
                    let back = Document::three_way(after, &empty, current, Precedence::Theirs);
                    Some(Document::stamped(current, back, now_ms))
                }
                (false, _) => Some(current.clone()),
            }
        }
    }
}
