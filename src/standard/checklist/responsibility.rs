//! The kinds of responsibility (责任种类) that the source documents tell apart.
//!
//! Not here: who bears one, which is the role of the duty (`duty`) or a post in a list of the
//! user's.

use serde::{Deserialize, Serialize};

/// The kind of responsibility for a duty (哪种责任).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Responsibility {
    /// Of whoever answers first, as the secretary of a leading group does (第一责任).
    First,
    /// Of whoever leads others in it, as a leading group does (领导责任).
    Leading,
    /// Of each member of a team for a part (分管责任).
    Charge,
    /// Of whoever carries it out, as the organisations below do (具体责任).
    Direct,
}

impl Responsibility {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::First, Self::Leading, Self::Charge, Self::Direct];

    /// Its key, in files and as a choice in the lists of the built-in packs.
    pub fn key(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Leading => "leading",
            Self::Charge => "charge",
            Self::Direct => "direct",
        }
    }
}
