//! The signals over the workspace, and everything that follows from them.
//!
//! One signal holds what the person entered; all else is derived from it. Not here: what changes
//! it (`commands`).

use super::saver::{Saver, SaverNews};
use super::start::{StartReport, take_in, take_in_stored};
use super::undo::UndoStack;
use super::workspace::Workspace;
use crate::assessment::{Assessment, Organization, Outcome, judge};
use crate::effects::{Clock, IdSource};
use crate::exchange::{DocumentKey, SCHEMA_VERSION};
use crate::period::{CivilDate, Quarter};
use crate::standard::{StandardPack, built_in};
use crate::storage::{Loaded, SaveState};
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;
use uuid::Uuid;

/// The edges that the state needs: the time, ids, and what saves.
#[derive(Clone)]
pub struct Edges {
    /// Tells the time.
    pub clock: Rc<dyn Clock>,
    /// Makes ids unique.
    pub ids: Rc<dyn IdSource>,
    /// Minutes east of UTC on this device, for today's date.
    pub offset_minutes: i32,
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
    /// Whether this browser keeps nothing, so that only an export saves anything.
    pub nowhere: RwSignal<bool>,
    /// What the browser answered when it was asked to keep the data; nothing while it was not.
    pub persistent: RwSignal<Option<bool>>,
    /// The period that is open, by assessment; the latest one where nothing was chosen.
    pub opened: RwSignal<Option<Uuid>>,
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
    /// What the open assessment amounts to.
    pub outcome: Memo<Option<Arc<Outcome>>>,
    pub(super) edges: StoredValue<Edges, LocalStorage>,
    pub(super) saver: StoredValue<Option<Saver>, LocalStorage>,
    pub(super) pending: StoredValue<BTreeSet<DocumentKey>>,
}

impl AppState {
    /// A state with an empty workspace; `connect` gives it its stores.
    pub fn new(edges: Edges) -> Self {
        let workspace = RwSignal::new(Workspace::default());
        let opened = RwSignal::new(None::<Uuid>);
        let organization = Memo::new(move |_| {
            workspace.with(|workspace| workspace.current_organization().cloned())
        });
        let pack = Memo::new(move |_| {
            let (organization_type, chosen) = organization.with(|organization| {
                organization
                    .as_ref()
                    .map(|one| (one.organization_type, one.pack.clone()))
            })?;
            workspace
                .with(|workspace| {
                    let own = workspace
                        .standards
                        .values()
                        .find(|own| Some(&own.pack.id) == chosen.as_ref());
                    own.map(|own| own.pack.clone())
                })
                .or_else(|| built_in(organization_type).ok())
                .map(Arc::new)
        });
        let pack_in_force = Memo::new(move |_| {
            let pack = pack.get()?;
            organization.with(|organization| {
                let local = organization.as_ref().map(|one| &one.local);
                match local.filter(|local| !local.is_empty()) {
                    Some(local) => Some(Arc::new(local.applied_to(&pack))),
                    None => Some(pack),
                }
            })
        });
        let assessment = Memo::new(move |_| {
            let organization = organization.with(|one| one.as_ref().map(|one| one.id))?;
            workspace.with(|workspace| {
                let chosen = opened.get().and_then(|id| workspace.assessments.get(&id));
                let chosen = chosen.filter(|one| one.organization == organization);
                chosen
                    .or_else(|| workspace.latest_assessment(organization))
                    .cloned()
            })
        });
        let previous = Memo::new(move |_| {
            let (organization, period) =
                assessment.with(|one| one.as_ref().map(|one| (one.organization, one.period)))?;
            workspace.with(|workspace| workspace.assessment_before(organization, period).cloned())
        });
        let outcome = Memo::new(move |_| {
            let pack = pack.get()?;
            organization.with(|organization| {
                assessment.with(|assessment| {
                    Some(Arc::new(judge(
                        &pack,
                        organization.as_ref()?,
                        assessment.as_ref()?,
                    )))
                })
            })
        });
        Self {
            workspace,
            save_state: RwSignal::new(SaveState::Idle),
            undo: RwSignal::new(UndoStack::default()),
            report: RwSignal::new_local(StartReport::default()),
            loaded: RwSignal::new(false),
            nowhere: RwSignal::new(false),
            persistent: RwSignal::new(None),
            opened,
            organization,
            pack,
            pack_in_force,
            assessment,
            previous,
            outcome,
            edges: StoredValue::new_local(edges),
            saver: StoredValue::new_local(None),
            pending: StoredValue::new(BTreeSet::new()),
        }
    }

    /// The state of the app around this component.
    pub fn expect() -> Self {
        expect_context::<Self>()
    }

