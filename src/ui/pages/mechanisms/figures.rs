//! Numbers that a card reads from the ledger (台账数), in words.
//!
//! Not here: how they are counted (`duty`).

use super::kept::{OfField, read};
use crate::app::state::AppState;
use crate::duty::{figures, time_of};
use crate::period::Span;
use crate::standard::FiguresOf;
use crate::text::form_words::figure_words;
use crate::ui::speech::{language, texts};
use leptos::prelude::*;

/// What the ledger says, a line each.
#[component]
pub fn Figures(
    /// Which field it is.
    field: OfField,
    /// What is counted.
    of: FiguresOf,
) -> impl IntoView {
    let (state, words, language) = (AppState::expect(), &texts().forms, language());
    let OfField {
        card, label, hint, ..
    } = field;
    let time = read(card, |card| Some(time_of(card)));
    let found = Memo::new(move |_| {
        let time = time.get()?;
        Some((time, state.ledger.with(|ledger| figures(&of, ledger, time))))
    });
    let when = move || {
        found.with(|found| match found.as_ref()?.0 {
            Span::Quarter(one) => Some((words.figures_of_quarter)(one.year(), one.number())),
            time => Some((words.figures_of)(time.year())),
        })
    };
    let lines = move || {
        let pack = state.pack_in_force.get()?;
        let lines = found.with(|found| {
            let all = found.iter().flat_map(|(_, all)| all);
            all.map(|one| figure_words(one, &pack.checklist, language))
                .collect::<Vec<String>>()
        });
        Some(
            lines
                .into_iter()
                .map(|line| view! { <li>{line}</li> })
                .collect_view(),
        )
    };
    view! {
        <section class="form-block">
            <p class="label">{label}</p>
            <p class="hint">{when}</p>
            {(!hint.is_empty()).then(|| view! { <p class="hint">{hint}</p> })}
            <ul class="figures" role="status">{lines}</ul>
        </section>
    }
}
