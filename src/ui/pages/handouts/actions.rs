//! The ways out of a handout (发给别人): one button for each form.
//!
//! Not here: how a form is made (`handout`), and what can be expected of a download or a copy
//! (`handover`).

use super::made::{self, WhatWasMade};
use super::making::Making;
use crate::app::ways_out::Purpose;
use crate::exchange::file_name;
use crate::handout::form::FormMaking;
use crate::handout::{Handout, HandoutForm, html};
use crate::ui::components::{ActionRow, Button, Weight};
use crate::ui::devices::Devices;
use crate::ui::icons::IconName;
use crate::ui::pages::handover::{Hand, Handed, MadeFile, what_to_expect};
use crate::ui::speech::texts;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The ways out of a handout.
#[component]
pub fn HandoutActions(
    /// The handout.
    #[prop(into)]
    handout: Signal<Handout>,
    /// Makes the file of the app that goes along in the page; `None` if there is none.
    #[prop(optional)]
    data: Option<Callback<(), Option<String>>>,
) -> impl IntoView {
    let handed = RwSignal::new(Handed::default());
    let making = RwSignal::new(Making::default());
    let others = HandoutForm::ALL
        .into_iter()
        .filter_map(move |form| match form.makes() {
            FormMaking::Text(written) if form.ending().is_none() => {
                Some(copied(form, written, handout, handed))
            }
            FormMaking::Print => Some(print(form)),
            FormMaking::Text(_) | FormMaking::Picture | FormMaking::Word | FormMaking::Workbook => {
                Some(made::button(form, handout, data, making))
            }
            // The page comes first.
            FormMaking::Page => None,
        });
    let words = &texts().handouts;
    let what_is_sent = match data {
        Some(_) => words.sent_page_with_data,
        None => words.sent_page,
    };
    view! {
        <section class="stack-tight handout-actions" aria-label=words.send>
            <ActionRow>
                {page(handout, data, handed)}
                {others.collect_view()}
            </ActionRow>
            <p class="hint">{what_is_sent}</p>
            <div class="stack" role="status">{move || what_to_expect(handed.get())}</div>
            <WhatWasMade handout=handout data=data making=making />
        </section>
    }
}

/// The page that stands for itself, with the data in it.
fn page(
    handout: Signal<Handout>,
    data: Option<Callback<(), Option<String>>>,
    handed: RwSignal<Handed>,
) -> AnyView {
    let words = &texts().handouts;
    let make = Callback::new(move |()| {
        let data = data.and_then(|make| make.run(()));
        let file = handout.with_untracked(|handout| MadeFile {
            name: file_name::handout(&handout.file_name, "html"),
            text: html::page(handout, data.as_deref()),
        });
        Some(file)
    });
    let hand = Hand::new(make, None, Purpose::Send, "html").showing_in(handed);
    let send = Callback::new(move |()| hand.go_first());
    view! {
        <Button
            label=words.send
            icon=IconName::Export
            weight=Weight::Primary
            on_press=send
        />
    }
    .into_any()
}

/// Text that is copied, for a chat.
fn copied(
    form: HandoutForm,
    written: fn(&Handout) -> String,
    handout: Signal<Handout>,
    handed: RwSignal<Handed>,
) -> AnyView {
    let devices = Devices::expect();
    let copy = Callback::new(move |()| {
        let text = handout.with_untracked(written);
        spawn_local(async move {
            handed.set(match devices.copy(text.clone()).await {
                Ok(()) => Handed::Copied(text.chars().count()),
                Err(_) => Handed::CopyRefused(text),
            });
        });
    });
    view! { <Button label=form.label(texts()) icon=IconName::Copy on_press=copy /> }.into_any()
}

/// On paper, or as a PDF by the browser.
fn print(form: HandoutForm) -> AnyView {
    let print = Callback::new(|()| {
        // A browser without printing does nothing; the page stays as it is.
        let _ = window().print();
    });
    view! { <Button label=form.label(texts()) on_press=print /> }.into_any()
}
