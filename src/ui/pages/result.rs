//! 结果: the basics and the stars with every reason, down to the indicator.
//!
//! Not here: any comparison with other organisations.

use super::report::Tables;
use crate::app::standards::as_written;
use crate::app::state::AppState;
use crate::assessment::{
    AllStars, BasicOutcome, BasicsState, Outcome, StarOutcome, StarState, VetoAnswer, WayToStar,
};
use crate::period::JudgingDay;
use crate::standard::{StandardPack, hash};
use crate::text::Language;
use crate::ui::answering::under_way;
use crate::ui::basis_words::basis_sentence;
use crate::ui::components::{
    ActionRow, BasicMark, BasicsPicture, Button, ButtonLink, Disclosure, EmptyState, LinkList,
    ListLink, Notice, NoticeKind, StandingMark, StarMark, StarsPicture,
};
use crate::ui::must_line::MustLine;
use crate::ui::naming::organization_name;
use crate::ui::pictures::{basic_parts, star_parts};
use crate::ui::route::Route;
use crate::ui::sentences::{basic_reasons, star_reasons};
use crate::ui::speech::{item_name, item_names, language, say, texts};
use leptos::prelude::*;
use std::sync::Arc;

/// The result.
#[component]
pub fn ResultPage() -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.result;
    move || {
        let (Some(pack), Some(outcome)) = (state.pack_in_force.get(), state.outcome.get()) else {
            return view! { <EmptyState text=words.empty /> }.into_any();
        };
        let judging = outcome.judging;
        let basics = outcome.basics.iter().map(|basic| {
            view! { <BasicPart basic=basic.clone() pack=Arc::clone(&pack) judging=judging /> }
        });
        let stars = outcome.stars.iter().map(|star| {
            view! { <StarPart star=star.clone() pack=Arc::clone(&pack) /> }
        });
        // That period, for others: a link to everything would hand out the whole phone.
        let export = state
            .assessment
            .with(|one| {
                one.as_ref()
                    .map_or(Route::Data, |one| Route::Export(one.id))
            })
            .to_string();
        let print = Callback::new(|()| {
            // A browser without printing does nothing; the page stays as it is.
            let _ = window().print();
        });
        view! {
            <Heading pack=Arc::clone(&pack) outcome=Arc::clone(&outcome) />
            {basics.collect_view()}
            {stars.collect_view()}
            <Tables />
            <Foot pack=Arc::clone(&pack) />
            <ActionRow>
                <ButtonLink label=words.export href=export />
                <Button label=words.print on_press=print />
                <ButtonLink label=texts.home.history href=Route::History.to_string() />
            </ActionRow>
        }
        .into_any()
    }
}

/// What it all amounts to, with the pictures.
#[component]
fn Heading(pack: Arc<StandardPack>, outcome: Arc<Outcome>) -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let words = &texts.result;
    let basics = match outcome.basics_state {
        BasicsState::Met => words.basics_met,
        BasicsState::MetSoFar => words.basics_met_so_far,
        BasicsState::Unmet => words.basics_unmet,
        BasicsState::Incomplete => words.basics_incomplete,
        BasicsState::NothingDue => words.basics_nothing_due,
    };
    let lines = what_it_amounts_to(&pack, &outcome, language);
    let present: Vec<_> = outcome
        .vetoes
        .iter()
        .filter(|veto| veto.answer == Some(VetoAnswer::Present))
        .map(|veto| veto.id.clone())
        .collect();
    let vetoed = (!present.is_empty()).then(|| {
        let names = item_names(&pack, &present, language);
        view! { <Notice kind=NoticeKind::Warning title=words.vetoes_present text=names /> }
    });
    let basics_name = say(&pack.names.basics, language);
    let stars_name = say(&pack.names.stars, language);
    let bars = basic_parts(state, language);
    let shapes = star_parts(state, language);
    let period = state
        .assessment
        .with_untracked(|one| one.as_ref().map(|one| (texts.facts.quarter)(one.period)));
    let name = state
        .organization
        .with_untracked(|one| one.as_ref().map(|one| organization_name(one, texts)));
    let name = name.unwrap_or_default();
    view! {
        <p class="whose">{name}" · "{period}</p>
        {vetoed}
        <section class="result-heading">
            {(!outcome.basics.is_empty()).then(|| view! {
                <h2>{basics}</h2>
                <BasicsPicture label=basics_name.clone() parts=bars />
            })}
            <StarsPicture label=stars_name.clone() parts=shapes />
            <MustLine />
            <ul class="reasons">
                {lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
            </ul>
        </section>
    }
}

/// What it all amounts to, line by line.
fn what_it_amounts_to(pack: &StandardPack, outcome: &Outcome, language: Language) -> Vec<String> {
    let words = &language.texts().result;
    let scored = outcome.sum_maximum > 0;
    let mut lines = Vec::new();
    for id in &outcome.basics_vetoed_by {
        lines.push((words.basics_vetoed)(item_name(pack, id, language)));
    }
    if scored {
        let counting = |star: &&StarOutcome| {
            !matches!(star.state, StarState::Named | StarState::NotApplicable)
        };
        lines.push((words.stars_counted)(
            outcome.stars_counted,
            outcome.stars.iter().filter(counting).count(),
        ));
        if let Some(most) = outcome.stars_limited_by.iter().map(|(_, most)| *most).min()
            && outcome.stars_won > most
        {
            lines.push((words.stars_limited)(outcome.stars_won, most));
        }
        lines.push((words.sum)(outcome.sum, outcome.sum_maximum));
        if let Some(needed) = outcome.sum_needed {
            match outcome.all_stars {
                AllStars::Won => lines.push((words.all_stars_won)(needed)),
                AllStars::NotWon => lines.push((words.all_stars_not)(needed)),
                AllStars::Incomplete => lines.push((words.all_stars_open)(needed)),
                AllStars::NotOffered => {}
            }
        }
        if let Some(grade) = outcome.grade.and_then(|place| pack.award.grades.get(place)) {
            lines.push((words.grade)(say(&grade.title, language)));
        }
        if outcome.bonus.points > 0 {
            lines.push((words.base_and_bonus)(outcome.sum, outcome.bonus.points));
        }
    } else if let Some(note) = &pack.stars_note {
        lines.push(say(note, language));
    }
    if outcome.vetoes_open() > 0 {
        lines.push((words.vetoes_open)(outcome.vetoes_open()));
    }
    lines
}

