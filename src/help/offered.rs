//! What is offered beyond what is on (可选的工作机制): mechanisms by what is done with them, and those
//! of them that a query finds.
//!
//! Not here: the page, and the search over everything (`search`).

use super::initials::begins_with_letters;
use super::search::{self, words};
use crate::exchange::Language;
use crate::standard::{Act, FieldKind, Label, Mechanism};

/// The mechanisms that have all words of the query in what they say, by what is done with them, in
/// the order of the page; all of them if the query is empty. Those that do not say it are lists.
pub fn offered<'a>(
    mechanisms: &'a [Mechanism],
    query: &str,
    language: Language,
) -> Vec<(Act, Vec<&'a Mechanism>)> {
    let words = words(query);
    let found: Vec<&Mechanism> = mechanisms
        .iter()
        .filter(|one| words.iter().all(|word| says(one, word, language)))
        .collect();
    let groups = Act::ALL.into_iter().map(|act| {
        let of_act = |one: &&Mechanism| one.act.unwrap_or(Act::List) == act;
        let own: Vec<&Mechanism> = found.iter().copied().filter(of_act).collect();
        (act, own)
    });
    groups.filter(|(_, own)| !own.is_empty()).collect()
}

/// Whether a mechanism says a word, or the word is the first letters of its title.
fn says(mechanism: &Mechanism, word: &str, language: Language) -> bool {
    let mut labels = said_on(mechanism).into_iter();
    labels.any(|label| search::says(language.say(label), word))
        || begins_with_letters(language.say(&mechanism.title), word)
}

/// All that stands on a mechanism before anything was written: its title, its line, the name of a
/// card, of its fields with their rows and columns, and of its steps.
pub(super) fn said_on(mechanism: &Mechanism) -> Vec<&Label> {
    let mut said = vec![&mechanism.title, &mechanism.about, &mechanism.card];
    for field in &mechanism.fields {
        said.push(&field.label);
        if let FieldKind::Rows(rows) = &field.kind {
            said.extend(rows.columns.iter().map(|column| &column.label));
            said.extend(rows.fixed.iter().map(|row| &row.label));
        }
    }
    said.extend(mechanism.steps.iter().map(|step| &step.label));
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::standard::{OrganizationType, built_in};

    fn found(query: &str) -> Vec<(Act, Vec<String>)> {
        let pack = built_in(OrganizationType::Village).unwrap();
        let groups = offered(&pack.checklist.mechanisms, query, Language::Chinese);
        let ids = |own: Vec<&Mechanism>| own.into_iter().map(|one| one.id.0.clone()).collect();
        groups
            .into_iter()
            .map(|(act, own)| (act, ids(own)))
            .collect()
    }

    #[test]
    fn a_query_finds_what_says_all_its_words() {
        fn check(query: &str, expected: &[&str]) {
            let found = found(query).into_iter().flat_map(|(_, ids)| ids);
            let found: Vec<String> = found.collect();
            assert_eq!(found, expected, "{query}");
        }

        check("四议两公开", &["four_discuss_two_open"]);
        check("sylgk", &["four_discuss_two_open"]);
        check("风险备案 书记", &["innovation_project"]);
        check("五位一体组织数", &["five_levels"]);
        check("“五位一体”", &["five_levels"]);
        // What is a step or a column alone: whoever looks for it knows it by that word.
        check("向上级述职", &["annual_report"]);
        check("检查看了", &["three_musts"]);
        check("没有这样的事", &[]);
    }

    #[test]
    fn without_a_query_all_stand_in_their_groups() {
        let pack = built_in(OrganizationType::Village).unwrap();
        let all = found("");
        let count: usize = all.iter().map(|(_, ids)| ids.len()).sum();
        assert_eq!(count, pack.checklist.mechanisms.len());
        let acts: Vec<Act> = all.iter().map(|(act, _)| *act).collect();
        assert_eq!(acts, Act::ALL);
    }
}
