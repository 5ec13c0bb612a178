//! Example answers with the outcome that they must have (测试样例), part of a standard pack.
//!
//! Not here: running them (`assessment`).

use super::condition::Facts;
use super::pack::ItemId;
use super::star::SourceVerdict;
use crate::period::{CivilDate, Quarter};
use crate::sorted_map::SortedMap;
use serde::{Deserialize, Serialize};

/// Example answers with the outcome that they must have (测试样例). A pack whose examples come
/// out otherwise is refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// What it shows.
    pub name: String,
    /// The facts of the organisation.
    #[serde(default)]
    pub facts: Facts,
    /// The end of term, where it matters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term_end: Option<CivilDate>,
    /// The period.
    pub period: Quarter,
    /// The answer given to everything that is asked and not named below, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub otherwise: Option<SourceVerdict>,
    /// The answers, in the short form: `"met"`, `"partly"`, `"unmet"`, `"not_applicable"`,
    /// `"clear"`, `"present"`, `"unclear"`, `"unchecked"` for none, a number of points for a band,
    /// `[done]` / `[done, due]` for a count, or how often each deduction happened.
    #[serde(default)]
    pub answers: SortedMap<ItemId, ExampleAnswer>,
    /// What must come out.
    pub expected: Expected,
}

/// An answer in the short form of an example.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum ExampleAnswer {
    /// A verdict or the answer to a veto, by name.
    Word(String),
    /// The points of a band.
    Points(u32),
    /// Done, or done and due; for a bonus, how many of each option; for deductions, how often each
    /// happened.
    Numbers(Vec<u32>),
}

/// What must come out of an example; what is not named is not looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Expected {
    /// Per basic, by key: `met`, `unmet`, `incomplete` or `nothing_due`.
    #[serde(skip_serializing_if = "SortedMap::is_empty")]
    pub basics: SortedMap<String, String>,
    /// Per star, by key: `won`, `not_won`, `incomplete`, `frozen`, `named` or `not_applicable`.
    #[serde(skip_serializing_if = "SortedMap::is_empty")]
    pub stars: SortedMap<String, String>,
    /// The points of a star, by key.
    #[serde(skip_serializing_if = "SortedMap::is_empty")]
    pub scores: SortedMap<String, u32>,
    /// How many stars count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stars_counted: Option<u32>,
    /// The sum of bonus points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bonus: Option<u32>,
}
