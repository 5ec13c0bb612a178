//! The items of a standard (指标、星项、加分、否决、责任项): adding, moving, taking out, bringing back.
//!
//! Not here: what stands in an item (`form`), and the parts (`parts`).

use super::super::packing::label;
use super::parts::{PartOf, bring_back_empty, items_of, parts, place_for};
use crate::period::Frequency;
use crate::standard::{
    AnswerKind, Bonus, BonusOption, Certainty, Duty, Indicator, ItemId, Role, ScoredIndicator,
    StandardPack, Veto, VetoEffect,
};
use uuid::Uuid;

/// Up or down in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Towards the beginning.
    Up,
    /// Towards the end.
    Down,
}

/// Something with an id.
trait Item {
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
            || pack.stars.iter().any(|one| is_key(&one.key));
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

/// Moves an item by one place in its part.
pub fn move_item(pack: &mut StandardPack, id: &ItemId, direction: Direction) {
    let is_it = |one: &dyn Item| one.id() == id;
    for basic in &mut pack.basics {
        moved(&mut basic.indicators, |one| is_it(one), |_| true, direction);
    }
    for star in &mut pack.stars {
        moved(&mut star.indicators, |one| is_it(one), |_| true, direction);
    }
    moved(&mut pack.bonuses, |one| is_it(one), |_| true, direction);
    moved(&mut pack.vetoes, |one| is_it(one), |_| true, direction);
    let duties = &mut pack.checklist.duties;
    let own = duties.iter().find(|one| one.id == *id);
    if let Some(category) = own.map(|one| one.category.clone()) {
        let is_beside = |one: &Duty| one.category == category;
        moved(duties, |one| is_it(one), is_beside, direction);
    }
}

/// Moves what is looked for past the next one beside it.
pub(super) fn moved<One>(
    list: &mut [One],
    is_it: impl Fn(&One) -> bool,
    is_beside: impl Fn(&One) -> bool,
    direction: Direction,
) {
    let Some(place) = list.iter().position(is_it) else {
        return;
    };
    let other = match direction {
        Direction::Up => {
            let before = list.iter().take(place).enumerate();
            let beside = before.filter(|(_, one)| is_beside(one));
            beside.last().map(|(other, _)| other)
        }
        Direction::Down => {
            let mut after = list.iter().enumerate().skip(place + 1);
            after
                .find(|(_, one)| is_beside(one))
                .map(|(other, _)| other)
        }
    };
    if let Some(other) = other {
        list.swap(place, other);
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

/// Puts an item back to what the original says, where it stands now.
pub fn restore(pack: &mut StandardPack, original: &StandardPack, id: &ItemId) {
    replace_in(
        &mut pack.basics,
        &original.basics,
        |one| &mut one.indicators,
        |one| &one.indicators,
        id,
    );
    replace_in(
        &mut pack.stars,
        &original.stars,
        |one| &mut one.indicators,
        |one| &one.indicators,
        id,
    );
    replace(&mut pack.bonuses, &original.bonuses, id);
    replace(&mut pack.vetoes, &original.vetoes, id);
    replace(&mut pack.checklist.duties, &original.checklist.duties, id);
}

fn replace_in<Part, One: Item + Clone>(
    parts: &mut [Part],
    original: &[Part],
    list: impl Fn(&mut Part) -> &mut Vec<One>,
    of_original: impl Fn(&Part) -> &Vec<One>,
    id: &ItemId,
) {
    let mut all = original.iter().flat_map(of_original);
    let Some(found) = all.find(|one| one.id() == id) else {
        return;
    };
    for own in parts.iter_mut().flat_map(list).filter(|one| one.id() == id) {
        *own = found.clone();
    }
}

fn replace<One: Item + Clone>(list: &mut [One], original: &[One], id: &ItemId) {
    if let Some(found) = original.iter().find(|one| one.id() == id) {
        for own in list.iter_mut().filter(|one| one.id() == id) {
            *own = found.clone();
        }
    }
}

/// Brings an item back that was taken out, at its place in the original as far as that is left; its
/// part comes along where it is gone. It changes nothing where the item is there.
pub fn bring_back(pack: &mut StandardPack, original: &StandardPack, id: &ItemId) {
    if part_of(pack, id).is_some() {
        return;
    }
    let Some(part) = part_of(original, id) else {
        return;
    };
    bring_back_empty(pack, original, &part);
    match &part {
        PartOf::Basic(key) => {
            let own = pack.basics.iter_mut().find(|one| one.key == *key);
            if let (Some(own), Some(from)) = (own, original.basic(key)) {
                put_back(&mut own.indicators, &from.indicators, id);
            }
        }
        PartOf::Star(key) => {
            let own = pack.stars.iter_mut().find(|one| one.key == *key);
            if let (Some(own), Some(from)) = (own, original.star(key)) {
                put_back(&mut own.indicators, &from.indicators, id);
            }
        }
        PartOf::Bonuses => put_back(&mut pack.bonuses, &original.bonuses, id),
        PartOf::Vetoes => put_back(&mut pack.vetoes, &original.vetoes, id),
        PartOf::Duties(_) => {
            put_back(&mut pack.checklist.duties, &original.checklist.duties, id);
        }
    }
}

fn put_back<One: Item + Clone>(list: &mut Vec<One>, original: &[One], id: &ItemId) {
    if let Some(found) = original.iter().find(|one| one.id() == id) {
        let place = place_for(list, original, id, Item::id);
        list.insert(place, found.clone());
    }
}
