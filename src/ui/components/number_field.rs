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
/// While the person is in it, what is empty or no number changes nothing: the number stays as it
/// was when she began. When she leaves it, an empty field takes the number away, and what is no
/// number is not taken, which the field says, with the reason.
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
    /// Whether there is always a number, so that to empty the field takes nothing away.
    #[prop(optional)]
    always: bool,
    /// Whether there are buttons for one less and one more; for whole numbers.
    #[prop(optional)]
    stepper: bool,
    /// A line below the label; empty for none.
    #[prop(optional, into)]
    hint: String,
) -> impl IntoView {
    let words = words();
    let id = fresh_id("number");
    let help_id = format!("{id}-help");
    let node = NodeRef::<html::Input>::new();
    let allowed = Allowed { unit, least, most };
    let typing = Typing {
        value,
        on_change,
        before: StoredValue::new(None),
        refused: RwSignal::new(None),
    };
    let on_input = move |text: String| typing.typed(&text, allowed);
    let on_commit = move |text: String| typing.finished(&text, allowed, always);
    // A tap on these is the person's own doing, so they write even while the field has the focus.
    let step = move |up: bool| {
        let now = value.get_untracked();
        let next = if up {
            now.map_or(1, |number| number.saturating_add(1))
        } else {
            now.map_or(0, |number| number.saturating_sub(1))
        };
        let next = next.clamp(least, most);
        typing.stepped(next);
        if let Some(field) = node.get_untracked() {
            field.set_value(&next.to_string());
        }
    };
    let step_button = |up: bool, icon: IconName, word: &'static str| {
        let at_end = move || match value.get() {
            Some(number) if up => number >= most,
            Some(number) => number <= least,
            None => false,
        };
        view! {
            <button
                type="button"
                class="step moves"
                aria-label=format!("{label} {word}")
                aria-disabled=move || at_end().then_some("true")
                on:click=move |_| step(up)
            >
                <Icon name=icon />
            </button>
        }
    };
    let text = Signal::derive(move || {
        value
            .get()
            .map_or(String::new(), |number| written(number, unit))
    });
    let explained = !hint.is_empty();
    let invalid = Signal::derive(move || {
        let refused = typing.refused.get();
        refused.is_some_and(|one| one.kept.is_none())
    });
    let help = move || {
        typing.refused.get().map(|one| {
            let text = one.in_words(words, unit);
            view! { <span class="field-error"><Icon name=IconName::Warning /><span>{text}</span></span> }
        })
    };
    // Amounts of money need more room than heads.
    let room = match most {
        0..=99_999 => "number-entry",
        _ => "number-entry number-wide",
    };
    let keyboard = match unit {
        Unit::Whole => "numeric",
        Unit::Halves => "decimal",
    };
    view! {
        <div class="labelled">
            <label for=id.clone()>{label.clone()}</label>
            {explained.then(|| view! { <p class="hint">{hint}</p> })}
            <div class=room>
                {stepper.then(|| step_button(false, IconName::Minus, words.count_less))}
                <HeldInput
                    id=id
                    node=node
                    keyboard=keyboard
                    value=text
                    described_by=help_id.clone()
                    invalid=invalid
                    on_input=on_input
                    on_commit=on_commit
                />
                {stepper.then(|| step_button(true, IconName::Plus, words.count_more))}
            </div>
            <div id=help_id role="status">{help}</div>
        </div>
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
    /// Once she has left it: what she typed, and the number that stays.
    kept: Option<(String, Option<u32>)>,
}

impl Typing {
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
