//! A field for a number (数字), with buttons for one less and one more where that helps.
//!
//! Not here: what is a number (`typed_number`), and done over due (`count_entry`).

use super::held_input::HeldInput;
use super::{fresh_id, words};
use crate::text::common;
use crate::typed_number::{Allowed, NotTaken, Unit, read, written};
use crate::ui::icons::{Icon, IconName};
use crate::visible_text::isolated;
use leptos::html;
use leptos::prelude::*;

/// How many characters of what was not taken are said again.
const LONGEST_SAID: usize = 20;

/// A field for a number from `least` to `most`.
///
/// While the user is in it, what is empty or no number changes nothing: the number stays as it was
/// when the user began. When the user leaves it, an empty field takes the number away, and what is
/// no number is not taken, which the field says, with the reason.
#[component]
pub fn NumberField(
    /// What the number is.
    #[prop(into)]
    label: String,
    /// The number as it is kept; nothing while there is none.
    #[prop(into)]
    value: Signal<Option<u32>>,
    /// Takes the number, or nothing when the field was left empty.
    #[prop(into)]
    on_change: Callback<Option<u32>>,
    /// In what it counts; what is kept of halves is their number.
    #[prop(optional)]
    unit: Unit,
    /// The smallest number that is taken, in whole ones.
    #[prop(optional)]
    least: u32,
    /// The largest number that is taken, in whole ones.
    #[prop(default = 9_999)]
    most: u32,
    /// The largest number in what is kept, where it is not whole.
    #[prop(optional)]
    most_kept: Option<u32>,
    /// Whether there is always a number, so that to empty the field takes nothing away.
    #[prop(optional)]
    always: bool,
    /// Whether there are buttons for one less and one more; for whole numbers.
    #[prop(optional)]
    stepper: bool,
    /// The number at which the buttons start where there is none yet; one beside 0 if there is
    /// none.
    #[prop(optional, into)]
    start: Signal<Option<u32>>,
    /// A line below the label; empty for none.
    #[prop(optional, into)]
    hint: String,
    /// What stands in the empty field in grey, such as the number of last time; empty for nothing.
    #[prop(optional, into)]
    in_grey: String,
) -> impl IntoView {
    let words = words();
    let id = fresh_id("number");
    let help_id = format!("{id}-help");
    let node = NodeRef::<html::Input>::new();
    let allowed = Allowed {
        unit,
        least,
        most: most_kept.unwrap_or_else(|| most.saturating_mul(unit.in_one())),
    };
    let typing = Typing::new(value, on_change);
    let input = move |text: String| typing.typed(&text, allowed);
    let commit = move |text: String| typing.finished(&text, allowed, always);
    // A tap on these is the user's own doing, so they write even while the field has the focus.
    let step = move |up: bool| {
        let next = after_a_tap(value.get_untracked(), start.get_untracked(), up).clamp(least, most);
        typing.stepped(next);
        if let Some(field) = node.get_untracked() {
            field.set_value(&next.to_string());
        }
    };
    let [less, more] = [words.count_less, words.count_more].map(|word| format!("{label} {word}"));
    let is_least = move || value.get().is_some_and(|number| number <= least);
    let is_most = move || value.get().is_some_and(|number| number >= most);
    let step_down = move || step_button(less, IconName::Minus, is_least, move || step(false));
    let step_up = move || step_button(more, IconName::Plus, is_most, move || step(true));
    let text = Signal::derive(move || {
        value
            .get()
            .map_or(String::new(), |number| written(number, unit))
    });
    let hint = (!hint.is_empty()).then(|| view! { <p class="hint">{hint}</p> });
    let is_wrong = |refused: Refused| refused.kept.is_none();
    let invalid = Signal::derive(move || typing.refused.get().is_some_and(is_wrong));
    let say = move |one: Refused| not_taken(one.in_words(words, unit));
    let help = move || typing.refused.get().map(say);
    view! {
        <div class="labelled">
            <label for=id.clone()>{label}</label>
            {hint}
            <div class=room_for(most)>
                {stepper.then(step_down)}
                <HeldInput
                    id=id
                    node=node
                    keyboard=keyboard_for(unit)
                    in_grey=in_grey
                    value=text
                    described_by=help_id.clone()
                    invalid=invalid
                    on_input=input
                    on_commit=commit
                />
                {stepper.then(step_up)}
            </div>
            <div id=help_id role="status">{help}</div>
        </div>
    }
}

