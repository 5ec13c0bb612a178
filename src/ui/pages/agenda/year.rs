//! 全年: each duty in twelve months, and the months, each with how much of what closes in it is done.
//!
//! Not here: the months themselves (`month`).

use super::closing_in;
use crate::app::state::AppState;
use crate::duty::{DutyStanding, DutyState, Tally, YearStrip};
use crate::period::{Month, YEARS};
use crate::text::Texts;
use crate::ui::components::{ActionRow, ButtonLink, LinkList, Tone};
use crate::ui::duty_words::duty_title;
use crate::ui::icons::{Icon, IconName};
use crate::ui::route::Route;
use crate::ui::speech::{language, texts};
use leptos::prelude::*;
use std::sync::Arc;

/// Each duty with its twelve months, the way to its page.
#[component]
fn Strips(closing: Memo<Arc<Vec<DutyState>>>) -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let rows = move || {
        let Some(pack) = state.pack_in_force.get() else {
            return Vec::new();
        };
        let strips = closing.with(|closing| YearStrip::of(closing));
        let rows = strips.into_iter().filter_map(|strip| {
            let title = duty_title(pack.checklist.duty(&strip.duty)?, language);
            let href = Route::Duty(strip.duty.clone()).to_string();
            let (words, line) = (&texts.recording, strip_words(&strip, texts));
            let dots = (1_u8..).zip(strip.months.clone());
            let dots = dots.filter_map(|(month, standing)| Some(dot(month, &standing?)));
            Some(
                view! {
                    <li>
                        <a class="list-link moves" href=href>
                            <span class="list-link-text">
                                <span class="list-link-title">{title}</span>
                                <span class="list-link-subtitle">{line}</span>
                                <span class="strip" aria-hidden="true" title=words.strips>
                                    {dots.collect_view()}
                                </span>
                            </span>
                            <Icon name=IconName::Forward />
                        </a>
                    </li>
                }
                .into_any(),
            )
        });
        rows.collect::<Vec<AnyView>>()
    };
    view! {
        <h2>{texts.recording.strips}</h2>
        <LinkList>{rows}</LinkList>
    }
}

/// How many are done, and which months are late.
fn strip_words(strip: &YearStrip, texts: &Texts) -> String {
    let words = &texts.recording;
    let done = (words.strip_done)(strip.tally.done, strip.tally.all);
    let late = strip.late_months();
    if late.is_empty() {
        return done;
    }
    let names = late.into_iter().map(texts.duties.month_name);
    let names = names.collect::<Vec<_>>().join(" ");
    format!("{done} · {}", (words.strip_late)(names))
}

/// A month of a strip: its sign, with its number below.
fn dot(month: u8, standing: &DutyStanding) -> impl IntoView + use<> {
    let (icon, tone) = match standing {
        DutyStanding::Done(_) => (IconName::Check, Tone::Met),
        DutyStanding::Late => (IconName::Warning, Tone::Unmet),
        DutyStanding::Due => (IconName::Ring, Tone::Open),
        _ => (IconName::Dash, Tone::Quiet),
    };
    view! {
        <span class=tone.class() style:grid-column=month.to_string()>
            <Icon name=icon />
            {month}
        </span>
    }
}

/// The months of a year.
#[component]
pub fn YearPage(
    /// The year.
    year: i32,
) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().duties);
    let closing = closing_in(state, year);
    let months = (1..=12_u8).filter_map(|number| Month::new(year, number));
    let months = months.map(|month| {
        let of_month = Memo::new(move |_| {
            closing.with(|all| {
                let own = all.iter().filter(|one| month.holds(one.occurrence.closes));
                Tally::of(own)
            })
        });
        let subtitle = Signal::derive(move || {
            let tally = of_month.get();
            (words.year_row)(tally.done, tally.all, tally.late)
        });
        let is_late = Memo::new(move |_| of_month.with(|tally| tally.late > 0));
        view! {
            <li>
                <a class="month moves" href=Route::Month(month).to_string()>
                    <span class="month-name">{(words.month_name)(month.number())}</span>
                    " "
                    <span class="list-link-subtitle" class:overdue=move || is_late.get()>
                        {subtitle}
                    </span>
                </a>
            </li>
        }
        .into_any()
    });
    let months: Vec<AnyView> = months.collect();
    let beside = |year: i32| Route::Year(year.clamp(*YEARS.start(), *YEARS.end())).to_string();
    view! {
        <ul class="months">{months}</ul>
        <Strips closing=closing />
        <ActionRow>
            <ButtonLink label=words.previous_year href=beside(year - 1) />
            <ButtonLink label=words.next_year href=beside(year + 1) />
        </ActionRow>
    }
}
