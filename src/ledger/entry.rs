//! An entry (条目) of the ledger: one of a few kinds, with the time of its last change.
//!
//! Not here: the kinds themselves.

use super::card::Card;
use super::record::{Missed, Record};
use super::review::{Reply, Review};
use crate::rectification::Rectification;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::cmp::Ordering;

/// An entry of the ledger (条目). Its id is its key on the page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Entry {
    /// What was entered; `None` if it was taken out, which other copies are told of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<EntryBody>,
    /// When it was last changed, in UTC milliseconds; the later one wins where two copies meet.
    pub changed_at: i64,
    /// Fields of a later version, kept as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Entry {
    /// Whether it says anything, and does not only tell other copies that it was taken out.
    pub fn says_something(&self) -> bool {
        self.body.is_some() || !self.extra.is_empty()
    }

    /// Whether this one stands where both are found under one id: the one changed later; of two of
    /// the same time what is there before what was taken out, then the longer text, since a shorter
    /// one may have been handed over in part, then the greater, so that every copy comes to the
    /// same.
    pub fn supersedes(&self, other: &Self) -> bool {
        if self == other {
            return false;
        }
        let written = |entry: &Self| serde_json::to_string(entry).unwrap_or_default();
        let order = self
            .changed_at
            .cmp(&other.changed_at)
            .then_with(|| self.says_something().cmp(&other.says_something()))
            .then_with(|| self.body.is_some().cmp(&other.body.is_some()))
            .then_with(|| written(self).len().cmp(&written(other).len()))
            .then_with(|| written(self).cmp(&written(other)));
        order == Ordering::Greater
    }
}

/// What an entry holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum EntryBody {
    /// Something that was held or done (记录).
    Record(Record),
    /// Something that was not held, and why (未开展).
    Missed(Missed),
    /// A problem and its rectification (整改).
    Rectification(Rectification),
    /// A card of a mechanism (机制卡片).
    Card(Card),
    /// What whoever checks writes about an item of a period (审核).
    Review(Review),
    /// What the organisation replies to that (回应).
    Reply(Reply),
}
