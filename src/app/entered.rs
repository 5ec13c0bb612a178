//! What everything in the state follows from (源头): the signals that the user, the clock and the
//! start change, and how a change of them is told.
//!
//! `derived` reads these and no others: it has them as [`Source`]s, which are made here alone, and
//! each of them is tracked, since [`Entered::told_once`] takes all of them apart by name. Not here:
//! what follows from them (`derived`).

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

/// A signal that was entered, to be read and not to be changed.
pub struct Source<Value: 'static>(RwSignal<Value>);

impl<Value: 'static> Clone for Source<Value> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Value: 'static> Copy for Source<Value> {}

impl<Value: Send + Sync + 'static> Source<Value> {
    /// Looks at it, and is told of its changes.
    pub fn with<Seen>(self, look: impl FnOnce(&Value) -> Seen) -> Seen {
        self.0.with(look)
    }

    /// What it is, and is told of its changes.
    pub fn get(self) -> Value
    where
        Value: Clone,
    {
        self.0.get()
    }

    /// Is told of its changes.
    pub fn track(self) {
        self.0.track();
    }
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
    pub workspace: Source<Workspace>,
    /// The organisation at which this tab stays.
    pub pinned_organization: Source<Option<Uuid>>,
    /// The assessment that was chosen.
    pub chosen_assessment: Source<Option<Uuid>>,
    /// Today.
    pub today: Source<Option<CivilDate>>,
    /// Tells of packs that came with a later part of the app.
    pub packs_taken_in: Source<()>,
    /// Whether the long texts of a pack are done without for now.
    pub in_brief: Source<bool>,
    /// Whether the mechanisms that come later may be read.
    pub with_later: Source<bool>,
    /// Whether a page has asked for all mechanisms.
    pub all_mechanisms: Source<bool>,
    session: Session<Signals>,
}

impl Entered {
    /// Those of a session.
    pub fn of(session: Session<Signals>, reading: Reading) -> Self {
        let Reading {
            taken_in,
            in_brief,
            with_later,
            all_mechanisms,
        } = reading;
        Self {
            workspace: Source(session.workspace),
            pinned_organization: Source(session.pinned_organization),
            chosen_assessment: Source(session.opened),
            today: Source(session.day),
            packs_taken_in: Source(taken_in),
            in_brief: Source(in_brief),
            with_later: Source(with_later),
            all_mechanisms: Source(all_mechanisms),
            session,
        }
    }

    /// By how many minutes the clock of the device is ahead of UTC, now. It is no signal: who keeps
    /// what follows from it asks again with each day.
    pub fn offset_minutes(self) -> i32 {
        self.session.offset_minutes()
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
        // By name, so that what is added is tracked.
        let Self {
            workspace,
            pinned_organization,
            chosen_assessment,
            today,
            packs_taken_in,
            in_brief,
            with_later,
            all_mechanisms,
            session: _,
        } = self;
        workspace.track();
        pinned_organization.track();
        chosen_assessment.track();
        today.track();
        packs_taken_in.track();
        for changes in [in_brief, with_later, all_mechanisms] {
            changes.track();
        }
    }
}
