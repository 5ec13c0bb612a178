//! The English of what the built-in packs say in Chinese alone: what papers are called (佐证), and
//! the documents, articles and gists of sources (依据).
//!
//! It is data beside the packs (`standards/help/english.json`), since a pack has no place for it.
//! Where the app is split it comes with a later part; until then the Chinese stands. Not here: the
//! English of labels, which stands in the packs.

use crate::sorted_map::SortedMap;
use crate::standard::Rule;
use crate::storage::Checksum;
use crate::typed_json;
use serde::Deserialize;
use std::sync::OnceLock;

/// The file, as the build script wrote it.
const FILE: &str = include_str!(concat!(env!("OUT_DIR"), "/standards/help/english.json"));

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct English {
    evidence: SortedMap<String, String>,
    documents: SortedMap<String, String>,
    articles: SortedMap<String, String>,
    gists: SortedMap<String, Gist>,
}

/// What a rule says, by the id of the rule.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Gist {
    /// The first digits of the SHA-256 of the Chinese text that it is the English of.
    of: String,
    /// The English text.
    en: String,
}

/// Takes in the English. It refers to the file, so it is called from a later part alone.
pub fn take_in() {
    #[cfg(feature = "split")]
    TAKEN_IN.get_or_init(|| file);
}

/// What a paper is called in English; `None` for one that no built-in pack asks for.
pub fn paper(chinese: &str) -> Option<&'static str> {
    in_english(&english()?.evidence, chinese)
}

/// What a document is called in English; `None` for one that no built-in pack cites.
pub fn document(chinese: &str) -> Option<&'static str> {
    in_english(&english()?.documents, chinese)
}

/// The number of an article in English; `None` where it is written in another way.
pub fn article(chinese: &str) -> Option<&'static str> {
    in_english(&english()?.articles, chinese)
}

/// What a rule of the built-in packs says, in English; `None` for one that a loaded pack words in
/// its own way.
pub fn gist(rule: &Rule) -> Option<&'static str> {
    let found = english()?.gists.get(&rule.id)?;
    let checksum = Checksum::of(&rule.gist).to_string();
    checksum.starts_with(&found.of).then_some(&found.en)
}

fn in_english(words: &'static SortedMap<String, String>, chinese: &str) -> Option<&'static str> {
    words.get(chinese).map(String::as_str)
}

/// The English, once it is here.
fn english() -> Option<&'static English> {
    static ENGLISH: OnceLock<English> = OnceLock::new();
    let file = taken_in()?;
    Some(ENGLISH.get_or_init(|| {
        let file = typed_json::parse(file).ok();
        let file = file.and_then(|file| typed_json::read::<English>(&file).ok());
        file.unwrap_or_default()
    }))
}

fn file() -> &'static str {
    FILE
}

#[cfg(feature = "split")]
static TAKEN_IN: OnceLock<fn() -> &'static str> = OnceLock::new();

#[cfg(feature = "split")]
fn taken_in() -> Option<&'static str> {
    TAKEN_IN.get().map(|file| file())
}

#[cfg(not(feature = "split"))]
fn taken_in() -> Option<&'static str> {
    Some(file())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::standard::{OrganizationType, built_in};

    #[test]
    fn all_that_built_in_packs_say_has_its_english() {
        for kind in OrganizationType::ALL {
            let pack = built_in(kind).unwrap();
            let of_basics = pack.indicators().flat_map(|one| &one.evidence);
            let of_stars = pack.stars.iter().flat_map(|star| &star.indicators);
            let of_duties = pack.checklist.duties.iter().flat_map(|one| &one.evidence);
            let papers = of_basics
                .chain(of_stars.flat_map(|one| &one.evidence))
                .chain(of_duties);
            for chinese in papers {
                assert!(paper(chinese).is_some(), "{chinese}");
            }
            for rule in &pack.rules {
                assert!(document(&rule.document).is_some(), "{}", rule.document);
                assert!(gist(rule).is_some(), "{}", rule.id);
                let numbered = rule.article.as_deref();
                assert!(
                    numbered.is_none_or(|one| article(one).is_some()),
                    "{numbered:?}"
                );
            }
        }
    }

    #[test]
    fn nothing_is_translated_that_no_pack_says() {
        let packs = OrganizationType::ALL.map(|kind| built_in(kind).unwrap());
        let rules = || packs.iter().flat_map(|pack| &pack.rules);
        for (id, _) in &english().unwrap().gists {
            assert!(rules().any(|rule| rule.id == *id), "{id}");
        }
        for (name, _) in &english().unwrap().documents {
            assert!(rules().any(|rule| rule.document == *name), "{name}");
        }
    }

    #[test]
    fn what_is_worded_otherwise_is_not_translated() {
        let pack = built_in(OrganizationType::Village).unwrap();
        let mut rule = pack.rules[0].clone();
        assert!(gist(&rule).is_some());
        rule.gist.push('。');
        assert_eq!(gist(&rule), None);
    }

    #[test]
    fn english_has_no_chinese_in_it() {
        let all = [
            &english().unwrap().evidence,
            &english().unwrap().documents,
            &english().unwrap().articles,
        ];
        let all = all.into_iter().flatten();
        let gists = english()
            .unwrap()
            .gists
            .iter()
            .map(|(id, gist)| (id, &gist.en));
        for (chinese, english) in all.chain(gists) {
            let is_chinese = |letter: char| ('\u{4e00}'..='\u{9fff}').contains(&letter);
            assert!(!english.contains(is_chinese), "{chinese}: {english}");
            assert!(!english.trim().is_empty(), "{chinese}");
        }
    }
}
