//! The large buttons that answer an indicator (作答按钮): native radios, so that keyboards and
//! screen readers know them, drawn as buttons with an icon and a word. Pressing the chosen one
//! again takes the answer back, which its description says.
//!
//! Not here: counts (`count_entry`), and what an answer amounts to (`assessment`).

use super::selection::{Choice, Face, Selection};
use super::standing_mark::Tone;
use super::{fresh_id, words};
use crate::assessment::Verdict;
use crate::ui::icons::{Icon, IconName};
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Event, HtmlInputElement};

/// How long after an answer was chosen a tap does not take it back, in milliseconds: many tap twice
/// what they mean once.
pub(super) const DOUBLE_TAP_MS: f64 = 700.0;

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
    /// As many beside one another as there is room for: for short words.
    #[default]
    Grid,
    /// All beside one another, the icon above the word; two by two where there is no room.
    Row,
    /// Below one another: for sentences, such as bands (分档).
    List,
}

impl AnswerLayout {
    fn class(self) -> &'static str {
        match self {
            Self::Grid => "answers answers-grid",
            Self::Row => "answers answers-row",
            Self::List => "answers",
        }
    }
}

/// The answers to one question, of which one can be chosen. Where there is `on_clear`, the chosen
/// one can be pressed again, which takes the answer back.
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
    let Selection {
        faces,
        chosen,
        previous,
        on_choose,
    } = selection;
    let pressed = Pressed {
        fieldset: NodeRef::new(),
        chosen,
        on_choose,
        on_clear,
        chosen_at: StoredValue::new(f64::NEG_INFINITY),
    };
    let take_back = words().answer_take_back;
    let buttons = faces.into_iter().enumerate().map(|(place, face)| {
        let is_chosen = Signal::derive(move || chosen.get() == Some(place));
        let class = format!("answer {}", face.tone.class());
        let description = move || (on_clear.is_some() && is_chosen.get()).then_some(take_back);
        view! {
            <label class=class>
                <input
                    type="radio"
                    class="unseen"
                    name=group.clone()
                    value=place
                    title=description
                    prop:checked=is_chosen
                    on:change:target=move |event| pressed.changed(&event.target(), &event, place)
                    on:click:target=move |event| pressed.clicked(&event.target(), &event, place)
                    on:keyup:target=move |event| pressed.key_up(&event.target(), &event, place)
                />
                {answer_face(face, layout, is_chosen, move || previous.get() == Some(place))}
            </label>
        }
    });
    let buttons = buttons.collect_view();
    view! {
        <fieldset node_ref=pressed.fieldset class="answers-field">
            <legend class="unseen">{legend}</legend>
            <div class=layout.class()>{buttons}</div>
        </fieldset>
    }
}

/// What becomes of pressing an answer.
#[derive(Clone, Copy)]
struct Pressed {
    fieldset: NodeRef<html::Fieldset>,
    chosen: Signal<Option<usize>>,
    on_choose: Callback<usize>,
    on_clear: Option<Callback<()>>,
    /// When an answer was chosen last, by the clock of the events.
    chosen_at: StoredValue<f64>,
}

impl Pressed {
    /// Another answer was chosen. A radio that was just taken back says that it changed, too.
    fn changed(self, radio: &HtmlInputElement, event: &Event, place: usize) {
        if radio.checked() {
            self.chosen_at.set_value(event.time_stamp());
            self.on_choose.run(place);
            self.show_chosen(radio, place);
        }
    }

    /// A click on the chosen answer takes it back. A click on another arrives here before the
    /// change.
    fn clicked(self, radio: &HtmlInputElement, event: &Event, place: usize) {
        let is_meant = event.time_stamp() - self.chosen_at.get_value() > DOUBLE_TAP_MS;
        if is_meant && self.chosen.get_untracked() == Some(place) {
            self.take_back(radio, place);
        }
    }

    /// The space bar does nothing on a radio that is chosen, in most browsers; here it takes the
    /// answer back, as a click does.
    fn key_up(self, radio: &HtmlInputElement, event: &KeyboardEvent, place: usize) {
        if event.key() == " " && self.chosen.get_untracked() == Some(place) {
            event.prevent_default();
            self.take_back(radio, place);
        }
    }

    fn take_back(self, radio: &HtmlInputElement, place: usize) {
        if let Some(clear) = self.on_clear {
            clear.run(());
            self.show_chosen(radio, place);
        }
    }

    /// Shows what is chosen for certain: an answer that was refused, because a newer build wrote
    /// what it belongs to, does not stay on the button that was tapped.
    fn show_chosen(self, tapped: &HtmlInputElement, place: usize) {
        let chosen = self.chosen.get_untracked();
        if chosen == Some(place) {
            tapped.set_checked(true);
            return;
        }
        tapped.set_checked(false);
        let fieldset = self.fieldset.get_untracked();
        let button = fieldset.zip(chosen).and_then(|(fieldset, place)| {
            let button = fieldset.query_selector(&format!("input[value=\"{place}\"]"));
            button.ok()??.dyn_into::<HtmlInputElement>().ok()
        });
        if let Some(button) = button {
            button.set_checked(true);
        }
    }
}

/// What is seen of an answer: its icon, its words, and whether it is that of the period before.
fn answer_face(
    face: Face,
    layout: AnswerLayout,
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
    let label = match layout {
        AnswerLayout::Row => label.into_any(),
        AnswerLayout::Grid | AnswerLayout::List => {
            view! { <span class="answer-label">{label}</span> }.into_any()
        }
    };
    view! {
        <span class="answer-face moves">
            <Icon name=icon />
            {label}
            {(!detail.is_empty()).then(|| view! { <span class="answer-detail">{detail}</span> })}
            {move || is_previous().then(|| view! {
                <span class="tag">{words.answer_previous}</span>
            })}
        </span>
    }
}
