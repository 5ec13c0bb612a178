//! Finding things in a standard pack by id or key.
//!
//! Not here: any judgement. A thing that the pack does not have is simply not found.

use super::condition::Facts;
use super::pack::{Basic, Indicator, ItemId, Label, StandardPack};
use super::rule::{Certainty, Rule};
use super::star::{Bonus, ScoredIndicator, Star, Veto, VetoEffect};
use crate::sorted_set::SortedSet;
use std::borrow::Borrow;

impl StandardPack {
    /// Whether it asks for nothing and has a list of responsibilities alone (只有责任清单), as that of a
    /// leading group does.
    pub fn is_list_alone(&self) -> bool {
        self.basics.is_empty() && self.stars.is_empty() && self.vetoes.is_empty()
    }

    /// The ids of everything that can be answered.
    pub fn item_ids(&self) -> SortedSet<ItemId> {
        let basics = self.indicators().map(|one| &one.id);
        let scored = self
            .stars
            .iter()
            .flat_map(|star| &star.indicators)
            .map(|one| &one.id);
        let bonuses = self.bonuses.iter().map(|one| &one.id);
        let vetoes = self.vetoes.iter().map(|one| &one.id);
        basics
            .chain(scored)
            .chain(bonuses)
            .chain(vetoes)
            .cloned()
            .collect()
    }

    /// Whether the parts with points are called stars (星): a scheme of a county has other names.
    pub fn calls_them_stars(&self) -> bool {
        self.names.stars.zh.contains('星')
    }

    /// Whether the parts without points are the five basics (五基).
    pub fn calls_them_five_basics(&self) -> bool {
        self.names.basics.zh.contains("五基")
    }

    /// Whether this pack was begun from another one, so that an id means the same in both.
    fn is_begun_from(&self, other: &Self) -> bool {
        self.begun_from
            .as_ref()
            .is_some_and(|original| original.id == other.id)
    }

    /// This pack with what of its responsibility checklist it leaves to the built-in one of its
    /// type: all of it, or the mechanisms that it does not have. `None` where it leaves nothing, or
    /// where `built_in`, which is asked only if something may be left, is not here.
    pub fn completed<Pack: Borrow<Self>>(
        &self,
        built_in: impl FnOnce() -> Option<Pack>,
    ) -> Option<Self> {
        if !self.checklist.is_empty() && self.begun_from.is_none() {
            return None;
        }
        let other = built_in()?;
        let other = other.borrow();
        let leaves = self.checklist.is_empty() || self.is_begun_from(other);
        leaves.then(|| self.with_checklist_of(other))
    }

    /// This pack with the responsibility checklist of another one, for a pack without: what is due
    /// does not go because the scoring has changed. Its records fill no indicator here, since an
    /// id of the other pack can mean something else in this one. A pack that was begun from the
    /// other one gets the mechanisms that it lacks.
    fn with_checklist_of(&self, other: &Self) -> Self {
        let mut pack = self.clone();
        let known = |id: &str| self.rule(id).is_some();
        // What the rest of the other pack rests on is none of this one's sources.
        let cited = other.checklist.cited();
        let rules = other.rules.iter();
        let rules = rules.filter(|rule| !known(&rule.id) && cited.contains(rule.id.as_str()));
        pack.rules.extend(rules.cloned());
        if !self.checklist.is_empty() {
            let is_new = |id: &ItemId| self.checklist.mechanism(id).is_none();
            let mechanisms = other.checklist.mechanisms.iter();
            let mechanisms = mechanisms.filter(|one| is_new(&one.id));
            pack.checklist.mechanisms.extend(mechanisms.cloned());
            return pack;
        }
        pack.checklist = other.checklist.clone();
        for record in &mut pack.checklist.records {
            record.counts_for.clear();
        }
        pack
    }

    /// Every indicator of every basic, in the order in which they are asked.
    pub fn indicators(&self) -> impl Iterator<Item = &Indicator> + Clone {
        self.basics.iter().flat_map(|basic| &basic.indicators)
    }

