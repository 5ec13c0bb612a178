//! The model of a duty (责任项): what is to be done, by whom, how often, and what shows that it is
//! done.
//!
//! Not here: when it falls due for one organisation (`duty`).

use super::responsibility::Responsibility;
use crate::period::{CivilDate, Frequency};
use crate::standard::{Certainty, Condition, Facts, ItemId, Label};
use serde::{Deserialize, Serialize};

/// A level of responsibility (层级), for example 党支部.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// The key that duties name. In the built-in packs `branch` is the level of the organisation
    /// that keeps the list, which in a village is not the lowest.
    pub key: String,
    /// Its name in this type of organisation.
    pub title: Label,
}

/// A category (类别) of the 10+X system.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// The key that duties name: `1` to `10`, or `x`.
    pub key: String,
    /// Its name.
    pub title: Label,
    /// How sure the name is: three of the ten stand in the source documents.
    pub certainty: Certainty,
}

/// Who is to do it (角色).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The secretary (书记).
    Secretary,
    /// The deputy secretary (副书记).
    DeputySecretary,
    /// The committee member for organisation (组织委员).
    Organization,
    /// The committee member for publicity (宣传委员).
    Publicity,
    /// The committee member for discipline (纪检委员).
    Discipline,
    /// The leader of a Party group (党小组长).
    GroupLeader,
}

impl Role {
    /// All roles, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Secretary,
        Self::DeputySecretary,
        Self::Organization,
        Self::Publicity,
        Self::Discipline,
        Self::GroupLeader,
    ];
}

/// A duty (责任项).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// Its id, unique among all items of the pack, for example `D-GM`.
    pub id: ItemId,
    /// What is to be done, in at most 20 Chinese characters.
    pub title: Label,
    /// The key of its level.
    pub level: String,
    /// Who is to do it.
    pub role: Role,
    /// The kind of responsibility (责任种类), where a source that it cites says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub responsibility: Option<Responsibility>,
    /// The key of its category.
    pub category: String,
    /// What is to come of it (目标).
    pub goal: Label,
    /// How it is done (措施).
    pub measure: Label,
    /// By when, or at which point of the year (节点).
    pub milestone: Label,
    /// How often (频次).
    pub frequency: Frequency,
    /// How sure the frequency is, where it is less sure than the rest: a rule may ask for something
    /// and not say how often.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frequency_certainty: Option<Certainty>,
    /// How often in each of its spans, 1 or more.
    #[serde(default = "once", skip_serializing_if = "is_once")]
    pub times: u32,
    /// The months in which it is due, where that is not the whole span; for yearly duties alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window: Option<Window>,
    /// What shows that it is done.
    #[serde(default, skip_serializing_if = "Fulfilment::is_tick")]
    pub done_by: Fulfilment,
    /// The papers that show it (佐证材料).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<String>,
    /// When it does not apply (不适用), judged from the facts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_applicable_when: Option<Condition>,
    /// Whether it is on unless the user switches it off (默认启用).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub enabled: bool,
    /// From which day on it is asked (自何日起要求), where a later version of the pack brought it: what
    /// fell due before is not overdue. `None` if it is in the pack from its first version on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked_since: Option<CivilDate>,
    /// From which day on it counts (起算日), as the user's own settings say; `None` if it counts
    /// for as long as anything is recorded. No pack says it.
    #[serde(skip)]
    pub counts_from: Option<CivilDate>,
    /// Until which day before that it counted as well (停用之日), where it was switched off in
    /// between; `None` if it did not count before. No pack says it.
    #[serde(skip)]
    pub counted_until: Option<CivilDate>,
    /// The rules it cites (依据), by id.
    pub sources: Vec<String>,
    /// How sure it is (核实标记).
    pub certainty: Certainty,
}

/// The months of a yearly duty (时间窗): from the first day of `from` to the last day of `to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// The first month, 1 to 12.
    pub from: u8,
    /// The last month, `from` to 15; 13 is January of the next year.
    pub to: u8,
}

impl Window {
    /// The last month in which one may end: March of the next year.
    pub const LAST_MONTH: u8 = 15;
}

/// What shows that a duty is done (完成方式).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Fulfilment {
    /// The user says so, with a date.
    #[default]
    Tick,
    /// Records of one of these kinds, as many as `times`.
    Records(Vec<ItemId>),
    /// Hours of study in records of these kinds, summed up over the span.
    Hours {
        /// The kinds of records.
        of: Vec<ItemId>,
        /// How many hours, 1 or more.
        at_least: u32,
        /// Whether every member needs them (人均): then each record counts by how many were there.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        per_member: bool,
        /// Kinds of which at least one record has to be among them, for example a course.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        one_of: Vec<ItemId>,
    },
    /// A card of this mechanism that was begun or moved on in the span.
    Cards(ItemId),
}

impl Duty {
    /// A duty that is ticked off once a year, of which nothing else is said yet: what one that a
    /// user writes begins with.
    pub fn ticked(id: ItemId, role: Role, certainty: Certainty) -> Self {
        Self {
            id,
            title: Label::chinese(""),
            level: String::new(),
            role,
            responsibility: None,
            category: String::new(),
            goal: Label::chinese(""),
            measure: Label::chinese(""),
            milestone: Label::chinese(""),
            frequency: Frequency::Year,
            frequency_certainty: None,
            times: 1,
            window: None,
            done_by: Fulfilment::Tick,
            evidence: Vec::new(),
            not_applicable_when: None,
            enabled: true,
            asked_since: None,
            counts_from: None,
            counted_until: None,
            sources: Vec::new(),
            certainty,
        }
    }

    /// Whether it applies to an organisation of these facts (适用).
    pub fn applies_to(&self, facts: &Facts) -> bool {
        let condition = self.not_applicable_when.as_ref();
        !condition.is_some_and(|condition| condition.holds(facts))
    }
}

impl Fulfilment {
    /// Whether it is the usual kind.
    pub fn is_tick(&self) -> bool {
        *self == Self::Tick
    }
}

fn once() -> u32 {
    1
}

fn is_once(times: &u32) -> bool {
    *times == 1
}
