//! An item that was answered before the page was opened, as one line (已答的收成一行): its name and how it
//! stands. A tap opens the card.
//!
//! It is folded when the page is made and never later, so that nothing moves while the user
//! answers. Not here: the card.

use super::page_action::anchor;
use super::points_unit;
use crate::app::state::AppState;
use crate::assessment::{Asking, ScoredBasis, Standing};
use crate::standard::{Indicator, ItemId, ScoredIndicator};
use crate::ui::basis_words::basis_sentence;
use crate::ui::components::StandingMark;
use crate::ui::icons::{Icon, IconName};
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;

/// What stands on the line of an item.
pub struct Folded {
    id: ItemId,
    title: String,
    how: AnyView,
    why: String,
}

/// The line of an indicator; `None` if it is still to be looked at.
pub fn folded_indicator(state: AppState, indicator: &Indicator) -> Option<Folded> {
    state.outcome.with_untracked(|outcome| {
        let outcome = outcome.as_ref()?;
        let result = outcome.indicator(&indicator.id)?;
        let is_settled = result.asking() == Asking::Asked && result.standing != Standing::Unchecked;
        is_settled.then(|| Folded {
            id: indicator.id.clone(),
            title: say(&indicator.title, language()),
            how: view! { <StandingMark standing=result.standing /> }.into_any(),
            why: basis_sentence(result, outcome.judging, texts()).unwrap_or_default(),
        })
    })
}

/// The line of a scored indicator; `None` if it has no points yet.
pub fn folded_scored(state: AppState, indicator: &ScoredIndicator) -> Option<Folded> {
    let words = &texts().assess;
    state.outcome.with_untracked(|outcome| {
        let mut stars = outcome.as_ref()?.stars.iter();
        let result = stars.find_map(|star| {
            let mut all = star.indicators.iter();
            all.find(|one| one.id == indicator.id)
        })?;
        let points = result.points?;
        let why = match &result.basis {
            ScoredBasis::Awaiting(_) | ScoredBasis::NotDue | ScoredBasis::Open => return None,
            ScoredBasis::Derived => words.derived_title.to_owned(),
            ScoredBasis::Answered | ScoredBasis::Overridden | ScoredBasis::Limited { .. } => {
                String::new()
            }
        };
        let how = {
            let unit = points_unit(state);
            (words.points)(unit.of(points), unit.of(result.maximum))
        };
        Some(Folded {
            id: indicator.id.clone(),
            title: say(&indicator.title, language()),
            how: view! { <span class="answered-points">{how}</span> }.into_any(),
            why,
        })
    })
}

/// A line that a tap turns into the card; the card alone where there is no line.
pub fn folding(folded: Option<Folded>, card: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let Some(Folded {
        id,
        title,
        how,
        why,
    }) = folded
    else {
        return card();
    };
    let is_open = RwSignal::new(false);
    let own = anchor(&id);
    let open = move |_| {
        is_open.set(true);
        let own = own.clone();
        request_animation_frame(move || focus(&own));
    };
    let mut line = Some(
        view! {
            <button
                type="button"
                id=anchor(&id)
                class="answered"
                aria-expanded="false"
                on:click=open
            >
                <span class="answered-text">
                    <span>{title}</span>
                    {(!why.is_empty()).then(|| view! { <span class="hint">{why}</span> })}
                </span>
                {how}
                <Icon name=IconName::Down />
            </button>
        }
        .into_any(),
    );
    let view = move || match is_open.get() {
        true => card(),
        false => line.take().unwrap_or_else(|| ().into_any()),
    };
    view.into_any()
}

/// Moves the focus to a card that has taken the place of its line.
fn focus(card: &str) {
    let card = document().get_element_by_id(card);
    let Some(card) = card.and_then(|one| one.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    // Without the focus the card can still be used; there is nothing to tell anybody.
    let _ = card.set_attribute("tabindex", "-1");
    let _ = card.focus();
}
