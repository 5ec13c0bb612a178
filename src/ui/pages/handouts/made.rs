//! A handout as a picture, a Word document or an Excel workbook: the buttons, and what was made.
//!
//! Not here: making it (`making`).

use super::making::{Made, Making, make};
use crate::handout::{Handout, HandoutForm};
use crate::platform::download::{self, Download};
use crate::ui::components::{ActionRow, Button, Notice, NoticeKind, Weight};
use crate::ui::devices::Devices;
use crate::ui::icons::IconName;
use crate::ui::pages::handover::{Handed, what_to_expect};
use crate::ui::speech::texts;
use leptos::prelude::*;
use std::sync::Arc;

/// The button that makes a form of a handout.
pub fn button(form: HandoutForm, handout: Signal<Handout>, making: RwSignal<Making>) -> AnyView {
    let words = &texts().handout_files;
    let label = match form {
        HandoutForm::Picture => words.picture,
        HandoutForm::Word => words.word,
        HandoutForm::Excel => words.excel,
        HandoutForm::Page | HandoutForm::Text | HandoutForm::Print => return ().into_any(),
    };
    let press = Callback::new(move |()| make(form, handout.get_untracked(), making));
    view! { <Button label=label on_press=press /> }.into_any()
}

/// How far the making is, and what was made.
#[component]
pub fn WhatWasMade(
    /// The handout.
    handout: Signal<Handout>,
    /// How far it is.
    making: RwSignal<Making>,
) -> impl IntoView {
    let words = &texts().handout_files;
    let told = |kind, text: &'static str| view! { <Notice kind=kind text=text /> }.into_any();
    move || match making.get() {
        Making::Nothing => ().into_any(),
        Making::OnItsWay(form) => {
            let text = match form {
                HandoutForm::Picture => words.drawing,
                _ => words.making,
            };
            view! { <p class="hint" role="status" aria-busy="true">{text}</p> }.into_any()
        }
        Making::Made(made) => view! { <Files made=made /> }.into_any(),
        Making::NotLoaded(form) => {
            let again = Callback::new(move |()| make(form, handout.get_untracked(), making));
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
            .map(|one| (words.file_ready)(&one.name))
            .unwrap_or_default(),
    };
    let pictures = made
        .iter()
        .enumerate()
        .map(|(place, one)| picture(one, place + 1, count));
    let pictures = pictures.collect_view();
    let keep = Callback::new(move |()| handed.set(downloaded(devices, &made)));
    view! {
        <div class="stack">
            <p role="status">{line}</p>
            <ActionRow>
                <Button label=words.keep icon=IconName::Export on_press=keep />
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

/// Hands all of it to the browser as downloads.
fn downloaded(devices: Devices, made: &[Made]) -> Handed {
    let surroundings = devices.surroundings();
    let mut handed = Handed::Nothing;
    for Made {
        name,
        media_type,
        bytes,
        ..
    } in made
    {
        handed = match download::download(name, media_type, bytes, &surroundings) {
            Ok(expected) => Handed::Downloaded {
                name: name.clone(),
                likely_ignored: expected == Download::LikelyIgnored,
            },
            Err(_) => return Handed::DownloadRefused,
        };
    }
    handed
}
