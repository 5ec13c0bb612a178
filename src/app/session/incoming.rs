//! What comes to the session from elsewhere: from other tabs, and from what saves.
//!
//! Not here: what is made of it (`sync`), and the start (`loading`).

use super::{Alarm, Held, Host, Session, Within};
use crate::app::saver::{Listener, Saver, SaverNews};
use crate::app::sync::{ImportNews, ImportState, WorkspaceSync};
use crate::app::undo::{Deed, UndoStep};
use crate::app::watched::Watched;
use crate::storage::progress::JOURNAL_PATIENCE_MS;

/// How long the steps of an import may take before the browser has its turn, in milliseconds.
const ONE_TASK_MS: i64 = 25;

impl<H: Host> Session<H> {
    /// Takes in what another tab wrote under this document key.
    pub fn heard_of_other_tab(&self, key: &str) {
        self.stay();
        self.with_sync(|sync| sync.heard_of_other_tab(key));
        self.show_read_only();
    }

    /// Looks at every document anew after the whole store has been emptied.
    pub fn heard_of_emptying(&self) {
        self.with_sync(WorkspaceSync::heard_of_emptying);
    }

    /// Notes that another tab is about to delete everything on the user's order.
    pub fn heard_of_erasing(&self) {
        self.with_sync(WorkspaceSync::heard_of_erasing);
    }

    /// Takes what the user was told of as told.
    pub fn forget_told(&self) {
        self.report.change(|report| {
            report.told.clear();
            true
        });
    }

    /// Goes on with the import that is under way, in a task of its own.
    pub(in crate::app) fn go_on_importing_soon(&self) {
        let is_under_way = matches!(self.importing.copied(), Some(ImportState::UnderWay { .. }));
        let asks = |within: &Within<H>| {
            let sync = within.sync.get();
            sync.is_some_and(WorkspaceSync::asks_to_go_on_importing)
        };
        if is_under_way && self.within.with(asks) == Some(true) {
            self.wake(Alarm::GoOnImporting, 0);
        }
    }

    /// Takes steps of the import that is under way, as many as go into one task.
    #[inline(never)]
    pub(super) fn go_on_importing(&self) {
        let since = self.now_ms();
        let ended = loop {
            match self.with_sync(WorkspaceSync::go_on_importing).flatten() {
                None => return,
                Some(ImportNews::GoesOn { percent }) => {
                    // A clock that is set back ends the task, too.
                    if !(0..ONE_TASK_MS).contains(&(self.now_ms() - since)) {
                        self.importing.put(Some(ImportState::UnderWay { percent }));
                        return self.go_on_importing_soon();
                    }
                }
                Some(ImportNews::Refused(why)) => break ImportState::Refused(why),
                Some(ImportNews::Done(changes)) => {
                    let deed = Deed::Imported(changes.len());
                    self.push_undo(UndoStep { deed, changes });
                    break ImportState::Done;
                }
            }
        };
        self.importing.put(Some(ended));
    }

    /// Wants to say again what may be promised at this time. It is asked for at every answer of the
    /// journal, and one alarm is enough: each alarm that rings asks for the next one, and an import
    /// of thousands of documents once had thousands of them ring in turn.
    fn tell_again_at(&self, next: Option<i64>) {
        let Some(next) = next else {
            return;
        };
        let now_ms = self.now_ms();
        // A clock that was set back makes it seem far off.
        let wait = (next - now_ms).clamp(0, JOURNAL_PATIENCE_MS);
        let rings_at = now_ms + wait;
        // An alarm of a time before the clock was set is not relied upon.
        let rings_in_time = |at: i64| (now_ms..=rings_at).contains(&at);
        let is_needed = |within: &Within<H>| {
            let is_needed = !within.tells_at.get().is_some_and(rings_in_time);
            if is_needed {
                within.tells_at.set(Some(rings_at));
            }
            is_needed
        };
        if self.within.with(is_needed) == Some(true) {
            self.wake(Alarm::TellState, u64::try_from(wait).unwrap_or(0));
        }
    }

    /// Says again what may be promised.
    #[inline(never)]
    pub(super) fn tell_state(&self) {
        self.within.with(|within| within.tells_at.set(None));
        self.with_saver(Saver::tell_state);
    }

    /// Stays at what is open, whatever another tab opens or begins: what is typed next belongs
    /// here.
    fn stay(&self) {
        if self.pinned_organization.copied().is_none() {
            let here = self.open_organization_id();
            self.pinned_organization.change(|at| {
                *at = here;
                here.is_some()
            });
        }
        if self.opened.copied().is_none() {
            let here = self.open_assessment_id();
            self.opened.change(|opened| {
                *opened = here;
                here.is_some()
            });
        }
    }

    /// Says of what a newer build has written since the start that it is not written here.
    fn show_read_only(&self) {
        let found = self.with_sync(WorkspaceSync::read_only).unwrap_or_default();
        self.report.change(|report| {
            let differs = report.read_only != found;
            report.read_only = found;
            differs
        });
    }
}

impl<H: Host> Listener for Session<H> {
    fn hear(&self, news: SaverNews) {
        match news {
            SaverNews::State(state, next) => {
                self.save_state.change(|shown| {
                    let differs = *shown != state;
                    *shown = state;
                    differs
                });
                self.go_on_importing_soon();
                self.tell_again_at(next);
            }
            SaverNews::Foreign(stored) => {
                self.stay();
                self.with_sync(|sync| sync.hear_foreign(&stored));
                self.show_read_only();
            }
            SaverNews::DeletedElsewhere(key) => {
                self.with_sync(|sync| sync.hear_deleted_elsewhere(&key));
            }
            SaverNews::Journal(records) => {
                self.stay();
                self.with_sync(|sync| sync.hear_journal(records.as_deref()));
            }
        }
    }
}
