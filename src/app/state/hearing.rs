//! What comes to the state from elsewhere: from the device at the start, from other tabs, and from
//! what saves.
//!
//! Not here: what is made of it (`keeper`).

use super::AppState;
use crate::app::keeper::{ImportNews, ImportState, Keeper};
use crate::app::saver::{Saver, SaverNews};
use crate::app::undo::{Deed, UndoStep};
use crate::assessment::{Assessment, Organization};
use crate::exchange::DocumentKey;
use crate::storage::{JournalError, Loaded};
use leptos::prelude::*;
use std::time::Duration;

impl AppState {
    /// Takes in what the device holds; may be called again when the journal has answered.
    pub fn take_in(self, loaded: &Loaded) {
        if let Some(mut report) = self.with_keeper(|keeper| keeper.take_in(loaded)) {
            self.report.update(|known| {
                report.join_earlier(std::mem::take(known));
                *known = report;
            });
        }
    }

    /// Takes out documents that are known to have been deleted; what was edited since stays.
    pub fn take_out(self, keys: &[DocumentKey]) {
        self.with_keeper(|keeper| keeper.take_out(keys));
    }

    /// Takes in what another tab wrote under this document key.
    pub fn heard_of_other_tab(self, key: &str) {
        self.stay();
        self.with_keeper(|keeper| keeper.heard_of_other_tab(key));
        self.show_read_only();
    }

    /// Looks at every document anew after the whole store has been emptied.
    pub fn heard_of_emptying(self) {
        self.with_keeper(Keeper::heard_of_emptying);
    }

    /// Notes that another tab is about to delete everything on the person's order.
    pub fn heard_of_erasing(self) {
        self.with_keeper(Keeper::heard_of_erasing);
    }

    /// Carries to its end what an earlier session left unfinished. To be called when all that the
    /// device holds has been taken in; `no_journal` says why, where the journal cannot be read.
    pub fn finish(self, no_journal: Option<JournalError>) {
        self.with_keeper(|keeper| {
            if let Some(why) = no_journal {
                keeper.saver().without_journal(why);
            }
            keeper.finish();
        });
    }

    /// Takes what the person was told of as told.
    pub fn forget_told(self) {
        self.report.update(|report| report.told.clear());
    }

    /// Takes the next step of the import that is under way, in a task of its own.
    pub(in crate::app) fn go_on_importing_soon(self) {
        if self.importing.get_untracked() != Some(ImportState::UnderWay) {
            return;
        }
        let go_on = move || {
            let ended = match self.with_keeper(Keeper::go_on_importing).flatten() {
                None => return,
                Some(ImportNews::Refused(why)) => ImportState::Refused(why),
                Some(ImportNews::Done(changes)) => {
                    let deed = Deed::Imported(changes.len());
                    self.undo
                        .update(|stack| stack.push(UndoStep { deed, changes }));
                    ImportState::Done
                }
            };
            self.importing.set(Some(ended));
        };
        set_timeout(go_on, Duration::ZERO);
    }

    /// Stays at what is open, whatever another tab opens or begins: what is typed next belongs here.
    fn stay(self) {
        if self.stays_at.get_untracked().is_none() {
            let here = |one: &Option<Organization>| one.as_ref().map(|one| one.id);
            self.stays_at.set(self.organization.with_untracked(here));
        }
        if self.opened.get_untracked().is_none() {
            let here = |one: &Option<Assessment>| one.as_ref().map(|one| one.id);
            self.opened.set(self.assessment.with_untracked(here));
        }
    }

    /// Says of what a newer build has written since the start that it is not written here.
    fn show_read_only(self) {
        let found = self.with_keeper(Keeper::read_only).unwrap_or_default();
        let known = self.report.with_untracked(|report| report.read_only.len());
        if found.len() > known {
            let found = found.into_iter().map(|(key, why)| (key.to_string(), why));
            self.report.update(|report| report.read_only.extend(found));
        }
    }

    pub(super) fn hear(self, news: SaverNews) {
        match news {
            SaverNews::State(state, next) => {
                if self.save_state.get_untracked() != state {
                    self.save_state.set(state);
                }
                self.go_on_importing_soon();
                if let Some(at) = next {
                    let wait = u64::try_from(at - self.now_ms()).unwrap_or(0) + 20;
                    let ask = move || {
                        self.with_saver(Saver::tell_state);
                    };
                    set_timeout(ask, Duration::from_millis(wait));
                }
            }
            SaverNews::Foreign(stored) => {
                self.stay();
                self.with_keeper(|keeper| keeper.hear_foreign(&stored));
                self.show_read_only();
            }
            SaverNews::DeletedElsewhere(key) => {
                self.with_keeper(|keeper| keeper.hear_deleted_elsewhere(&key));
            }
            SaverNews::Journal(records) => {
                self.stay();
                self.with_keeper(|keeper| keeper.hear_journal(records.as_deref()));
            }
        }
    }
}
