//! What a veto of a draft does: to which parts, or down to which grade.
//!
//! Not here: the case itself (`item`).

use super::item::Writing;
use crate::app::commands::Pace;
use crate::drafting::editing::EffectKind;
use crate::standard::{StandardPack, VetoEffect};
use crate::ui::components::{Choice, NumberField, Select, Selection, Tick};
use crate::ui::speech::{language, texts};
use leptos::prelude::*;
use std::sync::Arc;

/// What the veto does.
#[component]
pub(super) fn Effect(writing: Writing) -> impl IntoView {
    let (words, language) = (&texts().editing, language());
    let kind = Memo::new(move |_| writing.get(|form| form.effect.as_ref().map(EffectKind::of)));
    let choices = move || {
        let (pack, now) = (writing.editing.pack.get_untracked()?, kind.get()?);
        let all = EffectKind::offered(&pack, now).into_iter();
        let word = |kind| Choice::plain(kind, words.effect(kind, &pack, language));
        Some(all.map(word).collect::<Vec<Choice<EffectKind>>>())
    };
    let take = move |kind: EffectKind| {
        if let Some(pack) = writing.editing.pack.get_untracked() {
            put(writing, Pace::Now, kind.begun(&pack));
        }
    };
    let select = move || {
        let selection = Selection::new(choices()?, move || kind.get(), take);
        Some(view! { <Select label=words.effect_title selection=selection /> })
    };
    let pack = move || writing.editing.pack.get_untracked();
    let rest = move || match (kind.get()?, pack()?) {
        (EffectKind::SomeParts, pack) => {
            Some(view! { <Parts writing=writing pack=pack /> }.into_any())
        }
        (EffectKind::PartsAtMost, pack) => {
            Some(view! { <AtMost writing=writing pack=pack /> }.into_any())
        }
        (EffectKind::GradeAtBest, pack) => {
            Some(view! { <AtBest writing=writing pack=pack /> }.into_any())
        }
        (EffectKind::AllParts | EffectKind::BasicsUnmet, _) => None,
    };
    view! {
        {select}
        {rest}
    }
}

fn put(writing: Writing, pace: Pace, effect: VetoEffect) {
    writing.write(pace, |form| form.effect = Some(effect));
}

/// The parts that are held back, a tick each.
#[component]
fn Parts(writing: Writing, pack: Arc<StandardPack>) -> impl IntoView {
    let words = &texts().editing;
    let held = move || {
        writing.get(|form| match &form.effect {
            Some(VetoEffect::FreezeStars(keys)) => keys.clone(),
            _ => Vec::new(),
        })
    };
    let tick = |key: String, name: String| {
        let key = StoredValue::new(key);
        let on = Signal::derive(move || held().contains(&key.get_value()));
        let change = Callback::new(move |on: bool| {
            let mut keys = held();
            keys.retain(|one| *one != key.get_value());
            if on {
                keys.push(key.get_value());
            }
            put(writing, Pace::Now, VetoEffect::FreezeStars(keys));
        });
        view! { <Tick on=on on_change=change>{name}</Tick> }
    };
    let ticks = pack.stars.iter();
    let ticks = ticks.map(|star| tick(star.key.clone(), star.title.zh.clone()));
    view! {
        <fieldset class="choice-row">
            <legend>{words.effect_on}</legend>
            {ticks.collect_view()}
        </fieldset>
    }
}

/// How many parts count at most.
#[component]
fn AtMost(writing: Writing, pack: Arc<StandardPack>) -> impl IntoView {
    let words = &texts().editing;
    let most = Signal::derive(move || {
        writing.get(|form| match form.effect {
            Some(VetoEffect::AtMostStars(most)) => Some(most),
            _ => None,
        })
    });
    let change = Callback::new(move |number: Option<u32>| {
        let number = number.unwrap_or_else(|| most.get_untracked().unwrap_or(0));
        put(
            writing,
            writing.typing("most"),
            VetoEffect::AtMostStars(number),
        );
    });
    view! {
        <NumberField
            label=words.effect_most
            value=most
            on_change=change
            always=true
            stepper=true
            most=u32::try_from(pack.stars.len()).unwrap_or(u32::MAX)
        />
    }
}

/// The best grade that is left.
#[component]
fn AtBest(writing: Writing, pack: Arc<StandardPack>) -> impl IntoView {
    let words = &texts().editing;
    let grades = pack.award.grades.iter().zip(0_u32..);
    let choices = grades.map(|(grade, place)| Choice::plain(place, grade.title.zh.clone()));
    let choices: Vec<_> = choices.collect();
    let chosen = move || {
        writing.get(|form| match form.effect {
            Some(VetoEffect::GradeAtBest(place)) => Some(place),
            _ => None,
        })
    };
    let choose = move |place| put(writing, Pace::Now, VetoEffect::GradeAtBest(place));
    let selection = Selection::new(choices, chosen, choose);
    view! { <Select label=words.effect_grade selection=selection /> }
}