/// One basic with its reasons; its indicators are folded.
#[component]
fn BasicPart(basic: BasicOutcome, pack: Arc<StandardPack>, judging: JudgingDay) -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let Some(of_pack) = pack.basic(&basic.key) else {
        return ().into_any();
    };
    let reasons = basic_reasons(&basic, &pack, language);
    let mark = basic.state;
    let title = say(&of_pack.title, language);
    let rows = {
        let (basic, pack) = (basic.clone(), Arc::clone(&pack));
        move || {
            let counted = basic.indicators.iter().filter(|one| one.standing.counts());
            let rows = counted.map(|one| {
                let standing = one.standing;
                let lines = [
                    basis_sentence(one, judging, texts),
                    under_way(state, &one.id, texts),
                ];
                let lines: Vec<String> = lines.into_iter().flatten().collect();
                view! {
                    <ListLink
                        title=item_name(&pack, &one.id, language)
                        href=Route::Indicator(one.id.clone()).to_string()
                        subtitle=lines.join(" · ")
                    >
                        <StandingMark standing=standing />
                    </ListLink>
                }
                .into_any()
            });
            let rows: Vec<AnyView> = rows.collect();
            view! { <LinkList>{rows}</LinkList> }
        }
    };
    view! {
        <section class="card">
            <h2>{title}</h2>
            <BasicMark state=mark />
            <ul class="reasons">
                {reasons.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
            </ul>
            <Disclosure summary=texts.result.reasons>{rows()}</Disclosure>
        </section>
    }
    .into_any()
}

/// One star with its reasons and the shortest way to it; its indicators are folded.
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
    let rows = {
        let (star, pack) = (star.clone(), Arc::clone(&pack));
        move || {
            let scored = star.indicators.iter().map(|one| {
                let points = match one.points {
                    Some(points) => (texts.assess.points)(points, one.maximum),
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
            <h2>{title}</h2>
            <StarMark state=star.state />
            {(star.state == StarState::Named)
                .then(|| view! { <p class="hint">{texts.assess.named_hint}</p> })}
            <ul class="reasons">
                {grade.map(|grade| view! { <li>{grade}</li> })}
                {reasons.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
            </ul>
            <Way way=Signal::stored(star.way.clone()) pack=pack />
            <Disclosure summary=texts.result.reasons>{rows()}</Disclosure>
        </section>
    }
    .into_any()
}

/// The fewest indicators that would win a star, or why none can.
#[component]
pub fn Way(
    /// The way, if the star is not won.
    #[prop(into)]
    way: Signal<Option<WayToStar>>,
    /// The pack, for the names.
    pack: Arc<StandardPack>,
) -> impl IntoView {
    let (words, language) = (&texts().result, language());
    move || match way.get()? {
        WayToStar::RuledOutBy(ids) => {
            let text = (words.way_ruled_out)(item_names(&pack, &ids, language));
            Some(view! { <p>{text}</p> }.into_any())
        }
        WayToStar::OutOfReach => Some(view! { <p>{words.way_out_of_reach}</p> }.into_any()),
        WayToStar::Fewest(steps) => {
            let rows = steps.iter().map(|step| {
                let through = match (step.open, step.through.is_empty()) {
                    (true, _) => words.way_open.to_owned(),
                    (false, false) => {
                        (words.way_through)(item_names(&pack, &step.through, language))
                    }
                    (false, true) => String::new(),
                };
                let gain = (words.way_gain)(step.gain);
                view! {
                    <ListLink
                        title=format!("{} {gain}", item_name(&pack, &step.id, language))
                        subtitle=through
                        href=Route::Indicator(step.id.clone()).to_string()
                    />
                }
                .into_any()
            });
            let rows: Vec<AnyView> = rows.collect();
            Some(
                view! {
                    <p class="way-title">{words.way_title}</p>
                    <LinkList>{rows}</LinkList>
                }
                .into_any(),
            )
        }
    }
}

/// What the result was reckoned from.
#[component]
fn Foot(pack: Arc<StandardPack>) -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let words = &texts.result;
    let local = state
        .organization
        .with_untracked(|one| one.as_ref().map_or(0, |one| one.local.judging_changes()));
    let reference = state
        .assessment
        .with_untracked(|one| one.as_ref().map(|one| one.pack.clone()));
    let issued = state.pack.get_untracked();
    let hash = issued.and_then(|pack| {
        state
            .workspace
            .with_untracked(|workspace| hash(&as_written(workspace, &pack)).ok())
    });
    let changed = reference
        .zip(hash)
        .is_some_and(|(reference, hash)| hash != reference.hash);
    view! {
        <p class="hint">{(words.pack)(say(&pack.title, language), pack.version.clone())}</p>
        {changed.then(|| view! { <p class="hint">{words.pack_changed}</p> })}
        {(local > 0).then(|| view! { <p class="hint">{(words.local_changes)(local)}</p> })}
        <p class="hint">{say(&pack.disclaimer, language)}</p>
    }
}