    /// Gives the state what saves; its news arrive here.
    pub fn connect(self, make: impl FnOnce(Rc<dyn Fn(SaverNews)>) -> Saver) {
        let tell: Rc<dyn Fn(SaverNews)> = Rc::new(move |news| self.hear(news));
        self.saver.set_value(Some(make(tell)));
    }

    /// Takes in what the device holds; may be called again when the journal has answered.
    pub fn take_in(self, loaded: &Loaded) {
        for stored in &loaded.documents {
            self.with_saver(|saver| saver.holds(&stored.key, stored.generation));
        }
        let mut workspace = self.workspace.get_untracked();
        let report = take_in(loaded, &mut workspace);
        if workspace != self.workspace.get_untracked() {
            self.workspace.set(workspace);
        }
        let to_save = report.to_save.clone();
        self.report.set(report);
        self.save_now(to_save);
        self.with_saver(|saver| saver.repair_journal(loaded.journal_repairs.clone()));
    }

    /// Takes out documents that are known to have been deleted.
    pub fn take_out(self, keys: &[DocumentKey]) {
        if !keys.is_empty() {
            self.workspace
                .update(|workspace| keys.iter().for_each(|key| workspace.remove(key)));
        }
    }

    /// Takes in what another tab wrote under this document key.
    pub fn heard_of_other_tab(self, key: &str) {
        let Some(Ok(found)) = self.with_saver(|saver| saver.with_store(|store| store.refresh(key)))
        else {
            return;
        };
        match found {
            Some(stored) => {
                self.with_saver(|saver| saver.holds(key, stored.generation));
                let mut workspace = self.workspace.get_untracked();
                if take_in_stored(&stored, &mut workspace) {
                    self.workspace.set(workspace);
                }
            }
            None => {
                if let Ok(key) = key.parse::<DocumentKey>() {
                    self.take_out(&[key]);
                }
            }
        }
    }

    /// Looks at every document anew after another tab has emptied the store.
    pub fn heard_of_other_tab_emptying(self) {
        let documents = self.workspace.with_untracked(Workspace::documents);
        for document in documents {
            self.heard_of_other_tab(&document.key().to_string());
        }
    }

    /// The present instant in UTC milliseconds.
    pub fn now_ms(self) -> i64 {
        self.edges.with_value(|edges| edges.clock.now_ms())
    }

    /// Today's date on this device.
    pub fn today(self) -> Option<CivilDate> {
        let offset = self.edges.with_value(|edges| edges.offset_minutes);
        CivilDate::at_instant(self.now_ms(), offset)
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
        let saver = self.saver.with_value(Clone::clone);
        saver.map(|saver| use_it(&saver))
    }

    /// Writes these documents in this task: the slots at once, the journal as soon as it can.
    pub(super) fn save_now(self, keys: impl IntoIterator<Item = DocumentKey>) {
        for key in keys {
            self.pending
                .update_value(|pending| drop(pending.remove(&key)));
            let name = key.to_string();
            let body =
                |workspace: &Workspace| workspace.document(&key).and_then(|one| one.body().ok());
            match self.workspace.with_untracked(body) {
                Some(text) => {
                    self.with_saver(|saver| {
                        saver.save(&name, SCHEMA_VERSION, text, |stored| {
                            let mut workspace = self.workspace.get_untracked();
                            if take_in_stored(stored, &mut workspace) {
                                self.workspace.set(workspace);
                            }
                            self.workspace.with_untracked(body)
                        });
                    });
                }
                None => drop(self.with_saver(|saver| saver.delete(&name))),
            }
        }
    }

    /// Writes what is still waiting to be written. Called when the page may go away.
    pub fn flush(self) {
        let waiting = self.pending.with_value(Clone::clone);
        self.save_now(waiting);
    }

    fn hear(self, news: SaverNews) {
        match news {
            SaverNews::State(state, next) => {
                if self.save_state.get_untracked() != state {
                    self.save_state.set(state);
                }
                if let Some(at) = next {
                    let wait = u64::try_from(at - self.now_ms()).unwrap_or(0) + 20;
                    let ask = move || drop(self.with_saver(Saver::tell_state));
                    set_timeout(ask, Duration::from_millis(wait));
                }
            }
            SaverNews::Foreign(stored) => {
                let mut workspace = self.workspace.get_untracked();
                if take_in_stored(&stored, &mut workspace) {
                    self.workspace.set(workspace);
                }
                if let Ok(key) = stored.key.parse() {
                    self.save_now([key]);
                }
            }
            SaverNews::DeletedElsewhere(key) => {
                if let Ok(key) = key.parse() {
                    self.save_now([key]);
                }
            }
        }
    }
}
