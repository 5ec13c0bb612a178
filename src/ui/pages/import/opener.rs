//! From a file or a text to what the page shows next (打开): in turns with the browser, until it is
//! opened, refused, or stopped by the user.
//!
//! Not here: the opening itself (`opening`).

use super::Stage;
use super::one_by_one::{FileInText, files_in_text};
use super::opening::Finding;
use crate::app::state::AppState;
use crate::exchange::ImportError;
use crate::text::Language;
use crate::ui::turns::take_turns;
use leptos::prelude::*;
use std::ops::ControlFlow;
use std::sync::Arc;

/// Opens files for the import page.
#[derive(Clone, Copy)]
pub struct Opener {
    state: AppState,
    language: Language,
    stage: RwSignal<Stage>,
    /// The files that were found in one text.
    several: RwSignal<Vec<FileInText>>,
    /// How far it is, in hundredths.
    pub percent: RwSignal<u8>,
    /// How many files have been begun.
    begun: StoredValue<usize>,
}

impl Opener {
    /// An opener that says by `stage` what is to be shown.
    pub(super) fn new(
        state: AppState,
        language: Language,
        stage: RwSignal<Stage>,
        several: RwSignal<Vec<FileInText>>,
    ) -> Self {
        Self {
            state,
            language,
            stage,
            several,
            percent: RwSignal::new(0),
            begun: StoredValue::new(0),
        }
    }

    /// Begins with a file. Whatever was begun before does not count any more.
    pub fn begin(self) -> Begun {
        self.begun.update_value(|begun| *begun += 1);
        let number = self.begun.get_value();
        self.percent.set(0);
        self.stage.set(Stage::Reading(number));
        Begun {
            opener: self,
            number,
        }
    }
}

/// A file that is being opened.
#[derive(Clone, Copy)]
pub struct Begun {
    opener: Opener,
    number: usize,
}

impl Begun {
    /// Whether the user still waits for it.
    pub fn goes_on(self) -> bool {
        let waits =
            |stage: &Stage| matches!(stage, Stage::Reading(number) if *number == self.number);
        self.opener.stage.try_with_untracked(waits) == Some(true)
    }

    /// Opens it and shows what came of it.
    pub fn open(self, finding: Result<Finding, ImportError>) {
        let state = self.opener.state;
        let mut finding = match finding {
            Ok(finding) => finding,
            Err(error) => return self.refuse(&error),
        };
        let step = move || {
            if !self.goes_on() {
                return ControlFlow::Break(());
            }
            match finding.step() {
                Ok(None) => return ControlFlow::Continue(finding.percent()),
                Ok(Some(found)) => self.opener.stage.set(Stage::Looking(Arc::new(found))),
                Err(error) => self.refuse(&error),
            }
            ControlFlow::Break(())
        };
        take_turns(
            move || state.now_ms(),
            step,
            move |percent| {
                // Nobody looks at it on a page that was left.
                let _ = self.opener.percent.try_set(percent);
            },
        );
    }

    /// Shows why it was refused, or which files there are where there are several.
    pub fn refuse(self, error: &ImportError) {
        let Opener {
            state,
            language,
            stage,
            several,
            ..
        } = self.opener;
        stage.set(match error {
            ImportError::SeveralFiles { files } => {
                several.set(files_in_text(files, state.now_ms(), language));
                Stage::Choosing
            }
            ImportError::Sealed { sealed } => Stage::Sealed(Arc::new((**sealed).clone())),
            _ => Stage::refused(error, language),
        });
    }
}
