//! 自评: the basics and the stars as a list, with how far each is looked at.
//!
//! Not here: the indicators themselves (`basic`, `star`).

use super::home::Next;
use super::list_alone::{ListAlone, list_alone};
use crate::app::state::AppState;
use crate::assessment::{BasicState, Progress, StarState, UpNext, up_next};
use crate::standard::StandardPack;
use crate::text::Language;
use crate::text::part_words::vetoes_hint;
use crate::ui::answering::SameInQuarter;
use crate::ui::components::{BasicMark, ButtonLink, LinkList, ListLink, ProgressLine, StarMark};
use crate::ui::lazy_part::LazyPart;
use crate::ui::parts::{InPages, Wanted};
use crate::ui::route::Route;
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;

/// The list of what can be assessed, or the way to the list of responsibilities, which is all.
#[component]
pub fn AssessPage() -> impl IntoView {
    let state = AppState::expect();
    let alone = list_alone(state);
    move || match alone.get() {
        true => view! { <ListAlone /> }.into_any(),
        false => view! { <Assessed /> }.into_any(),
    }
}

#[component]
fn Assessed() -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let words = &texts.assess;
    let progress = Memo::new(move |_| {
        let found = state.pack_in_force.get().zip(state.outcome.get());
        found
            .map(|(pack, outcome)| outcome.progress(&pack))
            .unwrap_or_default()
    });
    let all = Signal::derive(move || progress.get().all);
    let done = Signal::derive(move || progress.get().done);
    let next = Memo::new(move |_| {
        let (pack, outcome) = state.pack_in_force.get().zip(state.outcome.get())?;
        Some(up_next(&pack, &outcome, None, &[], state.today()?))
    });
    let pack = state.pack_in_force.get_untracked();
    let parts = pack.map(|pack| parts(state, &pack, next, language));
    view! {
        <ProgressLine done=done all=all />
        <SameInQuarter />
        <Show when=move || state.ledger.with(|ledger| !ledger.rectifications.is_empty())>
            <LazyPart wanted=Wanted::InPages(InPages::FromBefore) />
        </Show>
        {move || next.get().map(|next| view! { <Next next=next /> })}
        {parts}
        <Show when=move || next.get() != Some(UpNext::Result)>
            <ButtonLink label=words.to_result href=Route::Result.to_string() />
        </Show>
    }
}

/// Everything that is asked, the must-items before the rest and what weighs on the stars behind it.
fn parts(
    state: AppState,
    pack: &StandardPack,
    next: Memo<Option<UpNext>>,
    language: Language,
) -> impl IntoView + use<> {
    let texts = language.texts();
    let words = &texts.assess;
    let has_musts = pack.indicators().any(|one| one.must);
    let has_extras = !pack.vetoes.is_empty() || !pack.bonuses.is_empty();
    let musts = has_musts.then(|| {
        let href = Route::Must.to_string();
        // What was looked at needs no second way.
        let is_wanted = Memo::new(move |_| {
            let is_next = next.get() == Some(UpNext::Musts);
            let is_open = state.outcome.with(|outcome| {
                let outcome = outcome.as_ref();
                outcome.is_some_and(|one| !one.must_items().open.is_empty())
            });
            is_open && !is_next
        });
        view! {
            <Show when=move || is_wanted.get()>
                <ButtonLink label=texts.home.must_only href=href.clone() />
            </Show>
        }
    });
    let hint = vetoes_hint(pack, language);
    let extras = has_extras.then(|| {
        view! {
            <LinkList>
                <ListLink
                    title=words.extras_title
                    href=Route::Extras.to_string()
                    subtitle=hint
                />
            </LinkList>
        }
    });
    view! {
        {musts}
        <div class="columns">
            <div class="column">{basics(state, pack, language)}</div>
            <div class="column">{stars(state, pack, language)}</div>
        </div>
        {extras}
    }
}

/// The basics, each with how far it is looked at; `None` if the pack has none.
fn basics(state: AppState, pack: &StandardPack, language: Language) -> Option<AnyView> {
    let words = &language.texts().common;
    let rows = pack.basics.iter().map(|basic| {
        let key = basic.key.clone();
        let found = Memo::new(move |_| {
            state.outcome.with(|outcome| {
                let basic = outcome.as_ref()?.basic(&key)?;
                Some((basic.state, basic.progress()))
            })
        });
        let subtitle = Signal::derive(move || {
            let progress = found.get().map_or(Progress::default(), |one| one.1);
            (words.picture_checked)(progress.done, progress.all)
        });
        let mark = Signal::derive(move || found.get().map_or(BasicState::NothingDue, |one| one.0));
        let begun = Signal::derive(move || found.get().is_some_and(|one| one.1.done > 0));
        view! {
            <ListLink
                title=say(&basic.title, language)
                href=Route::Basic(basic.key.clone()).to_string()
                subtitle=subtitle
            >
                <BasicMark state=mark begun=begun />
            </ListLink>
        }
        .into_any()
    });
    let rows: Vec<AnyView> = rows.collect();
    let list = || {
        view! {
            <h2>{say(&pack.names.basics, language)}</h2>
            <LinkList>{rows}</LinkList>
        }
    };
    (!pack.basics.is_empty()).then(|| list().into_any())
}

/// The stars, each with its points so far.
fn stars(state: AppState, pack: &StandardPack, language: Language) -> AnyView {
    let words = &language.texts().assess;
    let unit = pack.points_unit;
    let pass_line = match pack.calls_them_stars() {
        true => words.pass_line,
        false => words.part_pass_line,
    };
    let rows = pack.stars.iter().map(|star| {
        let key = star.key.clone();
        let found = Memo::new(move |_| {
            state.outcome.with(|outcome| {
                let star = outcome.as_ref()?.star(&key)?;
                Some((star.state, star.score, star.maximum, star.pass))
            })
        });
        let of_progress = star.key.clone();
        let begun = Memo::new(move |_| {
            let found = state.pack_in_force.get().zip(state.outcome.get());
            found.is_some_and(|(pack, outcome)| {
                let star = outcome.star(&of_progress);
                star.is_some_and(|star| star.progress(&pack).done > 0)
            })
        });
        let subtitle = Signal::derive(move || match found.get() {
            Some((_, score, maximum, pass)) if maximum > 0 => {
                let points = (words.points)(unit.of(score), unit.of(maximum));
                format!("{points} · {}", pass_line(unit.of(pass)))
            }
            _ => String::new(),
        });
        let mark = Signal::derive(move || found.get().map_or(StarState::Named, |one| one.0));
        view! {
            <ListLink
                title=say(&star.title, language)
                href=Route::Star(star.key.clone()).to_string()
                subtitle=subtitle
            >
                <StarMark state=mark begun=begun />
            </ListLink>
        }
        .into_any()
    });
    let rows: Vec<AnyView> = rows.collect();
    let note = pack.stars_note.as_ref().map(|note| say(note, language));
    view! {
        <h2>{say(&pack.names.stars, language)}</h2>
        {note.map(|note| view! { <p class="hint">{note}</p> })}
        {(!rows.is_empty()).then(|| view! { <LinkList>{rows}</LinkList> })}
    }
    .into_any()
}
