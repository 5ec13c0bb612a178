//! How often something was done since the year began (今年以来已开次数): a button for each time that it
//! was due, and the number.
//!
//! Not here: what the number amounts to (`assessment`), and another number of times due
//! (`own_due`).

use super::answer_buttons::DOUBLE_TAP_MS;
use super::number_field::NumberField;
use super::words;
use crate::ui::icons::{Icon, IconName};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// How often something was done.
#[component]
pub fn CountEntry(
    /// What is counted, read aloud before the fields.
    #[prop(into)]
    legend: String,
    /// How often it was done; `None` if that was not said.
    #[prop(into)]
    done: Signal<Option<u32>>,
    /// How often it was done if it was done each time; 0 if there is no such number.
    #[prop(into)]
    all: Signal<u32>,
    /// Takes how often it was done; `None` takes it back.
    #[prop(into)]
    on_done: Callback<Option<u32>>,
) -> impl IntoView {
    let words = words();
    let is_all = Memo::new(move |_| all.get() > 0 && done.get() == Some(all.get()));
    let pressed_at = StoredValue::new(f64::NEG_INFINITY);
    let press = move |event: MouseEvent| {
        let before = pressed_at.get_value();
        pressed_at.set_value(event.time_stamp());
        if event.time_stamp() - before > DOUBLE_TAP_MS {
            let all = all.get_untracked();
            on_done.run(Some(all).filter(|_| !is_all.get_untracked()));
        }
    };
    let offers_all = Memo::new(move |_| all.get() > 0);
    let label = move || (words.count_all_done)(all.get());
    let description = move || is_all.get().then_some(words.answer_take_back);
    let start = Signal::derive(move || Some(all.get()).filter(|all| *all > 0));
    view! {
        <fieldset class="count">
            <legend class="unseen">{legend}</legend>
            <Show when=move || offers_all.get()>
                <button
                    type="button"
                    class="count-all moves"
                    aria-pressed=move || if is_all.get() { "true" } else { "false" }
                    title=description
                    on:click=press
                >
                    <Icon name=IconName::Check />
                    <span>{label}</span>
                </button>
            </Show>
            <NumberField
                label=words.count_done
                value=done
                on_change=on_done
                stepper=true
                start=start
            />
        </fieldset>
    }
}
