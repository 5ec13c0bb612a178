//! The mechanisms (机制) that are more than a duty: each a form with fields, steps and links, as
//! data.
//!
//! One generic card serves them all, so that a pack can bring a mechanism of its own. Where a
//! document does not define a term, its fields say nothing that it doesn't say. Not here: how a
//! field is filled in (`field`), and the cards that were filled in (`ledger`).

use super::{Field, FieldKind};
use crate::standard::{Certainty, Condition, Facts, ItemId, Label};
use serde::{Deserialize, Serialize};

/// A mechanism (机制), for example 四议两公开 or 三份清单.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Mechanism {
    /// Its id, unique among all items of the pack, for example `four_discuss_two_open`.
    pub id: ItemId,
    /// Its name.
    pub title: Label,
    /// What it is for, in one line.
    pub about: Label,
    /// What one card of it is called, for example 「一件重大事项」.
    pub card: Label,
    /// Under which of the three lists (三个清单) it stands.
    pub list: Listing,
    /// What is done with it, for the page that lists all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub act: Option<Act>,
    /// Whether it is shown unless the user switches it off (默认启用).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub enabled: bool,
    /// Whether its cards are for the eyes of whoever keeps them (只给自己看): they and what comes of
    /// them stay out of a file for others unless the user takes them in. A mechanism that asks for
    /// signals is private without saying so.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub private: bool,
    /// Whether there is one card a year, for example the numbers of the levels.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub once_a_year: bool,
    /// Whether a card is a list that is kept up as long as it is used (名录), such as those of the
    /// units that one works with, and no matter that comes to an end.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub kept_up: bool,
    /// What is asked, in this order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<Field>,
    /// Meetings whose numbers are among the fields, and the rules they are held against (到会表决).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub votes: Vec<Vote>,
    /// The steps that a card goes through, in this order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<StepDefinition>,
    /// Which cards of other mechanisms it can be linked with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<LinkKind>,
    /// When it does not apply (不适用), judged from the facts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_applicable_when: Option<Condition>,
    /// The rules it cites (依据), by id.
    pub sources: Vec<String>,
    /// How sure it is (核实标记).
    pub certainty: Certainty,
}

impl Mechanism {
    /// Whether it applies to an organisation of these facts (适用).
    pub fn applies_to(&self, facts: &Facts) -> bool {
        let condition = self.not_applicable_when.as_ref();
        !condition.is_some_and(|condition| condition.holds(facts))
    }

    /// Whether its cards are about persons, who are counted as such and called by code names (代号).
    /// A card about a user says so in its own name.
    pub fn is_about_persons(&self) -> bool {
        self.card.zh.contains("代号")
    }

    /// Whether its cards are for the eyes of whoever keeps them (只给自己看).
    pub fn is_private(&self) -> bool {
        let mut fields = self.fields.iter();
        self.private || fields.any(|field| field.kind == FieldKind::Signal)
    }
}

/// One of the three lists of 一岗双责 (三个清单).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Listing {
    /// Duties (职责任务).
    Duty,
    /// Problems and their rectification (问题整改).
    Issue,
    /// Innovation (创新创优).
    Innovation,
}

/// What is done with a mechanism (做什么事).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// Something is held and spoken about (会议).
    Meeting,
    /// Work is reported on and judged (考评).
    Appraisal,
    /// Something is done together with others (联建).
    Joint,
    /// A list is kept (清单).
    List,
    /// Places and people who serve there (阵地).
    Site,
}

impl Act {
    /// All of them, in the order in which they stand on the page.
    pub const ALL: [Self; 5] = [
        Self::Meeting,
        Self::Appraisal,
        Self::Joint,
        Self::List,
        Self::Site,
    ];
}

/// A meeting whose numbers are among the fields of a card (到会表决).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Vote {
    /// The rule of presence and votes that it is held against.
    pub quorum: ItemId,
    /// The key of the field with the number of those who ought to be there (应到).
    pub eligible: String,
    /// The key of the field with the number of those who were there (实到).
    pub present: String,
    /// The key of the field with the number of those in favour (赞成).
    pub approve: String,
    /// The keys of the fields with the seats and the candidates of an election (差额), if it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub candidates: Option<Candidacy>,
}

/// The seats and the candidates of an election among the fields of a card (应选名额、候选人数).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Candidacy {
    /// The key of the field with the number of seats.
    pub seats: String,
    /// The key of the field with the number of those who stand.
    pub standing: String,
}

/// A step (步骤) of a card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StepDefinition {
    /// The key under which its date is kept.
    pub key: String,
    /// Its name.
    pub label: Label,
    /// The stage (阶段) that begins with it, if one does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<Label>,
    /// What is to be minded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<Label>,
    /// Its time limits (时限), reckoned from an earlier step.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deadlines: Vec<Deadline>,
    /// How sure the hint and the limits are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certainty: Option<Certainty>,
}

/// A time limit (时限) of a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// The key of the earlier step from which it is reckoned.
    pub after: String,
    /// How many months, 1 to 120.
    pub months: u32,
    /// What the months mean.
    pub rule: DeadlineRule,
}

impl StepDefinition {
    /// Whether it is taken again and again.
    pub fn is_repeated(&self) -> bool {
        let mut limits = self.deadlines.iter();
        limits.any(|limit| limit.rule == DeadlineRule::Every)
    }
}

/// What the months of a time limit mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DeadlineRule {
    /// Not later than that.
    Within,
    /// Not earlier than that.
    NotBefore,
    /// Again and again, at least that often, until the next step is taken.
    Every,
}

/// Which cards a card can be linked with (关联).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LinkKind {
    /// The other mechanism.
    pub to: ItemId,
    /// What the link says, seen from this card.
    pub label: Label,
}
