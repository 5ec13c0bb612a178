//! 结果: where the organisation stands, what is to be made good, and everything, folded.
//!
//! - `lacking`: what is to be made good, each with its way; `way`: the shortest way to a star.
//! - `everything`: every basic and star with all its items.
//!
//! Not here: any comparison with other organisations.

mod everything;
mod lacking;
mod row;
mod way;

pub use way::Way;

use self::everything::Everything;
use self::lacking::Lacking;
use super::home::Next;
use crate::app::standards::hash_as_written;
use crate::app::state::AppState;
use crate::assessment::{BasicsState, Outcome, Situation, UpNext, up_next};
use crate::handout::HandoutKind;
use crate::standard::StandardPack;
use crate::text::part_words::{limited, the_whole};
use crate::text::reason_words::parts_counted;
use crate::text::{Language, Texts};
use crate::ui::components::{
    ActionRow, BasicsPicture, ButtonLink, Disclosure, EmptyState, StarsPicture, Weight,
};
use crate::ui::must_line::MustLine;
use crate::ui::naming::organization_name;
use crate::ui::pages::list_alone::ListAlone;
use crate::ui::pictures::{basic_parts, star_parts};
use crate::ui::route::Route;
use crate::ui::situation_words::sentence;
use crate::ui::speech::{item_name, language, say, texts};
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
        if pack.is_list_alone() {
            return view! { <ListAlone /> }.into_any();
        }
        let (of_all, for_all) = (Arc::clone(&outcome), Arc::clone(&pack));
        // That period, for others: a link to everything would hand out the whole phone.
        let export = state
            .assessment
            .with(|one| {
                one.as_ref()
                    .map_or(Route::Data, |one| Route::Export(one.id))
            })
            .to_string();
        let report = Route::Handout(HandoutKind::Report.key().to_owned()).to_string();
        let next = state
            .today()
            .map(|today| up_next(&pack, &outcome, None, &[], today));
        let next = next.filter(|next| *next != UpNext::Result);
        let weight = match next {
            Some(_) => Weight::Secondary,
            None => Weight::Primary,
        };
        view! {
            <div class="columns">
                <div class="column">
                    <p class="whose">{whose_and_when(state, texts)}</p>
                    {next.map(|next| view! { <Next next=next /> })}
                    <ActionRow>
                        <ButtonLink label=texts.home.make_report href=report weight=weight />
                        <ButtonLink label=words.export href=export />
                        <ButtonLink label=texts.home.history href=Route::History.to_string() />
                        {reviewed(state, texts)}
                    </ActionRow>
                    <Heading pack=Arc::clone(&pack) outcome=Arc::clone(&outcome) />
                </div>
                <div class="column">
                    <Lacking pack=Arc::clone(&pack) outcome=Arc::clone(&outcome) />
                </div>
            </div>
            <Disclosure summary=words.everything>
                <Everything pack=Arc::clone(&for_all) outcome=Arc::clone(&of_all) />
            </Disclosure>
            <Foot pack=Arc::clone(&pack) />
        }
        .into_any()
    }
}

/// The way to what whoever checked the period found, if anything was.
fn reviewed(state: AppState, texts: &'static Texts) -> impl IntoView {
    let period = state
        .assessment
        .with(|one| one.as_ref().map(|one| one.period));
    let any = period.is_some_and(|period| {
        state
            .ledger
            .with(|ledger| ledger.reviews.values().any(|one| one.period == period))
    });
    let label = texts.review.side_by_side;
    any.then(|| view! { <ButtonLink label=label href=Route::Review.to_string() /> })
}

/// What it all amounts to, with the pictures.
#[component]
fn Heading(pack: Arc<StandardPack>, outcome: Arc<Outcome>) -> impl IntoView {
    let (state, language) = (AppState::expect(), language());
    let situation = outcome.situation(&pack);
    let said = sentence(&situation, &pack, language);
    let lines = what_it_amounts_to(&pack, &outcome, &situation, language);
    let basics_name = say(&pack.names.basics, language);
    let stars_name = say(&pack.names.stars, language);
    let bars = basic_parts(state, language);
    let shapes = star_parts(state, language);
    let has_basics = !outcome.basics.is_empty();
    view! {
        <section class="card home-summary">
            <h2 class="home-sentence">{said}</h2>
            {has_basics.then(|| view! { <BasicsPicture label=basics_name parts=bars /> })}
            <StarsPicture label=stars_name parts=shapes />
            {(!lines.is_empty())
                .then(|| {
                    let lines = lines.into_iter().map(|line| view! { <li>{line}</li> });
                    view! { <ul class="reasons small">{lines.collect_view()}</ul> }
                })}
        </section>
        <MustLine />
    }
}

