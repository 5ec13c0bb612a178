//! What is to be made good (要补的), each with its way: disqualifiers, indicators that are not met,
//! and stars that are not won.
//!
//! Not here: what is well (`everything`).

use super::Way;
use super::row::indicator_row;
use crate::app::state::AppState;
use crate::assessment::{Outcome, Situation, StarOutcome, StarState, VetoAnswer};
use crate::standard::{ItemId, StandardPack};
use crate::text::reason_words::star_reasons;
use crate::ui::components::{LinkList, Notice, NoticeKind, StarMark};
use crate::ui::speech::{item_names, language, say, texts};
use leptos::prelude::*;
use std::sync::Arc;

/// What is to be made good.
#[component]
pub fn Lacking(
    /// The pack in force.
    pack: Arc<StandardPack>,
    /// What the assessment amounts to.
    outcome: Arc<Outcome>,
) -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let present: Vec<ItemId> = outcome
        .vetoes
        .iter()
        .filter(|veto| veto.answer == Some(VetoAnswer::Present))
        .map(|veto| veto.id.clone())
        .collect();
    let vetoed = (!present.is_empty()).then(|| {
        let names = item_names(&pack, &present, language);
        let title = texts.result.vetoes_present;
        view! { <Notice kind=NoticeKind::Warning title=title text=names /> }
    });
    let rows = outcome.to_make_good().into_iter();
    let rows = rows.map(|one| indicator_row(one, &pack, outcome.judging, state));
    let rows: Vec<AnyView> = rows.collect();
    let none = rows.is_empty();
    // Nothing that was found is a finding only where somebody looked.
    let is_looked_at = !matches!(outcome.situation(&pack), Situation::Untouched { .. });
    let list = (!none).then(|| view! { <LinkList>{rows}</LinkList> });
    let is_lost = |star: &&StarOutcome| matches!(star.state, StarState::NotWon | StarState::Frozen);
    let stars = outcome.stars.iter().filter(is_lost);
    let stars = stars.map(|star| view! { <Star star=star.clone() pack=Arc::clone(&pack) /> });
    view! {
        {vetoed}
        {is_looked_at.then(|| view! { <h2>{texts.home.make_good}</h2> })}
        {(is_looked_at && none)
            .then(|| view! { <p class="hint">{texts.home.make_good_none}</p> })}
        {list}
        {stars.collect_view()}
    }
}

/// One star that is not won, with its reasons and the shortest way to it.
#[component]
fn Star(star: StarOutcome, pack: Arc<StandardPack>) -> impl IntoView {
    let language = language();
    let of_pack = pack.star(&star.key)?;
    let title = say(&of_pack.title, language);
    let reasons = star_reasons(&star, &pack, language);
    Some(view! {
        <section class="card">
            <h3>{title}" "<StarMark state=star.state /></h3>
            <ul class="reasons">
                {reasons.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
            </ul>
            <Way way=Signal::stored(star.way.clone()) pack=Arc::clone(&pack) />
        </section>
    })
}
