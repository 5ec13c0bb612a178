//! What stands in the report beside the result: the records of the year and the rectifications that
//! are not closed, as plain tables, folded until somebody wants them.
//!
//! Not here: the result (`result`), and where any of it is entered.

use super::rectifications::short_problem;
use crate::app::state::AppState;
use crate::ledger::{Ledger, Record, RecordOf};
use crate::period::CivilDate;
use crate::rectification::in_order;
use crate::standard::StandardPack;
use crate::text::{Language, Texts};
use crate::typed_number::written;
use crate::ui::components::Disclosure;
use crate::ui::speech::{language, say, texts};
use crate::visible_text::isolated;
use leptos::prelude::*;
use std::sync::Arc;

/// The tables of the report; `None` if nothing was entered.
#[component]
pub fn Tables() -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.result;
    move || {
        let ledger = state.ledger.get();
        let today = state.today()?;
        let period = state
            .assessment
            .with(|one| one.as_ref().map(|one| one.period));
        let year = period.map_or(today.year(), |period| period.year());
        let records = ledger.records.values().filter(|one| one.year() == year);
        let rectifications = ledger.rectifications.values();
        let open = rectifications.filter(|one| one.closed_on.is_none());
        let (records, open) = (records.count(), open.count());
        if records + open == 0 {
            return None;
        }
        let pack = state.pack_in_force.get()?;
        let for_records = Arc::clone(&ledger);
        Some(view! {
            <section class="card">
                <p class="hint">{words.fold_hint}</p>
                {(open > 0).then(|| view! {
                    <Disclosure summary=(words.rectifications)(open)>
                        {rectification_table(&ledger, today, texts)}
                    </Disclosure>
                })}
                {(records > 0).then(|| view! {
                    <Disclosure summary=(words.records)(year, records)>
                        {record_table(&for_records, &pack, year, texts)}
                    </Disclosure>
                })}
            </section>
        })
    }
}

fn rectification_table(
    ledger: &Ledger,
    today: CivilDate,
    texts: &'static Texts,
) -> impl IntoView + use<> {
    let words = &texts.result;
    let open = ledger.rectifications.iter();
    let open = open.filter(|(_, one)| one.closed_on.is_none());
    let rows = in_order(open, today).into_iter().map(|(_, one)| {
        let until = one.until.map(|day| (texts.facts.day)(day, today.year()));
        view! {
            <tr>
                <td>{short_problem(one, texts)}</td>
                <td>{one.who.clone()}</td>
                <td>{until}</td>
                <td>{texts.rectifications.standing(one, today)}</td>
            </tr>
        }
    });
    view! {
        <table class="plain-table">
            <thead>
                <tr>
                    <th scope="col">{words.problem}</th>
                    <th scope="col">{words.who}</th>
                    <th scope="col">{words.until}</th>
                    <th scope="col">{words.state}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

fn record_table(
    ledger: &Ledger,
    pack: &StandardPack,
    year: i32,
    texts: &'static Texts,
) -> impl IntoView + use<> {
    let (words, language) = (&texts.result, language());
    let of_year = ledger.records.iter().filter(|(_, one)| one.year() == year);
    let mut records: Vec<_> = of_year.collect();
    #[expect(clippy::disallowed_methods, reason = "not needed for the first page")]
    records.sort_by_key(|(id, one)| (one.held_on, **id));
    let rows = records.into_iter().map(|(_, one)| {
        view! {
            <tr>
                <td>{(texts.facts.day)(one.held_on, year)}</td>
                <td>{what(one, pack, language)}</td>
                <td>{notes(one, texts)}</td>
            </tr>
        }
    });
    view! {
        <table class="plain-table">
            <thead>
                <tr>
                    <th scope="col">{words.day}</th>
                    <th scope="col">{words.what}</th>
                    <th scope="col">{words.line}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

/// What a record is about, by name.
fn what(record: &Record, pack: &StandardPack, language: Language) -> String {
    let (id, title) = match &record.of {
        RecordOf::Kind(id) => {
            let mut kinds = pack.checklist.records.iter();
            (
                id,
                kinds.find(|kind| kind.id == *id).map(|kind| &kind.title),
            )
        }
        RecordOf::Duty(id) => {
            let mut duties = pack.checklist.duties.iter();
            (
                id,
                duties.find(|duty| duty.id == *id).map(|duty| &duty.title),
            )
        }
    };
    title.map_or_else(|| id.to_string(), |title| say(title, language))
}

/// The numbers of a record and its line.
fn notes(record: &Record, texts: &Texts) -> String {
    let numbers = record.numbers.iter().map(|(given, number)| {
        let number = written(*number, given.unit());
        format!("{} {number}", texts.duties.given(*given))
    });
    let line = std::iter::once(isolated(&record.line));
    let parts = numbers.chain(line).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}
