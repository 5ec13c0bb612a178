//! The steps (步骤) of a card, in their order.
//!
//! The next one is larger than the others, and those that are taken are folded. Where there are
//! stages, the one in work and one that presses are open. Not here: one step (`step`), and what the
//! limits mean (`duty`).

use super::kept::Kept;
use super::step::{States, Step};
use crate::app::state::AppState;
use crate::duty::{progress, stages, step_states};
use crate::period::CivilDate;
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
    let taken: Vec<String> = states.with_untracked(|states| {
        let taken = states.iter().filter(|one| !one.taken.is_empty());
        taken.map(|one| one.key.clone()).collect()
    });
    let next = next_of(card, Arc::clone(&mechanism), today);
    let mut number = 1;
    let parts = stages(&mechanism).into_iter().map(|stage| {
        let open = stage.steps.iter().any(|step| in_work.contains(&step.key));
        let numbered = (number..).zip(stage.steps.iter().cloned());
        let (done, ahead) = numbered.partition(|(_, step)| taken.contains(&step.key));
        number += stage.steps.len();
        let title = stage.title.map(|title| say(title, language()));
        let list = List {
            id,
            card,
            states,
            next,
        };
        list.stage(title, done, ahead, open)
    });
    let parts: Vec<AnyView> = parts.collect();
    view! {
        <section>
            <h2>{words.steps}</h2>
            <div class="stack-tight">{parts}</div>
        </section>
    }
    .into_any()
}

/// The key of the step that comes next; `None` if all are taken.
fn next_of(
    card: Kept,
    mechanism: Arc<Mechanism>,
    today: Option<CivilDate>,
) -> Memo<Option<String>> {
    Memo::new(move |_| {
        card.with(|card| {
            let (card, today) = (card.as_ref()?, today?);
            progress(&mechanism, card, today).next
        })
    })
}

/// A step with its number, from 1.
type Numbered = (usize, StepDefinition);

/// What the steps of a card have in common.
#[derive(Clone, Copy)]
struct List {
    id: Uuid,
    card: Kept,
    states: States,
    /// The key of the step that comes next.
    next: Memo<Option<String>>,
}

impl List {
    /// The steps of a stage, under a fold where it has a name: those that were taken when the page
    /// was made are folded. Those taken since are not: a step must not go while its day is put
    /// right.
    fn stage(
        self,
        title: Option<String>,
        done: Vec<Numbered>,
        ahead: Vec<Numbered>,
        open: bool,
    ) -> AnyView {
        let (words, all) = (&texts().mechanisms, done.len() + ahead.len());
        let keys: Vec<String> = done
            .iter()
            .chain(&ahead)
            .map(|(_, step)| step.key.clone())
            .collect();
        let done_before = (texts().recording.done_before)(done.len());
        let (done, ahead) = (StoredValue::new(done), StoredValue::new(ahead));
        let any_done = done.with_value(|done| !done.is_empty());
        let list = move || {
            let folded = any_done.then(|| {
                view! {
                    <Disclosure summary=done_before.clone()>
                        {self.rows(done.get_value())}
                    </Disclosure>
                }
            });
            view! {
                {folded}
                {self.rows(ahead.get_value())}
            }
        };
        let Some(title) = title else {
            return list().into_any();
        };
        let taken = Memo::new(move |_| {
            self.states.with(|states| {
                let taken = states.iter().filter(|one| !one.taken.is_empty());
                taken.filter(|one| keys.contains(&one.key)).count()
            })
        });
        let summary = Signal::derive(move || (words.stage)(title.clone(), taken.get(), all));
        view! { <Disclosure summary=summary open=open>{list()}</Disclosure> }.into_any()
    }

    fn rows(self, steps: Vec<Numbered>) -> Option<impl IntoView + use<>> {
        let Self {
            id,
            card,
            states,
            next,
        } = self;
        let rows = steps.into_iter().map(|(number, step)| {
            let key = step.key.clone();
            let is_next = Memo::new(move |_| next.with(|next| next.as_ref() == Some(&key)));
            view! {
                <Step id=id card=card states=states step=step number=number is_next=is_next />
            }
            .into_any()
        });
        let rows: Vec<AnyView> = rows.collect();
        (!rows.is_empty()).then(|| view! { <ol class="steps">{rows}</ol> })
    }
}
