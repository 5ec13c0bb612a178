//! What each column of the table is, with the way to say otherwise.
//!
//! Not here: recognising them (`drafting`).

use super::draft::Drafting;
use crate::app::commands::Pace;
use crate::drafting::{Column, Draft};
use crate::ui::components::{Choice, Disclosure, Select, Selection};
use crate::ui::speech::texts;
use leptos::prelude::*;

/// How many columns are offered; more than that is no table of a standard.
const MOST_OFFERED: usize = 16;

/// The columns, folded.
#[component]
pub(super) fn Columns(drafting: Drafting) -> impl IntoView {
    let words = &texts().authoring;
    let how_many = drafting.draft.with_untracked(|draft| draft.columns.len());
    let fields = move || {
        let columns = 0..how_many.min(MOST_OFFERED);
        columns
            .map(|place| view! { <One drafting=drafting place=place /> })
            .collect_view()
    };
    view! {
        <Disclosure summary=words.columns>
            <div class="stack">{fields()}</div>
        </Disclosure>
    }
}

#[component]
fn One(drafting: Drafting, place: usize) -> impl IntoView {
    let words = &texts().authoring;
    let head = drafting.draft.with_untracked(|draft| head_of(draft, place));
    let label = match head.is_empty() {
        true => (words.column_without)(place + 1),
        false => (words.column_of)(head),
    };
    let choices = Column::ALL.map(|column| Choice::plain(column, words.column(column)));
    let chosen = move || {
        drafting
            .draft
            .with(|draft| draft.columns.get(place).copied())
    };
    let choose = move |column| {
        drafting.change(Pace::Now, |draft| {
            if let Some(own) = draft.columns.get_mut(place) {
                *own = column;
            }
        });
    };
    view! { <Select label=label selection=Selection::new(choices, chosen, choose) /> }
}

/// What stands above a column, the line next to the indicators first.
fn head_of(draft: &Draft, place: usize) -> String {
    let body = usize::try_from(draft.body).unwrap_or(0);
    let above = draft.table.rows.iter().take(body).rev();
    let mut heads = above
        .filter_map(|row| row.get(place))
        .map(|cell| cell.text.as_str());
    let head = heads.find(|text| !text.is_empty()).unwrap_or_default();
    head.chars()
        .filter(|one| !one.is_whitespace())
        .take(12)
        .collect()
}
