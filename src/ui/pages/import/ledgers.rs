//! What an import would do to a ledger (台账), on one card for each organisation.
//!
//! Not here: the documents one by one (`preview`), and working it out (`exchange::plan`).

use super::entries::EntryDifferences;
use crate::app::standards::in_force;
use crate::app::state::AppState;
use crate::exchange::plan::{LedgerChange, Merging};
use crate::ui::components::{Mark, Tone};
use crate::ui::icons::IconName;
use crate::ui::naming::shown_name;
use crate::ui::speech::{language, texts};
use leptos::prelude::*;

/// How many answers or entries would be added, changed, taken out and kept.
pub fn counts(merging: &Merging) -> Option<impl IntoView + use<>> {
    let words = &texts().files;
    let counts = [
        (merging.added, words.merge_added),
        (merging.newer_there, words.merge_theirs),
        (merging.removed, words.merge_removed),
        (merging.newer_here, words.merge_ours),
    ];
    let lines: Vec<_> = counts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, words)| view! { <li>{words(count)}</li> })
        .collect();
    (!lines.is_empty()).then(|| view! { <ul class="reasons">{lines}</ul> })
}

/// What would happen to the ledger of an organisation, from however many pages.
pub fn ledger_card(ledger: LedgerChange) -> impl IntoView {
    let (texts, language) = (texts(), language());
    let differing = ledger.entries.entries.clone();
    let differences = (!differing.is_empty()).then(|| {
        // It need not be the organisation that is open.
        let workspace = AppState::expect().workspace;
        let pack = workspace.with_untracked(|one| in_force(one, ledger.organization));
        let checklist = pack.map(|pack| pack.checklist).unwrap_or_default();
        view! { <EntryDifferences differences=differing checklist=checklist language=language /> }
    });
    let words = &texts.files;
    let (icon, word, tone) = match ledger.is_same {
        true => (IconName::Dash, words.change_same, Tone::Quiet),
        false => (IconName::Link, words.change_merges, Tone::Partly),
    };
    let name = shown_name(ledger.name.as_deref().unwrap_or_default(), texts);
    view! {
        <article class="card stack-tight">
            <h3>{(words.document_ledger)(name)}</h3>
            <p><Mark icon=icon word=word tone=tone /></p>
            {counts(&ledger.entries)}
            {differences}
        </article>
    }
}
