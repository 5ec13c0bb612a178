//! One step (步骤) of a card: a tick takes it today, its day can be changed, and a line written about
//! it.
//!
//! Not here: the list of steps (`steps`), and what the limits mean (`duty`).

use super::kept::{Kept, read};
use super::words::warning_words;
use crate::app::commands::Pace;
use crate::app::state::AppState;
use crate::duty::{StepState, Warning};
use crate::ledger::StepMark;
use crate::period::CivilDate;
use crate::standard::StepDefinition;
use crate::text::Texts;
use crate::ui::components::{Button, DateInput, TextField, Tick, Weight};
use crate::ui::day_remarks::still_to_come;
use crate::ui::icons::{Icon, IconName};
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;
use std::sync::Arc;
use uuid::Uuid;

/// How the steps of a card stand.
pub type States = Memo<Vec<StepState>>;

/// What is kept of a step, for all that shows a part of it. It is a handle.
#[derive(Clone)]
struct Mark {
    state: AppState,
    card_id: Uuid,
    card: Kept,
    key: Arc<String>,
}

impl Mark {
    fn read<Value: Default + Send + Sync + 'static>(
        &self,
        part: fn(&StepMark) -> Value,
    ) -> Signal<Value> {
        let key = Arc::clone(&self.key);
        read(self.card, move |card| {
            let mark = card.steps.get(key.as_str());
            mark.map(part).unwrap_or_default()
        })
    }

    fn change(&self, pace: Pace, change: impl FnOnce(&mut StepMark)) {
        self.state.edit_card(self.card_id, pace, |card| {
            card.change_step(&self.key, change)
        });
    }

    /// Takes the step today, unless it was taken today already.
    fn take(&self) {
        if let Some(today) = self.state.today() {
            self.change(Pace::Now, |mark| {
                if !mark.on.contains(&today) {
                    mark.on.push(today);
                }
            });
        }
    }
}

/// One step.
#[component]
pub fn Step(
    /// The id of the card's entry.
    id: Uuid,
    /// The card.
    card: Kept,
    /// How its steps stand.
    states: States,
    /// The step.
    step: StepDefinition,
    /// Which step it is, from 1.
    number: usize,
    /// Whether it comes next.
    is_next: Memo<bool>,
) -> impl IntoView {
    let (state, words, language) = (AppState::expect(), &texts().mechanisms, language());
    let again = step.is_repeated();
    let (name, hint) = (say(&step.label, language), step.hint);
    let hint = hint.map(|hint| view! { <p class="hint">{say(&hint, language)}</p> });
    let mark = Mark {
        state,
        card_id: id,
        card,
        key: Arc::new(step.key),
    };
    let days = mark.read(|mark| mark.on.clone());
    let taken = Memo::new(move |_| days.with(|days| !days.is_empty()));
    let how_many = Memo::new(move |_| days.with(Vec::len));
    let take = {
        let mark = mark.clone();
        Callback::new(move |()| mark.take())
    };
    let tick = {
        let mark = mark.clone();
        Callback::new(move |on: bool| match on {
            true => mark.take(),
            false => mark.change(Pace::Now, |mark| mark.on.clear()),
        })
    };
    let limits = limits(mark.key.to_string(), states, state.today());
    let line = view! { <Line mark=mark.clone() taken=taken /> };
    let (mark, spoken) = (StoredValue::new(mark), StoredValue::new(name.clone()));
    let day = move |place: usize| {
        let (mark, spoken) = (mark.get_value(), (words.step_day)(spoken.get_value()));
        let field = format!("step-{number}-{place}");
        view! { <Day mark=mark days=days place=place field=field spoken=spoken again=again /> }
    };
    view! {
        <li class="step-row" class:step-next=move || is_next.get()>
            <Tick on=taken on_change=tick>
                <span>{(words.step_number)(number, name)}</span>
            </Tick>
            <div class="step-more">
                {hint}
                {limits}
                <For each=move || 0..how_many.get() key=|place| *place let:place>
                    {day(place)}
                </For>
                <Show when=move || again && taken.get()>
                    <Button label=words.step_again icon=IconName::Plus on_press=take />
                </Show>
                {line}
            </div>
        </li>
    }
}

