//! The kinds of records (记录种类): what is asked of each, and which counted indicators it fills.
//!
//! Not here: the records (`ledger`).

use crate::standard::{Certainty, Fact, ItemId, Label};
use serde::{Deserialize, Serialize};

/// A kind of record (记录种类), for example 党员大会 or 党课.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RecordKind {
    /// Its id, unique among all items of the pack, for example `general_meeting`.
    pub id: ItemId,
    /// Its name.
    pub title: Label,
    /// What may be written about it in one line, as a hint in the empty field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<Label>,
    /// Which numbers are asked, in this order; each may be left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asks: Vec<Asked>,
    /// The fact that says how many ought to be there (应到), as a proposal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eligible: Option<EligibleMembers>,
    /// The counted indicators (应几次/实几次) that it fills.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub counts_for: Vec<ItemId>,
    /// Whether it can belong to another year than that in which it is held (所属年度), as a meeting
    /// of organisational life in January that closes the year before.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub may_belong_to_other_year: bool,
    /// The rule of presence and votes that it is held against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quorum: Option<ItemId>,
    /// The rules it cites (依据), by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
    /// How sure it is (核实标记).
    pub certainty: Certainty,
}

impl RecordKind {
    /// Whether something may be settled in it (议事): votes are counted, or those who ought to be
    /// there come together, or matters are brought before those present. A lecture or a course
    /// settles nothing.
    pub fn settles(&self) -> bool {
        let asks = |asked| self.asks.contains(&asked);
        let is_course = asks(Asked::Hours);
        let is_meeting = asks(Asked::Present) && (asks(Asked::Eligible) || asks(Asked::Matters));
        self.quorum.is_some() || (is_meeting && !is_course)
    }
}

/// Who ought to be there (应到): the numbers of the profile that can be proposed. No other fact of
/// the profile is a number of persons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum EligibleMembers {
    /// Those with a vote (正式党员).
    FullMembers,
    /// All members (党员总数), with those on probation.
    Members,
}

impl EligibleMembers {
    /// The fact that holds their number.
    pub fn fact(self) -> Fact {
        match self {
            Self::FullMembers => Fact::FullMembers,
            Self::Members => Fact::Members,
        }
    }
}

/// A number that a record may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Asked {
    /// How many ought to be there (应到).
    Eligible,
    /// How many were there (实到).
    Present,
    /// How many approved (赞成).
    Approve,
    /// Hours of study (学时).
    Hours,
    /// How many persons or households it was about (人数、户数).
    People,
    /// How many matters were settled (件数).
    Matters,
}

#[cfg(test)]
mod tests {
    use crate::standard::{OrganizationType, built_in};

    #[test]
    fn a_meeting_settles_something_and_a_lecture_does_not() {
        let pack = built_in(OrganizationType::Village).unwrap();
        let check = |kind: &str, expected: bool| {
            let kind = pack.checklist.record_kind(&kind.into()).unwrap();
            assert_eq!(kind.settles(), expected, "{}", kind.id);
        };
        check("general_meeting", true);
        check("group_meeting", true);
        check("organizational_life", true);
        check("peer_review", true);
        check("consultation", true);
        check("lecture", false);
        check("member_study", false);
        check("care_visit", false);
    }
}
