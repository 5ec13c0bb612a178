//! What of an edited standard is the place's own (本县的), what was changed (改过), and what was taken
//! out.
//!
//! Not here: bringing anything back (`lists`, `parts`).

use super::form::form_of;
use super::lists::part_of;
use super::parts::{PartOf, items_of, parts, title_of_part};
use super::restoring::stands_in_its_part;
use crate::standard::{ItemId, StandardPack};

/// How something stands to what the original says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Against {
    /// It is as it was.
    Same,
    /// It was changed (改过).
    Changed,
    /// The original does not have it (本县的).
    Own,
}

/// How an item stands to the original.
pub fn against(pack: &StandardPack, original: &StandardPack, id: &ItemId) -> Against {
    match form_of(original, id) {
        None => Against::Own,
        Some(before)
            if form_of(pack, id).as_ref() == Some(&before)
                && stands_in_its_part(pack, original, id) =>
        {
            Against::Same
        }
        Some(_) => Against::Changed,
    }
}

/// How the name and the numbers of a part stand to the original.
pub fn against_part(pack: &StandardPack, original: &StandardPack, part: &PartOf) -> Against {
    let before = title_of_part(original, part).map(|title| &title.zh);
    let now = title_of_part(pack, part).map(|title| &title.zh);
    match before {
        None if now.is_none() => Against::Same,
        None => Against::Own,
        Some(_) if before == now && numbers_of(pack, part) == numbers_of(original, part) => {
            Against::Same
        }
        Some(_) => Against::Changed,
    }
}

/// The pass line and the weight of a part.
fn numbers_of(pack: &StandardPack, part: &PartOf) -> Option<(u32, Option<u32>)> {
    let PartOf::Star(key) = part else { return None };
    let star = pack.star(key)?;
    let pass = star.pass.unwrap_or(pack.award.star_pass);
    Some((pass, star.weight_percent))
}

/// The parts that were taken out.
pub fn removed_parts(pack: &StandardPack, original: &StandardPack) -> Vec<PartOf> {
    let there = parts(pack);
    let all = parts(original).into_iter();
    all.filter(|part| !there.contains(part)).collect()
}

/// The items that were taken out of parts that are there.
pub fn removed_items(pack: &StandardPack, original: &StandardPack) -> Vec<ItemId> {
    let there = parts(pack);
    let all = parts(original)
        .into_iter()
        .filter(|part| there.contains(part));
    let items = all.flat_map(|part| items_of(original, &part));
    items.filter(|id| part_of(pack, id).is_none()).collect()
}
