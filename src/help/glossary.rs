//! The glossary (名词解释): what hard words of the field mean, in a sentence or two, and where they
//! stand in a text.
//!
//! The words are data (`standards/help/glossary.json`). Not here: how a meaning is shown.

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

/// A piece of a text, which is a hard word or what stands between two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The piece as it is written.
    pub text: &'a str,
    /// The word that it is, if it is one that is to be explained here.
    pub term: Option<&'static Term>,
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

/// The pieces of a text that stands behind another, such as a criterion behind its title. Each word
/// is explained where it stands first; the longest word wins where several begin.
pub fn pieces<'a>(before: &str, text: &'a str, language: Language) -> Vec<Piece<'a>> {
    let said = match before {
        "" => Vec::new(),
        before => pieces("", before, language),
    };
    let said: Vec<&Term> = said.iter().filter_map(|piece| piece.term).collect();
    let mut found: Vec<Piece<'a>> = Vec::new();
    let (mut plain_from, mut at) = (0, 0);
    while at < text.len() {
        let Some((length, term)) = longest_at(text, at, language) else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
            continue;
        };
        let is_new = !found.iter().any(|piece| piece.term == Some(term)) && !said.contains(&term);
        if is_new {
            found.push(plain(&text[plain_from..at]));
            found.push(Piece {
                text: &text[at..at + length],
                term: Some(term),
            });
            plain_from = at + length;
        }
        at += length;
    }
    found.push(plain(&text[plain_from..]));
    found.retain(|piece| !piece.text.is_empty());
    found
}

/// The longest word that begins at this byte, with its length in bytes.
fn longest_at(text: &str, at: usize, language: Language) -> Option<(usize, &'static Term)> {
    let (before, rest) = text.split_at(at);
    let mut longest: Option<(usize, &'static Term)> = None;
    for term in terms().iter().filter(|one| one.everywhere) {
        for spelling in term.spellings(language) {
            let is_longer = longest.is_none_or(|(length, _)| spelling.len() > length);
            if is_longer && rest.starts_with(spelling) && stands_alone(before, rest, spelling) {
                longest = Some((spelling.len(), term));
            }
        }
    }
    longest
}

/// Whether a word is not a piece of a longer one. Chinese is written without gaps.
fn stands_alone(before: &str, rest: &str, spelling: &str) -> bool {
    let is_letter = |letter: Option<char>| letter.is_some_and(|one| one.is_ascii_alphanumeric());
    let after = rest[spelling.len()..].chars().next();
    let joins_before = is_letter(spelling.chars().next()) && is_letter(before.chars().next_back());
    let joins_after = is_letter(spelling.chars().next_back()) && is_letter(after);
    !joins_before && !joins_after
}

fn plain(text: &str) -> Piece<'_> {
    Piece { text, term: None }
}

fn yes() -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pieces of a text, hard words in brackets.
    fn marked(text: &str, language: Language) -> String {
        let pieces = pieces("", text, language).into_iter();
        pieces
            .map(|piece| match piece.term {
                Some(term) => format!("[{}={}]", piece.text, term.id),
                None => piece.text.to_owned(),
            })
            .collect()
    }

    #[test]
    fn hard_words_are_found_where_they_stand_first() {
        fn check(text: &str, expected: &str) {
            assert_eq!(marked(text, Language::Chinese), expected);
        }

        check("", "");
        check("没有难懂的词", "没有难懂的词");
        check("三资管理规范", "[三资=assets]管理规范");
        check("三资和三资", "[三资=assets]和三资");
        check(
            "党员中心户有名单，中心户有人负责",
            "[党员中心户=hub]有名单，中心户有人负责",
        );
        // The longest word wins, and a second time it is no other, shorter word.
        check(
            "四议两公开走全；四议两公开",
            "[四议两公开=four_deliberations]走全；四议两公开",
        );
        check("推行“四同步”", "推行“[四同步=four_in_step]”");
        check("“1+1+N”疑难事项", "“[1+1+N=one_one_n]”疑难事项");
        check("11+1+N", "11+1+N");
        check("必达项没达标", "[必达项=must]没达标");
    }

    #[test]
    fn what_the_title_explains_is_not_explained_again() {
        let pieces = pieces("三资管理规范", "三资和三务", Language::Chinese);
        let terms: Vec<&str> = pieces
            .iter()
            .filter_map(|one| Some(&*one.term?.id))
            .collect();
        assert_eq!(terms, ["open_affairs"]);
    }

    #[test]
    fn in_english_a_word_is_no_piece_of_a_longer_one() {
        fn check(text: &str, expected: &str) {
            assert_eq!(marked(text, Language::English), expected);
        }

        check("Required items only", "[Required=must] items only");
        check("Requiredness", "Requiredness");
        check(
            "Four strengths of the branch",
            "[Four strengths=four_strengths] of the branch",
        );
    }

    #[test]
    fn the_pieces_of_a_text_are_the_text() {
        for text in [
            "三资",
            "a三资b三资c四议两公开d",
            "，“两委”、三务。",
            "é必达ü",
        ] {
            for language in Language::ALL {
                let pieces = pieces("", text, language);
                let joined: String = pieces.iter().map(|one| one.text).collect();
                assert_eq!(joined, text);
            }
        }
    }

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
