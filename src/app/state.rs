//! The state of the app: the session in signals, and what follows from it.
//!
//! What a page reads of the session and does with it goes straight to [`Session`], of which this is
//! a handle; added are the memos. Not here: how they are reckoned (`derived`), and what is done
//! (`commands`).

use super::derived;
use super::edges::Edges;
use super::entered::{Entered, Reading};
use super::session::Session;
use super::signals::Signals;
use crate::assessment::{Assessment, Organization, Outcome};
use crate::duty::{Agenda, Circumstances, RecordingSince};
use crate::help::english;
use crate::ledger::Ledger;
use crate::period::{CivilDate, Quarter};
use crate::standard::{StandardPack, is_here, take_in_others};
use leptos::prelude::*;
use std::ops::Deref;
use std::sync::Arc;

/// The state of the app. It is a handle: copies speak of the same state.
#[derive(Clone, Copy)]
pub struct AppState {
    /// Whether this browser keeps nothing, so that only an export saves anything.
    pub storage_unavailable: RwSignal<bool>,
    /// What the browser answered when it was asked to keep the data; `None` while it was not.
    pub persistent: RwSignal<Option<bool>>,
    /// The organisation that is open.
    pub organization: Memo<Option<Organization>>,
    /// Its pack, as it was issued.
    pub pack: Memo<Option<Arc<StandardPack>>>,
    /// Its pack with the user's own changes.
    pub pack_in_force: Memo<Option<Arc<StandardPack>>>,
    /// The assessment that is open.
    pub assessment: Memo<Option<Assessment>>,
    /// The assessment of the period before it.
    pub previous: Memo<Option<Assessment>>,
    /// What was recorded for the open organisation, in all years.
    pub ledger: Memo<Arc<Ledger>>,
    /// What the open assessment amounts to, with what was recorded.
    pub outcome: Memo<Option<Arc<Outcome>>>,
    /// What is late, due and next today.
    pub agenda: Memo<Arc<Agenda>>,
    session: Session<Signals>,
    known: derived::Known,
    reading: Reading,
}

impl Deref for AppState {
    type Target = Session<Signals>;

    fn deref(&self) -> &Self::Target {
        &self.session
    }
}

impl AppState {
    /// A state with an empty workspace; [`Session::connect`] gives it its stores.
    pub fn new(edges: Edges) -> Self {
        let session = Session::new(Signals, edges);
        let reading = Reading::new();
        let entered = Entered::of(session, reading);
        let organization = derived::organization(entered);
        let ledger = derived::ledger(entered, organization);
        let assessment = derived::assessment(entered, organization);
        let pack = derived::pack(entered, organization, assessment, ledger);
        let pack_in_force = derived::pack_in_force(pack, organization);
        let known = derived::Known {
            today: entered.today,
            organization,
            ledger,
            recording_since: derived::recording_since(entered, organization),
        };
        let findings = derived::findings(entered, pack_in_force, assessment, known);
        Self {
            storage_unavailable: RwSignal::new(false),
            persistent: RwSignal::new(None),
            organization,
            pack,
            pack_in_force,
            assessment,
            previous: derived::previous(entered, assessment),
            ledger,
            outcome: derived::outcome(entered, pack_in_force, assessment, organization, findings),
            agenda: derived::agenda(entered, pack_in_force, known),
            session,
            known,
            reading,
        }
    }

    /// The state of the app around this component.
    pub fn expect() -> Self {
        expect_context::<Self>()
    }

    /// Takes in the built-in packs of all types; to be called in the part that brings them.
    pub fn take_in_packs(self) {
        take_in_others();
        english::take_in();
        self.reading.taken_in.set(());
    }

    /// Begins with packs without their long texts, which home shows nothing of; to be called before
    /// anything is shown.
    pub fn begin_in_brief(self) {
        self.reading.in_brief.set(true);
    }

    /// From now on packs have all that is asked of them. It changes nothing the second time.
    pub fn read_in_full(self) {
        if self.reading.in_brief.get_untracked() {
            self.reading.in_brief.set(false);
        }
        if !self.reading.with_later.get_untracked() {
            self.reading.with_later.set(true);
        }
    }

    /// Has the pack read with all its mechanisms, for a page that shows those that are off.
    pub fn want_all_mechanisms(self) {
        if !self.reading.all_mechanisms.get_untracked() {
            self.reading.all_mechanisms.set(true);
        }
    }

    /// Whether the built-in pack of the open organisation is needed and not here yet.
    pub fn lacks_pack(self) -> bool {
        let kind = self
            .organization
            .with(|one| one.as_ref().map(|one| one.organization_type));
        kind.is_some_and(|kind| self.pack.with(Option::is_none) && !is_here(kind))
    }

    /// Today's date on this device: the one day by which everything is judged. It moves when
    /// [`Session::look_at_the_clock`] finds another.
    pub fn today(self) -> Option<CivilDate> {
        self.session.day.get()
    }

    /// The quarter in which today lies.
    pub fn this_quarter(self) -> Option<Quarter> {
        let today = self.today()?.quarter();
        Quarter::new(today.year(), today.number())
    }

    /// The day on which the open organisation began to keep records here.
    pub fn recording_since(self) -> Option<RecordingSince> {
        self.known.recording_since.get()
    }

    /// Looks at what is known of the open organisation today.
    pub fn with_known<Value>(
        self,
        look: impl FnOnce(&Organization, &Circumstances<'_>) -> Value,
    ) -> Option<Value> {
        self.known.with(look)
    }
}
