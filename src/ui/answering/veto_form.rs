//! One veto (一票否决): 有, 无 or 不清楚.
//!
//! Not here: what it freezes.

use super::value_of;
use crate::app::state::AppState;
use crate::assessment::{AnswerValue, VetoAnswer};
use crate::standard::{StandardPack, Veto};
use crate::text::answers::veto_word;
use crate::text::part_words::veto_effect;
use crate::ui::components::{AnswerButtons, AnswerLayout, Choice, IndicatorCard, Selection, Tone};
use crate::ui::icons::IconName;
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;
use std::sync::Arc;

/// One veto.
#[component]
pub fn VetoForm(
    /// The veto.
    veto: Veto,
    /// The pack, for the names of the stars it touches.
    pack: Arc<StandardPack>,
) -> impl IntoView {
    let (state, language) = (AppState::expect(), language());
    let title = say(&veto.title, language);
    let effect = veto_effect(&veto.effect, &pack, language);
    let value = value_of(state, &veto.id);
    let choices = [
        (VetoAnswer::Clear, Tone::Met, IconName::Check),
        (VetoAnswer::Present, Tone::Unmet, IconName::Cross),
        (VetoAnswer::Unclear, Tone::Quiet, IconName::Dash),
    ];
    let choices = choices
        .map(|(answer, tone, icon)| Choice::new(answer, veto_word(answer, texts()), tone, icon));
    let (given, cleared) = (veto.id.clone(), veto.id.clone());
    let chosen = move || match value.get() {
        Some(AnswerValue::Veto(answer)) => Some(answer),
        _ => None,
    };
    let choose = move |answer| state.answer(&given, Some(AnswerValue::Veto(answer)));
    view! {
        <IndicatorCard id=format!("item-{}", veto.id) title=title.clone() criterion=effect level=3>
            <AnswerButtons
                legend=title
                selection=Selection::new(choices, chosen, choose)
                layout=AnswerLayout::Row
                on_clear=Callback::new(move |()| state.answer(&cleared, None))
            />
        </IndicatorCard>
    }
}
