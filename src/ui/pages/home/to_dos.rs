//! What is to be done now (待办), with the days that are left or over, and the button that does it.
//!
//! Not here: the whole list, which the checklist has (`agenda`).

use super::Seen;
use crate::app::state::AppState;
use crate::assessment::ToDo;
use crate::period::CivilDate;
use crate::standard::{Duty, StandardPack};
use crate::text::{Language, Texts};
use crate::ui::answering::until_words;
use crate::ui::components::{ButtonLink, Tone};
use crate::ui::duty_words::{duty_title, when_and_who};
use crate::ui::icons::{Icon, IconName};
use crate::ui::pages::agenda::Act;
use crate::ui::pages::rectifications::short_problem;
use crate::ui::route::Route;
use crate::ui::speech::{item_name, language, say, texts};
use leptos::prelude::*;

/// How many are shown; the rest is one tap away.
const SHOWN: usize = 3;

/// What is to be done, what presses most first.
#[component]
pub fn ToDos(seen: Memo<Option<Seen>>) -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let words = &texts.home;
    let late = move || {
        let today = state.today()?;
        let late = seen.with(|seen| {
            let to_dos = seen.as_ref().map(|seen| seen.to_dos.iter());
            let is_late = |one: &&ToDo| one.days_left(today).is_some_and(|days| days < 0);
            to_dos.into_iter().flatten().filter(is_late).count()
        });
        (late > 0).then(|| (words.to_do_late)(late))
    };
    let all = move || {
        let count = seen.with(|seen| seen.as_ref().map_or(0, |seen| seen.to_dos.len()));
        (words.to_do_all)(count)
    };
    let rows = move || {
        let pack = state.pack_in_force.get()?;
        let to_dos = seen.get()?.to_dos.into_iter().take(SHOWN);
        let rows = to_dos.filter_map(|to_do| {
            let shown = name_of(&to_do, state, &pack, texts, language)?;
            Some(row(shown, to_do, &pack, texts))
        });
        Some(rows.collect_view())
    };
    view! {
        <section class="card home-to-dos">
            <div class="home-to-dos-head">
                <h2>{words.to_do}{late}</h2>
                <a class="home-all" href=Route::Checklist.to_string()>
                    <span>{all}</span>
                    <Icon name=IconName::Forward />
                </a>
            </div>
            <ul>{rows}</ul>
        </section>
    }
}

fn row(shown: Shown, to_do: ToDo, pack: &StandardPack, texts: &'static Texts) -> AnyView {
    let action = match to_do {
        ToDo::Duty(state) => {
            let duty = pack.checklist.duty(&state.duty).cloned();
            duty.map(|duty| view! { <Act state=state duty=duty /> }.into_any())
        }
        ToDo::Rectification { .. } | ToDo::Indicator { .. } => {
            let href = shown.route.to_string();
            Some(view! { <ButtonLink label=texts.home.mend href=href /> }.into_any())
        }
    };
    view! {
        <li class="home-to-do">
            <a class="home-what moves" href=shown.route.to_string()>
                <span>
                    <span class="list-link-title">{shown.title.clone()}</span>
                    " "
                    {shown.tag()}
                </span>
                <span class="list-link-subtitle">{shown.subtitle}</span>
            </a>
            {action}
        </li>
    }
    .into_any()
}

/// What is shown of one thing to be done.
pub struct Shown {
    /// What it is called.
    pub title: String,
    /// For what and by whom.
    pub subtitle: String,
    /// Where everything about it stands.
    pub route: Route,
    days: Option<(String, Tone)>,
}

impl Shown {
    /// The days that are left or over, where they press.
    pub fn tag(&self) -> Option<impl IntoView + use<>> {
        let (text, tone) = self.days.clone()?;
        let class = format!("days {}", tone.class());
        Some(view! { <span class=class>{text}</span> })
    }
}

/// What is shown of one thing to be done. `None` if it is not there any more.
pub fn name_of(
    to_do: &ToDo,
    state: AppState,
    pack: &StandardPack,
    texts: &Texts,
    language: Language,
) -> Option<Shown> {
    let today = state.today()?;
    let days = days_words(to_do, today, texts);
    match to_do {
        ToDo::Duty(due) => {
            let duty = pack.checklist.duty(&due.duty)?;
            let subtitle = match days {
                Some(_) => {
                    let span = (texts.duties.span)(due.occurrence.span);
                    joined([span, role(duty, texts)])
                }
                None => when_and_who(due, duty, today, texts),
            };
            Some(Shown {
                title: duty_title(duty, language),
                subtitle,
                route: Route::Duty(due.duty.clone()),
                days,
            })
        }
        ToDo::Rectification { id, indicators, .. } => state.ledger.with(|ledger| {
            let one = ledger.rectifications.get(id)?;
            let title = short_problem(one, texts);
            let names = indicators.iter().map(|id| item_name(pack, id, language));
            let names = names.filter(|name| *name != title);
            let until = match days {
                Some(_) => String::new(),
                None => until_words(one, today, texts),
            };
            Some(Shown {
                subtitle: joined(names.chain([until, one.who.clone()])),
                route: Route::Rectification(*id),
                title,
                days,
            })
        }),
        ToDo::Indicator { id, .. } => {
            let (basic, indicator) = pack.indicator(id)?;
            Some(Shown {
                title: say(&indicator.title, language),
                subtitle: joined([say(&basic.title, language), texts.home.not_met.to_owned()]),
                route: Route::Indicator(id.clone()),
                days,
            })
        }
    }
}

fn days_words(to_do: &ToDo, today: CivilDate, texts: &Texts) -> Option<(String, Tone)> {
    let days = to_do.days_left(today).filter(|_| to_do.is_urgent(today))?;
    Some(match days {
        ..0 => ((texts.duties.ended)(-days), Tone::Unmet),
        0 => (texts.home.to_do_today.to_owned(), Tone::Partly),
        _ => ((texts.home.to_do_days)(days), Tone::Partly),
    })
}

fn role(duty: &Duty, texts: &Texts) -> String {
    texts.duties.role(duty.role).to_owned()
}

fn joined(parts: impl IntoIterator<Item = String>) -> String {
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}
