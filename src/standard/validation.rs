//! Whether a pack makes sense: every fault with its place, so that the author of a local pack
//! finds it.
//!
//! Not here: the shape of the JSON (`composition::parse`), and whether the examples come out as
//! they say (`assessment::verification`).

mod checklist;
mod derivations;
mod examples;
mod fault;
mod groupings;
mod items;
mod mechanisms;
mod stars;
#[cfg(test)]
mod tests;

pub use derivations::DEEPEST_DERIVATION;
pub use fault::{FaultKind, PackFault};

use super::pack::{Label, StandardPack};
use crate::sorted_set::SortedSet;
use fault::Place;

/// The greatest number of points, and the greatest number of times, that a pack may speak of.
/// Sums of what is below it cannot overflow.
pub const GREATEST_NUMBER: u32 = 10_000;

/// Finds everything that is wrong with a pack; an empty list means that it can be used.
pub fn validate(pack: &StandardPack) -> Vec<PackFault> {
    let root = Place::default();
    let mut checks = Checks {
        pack,
        faults: Vec::new(),
    };
    checks.head(&root);
    checks.names_are_unique(&root);
    checks.items(&root);
    checks.stars(&root);
    checks.derivations(&root);
    checks.award(&root.at("award"));
    checks.checklist(&root.at("checklist"));
    checks.groupings(&root.at("groupings"));
    checks.examples(&root.at("examples"));
    checks.faults
}

/// The pack, and what was found so far. The checks stand in the files beside this one.
struct Checks<'a> {
    pack: &'a StandardPack,
    faults: Vec<PackFault>,
}

impl Checks<'_> {
    fn fault(&mut self, place: &Place, kind: FaultKind) {
        self.faults.push(place.fault(kind));
    }

    /// A text that is shown.
    fn label(&mut self, place: &Place, label: &Label) {
        self.text(&place.at("zh"), &label.zh);
    }

    fn text(&mut self, place: &Place, text: &str) {
        if text.trim().is_empty() {
            self.fault(place, FaultKind::EmptyText);
        }
    }

    /// A number of points or of times.
    fn number(&mut self, place: &Place, number: u32) {
        if number > GREATEST_NUMBER {
            self.fault(
                place,
                FaultKind::NumberTooLarge {
                    number,
                    most: GREATEST_NUMBER,
                },
            );
        }
    }

    fn percent(&mut self, place: &Place, percent: u32, least: u32) {
        if !(least..=100).contains(&percent) {
            self.fault(place, FaultKind::PercentOutOfRange { percent });
        }
    }

    fn sources(&mut self, place: &Place, sources: &[String]) {
        for (index, id) in sources.iter().enumerate() {
            if self.pack.rule(id).is_none() {
                let kind = FaultKind::UnknownRule { id: id.clone() };
                self.fault(&place.at("sources").at(index), kind);
            }
        }
    }

    fn head(&mut self, root: &Place) {
        let pack = self.pack;
        self.text(&root.at("id"), &pack.id);
        self.text(&root.at("version"), &pack.version);
        let labels = [
            ("title", &pack.title),
            ("issuer", &pack.issuer),
            ("scope", &pack.scope),
            ("disclaimer", &pack.disclaimer),
        ];
        for (name, label) in labels {
            self.label(&root.at(name), label);
        }
        self.label(&root.at("names").at("basics"), &pack.names.basics);
        self.label(&root.at("names").at("stars"), &pack.names.stars);

        let judgement = root.at("judgement");
        let percents = [
            ("count_partly_percent", pack.judgement.count_partly_percent),
            ("basic_met_percent", pack.judgement.basic_met_percent),
            (
                "partly_weight_percent",
                pack.judgement.partly_weight_percent,
            ),
        ];
        for (name, percent) in percents {
            self.percent(&judgement.at(name), percent, 1);
        }

        let mut seen = SortedSet::new();
        for (index, rule) in pack.rules.iter().enumerate() {
            let place = root.at("rules").at(index).of(&rule.id);
            self.text(&place.at("document"), &rule.document);
            if !seen.insert(&rule.id) {
                self.fault(
                    &place,
                    FaultKind::DuplicateRule {
                        id: rule.id.clone(),
                    },
                );
            }
        }
    }

    /// Ids and keys share one space: an answer, a link and an example name a thing by it alone.
    fn names_are_unique(&mut self, root: &Place) {
        let pack = self.pack;
        let mut names: Vec<(Place, &str)> = Vec::new();
        for (index, basic) in pack.basics.iter().enumerate() {
            let place = root.at("basics").at(index);
            let ids = basic.indicators.iter().map(|one| one.id.0.as_str());
            names.extend(
                ids.enumerate()
                    .map(|(n, id)| (place.at("indicators").at(n), id)),
            );
            names.push((place, &basic.key));
        }
        for (index, star) in pack.stars.iter().enumerate() {
            let place = root.at("stars").at(index);
            let ids = star.indicators.iter().map(|one| one.id.0.as_str());
            names.extend(
                ids.enumerate()
                    .map(|(n, id)| (place.at("indicators").at(n), id)),
            );
            names.push((place, &star.key));
        }
        for (index, bonus) in pack.bonuses.iter().enumerate() {
            names.push((root.at("bonuses").at(index), &bonus.id.0));
        }
        for (index, veto) in pack.vetoes.iter().enumerate() {
            names.push((root.at("vetoes").at(index), &veto.id.0));
        }
        names.extend(checklist::names(&pack.checklist, &root.at("checklist")));
        let mut seen = SortedSet::new();
        for (place, name) in names {
            let place = place.of(name);
            self.text(&place, name);
            if !seen.insert(name) {
                self.fault(
                    &place,
                    FaultKind::Duplicate {
                        name: name.to_owned(),
                    },
                );
            }
        }
    }

    fn award(&mut self, place: &Place) {
        let pack = self.pack;
        let award = &pack.award;
        self.number(&place.at("star_pass"), award.star_pass);
        self.sources(place, &award.sources);
        if let Some(needed) = award.all_stars_sum {
            let possible = pack.stars.iter().map(|star| u64::from(star.maximum)).sum();
            if u64::from(needed) > possible {
                let kind = FaultKind::SumOutOfReach { needed, possible };
                self.fault(&place.at("all_stars_sum"), kind);
            }
        }
        if let Some(key) = &award.first_star
            && pack.star(key).is_none()
        {
            self.fault(
                &place.at("first_star"),
                FaultKind::UnknownKey { key: key.clone() },
            );
        }
        let grades = place.at("grades");
        for (index, grade) in award.grades.iter().enumerate() {
            self.label(&grades.at(index).at("title"), &grade.title);
            self.percent(&grades.at(index).at("at_least"), grade.at_least, 0);
        }
        if !award
            .grades
            .is_sorted_by(|better, worse| better.at_least > worse.at_least)
        {
            self.fault(&grades, FaultKind::GradesNotDescending);
        }
        if award.grades.last().is_none_or(|worst| worst.at_least != 0) {
            self.fault(&grades, FaultKind::LastGradeNotZero);
        }
    }
}
