//! From files or a text to what the page shows next (打开): in turns with the browser, until all of
//! it is opened or refused, or stopped by the user.
//!
//! Not here: the opening itself (`app::intake`).

use super::Stage;
use super::received::name_in_words;
use super::sealed::Asked;
use crate::app::intake::{Intake, Name, Outcome, Received, Refused};
use crate::app::state::AppState;
use crate::exchange::chat_parts::Collection;
use crate::exchange::sealing::{Passphrase, SealedFile};
use crate::exchange::{ImportError, limits};
use crate::platform::asking::rest;
use crate::platform::file_input::{FileFault, read_file};
use crate::text::Language;
use crate::ui::devices::BrowserEncodings;
use crate::ui::turns::take_a_turn;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::File;
use std::cell::RefCell;
use std::sync::Arc;

/// What is neither UTF-8 nor UTF-16 is decoded by the browser.
static ENCODINGS: BrowserEncodings = BrowserEncodings;

thread_local! {
    /// The parts that have come so far. They outlive the page: the user goes to the chat for each.
    static PARTS: RefCell<Collection> = RefCell::default();
}

/// Opens files for the import page.
#[derive(Clone, Copy)]
pub struct Opener {
    state: AppState,
    language: Language,
    stage: RwSignal<Stage>,
    /// How far it is, in hundredths.
    pub percent: RwSignal<u8>,
    /// The parts that have come so far.
    pub parts: RwSignal<Collection>,
    /// Whether the last thing that came was a part that is here already.
    pub came_again: RwSignal<bool>,
    /// How many times something was begun.
    begun: StoredValue<usize>,
    /// What goes on once a passphrase was entered.
    waiting: StoredValue<Option<Waiting>, LocalStorage>,
}

/// An intake that waits for the passphrase of one of its files.
struct Waiting {
    intake: Intake,
    name: Name,
    sealed: Box<SealedFile>,
    is_one_of_several: bool,
}

impl Opener {
    /// An opener that says by `stage` what is to be shown.
    pub(super) fn new(state: AppState, language: Language, stage: RwSignal<Stage>) -> Self {
        Self {
            state,
            language,
            stage,
            percent: RwSignal::new(0),
            parts: RwSignal::new(PARTS.with_borrow(Collection::clone)),
            came_again: RwSignal::new(false),
            begun: StoredValue::new(0),
            waiting: StoredValue::new_local(None),
        }
    }

    /// Opens files, all of them as one.
    pub fn open_files(self, files: Vec<File>) {
        let begun = self.begin();
        spawn_local(async move {
            let (mut intake, all) = (self.intake(), files.len());
            for (done, file) in files.into_iter().enumerate() {
                let name = name_of(&file);
                let read = read_file(&file, limits::MOST_BYTES as u64).await;
                match read {
                    Ok(bytes) => intake.take_file(name, bytes),
                    Err(fault) => intake.note_refused(name, refused(&fault)),
                }
                if !begun.takes_in(&mut intake, done, all).await {
                    return;
                }
            }
            begun.ask_or_end(intake, all > 1);
        });
    }

    /// Opens a text.
    pub fn open_text(self, text: String) {
        let begun = self.begin();
        spawn_local(async move {
            // A long text takes a while; the page says so first.
            rest().await;
            let mut intake = self.intake();
            intake.take_text(text);
            if begun.takes_in(&mut intake, 0, 1).await {
                begun.ask_or_end(intake, false);
            }
        });
    }

    /// Goes on with what was in the sealed file that asks for its passphrase.
    pub fn take_unsealed(self, text: String, passphrase: Passphrase) {
        let Some(waiting) = self.take_waiting() else {
            return;
        };
        let Waiting {
            mut intake,
            name,
            is_one_of_several,
            ..
        } = waiting;
        intake.take_unsealed(name, text);
        self.go_on(intake, is_one_of_several, Some(passphrase));
    }

    /// Goes on without the sealed file that asks for its passphrase.
    pub fn leave_sealed(self) {
        let Some(waiting) = self.take_waiting() else {
            return;
        };
        let Waiting {
            mut intake,
            name,
            sealed,
            is_one_of_several,
        } = waiting;
        intake.leave_sealed(name, sealed);
        self.go_on(intake, is_one_of_several, None);
    }

    fn take_waiting(self) -> Option<Waiting> {
        self.waiting.try_update_value(Option::take).flatten()
    }

    fn go_on(self, mut intake: Intake, is_one_of_several: bool, passphrase: Option<Passphrase>) {
        let begun = self.begin();
        spawn_local(async move {
            rest().await;
            if !begun.takes_in(&mut intake, 0, 1).await {
                return;
            }
            // Who seals several files mostly takes one passphrase for all of them.
            while let Some(passphrase) = &passphrase {
                let Some((name, sealed)) = intake.next_sealed() else {
                    break;
                };
                match sealed.open(passphrase) {
                    Ok(text) => intake.take_unsealed(name, text),
                    Err(_) => return begun.ask(intake, name, sealed, is_one_of_several),
                }
                rest().await;
                if !begun.takes_in(&mut intake, 0, 1).await {
                    return;
                }
            }
            begun.ask_or_end(intake, is_one_of_several);
        });
    }

