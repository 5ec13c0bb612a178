//! The fields (栏目) of a card. Each saves itself; all may stay empty.
//!
//! Not here: which of them stand together (`grouping`), steps and links.

use super::grouping::{Group, Named, grouped};
use super::kept::{Kept, read};
use crate::app::commands::Pace;
use crate::app::state::AppState;
use crate::exchange::limits::{HIGHEST_FIELD_NUMBER, PAPER_YEARS};
use crate::ledger::FieldValue;
use crate::period::CivilDate;
use crate::rectification::Origin;
use crate::standard::{Choice as PackChoice, Field, FieldKind, ItemId, Mechanism, Vote};
use crate::ui::components::{
    AnswerButtons, AnswerLayout, Button, ButtonLink, Choice, DateField, Disclosure, NoteField,
    NumberField, Selection, TextField, Tick, Tone,
};
use crate::ui::icons::{Icon, IconName};
use crate::ui::pages::tools::{QuorumCheck, QuorumNumbers};
use crate::ui::recording::Recorder;
use crate::ui::route::Route;
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;
use std::sync::Arc;
use uuid::Uuid;

/// Numbers stand three in a row where none of their labels is longer than this, in characters.
const SHORT_LABEL: usize = 9;

/// The fields of a card.
#[component]
pub fn Fields(id: Uuid, card: Kept, mechanism: Arc<Mechanism>) -> impl IntoView {
    let (state, language) = (AppState::expect(), language());
    let votes = mechanism.votes.clone();
    let last_of_vote: Vec<&str> = votes.iter().map(|vote| vote.approve.as_str()).collect();
    let labelled = mechanism.fields.iter().map(|field| {
        let label = say(&field.label, language);
        (field.clone(), label)
    });
    let of = mechanism.id.clone();
    let row_of = move |(field, label): Named| {
        view! { <OneField id=id card=card of=of.clone() field=field label=label /> }.into_any()
    };
    let all = |fields: Vec<Named>| fields.into_iter().map(&row_of).collect::<Vec<AnyView>>();
    let rule_of = |vote: &Vote| {
        let pack = state.pack_in_force;
        pack.with_untracked(|pack| pack.as_ref()?.checklist.quorum(&vote.quorum).cloned())
    };
    let check = |fields: &[Named]| {
        let vote = votes
            .iter()
            .find(|vote| fields.iter().any(|(field, _)| field.key == vote.approve))?;
        let numbers = QuorumNumbers {
            eligible: number_of(card, &vote.eligible),
            present: number_of(card, &vote.present),
            approve: number_of(card, &vote.approve),
        };
        Some(view! { <QuorumCheck rule=rule_of(vote)? numbers=numbers /> })
    };
    let groups = grouped(labelled.collect(), &last_of_vote)
        .into_iter()
        .map(|group| match group {
            Group::One(field) => row_of(field),
            Group::Numbers(fields) => {
                let short = |(_, label): &Named| label.chars().count() <= SHORT_LABEL;
                let class = if fields.iter().all(short) {
                    "numbers numbers-narrow"
                } else {
                    "numbers"
                };
                let check = check(&fields);
                view! { <div class=class>{all(fields)}</div> {check} }.into_any()
            }
            Group::Folded(name, fields) => {
                let open = card.with_untracked(|card| {
                    let mut keys = fields.iter().map(|(field, _)| &field.key);
                    card.as_ref()
                        .is_some_and(|card| keys.any(|key| card.values.contains_key(key)))
                });
                let row_of = row_of.clone();
                let inside = move || {
                    let fields = fields.iter().cloned();
                    fields.map(&row_of).collect::<Vec<AnyView>>()
                };
                view! { <Disclosure summary=name open=open>{inside()}</Disclosure> }.into_any()
            }
        });
    groups.collect::<Vec<AnyView>>()
}

/// The number in a field of a card.
fn number_of(card: Kept, key: &str) -> Signal<Option<u32>> {
    let key = key.to_owned();
    read(card, move |card| match card.values.get(&key) {
        Some(FieldValue::Number(number)) => Some(*number),
        _ => None,
    })
}

/// What is kept in a field, for whatever shows it. It is a handle.
#[derive(Clone)]
struct Held {
    state: AppState,
    card_id: Uuid,
    key: Arc<String>,
    value: Signal<Option<FieldValue>>,
}

impl Held {
    fn write(&self, pace: Pace, value: Option<FieldValue>) {
        let key = self.key.as_str().to_owned();
        self.state
            .edit_card(self.card_id, pace, move |card| match value {
                Some(value) => drop(card.values.insert(key, value)),
                None => drop(card.values.remove(&key)),
            });
    }

    /// Typing in this field.
    fn typed(&self) -> Pace {
        Pace::typed_at("value", &self.key)
    }

    /// What is kept, as what a field of this kind holds; `None` if it is of another kind.
    fn read<Value: Send + Sync + 'static>(
        &self,
        read: fn(FieldValue) -> Option<Value>,
    ) -> Signal<Option<Value>> {
        let value = self.value;
        Signal::derive(move || value.get().and_then(read))
    }

    /// Takes what is entered, and puts it into a field of this kind.
    fn taker<Value: 'static>(
        &self,
        pace: Pace,
        put: fn(Value) -> Option<FieldValue>,
    ) -> Callback<Value> {
        let held = self.clone();
        Callback::new(move |value| held.write(pace.clone(), put(value)))
    }
}

