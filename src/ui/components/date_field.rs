//! A labelled field for a date (日期), with the picker of the device.
//!
//! Not here: quarters, which are chosen from a list.

use super::held_input::HeldInput;
use super::{fresh_id, words};
use crate::exchange::limits::YEARS;
use crate::period::CivilDate;
use crate::text::common;
use crate::ui::icons::{Icon, IconName};
use leptos::html;
use leptos::prelude::*;
use std::ops::RangeInclusive;

/// A field for a date.
///
/// What is not a whole date yet is not taken, nor is a day outside of the years that are taken; the
/// field then shows the day that is kept, and says why. To empty it takes the day away, where the
/// page lets it.
#[component]
pub fn DateField(
    /// What day it is.
    #[prop(into)]
    label: String,
    /// The day as it is kept; nothing while there is none.
    #[prop(into)]
    value: Signal<Option<CivilDate>>,
    /// Takes the day, or nothing when the field was emptied.
    #[prop(into)]
    on_change: Callback<Option<CivilDate>>,
    /// The years from which a day is taken.
    #[prop(default = YEARS)]
    years: RangeInclusive<i32>,
    /// A word about the day that is kept, such as that it is still to come; empty for none.
    #[prop(optional, into)]
    remark: Signal<String>,
    /// A line below the label; empty for none.
    #[prop(optional, into)]
    hint: String,
) -> impl IntoView {
    let id = fresh_id("date");
    let help_id = format!("{id}-help");
    let explained = !hint.is_empty();
    view! {
        <div class="labelled">
            <label for=id.clone()>{label}</label>
            {explained.then(|| view! { <p class="hint">{hint}</p> })}
            <DateInput
                id=id
                help_id=help_id
                value=value
                on_change=on_change
                years=years
                remark=remark
            />
        </div>
    }
}

/// The field for a date without its label, with what it says below it.
#[component]
pub fn DateInput(
    /// Its id.
    id: String,
    /// The id of what it says.
    help_id: String,
    /// The day as it is kept.
    #[prop(into)]
    value: Signal<Option<CivilDate>>,
    /// Takes the day, or nothing when the field was emptied.
    #[prop(into)]
    on_change: Callback<Option<CivilDate>>,
    /// The years from which a day is taken.
    #[prop(default = YEARS)]
    years: RangeInclusive<i32>,
    /// A word about the day that is kept; empty for none.
    #[prop(optional, into)]
    remark: Signal<String>,
    /// What is read aloud, where there is no label.
    #[prop(optional, into)]
    spoken: Option<String>,
) -> impl IntoView {
    let words = words();
    let node = NodeRef::<html::Input>::new();
    let refused = RwSignal::new(None::<NoDay>);
    let text = Signal::derive(move || value.get().map(|day| day.to_string()).unwrap_or_default());
    let half_typed = move || {
        let field = node.try_get_untracked().flatten();
        field.is_some_and(|field| field.validity().bad_input())
    };
    let (first, last) = (*years.start(), *years.end());
    let taken = years.clone();
    let take = Callback::new(
        move |text: String| match day_of(&text, half_typed(), &taken) {
            Ok(day) => {
                refused.set(None);
                if day != value.get_untracked() {
                    on_change.run(day);
                }
            }
            // The user is in the middle of it.
            Err(_) => refused.set(None),
        },
    );
    let leave = Callback::new(move |text: String| {
        let why = day_of(&text, half_typed(), &years).err();
        refused.try_set(why);
        // The browser keeps what is half typed beside the empty text, and would go on showing it.
        if let (Some(_), Some(field)) = (why, node.try_get_untracked().flatten()) {
            field.set_value("");
        }
    });
    let help = move || {
        let (text, class) = match refused.get() {
            Some(why) => (why.in_words(words, first, last), "field-error"),
            None => (remark.get(), "field-remark"),
        };
        (!text.is_empty()).then(|| {
            view! { <span class=class><Icon name=IconName::Warning /><span>{text}</span></span> }
        })
    };
    view! {
        <HeldInput
            id=id
            node=node
            kind="date"
            spoken=spoken
            value=text
            min=format!("{first:04}-01-01")
            max=format!("{last:04}-12-31")
            on_input=take
            on_leave=leave
            described_by=help_id.clone()
        />
        <div id=help_id role="status">{help}</div>
    }
}

/// Why what was typed is no day that is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NoDay {
    /// A part of it is missing.
    HalfTyped,
    /// Its year is none that is taken.
    OtherYear,
}

impl NoDay {
    fn in_words(self, words: &common::Texts, first: i32, last: i32) -> String {
        match self {
            Self::HalfTyped => words.date_unfinished.to_owned(),
            Self::OtherYear => (words.date_years)(first, last),
        }
    }
}

/// Reads what a browser gives of a field for a date: a day, or `None` if it is empty. What is
/// typed in part is empty, too, and the browser says so apart.
fn day_of(
    text: &str,
    half_typed: bool,
    years: &RangeInclusive<i32>,
) -> Result<Option<CivilDate>, NoDay> {
    if text.is_empty() {
        return if half_typed {
            Err(NoDay::HalfTyped)
        } else {
            Ok(None)
        };
    }
    match text.parse::<CivilDate>() {
        Ok(day) if years.contains(&day.year()) => Ok(Some(day)),
        // A browser writes no other days but those whose year has more digits than four.
        Ok(_) | Err(_) => Err(NoDay::OtherYear),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_of_a_year_that_cannot_be_meant_is_not_taken() {
        fn check(text: &str, half_typed: bool, expected: Result<Option<&str>, NoDay>) {
            let expected = expected.map(|day| day.map(|day| day.parse().unwrap()));
            assert_eq!(day_of(text, half_typed, &YEARS), expected, "{text}");
        }

        check("", false, Ok(None));
        check("", true, Err(NoDay::HalfTyped));
        check("2026-11-27", false, Ok(Some("2026-11-27")));
        check("2000-01-01", false, Ok(Some("2000-01-01")));
        check("2199-12-31", false, Ok(Some("2199-12-31")));
        check("1999-12-31", false, Err(NoDay::OtherYear));
        check("0202-12-31", false, Err(NoDay::OtherYear));
        check("8123-02-02", false, Err(NoDay::OtherYear));
        check("81231-02-02", false, Err(NoDay::OtherYear));
    }
}
