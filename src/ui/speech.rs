//! Texts in the language that is set (用哪种语言说): interface texts, and the labels of packs.
//!
//! Not here: the texts themselves (`text`, `standards`).

use crate::standard::{ItemId, Label, StandardPack};
use crate::text::{Language, Texts, list};
use leptos::prelude::use_context;

/// The language that is set. Read once when a page is made: all pages are made anew when it
/// changes.
pub fn language() -> Language {
    use_context::<Language>().unwrap_or_default()
}

/// The interface texts in the language that is set.
pub fn texts() -> &'static Texts {
    language().texts()
}

/// A label of a pack in this language, in Chinese where it has no other.
pub fn say(label: &Label, language: Language) -> String {
    language.say(label).to_owned()
}

/// What an item is called: its title, or its id where the pack does not have it.
pub fn item_name(pack: &StandardPack, id: &ItemId, language: Language) -> String {
    let title = pack
        .indicator(id)
        .map(|(_, one)| &one.title)
        .or_else(|| pack.scored(id).map(|(_, one)| &one.title))
        .or_else(|| pack.veto(id).map(|one| &one.title))
        .or_else(|| pack.bonus(id).map(|one| &one.title));
    title.map_or_else(|| id.to_string(), |title| say(title, language))
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
