//! Problems found, handed over and solved (问题整改).
//!
//! Not here: how they are kept (`ledger`), and what an indicator amounts to (`assessment`).

mod limit;
mod listing;
mod state;

pub use limit::UsualLimit;
pub use listing::in_order;
pub use state::{Move, NotNow, RectificationState};

use crate::period::{CivilDate, Quarter};
use crate::standard::ItemId;
use crate::three_versions::{Precedence, picked};
use serde::{Deserialize, Serialize};

/// A problem and its rectification (整改).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Rectification {
    /// Where it comes from.
    pub origin: Origin,
    /// What the problem is (问题).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub problem: String,
    /// Who sees to it (责任人): a post or a code name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub who: String,
    /// Until when (时限).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<CivilDate>,
    /// What is done about it (措施).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub measure: String,
    /// What came of it (结果).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub result: String,
    /// The day on which it was found (现场发现).
    pub found_on: CivilDate,
    /// The day on which it was handed over (交办).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assigned_on: Option<CivilDate>,
    /// The day on which it was solved (解决).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolved_on: Option<CivilDate>,
    /// The day on which it was closed (销号).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_on: Option<CivilDate>,
}

/// Where a rectification comes from (来源).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// An indicator that is unmet or partly met (自评未达标).
    Indicator(ItemId),
    /// A quarterly walk-through (季度巡查).
    WalkThrough(Quarter),
    /// A point from a review (述评考反馈、评议意见).
    Review,
    /// A signal of the self-check (薄弱信号): the mechanism and the key of the field.
    Signal(ItemId, String),
    /// Anything else (其他).
    Other,
}

impl Rectification {
    /// A problem found on this day, about which nothing else is known yet.
    pub fn found(origin: Origin, problem: String, found_on: CivilDate) -> Self {
        Self {
            origin,
            problem,
            who: String::new(),
            until: None,
            measure: String::new(),
            result: String::new(),
            found_on,
            assigned_on: None,
            resolved_on: None,
            closed_on: None,
        }
    }

    /// As others may see it, each field by its name.
    pub fn for_others(&self) -> Self {
        let Self {
            origin: _,
            problem: _,
            who: _,
            until: _,
            measure: _,
            result: _,
            found_on: _,
            assigned_on: _,
            resolved_on: _,
            closed_on: _,
        } = self;
        self.clone()
    }

    /// Two changes of this put together, field by field (三方合并).
    pub fn together(&self, ours: &Self, theirs: &Self, by: Precedence) -> Self {
        let base = self;
        picked!(Self {
            origin, problem, who, until, measure, result,
            found_on, assigned_on, resolved_on, closed_on
        } of base, ours, theirs, by)
    }

    /// The indicator from which it comes, if it comes from one.
    pub fn indicator(&self) -> Option<&ItemId> {
        match &self.origin {
            Origin::Indicator(id) => Some(id),
            _ => None,
        }
    }
}
