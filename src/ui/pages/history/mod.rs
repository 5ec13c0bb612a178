//! 历期: the periods of the open organisation, a new one, and one beside the one before.
//!
//! Not here: what a period amounts to (`assessment`), and any other organisation.

mod begin;
mod comparison;
mod picture;
mod trend;

use self::begin::NewPeriod;
use self::comparison::Comparison;
use self::picture::{PeriodPicture, Shape};
use self::trend::Trends;
use crate::app::state::AppState;
use crate::app::versions::with_packs;
use crate::assessment::{AnswerValue, Assessment, Outcome, StarState, judge_with_ledger};
use crate::handout::HandoutKind;
use crate::period::{CivilDate, Quarter, can_be_today};
use crate::standard::StandardPack;
use crate::text::Language;
use crate::text::reason_words::{basics_counted, parts_counted};
use crate::ui::components::{ActionRow, Button, ButtonLink, Dialog, EmptyState, Weight};
use crate::ui::icons::IconName;
use crate::ui::navigation::Navigation;
use crate::ui::pages::list_alone::list_alone;
use crate::ui::route::Route;
use crate::ui::speech::{language, texts};
use leptos::prelude::*;
use uuid::Uuid;

/// One period in the list.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    id: Uuid,
    period: Quarter,
    /// Whether it was made on a day that cannot have been.
    made_wrong: bool,
    shape: Shape,
    summary: String,
    answers: usize,
}

/// The periods of the open organisation.
#[component]
pub fn HistoryPage() -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let words = &texts.history;
    let rows = Memo::new(move |_| rows(state, language));
    let (doomed, alone) = (RwSignal::new(None::<Row>), list_alone(state));
    let periods = move || {
        let rows = rows.get();
        if rows.is_empty() {
            return view! { <EmptyState text=words.empty /> }.into_any();
        }
        let cards = rows
            .into_iter()
            .map(|row| view! { <Period row=row alone=alone doomed=doomed /> });
        view! { <ul class="stack">{cards.collect_view()}</ul> }.into_any()
    };
    let intro = move || match alone.get() {
        true => words.intro_list,
        false => words.intro,
    };
    view! {
        <p class="hint">{intro}</p>
        <NewPeriod alone=alone />
        <Show when=move || !alone.get()>
            <Trends />
            <Comparison />
        </Show>
        <h2>{words.periods}</h2>
        {periods}
        <Delete alone=alone doomed=doomed />
    }
}

/// Each period of the open organisation, the latest first.
fn rows(state: AppState, language: Language) -> Vec<Row> {
    let Some(pack) = state.pack.get() else {
        return Vec::new();
    };
    let rows = state.with_known(|organization, known| {
        state.workspace.with(|workspace| {
            let own = workspace.assessments_of(organization.id);
            let own = with_packs(workspace, organization, own, &pack).into_iter();
            own.map(|(one, pack)| {
                let outcome = judge_with_ledger(&pack, organization, one, known);
                row(one, &outcome, made_wrong(state, one), &pack, language)
            })
            .collect()
        })
    });
    rows.unwrap_or_default()
}

/// Whether an assessment was made on a day that cannot have been.
fn made_wrong(state: AppState, assessment: &Assessment) -> bool {
    let day = CivilDate::at_instant(assessment.created_at, state.offset_minutes());
    !day.is_some_and(can_be_today)
}

fn row(
    assessment: &Assessment,
    outcome: &Outcome,
    made_wrong: bool,
    pack: &StandardPack,
    language: Language,
) -> Row {
    Row {
        made_wrong,
        id: assessment.id,
        period: assessment.period,
        summary: summary(outcome, pack, language),
        shape: Shape {
            basics: outcome
                .basics
                .iter()
                .map(|one| (one.state, one.reached_percent))
                .collect(),
            stars: outcome
                .stars
                .iter()
                .map(|one| one.state)
                .filter(|state| !matches!(state, StarState::NotApplicable | StarState::Named))
                .collect(),
        },
        answers: assessment
            .answers
            .values()
            .filter(|one| one.value.as_ref().is_some_and(AnswerValue::is_answer))
            .count(),
    }
}

