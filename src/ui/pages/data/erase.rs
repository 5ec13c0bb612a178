//! Deleting everything (全部删除), after a question that names what goes.
//!
//! Not here: the deletion itself (`storage`) and the way back (`app`).

use crate::app::state::AppState;
use crate::storage::SaveState;
use crate::ui::components::{ActionRow, Button, Dialog, Notice, NoticeKind, Weight};
use crate::ui::devices::Devices;
use crate::ui::icons::IconName;
use crate::ui::speech::texts;
use leptos::prelude::*;

/// The button that deletes everything, and its question.
#[component]
pub fn Erase(
    /// Says whether everything is deleted; where the stores refuse, the line on saving says why.
    deleted: RwSignal<bool>,
) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.data;
    let devices = Devices::expect();
    let asking = RwSignal::new(false);
    let at_work = RwSignal::new(false);
    let failed = RwSignal::new(false);
    let gone = RwSignal::new(false);
    let ask = Callback::new(move |()| asking.set(true));
    let close = Callback::new(move |()| asking.set(false));
    let erase = Callback::new(move |()| {
        at_work.set(true);
        // What only the journal knows is to go, too. Without its answer, what is known goes.
        devices.read_journal(move |records| {
            let done = state.delete_everything(&records.unwrap_or_default());
            failed.try_set(!done);
            gone.try_set(done);
            if !done {
                asking.try_set(false);
                at_work.try_set(false);
            }
        });
    });
    // It is said only once the journal has the deletions too, or will not have them: a page that
    // was reloaded before that could bring everything back.
    Effect::new(move |_| {
        if gone.get() && state.save_state.get() != SaveState::Saving {
            gone.set(false);
            asking.set(false);
            at_work.set(false);
            deleted.set(true);
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
    });
    view! {
        <h2>{words.delete_title}</h2>
        <p>{words.delete_intro}</p>
        <Show when=move || failed.get()>
            <Notice kind=NoticeKind::Error text=words.delete_failed />
        </Show>
        <Button label=words.delete_button icon=IconName::Bin weight=Weight::Danger on_press=ask />
        <Dialog open=asking title=words.delete_question on_close=close>
            <WhatGoes />
            <p>{words.delete_until}</p>
            <Show when=move || at_work.get()>
                <p role="status">{words.deleting}</p>
            </Show>
            <ActionRow>
                <Button label=texts.common.button_cancel on_press=close />
                <Button
                    label=words.delete_confirm
                    weight=Weight::Danger
                    enabled=Signal::derive(move || !at_work.get())
                    on_press=erase
                />
            </ActionRow>
        </Dialog>
    }
}

/// What there is that would go.
#[component]
fn WhatGoes() -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().data);
    let what = move || {
        state
            .workspace
            .with(|one| (words.delete_what)(one.organizations.len(), one.assessments.len()))
    };
    let ledger = move || {
        let count = state.workspace.with(|one| {
            let entries = one.ledgers.values().flat_map(|page| page.entries.values());
            entries.filter(|entry| entry.body.is_some()).count()
        });
        (count > 0).then(|| view! { <p>{(words.delete_ledger)(count)}</p> })
    };
    let packs = move || {
        let count = state.workspace.with(|one| one.standards.len());
        (count > 0).then(|| view! { <p>{(words.delete_packs)(count)}</p> })
    };
    view! {
        <p>{what}</p>
        {ledger}
        {packs}
    }
}
