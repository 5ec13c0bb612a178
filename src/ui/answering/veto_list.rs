//! The vetoes (一票否决) as a list: a line each with a switch, and what a veto does when its line is
//! tapped.
//!
//! Not here: what they freeze, and a veto on a page of its own (`veto_form`).

use super::value_of;
use crate::app::state::AppState;
use crate::assessment::{AnswerValue, VetoAnswer};
use crate::standard::{ItemId, StandardPack, Veto};
use crate::text::answers::veto_word;
use crate::text::part_words::veto_effect;
use crate::ui::components::{Button, Disclosure, Weight};
use crate::ui::icons::{Icon, IconName};
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;
use std::sync::Arc;

/// All vetoes of a pack.
#[component]
pub fn VetoList(
    /// The pack.
    pack: Arc<StandardPack>,
) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().assess);
    let ids: Vec<ItemId> = pack.vetoes.iter().map(|veto| veto.id.clone()).collect();
    let open = Memo::new(move |_| {
        let is_open = |id: &&ItemId| {
            let answered = state
                .assessment
                .with(|one| one.as_ref().is_some_and(|one| one.value(id).is_some()));
            !answered
        };
        ids.iter().filter(is_open).cloned().collect::<Vec<_>>()
    });
    let all_clear = Callback::new(move |()| {
        let clear = AnswerValue::Veto(VetoAnswer::Clear);
        let values = open.get_untracked().into_iter();
        state.answer_many(values.map(|id| (id, clear.clone())).collect());
    });
    let is_over = Memo::new(move |_| open.with(Vec::is_empty));
    let ids: Vec<ItemId> = pack.vetoes.iter().map(|veto| veto.id.clone()).collect();
    let all_are_clear = move || {
        let clear = AnswerValue::Veto(VetoAnswer::Clear);
        state.assessment.with(|one| {
            let is_clear = |id| one.as_ref().and_then(|one| one.value(id)) == Some(&clear);
            ids.iter().all(is_clear)
        })
    };
    let said = move || match all_are_clear() {
        true => words.vetoes_all_clear,
        false => words.vetoes_answered,
    };
    let lines = pack
        .vetoes
        .iter()
        .map(|veto| view! { <VetoLine veto=veto.clone() pack=Arc::clone(&pack) /> }.into_any());
    let lines: Vec<AnyView> = lines.collect();
    view! {
        <div class="vetoes-all">
            <div class="together-button" class:together-over=move || is_over.get()>
                <Button label=words.vetoes_all_clear weight=Weight::Secondary on_press=all_clear />
            </div>
            <p class="vetoes-said" role="status">
                <Show when=move || is_over.get()>
                    <Icon name=IconName::Check />
                    " "
                    <span>{said.clone()}</span>
                </Show>
            </p>
        </div>
        <ul class="vetoes">{lines}</ul>
    }
}

/// One veto: its name, how it was answered, and the switch that says that there is such a case.
#[component]
fn VetoLine(veto: Veto, pack: Arc<StandardPack>) -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let words = &texts.assess;
    let title = say(&veto.title, language);
    let effect = veto_effect(&veto.effect, &pack, language);
    let value = value_of(state, &veto.id);
    let answer = Memo::new(move |_| match value.get() {
        Some(AnswerValue::Veto(answer)) => Some(answer),
        _ => None,
    });
    let id = veto.id.clone();
    let give = Callback::new(move |answer: Option<VetoAnswer>| {
        state.answer(&id, answer.map(AnswerValue::Veto));
    });
    let is_present = move || answer.get() == Some(VetoAnswer::Present);
    let switched = move |on: bool| match on {
        true => VetoAnswer::Present,
        false => VetoAnswer::Clear,
    };
    let word = move || match answer.get() {
        Some(answer) => veto_word(answer, texts),
        None => texts.common.standing_unchecked,
    };
    let unsure = Callback::new(move |()| give.run(Some(VetoAnswer::Unclear)));
    let back = Callback::new(move |()| give.run(None));
    let unclear = veto_word(VetoAnswer::Unclear, texts);
    let name = title.clone();
    view! {
        <li id=format!("item-{}", veto.id) class="veto" class:veto-present=is_present>
            <Disclosure summary=title>
                <p class="hint">{effect.clone()}</p>
                <div class="row">
                    <Button label=unclear weight=Weight::Secondary on_press=unsure />
                    <Show when=move || answer.get().is_some()>
                        <Button label=words.veto_back weight=Weight::Quiet on_press=back />
                    </Show>
                </div>
            </Disclosure>
            <label class="veto-switch">
                <span aria-hidden="true">{word}</span>
                <input
                    type="checkbox"
                    role="switch"
                    class="switch"
                    aria-label=move || format!("{name}{}{}", words.veto_says, word())
                    prop:checked=is_present
                    on:change:target=move |event| {
                        let field = event.target();
                        give.run(Some(switched(field.checked())));
                        // What was refused is not shown as done.
                        field.set_checked(answer.get_untracked() == Some(VetoAnswer::Present));
                    }
                />
            </label>
        </li>
    }
}
