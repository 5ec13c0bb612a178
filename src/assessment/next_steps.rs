//! What is worth doing next (接下来做什么), at the end of a run through a part of an assessment.
//!
//! Not here: what falls due between two assessments (`duty`).

use super::outcome::Outcome;
use super::path::WayToStar;
use super::progress::OpenPart;
use super::stars::{StarOutcome, StarState};
use crate::ledger::Ledger;
use crate::order::sorted_by_key;
use crate::standard::{ItemId, StandardPack};

/// More than these would be a list, and nobody would begin with it.
const MOST: usize = 3;

/// One thing that is worth doing next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NextStep {
    /// Have this indicator put right (列入整改): it is lacking, and nobody sees to it.
    Mend {
        /// The indicator.
        id: ItemId,
        /// Whether it is a must-item (必达项).
        must: bool,
    },
    /// Look at what is still open (接着查).
    LookAt {
        /// The part with the first item that is open.
        part: Part,
        /// How many items are open in all parts.
        open: usize,
    },
    /// Answer the vetoes (否决项): this many are not settled.
    Vetoes(usize),
    /// Win this star (争星): so many points are lacking, and they can be reached.
    Star {
        /// The key of the star.
        key: String,
        /// The points that it lacks.
        lacking: u32,
    },
}

/// A part of an assessment, by its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A basic.
    Basic(String),
    /// A star.
    Star(String),
}

/// What is worth doing next, at most three things: must-items that are lacking come first, then
/// what is still open, the vetoes, what else is lacking, and the star that is nearest.
pub fn next_steps(outcome: &Outcome, pack: &StandardPack, ledger: &Ledger) -> Vec<NextStep> {
    let lacking = outcome.to_make_good().into_iter();
    let left_alone = lacking.filter(|one| ledger.open_rectification_of(&one.id).is_none());
    let (musts, others): (Vec<_>, Vec<_>) = left_alone
        .map(|one| NextStep::Mend {
            id: one.id.clone(),
            must: one.must,
        })
        .partition(|step| matches!(step, NextStep::Mend { must: true, .. }));
    let vetoes = Some(outcome.vetoes_open()).filter(|open| *open > 0);
    let steps = musts
        .into_iter()
        .chain(look_at(outcome, pack))
        .chain(vetoes.map(NextStep::Vetoes))
        .chain(others)
        .chain(nearest_star(outcome));
    steps.take(MOST).collect()
}

fn look_at(outcome: &Outcome, pack: &StandardPack) -> Option<NextStep> {
    let part = match outcome.first_open(pack)? {
        OpenPart::Basic(key) => Part::Basic(key.to_owned()),
        OpenPart::Star(key) => Part::Star(key.to_owned()),
    };
    let open = outcome.progress(pack).left();
    Some(NextStep::LookAt { part, open })
}

/// The star that lacks the fewest points, of those that can be won by what is known.
fn nearest_star(outcome: &Outcome) -> Option<NextStep> {
    let can_be_won = |star: &&StarOutcome| {
        star.state == StarState::NotWon && matches!(star.way, Some(WayToStar::Fewest(_)))
    };
    let stars = outcome.stars.iter().filter(can_be_won);
    let lacking = |star: &StarOutcome| star.pass.saturating_sub(star.score);
    let star = sorted_by_key(stars, |star| lacking(star))
        .into_iter()
        .next()?;
    Some(NextStep::Star {
        key: star.key.clone(),
        lacking: lacking(star),
    })
}
