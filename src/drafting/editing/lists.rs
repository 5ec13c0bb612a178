//! The items of a standard (指标、星项、加分、否决、责任项): adding and taking out.
//!
//! Not here: what stands in an item (`form`), where it stands (`moving`), what the original says
//! (`restoring`), and the parts (`parts`).

use super::super::packing::label;
use super::parts::{PartOf, items_of, parts};
use crate::period::Frequency;
use crate::standard::{
    AnswerKind, Bonus, BonusOption, Certainty, Duty, Indicator, ItemId, Role, ScoredIndicator,
    StandardPack, Veto, VetoEffect,
};
use uuid::Uuid;

/// Something with an id.
pub(super) trait Item {
    /// Its id.
    fn id(&self) -> &ItemId;
}

macro_rules! items {
    ($($kind:ty),+) => {
        $(impl Item for $kind {
            fn id(&self) -> &ItemId {
                &self.id
            }
        })+
    };
}
items!(Indicator, ScoredIndicator, Bonus, Veto, Duty);

/// The part in which an item stands. `None` if it is not there.
pub fn part_of(pack: &StandardPack, id: &ItemId) -> Option<PartOf> {
    let all = parts(pack).into_iter();
    let mut all = all.filter(|part| items_of(pack, part).contains(id));
    all.next()
}

/// An id or key that nothing in this pack has: the end of the pack's id, so that no answer is taken
/// for one to another standard, and digits that no other item was ever given.
pub(super) fn own_id(pack: &StandardPack, fresh: Uuid) -> String {
    let end: String = pack.id.chars().rev().take(4).collect();
    let end: String = end.chars().rev().collect::<String>().to_uppercase();
    let digits = fresh.simple().to_string();
    let mut taken = 8;
    loop {
        let from = digits.len().saturating_sub(taken);
        let id = format!("{end}-{}", digits.get(from..).unwrap_or(&digits));
        let is_key = |key: &str| key == id;
        let known = pack.item_ids().contains(&ItemId(id.clone()))
            || pack.checklist.duty(&ItemId(id.clone())).is_some()
            || pack.basics.iter().any(|one| is_key(&one.key))
            || pack.stars.iter().any(|one| is_key(&one.key))
            || pack.checklist.categories.iter().any(|one| is_key(&one.key));
        if !known || taken > digits.len() {
            return id;
        }
        taken += 1;
    }
}

/// Adds an item without a name at the end of a part, and returns its id; `None` if there is no such
/// part. `fresh` makes its id unlike any other.
pub fn add_item(pack: &mut StandardPack, part: &PartOf, fresh: Uuid) -> Option<ItemId> {
    let id = ItemId(own_id(pack, fresh));
    match part {
        PartOf::Basic(key) => {
            let basic = pack.basics.iter_mut().find(|one| one.key == *key)?;
            basic.indicators.push(indicator(id.clone()));
        }
        PartOf::Star(key) => {
            let star = pack.stars.iter_mut().find(|one| one.key == *key)?;
            star.indicators.push(scored(id.clone()));
        }
        PartOf::Bonuses => pack.bonuses.push(bonus(id.clone())),
        PartOf::Vetoes => {
            let effect = veto_effect(pack);
            pack.vetoes.push(Veto {
                id: id.clone(),
                title: label(""),
                effect,
                sources: Vec::new(),
                certainty: Certainty::LocalExample,
            });
        }
        PartOf::Duties(key) => {
            let level = pack.checklist.levels.last()?.key.clone();
            let own = pack.checklist.levels.iter().find(|one| one.key == "branch");
            let level = own.map_or(level, |one| one.key.clone());
            let duty = duty(id.clone(), key, level);
            pack.checklist.duties.push(duty);
        }
    }
    Some(id)
}

fn indicator(id: ItemId) -> Indicator {
    Indicator {
        id,
        title: label(""),
        criterion: label(""),
        variants: Vec::new(),
        evidence: Vec::new(),
        frequency: Frequency::Year,
        frequency_certainty: None,
        must: false,
        enabled: true,
        answer: AnswerKind::Verdict,
        not_applicable_when: None,
        answered_by: None,
        filled_by: None,
        sources: Vec::new(),
        certainty: Certainty::LocalExample,
    }
}

fn scored(id: ItemId) -> ScoredIndicator {
    ScoredIndicator {
        id,
        title: label(""),
        maximum: 0,
        question: None,
        bands: Vec::new(),
        deductions: Vec::new(),
        least: 0,
        entered: true,
        evidence: Vec::new(),
        derivation: None,
        local_line: None,
        sources: Vec::new(),
        certainty: Certainty::LocalExample,
    }
}

fn bonus(id: ItemId) -> Bonus {
    Bonus {
        id,
        title: label(""),
        options: vec![BonusOption {
            title: label("每次"),
            points: 0,
        }],
        cap: None,
        sources: Vec::new(),
        certainty: Certainty::LocalExample,
    }
}

/// What the other vetoes do, or else what is the least.
fn veto_effect(pack: &StandardPack) -> VetoEffect {
    match pack.vetoes.first() {
        Some(other) => other.effect.clone(),
        None if pack.stars.is_empty() => VetoEffect::BasicsUnmet,
        None => VetoEffect::FreezeAllStars,
    }
}

fn duty(id: ItemId, category: &str, level: String) -> Duty {
    Duty {
        level,
        category: category.to_owned(),
        ..Duty::ticked(id, Role::Secretary, Certainty::LocalExample)
    }
}

/// Takes an item out.
pub fn remove_item(pack: &mut StandardPack, id: &ItemId) {
    for basic in &mut pack.basics {
        basic.indicators.retain(|one| one.id != *id);
    }
    for star in &mut pack.stars {
        star.indicators.retain(|one| one.id != *id);
    }
    pack.bonuses.retain(|one| one.id != *id);
    pack.vetoes.retain(|one| one.id != *id);
    pack.checklist.duties.retain(|one| one.id != *id);
}
