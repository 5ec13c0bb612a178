//! Where an item stands (顺序和归属): by one place up or down, or in another part of its kind.
//!
//! Not here: adding items and taking them out (`lists`).

use super::lists::{Item, part_of};
use super::parts::{PartOf, parts};
use crate::standard::{Duty, ItemId, StandardPack};

/// Up or down in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Towards the beginning.
    Up,
    /// Towards the end.
    Down,
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

/// The parts in which an item could stand, in their order: those of its kind. Empty if it is not
/// there.
pub fn parts_for(pack: &StandardPack, id: &ItemId) -> Vec<PartOf> {
    let Some(own) = part_of(pack, id) else {
        return Vec::new();
    };
    let kind = std::mem::discriminant(&own);
    let mut all = parts(pack);
    all.retain(|one| std::mem::discriminant(one) == kind);
    all
}

/// Moves an item to the end of another part of its kind; nothing is moved to where it is, to a part
/// of another kind, or to one that is not there.
pub fn move_to_part(pack: &mut StandardPack, id: &ItemId, part: &PartOf) {
    if part_of(pack, id).as_ref() == Some(part) || !parts_for(pack, id).contains(part) {
        return;
    }
    match part {
        PartOf::Basic(key) => {
            let mut taken = None;
            for basic in &mut pack.basics {
                take(&mut basic.indicators, id, &mut taken);
            }
            let target = pack.basics.iter_mut().find(|one| one.key == *key);
            if let Some(target) = target {
                target.indicators.extend(taken);
            }
        }
        PartOf::Star(key) => {
            let mut taken = None;
            for star in &mut pack.stars {
                take(&mut star.indicators, id, &mut taken);
            }
            let target = pack.stars.iter_mut().find(|one| one.key == *key);
            if let Some(target) = target {
                target.indicators.extend(taken);
            }
        }
        PartOf::Duties(key) => {
            let mut taken = None;
            take(&mut pack.checklist.duties, id, &mut taken);
            let duty = taken.map(|duty| Duty {
                category: key.clone(),
                ..duty
            });
            pack.checklist.duties.extend(duty);
        }
        PartOf::Bonuses | PartOf::Vetoes => {}
    }
}

fn take<One: Item>(list: &mut Vec<One>, id: &ItemId, taken: &mut Option<One>) {
    if let Some(place) = list.iter().position(|one| one.id() == id) {
        *taken = Some(list.remove(place));
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
