//! One running app (会话): what it holds, and how it keeps what is entered.
//!
//! A session knows no signal: it lives in a [`Host`], which in the app is made of signals and in
//! tests of cells. So the tests drive the very session that runs in the browser. It is a handle:
//! copies speak of the same session. What a user can do with it is in
//! [`commands`](crate::app::commands). Not here: what follows from the workspace (`derived`), and
//! the browser (`ui::mount`).

mod host;
mod incoming;
mod loading;

pub use host::{Alarm, Held, Host};

use super::edges::Edges;
use super::opened;
use super::saver::Saver;
use super::start::StartReport;
use super::sync::{ImportState, WorkspaceSync};
use super::told::Told;
use super::undo::UndoStack;
use super::watched::Watched;
use super::workspace::Workspace;
use crate::assessment::Organization;
use crate::exchange::SCHEMA_VERSION;
use crate::period::CivilDate;
use crate::storage::usage::ESTIMATED_ROOM;
use crate::storage::{DocumentStore, Journal, KeyValueStore, SaveState, Usage};
use std::cell::{Cell, OnceCell};
use std::rc::Rc;
use uuid::Uuid;

/// One running app.
#[derive(Clone, Copy)]
pub struct Session<H: Host> {
    /// Everything on this device.
    pub workspace: H::Watched<Workspace>,
    /// What may be promised about the last edit.
    pub save_state: H::Watched<SaveState>,
    /// The way back.
    pub undo: H::Watched<UndoStack>,
    /// What start-up found not to be as it should be.
    pub report: H::Watched<StartReport>,
    /// Whether everything that could be read has been read.
    pub loaded: H::Watched<bool>,
    /// Whether the device holds nothing that could be read, and the journal still may.
    pub searching: H::Watched<bool>,
    /// The import that is under way, or that ended last.
    pub importing: H::Watched<Option<ImportState>>,
    /// The period that is open, by assessment; the latest one where nothing was chosen.
    pub opened: H::Watched<Option<Uuid>>,
    /// The organisation at which this tab stays, whichever another tab opens since.
    pub(super) pinned_organization: H::Watched<Option<Uuid>>,
    /// The day by which everything is judged.
    pub(super) day: H::Watched<Option<CivilDate>>,
    within: H::Held<Within<H>>,
    host: H,
}

/// What nobody looks at from outside.
struct Within<H: Host> {
    edges: Edges,
    sync: OnceCell<WorkspaceSync<H::Watched<Workspace>>>,
    /// When the alarm rings that has it told again what may be promised.
    tells_at: Cell<Option<i64>>,
}

impl<H: Host> Session<H> {
    /// A session with an empty workspace; [`Session::connect`] gives it its stores.
    pub fn new(host: H, edges: Edges) -> Self {
        let today = edges.today();
        let (sync, tells_at) = (OnceCell::new(), Cell::new(None));
        Self {
            workspace: host.watched(Workspace::default()),
            save_state: host.watched(SaveState::Idle),
            undo: host.watched(UndoStack::default()),
            report: host.watched(StartReport::default()),
            loaded: host.watched(false),
            searching: host.watched(false),
            importing: host.watched(None),
            opened: host.watched(None),
            pinned_organization: host.watched(None),
            day: host.watched(today),
            within: host.hold(Within {
                edges,
                sync,
                tells_at,
            }),
            host,
        }
    }

    /// Gives the session its stores; what they tell arrives here.
    pub fn connect(&self, store: Rc<dyn KeyValueStore>, journal: Rc<dyn Journal>) {
        let documents = DocumentStore::new(store, SCHEMA_VERSION);
        let listener = Rc::new(self.clone());
        self.within.with(|within| {
            let saver = Saver::new(documents, journal, within.edges.clock.clone(), listener);
            // A session keeps one sync to its end: its first one stays.
            within
                .sync
                .get_or_init(|| WorkspaceSync::new(self.workspace.clone(), saver));
        });
    }

    /// The present instant in UTC milliseconds.
    pub fn now_ms(&self) -> i64 {
        self.with_edges(|edges| edges.clock.now_ms())
    }

