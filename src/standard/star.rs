//! The second half of a standard pack: stars (星) with their scored indicators, bonuses (加分),
//! vetoes (一票否决) and the award rule (得星规则).
//!
//! Not here: how points are counted and stars are won (`assessment`).

use super::condition::Condition;
use super::ledger_fact::LedgerFact;
use super::pack::{ItemId, Label};
use super::rule::Certainty;
use serde::{Deserialize, Serialize};

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
    /// How much of its points counts in the sum of all stars, in percent (权重): 20 where a part of
    /// 100 points counts 20 %. All of them where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight_percent: Option<u32>,
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
    /// The most points that it gives: those of its best band, or those from which deductions are
    /// taken.
    pub maximum: u32,
    /// What is asked, where the title does not say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<Label>,
    /// Its bands (分档), from the best to the worst, points strictly descending.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bands: Vec<Band>,
    /// What takes points off (扣分), in place of bands.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deductions: Vec<Deduction>,
    /// The points that deductions leave at least; 0 where they go on until nothing is left
    /// (扣完为止).
    #[serde(default, skip_serializing_if = "is_zero")]
    pub least: u32,
    /// Whether the points are put in as a number (直接打分), in place of bands.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub entered: bool,
    /// What papers show it (佐证材料).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<String>,
    /// What it follows from, so that nothing is asked twice (由基项推出).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub derivation: Option<Derivation>,
    /// A line that the user fills in locally, for example the 强村线.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub local_line: Option<Label>,
    /// The rules it cites, by id.
    pub sources: Vec<String>,
    /// How sure it is.
    pub certainty: Certainty,
}

/// How a scored indicator comes to its points (计分办法).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ScoredBy {
    /// A band is chosen (分档).
    Bands,
    /// Points are taken off for what is missing or wrong (扣分).
    Deductions,
    /// The points are put in (直接打分).
    Entered,
}

impl ScoredIndicator {
    /// How it comes to its points.
    pub fn scored_by(&self) -> ScoredBy {
        if self.entered {
            ScoredBy::Entered
        } else if self.deductions.is_empty() {
            ScoredBy::Bands
        } else {
            ScoredBy::Deductions
        }
    }
}

/// Something that takes points off (扣分情形), each time it happens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Deduction {
    /// What is missing or wrong, for example 「每少开一次」.
    pub title: Label,
    /// The points that each time takes off.
    pub points: u32,
    /// The most points that it takes off in all (最多扣).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap: Option<u32>,
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
    /// What a derivation must come to for this band. A band without it is never derived, only
    /// chosen; the last one is what remains when no other is reached.
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
    /// Partly met (部分达标).
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
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub from: Vec<ItemId>,
    /// What of the ledger it follows from (台账), since the year began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ledger: Option<LedgerFact>,
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
    /// It fills the answer in; the user can override it with a reason.
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
    /// The grade of the whole is at best this one, as a place in the list of grades, from 0
    /// (最高评为某等次).
    GradeAtBest(u32),
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

fn is_zero(value: &u32) -> bool {
    *value == 0
}
