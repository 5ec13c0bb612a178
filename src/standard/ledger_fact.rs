//! What of the ledger answers an item (台账事实), so that no fact is entered twice. It is data of a
//! pack.
//!
//! Not here: what the ledger says about it (`duty`), and what that amounts to (`assessment`).

use super::pack::ItemId;
use serde::{Deserialize, Serialize};

/// A fact that stands in the ledger and answers an item (台账事实).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum LedgerFact {
    /// The duty (责任项) was done each time that it fell due. The item falls due with the duty.
    Duty(ItemId),
    /// The cards of a mechanism (机制) went through all their steps (步骤走全). A card that is still
    /// under way says nothing yet.
    StepsOf(ItemId),
    /// The cards of a mechanism keep the limits of their steps (时限不超).
    LimitsOf(ItemId),
    /// The cards of a mechanism were settled (办结), of all that were begun.
    SettledOf(ItemId),
    /// The problems (问题整改) whose time was up had been solved.
    Rectifications,
}

impl LedgerFact {
    /// The mechanism whose cards it looks at.
    pub fn mechanism(&self) -> Option<&ItemId> {
        match self {
            Self::StepsOf(id) | Self::LimitsOf(id) | Self::SettledOf(id) => Some(id),
            Self::Duty(_) | Self::Rectifications => None,
        }
    }

    /// The duty with which it falls due.
    pub fn duty(&self) -> Option<&ItemId> {
        match self {
            Self::Duty(id) => Some(id),
            _ => None,
        }
    }
}
