//! A field for a whole number (数字), with buttons for one less and one more where that helps.
//!
//! Not here: done over due (`count_entry`).

use super::held_input::HeldInput;
use super::{fresh_id, words};
use crate::ui::icons::{Icon, IconName};
use leptos::html;
use leptos::prelude::*;

/// A field for a whole number from 0 to `most`.
///
/// What is not such a number is marked and not taken; the field keeps it until it is mended.
#[component]
pub fn NumberField(
    /// What the number is.
    #[prop(into)]
    label: String,
    /// The number as it is kept; nothing while there is none.
    #[prop(into)]
    value: Signal<Option<u32>>,
    /// Takes the number, or nothing when the field was emptied.
    #[prop(into)]
    on_change: Callback<Option<u32>>,
    /// The largest number that is taken.
    #[prop(default = 9_999)]
    most: u32,
    /// Whether there are buttons for one less and one more.
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
    let invalid = RwSignal::new(false);
    let take = move |text: String| match whole_number(&text, most) {
        Ok(number) => {
            invalid.set(false);
            on_change.run(number);
        }
        Err(NotWhole) => invalid.set(true),
    };
    // A tap on these is the person's own doing, so they write even while the field has the focus.
    let step = move |up: bool| {
        let now = value.get_untracked();
        let next = if up {
            now.map_or(1, |number| number.saturating_add(1)).min(most)
        } else {
            now.map_or(0, |number| number.saturating_sub(1))
        };
        invalid.set(false);
        on_change.run(Some(next));
        if let Some(field) = node.get_untracked() {
            field.set_value(&next.to_string());
        }
    };
    let step_button = |up: bool, icon: IconName, word: &'static str| {
        let at_end = move || match value.get() {
            Some(number) if up => number >= most,
            Some(number) => number == 0,
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
            .map_or(String::new(), |number| number.to_string())
    });
    let explained = !hint.is_empty();
    let help = move || {
        invalid
            .get()
            .then_some(words.count_only_numbers)
            .map(|text| {
                view! { <span class="field-error"><Icon name=IconName::Warning />{text}</span> }
            })
    };
    view! {
        <div class="labelled">
            <label for=id.clone()>{label.clone()}</label>
            {explained.then(|| view! { <p class="hint">{hint}</p> })}
            <div class="number-entry">
                {stepper.then(|| step_button(false, IconName::Minus, words.count_less))}
                <HeldInput
                    id=id
                    node=node
                    keyboard="numeric"
                    value=text
                    described_by=help_id.clone()
                    invalid=invalid
                    on_input=take
                />
                {stepper.then(|| step_button(true, IconName::Plus, words.count_more))}
            </div>
            <div id=help_id role="status">{help}</div>
        </div>
    }
}

/// The text is no whole number that could be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct NotWhole;

/// Reads a whole number of at most `most`; an empty text is no number and no mistake. The digits
/// of a Chinese keyboard in full width count as digits.
fn whole_number(text: &str, most: u32) -> Result<Option<u32>, NotWhole> {
    let digits: String = text.trim().chars().map(narrow).collect();
    if digits.is_empty() {
        return Ok(None);
    }
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NotWhole);
    }
    digits
        .parse()
        .ok()
        .filter(|number| *number <= most)
        .map(Some)
        .ok_or(NotWhole)
}

fn narrow(character: char) -> char {
    match u32::from(character).checked_sub(u32::from('０')) {
        Some(digit) if digit < 10 => char::from_digit(digit, 10).unwrap_or(character),
        _ => character,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_read_as_people_type_them() {
        fn check(text: &str, expected: Result<Option<u32>, NotWhole>) {
            assert_eq!(whole_number(text, 9_999), expected, "{text:?}");
        }

        check("", Ok(None));
        check("  ", Ok(None));
        check("0", Ok(Some(0)));
        check(" 12 ", Ok(Some(12)));
        check("007", Ok(Some(7)));
        check("１２", Ok(Some(12)));
        check("9999", Ok(Some(9_999)));
        check("10000", Err(NotWhole));
        check("99999999999999999999", Err(NotWhole));
        check("-1", Err(NotWhole));
        check("1.5", Err(NotWhole));
        check("十二", Err(NotWhole));
        check("3次", Err(NotWhole));
    }
}
