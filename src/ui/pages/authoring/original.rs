//! What the original says of an item that was changed, and the way back to it.
//!
//! Not here: which standard is the original (`editing`).

use super::changed_from::ChangedFrom;
use super::duty::said_of_duty;
use super::edited_part::name_of_part;
use super::editing::Editing;
use super::item::Writing;
use crate::drafting::editing::{Against, ItemForm, form_of, part_of, restore};
use crate::standard::{PointsUnit, ScoredBy};
use crate::text::list;
use crate::text::part_words::veto_effect;
use crate::ui::speech::{language, texts};
use leptos::prelude::*;

/// How the item stands to the original; what that says is folded.
#[component]
pub(super) fn Original(writing: Writing) -> impl IntoView {
    let (editing, words, language) = (writing.editing, &texts().editing, language());
    let against = Memo::new(move |_| writing.id.with_value(|id| editing.against(id)));
    let original = Memo::new(move |_| {
        let original = editing.original.get()?;
        writing.id.with_value(|id| form_of(&original, id))
    });
    // What stands in another part than in the original, and what a veto does there.
    let elsewhere = move || {
        let (pack, original) = (editing.pack.get()?, editing.original.get()?);
        writing.id.with_value(|id| {
            let effect = original.veto(id).map(|veto| &veto.effect);
            if let Some(effect) = effect {
                return Some(veto_effect(effect, &original, language));
            }
            let before = part_of(&original, id)?;
            let is_moved = part_of(&pack, id).as_ref() != Some(&before);
            is_moved.then(|| {
                let name = name_of_part(&original, &before);
                (texts().me.labelled)(words.in_part, &name)
            })
        })
    };
    let back = editing.restoring(move |pack, original| {
        writing.id.with_value(|id| restore(pack, original, id));
    });
    move || match against.get() {
        Against::Same => ().into_any(),
        Against::Own => view! {
            <p class="hint">
                <span class="tag">{words.own}</span>
                " "
                {words.original_removed}
            </p>
        }
        .into_any(),
        Against::Changed => view! {
            <ChangedFrom on_restore=back>
                {move || original.get().map(|form| view! { <Said form=form editing=editing /> })}
                {move || elsewhere().map(|line| view! { <p class="hint">{line}</p> })}
            </ChangedFrom>
        }
        .into_any(),
    }
}

/// What stands in an item, to be read.
#[component]
fn Said(form: ItemForm, editing: Editing) -> impl IntoView {
    let (texts, language) = (texts(), language());
    let points = |tenths: u32| (texts.answers.points_of)(PointsUnit::Tenths.of(tenths));
    let most = form
        .points
        .filter(|_| form.scored_by != Some(ScoredBy::Bands));
    let cases = form.cases.iter().map(|case| {
        let line = format!("{} {}", case.when, points(case.points));
        view! { <li>{line}</li> }
    });
    let cases: Vec<_> = cases.collect();
    let about_duty = form.duty.as_ref().and_then(|duty| {
        let original = editing.original.get_untracked()?;
        Some(said_of_duty(duty, &form, &original, language))
    });
    let lines = about_duty.unwrap_or_else(|| {
        let often = form
            .frequency
            .map(|one| texts.facts.frequency(one).to_owned());
        often.into_iter().collect()
    });
    let lines = lines
        .into_iter()
        .map(|line| view! { <p class="hint">{line}</p> });
    let lines: Vec<_> = lines.collect();
    view! {
        <p><strong>{form.title}</strong></p>
        {(!form.text.is_empty()).then(|| view! { <p>{form.text}</p> })}
        {most.map(|most| view! { <p>{points(most)}</p> })}
        {lines}
        {(!cases.is_empty()).then(|| view! { <ul class="reasons">{cases}</ul> })}
        {(!form.evidence.is_empty()).then(|| view! {
            <p class="hint">{list(form.evidence.clone().into_iter(), language)}</p>
        })}
    }
}
