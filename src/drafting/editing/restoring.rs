//! Bringing items back to what the original says (恢复): what was taken out, and what was rewritten.
//!
//! Not here: parts (`parts`), and grades (`award`).

use super::award::fit_effect;
use super::lists::{Item, part_of, remove_item};
use super::parts::{PartOf, bring_back_empty, place_for};
use crate::standard::{ItemId, StandardPack};

/// Puts an item back to what the original says: where it stands now, or in its part of the original
/// if it was moved to another one.
pub fn restore(pack: &mut StandardPack, original: &StandardPack, id: &ItemId) {
    if part_of(original, id).is_none() {
        return;
    }
    if !stands_in_its_part(pack, original, id) {
        remove_item(pack, id);
        bring_back(pack, original, id);
        return;
    }
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
    fit_effect(pack, original, id);
}

/// Whether an item stands in the part in which the original has it.
pub(super) fn stands_in_its_part(
    pack: &StandardPack,
    original: &StandardPack,
    id: &ItemId,
) -> bool {
    key_of_part(pack, id) == key_of_part(original, id)
}

/// The key of the part in which an item stands; `None` if that has none.
fn key_of_part<'a>(pack: &'a StandardPack, id: &ItemId) -> Option<&'a str> {
    let basic = pack.indicator(id).map(|(basic, _)| basic.key.as_str());
    basic
        .or_else(|| pack.scored(id).map(|(star, _)| star.key.as_str()))
        .or_else(|| pack.checklist.duty(id).map(|duty| duty.category.as_str()))
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
    fit_effect(pack, original, id);
}

fn put_back<One: Item + Clone>(list: &mut Vec<One>, original: &[One], id: &ItemId) {
    if let Some(found) = original.iter().find(|one| one.id() == id) {
        let place = place_for(list, original, id, Item::id);
        list.insert(place, found.clone());
    }
}
