//! The fields (栏目) of a card. Each saves itself; all may stay empty.
//!
//! Not here: which of them stand together (`grouping`), rows (`rows`) and votes (`tally`), steps
//! and links.

use super::drafts::{DraftedLine, Drafts};
use super::figures::Figures;
use super::grouping::{Group, Named, grouped};
use super::held::Held;
use super::kept::{Kept, OfField, read};
use super::lookup::Lookup;
use super::named::NamedField;
use super::rows::Rows;
use super::signal::SignalField;
use super::tally::Tally;
use super::term::Term;
use crate::app::commands::Pace;
use crate::app::state::AppState;
use crate::exchange::limits::{HIGHEST_FIELD_NUMBER, PAPER_YEARS};
use crate::ledger::FieldValue;
use crate::period::CivilDate;
use crate::rectification::Origin;
use crate::standard::{Choice as PackChoice, Field, FieldKind, FiguresOf, ItemId, Mechanism, Vote};
use crate::ui::components::{
    AnswerButtons, AnswerLayout, Choice, DateField, Disclosure, NoteField, NumberField, Selection,
    TextField, Tick,
};
use crate::ui::pages::tools::{CandidatesCheck, QuorumCheck, QuorumNumbers};
use crate::ui::speech::{language, say};
use leptos::prelude::*;
use std::sync::Arc;
use uuid::Uuid;

/// Numbers stand three in a row where none of their labels is longer than this, in characters.
const SHORT_LABEL: usize = 9;

/// Choices stand beside one another where none of them is longer than this, in characters.
const SHORT_CHOICE: usize = 4;