/// The organisation, the period and the day on which this is looked at, of which the last two are
/// not torn apart at the end of a line.
fn whose_and_when(state: AppState, texts: &Texts) -> impl IntoView + use<> {
    let period = state
        .assessment
        .with_untracked(|one| one.as_ref().map(|one| (texts.facts.quarter)(one.period)));
    let name = state
        .organization
        .with_untracked(|one| one.as_ref().map(|one| organization_name(one, texts)));
    // With its year, as papers have it.
    let today = state.today().map(|today| (texts.facts.day)(today, 0));
    let times = [period, today].into_iter().flatten();
    let times = times.map(|time| {
        view! {
            " · "
            <span class="unbroken">{time}</span>
        }
    });
    view! {
        {name}
        {times.collect_view()}
    }
}

/// How the parts without points stand, by the name that the pack has for them.
fn basics_line(pack: &StandardPack, state: BasicsState, language: Language) -> String {
    let texts = language.texts();
    let (words, marks) = (&texts.result, &texts.common);
    let (of_five, of_others) = match state {
        BasicsState::Met => (words.basics_met, marks.basic_met),
        BasicsState::MetSoFar => (words.basics_met_so_far, marks.basic_met_so_far),
        BasicsState::Unmet => (words.basics_unmet, marks.basic_unmet),
        BasicsState::Incomplete => (words.basics_incomplete, marks.basic_incomplete),
        BasicsState::NothingDue => (words.basics_nothing_due, marks.basic_nothing_due),
    };
    match pack.calls_them_five_basics() {
        true => of_five.to_owned(),
        false => (texts.me.labelled)(&say(&pack.names.basics, language), of_others),
    }
}

/// What it all amounts to, line by line, but for what the sentence says.
fn what_it_amounts_to(
    pack: &StandardPack,
    outcome: &Outcome,
    situation: &Situation,
    language: Language,
) -> Vec<String> {
    let words = &language.texts().result;
    let scored = outcome.sum_maximum > 0;
    let is_said = matches!(
        situation,
        Situation::Unmet { .. } | Situation::Reached { .. }
    );
    let mut lines = Vec::new();
    // Before anything was looked at, there is nothing to be said.
    if matches!(situation, Situation::Untouched { .. }) {
        return lines;
    }
    if !is_said && !pack.basics.is_empty() {
        lines.push(basics_line(pack, outcome.basics_state, language));
    }
    for id in &outcome.basics_vetoed_by {
        let name = item_name(pack, id, language);
        lines.push(match pack.calls_them_five_basics() {
            true => (words.basics_vetoed)(name),
            false => (words.basics_vetoed_named)(name, say(&pack.names.basics, language)),
        });
    }
    if scored {
        if !is_said {
            let of = outcome.stars_at_stake();
            lines.push(parts_counted(outcome.stars_counted, of, pack, language));
        }
        if let Some(most) = outcome.stars_limited_by.iter().map(|(_, most)| *most).min()
            && outcome.stars_won > most
        {
            lines.push(limited(outcome.stars_won, most, pack, language));
        }
        lines.push((words.sum)(
            pack.points(outcome.sum),
            pack.points(outcome.sum_maximum),
        ));
        if let Some(needed) = outcome.sum_needed.map(|needed| pack.points(needed)) {
            lines.extend(the_whole(outcome.all_stars, needed, pack, language));
        }
        if let Some(grade) = outcome.grade.and_then(|place| pack.award.grades.get(place)) {
            lines.push((words.grade)(say(&grade.title, language)));
        }
        for id in &outcome.grade_limited_by {
            lines.push((words.grade_limited)(item_name(pack, id, language)));
        }
        if outcome.bonus.points > 0 {
            lines.push((words.base_and_bonus)(
                pack.points(outcome.sum),
                pack.points(outcome.bonus.points),
            ));
        }
    } else if let Some(note) = &pack.stars_note {
        lines.push(say(note, language));
    }
    if outcome.vetoes_open() > 0 {
        lines.push((words.vetoes_open)(outcome.vetoes_open()));
    }
    lines
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
            .with_untracked(|workspace| hash_as_written(workspace, &pack))
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
