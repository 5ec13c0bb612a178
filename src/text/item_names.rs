//! What the items of a pack are called (叫法), in the language that is set.
//!
//! Not here: their titles, which are data of the pack.

use super::{Language, list};
use crate::standard::{ItemId, StandardPack};

/// What an item is called: its title, or its id where the pack does not have it.
pub fn item_name(pack: &StandardPack, id: &ItemId, language: Language) -> String {
    let title = pack
        .indicator(id)
        .map(|(_, one)| &one.title)
        .or_else(|| pack.scored(id).map(|(_, one)| &one.title))
        .or_else(|| pack.veto(id).map(|one| &one.title))
        .or_else(|| pack.bonus(id).map(|one| &one.title));
    title.map_or_else(|| id.to_string(), |title| language.say(title).to_owned())
}

/// Several items by name, in one line.
pub fn item_names<'a>(
    pack: &StandardPack,
    ids: impl IntoIterator<Item = &'a ItemId>,
    language: Language,
) -> String {
    let names = ids.into_iter().map(|id| item_name(pack, id, language));
    list(names, language)
}
