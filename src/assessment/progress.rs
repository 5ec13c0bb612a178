//! How far an assessment was looked at (已查): what is asked in this period, and how much of it has
//! an answer.
//!
//! What follows from other answers is not asked. Not here: what the answers amount to (`outcome`).

use super::basics::BasicOutcome;
use super::derivation::{ScoredBasis, ScoredResult};
use super::indicator::Standing;
use super::outcome::Outcome;
use super::stars::{StarOutcome, StarState};
use crate::standard::{DerivationEffect, StandardPack};

/// How much of what is asked has an answer (已查).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// How many have an answer.
    pub done: usize,
    /// How many are asked.
    pub all: usize,
}

impl Progress {
    /// How many are still to be looked at.
    pub fn left(self) -> usize {
        self.all - self.done
    }
}

impl std::ops::Add for Progress {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            done: self.done + other.done,
            all: self.all + other.all,
        }
    }
}

/// A part of an assessment in which something is still to be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenPart<'a> {
    /// A basic, by its key.
    Basic(&'a str),
    /// A star, by its key.
    Star(&'a str),
}

impl Outcome {
    /// How far the whole was looked at, held against the pack that is in force: the indicators of
    /// the basics that count in this period, and the scored items that are asked.
    pub fn progress(&self, pack: &StandardPack) -> Progress {
        let basics = self.basics.iter().map(BasicOutcome::progress);
        let stars = self.stars.iter().map(|star| star.progress(pack));
        basics
            .chain(stars)
            .fold(Progress::default(), |sum, one| sum + one)
    }

    /// The first part in which something is still to be looked at.
    pub fn first_open(&self, pack: &StandardPack) -> Option<OpenPart<'_>> {
        let basics = self.basics.iter();
        let basics = basics.map(|one| (one.progress(), OpenPart::Basic(&one.key)));
        let stars = self.stars.iter();
        let stars = stars.map(|one| (one.progress(pack), OpenPart::Star(&one.key)));
        basics
            .chain(stars)
            .find(|(progress, _)| progress.left() > 0)
            .map(|(_, part)| part)
    }
}

impl BasicOutcome {
    /// How far the basic was looked at.
    pub fn progress(&self) -> Progress {
        let all = self.counted();
        Progress {
            done: all - self.count(Standing::Unchecked),
            all,
        }
    }
}

impl StarOutcome {
    /// How far the star was looked at. A scored item that follows from other answers is asked by
    /// them.
    pub fn progress(&self, pack: &StandardPack) -> Progress {
        if matches!(self.state, StarState::Named | StarState::NotApplicable) {
            return Progress::default();
        }
        let asked = |one: &&ScoredResult| {
            if matches!(one.basis, ScoredBasis::Open | ScoredBasis::Answered) {
                return true;
            }
            let scored = pack.scored(&one.id);
            let derivation = scored.and_then(|(_, scored)| scored.derivation.as_ref());
            derivation.is_none_or(|one| one.effect == DerivationEffect::Limits)
        };
        let asked = self.indicators.iter().filter(asked);
        Progress {
            done: asked.clone().filter(|one| one.points.is_some()).count(),
            all: asked.count(),
        }
    }
}
