//! The way back from every change (撤销).
//!
//! Not here: what the user is told of it. A step knows what was done, and the page says it.

use super::edit::DocumentChange;
use super::kinds::{Kind, same_but_for_time};
use super::reconcile::reconcile;
use super::three_way::Precedence;
use super::workspace::Workspace;
use crate::exchange::{Document, DocumentKey};
use crate::ledger::LedgerPage;
use crate::order::sorted_by_key;
use crate::period::Quarter;
use crate::rectification::RectificationState;
use crate::sorted_map::SortedMap;
use crate::sorted_set::SortedSet;
use crate::standard::ItemId;
use serde_json::Value;

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
    /// An entry of the ledger was changed.
    ChangedEntry,
    /// An entry of the ledger was taken out (删掉一条).
    TookOutEntry,
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

/// The steps back, the newest last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UndoStack {
    steps: Vec<UndoStep>,
}

impl UndoStack {
    /// Adds a step.
    pub fn push(&mut self, step: UndoStep) {
        self.steps.push(step);
        if self.steps.len() > DEEPEST {
            self.steps.remove(0);
        }
    }

    /// Adds what was typed. Typing on in the same field extends the step that is there, so that
    /// one undo takes back the whole note and not its last letter.
    pub fn push_typed(&mut self, step: UndoStep) {
        match self.steps.last_mut() {
            Some(last) if last.is_continued_by(&step) => {
                for (earlier, later) in last.changes.iter_mut().zip(step.changes) {
                    earlier.after = later.after;
                }
            }
            _ => self.push(step),
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

    fn is_continued_by(&self, next: &Self) -> bool {
        self.deed == next.deed
            && self.changes.len() == next.changes.len()
            && self
                .changes
                .iter()
                .zip(&next.changes)
                .all(|(one, other)| one.after == other.before && touched(one) == touched(other))
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
                // A page was begun for an entry: that goes, and what came onto the page since stays.
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

/// The places in a document that a change touched, by their names in its JSON text.
fn touched(change: &DocumentChange) -> SortedSet<String> {
    let mut places = SortedSet::new();
    if let (Some(Document::Assessment(before)), Some(Document::Assessment(after))) =
        (&change.before, &change.after)
    {
        // The one answer that is typed in, and not a hundred others at every letter.
        let ids: SortedSet<&ItemId> = before.answers.keys().chain(after.answers.keys()).collect();
        for id in ids {
            let (old, new) = (before.answers.get(id), after.answers.get(id));
            if old != new {
                #[expect(
                    clippy::disallowed_methods,
                    reason = "two versions of one answer are compared member by member"
                )]
                let value = |answer| serde_json::to_value(answer).ok();
                collect_differing(
                    &id.0,
                    old.and_then(value).as_ref(),
                    new.and_then(value).as_ref(),
                    &mut places,
                );
            }
        }
        return places;
    }
    #[expect(
        clippy::disallowed_methods,
        reason = "two versions of one document are compared member by member"
    )]
    let value = |document: &Option<Document>| {
        let body = document.as_ref().and_then(|document| document.body().ok());
        body.and_then(|body| serde_json::from_str::<Value>(&body).ok())
    };
    let (before, after) = (value(&change.before), value(&change.after));
    collect_differing("", before.as_ref(), after.as_ref(), &mut places);
    places
}

fn collect_differing(
    place: &str,
    before: Option<&Value>,
    after: Option<&Value>,
    places: &mut SortedSet<String>,
) {
    let members = |value: Option<&Value>| match value {
        Some(Value::Object(members)) => Some(members.clone()),
        _ => None,
    };
    let is_time = ["/changed_at", "_as_of"]
        .iter()
        .any(|end| place.ends_with(end));
    if before == after || is_time {
        return;
    }
    let (old, new) = (members(before), members(after));
    if old.is_none() && new.is_none() {
        places.insert(place.to_owned());
        return;
    }
    let (old, new) = (old.unwrap_or_default(), new.unwrap_or_default());
    let names: SortedSet<&String> = old.keys().chain(new.keys()).collect();
    for name in names {
        let place = format!("{place}/{name}");
        collect_differing(&place, old.get(name), new.get(name), places);
    }
}
