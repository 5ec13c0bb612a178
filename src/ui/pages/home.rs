//! 首页: what to make good this quarter, what falls due next, go on where the user was.
//!
//! Not here: more than a dozen things to tap.

use crate::app::state::AppState;
use crate::assessment::{OpenPart, due_next, period_to_begin};
use crate::duty::days_to_term_end;
use crate::standard::StandardPack;
use crate::ui::clock_notice::ClockNotice;
use crate::ui::components::{
    BasicsPicture, Button, ButtonLink, LinkList, ListLink, Notice, NoticeKind, StandingMark,
    StarsPicture, Weight,
};
use crate::ui::duty_words::{duty_title, when_and_who};
use crate::ui::lazy_part::WhenHere;
use crate::ui::must_line::{MustLine, must_items};
use crate::ui::parts::{InPages, Wanted};
use crate::ui::pictures::{basic_parts, star_parts};
use crate::ui::route::Route;
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;

/// How many items to make good are named here; the rest is one tap away.
const NAMED: usize = 3;

/// The home page.
#[component]
pub fn HomePage() -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let words = &texts.home;
    let (basics_name, stars_name) = part_names(state, language);
    let basics_name = StoredValue::new(basics_name);
    let example = Memo::new(move |_| {
        state
            .organization
            .with(|one| one.as_ref().is_some_and(|one| one.example))
    });
    let remove = Callback::new(move |()| state.remove_example());
    let outcome = state.outcome;
    let (bars, shapes) = (basic_parts(state, language), star_parts(state, language));
    view! {
        <ClockNotice />
        <Show when=move || example.get()>
            <Notice title=words.example_title text=words.example_text>
                <Button label=words.example_remove on_press=remove />
            </Notice>
        </Show>
        <TermNotice />
        <GoOn />
        <Show when=move || outcome.with(Option::is_some)>
            <Show when=move || bars.with(|bars| !bars.is_empty())>
                <BasicsPicture label=basics_name.get_value() parts=bars />
            </Show>
            <StarsPicture label=stars_name.clone() parts=shapes />
            <MustLine />
            <ButtonLink label=words.result href=Route::Result.to_string() />
        </Show>
        <MakeGood />
        <DueNext />
        <WhenHere wanted=Wanted::InPages(InPages::HomeReminder) />
        <p class="hint">{texts.common.reference_only}</p>
    }
}

/// The names of the two parts, read aloud before the pictures.
fn part_names(state: AppState, language: crate::text::Language) -> (String, String) {
    state.pack.with_untracked(|pack| match pack {
        Some(pack) => (
            say(&pack.names.basics, language),
            say(&pack.names.stars, language),
        ),
        None => Default::default(),
    })
}

/// The end of term: twelve months ahead, and after it has passed (届满提醒).
#[component]
fn TermNotice() -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().home);
    move || {
        let end = state
            .organization
            .with(|one| one.as_ref().and_then(|one| one.term_end))?;
        let left = days_to_term_end(end, state.today()?)?;
        let (kind, text) = match left {
            1.. => (NoticeKind::Info, (words.term_in_days)(left)),
            0 => (NoticeKind::Warning, words.term_today.to_owned()),
            _ => (NoticeKind::Warning, (words.term_over)(-left)),
        };
        Some(view! { <Notice kind=kind text=text /> })
    }
}

/// Where the user was, or the next period.
#[component]
fn GoOn() -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.home;
    let looked_at = Memo::new(move |_| {
        let (pack, outcome) = (state.pack_in_force.get(), state.outcome.get());
        let found = pack.zip(outcome);
        found
            .map(|(pack, outcome)| outcome.progress(&pack))
            .unwrap_or_default()
    });
    let first_open = Memo::new(move |_| {
        let (pack, outcome) = (state.pack_in_force.get(), state.outcome.get());
        let found = pack.zip(outcome);
        let open = found
            .as_ref()
            .and_then(|(pack, outcome)| outcome.first_open(pack));
        match open {
            Some(OpenPart::Basic(key)) => Route::Basic(key.to_owned()),
            Some(OpenPart::Star(key)) => Route::Star(key.to_owned()),
            None => Route::Assess,
        }
    });
    let musts = must_items(state);
    let musts_left = Memo::new(move |_| musts.with(|musts| !musts.open.is_empty()));
    let next = Memo::new(move |_| {
        let (organization, open) = state
            .assessment
            .with(|one| one.as_ref().map(|one| (one.organization, one.period)))?;
        let now = state.this_quarter()?;
        state.workspace.with(|workspace| {
            let own = workspace.assessments_of(organization).into_iter();
            period_to_begin(open, now, own.map(|one| one.period))
        })
    });
    let begin = Callback::new(move |()| {
        if let Some(period) = next.get_untracked() {
            state.start_period(period);
        }
    });
    let label = Signal::derive(move || match looked_at.get().left() {
        0 => words.go_on_none.to_owned(),
        left => format!("{} · {}", words.go_on, (words.go_on_left)(left)),
    });
    let href = Signal::derive(move || first_open.get().to_string());
    let new_label = Signal::derive(move || {
        next.get()
            .map(|period| (words.new_period)((texts.facts.quarter)(period)))
            .unwrap_or_default()
    });
    view! {
        <Show when=move || next.get().is_some()>
            <Button label=new_label weight=Weight::Primary on_press=begin />
        </Show>
        <ButtonLink label=label href=href weight=Weight::Primary />
        <Show when=move || musts_left.get()>
            <ButtonLink label=words.must_only href=Route::Must.to_string() />
        </Show>
    }
}

