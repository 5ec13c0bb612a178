//! Going a way of handing over (走一条路), and what came of it.
//!
//! Not here: what is shown of it (`outcome`), and the edges of the browser (`platform`).

use super::MadeFile;
use super::handed::Handed;
use crate::app::ways_out::{BrowserCan, Goods, Purpose, Way, in_order};
use crate::exchange::chat_parts::{self, Carrier};
use crate::exchange::file_name::{media_type, to_share};
use crate::platform::download::Download;
use crate::platform::sharing::{HandedFile, Handing};
use crate::ui::devices::Devices;
use crate::ui::speech::texts;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use std::time::Duration;

/// How long a share sheet may take to come up before the user is told of other ways.
pub const SHEET_PATIENCE: Duration = Duration::from_secs(4);

/// Hands one file over. It is a handle: copies speak of the same file.
#[derive(Clone, Copy)]
pub struct Hand {
    make: Callback<(), Option<MadeFile>>,
    on_handed: Option<Callback<()>>,
    /// What it is handed over for.
    pub purpose: Purpose,
    ending: &'static str,
    devices: Devices,
    /// What came of the last tap.
    pub handed: RwSignal<Handed>,
    /// How many forms of the file the share sheet has refused.
    refused_forms: RwSignal<usize>,
    /// How many taps there were: what an earlier one comes to is not shown any more.
    taps: StoredValue<usize>,
}

impl Hand {
    /// Nothing is handed over yet.
    pub fn new(
        make: Callback<(), Option<MadeFile>>,
        on_handed: Option<Callback<()>>,
        purpose: Purpose,
        ending: &'static str,
    ) -> Self {
        Self {
            make,
            on_handed,
            purpose,
            ending,
            devices: Devices::expect(),
            handed: RwSignal::new(Handed::Nothing),
            refused_forms: RwSignal::new(0),
            taps: StoredValue::new(0),
        }
    }

    /// The same, with what comes of it told by `handed`.
    pub fn showing_in(self, handed: RwSignal<Handed>) -> Self {
        Self { handed, ..self }
    }

    /// Goes the way that works best, in answer to a tap.
    pub fn go_first(self) {
        if let Some(way) = self.first_ways().into_iter().next() {
            self.go(way);
        }
    }

    /// The ways in their order, as far as that can be told before the file is made.
    pub fn first_ways(self) -> Vec<Way> {
        let few = self.is_of_this_app().then_some(1);
        let goods = Goods {
            is_text: self.is_text(),
            messages: few,
            codes: None,
        };
        in_order(self.can(), self.purpose, goods)
    }

    /// The ways in their order, and how many messages and codes the file takes.
    pub fn all_ways(self) -> (Vec<Way>, Goods) {
        let made = self.make.run(()).filter(|_| self.is_of_this_app());
        let count = |carrier| Some(chat_parts::cut_file(&made.as_ref()?.text, carrier)?.len());
        let goods = Goods {
            is_text: self.is_text(),
            messages: count(Carrier::Message),
            codes: count(Carrier::Code),
        };
        (in_order(self.can(), self.purpose, goods), goods)
    }

    /// Goes a way, in answer to a tap.
    pub fn go(self, way: Way) {
        self.taps.update_value(|taps| *taps += 1);
        let Some(file) = self.make.run(()) else {
            return self.handed.set(Handed::NotMade);
        };
        match way {
            Way::Share => self.share(&file),
            Way::Download => self.download(file),
            Way::SaveAs => self.save_as(&file),
            Way::Copy => self.copy(file.text),
            Way::Parts => self.cut(&file, Carrier::Message),
            Way::Codes => self.cut(&file, Carrier::Code),
        }
    }

    /// Copies a text; `done` takes whether it is on the clipboard.
    pub fn copy_text(self, text: String, done: impl FnOnce(bool) + 'static) {
        spawn_local(async move { done(self.devices.copy(text).await.is_ok()) });
    }

    /// Says that the file was handed over.
    pub fn tell(self) {
        if let Some(on_handed) = self.on_handed {
            on_handed.run(());
        }
    }

    /// Whether this app reads such files.
    fn is_of_this_app(self) -> bool {
        self.ending == "json"
    }

    /// Whether it can be read where it is pasted; the source of a page cannot.
    fn is_text(self) -> bool {
        self.ending != "html"
    }

    fn can(self) -> BrowserCan {
        let any = format!("wuxing.{}", self.ending);
        self.devices.can(&self.forms(&any)).0
    }

