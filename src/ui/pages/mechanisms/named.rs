//! A line for which the user's own words of other cards are offered (本地叫法).
//!
//! Not here: which fields are of this kind; that is data of the pack.

use super::fields::Written;
use super::held::Held;
use super::kept::Kept;
use crate::app::commands::Pace;
use crate::ledger::FieldValue;
use crate::ui::components::{Choice, ChoiceRow, Selection};
use crate::ui::speech::texts;
use leptos::prelude::*;

/// How many words are offered.
const MOST_OFFERED: usize = 8;

/// A line, below the words that were written in its place on other cards and in other rows.
#[component]
pub fn NamedField(
    /// The card.
    card: Kept,
    /// What is kept.
    held: Held,
    /// What it is for.
    label: String,
    /// A line below the label; empty for none.
    hint: String,
) -> impl IntoView {
    let words = &texts().forms;
    let (state, id, key) = (held.state, held.card_id, held.key.clone());
    let mechanism = card.with_untracked(|card| card.as_ref().map(|card| card.mechanism.clone()));
    // What is written while the page stands changes nothing about what is offered.
    let used = state.ledger.with_untracked(|ledger| {
        mechanism
            .map(|of| ledger.words_used(&of, &key, id))
            .unwrap_or_default()
    });
    let own = used.iter().take(MOST_OFFERED).cloned();
    let choices: Vec<Choice<String>> = own.map(|word| Choice::plain(word.clone(), word)).collect();
    let chosen = held.read(FieldValue::text);
    let choose = held.clone();
    let offered = (!choices.is_empty()).then(move || {
        let selection = Selection::new(
            choices,
            move || chosen.get(),
            move |word| choose.write(Pace::Now, Some(FieldValue::Text(word))),
        );
        view! { <ChoiceRow label=words.own_words selection=selection /> }
    });
    view! {
        <div class="stack-tight">
            <Written held=held label=label hint=hint is_line=true />
            {offered}
        </div>
    }
}
