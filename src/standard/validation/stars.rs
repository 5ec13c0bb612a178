//! Checks of stars, their scored indicators and the bands of these.
//!
//! Not here: what the bands are derived from (`derivations`).

use super::Checks;
use super::fault::{FaultKind, Place};
use crate::standard::star::{ScoredIndicator, Star};

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
    }

    fn star(&mut self, place: &Place, star: &Star) {
        self.label(&place.at("title"), &star.title);
        self.number(&place.at("maximum"), star.maximum);
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
}
