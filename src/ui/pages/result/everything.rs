//! Every basic and every star with its reasons and all its items (全部指标).
//!
//! Not here: what is to be made good (`lacking`).

use super::row::indicator_row;
use crate::app::state::AppState;
use crate::assessment::{BasicOutcome, Outcome, StarOutcome, StarState};
use crate::period::JudgingDay;
use crate::standard::StandardPack;
use crate::text::part_words::named_alone;
use crate::text::reason_words::{basic_reasons, star_reasons};
use crate::ui::components::{BasicMark, LinkList, ListLink, StandingMark, StarMark};
use crate::ui::route::Route;
use crate::ui::speech::{item_name, language, say, texts};
use leptos::prelude::*;
use std::sync::Arc;

/// Every basic and every star.
#[component]
pub fn Everything(
    /// The pack in force.
    pack: Arc<StandardPack>,
    /// What the assessment amounts to.
    outcome: Arc<Outcome>,
) -> impl IntoView {
    let judging = outcome.judging;
    let basics = outcome.basics.iter().map(|basic| {
        view! { <BasicPart basic=basic.clone() pack=Arc::clone(&pack) judging=judging /> }
    });
    let stars = outcome.stars.iter().map(|star| {
        view! { <StarPart star=star.clone() pack=Arc::clone(&pack) /> }
    });
    view! {
        {basics.collect_view()}
        {stars.collect_view()}
    }
}

/// One basic with its reasons and its indicators.
#[component]
fn BasicPart(basic: BasicOutcome, pack: Arc<StandardPack>, judging: JudgingDay) -> impl IntoView {
    let (state, language) = (AppState::expect(), language());
    let Some(of_pack) = pack.basic(&basic.key) else {
        return ().into_any();
    };
    let reasons = basic_reasons(&basic, &pack, language);
    let mark = basic.state;
    let title = say(&of_pack.title, language);
    let counted = basic.indicators.iter().filter(|one| one.standing.counts());
    let rows = counted.map(|one| indicator_row(one, &pack, judging, state));
    let rows: Vec<AnyView> = rows.collect();
    view! {
        <section class="card">
            <h3>{title}</h3>
            <BasicMark state=mark />
            <ul class="reasons">
                {reasons.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
            </ul>
            <LinkList>{rows}</LinkList>
        </section>
    }
    .into_any()
}

/// One star with its reasons and its items.
#[component]
fn StarPart(star: StarOutcome, pack: Arc<StandardPack>) -> impl IntoView {
    let (texts, language) = (texts(), language());
    let Some(of_pack) = pack.star(&star.key) else {
        return ().into_any();
    };
    if star.state == StarState::NotApplicable {
        return ().into_any();
    }
    let title = say(&of_pack.title, language);
    let grade = star.grade.and_then(|place| pack.award.grades.get(place));
    let grade = grade.map(|grade| (texts.result.grade)(say(&grade.title, language)));
    let reasons = star_reasons(&star, &pack, language);
    let (named_hint, _) = named_alone(&pack, language);
    let rows = {
        let (star, pack) = (star.clone(), Arc::clone(&pack));
        move || {
            let scored = star.indicators.iter().map(|one| {
                let points = match one.points {
                    Some(points) => {
                        (texts.assess.points)(pack.points(points), pack.points(one.maximum))
                    }
                    None => texts.common.standing_unchecked.to_owned(),
                };
                let title = item_name(&pack, &one.id, language);
                let href = Route::Indicator(one.id.clone()).to_string();
                view! { <ListLink title=title href=href subtitle=points /> }.into_any()
            });
            let related = star.related.iter().map(|(id, standing)| {
                let (href, standing) = (Route::Indicator(id.clone()).to_string(), *standing);
                view! {
                    <ListLink title=item_name(&pack, id, language) href=href>
                        <StandingMark standing=standing />
                    </ListLink>
                }
                .into_any()
            });
            let rows: Vec<AnyView> = scored.chain(related).collect();
            view! { <LinkList>{rows}</LinkList> }
        }
    };
    view! {
        <section class="card">
            <h3>{title}</h3>
            <StarMark state=star.state />
            {(star.state == StarState::Named)
                .then(|| view! { <p class="hint">{named_hint}</p> })}
            <ul class="reasons">
                {grade.map(|grade| view! { <li>{grade}</li> })}
                {reasons.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
            </ul>
            {rows()}
        </section>
    }
    .into_any()
}
