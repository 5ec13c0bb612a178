//! This period beside the one before (与上期相比): two bars a row, with their numbers.
//!
//! Not here: other organisations. Nothing in this tool compares them.

use super::words;
use leptos::prelude::*;

/// One row of the comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedRow {
    /// What is compared.
    pub name: String,
    /// The number of the period before; `None` if there was none.
    pub before: Option<u32>,
    /// The number of this period.
    pub now: u32,
    /// The number at which a bar is full, 1 or more.
    pub maximum: u32,
    /// What stands behind the numbers, for example `%`.
    pub unit: String,
}

/// This period beside the one before.
#[component]
pub fn ComparisonPicture(
    /// What the picture shows, read aloud before its rows.
    #[prop(into)]
    label: String,
    /// The rows; they stand in the order given and are never sorted by their numbers.
    #[prop(into)]
    rows: Signal<Vec<ComparedRow>>,
) -> impl IntoView {
    let drawn = move || {
        rows.get()
            .into_iter()
            .map(|one| row(one).into_any())
            .collect_view()
    };
    view! { <ul class="comparison" aria-label=label>{drawn}</ul> }
}

fn row(row: ComparedRow) -> impl IntoView {
    let words = words();
    let ComparedRow {
        name,
        before,
        now,
        maximum,
        unit,
    } = row;
    let change = before.map(|before| match now.checked_sub(before) {
        Some(0) => words.picture_same.to_owned(),
        Some(more) => (words.picture_up)(more, unit == "%"),
        None => (words.picture_down)(before - now, unit == "%"),
    });
    let bar = |class: &'static str, word: &'static str, number: u32| {
        let share = u64::from(number.min(maximum)) * 100 / u64::from(maximum.max(1));
        view! {
            <span class="comparison-word">{word}</span>
            <span class="comparison-track" aria-hidden="true">
                <span class=class style=("--share", format!("{share}%"))></span>
            </span>
            <span class="comparison-number">{number}{unit.clone()}</span>
        }
    };
    view! {
        <li>
            <p class="comparison-name">
                {name}
                {change.map(|text| view! { <span class="tag">{text}</span> })}
            </p>
            <div class="comparison-bars">
                {before.map(|number| bar("comparison-before", words.picture_before, number))}
                {bar("comparison-now", words.picture_now, now)}
            </div>
        </li>
    }
}
