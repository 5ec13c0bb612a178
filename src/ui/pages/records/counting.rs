//! What a record counts for (记到哪里): the duties and the counted indicators, each a line.
//!
//! Not here: the reckoning (`duty`, `assessment`).

use crate::app::state::AppState;
use crate::duty::duty_states;
use crate::ledger::RecordOf;
use crate::standard::{Duty, Fulfilment};
use crate::ui::components::{LinkList, ListLink};
use crate::ui::duty_words::duty_title;
use crate::ui::route::Route;
use crate::ui::sentences::basis_sentence;
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;
use uuid::Uuid;

/// The duties and indicators for which a record counts.
#[component]
pub fn CountsFor(id: Uuid, of: RecordOf) -> impl IntoView {
    let words = &texts().duties;
    let of = StoredValue::new(of);
    let rows = move || {
        let of = of.get_value();
        let mut rows = duties(id, &of);
        rows.extend(indicators(&of));
        if rows.is_empty() {
            return view! { <p class="hint">{words.counts_for_nothing}</p> }.into_any();
        }
        let rows = rows.into_iter().map(|(title, line, href)| {
            view! { <ListLink title=title subtitle=line href=href /> }.into_any()
        });
        let rows: Vec<AnyView> = rows.collect();
        view! { <LinkList>{rows}</LinkList> }.into_any()
    };
    view! {
        <h2>{words.counts_for}</h2>
        {rows}
    }
}

type Line = (String, String, String);

/// The duties that it shows, and for which span it counts.
fn duties(id: Uuid, of: &RecordOf) -> Vec<Line> {
    let (state, words, language) = (AppState::expect(), &texts().duties, language());
    let (Some(pack), Some(begun), Some(today)) =
        (state.pack_in_force.get(), state.begun(), state.today())
    else {
        return Vec::new();
    };
    let ledger = state.ledger.get();
    let Some(record) = ledger.records.get(&id) else {
        return Vec::new();
    };
    let term_end = state
        .organization
        .with(|one| one.as_ref().and_then(|one| one.term_end));
    let line = |duty: &Duty| {
        if !duty.enabled {
            return words.counts_off.to_owned();
        }
        let year = record.year();
        let states = [year, year + 1]
            .into_iter()
            .flat_map(|year| duty_states(duty, year, term_end, &ledger, begun, today));
        let mut states = states.peekable();
        if states.peek().is_none() {
            return words.counts_on_event.to_owned();
        }
        let counted = states.find(|one| one.by.contains(&id));
        counted.map_or_else(
            || words.counts_in_none.to_owned(),
            |one| {
                let span = (words.span)(one.occurrence.span);
                (words.counts_in_span)(span, one.done, one.wanted)
            },
        )
    };
    let shown = pack.checklist.duties.iter().filter(|duty| shows(duty, of));
    shown
        .map(|duty| {
            let href = Route::Duty(duty.id.clone()).to_string();
            (duty_title(duty, language), line(duty), href)
        })
        .collect()
}

fn shows(duty: &Duty, of: &RecordOf) -> bool {
    match of {
        RecordOf::Duty(id) => duty.id == *id,
        RecordOf::Kind(kind) => match &duty.done_by {
            Fulfilment::Records(kinds) | Fulfilment::Hours { of: kinds, .. } => {
                kinds.contains(kind)
            }
            Fulfilment::Tick | Fulfilment::Cards(_) => false,
        },
    }
}

/// The counted indicators that it fills, and how they stand in the open period.
fn indicators(of: &RecordOf) -> Vec<Line> {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let (RecordOf::Kind(kind), Some(pack)) = (of, state.pack_in_force.get()) else {
        return Vec::new();
    };
    let filled = pack
        .checklist
        .record_kind(kind)
        .map(|kind| &kind.counts_for);
    let line = |id: &crate::standard::ItemId| {
        let (_, indicator) = pack.indicator(id)?;
        let why = state.outcome.with(|outcome| {
            let result = outcome.as_ref()?.indicator(id)?;
            basis_sentence(result, texts)
        });
        let kind = texts.duties.counts_indicator;
        let line = why.map_or_else(|| kind.to_owned(), |why| format!("{kind} · {why}"));
        let href = Route::Indicator(id.clone()).to_string();
        Some((say(&indicator.title, language), line, href))
    };
    filled.into_iter().flatten().filter_map(line).collect()
}
