//! The browser's edges as the pages need them: the journal, files in and out, the clipboard, and
//! what the browser promises.
//!
//! Not here: the adapters themselves (`platform`), and saving (`app`).

use crate::app::ways_out::BrowserCan;
use crate::effects::Clock;
use crate::exchange::ForeignEncoding;
use crate::period::CivilDate;
use crate::platform::clock::BrowserClock;
use crate::platform::decode::decode_gbk;
use crate::platform::download::{self, Download};
use crate::platform::sharing::{self, HandedFile, Handing};
use crate::platform::surroundings::Surroundings;
use crate::platform::{PlatformError, clipboard, persistence};
use crate::storage::{Journal, JournalRecord};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

/// How long a page waits for the journal before it goes on without it.
const JOURNAL_PATIENCE: Duration = Duration::from_secs(2);

/// The browser's edges. It is a handle: copies speak of the same browser.
#[derive(Clone, Copy)]
pub struct Devices {
    journal: StoredValue<Rc<dyn Journal>, LocalStorage>,
}

impl Devices {
    /// The edges of this browser, with the journal that the app saves to.
    pub fn of_browser(journal: Rc<dyn Journal>) -> Self {
        Self {
            journal: StoredValue::new_local(journal),
        }
    }

    /// The edges around this component.
    pub fn expect() -> Self {
        expect_context::<Self>()
    }

    /// Reads the journal and hands over what it holds; `None` if it refuses, or gives no
    /// answer within two seconds. `done` is called exactly once.
    pub fn read_journal(self, done: impl FnOnce(Option<Vec<JournalRecord>>) + 'static) {
        let waiting = Rc::new(RefCell::new(Some(done)));
        let answered = Rc::clone(&waiting);
        self.journal.with_value(|journal| {
            journal.read_all(Box::new(move |answer| {
                let done = answered.borrow_mut().take();
                if let Some(done) = done {
                    done(answer.ok());
                }
            }));
        });
        let give_up = move || {
            let done = waiting.borrow_mut().take();
            if let Some(done) = done {
                done(None);
            }
        };
        set_timeout(give_up, JOURNAL_PATIENCE);
    }

    /// Where the app runs.
    pub fn surroundings(self) -> Surroundings {
        Surroundings::detect()
    }

    /// What the browser can do with a file that may be handed over in any of these forms, and the
    /// first of them that its share sheet takes.
    pub fn can(self, forms: &[(String, &'static str)]) -> (BrowserCan, Option<usize>) {
        let shared = forms
            .iter()
            .position(|(name, kind)| sharing::can_share(name, kind));
        let can = BrowserCan {
            share: shared.is_some(),
            save_as: sharing::can_save_as(),
            drops_downloads: self.surroundings().likely_ignores_downloads(),
        };
        (can, shared)
    }

    /// Opens the share sheet of the device with files; to be called in answer to a tap.
    pub async fn share(self, files: Vec<HandedFile>) -> Handing {
        sharing::share(&files).await
    }

    /// Has the user choose a folder and a name, and writes a file there; to be called in answer to
    /// a tap.
    pub async fn save_as(self, file: HandedFile) -> Handing {
        sharing::save_as(&file).await
    }

    /// Hands a file over by the browser's download.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn download_file(self, file: &HandedFile) -> Result<Download, PlatformError> {
        download::download(
            &file.name,
            file.media_type,
            &file.bytes,
            &self.surroundings(),
        )
    }

    /// Copies a text; to be called in answer to a tap.
    ///
    /// # Errors
    /// When the browser refuses. The text is then to be shown for copying by hand.
    pub async fn copy(self, text: String) -> Result<(), PlatformError> {
        clipboard::copy(&text).await
    }

    /// Whether the browser has promised to keep the data; `None` if it cannot say.
    pub async fn is_persistent(self) -> Option<bool> {
        persistence::is_persistent().await.ok()
    }

    /// Asks the browser to keep the data; `None` if it knows no such promise.
    pub async fn request_persistence(self) -> Option<bool> {
        persistence::request_persistence().await.ok()
    }

    /// The day of an instant (UTC milliseconds) on this device.
    pub fn day_of(self, instant_ms: i64) -> Option<CivilDate> {
        CivilDate::at_instant(instant_ms, Clock::offset_minutes(&BrowserClock))
    }
}

/// What the browser decodes beside UTF-8 and UTF-16.
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserEncodings;

impl ForeignEncoding for BrowserEncodings {
    fn decode_gbk(&self, bytes: &[u8]) -> Option<String> {
        decode_gbk(bytes).ok()
    }
}
