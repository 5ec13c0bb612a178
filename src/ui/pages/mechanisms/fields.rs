//! The fields (栏目) of a card. Each saves itself; all may stay empty.
//!
//! Not here: which of them stand together (`grouping`), steps and links.

use super::grouping::{Group, Named, grouped};
use super::kept::{Kept, read};
use crate::app::commands::Pace;
use crate::app::state::AppState;
use crate::exchange::limits::{HIGHEST_FIELD_NUMBER, PAPER_YEARS};
use crate::ledger::FieldValue;
use crate::rectification::Origin;
use crate::standard::{Choice as PackChoice, Field, FieldKind, ItemId, Mechanism, Vote};
use crate::ui::components::{
    AnswerButtons, AnswerLayout, Button, ButtonLink, Choice, DateField, Disclosure, NoteField,
    NumberField, Selection, TextField, Tick, Tone,
};
use crate::ui::icons::{Icon, IconName};
use crate::ui::navigation::Navigation;
use crate::ui::pages::tools::{QuorumCheck, QuorumNumbers};
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
    let one = move |(field, label): Named| {
        view! { <OneField id=id card=card of=of.clone() field=field label=label /> }.into_any()
    };
    let all = |fields: Vec<Named>| fields.into_iter().map(&one).collect::<Vec<AnyView>>();
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
            Group::One(field) => one(field),
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
                let one = one.clone();
                let inside = move || {
                    let fields = fields.iter().cloned();
                    fields.map(&one).collect::<Vec<AnyView>>()
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

#[component]
fn OneField(id: Uuid, card: Kept, of: ItemId, field: Field, label: String) -> impl IntoView {
    let (state, language) = (AppState::expect(), language());
    let key = Arc::new(field.key);
    let hint = field
        .hint
        .map(|hint| say(&hint, language))
        .unwrap_or_default();
    let value = {
        let key = Arc::clone(&key);
        read(card, move |card| card.values.get(key.as_str()).cloned())
    };
    let write = {
        let key = Arc::clone(&key);
        move |pace: Pace, value: Option<FieldValue>| {
            let key = key.as_str().to_owned();
            state.edit_card(id, pace, move |card| match value {
                Some(value) => drop(card.values.insert(key, value)),
                None => drop(card.values.remove(&key)),
            });
        }
    };
    let text = Signal::derive(move || match value.get() {
        Some(FieldValue::Text(text)) => text,
        _ => String::new(),
    });
    let commit = Callback::new(move |_: String| state.flush());
    let typed = {
        let write = write.clone();
        Callback::new(move |text: String| {
            let value = (!text.is_empty()).then_some(FieldValue::Text(text));
            write(Pace::Soon, value);
        })
    };
    match field.kind {
        FieldKind::Line => view! {
            <TextField label=label hint=hint value=text on_input=typed on_commit=commit />
        }
        .into_any(),
        FieldKind::Text => view! {
            <NoteField label=label hint=hint lines=2 value=text on_input=typed on_commit=commit />
        }
        .into_any(),
        FieldKind::Number => {
            let number = Signal::derive(move || match value.get() {
                Some(FieldValue::Number(number)) => Some(number),
                _ => None,
            });
            let change = Callback::new(move |number: Option<u32>| {
                write(Pace::Soon, number.map(FieldValue::Number));
            });
            view! {
                <NumberField
                    label=label
                    hint=hint
                    value=number
                    on_change=change
                    most=HIGHEST_FIELD_NUMBER
                />
            }
            .into_any()
        }
        FieldKind::Date => {
            let day = Signal::derive(move || match value.get() {
                Some(FieldValue::Date(day)) => Some(day),
                _ => None,
            });
            let change =
                Callback::new(move |day: Option<_>| write(Pace::Now, day.map(FieldValue::Date)));
            view! {
                <DateField label=label hint=hint value=day on_change=change years=PAPER_YEARS />
            }
            .into_any()
        }
        FieldKind::Check => {
            let on = Signal::derive(move || value.get() == Some(FieldValue::Checked(true)));
            let change = Callback::new(move |checked: bool| {
                write(Pace::Now, checked.then_some(FieldValue::Checked(true)));
            });
            view! { <Tick on=on on_change=change><span>{label}</span></Tick> }.into_any()
        }
        FieldKind::Choice(choices) => {
            let chosen = Signal::derive(move || match value.get() {
                Some(FieldValue::Choice(key)) => Some(key),
                _ => None,
            });
            let choose = {
                let write = write.clone();
                Callback::new(move |key: String| write(Pace::Now, Some(FieldValue::Choice(key))))
            };
            let clear = Callback::new(move |()| write(Pace::Now, None));
            view! {
                <OneOf
                    label=label
                    hint=hint
                    choices=choices
                    chosen=chosen
                    on_choose=choose
                    on_clear=clear
                />
            }
            .into_any()
        }
        FieldKind::Signal => {
            let chosen = Signal::derive(move || match value.get() {
                Some(FieldValue::Checked(there)) => Some(there),
                _ => None,
            });
            let choose = Callback::new(move |there: Option<bool>| {
                write(Pace::Now, there.map(FieldValue::Checked));
            });
            let origin = Origin::Signal(of, key.as_str().to_owned());
            view! { <SignalField label=label chosen=chosen on_choose=choose origin=origin /> }
                .into_any()
        }
    }
}

/// One of a few.
#[component]
fn OneOf(
    label: String,
    hint: String,
    choices: Vec<PackChoice>,
    chosen: Signal<Option<String>>,
    on_choose: Callback<String>,
    on_clear: Callback<()>,
) -> impl IntoView {
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
    let selection = Selection::new(choices, move || chosen.get(), move |key| on_choose.run(key));
    view! {
        <div class="labelled">
            <p class="label" aria-hidden="true">{label.clone()}</p>
            {(!hint.is_empty()).then(|| view! { <p class="hint">{hint}</p> })}
            <AnswerButtons
                legend=label
                selection=selection
                layout=layout
                on_clear=on_clear
            />
        </div>
    }
}

/// 有 or 无. 有 offers a rectification; it is never counted and gets no label.
#[component]
fn SignalField(
    label: String,
    chosen: Signal<Option<bool>>,
    on_choose: Callback<Option<bool>>,
    origin: Origin,
) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.mechanisms;
    let navigation = Navigation::expect();
    let choices = [
        Choice::new(false, words.signal_no, Tone::Open, IconName::Check),
        Choice::new(true, words.signal_yes, Tone::Partly, IconName::Info),
    ];
    let choose = move |there| on_choose.run(Some(there));
    let selection = Selection::new(choices, move || chosen.get(), choose);
    let open = {
        let origin = origin.clone();
        Memo::new(move |_| {
            state
                .ledger
                .with(|ledger| ledger.open_rectification_from(&origin))
        })
    };
    let problem = label.clone();
    let begin = Callback::new(move |()| {
        if let Some(id) = state.begin_rectification(origin.clone(), problem.clone()) {
            navigation.go(&Route::Rectification(id));
        }
    });
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
                on_clear=Callback::new(move |()| on_choose.run(None))
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
