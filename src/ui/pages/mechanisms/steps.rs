//! The steps (步骤) of a card: a tap takes one today, the date can be changed, a tap takes it back.
//!
//! Where there are stages, the one in work and one that presses are open, the others folded. Not here: what the
//! limits mean (`duty`).

use super::kept::{Kept, read};
use super::words::warning_words;
use crate::app::commands::Pace;
use crate::app::state::AppState;
use crate::duty::{StepState, Warning, progress, stages, step_states};
use crate::period::CivilDate;
use crate::standard::{Mechanism, StepDefinition};
use crate::ui::components::{Button, DateInput, Disclosure, TextField, Weight};
use crate::ui::day_remarks::still_to_come;
use crate::ui::icons::{Icon, IconName};
use crate::ui::speech::{language, say, texts};
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;
use uuid::Uuid;

type States = Memo<Vec<StepState>>;

/// The steps of a card.
#[component]
pub fn Steps(id: Uuid, card: Kept, mechanism: Arc<Mechanism>) -> impl IntoView {
    let (state, words, language) = (AppState::expect(), &texts().mechanisms, language());
    if mechanism.steps.is_empty() {
        return ().into_any();
    }
    let today = state.today();
    let states: States = {
        let mechanism = Arc::clone(&mechanism);
        Memo::new(move |_| {
            card.with(|card| match (card, today) {
                (Some(card), Some(today)) => step_states(&mechanism, card, today),
                _ => Vec::new(),
            })
        })
    };
    // Which stage is in work is settled when the page is made: a step must not fold away under the
    // finger because it was the last of its stage.
    let found = card.with_untracked(|card| {
        let (card, today) = (card.as_ref()?, today?);
        Some(progress(&mechanism, card, today))
    });
    let found = found.unwrap_or_default();
    let pressing = found.presses.map(|(key, _)| key);
    let in_work: Vec<String> = found.next.into_iter().chain(pressing).collect();
    let mut number = 0;
    let parts = stages(&mechanism).into_iter().map(|stage| {
        let first = number + 1;
        number += stage.steps.len();
        let steps: Vec<StepDefinition> = stage.steps.to_vec();
        let keys: Vec<String> = steps.iter().map(|step| step.key.clone()).collect();
        let list = move || {
            let rows = steps.iter().enumerate().map(|(place, step)| {
                view! {
                    <Step
                        id=id
                        card=card
                        states=states
                        step=step.clone()
                        number=first + place
                    />
                }
                .into_any()
            });
            let rows: Vec<AnyView> = rows.collect();
            view! { <ol class="steps">{rows}</ol> }
        };
        let Some(title) = stage.title.map(|title| say(title, language)) else {
            return list().into_any();
        };
        let open = in_work.iter().any(|key| keys.contains(key));
        let all = keys.len();
        let taken = Memo::new(move |_| {
            states.with(|states| {
                let taken = states.iter().filter(|one| !one.taken.is_empty());
                taken.filter(|one| keys.contains(&one.key)).count()
            })
        });
        let summary = Signal::derive(move || (words.stage)(title.clone(), taken.get(), all));
        view! { <Disclosure summary=summary open=open>{list()}</Disclosure> }.into_any()
    });
    let parts: Vec<AnyView> = parts.collect();
    view! {
        <section>
            <h2>{words.steps}</h2>
            <div>{parts}</div>
        </section>
    }
    .into_any()
}

