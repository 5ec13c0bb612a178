//! One row (一条) of a card: its cells under a fold that says what stands in it, and what came of it.
//!
//! Not here: the list of rows (`rows`).

use super::fields::Plain;
use super::held::Held;
use super::kept::{OfField, read};
use crate::app::commands::Pace;
use crate::app::state::AppState;
use crate::ledger::cell_key;
use crate::standard::{Column, ColumnKind, RowsForm};
use crate::text::form_words::row_words;
use crate::ui::components::{Button, ButtonLink, Disclosure, Weight};
use crate::ui::icons::IconName;
use crate::ui::route::Route;
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;
use std::sync::Arc;

/// How much of a row stands on its fold, in characters.
const ON_FOLD: usize = 36;

/// A row that the user added.
#[component]
pub fn Row(
    /// Which field it is.
    field: OfField,
    /// What a row is.
    form: Arc<RowsForm>,
    /// Its id.
    row: String,
    /// Whether it was begun just now.
    fresh: bool,
    /// The rows that were begun on this page.
    begun: RwSignal<Vec<String>>,
) -> impl IntoView {
    let (state, language) = (AppState::expect(), language());
    let words = &texts().forms;
    let summary = {
        let unnamed = say(&form.row, language);
        let (form, key, row) = (Arc::clone(&form), field.key.clone(), row.clone());
        let written = read(field.card, move |card| {
            row_words(&form, &key, &row, card, language, ON_FOLD)
        });
        Signal::derive(move || match written.get() {
            text if text.is_empty() => unnamed.clone(),
            text => text,
        })
    };
    let take_out = {
        let (id, key, row) = (field.id, field.key.clone(), row.clone());
        Callback::new(move |()| {
            begun.update(|begun| begun.retain(|one| *one != row));
            let (key, row) = (key.clone(), row.clone());
            state.edit_card(id, Pace::Now, move |card| card.take_out_row(&key, &row));
        })
    };
    let came_of_it = {
        let (field, row) = (field.clone(), row.clone());
        move || view! { <CameOfIt field=field.clone() row=row.clone() /> }
    };
    view! {
        <Disclosure summary=summary open=fresh>
            <Cells field=field.clone() form=Arc::clone(&form) row=row.clone() />
            <div class="action-row">
                {came_of_it()}
                <Button
                    label=words.take_out_row
                    icon=IconName::Bin
                    weight=Weight::Quiet
                    on_press=take_out
                />
            </div>
        </Disclosure>
    }
}

/// A row that the pack fixes.
#[component]
pub fn FixedRow(
    /// Which field it is.
    field: OfField,
    /// What a row is.
    form: Arc<RowsForm>,
    /// Its key.
    row: String,
    /// What it is called.
    name: String,
) -> impl IntoView {
    view! {
        <fieldset class="card fixed-row">
            <legend class="label">{name}</legend>
            <Cells field=field form=form row=row />
        </fieldset>
    }
}

/// The cells of a row; numbers that follow one another stand beside each other, and so do ticks.
#[component]
fn Cells(field: OfField, form: Arc<RowsForm>, row: String) -> impl IntoView {
    let (state, language) = (AppState::expect(), language());
    let cell = |column: &Column| {
        let key = cell_key(&field.key, [row.as_str(), column.key.as_str()]);
        let held = Held::of(state, field.id, field.card, key);
        view! {
            <Plain
                card=field.card
                held=held
                label=say(&column.label, language)
                hint=String::new()
                kind=column.kind.as_field()
            />
        }
        .into_any()
    };
    let class = |column: &Column| match column.kind {
        ColumnKind::Number => Some("numbers"),
        ColumnKind::Check => Some("ticks"),
        _ => None,
    };
    let groups = form
        .columns
        .chunk_by(|one, next| class(one).is_some() && class(one) == class(next));
    let groups = groups.map(|group| {
        let cells: Vec<AnyView> = group.iter().map(&cell).collect();
        match group.first().and_then(class) {
            Some(class) => view! { <div class=class>{cells}</div> }.into_any(),
            None => cells.into_any(),
        }
    });
    groups.collect::<Vec<AnyView>>()
}

/// The way to the rectification that came of a row, if one did and is still there.
#[component]
fn CameOfIt(field: OfField, row: String) -> impl IntoView {
    let state = AppState::expect();
    let came = read(field.card, move |card| {
        card.rectification_of(&field.key, &row)
    });
    let there = move || {
        let id = came.get()?;
        let is_there = state
            .ledger
            .with(|ledger| ledger.rectifications.contains_key(&id));
        is_there.then(|| {
            let href = Route::Rectification(id).to_string();
            view! { <ButtonLink label=texts().rectifications.see href=href /> }
        })
    };
    view! { {there} }
}
