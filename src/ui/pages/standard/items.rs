//! What the pack asks: the indicators of a basic, the scored indicators of a star with their bands,
//! bonus items and vetoes.
//!
//! Not here: the sources of a single item, which its own page shows.

use crate::app::state::AppState;
use crate::standard::{Bonus, DerivationEffect, ScoredIndicator, StandardPack, Veto};
use crate::text::Language;
use crate::text::part_words::{related, veto_effect};
use crate::ui::components::{FoldList, FoldRow, LinkList, ListLink};
use crate::ui::route::Route;
use crate::ui::speech::{item_names, language, say, texts};
use leptos::prelude::*;
use std::sync::Arc;

/// The indicators of a basic, each leading to its page.
#[component]
pub fn BasicItems(pack: Arc<StandardPack>, key: String) -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let words = &texts.standard;
    let local = state
        .organization
        .with_untracked(|one| one.as_ref().map(|one| one.local.clone()));
    let local = local.unwrap_or_default();
    let facts = state
        .organization
        .with_untracked(|one| one.as_ref().map(|one| one.facts))
        .unwrap_or_default();
    let indicators = pack
        .basic(&key)
        .map(|basic| basic.indicators.clone())
        .unwrap_or_default();
    let rows = indicators.into_iter().map(move |one| {
        let yours = local.switched.contains_key(&one.id) || local.times.contains_key(&one.id);
        let mut details = vec![texts.facts.frequency(one.frequency).to_owned()];
        if let Some(times) = one.answer.times() {
            details.push((words.counted)(times));
        }
        let wording = one.wording(&facts);
        details.push(texts.facts.certainty(wording.certainty).to_owned());
        let line = (words.item_line)(say(wording.criterion, language), details.join(" · "));
        view! {
            <ListLink
                title=say(&one.title, language)
                href=Route::Indicator(one.id.clone()).to_string()
                subtitle=line
            >
                {one.must.then(|| view! { <span class="must">{words.must}</span> })}
                {(!one.enabled).then(|| view! { <span class="tag">{words.off}</span> })}
                {yours.then(|| view! { <span class="tag">{words.yours}</span> })}
            </ListLink>
        }
    });
    view! { <LinkList>{rows.collect_view()}</LinkList> }
}

/// The scored indicators of a star with their bands, or what speaks to a star without points.
#[component]
pub fn StarItems(pack: Arc<StandardPack>, key: String) -> impl IntoView {
    let (texts, language) = (texts(), language());
    let Some(star) = pack.star(&key) else {
        return ().into_any();
    };
    let rows = star
        .indicators
        .iter()
        .map(|one| scored(one, &pack, language))
        .collect_view();
    let related = (!star.related.is_empty()).then(|| {
        let names = item_names(&pack, &star.related, language);
        related(names, &pack, language)
    });
    view! {
        <p class="hint">
            {(texts.me.labelled)(texts.assess.certainty, texts.facts.certainty(star.certainty))}
        </p>
        {related.map(|text| view! { <p>{text}</p> })}
        <ul class="stack">{rows}</ul>
    }
    .into_any()
}

fn scored(one: &ScoredIndicator, pack: &StandardPack, language: Language) -> impl IntoView + use<> {
    let texts = language.texts();
    let words = &texts.standard;
    let question = one
        .question
        .as_ref()
        .map(|question| say(question, language));
    let bands = one.bands.iter().map(|band| {
        let when = say(&band.when, language);
        view! { <li><strong>{(words.band)(pack.points(band.score))}</strong>" "{when}</li> }
    });
    let deductions = one.deductions.iter().map(|deduction| {
        let points = (texts.assess.taken_off_each)(pack.points(deduction.points));
        view! { <li>{say(&deduction.title, language)}" · "{points}</li> }
    });
    let entered = one
        .entered
        .then(|| (texts.assess.points_entered)(pack.points(one.maximum)));
    let derived = one.derivation.as_ref().map(|derivation| {
        let names = item_names(pack, &derivation.from, language);
        match derivation.effect {
            DerivationEffect::Fills => (words.derived)(names),
            DerivationEffect::Limits => (words.derived_limits)(names),
        }
    });
    view! {
        <li class="stack-tight">
            <p>
                <strong>{say(&one.title, language)}</strong>" "
                <span class="tag">{texts.facts.certainty(one.certainty)}</span>
            </p>
            {question.map(|text| view! { <p class="hint">{text}</p> })}
            <ul class="reasons">{bands.collect_view()}{deductions.collect_view()}</ul>
            {entered.map(|text| view! { <p class="hint">{text}</p> })}
            {derived.map(|text| view! { <p class="hint">{text}</p> })}
        </li>
    }
}

/// Bonus items and vetoes, each list folded.
#[component]
pub fn Extras(pack: Arc<StandardPack>) -> impl IntoView {
    let (texts, language) = (texts(), language());
    let words = &texts.standard;
    let bonuses = (!pack.bonuses.is_empty()).then(|| {
        let (pack, summary) = (Arc::clone(&pack), (words.bonuses)(pack.bonuses.len()));
        let rows = move || {
            let row = |one: &Bonus| {
                let options = one.options.iter().map(|option| {
                    let points = match option.points {
                        0 => texts.assess.bonus_qualification.to_owned(),
                        points => (texts.assess.bonus_points)(pack.points(points)),
                    };
                    view! { <li>{say(&option.title, language)}" · "{points}</li> }
                });
                let cap = one
                    .cap
                    .map(|cap| format!(" · {}", (texts.assess.bonus_cap)(pack.points(cap))));
                view! {
                    <li class="stack-tight">
                        <p><strong>{say(&one.title, language)}</strong>{cap}</p>
                        <ul class="reasons">{options.collect_view()}</ul>
                    </li>
                }
            };
            pack.bonuses.iter().map(row).collect_view()
        };
        view! { <FoldRow title=summary><ul class="stack">{rows()}</ul></FoldRow> }.into_any()
    });
    let vetoes = (!pack.vetoes.is_empty()).then(|| {
        let (pack, summary) = (Arc::clone(&pack), (words.vetoes)(pack.vetoes.len()));
        let rows = move || {
            let row = |one: &Veto| {
                view! {
                    <li class="stack-tight">
                        <p><strong>{say(&one.title, language)}</strong></p>
                        <p class="hint">{veto_effect(&one.effect, &pack, language)}</p>
                    </li>
                }
            };
            pack.vetoes.iter().map(row).collect_view()
        };
        view! { <FoldRow title=summary><ul class="stack">{rows()}</ul></FoldRow> }.into_any()
    });
    let rows: Vec<AnyView> = [bonuses, vetoes].into_iter().flatten().collect();
    (!rows.is_empty()).then(|| view! { <FoldList>{rows}</FoldList> })
}
