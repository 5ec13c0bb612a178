//! What whoever checks writes about a period, and what the organisation replies (审核、回应).
//!
//! Each is an entry of the ledger, and each side writes its own kind alone: what comes back from
//! the other side is put together with what is here without either taking anything from the other.
//! Not here: the two columns (`review`), and the self-assessment, which neither of them changes.

use crate::period::{CivilDate, Quarter};
use crate::standard::ItemId;
use crate::three_versions::{Precedence, picked};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What whoever checks writes about one item of a period, or about the period as a whole (审核).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Review {
    /// The period.
    pub period: Quarter,
    /// The item; `None` for the period as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// How it was found to stand (审核认定); `None` if nothing is said about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found: Option<Found>,
    /// What is remarked (审核意见).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub remark: String,
    /// What is to be put right (整改要求); empty if nothing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub order: String,
    /// Until when it is to be put right (时限).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<CivilDate>,
    /// The day on which whoever checks found it put right (销号).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_on: Option<CivilDate>,
    /// Who checks, for the period as a whole: an office or a post, and nobody's name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
}

/// How something was found to stand (审核认定).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Found {
    /// Met (达标).
    Met,
    /// Partly met (部分达标).
    Partly,
    /// Unmet (未达标).
    Unmet,
    /// Does not apply (不适用).
    NotApplicable,
    /// So many points (得分), as the pack counts them.
    Points(u32),
    /// There is such a case: of a veto (有).
    Present,
    /// There is no such case: of a veto (无).
    Clear,
}

/// What the organisation replies to a review (回应).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reply {
    /// The period.
    pub period: Quarter,
    /// The item that the review is about; `None` for the period as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// The entry that it replies to.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub review: Uuid,
    /// Whether what was found is accepted (认可).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub accepted: bool,
    /// What is said to it (说明).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// The rectification that was begun for what is to be put right, by the id of its entry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub rectification: Option<Uuid>,
}

impl Review {
    /// A review in which nothing is said yet.
    pub fn begun(period: Quarter, item: Option<ItemId>) -> Self {
        Self {
            period,
            item,
            found: None,
            remark: String::new(),
            order: String::new(),
            until: None,
            closed_on: None,
            by: String::new(),
        }
    }

    /// As others may see it, each field by its name.
    pub fn for_others(&self) -> Self {
        let Self {
            period: _,
            item: _,
            found: _,
            remark: _,
            order: _,
            until: _,
            closed_on: _,
            by: _,
        } = self;
        self.clone()
    }

    /// Two changes of this put together, field by field (三方合并).
    pub fn together(&self, ours: &Self, theirs: &Self, whose: Precedence) -> Self {
        let base = self;
        picked!(Self { period, item, found, remark, order, until, closed_on, by }
            of base, ours, theirs, whose)
    }

    /// Whether nothing is said in it.
    pub fn is_empty(&self) -> bool {
        *self == Self::begun(self.period, self.item.clone())
    }
}

impl Reply {
    /// A reply to this entry in which nothing is said yet.
    pub fn to(review: Uuid, about: &Review) -> Self {
        Self {
            period: about.period,
            item: about.item.clone(),
            review,
            accepted: false,
            text: String::new(),
            rectification: None,
        }
    }

    /// As others may see it, each field by its name.
    pub fn for_others(&self) -> Self {
        let Self {
            period: _,
            item: _,
            review: _,
            accepted: _,
            text: _,
            rectification: _,
        } = self;
        self.clone()
    }

    /// Two changes of this put together, field by field (三方合并).
    pub fn together(&self, ours: &Self, theirs: &Self, by: Precedence) -> Self {
        let base = self;
        picked!(Self { period, item, review, accepted, text, rectification }
            of base, ours, theirs, by)
    }
}
