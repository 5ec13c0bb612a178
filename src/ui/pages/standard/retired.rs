//! Answers of the open assessment to items that its pack does not have (已停用): kept, shown, and
//! without any effect.
//!
//! Not here: moving them; that happens where the pack changes.

use crate::app::state::AppState;
use crate::assessment::Answer;
use crate::standard::ItemId;
use crate::text::answers::answer_in_words;
use crate::ui::components::Disclosure;
use crate::ui::speech::texts;
use leptos::prelude::*;

/// The retired answers, folded; `None` if there are none.
#[component]
pub fn Retired() -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.standard;
    let retired = Memo::new(move |_| {
        let all = state
            .assessment
            .with(|one| one.as_ref().map(|one| one.retired.clone()));
        all.unwrap_or_default()
            .into_iter()
            .collect::<Vec<(ItemId, Answer)>>()
    });
    move || {
        let retired = retired.get();
        if retired.is_empty() {
            return ().into_any();
        }
        let summary = (words.retired_title)(retired.len());
        let rows = move || {
            let row = |(id, answer): &(ItemId, Answer)| {
                let value = answer
                    .value
                    .as_ref()
                    .map(|value| answer_in_words(value, texts));
                let note = (!answer.note.is_empty()).then(|| format!(" · {}", answer.note));
                let line = (texts.me.labelled)(&id.to_string(), &value.unwrap_or_default());
                view! { <li>{line}{note}</li> }
            };
            retired.iter().map(row).collect_view()
        };
        view! {
            <Disclosure summary=summary>
                <p class="hint">{words.retired_hint}</p>
                <ul class="reasons">{rows()}</ul>
            </Disclosure>
        }
        .into_any()
    }
}