/// A period in one line.
fn summary(outcome: &Outcome, pack: &StandardPack, language: Language) -> String {
    let words = &language.texts().history;
    let mut parts = Vec::new();
    if !outcome.basics.is_empty() {
        let (met, due) = outcome.basics_met();
        parts.push(basics_counted(met, due, pack, language));
    }
    let open = outcome.progress(pack).left();
    if open > 0 {
        parts.push((words.summary_open)(open));
    }
    let stars = outcome.stars_at_stake();
    if stars > 0 {
        parts.push(parts_counted(outcome.stars_counted, stars, pack, language));
    }
    parts.join(" · ")
}

/// One period: what it amounts to, and the ways to it.
#[component]
fn Period(row: Row, alone: Memo<bool>, doomed: RwSignal<Option<Row>>) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.history;
    let navigation = Navigation::expect();
    let Row {
        id,
        period,
        made_wrong,
        ..
    } = row;
    let quarter = (texts.facts.quarter)(period);
    let is_open = Memo::new(move |_| {
        state
            .assessment
            .with(|one| one.as_ref().is_some_and(|one| one.id == id))
    });
    let open = Callback::new(move |()| {
        state.opened.set(Some(id));
        navigation.go(&Route::Home);
    });
    let spoken = (
        (words.open_spoken)(quarter.clone()),
        (words.delete_spoken)(quarter.clone()),
    );
    let way = move || {
        if is_open.get() {
            see(alone.get())
        } else {
            view! { <Button label=words.open spoken=spoken.0.clone() on_press=open /> }.into_any()
        }
    };
    let (shape, summary) = (row.shape.clone(), row.summary.clone());
    let delete = Callback::new(move |()| doomed.set(Some(row.clone())));
    view! {
        <li class="card stack-tight">
            <h3>
                {quarter}
                <Show when=move || is_open.get()>
                    " "<span class="tag">{words.open_now}</span>
                </Show>
                {(Some(period) > state.this_quarter()).then(|| view! {
                    " "<span class="tag">{texts.home.later_than_now}</span>
                })}
                {made_wrong.then(|| view! { " "<span class="tag">{words.made_wrong}</span> })}
            </h3>
            {move || (!alone.get()).then(|| came_of_it(shape.clone(), summary.clone()))}
            <ActionRow>
                {way}
                <Button
                    label=words.delete
                    spoken=spoken.1
                    icon=IconName::Bin
                    weight=Weight::Quiet
                    on_press=delete
                />
            </ActionRow>
        </li>
    }
}

/// The way to what came of the open period: its result, or where nothing is assessed its report.
fn see(alone: bool) -> AnyView {
    let words = &texts().history;
    let (label, to) = match alone {
        true => (
            words.see_report,
            Route::Handout(HandoutKind::Report.key().to_owned()),
        ),
        false => (words.see, Route::Result),
    };
    view! { <ButtonLink label=label href=to.to_string() /> }.into_any()
}

/// What came of a period, as a picture and in words.
fn came_of_it(shape: Shape, summary: String) -> AnyView {
    let label = (texts().history.picture)(summary.clone());
    view! { <PeriodPicture shape=shape label=label /><p>{summary}</p> }.into_any()
}

/// Deleting a period, after a question.
#[component]
fn Delete(alone: Memo<bool>, doomed: RwSignal<Option<Row>>) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.history;
    let open = Signal::derive(move || doomed.with(Option::is_some));
    let question = Signal::derive(move || {
        let period = doomed.with(|row| row.as_ref().map(|row| row.period));
        let question = match alone.get() {
            true => words.delete_question_list,
            false => words.delete_question,
        };
        question(period.map(texts.facts.quarter).unwrap_or_default())
    });
    let answers = move || {
        let answers = doomed.with(|row| row.as_ref().map_or(0, |row| row.answers));
        match alone.get() {
            true => words.delete_what_list.to_owned(),
            false => (words.delete_what)(answers),
        }
    };
    let close = Callback::new(move |()| doomed.set(None));
    let delete = Callback::new(move |()| {
        if let Some(row) = doomed.get_untracked() {
            doomed.set(None);
            state.delete_assessment(row.id);
        }
    });
    view! {
        <Dialog open=open title=question on_close=close>
            <p>{answers}</p>
            <p>{words.delete_undo}</p>
            <ActionRow>
                <Button label=texts.common.button_cancel on_press=close />
                <Button label=words.delete weight=Weight::Danger on_press=delete />
            </ActionRow>
        </Dialog>
    }
}
