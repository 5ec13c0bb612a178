//! Finding Chinese by the first letters of its sounds (拼音首字母): 「dydh」 finds 党员大会.
//!
//! The letters are data (`standards/help/initials.txt`): a line for each letter, with the
//! characters that begin with it. A character that is read in two ways stands in two lines. Not
//! here: whole sounds, and characters that no title of a built-in pack has.

const FILE: &str = include_str!("../../standards/help/initials.txt");

/// How many letters there have to be at least: a single one is found nearly everywhere.
const FEWEST: usize = 2;

/// Whether the letters of a query are the first letters of characters that follow each other in a
/// text. Letters and digits stand for themselves; signs between them do not count.
pub fn begins_with_letters(text: &str, query: &str) -> bool {
    let wanted: Vec<char> = query.chars().map(|one| one.to_ascii_lowercase()).collect();
    if wanted.len() < FEWEST || !wanted.iter().all(char::is_ascii_alphanumeric) {
        return false;
    }
    let read: Vec<char> = text.chars().filter(|one| one.is_alphanumeric()).collect();
    read.windows(wanted.len()).any(|window| {
        let mut pairs = window.iter().zip(&wanted);
        pairs.all(|(character, letter)| is_read(*character, *letter))
    })
}

/// Whether a character can be read with this letter first.
fn is_read(character: char, letter: char) -> bool {
    if character.is_ascii() {
        return character.to_ascii_lowercase() == letter;
    }
    let mut lines = FILE.lines().filter(|line| line.starts_with(letter));
    lines.any(|line| line.contains(character))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::standard::{OrganizationType, built_in};

    #[test]
    fn chinese_is_found_by_its_letters() {
        fn check(text: &str, query: &str, expected: bool) {
            assert_eq!(begins_with_letters(text, query), expected, "{text} {query}");
        }

        check("党员大会", "dydh", true);
        check("党员大会", "DYDH", true);
        check("党员大会", "ydh", true);
        check("党员大会", "dyh", false);
        check("党员大会", "d", false);
        check("党员大会", "党员", false);
        check("党员大会", "", false);
        check("四议两公开", "sylgk", true);
        check("长效管护", "cxgh", true);
        check("党小组组长", "zz", true);
        check("发展党员 25 步", "dy25b", true);
        check("“1+1+N”疑难事项", "11nyn", true);
    }

    #[test]
    fn every_title_of_the_built_in_packs_can_be_read() {
        let is_known = |character: char| {
            !('\u{4e00}'..='\u{9fff}').contains(&character)
                || FILE.lines().any(|line| line.contains(character))
        };
        for kind in OrganizationType::ALL {
            let pack = built_in(kind).unwrap();
            let of_basics = pack.indicators().map(|one| &one.title);
            let of_stars = pack.stars.iter().flat_map(|star| &star.indicators);
            let titles = of_basics
                .chain(of_stars.map(|one| &one.title))
                .chain(pack.checklist.duties.iter().map(|one| &one.title))
                .chain(pack.checklist.records.iter().map(|one| &one.title))
                .chain(pack.checklist.mechanisms.iter().map(|one| &one.title));
            for title in titles {
                assert!(title.zh.chars().all(is_known), "{}", title.zh);
            }
        }
    }

    #[test]
    fn each_line_begins_with_its_letter() {
        let letters: Vec<char> = FILE
            .lines()
            .filter_map(|line| line.chars().next())
            .collect();
        assert!(letters.iter().all(char::is_ascii_lowercase));
        assert!(letters.is_sorted());
    }
}
