//! Numbers that a card reads from the ledger (台账数), in words.
//!
//! Not here: how they are counted (`duty`).

use super::kept::{OfField, read};
use super::tally::percent;
use crate::app::state::AppState;
use crate::duty::{Figure, figures, time_of};
use crate::period::Span;
use crate::standard::{Checklist, FiguresOf};
use crate::typed_number::{Unit, written};
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;

/// What the ledger says, a line each.
#[component]
pub fn Figures(
    /// Which field it is.
    field: OfField,
    /// What is counted.
    of: FiguresOf,
) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().forms);
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
            all.map(|one| figure_words(one, &pack.checklist))
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

/// What the ledger says of one thing, in words.
pub fn figure_words(figure: &Figure, checklist: &Checklist) -> String {
    let (words, language) = (&texts().forms, language());
    match figure {
        Figure::Held {
            kind,
            times,
            half_hours,
            present,
        } => {
            let title = checklist
                .record_kind(kind)
                .map(|kind| say(&kind.title, language));
            let title = title.unwrap_or_else(|| kind.to_string());
            let halves = u32::try_from(*half_hours).unwrap_or(u32::MAX);
            let hours = (halves > 0).then(|| (words.hours)(written(halves, Unit::Halves)));
            let present = (*present > 0).then(|| (words.present)(*present));
            let parts = [Some((words.held)(title, *times)), hours, present];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        }
        Figure::Problems {
            found,
            assigned,
            resolved,
            closed,
        } => (words.problems)(*found, *assigned, *resolved, *closed),
        Figure::Month { month, people } => (words.month)(*month, *people),
        Figure::Cards {
            mechanism,
            begun,
            settled,
        } => {
            let title = checklist
                .mechanism(mechanism)
                .map(|one| say(&one.title, language));
            let title = title.unwrap_or_else(|| mechanism.to_string());
            let line = (words.cards)(title, *begun, *settled);
            let share = (*settled * 1_000 + *begun / 2).checked_div(*begun);
            let share = share.map(percent);
            [Some(line), share]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" · ")
        }
    }
}
