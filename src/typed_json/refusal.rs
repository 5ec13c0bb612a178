//! What a type refuses, with the place and in words (不合之处).
//!
//! Not here: reading (`reader`).

use super::Misfit;
use serde::de::{Error, Expected, Unexpected};
use std::fmt;

/// What a type refuses, and where.
#[derive(Debug)]
pub(super) struct Refusal(Box<Misfit>);

impl Refusal {
    /// The refusal for whoever asked for the type.
    pub(super) fn into_misfit(self) -> Misfit {
        *self.0
    }

    #[inline(never)]
    pub(super) fn in_member(mut self, name: &str) -> Self {
        let place = &self.0.place;
        let dot = if place.is_empty() || place.starts_with('[') {
            ""
        } else {
            "."
        };
        self.0.place = format!("{name}{dot}{place}");
        self
    }

    #[inline(never)]
    pub(super) fn in_element(self, index: usize) -> Self {
        self.in_member(&format!("[{index}]"))
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        fmt::Display::fmt(&self.0, formatter)
    }
}

impl std::error::Error for Refusal {}

impl Error for Refusal {
    #[inline(never)]
    fn custom<T: fmt::Display>(problem: T) -> Self {
        Self(Box::new(Misfit {
            place: String::new(),
            problem: problem.to_string(),
        }))
    }

    #[inline(never)]
    fn invalid_type(found: Unexpected, expected: &dyn Expected) -> Self {
        let found = in_words(found);
        Self::custom(format_args!("invalid type: {found}, expected {expected}"))
    }

    #[inline(never)]
    fn invalid_value(found: Unexpected, expected: &dyn Expected) -> Self {
        let found = in_words(found);
        Self::custom(format_args!("invalid value: {found}, expected {expected}"))
    }
}

/// What was found. Fractions are named without their digits: nothing else in the app writes one,
/// and what writes them is as large as this whole reader.
fn in_words(found: Unexpected) -> String {
    match found {
        Unexpected::Bool(yes) => format!("boolean `{yes}`"),
        Unexpected::Unsigned(number) => format!("integer `{number}`"),
        Unexpected::Signed(number) => format!("integer `{number}`"),
        Unexpected::Float(_) => "floating point number".to_owned(),
        Unexpected::Str(text) => format!("string {text:?}"),
        Unexpected::Seq => "sequence".to_owned(),
        Unexpected::Map => "map".to_owned(),
        Unexpected::Unit | Unexpected::Option => "null".to_owned(),
        _ => "something else".to_owned(),
    }
}
