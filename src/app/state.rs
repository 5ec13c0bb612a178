//! The state of the app: what the person entered, and what is known about saving it.
//!
//! One signal holds what she entered; all else is derived from it. Not here: how (`derived`), and
//! what changes it (`commands`).

mod hearing;

use super::derived;
use super::keeper::{ImportState, Keeper, WorkspacePlace};
use super::saver::{Saver, SaverNews};
use super::start::StartReport;
use super::told::Told;
use super::undo::UndoStack;
use super::workspace::Workspace;
use crate::assessment::{Assessment, Organization, Outcome};
use crate::duty::{Agenda, Begun, Circumstances};
use crate::effects::{Clock, IdSource};
use crate::ledger::Ledger;
use crate::period::{CivilDate, Quarter};
use crate::standard::{StandardPack, is_here, take_in_others};
use crate::storage::usage::ESTIMATED_ROOM;
use crate::storage::{SaveState, Usage};
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;
use uuid::Uuid;

/// The edges that the state needs: the time, ids, and what saves.
#[derive(Clone)]
pub struct Edges {
    /// Tells the time.
    pub clock: Rc<dyn Clock>,
    /// Makes ids unique.
    pub ids: Rc<dyn IdSource>,
}

/// The state of the app. It is a handle: copies speak of the same state.
#[derive(Clone, Copy)]
pub struct AppState {
    /// Everything on this device.
    pub workspace: RwSignal<Workspace>,
    /// What may be promised about the last edit.
    pub save_state: RwSignal<SaveState>,
    /// The way back.
    pub undo: RwSignal<UndoStack>,
    /// What start-up found not to be as it should be.
    pub report: RwSignal<StartReport, LocalStorage>,
    /// Whether everything that could be read has been read.
    pub loaded: RwSignal<bool>,
    /// Whether the device holds nothing that could be read, and the journal still may.
    pub searching: RwSignal<bool>,
    /// The import that is under way, or that ended last.
    pub importing: RwSignal<Option<ImportState>>,
    /// Whether this browser keeps nothing, so that only an export saves anything.
    pub nowhere: RwSignal<bool>,
    /// What the browser answered when it was asked to keep the data; nothing while it was not.
    pub persistent: RwSignal<Option<bool>>,
    /// The period that is open, by assessment; the latest one where nothing was chosen.
    pub opened: RwSignal<Option<Uuid>>,
    /// The organisation at which this tab stays, whichever another tab opens since.
    pub(super) stays_at: RwSignal<Option<Uuid>>,
    /// The organisation that is open.
    pub organization: Memo<Option<Organization>>,
    /// Its pack, as it was issued.
    pub pack: Memo<Option<Arc<StandardPack>>>,
    /// Its pack with the person's own changes.
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
    today: RwSignal<Option<CivilDate>>,
    known: derived::Known,
    packs_taken_in: RwSignal<()>,
    pub(super) edges: StoredValue<Edges, LocalStorage>,
    keeper: StoredValue<Option<Rc<Keeper<RwSignal<Workspace>>>>, LocalStorage>,
}

impl WorkspacePlace for RwSignal<Workspace> {
    fn look<Value>(&self, look: impl FnOnce(&Workspace) -> Value) -> Value {
        self.with_untracked(look)
    }

    fn change(&self, change: impl FnOnce(&mut Workspace) -> bool) {
        self.maybe_update(change);
    }
}

impl AppState {
    /// A state with an empty workspace; `connect` gives it its stores.
    pub fn new(edges: Edges) -> Self {
        let workspace = RwSignal::new(Workspace::default());
        let opened = RwSignal::new(None::<Uuid>);
        let stays_at = RwSignal::new(None::<Uuid>);
        let today = RwSignal::new(derived::today(&edges));
        let stored_edges = StoredValue::new_local(edges);
        let packs_taken_in = RwSignal::new(());
        let organization = derived::organization(workspace, stays_at);
        let pack = derived::pack(workspace, organization, packs_taken_in);
        let pack_in_force = derived::pack_in_force(pack, organization);
        let assessment = derived::assessment(workspace, organization, opened, today);
        let previous = derived::previous(workspace, assessment);
        let ledger = derived::ledger(workspace, organization);
        let known = derived::Known {
            today,
            organization,
            ledger,
            begun: derived::begun(stored_edges, today, organization),
        };
        let findings = derived::findings(pack_in_force, assessment, known);
        let outcome = derived::outcome(pack_in_force, assessment, organization, today, findings);
        let agenda = derived::agenda(pack_in_force, known);
        Self {
            workspace,
            save_state: RwSignal::new(SaveState::Idle),
            undo: RwSignal::new(UndoStack::default()),
            report: RwSignal::new_local(StartReport::default()),
            loaded: RwSignal::new(false),
            searching: RwSignal::new(false),
            importing: RwSignal::new(None),
            nowhere: RwSignal::new(false),
            persistent: RwSignal::new(None),
            opened,
            stays_at,
            organization,
            pack,
            pack_in_force,
            assessment,
            previous,
            ledger,
            outcome,
            agenda,
            today,
            known,
            packs_taken_in,
            edges: stored_edges,
            keeper: StoredValue::new_local(None),
        }
    }