/// What is unmet or only partly met; must-items first.
#[component]
fn MakeGood() -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let words = &texts.home;
    let found = Memo::new(move |_| {
        state.outcome.with(|outcome| {
            let found = outcome.iter().flat_map(|outcome| outcome.to_make_good());
            let found = found.map(|one| (one.id.clone(), one.standing));
            found.collect::<Vec<_>>()
        })
    });
    let rows = move || {
        let pack = state.pack_in_force.get()?;
        let found = found.get();
        if found.is_empty() {
            return Some(view! { <p class="hint">{words.make_good_none}</p> }.into_any());
        }
        let named = found.iter().take(NAMED).filter_map(|(id, standing)| {
            let (basic, indicator) = pack.indicator(id)?;
            let standing = *standing;
            Some(
                view! {
                    <ListLink
                        title=say(&indicator.title, language)
                        subtitle=say(&basic.title, language)
                        href=Route::Indicator(id.clone()).to_string()
                    >
                        <StandingMark standing=standing />
                    </ListLink>
                }
                .into_any(),
            )
        });
        let named: Vec<AnyView> = named.collect();
        let all = (found.len() > NAMED).then(|| {
            let label = (words.make_good_more)(found.len());
            view! { <ButtonLink label=label href=Route::Unmet.to_string() weight=Weight::Quiet /> }
        });
        Some(view! { <LinkList>{named}</LinkList>{all} }.into_any())
    };
    view! {
        <h2>{words.make_good}</h2>
        {rows}
    }
}

/// What falls due in the next quarter and is not due in this one.
#[component]
fn DueNext() -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let words = &texts.home;
    let line = move || {
        let pack = state.pack_in_force.get()?;
        let period = state
            .assessment
            .with(|one| one.as_ref().map(|one| one.period))?;
        let next = period.next();
        let names = newly_due(&pack, state, language);
        if names.is_empty() {
            return Some(words.due_next_none.to_owned());
        }
        let count = (words.due_next_quarter)(names.len(), (texts.facts.quarter)(next));
        let joined = names.iter().take(4).cloned().collect::<Vec<_>>().join("、");
        let more = if names.len() > 4 { "……" } else { "" };
        Some(format!("{count}：{joined}{more}"))
    };
    view! {
        <h2>{words.due_next}</h2>
        <DutiesDue />
        <p>{line}</p>
    }
}

/// What is late or due in the responsibility checklist, the most pressing first.
#[component]
fn DutiesDue() -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let rows = move || {
        let (pack, today) = (state.pack_in_force.get()?, state.today()?);
        let agenda = state.agenda.get();
        let rows = agenda.most_pressing(NAMED).into_iter();
        let rows = rows.filter_map(|one| {
            let duty = pack.checklist.duty(&one.duty)?;
            let when = when_and_who(one, duty, today, texts);
            let title = duty_title(duty, language);
            let href = Route::Duty(one.duty.clone()).to_string();
            Some(view! { <ListLink title=title subtitle=when href=href /> }.into_any())
        });
        let rows: Vec<AnyView> = rows.collect();
        (!rows.is_empty()).then(|| view! { <LinkList>{rows}</LinkList> })
    };
    view! { {rows} }
}

/// What is not due yet and will be by the end of the next quarter.
fn newly_due(pack: &StandardPack, state: AppState, language: crate::text::Language) -> Vec<String> {
    let found = state.outcome.with(|outcome| {
        let outcome = outcome.as_ref()?;
        let organization_term_end = state
            .organization
            .with(|one| one.as_ref().and_then(|one| one.term_end));
        let ids = due_next(pack, outcome, organization_term_end);
        let names = ids
            .into_iter()
            .filter_map(|id| Some(say(&pack.indicator(&id)?.1.title, language)));
        Some(names.collect())
    });
    found.unwrap_or_default()
}
