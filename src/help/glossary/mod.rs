//! The glossary (名词解释): what hard words of the field mean, in a sentence or two.
//!
//! - [`pieces`]: where they stand in a text.
//!
//! The words are data (`standards/help/glossary.json`). Not here: how a meaning is shown.

mod pieces;

pub use pieces::{Piece, pieces};

use super::initials::begins_with_letters;
use crate::exchange::Language;
use crate::standard::{Certainty, Label};
use crate::typed_json;
use serde::Deserialize;
use std::sync::OnceLock;

/// The file, as the build script wrote it.
const FILE: &str = include_str!(concat!(env!("OUT_DIR"), "/standards/help/glossary.json"));

/// A hard word (名词) and what it means.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Its key, for links.
    pub id: String,
    /// The word.
    pub name: Label,
    /// Other ways in which it is written.
    #[serde(default)]
    written: Written,
    /// What it means.
    pub meaning: Label,
    /// The ids of the rules that say so; empty where it is the word of the field.
    #[serde(default)]
    pub sources: Vec<String>,
    /// How sure the meaning is.
    pub certainty: Certainty,
    /// Whether it is explained wherever it stands. What everybody in the field knows stands in the
    /// glossary alone.
    #[serde(default = "yes")]
    pub everywhere: bool,
}

/// Other ways in which a word is written, by language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Written {
    zh: Vec<String>,
    en: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    terms: Vec<Term>,
}

impl Term {
    /// The word in this language.
    pub fn name_in(&self, language: Language) -> &str {
        language.say(&self.name)
    }

    /// What it means, in this language.
    pub fn meaning_in(&self, language: Language) -> &str {
        language.say(&self.meaning)
    }

    /// Whether it is a mark of certainty (核实标记) and no word of the field.
    pub fn is_mark(&self) -> bool {
        self.id.starts_with("mark_")
    }

    /// The ways in which it is written in this language.
    pub fn spellings(&self, language: Language) -> impl Iterator<Item = &str> {
        let others = language.of([&self.written.zh, &self.written.en]);
        std::iter::once(self.name_in(language)).chain(others.iter().map(String::as_str))
    }
}

/// All words, in the order of the file: what the app itself speaks of first, the marks of certainty
/// last.
pub fn terms() -> &'static [Term] {
    static TERMS: OnceLock<Vec<Term>> = OnceLock::new();
    TERMS.get_or_init(|| {
        let file = typed_json::parse(FILE).ok();
        let file = file.and_then(|file| typed_json::read::<File>(&file).ok());
        file.map(|file| file.terms).unwrap_or_default()
    })
}

/// The words that have this in them, in their name, its first letters or their meaning; all for an
/// empty query.
pub fn terms_with(query: &str, language: Language) -> Vec<&'static Term> {
    let wanted = query.trim().to_ascii_lowercase();
    let has = |text: &str| text.to_ascii_lowercase().contains(&wanted);
    let found = terms().iter().filter(|one| {
        let (name, meaning) = (one.name_in(language), one.meaning_in(language));
        has(name) || begins_with_letters(name, &wanted) || has(meaning)
    });
    found.collect()
}

/// The word with this key.
pub fn term(id: &str) -> Option<&'static Term> {
    terms().iter().find(|one| one.id == id)
}

/// The word for a mark of certainty (核实标记).
pub fn term_of(certainty: Certainty) -> Option<&'static Term> {
    term(match certainty {
        Certainty::SourceDocument => "mark_source_document",
        Certainty::Verified => "mark_verified",
        Certainty::ArticlePending => "mark_article_pending",
        Certainty::LocalExample => "mark_local_example",
        Certainty::CommonPractice => "mark_common_practice",
        Certainty::Suggestion => "mark_suggestion",
    })
}

fn yes() -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_a_piece_of_them() {
        fn check(query: &str, expected: &[&str]) {
            let found = terms_with(query, Language::Chinese);
            let found: Vec<&str> = found.iter().map(|one| &*one.id).collect();
            assert_eq!(found, expected, "{query}");
        }

        check("三资", &["assets"]);
        check(" sanzi ", &[]);
        check("wwhy", &["five_nets"]);
        assert_eq!(terms_with("", Language::Chinese).len(), terms().len());
    }

    #[test]
    fn every_word_is_there_once_and_in_both_languages() {
        assert!(terms().len() > 60);
        for (index, term) in terms().iter().enumerate() {
            let others = &terms()[index + 1..];
            assert!(!others.iter().any(|one| one.id == term.id), "{}", term.id);
            assert!(
                !others.iter().any(|one| one.name.zh == term.name.zh),
                "{}",
                term.id
            );
            let length = term.meaning.zh.chars().count();
            assert!(
                (5..=60).contains(&length),
                "{}: {length} characters",
                term.id
            );
            assert!(
                term.name.en.is_some() && term.meaning.en.is_some(),
                "{}",
                term.id
            );
        }
    }

    #[test]
    fn every_mark_of_certainty_is_explained() {
        for certainty in [
            Certainty::SourceDocument,
            Certainty::Verified,
            Certainty::ArticlePending,
            Certainty::LocalExample,
            Certainty::CommonPractice,
            Certainty::Suggestion,
        ] {
            assert!(term_of(certainty).is_some(), "{certainty:?}");
        }
    }
}