    /// Minutes east of UTC on this device.
    pub fn offset_minutes(&self) -> i32 {
        self.with_edges(|edges| edges.clock.offset_minutes())
    }

    /// How many milliseconds are left until the next day begins on this device.
    pub fn until_midnight_ms(&self) -> u64 {
        self.with_edges(Edges::until_midnight_ms)
    }

    /// A new id.
    pub fn new_id(&self) -> Uuid {
        self.with_edges(Edges::new_id)
    }

    /// Looks whether a new day has begun or the zone has changed. Called at midnight and whenever
    /// the user comes back to the page, which a phone keeps in memory for days.
    pub fn look_at_the_clock(&self) {
        let now = self.with_edges(Edges::today);
        self.day.change(|day| std::mem::replace(day, now) != now);
    }

    /// Uses the saver, once there is one.
    pub fn with_saver<Value>(&self, use_it: impl FnOnce(&Saver) -> Value) -> Option<Value> {
        self.with_sync(|sync| use_it(sync.saver()))
    }

    /// How much of the store is used; `None` where it cannot be measured.
    pub fn usage(&self) -> Option<Usage> {
        self.with_saver(|saver| saver.usage(ESTIMATED_ROOM))
            .flatten()
    }

    /// Whether closing the page now would lose an edit.
    pub fn would_lose(&self) -> bool {
        self.with_saver(Saver::would_lose).unwrap_or(false)
    }

    /// Writes what is still waiting to be written. Called when the page may go away.
    #[inline(never)]
    pub fn flush(&self) {
        self.with_sync(WorkspaceSync::flush);
    }

    /// Does what it wanted to be woken for.
    pub fn ring(&self, alarm: Alarm) {
        match alarm {
            Alarm::WriteTyped | Alarm::WriteShown => self.flush(),
            Alarm::TellState => self.tell_state(),
            Alarm::GoOnImporting => self.go_on_importing(),
            Alarm::SaySearching => {
                // A journal that takes long may hold everything: nobody is asked to begin anew.
                if !self.loaded.copied() {
                    self.searching.put(true);
                }
            }
        }
    }

    /// Uses what keeps the workspace and the stores in step, once there is something. What it has
    /// to tell stands in the report afterwards.
    pub fn with_sync<Value>(
        &self,
        use_it: impl FnOnce(&WorkspaceSync<H::Watched<Workspace>>) -> Value,
    ) -> Option<Value> {
        let (value, told) = self.within.with(|within| {
            let sync = within.sync.get()?;
            let value = use_it(sync);
            Some((value, sync.take_told()))
        })??;
        if !told.is_empty() {
            self.tell(told);
        }
        Some(value)
    }

    #[inline(never)]
    fn tell(&self, told: Vec<Told>) {
        self.report.change(|report| {
            Told::join(&mut report.told, told);
            true
        });
    }

    pub(super) fn wake(&self, alarm: Alarm, after_ms: u64) {
        let session = self.clone();
        self.host.wake(alarm, after_ms, move || session.ring(alarm));
    }

    /// Looks at the organisation that is open.
    pub(super) fn look_at_open<Seen>(
        &self,
        look: impl FnOnce(&Workspace, &Organization) -> Option<Seen>,
    ) -> Option<Seen> {
        let pinned_organization = self.pinned_organization.copied();
        self.workspace.look(|workspace| {
            look(
                workspace,
                opened::organization(workspace, pinned_organization)?,
            )
        })
    }

    /// The organisation that is open.
    pub(super) fn open_organization_id(&self) -> Option<Uuid> {
        self.look_at_open(|_, organization| Some(organization.id))
    }

    /// The assessment that is open.
    pub(super) fn open_assessment_id(&self) -> Option<Uuid> {
        let (chosen, today) = (self.opened.copied(), self.day.copied());
        self.look_at_open(|workspace, organization| {
            let open = opened::assessment(workspace, organization.id, chosen, today);
            open.map(|assessment| assessment.id)
        })
    }

    /// A session that is over has no edges any more, and nothing that it says is kept.
    fn with_edges<Value: Default>(&self, use_them: impl FnOnce(&Edges) -> Value) -> Value {
        self.within
            .with(|within| use_them(&within.edges))
            .unwrap_or_default()
    }
}
