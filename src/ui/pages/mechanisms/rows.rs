//! Rows of a card (表格): each under a fold with its cells, what is added up below, more of them one
//! by one or pasted.
//!
//! Not here: one row (`row`), pasting (`paste`), and what sums come to (`duty`).

use super::drafts::{DraftedLine, Drafts};
use super::kept::{Kept, OfField, read};
use super::paste::Paste;
use super::rectify::RectifyRows;
use super::row::{FixedRow, Row};
use crate::app::commands::Pace;
use crate::app::state::AppState;
use crate::assessment::Drafted;
use crate::exchange::limits::MOST_OF_A_CARD;
use crate::ledger::{FieldValue, cell_key};
use crate::standard::{Column, ColumnKind, Draft, Duty, RowsForm};
use crate::text::form_words::{row_words, sum_words};
use crate::ui::components::{Button, TextField};
use crate::ui::icons::IconName;
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;
use std::sync::Arc;
use uuid::Uuid;

/// From this many rows on they can be searched.
const WORTH_SEARCHING: usize = 10;

/// The rows of a field.
#[component]
pub fn Rows(
    /// Which field it is.
    field: OfField,
    /// What a row is.
    form: RowsForm,
    /// What is offered for a row from the ledger.
    draft: Option<Draft>,
) -> impl IntoView {
    let form = Arc::new(form);
    let (label, hint) = (field.label.clone(), field.hint.clone());
    let rows = if form.fixed.is_empty() {
        view! { <FreeRows field=field.clone() form=Arc::clone(&form) draft=draft /> }.into_any()
    } else {
        let language = language();
        let rows = form.fixed.iter().map(|row| {
            let (name, key) = (say(&row.label, language), row.key.clone());
            let (field, form) = (field.clone(), Arc::clone(&form));
            view! { <FixedRow field=field form=form row=key name=name /> }
        });
        rows.collect_view().into_any()
    };
    view! {
        <section class="form-block">
            <h3>{label}</h3>
            {(!hint.is_empty()).then(|| view! { <p class="hint">{hint}</p> })}
            {rows}
            <Sums card=field.card of=field.key.clone() form=Arc::clone(&form) />
            <RectifyRows field=field form=form />
        </section>
    }
}

/// Rows that the user adds and takes out.
#[component]
fn FreeRows(field: OfField, form: Arc<RowsForm>, draft: Option<Draft>) -> impl IntoView {
    let (state, words, language) = (AppState::expect(), &texts().forms, language());
    let OfField { id, card, key, .. } = field.clone();
    // A row in which nothing stands yet is kept nowhere but here.
    let begun = RwSignal::new(Vec::<String>::new());
    let rows = with_those_begun(card, key.clone(), begun);
    let wanted = RwSignal::new(String::new());
    let shown = shown(card, key.clone(), Arc::clone(&form), rows, wanted);
    let room = room_for_rows(card, form.columns.len());
    let next = next_row(state, card, key.clone(), rows);
    let add = Callback::new(move |()| {
        if let Some(row) = next.run(()) {
            wanted.set(String::new());
            begun.update(|begun| begun.push(row));
        }
    });
    let drafts = draft.map(|draft| {
        let take = taking_over(state, id, key, Arc::clone(&form), next);
        view! { <Drafts card=card own=id draft=draft on_take=take /> }
    });
    let has_room = Memo::new(move |_| room.get() > 0);
    let row_word = say(&form.row, language);
    let one = {
        let (field, form) = (field.clone(), Arc::clone(&form));
        move |row: String| {
            let fresh = begun.with_untracked(|begun| begun.contains(&row));
            view! {
                <Row field=field.clone() form=Arc::clone(&form) row=row fresh=fresh begun=begun />
            }
        }
    };
    view! {
        <Search rows=rows shown=shown wanted=wanted />
        <Show when=move || rows.with(Vec::is_empty)>
            <p class="hint">{words.rows_none}</p>
        </Show>
        <div class="stack-tight">
            <For each=move || shown.get() key=|row| row.clone() children=one />
        </div>
        <Show
            when=move || has_room.get()
            fallback=move || view! { <p class="hint">{words.rows_full}</p> }
        >
            <Button label=(words.add_row)(&row_word) icon=IconName::Plus on_press=add />
        </Show>
        {drafts}
        <Paste field=field form=form room=room />
    }
}

/// The rows of a card, and behind them those that were begun.
fn with_those_begun(card: Kept, key: String, begun: RwSignal<Vec<String>>) -> Memo<Vec<String>> {
    Memo::new(move |_| {
        let mut rows = card
            .with(|card| card.as_ref().map(|card| card.rows(&key)))
            .unwrap_or_default();
        let mut fresh = begun.get();
        fresh.retain(|row| !rows.contains(row));
        rows.extend(fresh);
        rows
    })
}

/// Gives the key of the row that comes behind all others; `None` where the card is gone.
fn next_row(
    state: AppState,
    card: Kept,
    key: String,
    rows: Memo<Vec<String>>,
) -> Callback<(), Option<String>> {
    Callback::new(move |()| {
        let rows = rows.get_untracked();
        card.with_untracked(|card| {
            let card = card.as_ref()?;
            Some(card.next_row(&key, &rows, state.new_id()))
        })
    })
}

