//! How far an assessment was looked at (已查): what is asked in this period, and how much of it has
//! an answer.
//!
//! What follows from other answers is not asked. Not here: what the answers amount to (`outcome`).

use super::basics::BasicOutcome;
use super::derivation::{ScoredBasis, ScoredResult};
use super::indicator::Standing;
use super::outcome::Outcome;
use super::stars::{StarOutcome, StarState};
use crate::standard::{DerivationEffect, ItemId, StandardPack};

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

/// Where to go on once nothing of a part is open any longer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NextStop {
    /// This basic, by its key.
    Basic(String),
    /// This star, by its key.
    Star(String),
    /// The vetoes (否决项), of which some are not settled.
    Vetoes,
    /// Nothing is open any longer: the result.
    Result,
}

impl Outcome {
    /// Where to go on after a part, or from the beginning: the next part in which something is
    /// still to be looked at, then what was passed over, the vetoes, and the result.
    pub fn next_stop(&self, pack: &StandardPack, after: Option<OpenPart<'_>>) -> NextStop {
        let parts: Vec<(Progress, OpenPart<'_>)> = self.parts(pack).collect();
        let place = after.and_then(|after| parts.iter().position(|(_, part)| *part == after));
        let first = place.map_or(0, |place| place + 1);
        let (passed, ahead) = parts.split_at(first.min(parts.len()));
        let mut in_turn = ahead.iter().chain(passed);
        match in_turn.find(|(progress, part)| progress.left() > 0 && Some(*part) != after) {
            Some((_, OpenPart::Basic(key))) => NextStop::Basic((*key).to_owned()),
            Some((_, OpenPart::Star(key))) => NextStop::Star((*key).to_owned()),
            None if self.vetoes_open() > 0 => NextStop::Vetoes,
            None => NextStop::Result,
        }
    }

    /// Every part with how far it was looked at, in the order of the pack.
    fn parts(&self, pack: &StandardPack) -> impl Iterator<Item = (Progress, OpenPart<'_>)> {
        let basics = self.basics.iter();
        let basics = basics.map(|one| (one.progress(), OpenPart::Basic(one.key.as_str())));
        let stars = self.stars.iter();
        let stars = stars.map(|one| (one.progress(pack), OpenPart::Star(one.key.as_str())));
        basics.chain(stars)
    }

    /// How far the whole was looked at, held against the pack that is in force: the indicators of
    /// the basics that count in this period, and the scored items that are asked.
    pub fn progress(&self, pack: &StandardPack) -> Progress {
        let basics = self.basics.iter().map(BasicOutcome::progress);
        let stars = self.stars.iter().map(|star| star.progress(pack));
        basics
            .chain(stars)
            .fold(Progress::default(), |sum, one| sum + one)
    }

    /// The items that are still to be looked at (待查), in the order of the pack: what is due of the
    /// basics, and what is asked of the stars.
    pub fn open_items(&self, pack: &StandardPack) -> Vec<ItemId> {
        let indicators = self.basics.iter().flat_map(|basic| &basic.indicators);
        let indicators = indicators.filter(|one| one.standing == Standing::Unchecked);
        let stars = self.stars.iter().flat_map(|star| star.asked(pack));
        let scored = stars.filter(|one| one.is_open());
        indicators
            .map(|one| one.id.clone())
            .chain(scored.map(|one| one.id.clone()))
            .collect()
    }

    /// The first part in which something is still to be looked at.
    pub fn first_open(&self, pack: &StandardPack) -> Option<OpenPart<'_>> {
        self.parts(pack)
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
    /// them, and one whose bound is not known yet has its own answer.
    pub fn progress(&self, pack: &StandardPack) -> Progress {
        let asked = self.asked(pack);
        Progress {
            done: asked.clone().filter(|one| !one.is_open()).count(),
            all: asked.count(),
        }
    }

    /// Its scored items that are asked; none where it is only named or does not apply.
    fn asked<'a>(
        &'a self,
        pack: &'a StandardPack,
    ) -> impl Iterator<Item = &'a ScoredResult> + Clone {
        let is_left_out = matches!(self.state, StarState::Named | StarState::NotApplicable);
        let asked = move |one: &&ScoredResult| {
            if matches!(one.basis, ScoredBasis::Open | ScoredBasis::Answered) {
                return true;
            }
            let scored = pack.scored(&one.id);
            let derivation = scored.and_then(|(_, scored)| scored.derivation.as_ref());
            derivation.is_none_or(|one| one.effect == DerivationEffect::Limits)
        };
        self.indicators
            .iter()
            .filter(move |_| !is_left_out)
            .filter(asked)
    }
}
