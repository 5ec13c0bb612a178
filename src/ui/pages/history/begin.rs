//! A new period (开始新的一期): which can be begun, and after which it comes.
//!
//! Not here: what is carried over into it (`app`).

use crate::app::state::AppState;
use crate::assessment::periods_on_offer;
use crate::period::Quarter;
use crate::ui::components::{ActionRow, Button, Weight};
use crate::ui::icons::IconName;
use crate::ui::navigation::Navigation;
use crate::ui::route::Route;
use crate::ui::speech::texts;
use leptos::prelude::*;

/// The periods that can be begun: the present one, and the one after the latest.
#[component]
pub fn NewPeriod(
    /// Whether nothing is assessed.
    alone: Memo<bool>,
) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.history;
    let navigation = Navigation::expect();
    let offered = Memo::new(move |_| {
        let Some(id) = state
            .organization
            .with(|one| one.as_ref().map(|one| one.id))
        else {
            return (Vec::new(), None);
        };
        let own: Vec<Quarter> = state.workspace.with(|workspace| {
            let own = workspace.assessments_of(id).into_iter();
            own.map(|one| one.period).collect()
        });
        periods_on_offer(state.this_quarter(), &own)
    });
    let buttons = move || {
        let (offered, latest) = offered.get();
        if offered.is_empty() {
            return ().into_any();
        }
        let now = state.this_quarter();
        let start_from = match alone.get() {
            true => words.start_from_list,
            false => words.start_from,
        };
        let from = latest.map(|latest| start_from((texts.facts.quarter)(latest)));
        let buttons = offered.into_iter().map(|period| {
            let weight = if Some(period) == now {
                Weight::Primary
            } else {
                Weight::Secondary
            };
            let begin = Callback::new(move |()| {
                state.start_period(period);
                navigation.go(&Route::Home);
            });
            let label = (words.start)((texts.facts.quarter)(period));
            view! { <Button label=label icon=IconName::Plus weight=weight on_press=begin /> }
        });
        let buttons = buttons.collect_view();
        view! {
            <h2>{words.start_title}</h2>
            {from.map(|text| view! { <p class="hint">{text}</p> })}
            <ActionRow>{buttons}</ActionRow>
        }
        .into_any()
    };
    view! { {buttons} }
}