/// Takes a line that was drafted from the ledger over into a row of its own.
fn taking_over(
    state: AppState,
    id: Uuid,
    key: String,
    form: Arc<RowsForm>,
    next: Callback<(), Option<String>>,
) -> Callback<DraftedLine> {
    Callback::new(move |line: DraftedLine| {
        let Some(row) = next.run(()) else { return };
        let cells = drafted_cells(state, &form, &line).into_iter();
        let values = cells.map(|(column, cell)| (cell_key(&key, [&*row, &*column]), cell));
        let values: Vec<_> = values.collect();
        state.edit_card(id, Pace::Now, move |card| card.values.extend(values));
    })
}

/// How many rows of so many columns a card still takes.
fn room_for_rows(card: Kept, columns: usize) -> Memo<usize> {
    Memo::new(move |_| {
        let taken = card.with(|card| card.as_ref().map_or(0, |card| card.values.len()));
        MOST_OF_A_CARD.saturating_sub(taken) / columns.max(1)
    })
}

/// The rows in which a word is found, with those that were begun.
fn shown(
    card: Kept,
    key: String,
    form: Arc<RowsForm>,
    rows: Memo<Vec<String>>,
    wanted: RwSignal<String>,
) -> Memo<Vec<String>> {
    let language = language();
    Memo::new(move |_| {
        let wanted = wanted.get().trim().to_lowercase();
        let rows = rows.get();
        if wanted.is_empty() {
            return rows;
        }
        card.with(|card| {
            let Some(card) = card else { return Vec::new() };
            let found = rows.into_iter().filter(|row| {
                let words = row_words(&form, &key, row, card, language, usize::MAX);
                words.to_lowercase().contains(&wanted)
            });
            found.collect()
        })
    })
}

/// The search among many rows.
#[component]
fn Search(
    rows: Memo<Vec<String>>,
    shown: Memo<Vec<String>>,
    wanted: RwSignal<String>,
) -> impl IntoView {
    let words = &texts().forms;
    let many = Memo::new(move |_| rows.with(Vec::len) > WORTH_SEARCHING);
    let is_wanted = Memo::new(move |_| wanted.with(|wanted| !wanted.trim().is_empty()));
    let found = move || (words.found_rows)(shown.with(Vec::len), rows.with(Vec::len));
    view! {
        <Show when=move || many.get()>
            <TextField
                label=words.find_row
                value=wanted
                on_input=Callback::new(move |text: String| wanted.set(text))
            />
            <Show when=move || is_wanted.get()>
                <p class="hint" role="status">{found}</p>
            </Show>
        </Show>
    }
}

/// What a line that was taken over puts into the cells of a row: the line into the first column,
/// and of a duty what the columns of these keys ask.
fn drafted_cells(
    state: AppState,
    form: &RowsForm,
    line: &DraftedLine,
) -> Vec<(String, FieldValue)> {
    let (texts, language) = (texts(), language());
    let duty = match &line.of {
        Drafted::Duty(id) => state
            .pack_in_force
            .with_untracked(|pack| pack.as_ref()?.checklist.duty(id).cloned()),
        _ => None,
    };
    let of_duty = |duty: &Duty, column: &Column| match (&*column.key, &column.kind) {
        ("goal", _) => Some(FieldValue::Text(say(&duty.goal, language))),
        ("measure", _) => Some(FieldValue::Text(say(&duty.measure, language))),
        ("milestone", _) => Some(FieldValue::Text(say(&duty.milestone, language))),
        ("post", _) => Some(FieldValue::Text(texts.duties.role(duty.role).to_owned())),
        ("responsibility", ColumnKind::Choice(choices)) => {
            let key = duty.responsibility?.key();
            let is_offered = choices.iter().any(|one| one.key == key);
            is_offered.then(|| FieldValue::Choice(key.to_owned()))
        }
        _ => None,
    };
    let columns = form.columns.iter().enumerate();
    let cells = columns.filter_map(|(place, column)| {
        let cell = match (place, &duty) {
            (0, _) => Some(FieldValue::Text(line.text.clone())),
            (_, Some(duty)) => of_duty(duty, column),
            _ => None,
        }?;
        let is_empty = matches!(&cell, FieldValue::Text(text) if text.is_empty());
        (!is_empty).then(|| (column.key.clone(), cell))
    });
    cells.collect()
}

/// What is added up below the rows.
#[component]
fn Sums(card: Kept, of: String, form: Arc<RowsForm>) -> impl IntoView {
    let language = language();
    if form.sums.is_empty() {
        return ().into_any();
    }
    // Rows that are not there yet come to nothing.
    let lines = read(card, move |card| {
        let none = form.fixed.is_empty() && card.rows(&of).is_empty();
        match none {
            true => Vec::new(),
            false => sum_words(&form, &of, card, language),
        }
    });
    let line = |line: String| view! { <p>{line}</p> };
    let lines = move || lines.get().into_iter().map(line).collect_view();
    view! { <div class="sums" role="status">{lines}</div> }.into_any()
}
