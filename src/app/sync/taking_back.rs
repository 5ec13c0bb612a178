//! An import that was refused on its way is taken back (退回), in steps: every document is as it was
//! before.
//!
//! What is to go is noted first, so that the next start goes on with what is cut off. Not here: why
//! it was refused (`importing`).

use super::WorkspaceSync;
use super::import_note::ImportNote;
use super::importing::{IN_ONE_STEP, ImportNews, Step};
use crate::app::edit::DocumentChange;
use crate::app::undo::{Deed, UndoStep};
use crate::app::watched::Watched;
use crate::app::workspace::Workspace;
use crate::exchange::DocumentKey;
use crate::order::sorted_by_key;
use crate::sorted_set::SortedSet;
use crate::storage::{SaveState, WriteError};

/// An import that is being taken back.
pub(super) struct TakingBack {
    /// What has not been taken back yet, organisations last.
    changes: std::vec::IntoIter<DocumentChange>,
    /// How many there were in all.
    all: usize,
    /// What was new here and not handed to the stores: there is nothing of it in them.
    untouched: SortedSet<DocumentKey>,
    /// What was new here and is to go from the stores, and the note of it.
    to_go: Vec<DocumentKey>,
    note: Option<String>,
    why: WriteError,
}

impl TakingBack {
    /// Whether every document is as it was before, and nothing is left to be written.
    pub(super) fn is_over(&self) -> bool {
        self.changes.len() == 0
    }

    /// How much of the import is still there, in hundredths.
    pub(super) fn percent(&self) -> usize {
        self.changes.len() * 100 / self.all.max(1)
    }
}

impl<Home: Watched<Workspace>> WorkspaceSync<Home> {
    /// Begins to take back what an import changed, of which the first `handed` were handed to the
    /// stores. Its note is taken away, or the next start would complete it.
    pub(super) fn begin_taking_back(
        &self,
        import: &ImportNote,
        changes: Vec<DocumentChange>,
        handed: usize,
        why: WriteError,
    ) -> TakingBack {
        let new = |change: &&DocumentChange| change.before.is_none();
        let untouched = changes.iter().skip(handed).filter(new);
        let untouched = untouched.map(|change| change.key).collect();
        let to_go = changes.iter().take(handed).filter(new);
        let to_go: Vec<DocumentKey> = to_go.map(|change| change.key).collect();
        let mut note = self.note_deletion(&to_go);
        self.drop_note(import);
        let is_refused = |note: &String| {
            let state = self.saver.state_of(note);
            matches!(state, SaveState::NotSaved { .. })
        };
        if let Some(refused) = note.take_if(|note| is_refused(note)) {
            // The note of the import has made room for it.
            drop(self.saver.delete(&refused));
            note = self.note_deletion(&to_go);
        }
        let all = changes.len();
        let is_owner = |change: &DocumentChange| matches!(change.key, DocumentKey::Organization(_));
        TakingBack {
            changes: sorted_by_key(changes, is_owner).into_iter(),
            all,
            untouched,
            to_go,
            note,
            why,
        }
    }

    /// Takes back the next changes.
    pub(super) fn go_on_taking_back(&self, taking_back: &mut TakingBack) -> Step {
        let next = taking_back.changes.by_ref().take(IN_ONE_STEP);
        let changes: Vec<DocumentChange> = next.collect();
        if changes.is_empty() {
            return Step::Ended(ImportNews::Refused(taking_back.why.clone()));
        }
        let deed = Deed::Imported(changes.len());
        let step = UndoStep { deed, changes };
        let mut keys = Vec::new();
        self.workspace.change(|workspace| {
            keys = step.restore(workspace, self.saver.now_ms());
            !keys.is_empty()
        });
        for key in keys {
            match self.is_there(&key) {
                true => self.write(key),
                false if taking_back.untouched.contains(&key) => {}
                false => self.delete(key),
            }
        }
        if taking_back.is_over() {
            self.drop_deletion_note(taking_back.note.take(), &taking_back.to_go);
        }
        Step::GoesOn
    }
}
