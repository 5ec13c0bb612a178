//! 自评: the basics and the stars as a list, with how far each is looked at.
//!
//! Not here: the indicators themselves (`basic`, `star`).

use crate::app::state::AppState;
use crate::assessment::{BasicState, Progress, StarState};
use crate::ui::answering::vetoes_hint;
use crate::ui::components::{BasicMark, ButtonLink, LinkList, ListLink, ProgressLine, StarMark};
use crate::ui::later::Later;
use crate::ui::parts::{InPages, Wanted};
use crate::ui::route::Route;
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;

/// The list of what can be assessed.
#[component]
pub fn AssessPage() -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let words = &texts.assess;
    let pack = state.pack_in_force.get_untracked();
    let progress = Memo::new(move |_| {
        let found = state.pack_in_force.get().zip(state.outcome.get());
        found
            .map(|(pack, outcome)| outcome.progress(&pack))
            .unwrap_or_default()
    });
    let all = Signal::derive(move || progress.get().all);
    let done = Signal::derive(move || progress.get().done);
    let basics = pack.iter().flat_map(|pack| &pack.basics).map(|basic| {
        let key = basic.key.clone();
        let found = Memo::new(move |_| {
            state.outcome.with(|outcome| {
                let basic = outcome.as_ref()?.basic(&key)?;
                Some((basic.state, basic.progress()))
            })
        });
        let subtitle = Signal::derive(move || {
            let progress = found.get().map_or(Progress::default(), |one| one.1);
            (texts.common.picture_checked)(progress.done, progress.all)
        });
        let mark = Signal::derive(move || found.get().map_or(BasicState::NothingDue, |one| one.0));
        view! {
            <ListLink
                title=say(&basic.title, language)
                href=Route::Basic(basic.key.clone()).to_string()
                subtitle=subtitle
            >
                <BasicMark state=mark />
            </ListLink>
        }
        .into_any()
    });
    let basics: Vec<AnyView> = basics.collect();
    let stars = pack.iter().flat_map(|pack| &pack.stars).map(|star| {
        let key = star.key.clone();
        let found = Memo::new(move |_| {
            state.outcome.with(|outcome| {
                let star = outcome.as_ref()?.star(&key)?;
                Some((star.state, star.score, star.maximum, star.pass))
            })
        });
        let subtitle = Signal::derive(move || match found.get() {
            Some((_, score, maximum, pass)) if maximum > 0 => {
                format!(
                    "{} · {}",
                    (words.points)(score, maximum),
                    (words.pass_line)(pass)
                )
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
                <StarMark state=mark />
            </ListLink>
        }
        .into_any()
    });
    let stars: Vec<AnyView> = stars.collect();
    let names = pack.as_ref().map(|pack| {
        (
            say(&pack.names.basics, language),
            say(&pack.names.stars, language),
        )
    });
    let (basics_name, stars_name) = names.unwrap_or_default();
    let has_stars = pack.as_ref().is_some_and(|pack| !pack.stars.is_empty());
    let has_basics = !basics.is_empty();
    let has_musts = pack
        .as_ref()
        .is_some_and(|pack| pack.indicators().any(|one| one.must));
    let note = pack
        .as_ref()
        .and_then(|pack| pack.stars_note.as_ref())
        .map(|note| say(note, language));
    let hint = pack.as_ref().map(|pack| vetoes_hint(pack));
    let has_extras = pack
        .as_ref()
        .is_some_and(|pack| !pack.vetoes.is_empty() || !pack.bonuses.is_empty());
    view! {
        <ProgressLine done=done all=all />
        <Show when=move || state.ledger.with(|ledger| !ledger.rectifications.is_empty())>
            <Later wanted=Wanted::InPages(InPages::FromBefore) />
        </Show>
        {has_musts.then(|| view! {
            <ButtonLink label=texts.home.must_only href=Route::Must.to_string() />
        })}
        {has_basics.then(|| view! {
            <h2>{basics_name}</h2>
            <LinkList>{basics}</LinkList>
        })}
        <h2>{stars_name}</h2>
        {note.map(|note| view! { <p class="hint">{note}</p> })}
        {has_stars.then(|| view! { <LinkList>{stars}</LinkList> })}
        {has_extras.then(|| view! {
            <LinkList>
                <ListLink
                    title=words.extras_title
                    href=Route::Extras.to_string()
                    subtitle=hint.unwrap_or_default()
                />
            </LinkList>
        })}
        <ButtonLink label=words.to_result href=Route::Result.to_string() />
    }
}
