//! The fields (栏目) of a card. Each saves itself; all may stay empty.
//!
//! Fields whose labels begin alike stand under one fold, and numbers that follow one another stand
//! beside each other, so that a long card stays short. Not here: steps and links.

use super::card::{Kept, read};
use crate::app::commands::Pace;
use crate::app::state::AppState;
use crate::ledger::FieldValue;
use crate::rectification::Origin;
use crate::standard::{Choice as PackChoice, Field, FieldKind, ItemId, Mechanism};
use crate::ui::components::{
    AnswerButtons, AnswerLayout, Button, ButtonLink, Choice, DateField, Disclosure, NoteField,
    NumberField, TextField, Tone,
};
use crate::ui::icons::{Icon, IconName};
use crate::ui::root::Navigation;
use crate::ui::route::Route;
use crate::ui::speech::{language, say, texts};
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;
use uuid::Uuid;

/// A field with the words that stand before it here: its label, or what is left of it in a fold.
type Named = (Field, String);

/// Fields that stand together.
#[derive(Clone, Debug, PartialEq)]
enum Group {
    /// One alone.
    One(Named),
    /// Numbers beside each other.
    Numbers(Vec<Named>),
    /// Under a fold, with the words that their labels begin with.
    Folded(String, Vec<Named>),
}

/// Numbers stand three in a row where none of their labels is longer than this, in characters.
const SHORT_LABEL: usize = 9;

/// The fields of a card.
#[component]
pub fn Fields(id: Uuid, card: Kept, mechanism: Arc<Mechanism>) -> impl IntoView {
    let language = language();
    let labelled = mechanism.fields.iter().map(|field| {
        let label = say(&field.label, language);
        (field.clone(), label)
    });
    let of = mechanism.id.clone();
    let one = move |(field, label): Named| {
        view! { <OneField id=id card=card of=of.clone() field=field label=label /> }.into_any()
    };
    let all = |fields: Vec<Named>| fields.into_iter().map(&one).collect::<Vec<AnyView>>();
    let groups = grouped(labelled.collect())
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
                view! { <div class=class>{all(fields)}</div> }.into_any()
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

/// Puts fields together that belong together.
fn grouped(fields: Vec<Named>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (field, label) in fields {
        let is_number = field.kind == FieldKind::Number;
        let parts = label.split_once('：').or_else(|| label.split_once(": "));
        let folded = parts.map(|(name, rest)| (name.to_owned(), capital(rest)));
        match (groups.last_mut(), folded) {
            (Some(Group::Folded(name, inside)), Some((own, rest))) if *name == own => {
                inside.push((field, rest));
            }
            (_, Some((own, rest))) => groups.push(Group::Folded(own, vec![(field, rest)])),
            (Some(Group::Numbers(beside)), None) if is_number => beside.push((field, label)),
            (_, None) if is_number => groups.push(Group::Numbers(vec![(field, label)])),
            (_, None) => groups.push(Group::One((field, label))),
        }
    }
    groups
}

fn capital(text: &str) -> String {
    let text = text.trim();
    let mut rest = text.chars();
    let first = rest.next().map(|first| first.to_uppercase());
    first.into_iter().flatten().chain(rest).collect()
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
            view! { <NumberField label=label hint=hint value=number on_change=change /> }.into_any()
        }
        FieldKind::Date => {
            let day = Signal::derive(move || match value.get() {
                Some(FieldValue::Date(day)) => Some(day),
                _ => None,
            });
            let change =
                Callback::new(move |day: Option<_>| write(Pace::Now, day.map(FieldValue::Date)));
            view! { <DateField label=label hint=hint value=day on_change=change /> }.into_any()
        }
        FieldKind::Check => {
            let on = Signal::derive(move || value.get() == Some(FieldValue::Checked(true)));
            let node = NodeRef::<html::Input>::new();
            let changed = move |_| {
                let checked = node.get_untracked().is_some_and(|input| input.checked());
                write(Pace::Now, checked.then_some(FieldValue::Checked(true)));
            };
            view! {
                <label class="tick">
                    <input node_ref=node type="checkbox" prop:checked=on on:change=changed />
                    <span>{label}</span>
                </label>
            }
            .into_any()
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
    let choices: Vec<Choice> = choices
        .iter()
        .map(|one| {
            let label = say(&one.label, language);
            Choice::new(&one.key, &label, Tone::Open, IconName::Ring)
        })
        .collect();
    let short = choices.iter().all(|one| one.label.chars().count() <= 3);
    let layout = if short {
        AnswerLayout::Grid
    } else {
        AnswerLayout::List
    };
    view! {
        <div class="labelled">
            <p class="label" aria-hidden="true">{label.clone()}</p>
            {(!hint.is_empty()).then(|| view! { <p class="hint">{hint}</p> })}
            <AnswerButtons
                legend=label
                choices=choices
                chosen=chosen
                layout=layout
                on_choose=on_choose
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
    let key = Signal::derive(move || {
        let there = chosen.get()?;
        Some(if there { "yes" } else { "no" }.to_owned())
    });
    let choices = vec![
        Choice::new("no", words.signal_no, Tone::Open, IconName::Check),
        Choice::new("yes", words.signal_yes, Tone::Partly, IconName::Info),
    ];
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
                choices=choices
                chosen=key
                on_choose=Callback::new(move |key: String| on_choose.run(Some(key == "yes")))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::standard::Label;

    #[test]
    fn fields_that_belong_together_stand_together() {
        let field = |label: &str, kind: FieldKind| {
            let field = Field {
                key: label.to_owned(),
                label: Label {
                    zh: label.to_owned(),
                    en: None,
                },
                hint: None,
                kind,
            };
            (field, label.to_owned())
        };
        let groups = grouped(vec![
            field("目标", FieldKind::Text),
            field("应到", FieldKind::Number),
            field("实到", FieldKind::Number),
            field("风险备案：新在哪里", FieldKind::Text),
            field("风险备案：怎么防", FieldKind::Text),
            field("Risks: filed on", FieldKind::Date),
            field("户数", FieldKind::Number),
        ]);
        let shapes: Vec<String> = groups
            .iter()
            .map(|group| match group {
                Group::One((_, label)) => label.clone(),
                Group::Numbers(all) => format!("{} numbers", all.len()),
                Group::Folded(name, all) => {
                    let inside: Vec<&str> = all.iter().map(|(_, label)| label.as_str()).collect();
                    format!("{name}({})", inside.join(","))
                }
            })
            .collect();
        let expected = [
            "目标",
            "2 numbers",
            "风险备案(新在哪里,怎么防)",
            "Risks(Filed on)",
            "1 numbers",
        ];
        assert_eq!(shapes, expected);
    }
}
