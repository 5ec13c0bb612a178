//! One running app: the session itself, and what a person does with it in these tests.

use crate::cells::Cells;
use crate::journal_double::JournalDouble;
use crate::samples::BRANCH;
use std::cell::{Cell, RefCell};
use std::ops::Deref;
use std::rc::Rc;
use uuid::Uuid;
use wuxing::app::commands::Pace;
use wuxing::app::edges::Edges;
use wuxing::app::saver::Saver;
use wuxing::app::session::{Alarm, Session};
use wuxing::app::sync::ImportState;
use wuxing::app::told::Told;
use wuxing::app::undo::{Deed, UndoStack};
use wuxing::app::watched::Watched;
use wuxing::app::workspace::Workspace;
use wuxing::assessment::{AnswerValue, Verdict};
use wuxing::effects::{CountingIds, FixedClock, IdSource};
use wuxing::exchange::{Document, DocumentKey};
use wuxing::sorted_map::SortedMap;
use wuxing::storage::{KeyValueStore, SaveState, WriteError};

/// Ids that no two tabs of a device share, and the numbers by which the tests call entries.
#[derive(Default)]
pub struct Ids {
    given: CountingIds,
    pub entries: RefCell<SortedMap<u128, Uuid>>,
}

impl IdSource for Ids {
    fn bytes(&self) -> [u8; 10] {
        self.given.bytes()
    }
}

/// One running app. It ends when it is dropped.
pub struct Tab {
    pub ids: Rc<Ids>,
    /// Every state that the person was shown.
    pub shown: Rc<RefCell<Vec<SaveState>>>,
    pub host: Cells,
    /// Whether the page is painted at once. Until it is, a tap is not written.
    pub paints: Cell<bool>,
    session: Session<Cells>,
}

impl Deref for Tab {
    type Target = Session<Cells>;

    fn deref(&self) -> &Session<Cells> {
        &self.session
    }
}

impl Drop for Tab {
    fn drop(&mut self) {
        self.host.close();
    }
}

impl Tab {
    /// Starts as the app does.
    pub fn start(
        store: Rc<dyn KeyValueStore>,
        journal: Rc<JournalDouble>,
        clock: Rc<FixedClock>,
        ids: Rc<Ids>,
    ) -> Self {
        let host = Cells::new(clock.clone());
        let edges = Edges {
            clock,
            ids: ids.clone(),
        };
        let session = Session::new(host.clone(), edges);
        let shown: Rc<RefCell<Vec<SaveState>>> = Rc::default();
        session.save_state.listen({
            let shown = shown.clone();
            move |state| shown.borrow_mut().push(state.clone())
        });
        session.connect(store, journal);
        session.load();
        Self {
            ids,
            shown,
            host,
            paints: Cell::new(true),
            session,
        }
    }

    pub fn workspace(&self) -> Workspace {
        self.workspace.copied()
    }

    /// What the person is shown of saving.
    pub fn state(&self) -> SaveState {
        self.host.ring(Alarm::TellState);
        let shown = self.save_state.copied();
        // What is shown is what holds; that a tap was refused is said of that tap.
        let is_refusal = matches!(
            &shown,
            SaveState::NotSaved {
                why: WriteError::ReadOnly { .. }
            }
        );
        if !is_refusal {
            let holds = self.with_saver(Saver::state);
            assert_eq!(Some(&shown), holds.as_ref());
        }
        shown
    }

    /// What the person is told, once.
    pub fn take_told(&self) -> Vec<Told> {
        let told = self.report.look(|report| report.told.clone());
        self.forget_told();
        told
    }

    /// Whether the person was told that a document is not written here.
    pub fn is_read_only(&self, key: &DocumentKey) -> bool {
        let name = key.to_string();
        self.report
            .look(|report| report.read_only.contains_key(&name))
    }

    /// Takes the last step back; says whether there was one.
    pub fn undo(&self) -> bool {
        let was_there = self.undo.look(|stack| stack.last().is_some());
        self.undo_last();
        was_there
    }

    /// Forgets all steps back.
    pub fn forget_steps(&self) {
        self.undo.put(UndoStack::default());
    }

    /// Imports documents; says how it ended, once it has.
    pub fn import(&self, documents: &[Document]) -> Option<ImportState> {
        self.importing.put(None);
        self.session.import(documents.to_vec());
        self.go_on_importing()
    }

    /// Goes on with an import as far as it goes.
    pub fn go_on_importing(&self) -> Option<ImportState> {
        self.host.ring(Alarm::GoOnImporting);
        let state = self.importing.copied();
        state.filter(|state| !matches!(state, ImportState::UnderWay { .. }))
    }

    /// Puts documents in, as one step.
    pub fn add(&self, documents: &[Document]) {
        let keys: Vec<DocumentKey> = documents.iter().map(Document::key).collect();
        let deed = Some(Deed::AddedOrganization);
        self.edit(deed, &keys, Pace::Now, |workspace, _| {
            documents.iter().for_each(|one| workspace.put(one.clone()));
        });
    }

    /// Deletes the branch with everything of it.
    pub fn delete_branch(&self) {
        self.delete_organization(BRANCH);
    }

    pub fn answer(&self, assessment: Uuid, item: &str, verdict: Verdict) {
        if self.opens(assessment) {
            let value = Some(AnswerValue::Verdict(verdict));
            self.session.answer(&item.into(), value);
            self.paint();
        }
    }

    /// Lets the page be painted, unless it is not painted now.
    pub fn paint(&self) {
        if self.paints.get() {
            self.host.ring(Alarm::WriteShown);
        }
    }

    pub fn note(&self, assessment: Uuid, item: &str, text: &str) {
        if self.opens(assessment) {
            self.write_note(&item.into(), text.to_owned());
        }
    }

    pub fn name(&self, organization: Uuid, name: &str) {
        assert_eq!(organization, BRANCH);
        self.edit_organization(Deed::ChangedProfile, Pace::typed("name"), |one| {
            one.name = name.to_owned();
        });
    }

    pub fn members(&self, organization: Uuid, members: u32) {
        assert_eq!(organization, BRANCH);
        self.edit_organization(Deed::ChangedProfile, Pace::Now, |one| {
            one.facts.members = Some(members);
        });
    }

    pub fn verdict(&self, assessment: Uuid, item: &str) -> Option<Verdict> {
        let workspace = self.workspace();
        match workspace
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

    /// Opens a period of the branch, if it is there.
    fn opens(&self, assessment: Uuid) -> bool {
        self.opened.put(Some(assessment));
        self.workspace
            .look(|workspace| workspace.assessments.contains_key(&assessment))
    }
}
