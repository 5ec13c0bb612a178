//! What a record counts for (记到哪里): the duties and the counted indicators, each a line.
//!
//! Not here: the reckoning (`duty`, `assessment`).

use crate::app::state::AppState;
use crate::duty::{duty_states, fills, shows};
use crate::ledger::RecordOf;
use crate::standard::Duty;
use crate::typed_number::written;
use crate::ui::basis_words::basis_sentence;
use crate::ui::components::{LinkList, ListLink};
use crate::ui::duty_words::{amount_unit, duty_title};
use crate::ui::route::Route;
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
    let Some(pack) = state.pack_in_force.get() else {
        return Vec::new();
    };
    let ledger = state.ledger.get();
    let Some(record) = ledger.records.get(&id) else {
        return Vec::new();
    };
    let line = |duty: &Duty| {
        if !duty.enabled {
            return words.counts_off.to_owned();
        }
        let year = record.year();
        let states = state.with_known(|_, known| {
            let years = [year, year + 1].into_iter();
            let states = years.flat_map(|year| duty_states(duty, year, known));
            states.collect::<Vec<_>>()
        });
        let mut states = states.unwrap_or_default().into_iter().peekable();
        if states.peek().is_none() {
            return words.counts_on_event.to_owned();
        }
        let counted = states.find(|one| one.by.contains(&id));
        counted.map_or_else(
            || words.counts_in_none.to_owned(),
            |one| {
                let span = (words.span)(one.occurrence.span);
                let [done, wanted] =
                    [one.done, one.wanted].map(|amount| written(amount, amount_unit(duty)));
                (words.counts_in_span)(span, done, wanted)
            },
        )
    };
    let shown = pack.checklist.duties.iter().filter(|duty| shows(of, duty));
    shown
        .map(|duty| {
            let href = Route::Duty(duty.id.clone()).to_string();
            (duty_title(duty, language), line(duty), href)
        })
        .collect()
}

/// The indicators that it fills, and how they stand in the open period.
fn indicators(of: &RecordOf) -> Vec<Line> {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let Some(pack) = state.pack_in_force.get() else {
        return Vec::new();
    };
    let filled = pack
        .indicators()
        .filter(|one| fills(of, one, &pack.checklist))
        .map(|one| &one.id);
    let line = |id: &crate::standard::ItemId| {
        let (_, indicator) = pack.indicator(id)?;
        let why = state.outcome.with(|outcome| {
            let outcome = outcome.as_ref()?;
            basis_sentence(outcome.indicator(id)?, outcome.judging, texts)
        });
        let kind = texts.duties.counts_indicator;
        let line = why.map_or_else(|| kind.to_owned(), |why| format!("{kind} · {why}"));
        let href = Route::Indicator(id.clone()).to_string();
        Some((say(&indicator.title, language), line, href))
    };
    filled.filter_map(line).collect()
}
