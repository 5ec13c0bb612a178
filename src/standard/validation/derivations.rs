//! Checks of what scored indicators follow from (由基项推出).
//!
//! A band without `reached_by` is never derived, only chosen; the last band is what remains when
//! no other is reached, so it has none.

use super::Checks;
use super::fault::{FaultKind, Place};
use crate::sorted_map::SortedMap;
use crate::sorted_set::SortedSet;
use crate::standard::pack::ItemId;
use crate::standard::star::{Derivation, DerivationRule, Reach, ScoredIndicator};

/// How many derivations may build on one another; beyond that nobody could follow the reasons.
pub const DEEPEST_DERIVATION: usize = 8;

impl Checks<'_> {
    /// The derivation of every scored indicator, and all of them together.
    pub(super) fn derivations(&mut self, root: &Place) {
        let pack = self.pack;
        let mut places = SortedMap::new();
        for (star_index, star) in pack.stars.iter().enumerate() {
            for (index, indicator) in star.indicators.iter().enumerate() {
                let place = root.at("stars").at(star_index).at("indicators").at(index);
                let place = place.of(&indicator.id.0);
                self.reaches(&place.at("bands"), indicator);
                if let Some(derivation) = &indicator.derivation {
                    self.derivation(&place.at("derivation"), derivation);
                    places.insert(&indicator.id, (place.at("derivation"), derivation));
                }
            }
        }
        self.circles_and_depth(&places);
    }

    fn reaches(&mut self, bands: &Place, indicator: &ScoredIndicator) {
        let Some(derivation) = &indicator.derivation else {
            for (index, band) in indicator.bands.iter().enumerate() {
                if band.reached_by.is_some() {
                    self.fault(&bands.at(index), FaultKind::ReachWithoutDerivation);
                }
            }
            return;
        };
        let mut better: Option<Reach> = None;
        for (index, band) in indicator.bands.iter().enumerate() {
            let Some(reach) = band.reached_by else {
                continue;
            };
            let place = bands.at(index);
            if let Reach::Percent(percent) = reach {
                self.percent(&place, percent, 0);
            }
            if !fits(reach, derivation.rule) {
                self.fault(&place, FaultKind::ReachDoesNotFitRule);
            } else if better.is_some_and(|better| !harder(better, reach)) {
                self.fault(&place, FaultKind::ReachNotMonotone);
            }
            better = Some(reach);
        }
        match indicator.bands.split_last() {
            Some((last, _)) if last.reached_by.is_some() => {
                self.fault(
                    &bands.at(indicator.bands.len() - 1),
                    FaultKind::LastBandReached,
                );
            }
            Some((_, earlier)) if earlier.iter().all(|band| band.reached_by.is_none()) => {
                self.fault(bands, FaultKind::NoBandReached);
            }
            _ => {}
        }
    }

    fn derivation(&mut self, place: &Place, derivation: &Derivation) {
        if let Some(fact) = &derivation.ledger {
            self.ledger_fact(&place.at("ledger"), fact);
        } else if derivation.from.is_empty() {
            self.fault(place, FaultKind::DerivationFromNothing);
        }
        for (index, id) in derivation.from.iter().enumerate() {
            let place = place.at("from").at(index);
            let indicator = self.pack.indicator(id).map(|(_, indicator)| indicator);
            if indicator.is_none() && self.pack.scored(id).is_none() {
                self.fault(&place, FaultKind::UnknownItem { id: id.clone() });
            } else if derivation.rule == DerivationRule::DoneOverDue
                && indicator.and_then(|one| one.answer.times()).is_none()
            {
                self.fault(&place, FaultKind::NotCounted { id: id.clone() });
            }
        }
    }

    /// Settles in rounds what follows from settled things alone. What is settled too late builds
    /// on too much; what is never settled follows from itself, or from something that does.
    fn circles_and_depth(&mut self, derived: &SortedMap<&ItemId, (Place, &Derivation)>) {
        let mut open: SortedSet<&ItemId> = derived.keys().copied().collect();
        let mut round = 0;
        loop {
            let settled: Vec<&ItemId> = derived
                .iter()
                .filter(|(id, (_, derivation))| {
                    let sources = &derivation.from;
                    open.contains(*id) && sources.iter().all(|source| !open.contains(source))
                })
                .map(|(id, _)| *id)
                .collect();
            if settled.is_empty() {
                break;
            }
            round += 1;
            for id in settled {
                open.remove(id);
                if let Some((place, _)) = derived.get(id)
                    && round > DEEPEST_DERIVATION
                {
                    let kind = FaultKind::DerivationTooDeep {
                        most: DEEPEST_DERIVATION,
                    };
                    self.fault(place, kind);
                }
            }
        }
        for (id, (place, _)) in derived {
            if open.contains(id) && leads_back(id, derived) {
                let kind = FaultKind::CircularDerivation { id: (*id).clone() };
                self.fault(place, kind);
            }
        }
    }
}

/// Whether what follows from others follows from itself in the end.
fn leads_back(start: &ItemId, derived: &SortedMap<&ItemId, (Place, &Derivation)>) -> bool {
    let mut seen = SortedSet::new();
    let mut ahead = vec![start];
    while let Some(id) = ahead.pop() {
        for source in derived
            .get(id)
            .into_iter()
            .flat_map(|(_, derivation)| &derivation.from)
        {
            if source == start {
                return true;
            }
            if seen.insert(source) {
                ahead.push(source);
            }
        }
    }
    false
}

/// Whether the derivation can come to this.
fn fits(reach: Reach, rule: DerivationRule) -> bool {
    matches!(
        (reach, rule),
        (Reach::Percent(_), DerivationRule::DoneOverDue)
            | (Reach::Missing(_), DerivationRule::Missing)
            | (Reach::Verdict(_), DerivationRule::Worst)
    )
}

/// Whether `better` is harder to reach than `worse`.
fn harder(better: Reach, worse: Reach) -> bool {
    match (better, worse) {
        (Reach::Percent(better), Reach::Percent(worse)) => better > worse,
        (Reach::Missing(better), Reach::Missing(worse)) => better < worse,
        (Reach::Verdict(better), Reach::Verdict(worse)) => better > worse,
        _ => true,
    }
}
