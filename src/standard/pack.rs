//! The model of a standard pack (标准包): basics, stars, bonuses, vetoes, the award rule and the
//! example answers that prove it.
//!
//! Not here: whether a pack makes sense (`validation`) and how answers are judged (`assessment`).

use super::condition::{Condition, Facts, OrganizationType};
use super::rule::{Certainty, Rule};
use crate::period::{CivilDate, Frequency, Quarter};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The id of something that can be answered (编号), for example `ORG-01`, `VA2`, `VT4`, `BN1`;
/// unique in its pack, and the key of the answer.
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
    /// Example answers with the outcome that they must have (测试样例).
    #[serde(default)]
    pub examples: Vec<Example>,
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
    /// From this share of done over due on, a count is partly met (基本达标).
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
    /// A must-item (必达项): without it the basic is not met.
    #[serde(default, skip_serializing_if = "is_false")]
    pub must: bool,
    /// Whether it is asked unless the person switches it off (默认启用).
    #[serde(default = "yes", skip_serializing_if = "is_true")]
    pub enabled: bool,
    /// How it is answered.
    #[serde(default, skip_serializing_if = "AnswerKind::is_verdict")]
    pub answer: AnswerKind,
    /// When it does not apply (不适用), judged from the facts; the person can override it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_applicable_when: Option<Condition>,
    /// A fact of the profile that answers it, so that nothing is asked twice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered_by: Option<ProfileAnswer>,
    /// The rules it cites (依据), by id.
    pub sources: Vec<String>,
    /// How sure it is (核实标记).
    pub certainty: Certainty,
}

/// Another wording of a criterion for certain facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CriterionVariant {
    /// When this wording is the right one.
    pub when: Condition,
    /// The wording.
    pub criterion: Label,
}

/// How an indicator is answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AnswerKind {
    /// By a verdict (达标/基本达标/未达标/不适用).
    #[default]
    Verdict,
    /// By how often it was done since the year began (应几次/实几次): `times` in each of its
    /// periods, 1 or more.
    Count {
        /// How often it is due in each month, quarter, half-year or year of its frequency.
        times: u32,
    },
}

impl AnswerKind {
    /// Whether it is the usual kind.
    pub fn is_verdict(&self) -> bool {
        *self == Self::Verdict
    }
}

/// A fact of the profile that answers an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ProfileAnswer {
    /// Met while the end of term (届满日) lies after the period; once it has passed, the person
    /// is asked whether an extension was approved.
    TermNotExpired,
}

/// A star (星), scored by points, or only named where no points are published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Star {
    /// The key, for example `star_party`.
    pub key: String,
    /// Its name.
    pub title: Label,
    /// The sum of its indicators' points (usually 100); 0 for a star that is only named.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub maximum: u32,
    /// The pass line (得星线) in points, where it differs from the award rule's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pass: Option<u32>,
    /// Its scored indicators; empty for a star that is only named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<ScoredIndicator>,
    /// For a star that is only named: the indicators of the basics that speak to it (对应关系).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<ItemId>,
    /// When the star is not for this organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_applicable_when: Option<Condition>,
    /// The rules it cites, by id.
    #[serde(default)]
    pub sources: Vec<String>,
    /// How sure its name and its make-up are.
    pub certainty: Certainty,
}

impl Star {
    /// Whether it has points; without them it only lists what speaks to it.
    pub fn is_scored(&self) -> bool {
        !self.indicators.is_empty()
    }
}

/// A scored indicator (星项) of a star.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ScoredIndicator {
    /// The key of its answer.
    pub id: ItemId,
    /// Its name, at most 16 Chinese characters.
    pub title: Label,
    /// The points of its best band.
    pub maximum: u32,
    /// What is asked, where the title does not say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<Label>,
    /// Its bands (分档), from the best to the worst, points strictly descending.
    pub bands: Vec<Band>,
    /// What papers show it (佐证材料).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<String>,
    /// What it follows from, so that nothing is asked twice (由基项推出).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub derivation: Option<Derivation>,
    /// A line that the person fills in locally, for example the 强村线.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub local_line: Option<Label>,
    /// The rules it cites, by id.
    pub sources: Vec<String>,
    /// How sure it is.
    pub certainty: Certainty,
}

/// A band (分档): what holds, and how many points that is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// The points.
    pub score: u32,
    /// What holds.
    pub when: Label,
    /// What a derivation must come to for this band; the worst band needs none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reached_by: Option<Reach>,
}

/// What a derivation must come to for a band.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// Done over due is at least this many percent (0 to 100).
    Percent(u32),
    /// At most this many of the sources are missing.
    Missing(u32),
    /// The worst verdict among the sources is this or better.
    Verdict(SourceVerdict),
}

