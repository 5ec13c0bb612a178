//! Years, quarters, frequencies and civil dates, and when something falls due.
//!
//! Not here: the clock. Whoever needs today's date is given it.

/// Serialises a type through its text form.
macro_rules! serialize_as_text {
    ($type:ty, $pattern:literal) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <String as serde::Deserialize>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "pattern": $pattern })
            }
        }
    };
}

mod clock_doubt;
mod date;
mod frequency;
mod judging;
mod month;
mod quarter;
mod span;

pub use clock_doubt::{ClockDoubt, can_be_today, clock_doubt};
pub use date::CivilDate;
pub use frequency::{Due, Frequency};
pub use judging::JudgingDay;
pub use month::Month;
pub use quarter::Quarter;
pub use span::Span;

/// The years to which anything can belong.
pub const YEARS: std::ops::RangeInclusive<i32> = 2000..=2199;

/// What is wrong with a text that should be a date or a quarter.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PeriodError {
    /// The text is not of the form `YYYY-MM-DD`, or there is no such day.
    #[error("not a date: {text}")]
    NotADate {
        /// The text as it was found.
        text: String,
    },
    /// The text is not of the form `2026Q1`.
    #[error("not a quarter: {text}")]
    NotAQuarter {
        /// The text as it was found.
        text: String,
    },
    /// The text is not of one of the forms `2026-06`, `2026Q2`, `2026H1`, `2026`, `T2027-06-30`.
    #[error("not a span: {text}")]
    NotASpan {
        /// The text as it was found.
        text: String,
    },
}
