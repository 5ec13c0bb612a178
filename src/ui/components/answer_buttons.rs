//! The large buttons that answer an indicator (作答按钮): native radios, so that keyboards and
//! screen readers know them, drawn as buttons with an icon and a word.
//!
//! Not here: counts (`count_entry`), and what an answer amounts to (`assessment`).

use super::selection::{Choice, Face, Selection};
use super::standing_mark::Tone;
use super::{fresh_id, words};
use crate::assessment::Verdict;
use crate::ui::icons::{Icon, IconName};
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{HtmlElement, HtmlInputElement};

/// The four verdicts (判定), in the language of the context.
pub fn verdict_choices() -> [Choice<Verdict>; 4] {
    let words = words();
    [
        Choice::new(Verdict::Met, words.standing_met, Tone::Met, IconName::Check),
        Choice::new(
            Verdict::Partly,
            words.standing_partly,
            Tone::Partly,
            IconName::Half,
        ),
        Choice::new(
            Verdict::Unmet,
            words.standing_unmet,
            Tone::Unmet,
            IconName::Cross,
        ),
        Choice::new(
            Verdict::NotApplicable,
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
    place: usize,
    chosen: Option<usize>,
) {
    if chosen == Some(place) {
        return;
    }
    tapped.set_checked(false);
    let fieldset = fieldset.get_untracked();
    let button = fieldset.zip(chosen).and_then(|(fieldset, place)| {
        let button = fieldset.query_selector(&format!("input[value=\"{place}\"]"));
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
    /// The answers. What was chosen in the period before is marked in grey.
    selection: Selection,
    /// Takes the answer back; without it no way back is offered.
    #[prop(optional, into)]
    on_clear: Option<Callback<()>>,
    /// How they lie.
    #[prop(optional)]
    layout: AnswerLayout,
) -> impl IntoView {
    let group = fresh_id("answer");
    let fieldset = NodeRef::<html::Fieldset>::new();
    let Selection {
        faces,
        chosen,
        previous,
        on_choose,
    } = selection;
    let buttons = faces.into_iter().enumerate().map(|(place, face)| {
        let is_chosen = Signal::derive(move || chosen.get() == Some(place));
        let class = format!("answer {}", face.tone.class());
        view! {
            <label class=class>
                <input
                    type="radio"
                    class="unseen"
                    name=group.clone()
                    value=place
                    prop:checked=is_chosen
                    on:change:target=move |event| {
                        on_choose.run(place);
                        show_chosen(fieldset, &event.target(), place, chosen.get_untracked());
                    }
                />
                {answer_face(face, is_chosen, move || previous.get() == Some(place))}
            </label>
        }
    });
    let buttons = buttons.collect_view();
    view! {
        <fieldset node_ref=fieldset class="answers-field">
            <legend class="unseen">{legend}</legend>
            <div class=layout.class()>{buttons}</div>
            {move || {
                let take = on_clear.filter(|_| chosen.get().is_some())?;
                Some(way_back(take, fieldset))
            }}
        </fieldset>
    }
}

/// What is seen of an answer: its icon, its words, and whether it is that of the period before.
fn answer_face(
    face: Face,
    is_chosen: Signal<bool>,
    is_previous: impl Fn() -> bool + Send + 'static,
) -> impl IntoView {
    let words = words();
    let Face {
        label,
        detail,
        icon,
        ..
    } = face;
    // An empty ring is filled with a tick; the other icons say what they stand for.
    let icon = match icon {
        IconName::Ring => Signal::derive(move || match is_chosen.get() {
            true => IconName::Check,
            false => IconName::Ring,
        }),
        other => other.into(),
    };
    view! {
        <span class="answer-face moves">
            <Icon name=icon />
            <span class="answer-label">{label}</span>
            {(!detail.is_empty()).then(|| view! { <span class="answer-detail">{detail}</span> })}
            {move || is_previous().then(|| view! { <span class="tag">{words.answer_previous}</span> })}
        </span>
    }
}

/// The button that takes an answer back. It goes away with the answer, and the focus must not go
/// with it.
fn way_back(take: Callback<()>, fieldset: NodeRef<html::Fieldset>) -> impl IntoView {
    let clear = move |_| {
        take.run(());
        let first = fieldset
            .get_untracked()
            .and_then(|all| all.query_selector("input").ok()?);
        if let Some(first) = first.and_then(|input| input.dyn_into::<HtmlElement>().ok()) {
            let _ = first.focus();
        }
    };
    view! {
        <button type="button" class="button button-quiet answers-clear" on:click=clear>
            {words().button_clear}
        </button>
    }
}