/// One of the days on which a step was taken.
#[component]
fn Day(
    mark: Mark,
    days: Signal<Vec<CivilDate>>,
    place: usize,
    /// The id of its field.
    field: String,
    /// What is read aloud before it.
    spoken: String,
    /// Whether the step is taken again and again: then a single day can be taken back.
    again: bool,
) -> impl IntoView {
    let state = mark.state;
    let day = Signal::derive(move || days.with(|days| days.get(place).copied()));
    let set = {
        let mark = mark.clone();
        Callback::new(move |day: Option<CivilDate>| {
            // To empty the field takes nothing back.
            let Some(day) = day else { return };
            mark.change(Pace::Now, |mark| {
                if let Some(one) = mark.on.get_mut(place) {
                    *one = day;
                }
            });
        })
    };
    let remove = Callback::new(move |()| {
        mark.change(Pace::Now, |mark| {
            if place < mark.on.len() {
                mark.on.remove(place);
            }
        });
    });
    let take_back = again.then(|| {
        let label = texts().mechanisms.step_take_back;
        view! { <Button label=label weight=Weight::Quiet on_press=remove /> }
    });
    view! {
        <div class="step-day">
            <DateInput
                help_id=format!("{field}-help")
                id=field
                spoken=spoken
                value=day
                on_change=set
                remark=still_to_come(state, day)
            />
            {take_back}
        </div>
    }
}

/// A line about a step, which is asked for once the step is taken.
#[component]
fn Line(mark: Mark, taken: Memo<bool>) -> impl IntoView {
    let (state, words) = (mark.state, &texts().mechanisms);
    let line = mark.read(|mark| mark.line.clone());
    let write = Callback::new(move |text: String| {
        mark.change(Pace::typed_at("step", &mark.key), |mark| mark.line = text);
    });
    let asked = RwSignal::new(line.with_untracked(|line| !line.is_empty()));
    let ask = Callback::new(move |()| asked.set(true));
    let commit = Callback::new(move |_: String| state.flush());
    let label = words.step_add_line;
    move || match (asked.get(), taken.get()) {
        (true, _) => view! {
            <TextField label=words.step_line value=line on_input=write on_commit=commit />
        }
        .into_any(),
        (false, true) => view! {
            <Button label=label weight=Weight::Quiet icon=IconName::Pen on_press=ask />
        }
        .into_any(),
        (false, false) => ().into_any(),
    }
}

/// The limits of a step, in words, as long as there are any to mind.
fn limits(key: String, states: States, today: Option<CivilDate>) -> impl Fn() -> Option<AnyView> {
    let texts = texts();
    move || {
        let today = today?;
        let (words, tone) = states.with(|states| {
            let state = states.iter().find(|one| one.key == key)?;
            limit_words(state, today, texts)
        })?;
        let icon = (tone != "tone-quiet").then(|| view! { <Icon name=IconName::Warning /> });
        let line = view! { <p class=format!("step-limit {tone}")>{icon}<span>{words}</span></p> };
        Some(line.into_any())
    }
}

/// The limits of a step in words, and the class of its tone; `None` if there are none to mind.
fn limit_words(
    state: &StepState,
    today: CivilDate,
    texts: &Texts,
) -> Option<(String, &'static str)> {
    if let Some(warning) = state.warning {
        let tone = match warning {
            Warning::Overdue { .. } | Warning::TakenTooLate { .. } => "tone-unmet",
            _ => "tone-partly",
        };
        return Some((warning_words(warning, today, texts), tone));
    }
    let words = &texts.mechanisms;
    let day = |day| (texts.facts.day)(day, today.year());
    let repeats = !state.taken.is_empty();
    let before = state.not_before.filter(|_| !repeats).map(day);
    // For a step that is taken again and again, the last day is that of the next time.
    let after = state
        .not_after
        .filter(|last| !repeats || *last >= today)
        .map(day);
    let parts = [before.map(words.not_before), after.map(words.not_after)];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| (parts.join(" · "), "tone-quiet"))
}
