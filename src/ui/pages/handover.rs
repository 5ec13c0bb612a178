//! Handing a finished text over (交出去): as a download and by 「复制文字」, with what can be expected
//! of each.
//!
//! Not here: making the text, and whether it arrived. Only the user knows that.

use crate::platform::download::Download;
use crate::ui::components::{ActionRow, Button, Notice, NoticeKind, Weight};
use crate::ui::devices::Devices;
use crate::ui::icons::IconName;
use crate::ui::speech::texts;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A text that is ready to be handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeFile {
    /// The name that is proposed for it.
    pub name: String,
    /// The text.
    pub text: String,
}

/// What came of handing it over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Handed {
    /// It was not handed over yet.
    #[default]
    Nothing,
    /// The browser has taken it as a download.
    Downloaded {
        /// The name that was proposed.
        name: String,
        /// Whether browsers like this one are known to drop it.
        likely_ignored: bool,
    },
    /// The browser refused the download.
    DownloadRefused,
    /// This many characters were copied.
    Copied(usize),
    /// It is to be copied by hand.
    CopyRefused(String),
    /// It could not be made.
    NotMade,
}

/// The two buttons, and what to expect after a tap on one of them.
#[component]
pub fn Handover(
    /// Makes the file; `None` if it could not be made.
    make: Callback<(), Option<MadeFile>>,
    /// Is told when it was handed over.
    #[prop(optional, into)]
    on_handed: Option<Callback<()>>,
    /// How heavy the download looks.
    #[prop(optional)]
    weight: Weight,
) -> impl IntoView {
    let words = &texts().data;
    let devices = Devices::expect();
    let handed = RwSignal::new(Handed::Nothing);
    let tell = move || {
        if let Some(on_handed) = on_handed {
            on_handed.run(());
        }
    };
    let download = Callback::new(move |()| {
        let Some(file) = make.run(()) else {
            return handed.set(Handed::NotMade);
        };
        let came_of_it = download_file(devices, file);
        if came_of_it != Handed::DownloadRefused {
            tell();
        }
        handed.set(came_of_it);
    });
    let copy = Callback::new(move |()| {
        let Some(file) = make.run(()) else {
            return handed.set(Handed::NotMade);
        };
        spawn_local(async move {
            let copied = devices.copy(file.text.clone()).await;
            tell();
            handed.set(match copied {
                Ok(()) => Handed::Copied(file.text.chars().count()),
                Err(_) => Handed::CopyRefused(file.text),
            });
        });
    });
    view! {
        <div class="stack-tight">
            <ActionRow>
                <Button
                    label=words.download
                    icon=IconName::Export
                    weight=weight
                    on_press=download
                />
                <Button label=words.copy icon=IconName::Copy on_press=copy />
            </ActionRow>
            <div class="stack" role="status">{move || what_to_expect(handed.get())}</div>
        </div>
    }
}

/// Hands a file to the browser as a download.
pub fn download_file(devices: Devices, file: MadeFile) -> Handed {
    match devices.download(&file.name, &file.text) {
        Ok(expected) => Handed::Downloaded {
            name: file.name,
            likely_ignored: expected == Download::LikelyIgnored,
        },
        Err(_) => Handed::DownloadRefused,
    }
}

/// What to expect now.
pub fn what_to_expect(handed: Handed) -> AnyView {
    let words = &texts().data;
    match handed {
        Handed::Nothing => ().into_any(),
        Handed::Downloaded {
            name,
            likely_ignored,
        } => {
            let kind = if likely_ignored {
                NoticeKind::Warning
            } else {
                NoticeKind::Info
            };
            let text = if likely_ignored {
                words.download_ignored
            } else {
                words.downloaded_where
            };
            view! { <Notice kind=kind title=(words.downloaded)(name) text=text /> }.into_any()
        }
        Handed::DownloadRefused => {
            view! { <Notice kind=NoticeKind::Warning text=words.download_refused /> }.into_any()
        }
        Handed::Copied(count) => view! {
            <Notice kind=NoticeKind::Good title=(words.copied)(count) text=words.copied_next />
        }
        .into_any(),
        Handed::CopyRefused(text) => view! {
            <Notice kind=NoticeKind::Warning text=words.copy_refused />
            <ReadOnlyText label=words.copy_by_hand text=text lines=6 />
        }
        .into_any(),
        Handed::NotMade => {
            view! { <Notice kind=NoticeKind::Error text=words.export_failed /> }.into_any()
        }
    }
}

/// A text to be looked at and copied by hand, and not to be changed. A tap selects all of it.
#[component]
pub fn ReadOnlyText(
    /// What it is.
    #[prop(into)]
    label: String,
    /// The text.
    text: String,
    /// How many lines are shown at once.
    #[prop(default = 10)]
    lines: u8,
) -> impl IntoView {
    let node = NodeRef::<leptos::html::Textarea>::new();
    let select = move |_| {
        if let Some(field) = node.get_untracked() {
            field.select();
        }
    };
    view! {
        <label class="labelled">
            <span>{label}</span>
            <textarea
                node_ref=node
                class="field small"
                readonly=true
                rows=lines.to_string()
                prop:value=text
                on:focus=select
            ></textarea>
        </label>
    }
}
