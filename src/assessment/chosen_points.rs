//! The points that an answer to a scored indicator comes to by itself (所选的分): of a band, or after
//! deductions.
//!
//! Not here: points that follow from something else (`derivation`).

use super::stars::total;
use crate::standard::ScoredIndicator;

/// The points of the band that was chosen. A pack may have changed its points since: then it is
/// the best band that gives no more than what was chosen.
pub(super) fn nearest_band(indicator: &ScoredIndicator, points: u32) -> Option<u32> {
    let found = indicator.bands.iter().find(|band| band.score <= points);
    found.or(indicator.bands.last()).map(|band| band.score)
}

/// What is left of the points once those for each time something happened are taken off (扣完为止).
pub(super) fn after_deductions(indicator: &ScoredIndicator, counts: &[u32]) -> u32 {
    let pairs = indicator.deductions.iter().zip(counts);
    let taken = pairs.map(|(deduction, count)| {
        let taken = deduction.points.saturating_mul(*count);
        deduction.cap.map_or(taken, |cap| taken.min(cap))
    });
    let left = indicator.maximum.saturating_sub(total(taken));
    left.max(indicator.least.min(indicator.maximum))
}

/// The points of the lowest band.
pub(super) fn worst_band(indicator: &ScoredIndicator) -> u32 {
    indicator.bands.last().map_or(0, |band| band.score)
}
