//! How each basic and star went over the last quarters (走势), a small line each.
//!
//! Not here: which quarters have a value (`assessment`), and any other organisation.

use crate::app::state::AppState;
use crate::app::versions::with_packs;
use crate::assessment::{
    MOST_QUARTERS, Outcome, Trend, judge_with_ledger, trends_of_basics, trends_of_stars,
};
use crate::order::sorted_by_key;
use crate::period::Quarter;
use crate::standard::{PointsUnit, StandardPack};
use crate::text::part_words::compared;
use crate::text::{Language, Texts};
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;
use std::sync::Arc;

/// What is drawn: the quarters, and a line for each basic and star.
#[derive(Clone, Debug, Default, PartialEq)]
struct Drawn {
    quarters: Vec<Quarter>,
    basics: Vec<(String, Trend)>,
    stars: Vec<(String, Trend)>,
    unit: PointsUnit,
    /// What stands above the basics, and above the stars.
    headings: (&'static str, &'static str),
}

/// A line for each basic and star; nothing where there is only one quarter.
#[component]
pub fn Trends() -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let words = &texts.history;
    let drawn = Memo::new(move |_| drawn(state, language));
    move || {
        let Drawn {
            quarters,
            basics,
            stars,
            unit,
            headings,
        } = drawn.get();
        if quarters.len() < 2 {
            return view! { <p class="hint">{words.compare_none}</p> }.into_any();
        }
        let quarters = Arc::new(quarters);
        let list = |label: &'static str, trends: Vec<(String, Trend)>, percent: bool| {
            let rows = trends.into_iter().map(|(name, trend)| {
                row(name, &trend, &quarters, (!percent).then_some(unit), texts).into_any()
            });
            let rows: Vec<AnyView> = rows.collect();
            (!rows.is_empty()).then(|| {
                view! {
                    <h3>{label}</h3>
                    <ul class="trends">{rows}</ul>
                }
            })
        };
        view! {
            <section class="card">
                <h2>{(words.trend_title)(quarters.len())}</h2>
                {list(headings.0, basics, true)}
                {list(headings.1, stars, false)}
            </section>
        }
        .into_any()
    }
}

/// The last quarters up to the open one, the earliest first, and what they came to.
fn drawn(state: AppState, language: Language) -> Drawn {
    let found = state.pack.get().zip(state.assessment.get());
    let Some((pack, open)) = found else {
        return Drawn::default();
    };
    let judged = state.with_known(|organization, known| {
        state.workspace.with(|workspace| {
            let own = workspace.assessments_of(organization.id).into_iter();
            let own = own.filter(|one| one.period <= open.period);
            let last = sorted_by_key(own, |one| std::cmp::Reverse(one.period));
            let last = last.into_iter().take(MOST_QUARTERS);
            let last = with_packs(workspace, organization, last, &pack);
            let judged = last.into_iter().map(|(one, pack)| {
                let outcome = judge_with_ledger(&pack, organization, one, known);
                (one.period, outcome)
            });
            judged.collect::<Vec<_>>()
        })
    });
    let judged = judged.unwrap_or_default().into_iter().rev();
    let (quarters, outcomes): (Vec<Quarter>, Vec<Outcome>) = judged.unzip();
    Drawn {
        quarters,
        basics: named(trends_of_basics(&outcomes), |key| {
            Some(say(&pack.basic(key)?.title, language))
        }),
        stars: named(trends_of_stars(&outcomes), |key| {
            star_name(&pack, key, language)
        }),
        unit: pack.points_unit,
        headings: compared(&pack, language),
    }
}

fn star_name(pack: &StandardPack, key: &str, language: Language) -> Option<String> {
    Some(say(&pack.star(key)?.title, language))
}

fn named(trends: Vec<Trend>, name: impl Fn(&str) -> Option<String>) -> Vec<(String, Trend)> {
    let named = trends
        .into_iter()
        .filter_map(|one| Some((name(&one.key)?, one)));
    named.collect()
}

fn row(
    name: String,
    trend: &Trend,
    quarters: &[Quarter],
    unit: Option<PointsUnit>,
    texts: &'static Texts,
) -> impl IntoView + use<> {
    let words = &texts.history;
    let in_words = |value: Option<u32>| match value {
        None => words.trend_open.to_owned(),
        Some(value) => match unit {
            None => format!("{value}%"),
            Some(unit) => (texts.answers.points_of)(unit.of(value)),
        },
    };
    let each = quarters.iter().zip(&trend.values);
    let heard = each.map(|(quarter, value)| {
        let quarter = (texts.facts.quarter)(*quarter);
        (texts.me.labelled)(&quarter, &in_words(*value))
    });
    let heard: Vec<String> = heard.collect();
    let last = in_words(trend.values.last().copied().flatten());
    view! {
        <li class="trend">
            <span>{name}</span>
            {line(trend, heard.join(texts.home.and))}
            <span class="trend-last" aria-hidden="true">{last}</span>
        </li>
    }
}

const WIDTH: usize = 112;
const HEIGHT: usize = 28;
/// Room for a dot at the edges.
const EDGE: usize = 4;

/// The line through the values that are known, with a dot for each. It has a gap where one is not.
fn line(trend: &Trend, label: String) -> impl IntoView + use<> {
    let maximum = usize::try_from(trend.maximum.max(1)).unwrap_or(1);
    let height = |value: u32| {
        let value = usize::try_from(value).unwrap_or(maximum).min(maximum);
        EDGE + HEIGHT - HEIGHT * value / maximum
    };
    let steps = trend.values.len().saturating_sub(1).max(1);
    let across = |place: usize| EDGE + WIDTH * place / steps;
    let known = trend.values.iter().enumerate();
    let points: Vec<Option<(usize, usize)>> = known
        .map(|(place, value)| value.map(|value| (across(place), height(value))))
        .collect();
    let runs = points.split(Option::is_none).map(|run| {
        let run = run.iter().flatten().map(|(x, y)| format!("{x},{y}"));
        let run: Vec<String> = run.collect();
        view! { <polyline points=run.join(" ") /> }
    });
    let dots = points.iter().flatten();
    let dots = dots.map(|(x, y)| view! { <circle cx=*x cy=*y r="2.5" /> });
    let width = WIDTH + 2 * EDGE;
    view! {
        <svg
            class="trend-line"
            role="img"
            aria-label=label
            viewBox=format!("0 0 {width} {}", HEIGHT + 2 * EDGE)
        >
            {runs.collect_view()}
            {dots.collect_view()}
        </svg>
    }
}
