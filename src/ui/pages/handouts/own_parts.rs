//! What is left out of a handout because it is for the user's eyes alone (只给自己看), each kind with
//! a tick that takes it in.
//!
//! Not here: leaving it out (`exchange::for_others`), and what never stands in a handout, as notes.

use crate::app::material::Reach;
use crate::app::sending::{for_others, for_others_with_year};
use crate::app::state::AppState;
use crate::exchange::for_others::OwnPart;
use crate::sorted_set::SortedSet;
use crate::ui::components::Disclosure;
use crate::ui::pages::include_part::IncludePart;
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;

/// What is left out, folded; nothing if there is nothing of the kind.
#[component]
pub fn OwnParts(included: RwSignal<SortedSet<OwnPart>>, reach: Reach) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().handouts);
    let found = Memo::new(move |_| own_parts(state, reach));
    let none = Memo::new(move |_| found.with(Vec::is_empty));
    view! {
        <Show when=move || !none.get()>
            <section class="handout-choices">
                <Disclosure summary=words.own_title>
                    <p class="hint">{words.own_hint}</p>
                    {move || {
                        let parts = found.get().into_iter();
                        let rows = parts.map(|(part, line)| {
                            view! { <IncludePart part=part line=line included=included /> }
                        });
                        rows.collect_view()
                    }}
                </Disclosure>
            </section>
        </Show>
    }
}

/// The parts that could stand in a handout, each with a line.
fn own_parts(state: AppState, reach: Reach) -> Vec<(OwnPart, String)> {
    let words = &texts().sending;
    let Some(period) = state.assessment.with(|one| one.as_ref().map(|one| one.id)) else {
        return Vec::new();
    };
    let nothing = SortedSet::default();
    let sent = state.workspace.with(|workspace| match reach {
        Reach::Period => for_others(workspace, period, &nothing),
        Reach::Year => for_others_with_year(workspace, period, &nothing),
    });
    let parts = sent.map(|sent| sent.own_parts().clone());
    let parts = parts.unwrap_or_default().into_iter();
    let lines = parts.filter_map(|(part, number)| {
        let line = match &part {
            OwnPart::Vetoes => (words.own_vetoes)(number),
            OwnPart::Mechanism(id) => {
                let name = state.pack_in_force.with(|pack| {
                    let mechanism = pack.as_ref()?.checklist.mechanism(id)?;
                    Some(say(&mechanism.title, language()))
                });
                (words.own_mechanism)(name.unwrap_or_else(|| id.to_string()), number)
            }
            OwnPart::OwnDuties => (words.own_duties)(number),
            OwnPart::Notes | OwnPart::Unknown => return None,
        };
        Some((part, line))
    });
    lines.collect()
}
