//! The parts of a standard (部分): basics, stars or categories, bonus, vetoes, and the categories of
//! duties.
//!
//! Not here: the items in them (`lists`).

use super::super::packing::label;
use super::lists::own_id;
use super::moving::{Direction, moved};
use super::restoring::bring_back;
use crate::standard::{Basic, Category, Certainty, ItemId, Label, Level, StandardPack, Star};
use uuid::Uuid;

/// A part of a standard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartOf {
    /// A basic, by key.
    Basic(String),
    /// A star or category, by key.
    Star(String),
    /// The bonus items (加分).
    Bonuses,
    /// The vetoes (一票否决).
    Vetoes,
    /// The duties of a category (责任项), by key.
    Duties(String),
}

/// What kind of part is added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartKind {
    /// Items that are met or not.
    Basic,
    /// Items with points.
    Star,
    /// A category of duties.
    Duties,
}

/// All parts, in their order. Bonus and vetoes are there even where nothing stands in them.
pub fn parts(pack: &StandardPack) -> Vec<PartOf> {
    let basics = pack.basics.iter();
    let basics = basics.map(|one| PartOf::Basic(one.key.clone()));
    let stars = pack.stars.iter().map(|one| PartOf::Star(one.key.clone()));
    let duties = pack.checklist.categories.iter();
    let duties = duties.map(|one| PartOf::Duties(one.key.clone()));
    let beside = [PartOf::Bonuses, PartOf::Vetoes];
    basics.chain(stars).chain(beside).chain(duties).collect()
}

/// The items of a part, in their order.
pub fn items_of(pack: &StandardPack, part: &PartOf) -> Vec<ItemId> {
    match part {
        PartOf::Basic(key) => {
            let own = pack.basic(key).map(|one| one.indicators.iter());
            own.into_iter()
                .flatten()
                .map(|one| one.id.clone())
                .collect()
        }
        PartOf::Star(key) => {
            let own = pack.star(key).map(|one| one.indicators.iter());
            own.into_iter()
                .flatten()
                .map(|one| one.id.clone())
                .collect()
        }
        PartOf::Bonuses => pack.bonuses.iter().map(|one| one.id.clone()).collect(),
        PartOf::Vetoes => pack.vetoes.iter().map(|one| one.id.clone()).collect(),
        PartOf::Duties(key) => {
            let own = pack.checklist.duties.iter();
            let own = own.filter(|one| one.category == *key);
            own.map(|one| one.id.clone()).collect()
        }
    }
}

/// What a part is called; `None` for bonus and vetoes, and where there is no such part.
pub fn title_of_part<'a>(pack: &'a StandardPack, part: &PartOf) -> Option<&'a Label> {
    match part {
        PartOf::Basic(key) => pack.basic(key).map(|one| &one.title),
        PartOf::Star(key) => pack.star(key).map(|one| &one.title),
        PartOf::Duties(key) => {
            let mut all = pack.checklist.categories.iter();
            all.find(|one| one.key == *key).map(|one| &one.title)
        }
        PartOf::Bonuses | PartOf::Vetoes => None,
    }
}

fn title_of_part_mut<'a>(pack: &'a mut StandardPack, part: &PartOf) -> Option<&'a mut Label> {
    match part {
        PartOf::Basic(key) => {
            let mut all = pack.basics.iter_mut();
            all.find(|one| one.key == *key).map(|one| &mut one.title)
        }
        PartOf::Star(key) => {
            let mut all = pack.stars.iter_mut();
            all.find(|one| one.key == *key).map(|one| &mut one.title)
        }
        PartOf::Duties(key) => {
            let mut all = pack.checklist.categories.iter_mut();
            all.find(|one| one.key == *key).map(|one| &mut one.title)
        }
        PartOf::Bonuses | PartOf::Vetoes => None,
    }
}

/// Gives a part another name.
pub fn rename_part(pack: &mut StandardPack, part: &PartOf, title: &str) {
    if let Some(own) = title_of_part_mut(pack, part).filter(|own| own.zh != title) {
        *own = label(title);
    }
}

/// Puts the pass line and the weight of a part with points; what is `None` is as it was.
pub fn put_part_numbers(
    pack: &mut StandardPack,
    key: &str,
    pass: Option<Option<u32>>,
    weight: Option<Option<u32>>,
) {
    let star = pack.stars.iter_mut().find(|star| star.key == key);
    if let Some(star) = star {
        star.pass = pass.unwrap_or(star.pass);
        star.weight_percent = weight.unwrap_or(star.weight_percent);
    }
}

/// Moves a part by one place among those of its kind.
pub fn move_part(pack: &mut StandardPack, part: &PartOf, direction: Direction) {
    match part {
        PartOf::Basic(key) => moved(&mut pack.basics, |one| one.key == *key, |_| true, direction),
        PartOf::Star(key) => moved(&mut pack.stars, |one| one.key == *key, |_| true, direction),
        PartOf::Duties(key) => {
            let all = &mut pack.checklist.categories;
            moved(all, |one| one.key == *key, |_| true, direction);
        }
        PartOf::Bonuses | PartOf::Vetoes => {}
    }
}