/// A verdict that a derivation can come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SourceVerdict {
    /// Unmet (未达标).
    Unmet,
    /// Partly met (基本达标).
    Partly,
    /// Met (达标).
    Met,
}

/// What a scored indicator follows from (推出规则).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Derivation {
    /// The items it follows from.
    pub from: Vec<ItemId>,
    /// How they are put together.
    pub rule: DerivationRule,
    /// Whether they fill the answer in or only bound it.
    #[serde(default)]
    pub effect: DerivationEffect,
}

/// How a derivation puts its sources together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DerivationRule {
    /// The sum of what was done over the sum of what was due (实/应之和), in percent.
    DoneOverDue,
    /// How many of the sources are not met (缺几项).
    Missing,
    /// The worst verdict among the sources.
    Worst,
}

/// What a derivation does to the answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DerivationEffect {
    /// It fills the answer in; the person can override it with a reason.
    #[default]
    Fills,
    /// It bounds the answer from above: the rest is still asked.
    Limits,
}

/// A bonus item (加分项), shown beside the base score and never added to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Bonus {
    /// The key of its answer.
    pub id: ItemId,
    /// What it is given for.
    pub title: Label,
    /// What can be counted, each with its points; points 0 for a mere qualification (资格条件).
    pub options: Vec<BonusOption>,
    /// The most points it can give (上限).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap: Option<u32>,
    /// The rules it cites, by id.
    pub sources: Vec<String>,
    /// How sure it is.
    pub certainty: Certainty,
}

/// One thing that can be counted for a bonus.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BonusOption {
    /// What is counted.
    pub title: Label,
    /// Points for each.
    pub points: u32,
}

/// A veto (一票否决): a case that freezes or limits the outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Veto {
    /// The key of its answer.
    pub id: ItemId,
    /// The case.
    pub title: Label,
    /// What it touches and does.
    pub effect: VetoEffect,
    /// The rules it cites, by id.
    pub sources: Vec<String>,
    /// How sure it is.
    pub certainty: Certainty,
}

/// What a veto touches and does (范围与效果).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum VetoEffect {
    /// Every star is frozen; the scores stay visible.
    FreezeAllStars,
    /// These stars are frozen, by key.
    FreezeStars(Vec<String>),
    /// At most this many stars count.
    AtMostStars(u32),
    /// The basics as a whole are not met.
    BasicsUnmet,
}

/// When a star is won and what the whole amounts to (得星规则).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AwardRule {
    /// The points from which on a star is won.
    pub star_pass: u32,
    /// What all stars together need besides; only for packs whose stars are scored.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub all_stars_sum: Option<u32>,
    /// The star that must be won before any other counts (党建星先过); off where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_star: Option<String>,
    /// The grades (等次) by points, from the best down; the last one from 0.
    pub grades: Vec<Grade>,
    /// The rules it cites, by id.
    pub sources: Vec<String>,
    /// How sure it is.
    pub certainty: Certainty,
}

/// A grade (等次) and the points from which on it is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Grade {
    /// Percent of the maximum, 0 to 100.
    pub at_least: u32,
    /// Its name.
    pub title: Label,
}

/// Example answers with the outcome that they must have (测试样例). A pack whose examples come
/// out otherwise is refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// What it shows.
    pub name: String,
    /// The facts of the organisation.
    #[serde(default)]
    pub facts: Facts,
    /// The end of term, where it matters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term_end: Option<CivilDate>,
    /// The period.
    pub period: Quarter,
    /// The answer given to everything that is asked and not named below, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub otherwise: Option<SourceVerdict>,
    /// The answers, in the short form: `"met"`, `"partly"`, `"unmet"`, `"not_applicable"`,
    /// `"clear"`, `"present"`, `"unclear"`, a number of points for a band, or `[done]` /
    /// `[done, due]` for a count.
    #[serde(default)]
    pub answers: BTreeMap<ItemId, ExampleAnswer>,
    /// What must come out.
    pub expected: Expected,
}

/// An answer in the short form of an example.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum ExampleAnswer {
    /// A verdict or the answer to a veto, by name.
    Word(String),
    /// The points of a band.
    Points(u32),
    /// Done, or done and due; for a bonus, how many of each option.
    Numbers(Vec<u32>),
}

/// What must come out of an example; what is not named is not looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Expected {
    /// Per basic, by key: `met`, `unmet`, `incomplete` or `nothing_due`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub basics: BTreeMap<String, String>,
    /// Per star, by key: `won`, `not_won`, `incomplete`, `frozen`, `named` or `not_applicable`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub stars: BTreeMap<String, String>,
    /// The points of a star, by key.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub scores: BTreeMap<String, u32>,
    /// How many stars count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stars_counted: Option<u32>,
    /// The sum of bonus points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bonus: Option<u32>,
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

fn is_zero(value: &u32) -> bool {
    *value == 0
}
