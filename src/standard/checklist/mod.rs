//! The second part of a pack: the responsibility checklist (责任清单), with the duties, the kinds of
//! records, the mechanisms (机制) and the rules of presence and votes.
//!
//! Everything here is data of a pack. Not here: what was recorded (`ledger`), what falls due when
//! (`duty`), and whether the data makes sense (`validation`).

mod duty;
mod field;
mod mechanism;
mod quorum;
mod record_kind;
mod responsibility;

pub use duty::{Category, Duty, Fulfilment, Level, Role, Window};
pub use field::{
    Choice, Column, ColumnKind, Draft, Field, FieldKind, FiguresOf, ProblemsOf, RowsForm, Sum,
    TallyForm,
};
pub use mechanism::{
    Act, Candidacy, Deadline, DeadlineRule, LinkKind, Listing, Mechanism, StepDefinition, Vote,
};
pub use quorum::{Approval, Base, QuorumRule, Share};
pub use record_kind::{Asked, EligibleMembers, RecordKind};
pub use responsibility::Responsibility;

use crate::sorted_set::SortedSet;
use crate::standard::ItemId;
use serde::{Deserialize, Serialize};

/// The responsibility checklist of a pack (责任清单).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Checklist {
    /// The levels (层级), from the highest down, under the names that this type of organisation
    /// gives them, for example 党组, 机关党委, 党支部.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<Level>,
    /// The categories (类别) of the 10+X system, in their order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<Category>,
    /// The duties (责任项), in the order in which they are shown.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub duties: Vec<Duty>,
    /// What can be recorded (记录种类), for example 党员大会.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub records: Vec<RecordKind>,
    /// The mechanisms (机制) that are more than a duty: each a form with steps.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mechanisms: Vec<Mechanism>,
    /// The rules of presence and votes (到会与表决), for the calculator.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub quorums: Vec<QuorumRule>,
}

impl Checklist {
    /// Whether the pack has no such part.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The ids of the rules that something in it cites (依据).
    pub fn cited(&self) -> SortedSet<&str> {
        let duties = self.duties.iter().flat_map(|one| &one.sources);
        let records = self.records.iter().flat_map(|one| &one.sources);
        let mechanisms = self.mechanisms.iter().flat_map(|one| &one.sources);
        let quorums = self.quorums.iter().flat_map(|one| &one.sources);
        let all = duties.chain(records).chain(mechanisms).chain(quorums);
        all.map(String::as_str).collect()
    }

    /// The mechanism with this id.
    pub fn mechanism(&self, id: &ItemId) -> Option<&Mechanism> {
        self.mechanisms.iter().find(|one| one.id == *id)
    }

    /// The duty with this id.
    pub fn duty(&self, id: &ItemId) -> Option<&Duty> {
        self.duties.iter().find(|one| one.id == *id)
    }

    /// The kind of records with this id.
    pub fn record_kind(&self, id: &ItemId) -> Option<&RecordKind> {
        self.records.iter().find(|one| one.id == *id)
    }

    /// The rule of presence and votes with this id.
    pub fn quorum(&self, id: &ItemId) -> Option<&QuorumRule> {
        self.quorums.iter().find(|one| one.id == *id)
    }
}
