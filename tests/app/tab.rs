//! One running app, without its signals: a workspace in a cell, and what a person does in it.

use crate::journal_double::JournalDouble;
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use uuid::Uuid;
use wuxing::app::edit::{self, Change};
use wuxing::app::keeper::{ImportNews, Keeper, WorkspacePlace};
use wuxing::app::saver::{Saver, SaverNews};
use wuxing::app::start::StartReport;
use wuxing::app::undo::{Deed, UndoStack, UndoStep};
use wuxing::app::workspace::Workspace;
use wuxing::assessment::{Answer, AnswerValue, Verdict};
use wuxing::effects::{Clock, FixedClock};
use wuxing::exchange::{Document, DocumentKey, SCHEMA_VERSION};
use wuxing::standard::ItemId;
use wuxing::storage::{
    DocumentStore, Journal, JournalRecord, KeyValueStore, SaveState, WriteError,
};

/// A workspace in a cell.
#[derive(Clone, Default)]
pub struct Shelf(Rc<RefCell<Workspace>>);

impl WorkspacePlace for Shelf {
    fn look<Value>(&self, look: impl FnOnce(&Workspace) -> Value) -> Value {
        look(&self.0.borrow())
    }

    fn change(&self, change: impl FnOnce(&mut Workspace) -> bool) {
        change(&mut self.0.borrow_mut());
    }
}

/// One running app.
pub struct Tab {
    pub keeper: Rc<Keeper<Shelf>>,
    pub report: Rc<RefCell<StartReport>>,
    pub undo: RefCell<UndoStack>,
    /// Every state that the person was shown.
    pub shown: Rc<RefCell<Vec<SaveState>>>,
    shelf: Shelf,
    clock: Rc<FixedClock>,
}

impl Tab {
    /// Starts as the app does: the slots at once, the journal when it answers.
    pub fn start(
        store: Rc<dyn KeyValueStore>,
        journal: Rc<JournalDouble>,
        clock: Rc<FixedClock>,
    ) -> Self {
        let shelf = Shelf::default();
        let shown: Rc<RefCell<Vec<SaveState>>> = Rc::default();
        let home: Rc<RefCell<Weak<Keeper<Shelf>>>> = Rc::default();
        let tell = {
            let (shown, home) = (shown.clone(), home.clone());
            move |news| {
                let keeper = home.borrow().upgrade();
                match (news, keeper) {
                    (SaverNews::State(state, _), _) => shown.borrow_mut().push(state),
                    (SaverNews::Foreign(stored), Some(keeper)) => keeper.hear_foreign(&stored),
                    (SaverNews::DeletedElsewhere(key), Some(keeper)) => {
                        keeper.hear_deleted_elsewhere(&key);
                    }
                    (SaverNews::Journal(records), Some(keeper)) => {
                        keeper.hear_journal(records.as_deref());
                    }
                    (_, None) => {}
                }
            }
        };
        let documents = DocumentStore::new(store, SCHEMA_VERSION);
        let saver = Saver::new(documents, journal.clone(), clock.clone(), Rc::new(tell));
        let keeper = Rc::new(Keeper::new(shelf.clone(), saver));
        *home.borrow_mut() = Rc::downgrade(&keeper);
        let tab = Self {
            keeper,
            report: Rc::default(),
            undo: RefCell::default(),
            shown,
            shelf,
            clock,
        };
        tab.read(&*journal);
        tab
    }

    fn read(&self, journal: &dyn Journal) {
        let now_ms = self.clock.now_ms();
        let first = self
            .keeper
            .saver()
            .with_store(|store| store.load(None, now_ms));
        *self.report.borrow_mut() = self.keeper.take_in(&first);
        let (keeper, report) = (Rc::downgrade(&self.keeper), self.report.clone());
        journal.read_all(Box::new(move |answer| {
            let Some(keeper) = keeper.upgrade() else {
                return;
            };
            let records = match answer {
                Ok(records) => records,
                Err(why) => {
                    keeper.saver().without_journal(why);
                    return keeper.finish();
                }
            };
            let load = |store: &mut DocumentStore<_>| store.load(Some(&records), now_ms);
            let second = keeper.saver().with_store(load);
            let mut found = keeper.take_in(&second);
            found.join_earlier(std::mem::take(&mut report.borrow_mut()));
            *report.borrow_mut() = found;
            let gone = |record: &&JournalRecord| {
                let stands = second.documents.iter().any(|one| one.key == record.key);
                record.deleted && !stands
            };
            let gone = records.iter().filter(gone);
            let gone: Vec<DocumentKey> = gone.filter_map(|one| one.key.parse().ok()).collect();
            keeper.take_out(&gone);
            keeper.finish();
        }));
    }

    pub fn workspace(&self) -> Workspace {
        self.shelf.look(Clone::clone)
    }

    pub fn state(&self) -> SaveState {
        self.keeper.saver().state()
    }

    pub fn would_lose(&self) -> bool {
        self.keeper.saver().would_lose()
    }

    fn make(
        &self,
        deed: Deed,
        keys: &[DocumentKey],
        change: impl FnOnce(&mut Workspace, i64),
    ) -> Option<UndoStep> {
        if self.keeper.why_read_only(keys).is_some() {
            return None;
        }
        let mut changes = Vec::new();
        self.shelf.change(|workspace| {
            changes = edit::make(workspace, keys, self.clock.now_ms(), change);
            true
        });
        (!changes.is_empty()).then_some(UndoStep { deed, changes })
    }