/// Takes a part out with all that stands in it.
pub fn remove_part(pack: &mut StandardPack, part: &PartOf) {
    match part {
        PartOf::Basic(key) => pack.basics.retain(|one| one.key != *key),
        PartOf::Star(key) => pack.stars.retain(|one| one.key != *key),
        PartOf::Bonuses => pack.bonuses.clear(),
        PartOf::Vetoes => pack.vetoes.clear(),
        PartOf::Duties(key) => {
            pack.checklist.duties.retain(|one| one.category != *key);
            pack.checklist.categories.retain(|one| one.key != *key);
        }
    }
}

/// Adds an empty part at the end of those of its kind, and returns it. `fresh` makes its key unlike
/// any other.
pub fn add_part(pack: &mut StandardPack, kind: PartKind, title: &str, fresh: Uuid) -> PartOf {
    let key = own_id(pack, fresh);
    match kind {
        PartKind::Basic => {
            pack.basics.push(Basic {
                key: key.clone(),
                title: label(title),
                indicators: Vec::new(),
            });
            PartOf::Basic(key)
        }
        PartKind::Star => {
            pack.stars.push(Star {
                key: key.clone(),
                title: label(title),
                maximum: 0,
                pass: None,
                weight_percent: None,
                indicators: Vec::new(),
                related: Vec::new(),
                not_applicable_when: None,
                sources: Vec::new(),
                certainty: Certainty::LocalExample,
            });
            PartOf::Star(key)
        }
        PartKind::Duties => {
            let list = &mut pack.checklist;
            if list.levels.is_empty() {
                list.levels.push(Level {
                    key: "branch".to_owned(),
                    title: label("本级"),
                });
            }
            list.categories.push(Category {
                key: key.clone(),
                title: label(title),
                certainty: Certainty::LocalExample,
            });
            PartOf::Duties(key)
        }
    }
}

/// Puts the name and the numbers of a part back to what the original says.
pub fn restore_part(pack: &mut StandardPack, original: &StandardPack, part: &PartOf) {
    let title = title_of_part(original, part);
    if let (Some(own), Some(title)) = (title_of_part_mut(pack, part), title) {
        own.clone_from(title);
    }
    if let PartOf::Star(key) = part
        && let Some(before) = original.star(key)
    {
        put_part_numbers(pack, key, Some(before.pass), Some(before.weight_percent));
    }
}

/// Brings a part back as it stands in the original, at its place there as far as that is left.
pub fn bring_back_part(pack: &mut StandardPack, original: &StandardPack, part: &PartOf) {
    bring_back_empty(pack, original, part);
    for id in items_of(original, part) {
        bring_back(pack, original, &id);
    }
}

/// Brings a part back without its items; it changes nothing where the part is there.
pub(super) fn bring_back_empty(pack: &mut StandardPack, original: &StandardPack, part: &PartOf) {
    match part {
        PartOf::Basic(key) => {
            if let Some(basic) = original.basic(key).filter(|_| pack.basic(key).is_none()) {
                let empty = Basic {
                    indicators: Vec::new(),
                    ..basic.clone()
                };
                let place = place_for(&pack.basics, &original.basics, key, |one| &one.key);
                pack.basics.insert(place, empty);
            }
        }
        PartOf::Star(key) => {
            if let Some(star) = original.star(key).filter(|_| pack.star(key).is_none()) {
                let empty = Star {
                    indicators: Vec::new(),
                    ..star.clone()
                };
                let place = place_for(&pack.stars, &original.stars, key, |one| &one.key);
                pack.stars.insert(place, empty);
            }
        }
        PartOf::Duties(key) => {
            let known = |all: &[Category]| all.iter().find(|one| one.key == *key).cloned();
            let there = known(&pack.checklist.categories).is_some();
            let category = known(&original.checklist.categories).filter(|_| !there);
            if let Some(category) = category {
                let all = &mut pack.checklist.categories;
                let place = place_for(all, &original.checklist.categories, key, |one| &one.key);
                all.insert(place, category);
            }
        }
        PartOf::Bonuses | PartOf::Vetoes => {}
    }
}

/// Where something of the original is put among what is there: behind the nearest that stood before
/// it, or first.
pub(super) fn place_for<One, Key: PartialEq + ?Sized>(
    there: &[One],
    original: &[One],
    key: &Key,
    key_of: impl Fn(&One) -> &Key,
) -> usize {
    let before = original.iter().take_while(|one| key_of(one) != key);
    let before: Vec<&One> = before.collect();
    let nearest = before.into_iter().rev().find_map(|one| {
        let is_it = |other: &One| key_of(other) == key_of(one);
        there.iter().position(is_it)
    });
    nearest.map_or(0, |place| place + 1)
}
