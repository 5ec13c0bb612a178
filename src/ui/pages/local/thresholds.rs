//! Thresholds of one's own (门槛), each beside the pack's number.
//!
//! Not here: what they decide (`assessment`).

use super::{change, local};
use crate::app::commands::Pace;
use crate::app::state::AppState;
use crate::assessment::Threshold;
use crate::standard::StandardPack;
use crate::text::part_words;
use crate::ui::components::{Button, NumberField, Weight};
use crate::ui::speech::{language, texts};
use leptos::prelude::*;
use std::sync::Arc;

/// The thresholds that the pack has.
#[component]
pub fn Thresholds(pack: Arc<StandardPack>) -> impl IntoView {
    let words = &texts().standard;
    let fields = Threshold::ALL.into_iter().filter_map(|threshold| {
        let issued = threshold.of(&pack)?;
        let highest = threshold.highest(&pack).max(1);
        let label = part_words::threshold(threshold, &pack, language());
        Some(view! {
            <Field threshold=threshold label=label issued=issued highest=highest />
        })
    });
    view! {
        <h2>{words.thresholds}</h2>
        {fields.collect_view()}
    }
}

/// One threshold, with the way back to the pack's number.
#[component]
fn Field(threshold: Threshold, label: &'static str, issued: u32, highest: u32) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().standard);
    let own = local(state, move |local| {
        local.thresholds.get(&threshold).copied()
    });
    let put = move |pace, number: Option<u32>| {
        change(state, pace, |local| {
            local.put_threshold(threshold, number, issued);
        });
    };
    view! {
        <div class="stack-tight">
            <NumberField
                label=label
                hint=(words.threshold_pack)(issued, highest)
                value=Signal::derive(move || Some(own.get().unwrap_or(issued)))
                on_change=Callback::new(move |number| {
                    put(Pace::typed_at("threshold", label), number);
                })
                least=1
                most=highest
                always=true
            />
            <Show when=move || own.get().is_some()>
                <p class="row">
                    <span class="tag">{words.yours}</span>
                    <Button
                        label=(words.back_to)(issued)
                        weight=Weight::Quiet
                        on_press=Callback::new(move |()| put(Pace::Now, None))
                    />
                </p>
            </Show>
        </div>
    }
}
