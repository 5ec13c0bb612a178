//! One basic (基): what is due first, the rest folded by why it is not asked.
//!
//! Not here: the form of a single indicator (`answering`).

use super::next_part::action_to;
use crate::app::state::AppState;
use crate::assessment::{Asking, Part, Progress};
use crate::standard::Indicator;
use crate::ui::answering::{IndicatorForm, Run, RunEnd, SameOnPage, folded_indicator, folding};
use crate::ui::components::{Disclosure, EmptyState};
use crate::ui::lazy_part::LazyPart;
use crate::ui::parts::{InPages, Wanted};
use crate::ui::speech::texts;
use leptos::prelude::*;

/// One basic.
#[component]
pub fn BasicPage(
    /// Its key.
    key: String,
) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.assess;
    let Some(pack) = state.pack_in_force.get_untracked() else {
        return view! { <EmptyState text=texts.result.empty /> }.into_any();
    };
    let Some(basic) = pack.basic(&key).cloned() else {
        return view! { <EmptyState text=words.unknown_item /> }.into_any();
    };
    let own = key.clone();
    let progress = Memo::new(move |_| {
        state.outcome.with(|outcome| {
            let basic = outcome.as_ref().and_then(|one| one.basic(&own));
            basic.map_or(Progress::default(), |one| one.progress())
        })
    });
    // Where an item stands is settled when the page is made: a card must not jump away under the
    // finger because its answer moved it into another group.
    let places = Places::of(&basic.indicators, state);
    let items: Vec<_> = places.asked.iter().map(|one| one.id.clone()).collect();
    let asked = places.asked.into_iter().map(|one| {
        let folded = folded_indicator(state, &one);
        let card = move || view! { <IndicatorForm indicator=one.clone() /> }.into_any();
        folding(folded, card)
    });
    let asked: Vec<AnyView> = asked.collect();
    let (event, not_due) = (places.event.len(), places.not_due.len());
    let next = action_to(state, Some(Part::Basic(key.clone())));
    let end = Wanted::InPages(InPages::End(RunEnd::Basic(key)));
    view! {
        <Run
            items=items.clone()
            progress=progress
            last=Signal::derive(move || next.get().1)
        >
            <SameOnPage items=items />
            {asked}
            <LazyPart wanted=end />
            {folded((words.event_title)(event), words.event_hint, places.event)}
            {folded((words.not_due_title)(not_due), words.not_due_hint, places.not_due)}
            {folded(
                (words.not_applicable_title)(places.not_applicable.len()),
                "",
                places.not_applicable,
            )}
        </Run>
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
