//! The model of a standard pack (标准包): its head, the numbers that judge, and the basics with
//! their indicators.
//!
//! Not here: stars, bonuses, vetoes and the award rule (`star`), example answers (`example`),
//! whether a pack makes sense (`validation`) and how answers are judged (`assessment`).

use super::answer_kind::AnswerKind;
use super::checklist::Checklist;
use super::condition::Condition;
use super::example::Example;
use super::grouping::Grouping;
use super::ledger_fact::LedgerFact;
use super::organization_type::OrganizationType;
use super::points::PointsUnit;
use super::rule::{Certainty, Rule};
use super::star::{AwardRule, Bonus, Star, Veto};
use crate::period::{CivilDate, Frequency};
use serde::{Deserialize, Serialize};

/// The id of something that can be answered, done or recorded (编号), for example `ORG-01`, `VA2`,
/// `BN1`, `D-GM`; unique in its pack, and the key of the answer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct ItemId(pub String);

impl std::fmt::Display for ItemId {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl From<&str> for ItemId {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

/// A text in Chinese, with English for readers without Chinese where the pack has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Label {
    /// The Chinese text.
    pub zh: String,
    /// The English text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl Label {
    /// A text in Chinese alone, as users write it.
    pub fn chinese(text: impl Into<String>) -> Self {
        Self {
            zh: text.into(),
            en: None,
        }
    }
}

/// What an organisation is held against (标准包), as data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StandardPack {
    /// The id that stays the same through all versions, for example `wuxing.village`.
    pub id: String,
    /// The version, for example `2026.1`.
    pub version: String,
    /// The name of the pack.
    pub title: Label,
    /// Who issued it.
    pub issuer: Label,
    /// Whom it is for and whom not.
    pub scope: Label,
    /// 「参考标准，以本地正式文件为准」 or another line that stands on every result.
    pub disclaimer: Label,
    /// The day on which the texts were last held against their sources.
    pub verified_on: CivilDate,
    /// The type of organisation it is for.
    pub organization: OrganizationType,
    /// In which unit its points are written (分值单位); whole points where absent.
    #[serde(default, skip_serializing_if = "PointsUnit::is_whole")]
    pub points_unit: PointsUnit,
    /// The organisation or the place that it was made for (为谁编制), where it is not for all of its
    /// type.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made_for: Option<Label>,
    /// Where it was published: the paper with its number, or the address (发布文号或出处).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_in: Option<String>,
    /// The day on which this version was issued (发布日期).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued_on: Option<CivilDate>,
    /// The pack that it was begun from (由哪套标准改成), so that what differs can be shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub begun_from: Option<Original>,
    /// The name of the theme (工程名) under which documents put this type, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<Label>,
    /// The name of the basics part (五基达标) and of the stars part (五星争创).
    pub names: PartNames,
    /// The sources that the items cite.
    pub rules: Vec<Rule>,
    /// The numbers that turn answers into verdicts.
    pub judgement: Judgement,
    /// The basics (基), in their order.
    pub basics: Vec<Basic>,
    /// The stars (星), in their order; empty where no framework is published.
    #[serde(default)]
    pub stars: Vec<Star>,
    /// Why there are no stars, or no points: what the page says in their place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stars_note: Option<Label>,
    /// Bonus items (加分项).
    #[serde(default)]
    pub bonuses: Vec<Bonus>,
    /// Vetoes (一票否决).
    #[serde(default)]
    pub vetoes: Vec<Veto>,
    /// When a star is won and what the whole amounts to (得星规则).
    pub award: AwardRule,
    /// The responsibility checklist (责任清单).
    #[serde(default, skip_serializing_if = "Checklist::is_empty")]
    pub checklist: Checklist,
    /// Other ways in which documents put together what is asked (分组); they change no result.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groupings: Vec<Grouping>,
    /// Example answers with the outcome that they must have (测试样例).
    #[serde(default)]
    pub examples: Vec<Example>,
}

/// The pack that another one was begun from (原标准).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Original {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: String,
}

/// The names of the two parts; the default theme can be another (可改名的主题).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PartNames {
    /// 五基达标.
    pub basics: Label,
    /// 五星争创.
    pub stars: Label,
}

/// The numbers that turn answers into verdicts (判定), all in percent, each 1 to 100.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Judgement {
    /// From this share of done over due on, a count is partly met (部分达标).
    pub count_partly_percent: u32,
    /// A basic is met when this share of its indicators is met.
    pub basic_met_percent: u32,
    /// How much a partly met indicator counts in that share.
    pub partly_weight_percent: u32,
    /// How sure these numbers are.
    pub certainty: Certainty,
}

/// One of the basics (基), for example 基本组织.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Basic {
    /// The key, for example `basic_org`.
    pub key: String,
    /// Its name.
    pub title: Label,
    /// Its indicators, in the order in which they are asked.
    pub indicators: Vec<Indicator>,
}

/// An indicator (指标) of a basic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// The key of its answer.
    pub id: ItemId,
    /// Its name, at most 16 Chinese characters.
    pub title: Label,
    /// When it counts as met (判据), so that anybody can check it.
    pub criterion: Label,
    /// Other wordings of the criterion for organisations with certain facts; the first that holds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub variants: Vec<CriterionVariant>,
    /// What papers show it (佐证材料).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<String>,
    /// How often it is looked at (频次).
    pub frequency: Frequency,
    /// How sure the frequency is, where it is less sure than the rest: a rule may ask for something
    /// and not say how often.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frequency_certainty: Option<Certainty>,
    /// A must-item (必达项): without it the basic is not met.
    #[serde(default, skip_serializing_if = "is_false")]
    pub must: bool,
    /// Whether it is asked unless the user switches it off (默认启用).
    #[serde(default = "yes", skip_serializing_if = "is_true")]
    pub enabled: bool,
    /// How it is answered.
    #[serde(default, skip_serializing_if = "AnswerKind::is_verdict")]
    pub answer: AnswerKind,
    /// When it does not apply (不适用), judged from the facts; the user can override it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_applicable_when: Option<Condition>,
    /// A fact of the profile that answers it, so that nothing is asked twice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered_by: Option<ProfileAnswer>,
    /// What of the ledger answers it (台账), so that nothing is entered twice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filled_by: Option<LedgerFact>,
    /// The rules it cites (依据), by id.
    pub sources: Vec<String>,
    /// How sure it is (核实标记).
    pub certainty: Certainty,
}

/// Another wording of a criterion for certain facts, where need be with sources of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CriterionVariant {
    /// What a file that extends another knows this wording by, where it lays its own over it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// When this wording is the right one.
    pub when: Condition,
    /// The wording.
    pub criterion: Label,
    /// The rules that this wording cites (依据), by id; those of the indicator where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sources: Option<Vec<String>>,
    /// How sure this wording is (核实标记); as sure as the indicator where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certainty: Option<Certainty>,
}

/// A fact of the profile that answers an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ProfileAnswer {
    /// Met while the end of term (届满日) lies after the period; once it has passed, the user
    /// is asked whether an extension was approved.
    TermNotExpired,
}

fn yes() -> bool {
    true
}

fn is_true(value: &bool) -> bool {
    *value
}

fn is_false(value: &bool) -> bool {
    !*value
}
