//! What everything in the state follows from (源头): the signals that the user, the clock and the
//! start change, and how a change of them is told.
//!
//! Not here: what follows from them (`derived`).

use super::session::Session;
use super::signals::Signals;
use super::workspace::Workspace;
use crate::period::CivilDate;
use leptos::prelude::*;
use uuid::Uuid;

/// How much of a built-in pack is read now, and what may still be asked of it.
#[derive(Clone, Copy)]
pub struct Reading {
    /// Tells of packs that came with a later part of the app.
    pub taken_in: RwSignal<()>,
    /// Whether long texts are done without for now.
    pub in_brief: RwSignal<bool>,
    /// Whether the mechanisms that come later may be read: the whole app is here.
    pub with_later: RwSignal<bool>,
    /// Whether a page has asked for all mechanisms.
    pub all_mechanisms: RwSignal<bool>,
}

impl Reading {
    /// As a start begins where nothing is done without.
    pub fn new() -> Self {
        Self {
            taken_in: RwSignal::new(()),
            in_brief: RwSignal::new(false),
            with_later: RwSignal::new(false),
            all_mechanisms: RwSignal::new(false),
        }
    }
}

/// The signals from which all memos of the state follow.
#[derive(Clone, Copy)]
pub struct Entered {
    /// What the user entered.
    pub workspace: RwSignal<Workspace>,
    /// The organisation at which this tab stays.
    pub pinned_organization: RwSignal<Option<Uuid>>,
    /// The assessment that was chosen.
    pub chosen_assessment: RwSignal<Option<Uuid>>,
    /// Today.
    pub today: RwSignal<Option<CivilDate>>,
    /// How much of a pack is read.
    pub reading: Reading,
}

impl Entered {
    /// Those of a session.
    pub fn of(session: Session<Signals>, reading: Reading) -> Self {
        Self {
            workspace: session.workspace,
            pinned_organization: session.pinned_organization,
            chosen_assessment: session.opened,
            today: session.day,
            reading,
        }
    }

    /// The same value in a memo that is told once of each change of what was entered.
    ///
    /// A change marks what follows from it once for each way from one to the other, through all
    /// memos between, and goes on from there as often. There were 37 ways to the outcome and 14 to
    /// the pack, and a page has hundreds of nodes below them: marking took a sixth of what is done
    /// in a tap. It is sound for a memo that reads no other signal than these and memos that follow
    /// from them.
    pub fn told_once<Value>(self, memo: Memo<Value>) -> Memo<Value>
    where
        Value: Clone + PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| {
            self.track();
            memo.get_untracked()
        })
    }

    fn track(self) {
        self.workspace.track();
        self.pinned_organization.track();
        self.chosen_assessment.track();
        self.today.track();
        let reading = self.reading;
        reading.taken_in.track();
        for changes in [reading.in_brief, reading.with_later, reading.all_mechanisms] {
            changes.track();
        }
    }
}