    /// What is looked at after a basic: the next one, or the first star, or the result.
    pub fn after_basic(&self, key: &str) -> NextPart<'_> {
        let mut rest = self.basics.iter().skip_while(|basic| basic.key != key);
        match (rest.nth(1), self.stars.first()) {
            (Some(next), _) => NextPart::Basic(next),
            (None, Some(star)) => NextPart::Star(star),
            (None, None) => NextPart::Result,
        }
    }

    /// What is looked at after a star: the next one, or vetoes and bonus, or the result.
    pub fn after_star(&self, key: &str) -> NextPart<'_> {
        let mut rest = self.stars.iter().skip_while(|star| star.key != key);
        match rest.nth(1) {
            Some(next) => NextPart::Star(next),
            None if self.vetoes.is_empty() && self.bonuses.is_empty() => NextPart::Result,
            None => NextPart::Extras,
        }
    }

    /// The basic with this key.
    pub fn basic(&self, key: &str) -> Option<&Basic> {
        self.basics.iter().find(|basic| basic.key == key)
    }

    /// The indicator with this id, and the basic that it belongs to.
    pub fn indicator(&self, id: &ItemId) -> Option<(&Basic, &Indicator)> {
        self.basics.iter().find_map(|basic| {
            basic
                .indicators
                .iter()
                .find(|one| one.id == *id)
                .map(|one| (basic, one))
        })
    }

    /// The star with this key.
    pub fn star(&self, key: &str) -> Option<&Star> {
        self.stars.iter().find(|star| star.key == key)
    }

    /// The scored indicator with this id, and the star that it belongs to.
    pub fn scored(&self, id: &ItemId) -> Option<(&Star, &ScoredIndicator)> {
        self.stars.iter().find_map(|star| {
            star.indicators
                .iter()
                .find(|one| one.id == *id)
                .map(|one| (star, one))
        })
    }

    /// Whether a veto touches the stars, and not the basics alone.
    pub fn vetoes_touch_stars(&self) -> bool {
        let touches = |veto: &Veto| match veto.effect {
            VetoEffect::FreezeAllStars
            | VetoEffect::FreezeStars(_)
            | VetoEffect::AtMostStars(_) => true,
            VetoEffect::BasicsUnmet | VetoEffect::GradeAtBest(_) => false,
        };
        self.vetoes.iter().any(touches)
    }

    /// The veto with this id.
    pub fn veto(&self, id: &ItemId) -> Option<&Veto> {
        self.vetoes.iter().find(|one| one.id == *id)
    }

    /// The bonus item with this id.
    pub fn bonus(&self, id: &ItemId) -> Option<&Bonus> {
        self.bonuses.iter().find(|one| one.id == *id)
    }

    /// The source with this id.
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == id)
    }
}

/// What is looked at next in going through a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextPart<'a> {
    /// This basic.
    Basic(&'a Basic),
    /// This star.
    Star(&'a Star),
    /// Vetoes and bonus.
    Extras,
    /// Nothing more: the result.
    Result,
}

/// What an indicator says to one organisation: the criterion in the wording that fits, and what
/// that wording rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wording<'a> {
    /// When it counts as met (判据).
    pub criterion: &'a Label,
    /// The rules that it cites (依据), by id.
    pub sources: &'a [String],
    /// How sure it is (核实标记).
    pub certainty: Certainty,
}

impl Indicator {
    /// What the indicator says to an organisation with these facts.
    pub fn wording(&self, facts: &Facts) -> Wording<'_> {
        let fitting = self
            .variants
            .iter()
            .find(|variant| variant.when.holds(facts));
        let own_sources = fitting.and_then(|variant| variant.sources.as_deref());
        let own_certainty = fitting.and_then(|variant| variant.certainty);
        Wording {
            criterion: fitting.map_or(&self.criterion, |variant| &variant.criterion),
            sources: own_sources.unwrap_or(&self.sources),
            certainty: own_certainty.unwrap_or(self.certainty),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::standard::{OrganizationType, Original, built_in};

    /// One without a checklist gets all of it, one that was begun from the built-in pack what it
    /// lacks, and any other nothing, for which the built-in one is not even asked.
    #[test]
    fn a_pack_is_completed_by_what_it_leaves_to_the_built_in_one() {
        let whole = built_in(OrganizationType::Village).unwrap();
        let mut own = whole.clone();
        own.id = "local.village".to_owned();
        let is_asked = || -> Option<StandardPack> { panic!("it leaves nothing") };
        assert_eq!(own.completed(is_asked), None);

        own.checklist.mechanisms.clear();
        own.begun_from = Some(Original {
            id: whole.id.clone(),
            version: whole.version.clone(),
        });
        let completed = own.completed(|| Some(whole.clone())).unwrap();
        assert_eq!(completed.checklist.mechanisms, whole.checklist.mechanisms);

        own.checklist = Default::default();
        own.begun_from = None;
        let completed = own.completed(|| Some(whole.clone())).unwrap();
        assert_eq!(completed.checklist.duties, whole.checklist.duties);
        let alone = StandardPack {
            rules: Vec::new(),
            ..own.clone()
        };
        let rules = alone.completed(|| Some(whole.clone())).unwrap().rules;
        let cited = whole.checklist.cited();
        assert!(rules.iter().all(|rule| cited.contains(rule.id.as_str())));
        assert!(!rules.is_empty() && rules.len() < whole.rules.len());
        assert_eq!(own.completed(|| None::<StandardPack>), None);
    }
}
