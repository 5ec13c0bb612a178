//! One edit (修改): which documents it changed, and what they were before and after.
//!
//! Not here: when it is written (`sync`), and the way back (`undo`).

use super::kinds::Kind;
use super::workspace::Workspace;
use crate::exchange::limits::{INSTANTS, LATEST_STAMP};
use crate::exchange::{Document, DocumentKey};
use crate::sorted_set::SortedSet;

/// What an edit did to one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentChange {
    /// The document.
    pub key: DocumentKey,
    /// As it was before; `None` if there was none.
    pub before: Option<Document>,
    /// As it was after; `None` if it was deleted.
    pub after: Option<Document>,
}

/// Makes an edit and returns what it changed among the documents `keys`; nothing else may be
/// changed by it. All that it changed is newer than what stood there, whatever the clock says.
pub fn make(
    workspace: &mut Workspace,
    keys: &[DocumentKey],
    now_ms: i64,
    edit: impl FnOnce(&mut Workspace, i64),
) -> Vec<DocumentChange> {
    // What a clock says that is out of all reason must not win every later merge.
    let now_ms = now_ms.clamp(*INSTANTS.start(), LATEST_STAMP);
    let mut known = SortedSet::new();
    let mut before: Vec<(DocumentKey, Option<Document>)> = Vec::new();
    for key in keys {
        if known.insert(*key) {
            before.push((*key, workspace.document(key)));
        }
    }
    edit(workspace, now_ms);
    let mut changes = Vec::new();
    for (key, before) in before {
        let mut after = workspace.document(&key);
        if let (Some(old), Some(new)) = (&before, &mut after) {
            *new = Kind::stamped(old, new.clone(), now_ms);
            workspace.put(new.clone());
        }
        if before != after {
            changes.push(DocumentChange { key, before, after });
        }
    }
    changes
}
