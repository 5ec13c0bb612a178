//! Texts in the language that is set (用哪种语言说): interface texts, and the labels of packs.
//!
//! Not here: the texts themselves (`text`, `standards`).

use crate::standard::Label;
use crate::text::{Language, Texts};
use leptos::prelude::use_context;

pub use crate::text::{item_name, item_names};

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
