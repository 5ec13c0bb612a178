//! Many rows at once out of pasted text (一次粘贴多条).
//!
//! Not here: how the text becomes cells (`duty`).

use super::kept::OfField;
use crate::app::commands::Pace;
use crate::app::state::AppState;
use crate::duty::pasted;
use crate::ledger::{FieldValue, cell_key};
use crate::standard::RowsForm;
use crate::text::list;
use crate::ui::components::{Button, Disclosure, NoteField};
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;
use std::sync::Arc;

/// The fold with the field to paste into.
#[component]
pub fn Paste(
    /// Which field it is.
    field: OfField,
    /// What a row is.
    form: Arc<RowsForm>,
    /// How many more rows the card takes.
    room: Memo<usize>,
) -> impl IntoView {
    let (state, words, language) = (AppState::expect(), &texts().forms, language());
    let text = RwSignal::new(String::new());
    let found = {
        let form = Arc::clone(&form);
        Memo::new(move |_| text.with(|text| pasted(&form, text)))
    };
    let names = form
        .columns
        .iter()
        .map(|column| say(&column.label, language));
    let hint = (words.paste_hint)(list(names, language));
    let count = Memo::new(move |_| found.with(Vec::len).min(room.get()));
    let take = Callback::new(move |()| {
        let rows = found.get_untracked();
        let (key, most) = (field.key.clone(), room.get_untracked());
        let ids: Vec<_> = rows.iter().take(most).map(|_| state.new_id()).collect();
        state.edit_card(field.id, Pace::Now, move |card| {
            for (row, id) in rows.into_iter().zip(ids) {
                let own = card.next_row(&key, &[], id);
                let cells = row
                    .into_iter()
                    .map(|(column, value): (String, FieldValue)| {
                        (cell_key(&key, [&*own, &*column]), value)
                    });
                card.values.extend(cells);
            }
        });
        text.set(String::new());
    });
    let label = Signal::derive(move || (words.paste_take)(count.get()));
    view! {
        <Disclosure summary=words.paste>
            <div class="stack-tight">
                <NoteField
                    label=words.paste_text
                    hint=hint.clone()
                    lines=4
                    value=text
                    on_input=Callback::new(move |pasted: String| text.set(pasted))
                />
                <Show when=move || { count.get() > 0 }>
                    <Button label=label on_press=take />
                </Show>
            </div>
        </Disclosure>
    }
}
