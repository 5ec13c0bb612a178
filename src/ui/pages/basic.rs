//! One basic (基): what is due first, the rest folded by why it is not asked.
//!
//! Not here: the form of a single indicator (`answering`).

use super::next_part::next_link;
use crate::app::state::AppState;
use crate::assessment::{Asking, BasicOutcome, BasicState, Progress};
use crate::standard::Indicator;
use crate::ui::answering::IndicatorForm;
use crate::ui::components::{BasicMark, Disclosure, EmptyState, ProgressLine};
use crate::ui::sentences::basic_reasons;
use crate::ui::speech::{language, texts};
use leptos::prelude::*;
use std::sync::Arc;

/// One basic.
#[component]
pub fn BasicPage(
    /// Its key.
    key: String,
) -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let words = &texts.assess;
    let Some(pack) = state.pack_in_force.get_untracked() else {
        return view! { <EmptyState text=texts.result.empty /> }.into_any();
    };
    let Some(basic) = pack.basic(&key).cloned() else {
        return view! { <EmptyState text=words.unknown_item /> }.into_any();
    };
    let found = {
        let key = key.clone();
        Memo::new(move |_| {
            state
                .outcome
                .with(|outcome| outcome.as_ref().and_then(|one| one.basic(&key).cloned()))
        })
    };
    let mark = Signal::derive(move || {
        found.with(|one| one.as_ref().map_or(BasicState::NothingDue, |one| one.state))
    });
    let progress = Signal::derive(move || {
        found.with(|one| {
            one.as_ref()
                .map_or(Progress::default(), |one| one.progress())
        })
    });
    let all = Signal::derive(move || progress.get().all);
    let done = Signal::derive(move || progress.get().done);
    let reasons = {
        let pack = Arc::clone(&pack);
        let words = move |one: &BasicOutcome| basic_reasons(one, &pack, language);
        let line = |reason: String| view! { <li>{reason}</li> };
        move || found.with(|one| one.iter().flat_map(&words).map(line).collect_view())
    };
    // Where an item stands is settled when the page is made: a card must not move away while
    // it is tapped because its answer moved it into another group.
    let places = Places::of(&basic.indicators, state);
    let asked = places
        .asked
        .iter()
        .map(|one| view! { <IndicatorForm indicator=one.clone() /> });
    let (event, not_due) = (places.event.len(), places.not_due.len());
    view! {
        <ProgressLine done=done all=all />
        <div class="card">
            <BasicMark state=mark />
            <ul class="reasons">{reasons}</ul>
        </div>
        {asked.collect_view()}
        {folded((words.event_title)(event), words.event_hint, places.event)}
        {folded((words.not_due_title)(not_due), words.not_due_hint, places.not_due)}
        {folded((words.not_applicable_title)(places.not_applicable.len()), "", places.not_applicable)}
        {next_link(pack.after_basic(&key))}
    }
    .into_any()
}

/// Items that are not asked, folded under why; `None` if there are none.
fn folded(title: String, hint: &'static str, indicators: Vec<Indicator>) -> Option<AnyView> {
    if indicators.is_empty() {
        return None;
    }
    let inside = move || {
        let all = indicators.iter();
        let forms = all.map(|one| view! { <IndicatorForm indicator=one.clone() /> });
        view! {
            {(!hint.is_empty()).then(|| view! { <p class="hint">{hint}</p> })}
            {forms.collect_view()}
        }
    };
    Some(view! { <Disclosure summary=title>{inside()}</Disclosure> }.into_any())
}

/// The indicators of a basic by why they are asked or not.
#[derive(Default)]
struct Places {
    asked: Vec<Indicator>,
    event: Vec<Indicator>,
    not_due: Vec<Indicator>,
    not_applicable: Vec<Indicator>,
}

impl Places {
    fn of(indicators: &[Indicator], state: AppState) -> Self {
        let mut places = Self::default();
        state.outcome.with_untracked(|outcome| {
            for indicator in indicators {
                let result = outcome
                    .as_ref()
                    .and_then(|one| one.indicator(&indicator.id));
                let place = match result.map_or(Asking::Asked, |one| one.asking()) {
                    Asking::Asked => &mut places.asked,
                    Asking::OnEvent => &mut places.event,
                    Asking::NotDue => &mut places.not_due,
                    Asking::NotApplicable => &mut places.not_applicable,
                    Asking::Off => continue,
                };
                place.push(indicator.clone());
            }
        });
        places
    }
}
