//! The bands of an item, what takes points off, or what is counted for a bonus: a row each.
//!
//! Not here: the rest of the item (`item`).

use super::item::Writing;
use crate::app::commands::Pace;
use crate::drafting::editing::{Case, ItemKind};
use crate::text::editing::CaseWords;
use crate::typed_number::Unit;
use crate::ui::components::{Button, NoteField, NumberField, Weight};
use crate::ui::icons::IconName;
use crate::ui::speech::texts;
use leptos::prelude::*;

/// The rows, with buttons that add and remove one.
#[component]
pub(super) fn Cases(writing: Writing) -> impl IntoView {
    let how_many = Memo::new(move |_| writing.get(|form| form.cases.len()));
    let named = Memo::new(move |_| writing.get(|form| Some((form.kind, form.scored_by))));
    let words = move || {
        let (kind, way) = named.get().unwrap_or((ItemKind::Scored, None));
        texts().editing.cases(kind, way)
    };
    let add = Callback::new(move |()| {
        writing.write(Pace::Now, |form| form.cases.push(Case::default()));
    });
    let rows = move || {
        let (places, words) = (0..how_many.get(), words());
        places
            .map(|place| view! { <One writing=writing words=words place=place /> })
            .collect_view()
    };
    view! {
        <section class="stack">
            <h2>{move || words().heading}</h2>
            {rows}
            <Button
                label=Signal::derive(move || words().add.to_owned())
                icon=IconName::Plus
                on_press=add
            />
        </section>
    }
}

#[component]
fn One(writing: Writing, words: CaseWords, place: usize) -> impl IntoView {
    let when = Signal::derive(move || {
        let text = writing.get(|form| form.cases.get(place).map(|one| one.when.clone()));
        text.unwrap_or_default()
    });
    let points =
        Signal::derive(move || writing.get(|form| form.cases.get(place).map(|one| one.points)));
    let change = move |name: &'static str, change: Box<dyn FnOnce(&mut Case)>| {
        let key = format!("{} {place}", writing.id.get_value());
        writing.write(Pace::typed_at(name, key), |form| {
            if let Some(own) = form.cases.get_mut(place) {
                change(own);
            }
        });
    };
    let write = Callback::new(move |text: String| {
        // What holds is said in one line of a list.
        let line = text.replace('\n', " ");
        change("case", Box::new(move |own| own.when = line));
    });
    let put = Callback::new(move |tenths: Option<u32>| {
        change(
            "score",
            Box::new(move |own| own.points = tenths.unwrap_or(0)),
        );
    });
    let remove = Callback::new(move |()| {
        writing.write(Pace::Now, |form| {
            if place < form.cases.len() {
                form.cases.remove(place);
            }
        });
    });
    view! {
        <div class="card stack-tight">
            <NoteField label=(words.when)(place + 1) value=when on_input=write lines=2 />
            <div class="action-row">
                <NumberField
                    label=(words.points)(place + 1)
                    value=points
                    on_change=put
                    unit=Unit::Tenths
                    most=1_000
                />
                <Button
                    label=texts().editing.remove
                    spoken=(words.remove)(place + 1)
                    icon=IconName::Bin
                    weight=Weight::Quiet
                    on_press=remove
                />
            </div>
        </div>
    }
}
