//! What is folded under an item: note, papers, sources.
//!
//! Not here: the fold itself, which makes this when it is opened for the first time.

use super::answer_of;
use crate::app::state::AppState;
use crate::assessment::Evidence;
use crate::standard::{Certainty, Indicator, ItemId, ScoredIndicator};
use crate::ui::components::{EvidenceList, NoteField, SourceList};
use crate::ui::speech::texts;
use leptos::prelude::*;

/// Note, papers and sources of an indicator or a scored indicator.
#[component]
pub fn More(
    /// The indicator.
    #[prop(optional)]
    indicator: Option<Indicator>,
    /// Or the scored indicator.
    #[prop(optional)]
    scored: Option<ScoredIndicator>,
) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.assess;
    let (id, papers, sources, certainty, frequency): (
        ItemId,
        Vec<String>,
        Vec<String>,
        Certainty,
        Option<&str>,
    ) = match (indicator, scored) {
        (Some(one), _) => {
            let frequency = texts.facts.frequency(one.frequency);
            (
                one.id,
                one.evidence,
                one.sources,
                one.certainty,
                Some(frequency),
            )
        }
        (None, Some(one)) => (one.id, one.evidence, one.sources, one.certainty, None),
        (None, None) => return ().into_any(),
    };
    let answer = answer_of(state, &id);
    let note = Signal::derive(move || {
        answer
            .with(|one| one.as_ref().map(|one| one.note.clone()))
            .unwrap_or_default()
    });
    let evidence: Signal<Vec<Evidence>> = Signal::derive(move || {
        answer
            .with(|one| one.as_ref().map(|one| one.evidence.clone()))
            .unwrap_or_default()
    });
    let (for_note, for_evidence) = (id.clone(), id);
    let write_note = Callback::new(move |text: String| state.write_note(&for_note, text));
    let commit = Callback::new(move |_: String| state.flush());
    let write_evidence =
        Callback::new(move |rows: Vec<Evidence>| state.write_evidence(&for_evidence, rows));
    let rules = state.pack.with_untracked(|pack| {
        let find = |id: &String| pack.as_ref().and_then(|pack| pack.rule(id).cloned());
        sources.iter().filter_map(find).collect::<Vec<_>>()
    });
    view! {
        <NoteField
            label=words.note
            hint=words.note_hint
            value=note
            on_input=write_note
            on_commit=commit
        />
        {(!papers.is_empty()).then(|| view! {
            <p class="hint">{words.evidence}"："{papers.join("；")}</p>
        })}
        <EvidenceList rows=evidence on_change=write_evidence />
        {frequency.map(|word| view! { <p class="hint">{words.frequency}"："{word}</p> })}
        <SourceList rules=rules certainty=certainty />
    }
    .into_any()
}