    /// The names and kinds under which a file can be shared, without those that were refused.
    fn forms(self, name: &str) -> Vec<(String, &'static str)> {
        let forms = to_share(name).into_iter().skip(self.refused_forms.get());
        forms
            .map(|name| (name.clone(), media_type(&name)))
            .collect()
    }

    fn share(self, file: &MadeFile) {
        let forms = self.forms(&file.name);
        let taken = self.devices.can(&forms).1;
        let chosen = taken.and_then(|place| Some((place, forms.get(place)?.clone())));
        let Some((place, (name, media_type))) = chosen else {
            return self.handed.set(Handed::ShareRefused { may_try: false });
        };
        let Some(bytes) = content(file, &name) else {
            return self.handed.set(Handed::NotMade);
        };
        let shared = HandedFile {
            name,
            media_type,
            bytes,
        };
        self.handed.set(Handed::Sharing { is_slow: false });
        let tap = self.taps.get_value();
        let late = move || {
            if self.is_latest(tap)
                && self.handed.get_untracked() == (Handed::Sharing { is_slow: false })
            {
                self.handed.set(Handed::Sharing { is_slow: true });
            }
        };
        set_timeout(late, SHEET_PATIENCE);
        spawn_local(async move {
            let handing = self.devices.share(vec![shared]).await;
            if handing == Handing::Taken {
                self.tell();
            }
            if !self.is_latest(tap) {
                return;
            }
            self.handed.set(match handing {
                Handing::Taken => Handed::Shared,
                Handing::Cancelled => Handed::ShareCancelled,
                Handing::Refused(_) => {
                    self.refused_forms.update(|refused| *refused += place + 1);
                    let may_try = self.can().share;
                    Handed::ShareRefused { may_try }
                }
            });
        });
    }

    fn download(self, file: MadeFile) {
        self.handed
            .set(match self.devices.download_file(&handed_file(&file)) {
                Ok(expected) => {
                    self.tell();
                    Handed::Downloaded {
                        name: file.name,
                        likely_ignored: expected == Download::LikelyIgnored,
                    }
                }
                Err(_) => Handed::DownloadRefused,
            });
    }

    fn save_as(self, file: &MadeFile) {
        let (file, tap) = (handed_file(file), self.taps.get_value());
        spawn_local(async move {
            let handing = self.devices.save_as(file).await;
            if handing == Handing::Taken {
                self.tell();
            }
            if self.is_latest(tap) {
                self.handed.set(match handing {
                    Handing::Taken => Handed::SavedAs,
                    Handing::Cancelled => Handed::SaveCancelled,
                    Handing::Refused(_) => Handed::SaveRefused,
                });
            }
        });
    }

    fn copy(self, text: String) {
        let (kept, tap) = (text.clone(), self.taps.get_value());
        self.copy_text(text, move |is_copied| {
            self.tell();
            if self.is_latest(tap) {
                self.handed.set(match is_copied {
                    true => Handed::Copied(kept.chars().count()),
                    false => Handed::CopyRefused(kept),
                });
            }
        });
    }

    fn cut(self, file: &MadeFile, carrier: Carrier) {
        let most = match carrier {
            Carrier::Code => crate::app::ways_out::MOST_CODES,
            Carrier::Message | Carrier::File => crate::app::ways_out::MOST_MESSAGES,
        };
        let parts = chat_parts::cut_file(&file.text, carrier);
        let count = parts.as_ref().map(Vec::len);
        self.handed
            .set(match parts.filter(|parts| parts.len() <= most) {
                Some(parts) if carrier == Carrier::Code => Handed::Codes(Arc::new(parts)),
                Some(parts) => Handed::Parts(Arc::new(parts)),
                None => Handed::TooMany(count),
            });
    }

    /// Whether nothing was tapped since, on a page that is still there.
    fn is_latest(self, tap: usize) -> bool {
        self.taps.try_get_value() == Some(tap)
    }
}

fn handed_file(file: &MadeFile) -> HandedFile {
    HandedFile {
        name: file.name.clone(),
        media_type: media_type(&file.name),
        bytes: file.text.clone().into_bytes(),
    }
}

/// What a file of this name holds. In a page the text stands as one part.
fn content(file: &MadeFile, name: &str) -> Option<Vec<u8>> {
    let text = match name.ends_with(".html") {
        true => {
            let what_to_do = texts().handing.page_what_to_do;
            let title = name.trim_end_matches(".html");
            chat_parts::page_around(&file.text, title, what_to_do)?
        }
        false => file.text.clone(),
    };
    Some(text.into_bytes())
}
