//! The rules of presence and votes (到会与表决) that the calculator holds numbers against, as data.
//!
//! Not here: the reckoning (`duty::quorum`).

use crate::standard::{Certainty, ItemId, Label};
use serde::{Deserialize, Serialize};

/// A rule of presence and votes (到会与表决规则), for one kind of meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct QuorumRule {
    /// Its id, unique among all items of the pack.
    pub id: ItemId,
    /// The kind of meeting.
    pub title: Label,
    /// What share of those who ought to be there has to be there (到会).
    pub presence: Share,
    /// What share has to approve (赞成), where the rule says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approval: Option<Approval>,
    /// By what share of the seats the candidates have to be more (差额), where it is an election.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub surplus: Option<Share>,
    /// The rule in words, with what is to be minded.
    pub note: Label,
    /// The rules it cites (依据), by id.
    pub sources: Vec<String>,
    /// How sure it is (核实标记).
    pub certainty: Certainty,
}

/// A share such as a half or two thirds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// The number above the line, 1 or more.
    pub numerator: u32,
    /// The number under the line, at least the numerator.
    pub denominator: u32,
    /// Whether it has to be more than the share (超过), and not just as much (以上).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub more_than: bool,
}

/// What share has to approve, and of whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Approval {
    /// The share.
    pub share: Share,
    /// Of whom.
    pub of: Base,
}

/// Of whom a share is reckoned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Base {
    /// Of those who ought to be there (应到).
    Eligible,
    /// Of those who are there (实到).
    Present,
}