/// The fields of a card.
#[component]
pub fn Fields(id: Uuid, card: Kept, mechanism: Arc<Mechanism>) -> impl IntoView {
    let (state, language) = (AppState::expect(), language());
    let votes = mechanism.votes.clone();
    let last_of_vote: Vec<&str> = votes.iter().map(|vote| vote.approve.as_str()).collect();
    // What is looked up comes first: the rest of the card depends on what is found.
    let is_lookup = |field: &&Field| matches!(field.kind, FieldKind::Lookup(_));
    let fields = mechanism.fields.iter();
    let (lookups, rest): (Vec<_>, Vec<_>) = fields.partition(is_lookup);
    let labelled = lookups.into_iter().chain(rest).map(|field| {
        let label = say(&field.label, language);
        (field.clone(), label)
    });
    let of = mechanism.id.clone();
    let row_of = move |(field, label): Named| {
        view! { <OneField id=id card=card of=of.clone() field=field label=label /> }.into_any()
    };
    let all = |fields: Vec<Named>| fields.into_iter().map(&row_of).collect::<Vec<AnyView>>();
    let check = |fields: &[Named]| vote_check(state, card, &votes, fields);
    let groups = grouped(labelled.collect(), &last_of_vote)
        .into_iter()
        .map(|group| match group {
            Group::One(field) => row_of(*field),
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

/// How a vote whose numbers stand in these fields came out; `None` if it is no vote.
fn vote_check(state: AppState, card: Kept, votes: &[Vote], fields: &[Named]) -> Option<AnyView> {
    let vote = votes
        .iter()
        .find(|vote| fields.iter().any(|(field, _)| field.key == vote.approve))?;
    let numbers = QuorumNumbers {
        eligible: number_of(card, &vote.eligible),
        present: number_of(card, &vote.present),
        approve: number_of(card, &vote.approve),
    };
    let pack = state.pack_in_force;
    let rule =
        pack.with_untracked(|pack| pack.as_ref()?.checklist.quorum(&vote.quorum).cloned())?;
    let candidates = rule
        .surplus
        .zip(vote.candidates.as_ref())
        .map(|(surplus, keys)| {
            let (seats, standing) = (
                number_of(card, &keys.seats),
                number_of(card, &keys.standing),
            );
            view! { <CandidatesCheck surplus=surplus seats=seats candidates=standing /> }
        });
    let check = view! {
        {candidates}
        <QuorumCheck rule=rule numbers=numbers />
    };
    Some(check.into_any())
}

/// The number in a field of a card.
fn number_of(card: Kept, key: &str) -> Signal<Option<u32>> {
    let key = key.to_owned();
    read(card, move |card| match card.values.get(&key) {
        Some(FieldValue::Number(number)) => Some(*number),
        _ => None,
    })
}

/// A field with what is offered for it from the ledger.
#[component]
fn OneField(id: Uuid, card: Kept, of: ItemId, field: Field, label: String) -> impl IntoView {
    let (state, language) = (AppState::expect(), language());
    let hint = field.hint.map(|hint| say(&hint, language));
    let hint = hint.unwrap_or_default();
    let key = field.key;
    let held = Held::of(state, id, card, key.clone());
    let of_field = OfField {
        id,
        card,
        key,
        hint,
        label,
    };
    match field.kind {
        FieldKind::Rows(form) => {
            view! { <Rows field=of_field form=form draft=field.draft /> }.into_any()
        }
        FieldKind::Tally(form) => view! { <Tally field=of_field form=form /> }.into_any(),
        FieldKind::Figures(FiguresOf::Term) => view! { <Term field=of_field /> }.into_any(),
        FieldKind::Figures(of) => view! { <Figures field=of_field of=of /> }.into_any(),
        FieldKind::Lookup(of) => view! { <Lookup field=of_field of=of /> }.into_any(),
        FieldKind::Signal => {
            let origin = Origin::Signal(of, of_field.key);
            view! { <SignalField held=held label=of_field.label origin=origin /> }.into_any()
        }
        kind => {
            let drafts = field.draft.map(|draft| {
                let take = Callback::new({
                    let held = held.clone();
                    move |line: DraftedLine| held.write(Pace::Now, with_line(&held, line))
                });
                view! { <Drafts card=card own=id draft=draft on_take=take /> }
            });
            let OfField { hint, label, .. } = of_field;
            view! {
                <Plain card=card held=held label=label hint=hint kind=kind />
                {drafts}
            }
            .into_any()
        }
    }
}

/// The text of a field with one more line.
fn with_line(held: &Held, line: DraftedLine) -> Option<FieldValue> {
    let kept = held.value.get_untracked().and_then(FieldValue::text);
    let kept = kept.unwrap_or_default();
    let text = match kept.trim_end() {
        "" => line.text,
        kept => format!("{kept}\n{}", line.text),
    };
    Some(FieldValue::Text(text))
}

/// One value: a field of a card, or a cell of its rows.
#[component]
pub fn Plain(
    /// The card.
    card: Kept,
    /// What is kept.
    held: Held,
    /// What it is for.
    label: String,
    /// A line below the label; empty for none.
    hint: String,
    /// How it is filled in; rows, votes, figures and signals are no single values.
    kind: FieldKind,
) -> impl IntoView {
    match kind {
        FieldKind::Line | FieldKind::Text => {
            let is_line = kind == FieldKind::Line;
            view! { <Written held=held label=label hint=hint is_line=is_line /> }.into_any()
        }
        FieldKind::Named => {
            view! { <NamedField card=card held=held label=label hint=hint /> }.into_any()
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
            let value = held.value;
            let on = Signal::derive(move || value.get() == Some(FieldValue::Checked(true)));
            let change = held.taker(Pace::Now, |on: bool| {
                on.then_some(FieldValue::Checked(true))
            });
            view! { <Tick on=on on_change=change><span>{label}</span></Tick> }.into_any()
        }
        FieldKind::Choice(choices) => {
            view! { <OneOf held=held label=label hint=hint choices=choices /> }.into_any()
        }
        FieldKind::Signal
        | FieldKind::Rows(_)
        | FieldKind::Tally(_)
        | FieldKind::Figures(_)
        | FieldKind::Lookup(_) => ().into_any(),
    }
}

/// A line or a few lines.
#[component]
pub fn Written(
    /// What is kept.
    held: Held,
    /// What it is for.
    label: String,
    /// A line below the label; empty for none.
    hint: String,
    /// Whether it is one line.
    is_line: bool,
) -> impl IntoView {
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
        .all(|one| one.face.label.chars().count() <= SHORT_CHOICE);
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
