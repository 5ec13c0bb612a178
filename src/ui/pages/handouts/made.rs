//! A handout as a picture, a Word document or an Excel workbook: the buttons, and what was made.
//!
//! Not here: making it (`making`).

use super::making::{Made, Making, make};
use crate::handout::form::FormMaking;
use crate::handout::{Handout, HandoutForm};
use crate::platform::asking::pause;
use crate::platform::download::Download;
use crate::platform::sharing::{HandedFile, Handing};
use crate::ui::components::{ActionRow, Button, Notice, NoticeKind, Weight};
use crate::ui::devices::Devices;
use crate::ui::icons::IconName;
use crate::ui::pages::handover::{Handed, SHEET_PATIENCE, what_to_expect};
use crate::ui::speech::texts;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// How long the browser rests between two downloads, in milliseconds: of more than ten in a second
/// Chromium drops the rest without a word.
const BETWEEN_DOWNLOADS_MS: i32 = 150;

/// The button that makes a form of a handout.
pub fn button(
    form: HandoutForm,
    handout: Signal<Handout>,
    data: Option<Callback<(), Option<String>>>,
    making: RwSignal<Making>,
) -> AnyView {
    let press = Callback::new(move |()| make(form, handout.get_untracked(), data, making));
    view! { <Button label=form.label(texts()) on_press=press /> }.into_any()
}

/// How far the making is, and what was made.
#[component]
pub fn WhatWasMade(
    /// The handout.
    handout: Signal<Handout>,
    /// Makes the file of the app that goes along; `None` if there is none.
    data: Option<Callback<(), Option<String>>>,
    /// How far it is.
    making: RwSignal<Making>,
) -> impl IntoView {
    let words = &texts().handout_files;
    let told = |kind, text: &'static str| view! { <Notice kind=kind text=text /> }.into_any();
    move || match making.get() {
        Making::Nothing => ().into_any(),
        Making::OnItsWay(form) => {
            let text = match form.makes() {
                FormMaking::Picture => words.drawing,
                _ => words.making,
            };
            view! { <p class="hint" role="status" aria-busy="true">{text}</p> }.into_any()
        }
        Making::Made(made) => view! { <Files made=made /> }.into_any(),
        Making::NotLoaded(form) => {
            let again = Callback::new(move |()| make(form, handout.get_untracked(), data, making));
            view! {
                <Notice
                    kind=NoticeKind::Error
                    title=words.not_loaded_title
                    text=words.not_loaded_text
                >
                    <Button label=words.again weight=Weight::Primary on_press=again />
                </Notice>
            }
            .into_any()
        }
        Making::TooLarge => told(NoticeKind::Warning, words.too_large),
        Making::Failed => told(NoticeKind::Error, words.failed),
    }
}

/// What was made, and how to get it out.
#[component]
fn Files(made: Arc<Vec<Made>>) -> impl IntoView {
    let (words, devices) = (&texts().handout_files, Devices::expect());
    let handed = RwSignal::new(Handed::default());
    let count = made.len();
    let is_picture = made.iter().any(|one| one.shown.is_some());
    let line = match (is_picture, count) {
        (true, 1) => words.picture_ready.to_owned(),
        (true, count) => (words.pieces_ready)(count),
        (false, _) => made
            .first()
            .map(|one| (words.file_ready)(&one.file.name))
            .unwrap_or_default(),
    };
    let carries_data = made.iter().any(|one| one.carries_data);
    let carries_data = carries_data.then(|| {
        view! { <p class="hint">{texts().handouts.sent_data}</p> }
    });
    let pictures = made
        .iter()
        .enumerate()
        .map(|(place, one)| picture(one, place + 1, count));
    let pictures = pictures.collect_view();
    let files: Vec<HandedFile> = made.iter().map(|one| one.file.clone()).collect();
    let can_share = files.iter().all(|file| {
        let form = (file.name.clone(), file.media_type);
        devices.can(&[form]).0.share
    });
    let keep = keeping(devices, files.clone(), handed);
    let send = Callback::new(move |()| share(devices, files.clone(), handed));
    let send = can_share.then(|| {
        view! { <Button label=texts().handing.send icon=IconName::Export on_press=send /> }
    });
    view! {
        <div class="stack">
            <p role="status">{line}</p>
            {carries_data}
            <ActionRow>
                {send}
                <Button label=words.keep icon=IconName::Import on_press=keep />
            </ActionRow>
            <div class="stack" role="status">{move || what_to_expect(handed.get())}</div>
            {pictures}
        </div>
    }
}

/// A picture as it leaves, to be pressed long.
fn picture(made: &Made, number: usize, count: usize) -> AnyView {
    let Some((address, width, height)) = made.shown.clone() else {
        return ().into_any();
    };
    let told = (texts().handout_files.piece_of)(number, count);
    view! {
        <img
            class="handout-picture"
            src=address
            alt=told
            width=width.to_string()
            height=height.to_string()
        />
    }
    .into_any()
}

/// Downloads all of it. A tap while that is still under way is no second one: two at once would
/// hand the browser more than it takes in a second.
fn keeping(devices: Devices, files: Vec<HandedFile>, handed: RwSignal<Handed>) -> Callback<()> {
    let is_under_way = RwSignal::new(false);
    Callback::new(move |()| {
        if is_under_way.get_untracked() {
            return;
        }
        is_under_way.set(true);
        let files = files.clone();
        spawn_local(async move {
            let came = downloaded(devices, &files).await;
            // The page may be gone by then.
            handed.try_set(came);
            is_under_way.try_set(false);
        });
    })
}

/// Hands all of it to the browser as downloads, one after the other.
async fn downloaded(devices: Devices, files: &[HandedFile]) -> Handed {
    let mut handed = Handed::Nothing;
    for file in files {
        handed = match devices.download_file(file) {
            Ok(expected) => Handed::Downloaded {
                name: file.name.clone(),
                likely_ignored: expected == Download::LikelyIgnored,
            },
            Err(_) => return Handed::DownloadRefused,
        };
        if files.len() > 1 {
            pause(BETWEEN_DOWNLOADS_MS).await;
        }
    }
    handed
}

/// Opens the share sheet with all of it.
fn share(devices: Devices, files: Vec<HandedFile>, handed: RwSignal<Handed>) {
    const OPENED: Handed = Handed::Sharing { is_slow: false };
    handed.set(OPENED);
    let late = move || {
        // The page may be gone by then.
        if handed.try_get_untracked() == Some(OPENED) {
            handed.set(Handed::Sharing { is_slow: true });
        }
    };
    set_timeout(late, SHEET_PATIENCE);
    spawn_local(async move {
        let came = match devices.share(files).await {
            Handing::Taken => Handed::Shared,
            Handing::Cancelled => Handed::ShareCancelled,
            Handing::Refused(_) => Handed::ShareRefused { may_try: false },
        };
        handed.try_set(came);
    });
}
