//! The pieces of a text (文中的名词): the hard words in it, and what stands between them.
//!
//! Not here: what the words mean (`super`).

use super::{Term, terms};
use crate::exchange::Language;

/// A piece of a text, which is a hard word or what stands between two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The piece as it is written.
    pub text: &'a str,
    /// The word that it is, if it is one that is to be explained here.
    pub term: Option<&'static Term>,
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
}