    /// Takes a text that a camera sees, while the camera goes on. Returns whether a file is
    /// complete by now, which is then shown.
    pub fn take_seen(self, text: String) -> bool {
        let mut intake = self.intake();
        intake.take_text(text);
        while intake.step() {}
        if intake.sealed_left() > 0 {
            self.begin().ask_or_end(intake, false);
            return true;
        }
        let received = intake.end();
        let is_complete = received.found.is_some();
        match is_complete {
            true => self.begin().end(received),
            false => self.keep(received.parts),
        }
        is_complete
    }

    /// Forgets the parts that have come.
    pub fn drop_parts(self) {
        self.keep(Collection::default());
        self.came_again.set(false);
    }

    fn begin(self) -> Begun {
        self.begun.update_value(|begun| *begun += 1);
        let number = self.begun.get_value();
        self.percent.set(0);
        self.came_again.set(false);
        self.stage.set(Stage::Reading(number));
        Begun {
            opener: self,
            number,
        }
    }

    fn intake(self) -> Intake {
        let parts = PARTS.with_borrow(Collection::clone);
        Intake::of(parts, &ENCODINGS, self.state.now_ms())
    }

    fn keep(self, parts: Collection) {
        PARTS.set(parts.clone());
        self.parts.set(parts);
    }
}

/// Something that is being opened. Whatever was begun before does not count any more.
#[derive(Clone, Copy)]
struct Begun {
    opener: Opener,
    number: usize,
}

impl Begun {
    /// Whether the user still waits for it.
    fn goes_on(self) -> bool {
        let waits =
            |stage: &Stage| matches!(stage, Stage::Reading(number) if *number == self.number);
        self.opener.stage.try_with_untracked(waits) == Some(true)
    }

    /// Takes what the intake has been given, after `done` of `all` files. Says whether the user
    /// still waits.
    async fn takes_in(self, intake: &mut Intake, done: usize, all: usize) -> bool {
        let now_ms = || self.opener.state.now_ms();
        loop {
            if !self.goes_on() {
                return false;
            }
            if !take_a_turn(&now_ms, || intake.step()) {
                return true;
            }
            let percent = (done * 100 + usize::from(intake.percent())) / all.max(1);
            self.opener
                .percent
                .set(u8::try_from(percent).unwrap_or(100));
            rest().await;
        }
    }

    /// Asks for the passphrase of the next sealed file, or shows what came of it where there is
    /// none.
    fn ask_or_end(self, mut intake: Intake, are_several: bool) {
        match intake.next_sealed() {
            Some((name, sealed)) => {
                let are_several = are_several || intake.told() + intake.sealed_left() > 0;
                self.ask(intake, name, sealed, are_several);
            }
            None => self.end(intake.end()),
        }
    }

    fn ask(self, intake: Intake, name: Name, sealed: Box<SealedFile>, is_one_of_several: bool) {
        let Opener {
            language,
            stage,
            waiting,
            ..
        } = self.opener;
        let asked = Asked {
            sealed: Arc::new((*sealed).clone()),
            name: is_one_of_several.then(|| name_in_words(&name, language)),
        };
        waiting.set_value(Some(Waiting {
            intake,
            name,
            sealed,
            is_one_of_several,
        }));
        stage.set(Stage::Sealed(asked));
    }

    /// Shows what came of it.
    fn end(self, received: Received) {
        let Received {
            found,
            reports,
            parts,
            new_parts,
            known_parts,
        } = received;
        let opener = self.opener;
        opener.keep(parts);
        opener.came_again.set(new_parts == 0 && known_parts > 0);
        match (found, &reports[..]) {
            (Some(found), [_]) => opener
                .stage
                .set(Stage::Looking(Arc::new(found), Arc::default())),
            (Some(found), _) => {
                let reports = Arc::new(reports);
                opener.stage.set(Stage::Looking(Arc::new(found), reports));
            }
            (None, []) => opener.stage.set(Stage::Choosing),
            (None, [only]) => match &only.outcome {
                Outcome::Refused(Refused::Import(error)) => self.refuse(error),
                Outcome::Refused(Refused::Unreadable(detail)) => {
                    opener.stage.set(Stage::unreadable(detail, opener.language));
                }
                _ => opener.stage.set(Stage::Told(Arc::new(reports))),
            },
            (None, _) => opener.stage.set(Stage::Told(Arc::new(reports))),
        }
    }

    /// Shows why it was refused.
    fn refuse(self, error: &ImportError) {
        let Opener {
            language, stage, ..
        } = self.opener;
        stage.set(Stage::refused(error, language));
    }
}

/// The name of a file, with the folders that it was chosen with.
fn name_of(file: &File) -> String {
    let with_folders = js_sys::Reflect::get(file, &"webkitRelativePath".into());
    let with_folders = with_folders.ok().and_then(|path| path.as_string());
    with_folders
        .filter(|path| !path.is_empty())
        .unwrap_or_else(|| file.name())
}

fn refused(fault: &FileFault) -> Refused {
    match fault {
        FileFault::TooLarge { size, .. } => Refused::Import(ImportError::TooLarge {
            bytes: usize::try_from(*size).unwrap_or(usize::MAX),
            most: limits::MOST_BYTES,
        }),
        FileFault::Unreadable { .. } => Refused::Unreadable(fault.to_string()),
    }
}
