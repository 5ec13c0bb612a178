//! What was answered (回答): every kind of it, and what differs between them.
//!
//! A new kind has to be thought of here and where it is entered, judged and worded. Not here: what
//! an answer amounts to (`indicator`, `stars`), and what was written beside it (`answer`).

use crate::standard::{ItemId, Points, PointsUnit, ScoredBy, ScoredIndicator, StandardPack};
use serde::{Deserialize, Serialize};

/// Whether an answer answers what is asked (合不合).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// It does.
    Fits,
    /// Something else is asked.
    OtherKind,
    /// It is the points of a band, and the indicator has none with these.
    NoSuchBand(Points),
}

/// How an answer can be given again in the next period (和上期一样), by a tap of the user's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GivenAgain {
    /// As a verdict, which no longer holds once what was lacking is put right.
    Verdict(Verdict),
    /// As points, where they can still be chosen.
    Points,
    /// It cannot.
    Never,
}

/// A verdict (判定) on an indicator. Not having looked yet is the absence of an answer and never
/// one of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Unmet (未达标).
    Unmet,
    /// Partly met (部分达标).
    Partly,
    /// Met (达标).
    Met,
    /// Does not apply (不适用).
    NotApplicable,
}

/// The answer to a veto (一票否决).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum VetoAnswer {
    /// There is no such case (无).
    Clear,
    /// There is such a case (有).
    Present,
    /// Not known (不清楚): listed, and freezes nothing.
    Unclear,
}

/// What was answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AnswerValue {
    /// A verdict on an indicator.
    Verdict(Verdict),
    /// How often something was done since the year began (实几次).
    Count {
        /// How often it was done, 0 or more.
        done: u32,
        /// How often it was due (应几次), where the user put another number than the rule's.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due: Option<u32>,
    },
    /// How often it was due by the user's own word (应几次), where the user did not say how often it
    /// was done. It answers nothing; the number stays until the user takes it back.
    OwnDue(u32),
    /// The points of the chosen band (分档), or those that were put in (打分).
    Band(u32),
    /// The same in tenths of a point, where they are not whole.
    BandTenths(u32),
    /// How often each deduction of a scored indicator happened (扣分次数).
    Deductions(Vec<u32>),
    /// The answer to a veto.
    Veto(VetoAnswer),
    /// How many of each option of a bonus item (加分项).
    Bonus(Vec<u32>),
}

impl AnswerValue {
    /// The points of a band, or those that were put in. Whole points are written as such whatever
    /// the unit, so that an answer says the same under every pack.
    pub fn of_points(points: Points) -> Self {
        match points.tenths() {
            tenths if tenths % 10 == 0 => Self::Band(tenths / 10),
            tenths => Self::BandTenths(tenths),
        }
    }

    /// The points of a band, or those that were put in, in this unit; rounded down where the unit
    /// is too coarse. `None` if it is another kind of answer.
    pub fn points_in(&self, unit: PointsUnit) -> Option<u32> {
        match (self, unit) {
            (Self::Band(points), unit) => Some(points.saturating_mul(unit.per_point())),
            (Self::BandTenths(tenths), PointsUnit::Tenths) => Some(*tenths),
            (Self::BandTenths(tenths), PointsUnit::Whole) => Some(tenths / 10),
            _ => None,
        }
    }

    /// Whether it answers the item, and is not just the number that the user's answer will be held
    /// against.
    pub fn is_answer(&self) -> bool {
        !matches!(self, Self::OwnDue(_))
    }

    /// Whether it answers what the pack asks under this id.
    pub fn fit(&self, item: &ItemId, pack: &StandardPack) -> Fit {
        let scored = pack.scored(item).map(|(_, scored)| scored);
        let fits = match self {
            // A counted indicator can also be judged by a verdict, for example as not applicable.
            Self::Verdict(_) | Self::Count { .. } | Self::OwnDue(_) => {
                pack.indicator(item).is_some()
            }
            Self::Veto(_) => pack.veto(item).is_some(),
            Self::Bonus(counts) => pack
                .bonus(item)
                .is_some_and(|bonus| bonus.options.len() == counts.len()),
            Self::Band(_) | Self::BandTenths(_) => match scored {
                Some(scored) => match scored.scored_by() {
                    ScoredBy::Bands => return self.fit_of_band(pack, scored),
                    ScoredBy::Entered => true,
                    ScoredBy::Deductions => false,
                },
                None => false,
            },
            Self::Deductions(counts) => scored.is_some_and(|scored| {
                scored.scored_by() == ScoredBy::Deductions
                    && scored.deductions.len() == counts.len()
            }),
        };
        if fits { Fit::Fits } else { Fit::OtherKind }
    }

    /// Whether an indicator has a band of exactly these points.
    fn fit_of_band(&self, pack: &StandardPack, scored: &ScoredIndicator) -> Fit {
        let has = |score: u32| Self::of_points(pack.points(score)) == *self;
        match scored.bands.iter().any(|band| has(band.score)) {
            true => Fit::Fits,
            false => Fit::NoSuchBand(match self {
                Self::Band(points) => Points::whole(*points),
                other => PointsUnit::Tenths.of(other.points_in(PointsUnit::Tenths).unwrap_or(0)),
            }),
        }
    }

    /// Every number in it, with the name of its member in files.
    pub fn numbers(&self) -> Vec<(&'static str, u32)> {
        let all = |member, counts: &[u32]| counts.iter().map(|count| (member, *count)).collect();
        match self {
            Self::Count { done, due } => {
                vec![("count.done", *done), ("count.due", due.unwrap_or(0))]
            }
            Self::OwnDue(due) => vec![("own_due", *due)],
            Self::Band(points) => vec![("band", *points)],
            Self::BandTenths(tenths) => vec![("band_tenths", *tenths)],
            Self::Deductions(counts) => all("deductions", counts),
            Self::Bonus(counts) => all("bonus", counts),
            Self::Verdict(_) | Self::Veto(_) => Vec::new(),
        }
    }

    /// Whether it goes along into the next period while what it says still holds. `early` says
    /// whether it was given before its time: what was not met then is asked once it is due.
    pub fn goes_along(&self, early: bool) -> bool {
        match self {
            Self::Verdict(Verdict::Met | Verdict::NotApplicable) => true,
            Self::Verdict(Verdict::Partly | Verdict::Unmet) => !early,
            // A count is reckoned since the year began and has to be brought up to date; what is
            // scored and what is vetoed is looked at anew.
            Self::Count { .. }
            | Self::OwnDue(_)
            | Self::Band(_)
            | Self::BandTenths(_)
            | Self::Deductions(_)
            | Self::Veto(_)
            | Self::Bonus(_) => false,
        }
    }

    /// How it can be given again in the next period (和上期一样).
    pub fn given_again(&self) -> GivenAgain {
        match self {
            Self::Verdict(verdict) => GivenAgain::Verdict(*verdict),
            Self::Band(_) | Self::BandTenths(_) => GivenAgain::Points,
            // What is counted, and how often points were taken off, is reckoned anew from the
            // beginning of the year; a veto is looked at each time.
            Self::Count { .. }
            | Self::OwnDue(_)
            | Self::Deductions(_)
            | Self::Veto(_)
            | Self::Bonus(_) => GivenAgain::Never,
        }
    }

    /// The answer to a veto; `None` if it answers something else.
    pub fn veto(&self) -> Option<VetoAnswer> {
        match self {
            Self::Veto(answer) => Some(*answer),
            _ => None,
        }
    }
}
