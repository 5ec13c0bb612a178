//! The steps (步骤) of a card, in their order.
//!
//! Where there are stages, the one in work and one that presses are open, the others folded. Not here: one
//! step (`step`), and what the limits mean (`duty`).

use super::kept::Kept;
use super::step::{States, Step};
use crate::app::state::AppState;
use crate::duty::{Stage, progress, stages, step_states};
use crate::standard::{Mechanism, StepDefinition};
use crate::ui::components::Disclosure;
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;
use std::sync::Arc;
use uuid::Uuid;

/// The steps of a card.
#[component]
pub fn Steps(id: Uuid, card: Kept, mechanism: Arc<Mechanism>) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().mechanisms);
    if mechanism.steps.is_empty() {
        return ().into_any();
    }
    let today = state.today();
    let states: States = {
        let mechanism = Arc::clone(&mechanism);
        Memo::new(move |_| {
            card.with(|card| match (card, today) {
                (Some(card), Some(today)) => step_states(&mechanism, card, today),
                _ => Vec::new(),
            })
        })
    };
    // Which stage is in work is settled when the page is made: a step must not fold away while
    // it is tapped because it was the last of its stage.
    let found = card.with_untracked(|card| {
        let (card, today) = (card.as_ref()?, today?);
        Some(progress(&mechanism, card, today))
    });
    let found = found.unwrap_or_default();
    let pressing = found.presses.map(|(key, _)| key);
    let in_work: Vec<String> = found.next.into_iter().chain(pressing).collect();
    let mut number = 1;
    let parts = stages(&mechanism).into_iter().map(|stage| {
        let open = stage.steps.iter().any(|step| in_work.contains(&step.key));
        let part = OfStage {
            id,
            card,
            states,
            first: number,
            open,
        };
        number += stage.steps.len();
        part.view(stage)
    });
    let parts: Vec<AnyView> = parts.collect();
    view! {
        <section>
            <h2>{words.steps}</h2>
            <div>{parts}</div>
        </section>
    }
    .into_any()
}

/// The steps of one stage, and where they stand.
struct OfStage {
    id: Uuid,
    card: Kept,
    states: States,
    /// The number of its first step.
    first: usize,
    /// Whether its fold is open.
    open: bool,
}

impl OfStage {
    /// The steps, under a fold where the stage has a name.
    fn view(self, stage: Stage<'_>) -> AnyView {
        let Self {
            id,
            card,
            states,
            first,
            open,
        } = self;
        let steps: Vec<StepDefinition> = stage.steps.to_vec();
        let keys: Vec<String> = steps.iter().map(|step| step.key.clone()).collect();
        let list = move || {
            let steps = (first..).zip(steps.iter().cloned());
            let rows = steps.map(|(number, step)| {
                view! { <Step id=id card=card states=states step=step number=number /> }.into_any()
            });
            let rows: Vec<AnyView> = rows.collect();
            view! { <ol class="steps">{rows}</ol> }
        };
        let Some(title) = stage.title.map(|title| say(title, language())) else {
            return list().into_any();
        };
        let (words, all) = (&texts().mechanisms, keys.len());
        let taken = Memo::new(move |_| {
            states.with(|states| {
                let taken = states.iter().filter(|one| !one.taken.is_empty());
                taken.filter(|one| keys.contains(&one.key)).count()
            })
        });
        let summary = Signal::derive(move || (words.stage)(title.clone(), taken.get(), all));
        view! { <Disclosure summary=summary open=open>{list()}</Disclosure> }.into_any()
    }
}
