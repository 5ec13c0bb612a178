//! What is folded under an item: note, papers, sources.
//!
//! Not here: the fold itself, which makes this when it is opened for the first time.

use super::answer_of;
use super::own_due::OwnDue;
use crate::app::state::AppState;
use crate::assessment::Evidence;
use crate::period::Frequency;
use crate::standard::{Certainty, Facts, ItemId, StandardPack};
use crate::ui::components::{EvidenceList, NoteField, SourceList};
use crate::ui::explained::Explained;
use crate::ui::meaning::paper_names;
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;

/// Note, papers and sources of an indicator or a scored indicator.
#[component]
pub fn More(
    /// The indicator or scored indicator.
    id: ItemId,
) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.assess;
    let facts = state
        .organization
        .with_untracked(|one| one.as_ref().map(|one| one.facts))
        .unwrap_or_default();
    let item = state
        .pack_in_force
        .with_untracked(|pack| item(pack.as_ref()?, &id, &facts));
    let Some(Item {
        papers,
        sources,
        certainty,
        frequency,
        frequency_certainty,
        long_criterion,
        is_counted,
    }) = item
    else {
        return ().into_any();
    };
    let frequency = frequency.map(|one| texts.facts.frequency(one));
    let answer = answer_of(state, &id);
    let evidence: Signal<Vec<Evidence>> = Signal::derive(move || {
        answer
            .with(|one| one.as_ref().map(|one| one.evidence.clone()))
            .unwrap_or_default()
    });
    let for_evidence = id.clone();
    let own_due = is_counted.then(|| view! { <OwnDue id=id.clone() /> });
    let write_evidence =
        Callback::new(move |rows: Vec<Evidence>| state.write_evidence(&for_evidence, rows));
    let rules = state.pack.with_untracked(|pack| {
        let find = |id: &String| pack.as_ref().and_then(|pack| pack.rule(id).cloned());
        sources.iter().filter_map(find).collect::<Vec<_>>()
    });
    view! {
        {long_criterion.map(|text| view! { <p class="hint"><Explained text=text /></p> })}
        {own_due}
        <Note id=id />
        {(!papers.is_empty()).then(|| view! {
            <p class="hint">
                {(texts.me.labelled)(words.evidence, &paper_names(&papers, language()))}
            </p>
        })}
        <EvidenceList rows=evidence on_change=write_evidence />
        {frequency.map(|word| {
            view! { <p class="hint">{(texts.me.labelled)(words.frequency, word)}</p> }
        })}
        <SourceList rules=rules certainty=certainty frequency=frequency_certainty />
    }
    .into_any()
}

/// The note of an item.
#[component]
fn Note(id: ItemId) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().assess);
    let answer = answer_of(state, &id);
    let note = Signal::derive(move || {
        answer
            .with(|one| one.as_ref().map(|one| one.note.clone()))
            .unwrap_or_default()
    });
    let write = Callback::new(move |text: String| state.write_note(&id, text));
    let commit = Callback::new(move |_: String| state.flush());
    view! {
        <NoteField
            label=words.note
            hint=words.note_hint
            value=note
            on_input=write
            on_commit=commit
        />
    }
}

/// What the pack says about an item beside its question.
struct Item {
    papers: Vec<String>,
    sources: Vec<String>,
    certainty: Certainty,
    frequency: Option<Frequency>,
    frequency_certainty: Option<Certainty>,
    /// The whole criterion, where the card shows its beginning alone.
    long_criterion: Option<String>,
    is_counted: bool,
}

/// Wider than the lines of a card that show it, in halves of a Chinese character.
const LONG: usize = 110;

/// How wide a text is, in halves of a Chinese character.
fn width(text: &str) -> usize {
    text.chars()
        .map(|one| if one.is_ascii() { 1 } else { 2 })
        .sum()
}

fn item(pack: &StandardPack, id: &ItemId, facts: &Facts) -> Option<Item> {
    let indicator = pack.indicator(id).map(|(_, one)| {
        let wording = one.wording(facts);
        Item {
            papers: one.evidence.clone(),
            sources: wording.sources.to_vec(),
            certainty: wording.certainty,
            frequency: Some(one.frequency),
            frequency_certainty: one.frequency_certainty,
            long_criterion: Some(say(wording.criterion, language()))
                .filter(|text| width(text) > LONG),
            is_counted: !one.answer.is_verdict(),
        }
    });
    indicator.or_else(|| {
        let (_, one) = pack.scored(id)?;
        Some(Item {
            papers: one.evidence.clone(),
            sources: one.sources.clone(),
            certainty: one.certainty,
            frequency: None,
            frequency_certainty: None,
            long_criterion: None,
            is_counted: false,
        })
    })
}
