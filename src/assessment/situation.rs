//! Where an organisation stands (现状), in the one thing that is most worth knowing: how much is
//! still to be looked at, what is not met, or what has been reached.
//!
//! Not here: the words for it, and what is to be done next (`up_next`).

use super::basics::BasicState;
use super::derivation::ScoredBasis;
use super::indicator::Basis;
use super::outcome::{AllStars, BasicsState, Outcome};
use super::stars::{StarOutcome, StarState};
use crate::standard::StandardPack;

/// Where an organisation stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Situation {
    /// Nothing is asked of it: it keeps a list of responsibilities alone (只有责任清单).
    ListAlone,
    /// Nobody has answered or recorded anything yet (未开始).
    Untouched {
        /// How many must-items are to be looked at.
        musts: usize,
        /// How many items there are to be looked at in all.
        all: usize,
    },
    /// Something is still to be looked at (未查完).
    Open {
        /// How many items are still to be looked at.
        left: usize,
        /// How many must-items are due, where all of them are met. `None` if one is missing, or
        /// none is due.
        musts_met: Option<usize>,
        /// Whether there are stars to be won.
        stars: bool,
    },
    /// A disqualifier (否决情形) applies.
    Vetoed {
        /// Whether it makes the basics unmet as a whole; otherwise it touches the stars.
        basics: bool,
    },
    /// Some basics are not met.
    Unmet {
        /// Their keys, in the order of the pack.
        basics: Vec<String>,
        /// The stars. `None` if there are none to be won.
        stars: Option<StarsReached>,
    },
    /// The basics are met, or none is due.
    Reached {
        /// What is met of the basics. `None` if nothing of them is due.
        basics: Option<BasicsReached>,
        /// The stars. `None` if there are none to be won.
        stars: Option<StarsReached>,
    },
}

/// By when the basics are met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BasicsReached {
    /// By the end of the period.
    Met,
    /// By today, while the period is still running (到今天达标).
    MetSoFar,
}

/// How many stars are won, and what is missing to all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StarsReached {
    /// How many are won and count.
    pub counted: u32,
    /// How many there are to be won.
    pub of: usize,
    /// The way to the award for all stars together (五星).
    pub to_all: ToAllStars,
}

/// The way to the award for all stars together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToAllStars {
    /// It is won.
    Won,
    /// So many points are missing, 1 or more.
    Points(u32),
    /// Points alone do not decide, or there is no such award.
    Unknown,
}

impl StarOutcome {
    /// How many points are missing to the star (差几分), where it is decided and only points are
    /// missing.
    pub fn short_by(&self) -> Option<u32> {
        let short = self.pass.checked_sub(self.score).filter(|short| *short > 0);
        short.filter(|_| self.state == StarState::NotWon)
    }

    /// Whether it can be won or lost: it has points, and is for this organisation.
    pub fn is_at_stake(&self) -> bool {
        !matches!(self.state, StarState::Named | StarState::NotApplicable)
    }
}

impl Outcome {
    /// Where the organisation stands, held against the pack that is in force.
    pub fn situation(&self, pack: &StandardPack) -> Situation {
        if pack.is_list_alone() {
            return Situation::ListAlone;
        }
        let stars = self.stars_reached(pack);
        let left = self.progress(pack).left();
        let musts = self.must_items();
        if !self.is_touched() && left > 0 {
            let (musts, all) = (musts.open.len(), left);
            return Situation::Untouched { musts, all };
        }
        let frozen = self.stars.iter().any(|one| !one.frozen_by.is_empty());
        if !self.basics_vetoed_by.is_empty() || frozen {
            let basics = !self.basics_vetoed_by.is_empty();
            return Situation::Vetoed { basics };
        }
        if left > 0 {
            return Situation::Open {
                left,
                musts_met: musts.all_met().then_some(musts.due),
                stars: stars.is_some(),
            };
        }
        let reached = |basics| Situation::Reached { basics, stars };
        match self.basics_state {
            BasicsState::Met => reached(Some(BasicsReached::Met)),
            BasicsState::MetSoFar => reached(Some(BasicsReached::MetSoFar)),
            BasicsState::NothingDue => reached(None),
            BasicsState::Unmet | BasicsState::Incomplete => {
                let unmet = self.basics.iter();
                let unmet = unmet.filter(|one| one.state == BasicState::Unmet);
                let basics = unmet.map(|one| one.key.clone()).collect();
                Situation::Unmet { basics, stars }
            }
        }
    }

    /// Whether anybody has answered or recorded anything. What follows from the facts of the
    /// organisation is nobody's answer.
    fn is_touched(&self) -> bool {
        let of_basics = self.basics.iter().flat_map(|basic| &basic.indicators);
        let mut bases = of_basics.map(|one| &one.basis);
        let is_entered = |basis: &Basis| match basis {
            Basis::Answered | Basis::Carried(_) | Basis::Counted { .. } | Basis::Ledger(_) => true,
            Basis::Open | Basis::Facts(_) | Basis::TermRunsUntil(_) | Basis::TermExpired(_) => {
                false
            }
        };
        let of_stars = self.stars.iter().flat_map(|star| &star.indicators);
        let mut scored = of_stars.map(|one| &one.basis);
        let is_chosen = |basis: &ScoredBasis| match basis {
            ScoredBasis::Answered | ScoredBasis::Overridden | ScoredBasis::Limited { .. } => true,
            ScoredBasis::Open
            | ScoredBasis::NotDue
            | ScoredBasis::Derived
            | ScoredBasis::Awaiting(_) => false,
        };
        bases.any(is_entered) || scored.any(is_chosen)
    }

    /// How many basics are met (几项达标), and of how many anything is due.
    pub fn basics_met(&self) -> (usize, usize) {
        let basics = self.basics.iter();
        let due = basics.filter(|one| one.state != BasicState::NothingDue);
        let met = due.clone().filter(|one| one.state.is_met()).count();
        (met, due.count())
    }

    /// How many stars there are to be won or lost.
    pub fn stars_at_stake(&self) -> usize {
        self.stars.iter().filter(|one| one.is_at_stake()).count()
    }

    fn stars_reached(&self, pack: &StandardPack) -> Option<StarsReached> {
        let of = self.stars_at_stake();
        (of > 0).then(|| StarsReached {
            counted: self.stars_counted,
            of,
            to_all: self.to_all_stars(pack),
        })
    }

    /// How far it is to all stars. Points that are missing to a star count for the sum as well.
    fn to_all_stars(&self, pack: &StandardPack) -> ToAllStars {
        let needed = match (self.all_stars, self.sum_needed) {
            (AllStars::Won, _) => return ToAllStars::Won,
            (AllStars::NotOffered, _) | (_, None) => return ToAllStars::Unknown,
            (AllStars::NotWon | AllStars::Incomplete, Some(needed)) => needed,
        };
        // By weights, a point of a star is not a point of the sum.
        if pack.stars.iter().any(|star| star.weight_percent.is_some()) {
            return ToAllStars::Unknown;
        }
        let at_stake = self.stars.iter().filter(|one| one.is_at_stake());
        let missing = at_stake.map(|one| match one.state {
            StarState::Won => Some(0),
            _ => one.short_by(),
        });
        let Some(missing) = missing.sum::<Option<u32>>() else {
            return ToAllStars::Unknown;
        };
        let limited = self.stars_counted < self.stars_won;
        match missing.max(needed.saturating_sub(self.sum)) {
            0 => ToAllStars::Unknown,
            _ if limited => ToAllStars::Unknown,
            points => ToAllStars::Points(points),
        }
    }
}