#[component]
fn OneField(id: Uuid, card: Kept, of: ItemId, field: Field, label: String) -> impl IntoView {
    let (state, language) = (AppState::expect(), language());
    let key = Arc::new(field.key);
    let hint = field.hint.map(|hint| say(&hint, language));
    let hint = hint.unwrap_or_default();
    let value = {
        let key = Arc::clone(&key);
        read(card, move |card| card.values.get(key.as_str()).cloned())
    };
    let held = Held {
        state,
        card_id: id,
        key,
        value,
    };
    match field.kind {
        FieldKind::Line | FieldKind::Text => {
            let is_line = field.kind == FieldKind::Line;
            view! { <Written held=held label=label hint=hint is_line=is_line /> }.into_any()
        }
        FieldKind::Number => view! {
            <NumberField
                label=label
                hint=hint
                value=held.read(FieldValue::number)
                on_change=held.taker(held.typed(), |number: Option<u32>| {
                    number.map(FieldValue::Number)
                })
                most=HIGHEST_FIELD_NUMBER
            />
        }
        .into_any(),
        FieldKind::Date => view! {
            <DateField
                label=label
                hint=hint
                value=held.read(FieldValue::date)
                on_change=held.taker(Pace::Now, |day: Option<CivilDate>| day.map(FieldValue::Date))
                years=PAPER_YEARS
            />
        }
        .into_any(),
        FieldKind::Check => {
            let on = Signal::derive(move || value.get() == Some(FieldValue::Checked(true)));
            let change = held.taker(Pace::Now, |on: bool| {
                on.then_some(FieldValue::Checked(true))
            });
            view! { <Tick on=on on_change=change><span>{label}</span></Tick> }.into_any()
        }
        FieldKind::Choice(choices) => {
            view! { <OneOf held=held label=label hint=hint choices=choices /> }.into_any()
        }
        FieldKind::Signal => {
            let origin = Origin::Signal(of, held.key.as_str().to_owned());
            view! { <SignalField held=held label=label origin=origin /> }.into_any()
        }
    }
}

/// A line or a few lines.
#[component]
fn Written(held: Held, label: String, hint: String, is_line: bool) -> impl IntoView {
    let state = held.state;
    let kept = held.read(FieldValue::text);
    let text = Signal::derive(move || kept.get().unwrap_or_default());
    let commit = Callback::new(move |_: String| state.flush());
    let typed = held.taker(held.typed(), |text: String| {
        (!text.is_empty()).then_some(FieldValue::Text(text))
    });
    if is_line {
        view! { <TextField label=label hint=hint value=text on_input=typed on_commit=commit /> }
            .into_any()
    } else {
        view! {
            <NoteField label=label hint=hint lines=2 value=text on_input=typed on_commit=commit />
        }
        .into_any()
    }
}

/// One of a few.
#[component]
fn OneOf(held: Held, label: String, hint: String, choices: Vec<PackChoice>) -> impl IntoView {
    let language = language();
    let choices = choices.into_iter();
    let choices: Vec<Choice<String>> = choices
        .map(|one| Choice::plain(one.key, say(&one.label, language)))
        .collect();
    let short = choices
        .iter()
        .all(|one| one.face.label.chars().count() <= 3);
    let layout = if short {
        AnswerLayout::Grid
    } else {
        AnswerLayout::List
    };
    let (chosen, cleared) = (held.read(FieldValue::choice), held.clone());
    let selection = Selection::new(
        choices,
        move || chosen.get(),
        move |key| held.write(Pace::Now, Some(FieldValue::Choice(key))),
    );
    view! {
        <div class="labelled">
            <p class="label" aria-hidden="true">{label.clone()}</p>
            {(!hint.is_empty()).then(|| view! { <p class="hint">{hint}</p> })}
            <AnswerButtons
                legend=label
                selection=selection
                layout=layout
                on_clear=Callback::new(move |()| cleared.write(Pace::Now, None))
            />
        </div>
    }
}

/// 有 or 无. 有 offers a rectification; it is never counted and gets no label.
#[component]
fn SignalField(held: Held, label: String, origin: Origin) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.mechanisms;
    let recorder = Recorder::expect();
    let choices = [
        Choice::new(false, words.signal_no, Tone::Open, IconName::Check),
        Choice::new(true, words.signal_yes, Tone::Partly, IconName::Info),
    ];
    let (chosen, cleared) = (held.read(FieldValue::checked), held.clone());
    let selection = Selection::new(
        choices,
        move || chosen.get(),
        move |there| held.write(Pace::Now, Some(FieldValue::Checked(there))),
    );
    let open = {
        let origin = origin.clone();
        Memo::new(move |_| {
            state
                .ledger
                .with(|ledger| ledger.open_rectification_from(&origin))
        })
    };
    let problem = label.clone();
    let begin = Callback::new(move |()| recorder.problem(origin.clone(), problem.clone()));
    let rectify = move || match (open.get(), chosen.get()) {
        (Some(id), _) => {
            let href = Route::Rectification(id).to_string();
            Some(view! { <ButtonLink label=texts.rectifications.see href=href /> }.into_any())
        }
        (None, Some(true)) => {
            Some(view! { <Button label=texts.rectifications.begin on_press=begin /> }.into_any())
        }
        _ => None,
    };
    let there = move || chosen.get() == Some(true);
    view! {
        <div class="card">
            <p class="label" aria-hidden="true">{label.clone()}</p>
            <AnswerButtons
                legend=label
                selection=selection
                on_clear=Callback::new(move |()| cleared.write(Pace::Now, None))
            />
            <div class="row" role="status">
                <Show when=there>
                    <span class="mark tone-partly">
                        <Icon name=IconName::Info />
                        <span>{words.signal_text}</span>
                    </span>
                </Show>
                {rectify}
            </div>
        </div>
    }
}
