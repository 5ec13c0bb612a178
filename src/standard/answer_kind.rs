//! How an indicator is answered (作答方式), as the pack says it.
//!
//! What differs between the kinds is asked of them by these functions, so that a new kind has to be
//! thought of here and where it is answered and judged. Not here: what was answered
//! (`assessment::AnswerValue`).

use serde::{Deserialize, Serialize};

/// How an indicator is answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AnswerKind {
    /// By a verdict (达标/部分达标/未达标/不适用).
    #[default]
    Verdict,
    /// By how often it was done since the year began (应几次/实几次): `times` in each of its
    /// periods, 1 or more.
    Count {
        /// How often it is due in each month, quarter, half-year or year of its frequency.
        times: u32,
    },
}

impl AnswerKind {
    /// Whether it is the usual kind.
    pub fn is_verdict(&self) -> bool {
        *self == Self::Verdict
    }

    /// How often it is due in each of its periods; `None` if it is not counted.
    pub fn times(self) -> Option<u32> {
        match self {
            Self::Count { times } => Some(times),
            Self::Verdict => None,
        }
    }

    /// Says how often it is due in each of its periods; nothing happens if it is not counted.
    pub fn set_times(&mut self, own: u32) {
        match self {
            Self::Count { times } => *times = own,
            Self::Verdict => {}
        }
    }
}