    /// The state of the app around this component.
    pub fn expect() -> Self {
        expect_context::<Self>()
    }

    /// Takes in the built-in packs of all types; to be called in the part that brings them.
    pub fn take_in_packs(self) {
        take_in_others();
        self.packs_taken_in.set(());
    }

    /// Whether the built-in pack of the open organisation is needed and not here yet.
    pub fn lacks_pack(self) -> bool {
        let kind = self
            .organization
            .with(|one| one.as_ref().map(|one| one.organization_type));
        kind.is_some_and(|kind| self.pack.with(Option::is_none) && !is_here(kind))
    }

    /// Gives the state what saves; its news arrive here.
    pub fn connect(self, make: impl FnOnce(Rc<dyn Fn(SaverNews)>) -> Saver) {
        let tell: Rc<dyn Fn(SaverNews)> = Rc::new(move |news| self.hear(news));
        let keeper = Keeper::new(self.workspace, make(tell));
        self.keeper.set_value(Some(Rc::new(keeper)));
    }

    /// The present instant in UTC milliseconds.
    pub fn now_ms(self) -> i64 {
        self.edges.with_value(|edges| edges.clock.now_ms())
    }

    /// Today's date on this device: the one day by which everything is judged. It moves when
    /// `look_at_the_clock` finds another.
    pub fn today(self) -> Option<CivilDate> {
        self.today.get()
    }

    /// Looks whether a new day has begun or the zone has changed. Called at midnight and whenever
    /// the person comes back to the page, which a phone keeps in memory for days.
    pub fn look_at_the_clock(self) {
        let now = self.edges.with_value(derived::today);
        if self.today.get_untracked() != now {
            self.today.set(now);
        }
    }

    /// How many milliseconds are left until the next day begins on this device.
    pub fn until_midnight_ms(self) -> u64 {
        const DAY_MS: i64 = 86_400_000;
        self.edges.with_value(|edges| {
            let offset_ms = i64::from(edges.clock.offset_minutes()) * 60_000;
            let passed = (edges.clock.now_ms() + offset_ms).rem_euclid(DAY_MS);
            u64::try_from(DAY_MS - passed).unwrap_or(0)
        })
    }

    /// Minutes east of UTC on this device.
    pub fn offset_minutes(self) -> i32 {
        self.edges.with_value(|edges| edges.clock.offset_minutes())
    }

    /// The day on which the open organisation began to keep records here.
    pub fn begun(self) -> Option<Begun> {
        self.known.begun.get()
    }

    /// Looks at what is known of the open organisation today.
    pub fn with_known<Value>(
        self,
        look: impl FnOnce(&Organization, &Circumstances<'_>) -> Value,
    ) -> Option<Value> {
        self.known.with(look)
    }

    /// The quarter in which today lies.
    pub fn this_quarter(self) -> Option<Quarter> {
        let today = self.today()?.quarter();
        Quarter::new(today.year(), today.number())
    }

    /// A new id.
    pub fn new_id(self) -> Uuid {
        self.edges
            .with_value(|edges| crate::effects::new_id(&*edges.clock, &*edges.ids))
    }

    /// Uses the saver, once there is one.
    pub fn with_saver<Value>(self, use_it: impl FnOnce(&Saver) -> Value) -> Option<Value> {
        self.with_keeper(|keeper| use_it(keeper.saver()))
    }

    /// How much of the store is used, where it can be measured.
    pub fn usage(self) -> Option<Usage> {
        self.with_saver(|saver| saver.usage(ESTIMATED_ROOM))
            .flatten()
    }

    /// Writes what is still waiting to be written. Called when the page may go away.
    pub fn flush(self) {
        self.with_keeper(Keeper::flush);
    }

    /// Uses what keeps the workspace and the stores in step, once there is something.
    pub(super) fn with_keeper<Value>(
        self,
        use_it: impl FnOnce(&Keeper<RwSignal<Workspace>>) -> Value,
    ) -> Option<Value> {
        let keeper = self.keeper.with_value(Clone::clone)?;
        let value = use_it(&keeper);
        let told = keeper.take_told();
        if !told.is_empty() {
            self.report
                .update(|report| Told::join(&mut report.told, told));
        }
        Some(value)
    }
}
