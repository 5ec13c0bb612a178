//! When a backup last arrived (上次备份), and the question whether the last one did.
//!
//! Not here: making one.

use crate::app::state::AppState;
use crate::ui::components::{Button, Notice, NoticeKind, Weight};
use crate::ui::devices::Devices;
use crate::ui::icons::IconName;
use crate::ui::speech::texts;
use leptos::prelude::*;

/// When a backup last arrived, and the question after one that may have.
#[component]
pub fn LastBackup() -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.data;
    let devices = Devices::expect();
    let times = Memo::new(move |_| {
        state.workspace.with(|one| {
            (
                one.settings.last_export_made_at,
                one.settings.last_export_confirmed_at,
            )
        })
    });
    let day = move |at: i64| {
        devices
            .day_of(at)
            .map(|day| day.to_string())
            .unwrap_or_default()
    };
    let last = move || match times.get().1 {
        Some(at) => (words.last_export_on)(day(at)),
        None => words.last_export_never.to_owned(),
    };
    let waiting = move || {
        let (made, confirmed) = times.get();
        made.filter(|made| confirmed.is_none_or(|confirmed| confirmed < *made))
    };
    let not_yet = RwSignal::new(None::<i64>);
    let arrived = Callback::new(move |()| {
        let now_ms = state.now_ms();
        state.edit_settings(|settings| settings.last_export_confirmed_at = Some(now_ms));
    });
    let question = move || {
        let made = waiting()?;
        if not_yet.get() == Some(made) {
            return Some(view! { <Notice text=words.arrived_try /> }.into_any());
        }
        let later = Callback::new(move |()| not_yet.set(Some(made)));
        let hint = (words.arrived_hint)(day(made));
        Some(
            view! {
                <Notice kind=NoticeKind::Info title=words.arrived_question text=hint>
                    <Button label=words.arrived_yes icon=IconName::Check on_press=arrived />
                    <Button label=words.arrived_not_yet weight=Weight::Quiet on_press=later />
                </Notice>
            }
            .into_any(),
        )
    };
    view! {
        <div class="stack-tight">
            <p>{move || (texts.me.labelled)(words.last_export, &last())}</p>
            <div role="status">{question}</div>
        </div>
    }
}
