//! How the pack judges (怎样判): its numbers, each with how sure it is, and the sources it rests on.
//!
//! Not here: one's own thresholds (`local`).

use crate::standard::{Certainty, Rule, StandardPack};
use crate::text::part_words::{rule_of_basics, rule_of_points, rules_of_the_whole};
use crate::ui::components::{FoldList, FoldRow};
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;
use std::sync::Arc;

/// All certainties, the surest first.
const CERTAINTIES: [Certainty; 6] = [
    Certainty::SourceDocument,
    Certainty::Verified,
    Certainty::ArticlePending,
    Certainty::LocalExample,
    Certainty::CommonPractice,
    Certainty::Suggestion,
];

/// The numbers that judge, and the sources.
#[component]
pub fn Judging(pack: Arc<StandardPack>) -> impl IntoView {
    let (texts, language) = (texts(), language());
    let words = &texts.standard;
    let (judgement, award) = (&pack.judgement, &pack.award);
    let judging = texts.facts.certainty(judgement.certainty);
    let awarding = texts.facts.certainty(award.certainty);
    let mut lines = Vec::new();
    if !pack.basics.is_empty() {
        lines.push(((words.rule_count)(judgement.count_partly_percent), judging));
        lines.push((rule_of_basics(&pack, language), judging));
    }
    let of_parts = rule_of_points(&pack, language).into_iter();
    let of_parts = of_parts.chain(rules_of_the_whole(&pack, language));
    lines.extend(of_parts.map(|line| (line, awarding)));
    let judges = !lines.is_empty();
    let lines = lines.into_iter().map(|(line, certainty)| {
        view! { <li>{line}" "<span class="tag">{certainty}</span></li> }
    });
    let scored = pack.stars.iter().any(|star| star.is_scored());
    let grades = scored.then(|| {
        let grades = award.grades.iter().map(|grade| {
            let line = (words.rule_grade)(say(&grade.title, language), grade.at_least);
            view! { <li>{line}</li> }
        });
        view! {
            <h3>{words.grades}" "<span class="tag">{awarding}</span></h3>
            <ul class="reasons">{grades.collect_view()}</ul>
        }
    });
    view! {
        {judges.then(|| view! { <h2>{words.rules_title}</h2> })}
        <ul class="reasons">{lines.collect_view()}</ul>
        {grades}
        <Sources pack=Arc::clone(&pack) />
    }
}

/// The sources, folded by how sure they are.
#[component]
fn Sources(pack: Arc<StandardPack>) -> impl IntoView {
    let texts = texts();
    let words = &texts.standard;
    let groups = CERTAINTIES.into_iter().filter_map(|certainty| {
        let pack = Arc::clone(&pack);
        let count = pack
            .rules
            .iter()
            .filter(|rule| rule.certainty == certainty)
            .count();
        (count > 0).then(|| {
            let title = texts.facts.certainty(certainty).to_owned();
            view! {
                <FoldRow title=title count=count.to_string()>
                    <SourcesOf pack=Arc::clone(&pack) certainty=certainty />
                </FoldRow>
            }
        })
    });
    let groups = groups.collect_view();
    view! {
        <h2>{(words.sources)(pack.rules.len())}</h2>
        <FoldList>{groups}</FoldList>
    }
}

/// The sources that are this sure.
#[component]
fn SourcesOf(pack: Arc<StandardPack>, certainty: Certainty) -> impl IntoView {
    let words = &texts().standard;
    let row = |rule: &Rule| {
        let since = rule
            .effective_from
            .map(|day| (words.source_since)(day.to_string()));
        let since = since.map(|text| format!(" · {text}"));
        view! {
            <li>
                <p>{rule.document.clone()}{rule.article.clone()}</p>
                <p class="hint">{rule.gist.clone()}{since}</p>
            </li>
        }
    };
    let fitting = pack.rules.iter().filter(|rule| rule.certainty == certainty);
    view! { <ul class="stack-tight">{fitting.map(row).collect_view()}</ul> }
}
