//! Checks of stars, their scored indicators and the bands of these.
//!
//! Not here: what the bands are derived from (`derivations`).

use super::Checks;
use super::fault::{FaultKind, Place};
use crate::standard::star::{ScoredBy, ScoredIndicator, Star};

impl Checks<'_> {
    /// Every star.
    pub(super) fn stars(&mut self, root: &Place) {
        let pack = self.pack;
        for (index, star) in pack.stars.iter().enumerate() {
            let place = root.at("stars").at(index).of(&star.key);
            self.star(&place, star);
            for (index, indicator) in star.indicators.iter().enumerate() {
                let place = place.at("indicators").at(index).of(&indicator.id.0);
                self.scored_indicator(&place, indicator);
            }
        }
        self.weights(root);
    }

    /// Parts that count by a weight count a hundred percent together.
    fn weights(&mut self, root: &Place) {
        let weights = self.pack.stars.iter().map(|star| star.weight_percent);
        if weights.clone().all(|weight| weight.is_none()) {
            return;
        }
        let sum: u64 = weights.map(|weight| u64::from(weight.unwrap_or(100))).sum();
        if sum != 100 {
            self.fault(&root.at("stars"), FaultKind::WeightSum { sum });
        }
    }

    fn star(&mut self, place: &Place, star: &Star) {
        self.label(&place.at("title"), &star.title);
        self.number(&place.at("maximum"), star.maximum);
        if let Some(weight) = star.weight_percent {
            self.percent(&place.at("weight_percent"), weight, 1);
        }
        self.sources(place, &star.sources);
        for (index, id) in star.related.iter().enumerate() {
            if self.pack.indicator(id).is_none() {
                let kind = FaultKind::UnknownItem { id: id.clone() };
                self.fault(&place.at("related").at(index), kind);
            }
        }
        if star.is_scored() && !star.related.is_empty() {
            self.fault(&place.at("related"), FaultKind::StarScoredAndNamed);
        }
        let maximum = star.maximum;
        let sum = star
            .indicators
            .iter()
            .map(|one| u64::from(one.maximum))
            .sum();
        if sum != u64::from(maximum) {
            self.fault(&place.at("maximum"), FaultKind::StarSum { maximum, sum });
        }
        let pass = star.pass.unwrap_or(self.pack.award.star_pass);
        if star.is_scored() && pass > maximum {
            self.fault(
                &place.at("pass"),
                FaultKind::PassAboveMaximum { pass, maximum },
            );
        }
    }

    fn scored_indicator(&mut self, place: &Place, indicator: &ScoredIndicator) {
        self.label(&place.at("title"), &indicator.title);
        self.number(&place.at("maximum"), indicator.maximum);
        self.sources(place, &indicator.sources);
        self.way_of_scoring(place, indicator);
        if indicator.scored_by() != ScoredBy::Bands {
            return;
        }
        let maximum = indicator.maximum;
        let bands = place.at("bands");
        for (index, band) in indicator.bands.iter().enumerate() {
            self.label(&bands.at(index).at("when"), &band.when);
        }
        for (index, pair) in indicator.bands.windows(2).enumerate() {
            if let [better, worse] = pair
                && better.score <= worse.score
            {
                let kind = FaultKind::BandsNotDescending {
                    before: better.score,
                    score: worse.score,
                };
                self.fault(&bands.at(index + 1), kind);
            }
        }
        if indicator
            .bands
            .first()
            .is_none_or(|best| best.score != maximum)
        {
            self.fault(&bands.at(0), FaultKind::BestBandNotMaximum { maximum });
        }
    }

    /// Bands, deductions and a number that is put in: one of them, and not two.
    fn way_of_scoring(&mut self, place: &Place, indicator: &ScoredIndicator) {
        let ways = [
            !indicator.bands.is_empty(),
            !indicator.deductions.is_empty(),
            indicator.entered,
        ];
        let by_bands = indicator.scored_by() == ScoredBy::Bands;
        if ways.iter().filter(|way| **way).count() > 1
            || (!by_bands && indicator.derivation.is_some())
        {
            self.fault(place, FaultKind::TwoWaysOfScoring);
        }
        let maximum = indicator.maximum;
        if indicator.least > maximum || (indicator.least > 0 && indicator.deductions.is_empty()) {
            let least = indicator.least;
            let kind = FaultKind::LeastOutOfRange { least, maximum };
            self.fault(&place.at("least"), kind);
        }
        let deductions = place.at("deductions");
        for (index, deduction) in indicator.deductions.iter().enumerate() {
            let place = deductions.at(index);
            self.label(&place.at("title"), &deduction.title);
            self.number(&place.at("points"), deduction.points);
            if deduction.points == 0 {
                self.fault(&place.at("points"), FaultKind::DeductionOfNothing);
            }
            if let Some(cap) = deduction.cap {
                self.number(&place.at("cap"), cap);
            }
        }
    }
}