/// The number after a tap on one of the buttons: the first tap puts where counting starts.
fn after_a_tap(number: Option<u32>, start: Option<u32>, up: bool) -> u32 {
    match (number, start) {
        (None, Some(start)) => start,
        (number, _) => one_beside(number, up),
    }
}

/// One more, or one less.
fn one_beside(number: Option<u32>, up: bool) -> u32 {
    match (number, up) {
        (Some(number), true) => number.saturating_add(1),
        (Some(number), false) => number.saturating_sub(1),
        (None, up) => u32::from(up),
    }
}

/// A button for one less or one more, which says when it leads no further.
fn step_button(
    spoken: String,
    icon: IconName,
    at_end: impl Fn() -> bool + Send + 'static,
    step: impl Fn() + 'static,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="step moves"
            aria-label=spoken
            aria-disabled=move || at_end().then_some("true")
            on:click=move |_| step()
        >
            <Icon name=icon />
        </button>
    }
}

/// The class for the room that a field takes: amounts of money need more than heads.
fn room_for(most: u32) -> &'static str {
    match most {
        0..=99_999 => "number-entry",
        _ => "number-entry number-wide",
    }
}

/// The keyboard that the phone shows.
fn keyboard_for(unit: Unit) -> &'static str {
    match unit {
        Unit::Whole => "numeric",
        Unit::Halves | Unit::Tenths => "decimal",
    }
}

/// That something was not taken, with the reason.
fn not_taken(why: String) -> impl IntoView {
    view! {
        <span class="field-error">
            <Icon name=IconName::Warning />
            <span>{why}</span>
        </span>
    }
}

/// What is being typed, and the number that stands meanwhile.
#[derive(Clone, Copy)]
struct Typing {
    value: Signal<Option<u32>>,
    on_change: Callback<Option<u32>>,
    /// The number as it was when this typing began.
    before: StoredValue<Option<Option<u32>>>,
    refused: RwSignal<Option<Refused>>,
}

/// What was typed and not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Refused {
    why: NotTaken,
    /// Once the user has left it: what the user typed, and the number that stays.
    kept: Option<(String, Option<u32>)>,
}

impl Typing {
    fn new(value: Signal<Option<u32>>, on_change: Callback<Option<u32>>) -> Self {
        Self {
            value,
            on_change,
            before: StoredValue::new(None),
            refused: RwSignal::new(None),
        }
    }

    /// Takes what is a number; what is none, or nothing, leaves the number as it was before.
    fn typed(self, text: &str, allowed: Allowed) {
        let before = self.before.get_value();
        let before = before.unwrap_or_else(|| self.value.get_untracked());
        self.before.set_value(Some(before));
        let (number, why) = match read(text, allowed) {
            Ok(Some(number)) => (Some(number), None),
            Ok(None) => (before, None),
            Err(why) => (before, Some(why)),
        };
        self.refused.set(why.map(|why| Refused { why, kept: None }));
        self.tell(number);
    }

    /// Takes the number away where the field was left empty, and says what was not taken.
    fn finished(self, text: &str, allowed: Allowed, always: bool) {
        let before = self.before.try_get_value().flatten();
        self.before.try_set_value(None);
        let Some(before) = before else { return };
        match read(text, allowed) {
            Ok(None) if !always => self.tell(None),
            Ok(_) => {}
            Err(why) => {
                let typed = text.trim().chars().take(LONGEST_SAID).collect();
                let kept = Some((typed, before));
                self.refused.try_set(Some(Refused { why, kept }));
            }
        }
    }

    /// Takes the number of a button.
    fn stepped(self, number: u32) {
        self.before.set_value(None);
        self.refused.set(None);
        self.tell(Some(number));
    }

    fn tell(self, number: Option<u32>) {
        if self
            .value
            .try_get_untracked()
            .is_some_and(|kept| kept != number)
        {
            self.on_change.try_run(number);
        }
    }
}

impl Refused {
    fn in_words(self, words: &common::Texts, unit: Unit) -> String {
        let why = words.not_taken(self.why);
        match self.kept {
            None => why,
            Some((typed, Some(kept))) => {
                (words.number_stays)(isolated(&typed), why, written(kept, unit))
            }
            Some((typed, None)) => (words.number_stays_empty)(isolated(&typed), why),
        }
    }
}