    /// Does something and has it written at once.
    pub fn tap(&self, deed: Deed, keys: &[DocumentKey], change: impl FnOnce(&mut Workspace, i64)) {
        if let Some(step) = self.make(deed, keys, change) {
            let changed: Vec<_> = step.changes.iter().map(|change| change.key).collect();
            self.undo.borrow_mut().push(step);
            self.keeper.save(changed);
        }
    }

    /// Types something; it is written by the next `flush`.
    pub fn typing(
        &self,
        deed: Deed,
        keys: &[DocumentKey],
        change: impl FnOnce(&mut Workspace, i64),
    ) {
        if let Some(step) = self.make(deed, keys, change) {
            let changed: Vec<_> = step.changes.iter().map(|change| change.key).collect();
            self.undo.borrow_mut().push_typed(step);
            self.keeper.save_soon(&changed);
        }
    }

    /// Takes the last step back; says whether there was one.
    pub fn undo(&self) -> bool {
        let Some(step) = self.undo.borrow_mut().pop() else {
            return false;
        };
        let mut keys = Vec::new();
        self.shelf.change(|workspace| {
            keys = step.restore(workspace, self.clock.now_ms());
            true
        });
        self.keeper.save(keys);
        true
    }

    /// Imports documents, as the command of that name does; says how it ended, once it has.
    pub fn import(&self, documents: &[Document]) -> Option<ImportNews> {
        self.keeper.begin_import(documents.to_vec());
        self.go_on_importing()
    }

    /// Goes on with an import as far as it goes.
    pub fn go_on_importing(&self) -> Option<ImportNews> {
        (0..4).find_map(|_| self.keeper.go_on_importing())
    }

    /// Notes what an import changed as a step that can be taken back.
    pub fn push_undo(&self, changes: Vec<Change>) {
        let deed = Deed::Imported(changes.len());
        self.undo.borrow_mut().push(UndoStep { deed, changes });
    }

    /// Deletes everything, as the command of that name does.
    pub fn delete_everything(&self, journal: &[JournalRecord]) -> Result<(), WriteError> {
        let changes = self.keeper.delete_everything(journal)?;
        let deed = Deed::DeletedEverything;
        self.undo.borrow_mut().push(UndoStep { deed, changes });
        Ok(())
    }

    pub fn add(&self, documents: &[Document]) {
        let keys: Vec<DocumentKey> = documents.iter().map(Document::key).collect();
        self.tap(Deed::AddedOrganization, &keys, |workspace, _| {
            documents.iter().for_each(|one| workspace.put(one.clone()));
        });
    }

    pub fn delete(&self, keys: &[DocumentKey]) {
        self.tap(Deed::Deleted, keys, |workspace, _| {
            keys.iter().for_each(|key| workspace.remove(key));
        });
    }

    pub fn answer(&self, assessment: Uuid, item: &str, verdict: Verdict) {
        let value = Some(AnswerValue::Verdict(verdict));
        self.tap(
            Deed::Answered(item.into()),
            &[DocumentKey::Assessment(assessment)],
            |workspace, now_ms| {
                change_answer(workspace, assessment, item.into(), now_ms, |answer| {
                    answer.value = value
                });
            },
        );
    }

    pub fn note(&self, assessment: Uuid, item: &str, text: &str) {
        self.typing(
            Deed::Wrote(item.into()),
            &[DocumentKey::Assessment(assessment)],
            |workspace, now_ms| {
                change_answer(workspace, assessment, item.into(), now_ms, |answer| {
                    answer.note = text.to_owned()
                });
            },
        );
    }

    pub fn name(&self, organization: Uuid, name: &str) {
        self.typing(
            Deed::ChangedProfile,
            &[DocumentKey::Organization(organization)],
            |workspace, now_ms| {
                if let Some(one) = workspace.organizations.get_mut(&organization) {
                    one.name = name.to_owned();
                    one.changed_at = now_ms;
                }
            },
        );
    }

    pub fn members(&self, organization: Uuid, members: u32) {
        self.tap(
            Deed::ChangedProfile,
            &[DocumentKey::Organization(organization)],
            |workspace, now_ms| {
                if let Some(one) = workspace.organizations.get_mut(&organization) {
                    one.facts.members = Some(members);
                    one.changed_at = now_ms;
                }
            },
        );
    }

    pub fn verdict(&self, assessment: Uuid, item: &str) -> Option<Verdict> {
        match self
            .workspace()
            .assessments
            .get(&assessment)?
            .value(&item.into())?
        {
            AnswerValue::Verdict(verdict) => Some(*verdict),
            other => panic!("no verdict: {other:?}"),
        }
    }

    pub fn written(&self, assessment: Uuid, item: &str) -> Option<String> {
        let workspace = self.workspace();
        let answers = &workspace.assessments.get(&assessment)?.answers;
        answers.get(&item.into()).map(|answer| answer.note.clone())
    }
}

fn change_answer(
    workspace: &mut Workspace,
    assessment: Uuid,
    item: ItemId,
    now_ms: i64,
    change: impl FnOnce(&mut Answer),
) {
    if let Some(assessment) = workspace.assessments.get_mut(&assessment) {
        let answer = assessment.answers.entry(item).or_default();
        change(answer);
        answer.changed_at = now_ms;
    }
}
