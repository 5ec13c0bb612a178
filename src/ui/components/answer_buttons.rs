//! The large buttons that answer an indicator (作答按钮): native radios, so that keyboards and
//! screen readers know them, drawn as buttons with an icon and a word.
//!
//! Not here: counts (`count_entry`), and what an answer amounts to (`assessment`).

use super::standing_mark::Tone;
use super::{fresh_id, words};
use crate::ui::icons::{Icon, IconName};
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{HtmlElement, HtmlInputElement};

/// One answer that can be given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What the page gets when it is chosen; unique among the choices.
    pub value: String,
    /// The words on it.
    pub label: String,
    /// What stands at its end, for example the points of a band; empty for nothing.
    pub detail: String,
    /// Its colours when it is chosen.
    pub tone: Tone,
    /// Its icon.
    pub icon: IconName,
}

impl Choice {
    /// A choice without anything at its end.
    pub fn new(value: &str, label: &str, tone: Tone, icon: IconName) -> Self {
        Self {
            value: value.to_owned(),
            label: label.to_owned(),
            detail: String::new(),
            tone,
            icon,
        }
    }
}

/// The four verdicts (判定) under the values `met`, `partly`, `unmet` and `not_applicable`, in the
/// language of the context.
pub fn verdict_choices() -> Vec<Choice> {
    let words = words();
    vec![
        Choice::new("met", words.standing_met, Tone::Met, IconName::Check),
        Choice::new(
            "partly",
            words.standing_partly,
            Tone::Partly,
            IconName::Half,
        ),
        Choice::new("unmet", words.standing_unmet, Tone::Unmet, IconName::Cross),
        Choice::new(
            "not_applicable",
            words.standing_not_applicable,
            Tone::Quiet,
            IconName::Dash,
        ),
    ]
}

/// How the buttons lie.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum AnswerLayout {
    /// Two beside each other where there is room: for short words.
    #[default]
    Grid,
    /// Below one another: for sentences, such as bands (分档).
    List,
}

impl AnswerLayout {
    fn class(self) -> &'static str {
        match self {
            Self::Grid => "answers answers-grid",
            Self::List => "answers",
        }
    }
}

/// Shows what is chosen for certain: an answer that was refused, because a newer build wrote what
/// it belongs to, does not stay on the button that was tapped.
fn show_chosen(
    fieldset: NodeRef<html::Fieldset>,
    tapped: &HtmlInputElement,
    chosen: Signal<Option<String>>,
) {
    let chosen = chosen.get_untracked();
    if chosen.as_deref() == Some(&*tapped.value()) {
        return;
    }
    tapped.set_checked(false);
    let fieldset = fieldset.get_untracked();
    let button = fieldset.zip(chosen).and_then(|(fieldset, value)| {
        let button = fieldset.query_selector(&format!("input[value=\"{value}\"]"));
        button.ok()??.dyn_into::<HtmlInputElement>().ok()
    });
    if let Some(button) = button {
        button.set_checked(true);
    }
}

/// The answers to one question, of which one can be chosen, and a way to take it back.
#[component]
pub fn AnswerButtons(
    /// What is answered, read aloud before the answers; the page shows it elsewhere.
    #[prop(into)]
    legend: String,
    /// The answers.
    choices: Vec<Choice>,
    /// The value of the chosen one.
    #[prop(into)]
    chosen: Signal<Option<String>>,
    /// The value that was chosen in the period before, marked in grey (上期).
    #[prop(optional, into)]
    previous: Signal<Option<String>>,
    /// Takes the value of a chosen answer.
    #[prop(into)]
    on_choose: Callback<String>,
    /// Takes the answer back; without it no way back is offered.
    #[prop(optional, into)]
    on_clear: Option<Callback<()>>,
    /// How they lie.
    #[prop(optional)]
    layout: AnswerLayout,
) -> impl IntoView {
    let words = words();
    let group = fresh_id("answer");
    let fieldset = NodeRef::<html::Fieldset>::new();
    let buttons = choices.into_iter().map(|choice| {
        let Choice { value, label, detail, tone, icon } = choice;
        let (own, of_before, given) = (value.clone(), value.clone(), value.clone());
        let is_chosen = move || chosen.with(|one| one.as_deref() == Some(own.as_str()));
        // An empty ring is filled with a tick; the other icons say what they stand for.
        let icon = match icon {
            IconName::Ring => {
                let is_chosen = is_chosen.clone();
                let icon = move || if is_chosen() { IconName::Check } else { IconName::Ring };
                Signal::derive(icon)
            }
            other => other.into(),
        };
        let is_previous =
            move || previous.with(|before| before.as_deref() == Some(of_before.as_str()));
        view! {
            <label class=format!("answer {}", tone.class())>
                <input
                    type="radio"
                    class="unseen"
                    name=group.clone()
                    value=value
                    prop:checked=is_chosen
                    on:change:target=move |event| {
                        on_choose.run(given.clone());
                        show_chosen(fieldset, &event.target(), chosen);
                    }
                />
                <span class="answer-face moves">
                    <Icon name=icon />
                    <span class="answer-label">{label}</span>
                    {(!detail.is_empty()).then(|| view! { <span class="answer-detail">{detail}</span> })}
                    {move || is_previous().then(|| view! { <span class="tag">{words.answer_previous}</span> })}
                </span>
            </label>
        }
    });
    let buttons = buttons.collect_view();
    // The button goes away with the answer; the focus must not go with it.
    let clear = move |take: Callback<()>| {
        take.run(());
        let first = fieldset
            .get_untracked()
            .and_then(|all| all.query_selector("input").ok()?);
        if let Some(first) = first.and_then(|input| input.dyn_into::<HtmlElement>().ok()) {
            let _ = first.focus();
        }
    };
    let way_back = move || {
        let take = on_clear.filter(|_| chosen.with(Option::is_some))?;
        Some(view! {
            <button type="button" class="button button-quiet answers-clear" on:click=move |_| clear(take)>
                {words.button_clear}
            </button>
        })
    };
    view! {
        <fieldset node_ref=fieldset class="answers-field">
            <legend class="unseen">{legend}</legend>
            <div class=layout.class()>{buttons}</div>
            {way_back}
        </fieldset>
    }
}
