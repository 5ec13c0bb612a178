//! The one filled button, which names the next thing and does it, or leads there (下一步).
//!
//! Not here: which that is (`assessment::up_next`).

use super::to_dos::name_of;
use crate::app::state::AppState;
use crate::assessment::{ToDo, UpNext};
use crate::duty::Showing;
use crate::handout::HandoutKind;
use crate::standard::Duty;
use crate::ui::apart::apart;
use crate::ui::components::{ActionRow, Button, ButtonLink, Weight};
use crate::ui::duty_words::duty_title;
use crate::ui::pages::agenda::act_word;
use crate::ui::recording::Recorder;
use crate::ui::route::Route;
use crate::ui::speech::{item_name, language, texts};
use leptos::prelude::*;

/// The one filled button, which names the next thing.
#[component]
pub fn Next(
    /// The next thing.
    next: UpNext,
) -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let words = &texts.home;
    let link = |label: String, route: Route| {
        let href = route.to_string();
        view! { <ButtonLink label=label href=href weight=Weight::Primary /> }.into_any()
    };
    let named = |id: &_| {
        state.pack_in_force.with_untracked(|pack| {
            let name = pack.as_ref().map(|pack| item_name(pack, id, language));
            (words.next_item)(name.unwrap_or_default())
        })
    };
    match next {
        UpNext::Begin(period) => apart(|| {
            let begin = Callback::new(move |()| state.start_period(period));
            let label = (words.new_period)((texts.facts.quarter)(period));
            view! { <Button label=label weight=Weight::Primary on_press=begin /> }.into_any()
        }),
        UpNext::Musts => link(words.must_only.to_owned(), Route::Must),
        UpNext::OfBasic(key, id) => link(named(&id), Route::Basic(key)),
        UpNext::OfStar(key, id) => link(named(&id), Route::Star(key)),
        UpNext::Vetoes => link(words.next_vetoes.to_owned(), Route::Extras),
        UpNext::Checklist => link(words.to_list.to_owned(), Route::Checklist),
        UpNext::Result => view! { <Report /> }.into_any(),
        UpNext::ToDo(to_do) => apart(|| view! { <NextToDo to_do=to_do /> }.into_any()),
    }
}

/// Nothing is left to be looked at: the report can be handed in.
#[component]
fn Report() -> impl IntoView {
    let texts = texts();
    let report = Route::Handout(HandoutKind::Report.key().to_owned()).to_string();
    let result = Route::Result.to_string();
    view! {
        <ActionRow>
            <ButtonLink label=texts.home.make_report href=report weight=Weight::Primary />
            <ButtonLink label=texts.home.result href=result />
        </ActionRow>
    }
}

/// The next thing where it is one of those that are to be done: the button does it, and the line
/// below says what there is to know.
#[component]
fn NextToDo(to_do: ToDo) -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let pack = state.pack_in_force.get_untracked()?;
    let shown = name_of(&to_do, state, &pack, texts, language)?;
    let button = match &to_do {
        ToDo::Duty(due) => {
            let duty = pack.checklist.duty(&due.duty)?;
            let word = act_word(duty, &due.standing, texts);
            let label = (texts.duties.act_on)(word.to_owned(), duty_title(duty, language));
            let occurrence = due.occurrence;
            match Showing::of(duty) {
                Showing::Record(of) => {
                    let recorder = Recorder::expect();
                    let press =
                        Callback::new(move |()| recorder.for_occurrence(of.clone(), occurrence));
                    view! { <Button label=label weight=Weight::Primary on_press=press /> }
                        .into_any()
                }
                Showing::OneOf(_) | Showing::Card(_) => elsewhere(label, way_of(duty)),
            }
        }
        ToDo::Rectification { .. } | ToDo::Indicator { .. } => elsewhere(
            (texts.home.mend_named)(shown.title.clone()),
            shown.route.clone(),
        ),
    };
    Some(view! {
        <div class="stack-tight">
            {button}
            <p class="home-next">{shown.tag()}<span class="hint">{shown.subtitle.clone()}</span></p>
        </div>
    })
}

fn elsewhere(label: String, route: Route) -> AnyView {
    let href = route.to_string();
    view! { <ButtonLink label=label href=href weight=Weight::Primary /> }.into_any()
}

/// Where a duty is shown to be done that no single kind of record shows.
fn way_of(duty: &Duty) -> Route {
    match Showing::of(duty) {
        Showing::Card(mechanism) => Route::Mechanism(mechanism),
        Showing::OneOf(_) | Showing::Record(_) => Route::Duty(duty.id.clone()),
    }
}
