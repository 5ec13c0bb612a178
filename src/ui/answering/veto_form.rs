//! One veto (一票否决): 有, 无 or 不清楚.
//!
//! Not here: what it freezes.

use super::value_of;
use crate::app::state::AppState;
use crate::assessment::{AnswerValue, VetoAnswer};
use crate::standard::{StandardPack, Veto, VetoEffect};
use crate::text::answers::veto_word;
use crate::text::{Language, list};
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
    let effect = effect_in_words(&veto.effect, &pack, language);
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

/// What a veto does where there is such a case.
pub fn effect_in_words(effect: &VetoEffect, pack: &StandardPack, language: Language) -> String {
    let words = &language.texts().assess;
    match effect {
        VetoEffect::FreezeAllStars => words.veto_effect_all.to_owned(),
        VetoEffect::FreezeStars(keys) => {
            let stars = keys.iter().filter_map(|key| pack.star(key));
            let names = stars.map(|star| say(&star.title, language));
            (words.veto_effect_stars)(list(names, language))
        }
        VetoEffect::AtMostStars(most) => (words.veto_effect_limit)(*most),
        VetoEffect::BasicsUnmet => words.veto_effect_basics.to_owned(),
        VetoEffect::GradeAtBest(place) => {
            let place = usize::try_from(*place).ok();
            let grade = place.and_then(|place| pack.award.grades.get(place));
            let name = grade.map(|grade| say(&grade.title, language));
            (words.veto_effect_grade)(name.unwrap_or_default())
        }
    }
}

/// What the vetoes of a pack do, in one line: without stars they touch the basics alone.
pub fn vetoes_hint(pack: &StandardPack) -> &'static str {
    let words = &texts().assess;
    if pack.vetoes_touch_stars() {
        words.vetoes_hint
    } else {
        words.vetoes_hint_basics
    }
}