/// One step.
#[component]
fn Step(
    id: Uuid,
    card: Kept,
    states: States,
    step: StepDefinition,
    number: usize,
) -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let words = &texts.mechanisms;
    let today = state.today();
    let again = step.is_repeated();
    let key = Arc::new(step.key);
    let days = {
        let key = Arc::clone(&key);
        read(card, move |card| {
            card.steps
                .get(key.as_str())
                .map(|mark| mark.on.clone())
                .unwrap_or_default()
        })
    };
    let taken = Memo::new(move |_| days.with(|days| !days.is_empty()));
    let how_many = Memo::new(move |_| days.with(Vec::len));
    let change = {
        let key = Arc::clone(&key);
        move |change: &mut dyn FnMut(&mut Vec<CivilDate>)| {
            state.edit_card(id, Pace::Now, |card| {
                card.change_step(&key, |step| change(&mut step.on))
            });
        }
    };
    let take = {
        let change = change.clone();
        Callback::new(move |()| {
            if let Some(today) = today {
                change(&mut |days| {
                    if !days.contains(&today) {
                        days.push(today);
                    }
                });
            }
        })
    };
    let node = NodeRef::<html::Input>::new();
    let tick = {
        let change = change.clone();
        move |_| {
            if node.get_untracked().is_some_and(|input| input.checked()) {
                take.run(());
            } else {
                change(&mut Vec::clear);
            }
        }
    };
    let name = say(&step.label, language);
    let hint = step
        .hint
        .map(|hint| say(&hint, language))
        .unwrap_or_default();
    let (spoken, hinted) = (name.clone(), !hint.is_empty());
    let minded = {
        let key = Arc::clone(&key);
        move || {
            let today = today?;
            let (words, tone) = states.with(|states| {
                let state = states.iter().find(|one| one.key == *key)?;
                limits(state, today, texts)
            })?;
            let icon = (tone != "tone-quiet").then(|| view! { <Icon name=IconName::Warning /> });
            Some(view! { <p class=format!("step-limit {tone}")>{icon}<span>{words}</span></p> })
        }
    };
    let change = StoredValue::new(change);
    let day_rows = move |place: usize| {
        let day = Signal::derive(move || days.with(|days| days.get(place).copied()));
        let set = Callback::new(move |day: Option<CivilDate>| {
            // To empty the field takes nothing back.
            if let Some(day) = day {
                change.with_value(|change| {
                    change(&mut |days| {
                        if let Some(one) = days.get_mut(place) {
                            *one = day;
                        }
                    });
                });
            }
        });
        let remove = Callback::new(move |()| {
            change.with_value(|change| {
                change(&mut |days| {
                    if place < days.len() {
                        days.remove(place);
                    }
                });
            });
        });
        let field = format!("step-{number}-{place}");
        view! {
            <div class="step-day">
                <DateInput
                    help_id=format!("{field}-help")
                    id=field
                    spoken=(words.step_day)(spoken.clone())
                    value=day
                    on_change=set
                    remark=still_to_come(state, day)
                />
                {again.then(|| view! {
                    <Button
                        label=words.step_take_back
                        weight=Weight::Quiet
                        on_press=remove
                    />
                })}
            </div>
        }
    };
    let line = {
        let key = Arc::clone(&key);
        read(card, move |card| {
            let mark = card.steps.get(key.as_str());
            mark.map(|mark| mark.line.clone()).unwrap_or_default()
        })
    };
    let write_line = Callback::new(move |text: String| {
        let key = Arc::clone(&key);
        state.edit_card(id, Pace::Soon, move |card| {
            card.change_step(&key, |step| step.line = text);
        });
    });
    let asks_line = RwSignal::new(line.with_untracked(|line| !line.is_empty()));
    let ask_line = Callback::new(move |()| asks_line.set(true));
    let line_field = move || {
        match (asks_line.get(), taken.get()) {
        (true, _) => view! {
            <TextField
                label=words.step_line
                value=line
                on_input=write_line
                on_commit=Callback::new(move |_: String| state.flush())
            />
        }
        .into_any(),
        (false, true) => view! {
            <Button label=words.step_add_line weight=Weight::Quiet icon=IconName::Pen on_press=ask_line />
        }
        .into_any(),
        (false, false) => ().into_any(),
    }
    };
    view! {
        <li class="step-row">
            <label class="tick">
                <input node_ref=node type="checkbox" prop:checked=move || taken.get() on:change=tick />
                <span>{(words.step_number)(number, name)}</span>
            </label>
            <div class="step-more">
                {hinted.then(|| view! { <p class="hint">{hint}</p> })}
                {minded}
                <For each=move || 0..how_many.get() key=|place| *place let:place>
                    {day_rows(place)}
                </For>
                <Show when=move || again && taken.get()>
                    <Button label=words.step_again icon=IconName::Plus on_press=take />
                </Show>
                {line_field}
            </div>
        </li>
    }
}

/// The limits of a step in words, and the class of its tone; nothing where there are none to mind.
fn limits(
    state: &StepState,
    today: CivilDate,
    texts: &crate::text::Texts,
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
