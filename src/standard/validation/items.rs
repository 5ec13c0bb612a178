//! Checks of the indicators of the basics, of bonuses and of vetoes.

use super::Checks;
use super::fault::{FaultKind, Place};
use crate::period::Frequency;
use crate::standard::ledger_fact::LedgerFact;
use crate::standard::pack::Indicator;
use crate::standard::star::{Bonus, Veto, VetoEffect};

impl Checks<'_> {
    /// Everything that can be answered but the scored indicators of stars.
    pub(super) fn items(&mut self, root: &Place) {
        let pack = self.pack;
        for (index, basic) in pack.basics.iter().enumerate() {
            let place = root.at("basics").at(index).of(&basic.key);
            self.label(&place.at("title"), &basic.title);
            for (index, indicator) in basic.indicators.iter().enumerate() {
                let place = place.at("indicators").at(index).of(&indicator.id.0);
                self.indicator(&place, indicator);
            }
        }
        for (index, bonus) in pack.bonuses.iter().enumerate() {
            self.bonus(&root.at("bonuses").at(index).of(&bonus.id.0), bonus);
        }
        for (index, veto) in pack.vetoes.iter().enumerate() {
            self.veto(&root.at("vetoes").at(index).of(&veto.id.0), veto);
        }
    }

    fn indicator(&mut self, place: &Place, indicator: &Indicator) {
        self.label(&place.at("title"), &indicator.title);
        self.label(&place.at("criterion"), &indicator.criterion);
        for (index, variant) in indicator.variants.iter().enumerate() {
            let place = place.at("variants").at(index);
            self.label(&place.at("criterion"), &variant.criterion);
            if let Some(sources) = &variant.sources {
                self.sources(&place, sources);
            }
        }
        self.sources(place, &indicator.sources);
        if let Some(fact) = &indicator.filled_by {
            self.ledger_fact(&place.at("filled_by"), fact);
        }
        if let Some(times) = indicator.answer.times() {
            let place = place.at("answer");
            if times == 0 {
                self.fault(&place, FaultKind::CountWithoutTimes);
            }
            self.number(&place, times);
            if indicator
                .filled_by
                .as_ref()
                .is_some_and(|fact| fact.duty().is_none())
            {
                let id = indicator.id.clone();
                self.fault(&place, FaultKind::NotCounted { id });
            }
            if let frequency @ (Frequency::Term | Frequency::Event) = indicator.frequency {
                self.fault(&place, FaultKind::CountWithoutPeriods { frequency });
            }
        }
    }

    /// A fact of the ledger: what it speaks of has to be in the pack.
    pub(super) fn ledger_fact(&mut self, place: &Place, fact: &LedgerFact) {
        if let Some(id) = fact.mechanism() {
            self.known_mechanism(place, id);
        }
        if let Some(id) = fact.duty()
            && self.pack.checklist.duty(id).is_none()
        {
            self.fault(place, FaultKind::UnknownItem { id: id.clone() });
        }
    }

    fn bonus(&mut self, place: &Place, bonus: &Bonus) {
        self.label(&place.at("title"), &bonus.title);
        self.sources(place, &bonus.sources);
        if let Some(cap) = bonus.cap {
            self.number(&place.at("cap"), cap);
        }
        for (index, option) in bonus.options.iter().enumerate() {
            let place = place.at("options").at(index);
            self.label(&place.at("title"), &option.title);
            self.number(&place.at("points"), option.points);
        }
    }

    fn veto(&mut self, at: &Place, veto: &Veto) {
        self.label(&at.at("title"), &veto.title);
        self.sources(at, &veto.sources);
        let stars = self.pack.stars.len();
        match &veto.effect {
            VetoEffect::FreezeAllStars | VetoEffect::BasicsUnmet => {}
            VetoEffect::FreezeStars(keys) => {
                for key in keys.iter().filter(|key| self.pack.star(key).is_none()) {
                    let kind = FaultKind::UnknownKey { key: key.clone() };
                    self.faults.push(at.at("effect").fault(kind));
                }
            }
            VetoEffect::GradeAtBest(place) => {
                let grades = self.pack.award.grades.len();
                if usize::try_from(*place).is_ok_and(|place| place >= grades) {
                    let kind = FaultKind::NoSuchGrade {
                        place: *place,
                        grades,
                    };
                    self.fault(&at.at("effect"), kind);
                }
            }
            VetoEffect::AtMostStars(limit) => {
                if usize::try_from(*limit).is_ok_and(|limit| limit > stars) {
                    let kind = FaultKind::LimitAboveStars {
                        limit: *limit,
                        stars,
                    };
                    self.fault(&at.at("effect"), kind);
                }
            }
        }
    }
}
