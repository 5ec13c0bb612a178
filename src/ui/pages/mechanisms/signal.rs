//! A signal of a self-check (薄弱信号): 有 or 无.
//!
//! Not here: the other kinds of fields (`fields`).

use super::held::Held;
use crate::app::commands::Pace;
use crate::app::state::AppState;
use crate::ledger::FieldValue;
use crate::rectification::Origin;
use crate::ui::components::{AnswerButtons, Button, ButtonLink, Choice, Selection, Tone};
use crate::ui::icons::{Icon, IconName};
use crate::ui::recording::Recorder;
use crate::ui::route::Route;
use crate::ui::speech::texts;
use leptos::prelude::*;

/// 有 or 无. 有 offers a rectification; it is never counted and gets no label.
#[component]
pub fn SignalField(
    /// What is kept.
    held: Held,
    /// The signal in words.
    label: String,
    /// What its rectification comes from.
    origin: Origin,
) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.mechanisms;
    let recorder = Recorder::expect();
    let choices = [
        Choice::new(false, words.signal_no, Tone::Open, IconName::Check),
        Choice::new(true, words.signal_yes, Tone::Partly, IconName::Info),
    ];
    let (chosen, cleared) = (held.read(FieldValue::checked), held.clone());
    let selection = Selection::new(
        choices,
        move || chosen.get(),
        move |there| held.write(Pace::Now, Some(FieldValue::Checked(there))),
    );
    let open = {
        let origin = origin.clone();
        Memo::new(move |_| {
            state
                .ledger
                .with(|ledger| ledger.open_rectification_from(&origin))
        })
    };
    let problem = label.clone();
    let begin = Callback::new(move |()| recorder.problem(origin.clone(), problem.clone()));
    let rectify = move || match (open.get(), chosen.get()) {
        (Some(id), _) => {
            let href = Route::Rectification(id).to_string();
            Some(view! { <ButtonLink label=texts.rectifications.see href=href /> }.into_any())
        }
        (None, Some(true)) => {
            Some(view! { <Button label=texts.rectifications.begin on_press=begin /> }.into_any())
        }
        _ => None,
    };
    let there = move || chosen.get() == Some(true);
    view! {
        <div class="card">
            <p class="label" aria-hidden="true">{label.clone()}</p>
            <AnswerButtons
                legend=label
                selection=selection
                on_clear=Callback::new(move |()| cleared.write(Pace::Now, None))
            />
            <div class="row" role="status">
                <Show when=there>
                    <span class="mark tone-partly">
                        <Icon name=IconName::Info />
                        <span>{words.signal_text}</span>
                    </span>
                </Show>
                {rectify}
            </div>
        </div>
    }
}
