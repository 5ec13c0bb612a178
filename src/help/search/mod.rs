//! The search (搜索) over what is asked, what is to be done and what was entered: plain words, or the
//! first letters of Chinese.
//!
//! Not here: the field and the list of what was found.

mod sieve;
mod words;

pub use words::{has_words, places};
pub(super) use words::{says, words};

use crate::exchange::Language;
use crate::ledger::Ledger;
use crate::period::CivilDate;
use crate::standard::{Facts, ItemId, StandardPack};
use sieve::Sieve;
use uuid::Uuid;

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// An indicator, scored indicator, veto or bonus item.
    Item(ItemId),
    /// A duty.
    Duty(ItemId),
    /// A mechanism.
    Mechanism(ItemId),
    /// A record.
    Record(Uuid),
    /// A rectification.
    Rectification(Uuid),
    /// A card of a mechanism.
    Card(Uuid),
    /// A hard word, by its key.
    Term(&'static str),
}

/// The groups in which it is shown, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Indicators of the basics (五基指标).
    Basics,
    /// Scored indicators of the stars (五星指标).
    Stars,
    /// Vetoes and bonus items (否决项和加分项).
    Extras,
    /// Duties (责任项).
    Duties,
    /// Mechanisms (机制) and their cards.
    Mechanisms,
    /// Records (记录).
    Records,
    /// Rectifications (整改).
    Rectifications,
    /// Hard words (名词).
    Terms,
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The group it belongs to.
    pub group: Group,
    /// What it is.
    pub found: Found,
    /// Its title; empty for a card or a problem that has no words yet.
    pub title: String,
    /// What is said of it, in a line.
    pub line: String,
    /// The day on which it was held, of a record.
    pub held_on: Option<CivilDate>,
}

/// What is found for a query, by group, and in a group what has it in the title first. Every word
/// of the query has to be found; an empty query finds nothing.
pub fn search(
    query: &str,
    pack: &StandardPack,
    facts: &Facts,
    ledger: &Ledger,
    language: Language,
) -> Vec<Hit> {
    let Some(mut sieve) = Sieve::of(query, language) else {
        return Vec::new();
    };
    sieve.look_at_pack(pack, facts);
    sieve.look_at_checklist(pack);
    sieve.look_at_ledger(pack, ledger);
    sieve.look_at_words();
    sieve.hits()
}

/// What is found in what a pack asks alone: its indicators, scored indicators, vetoes and bonus
/// items.
pub fn search_asked(
    query: &str,
    pack: &StandardPack,
    facts: &Facts,
    language: Language,
) -> Vec<Hit> {
    let Some(mut sieve) = Sieve::of(query, language) else {
        return Vec::new();
    };
    sieve.look_at_pack(pack, facts);
    sieve.hits()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{Card, FieldValue, Record, RecordOf};
    use crate::rectification::{Origin, Rectification};
    use crate::sorted_map::SortedMap;
    use crate::standard::{OrganizationType, built_in};

    fn day(text: &str) -> CivilDate {
        text.parse().unwrap()
    }

    fn ledger() -> Ledger {
        let record = |held_on: &str, line: &str| Record {
            line: line.to_owned(),
            place: "2 号柜".to_owned(),
            ..Record::new(
                RecordOf::Kind(ItemId::from("general_meeting")),
                day(held_on),
            )
        };
        let problem = "公开栏缺 9 月的".to_owned();
        let problem = Rectification::found(Origin::Other, problem, day("2026-10-08"));
        let item = FieldValue::Text("居民医保参保宣传".to_owned());
        let list = Card {
            mechanism: ItemId::from("task_lists"),
            year: 2026,
            title: String::new(),
            values: [("items.001-a.item".to_owned(), item)].into(),
            steps: SortedMap::default(),
            links: Vec::new(),
            closed_on: None,
        };
        Ledger {
            cards: SortedMap::from([(Uuid::from_u128(4), list)]),
            records: SortedMap::from([
                (Uuid::from_u128(1), record("2026-03-20", "讨论年度计划")),
                (Uuid::from_u128(2), record("2026-06-20", "老仓库出租")),
            ]),
            rectifications: SortedMap::from([(Uuid::from_u128(3), problem)]),
            ..Ledger::default()
        }
    }

    fn found(query: &str, language: Language) -> Vec<String> {
        let pack = built_in(OrganizationType::Village).unwrap();
        let hits = search(query, &pack, &Facts::default(), &ledger(), language);
        let name = |hit: Hit| match hit.found {
            Found::Item(id) | Found::Duty(id) | Found::Mechanism(id) => id.0,
            Found::Record(id) | Found::Rectification(id) | Found::Card(id) => {
                id.as_u128().to_string()
            }
            Found::Term(id) => id.to_owned(),
        };
        hits.into_iter().map(name).collect()
    }

    #[test]
    fn words_and_first_letters_find_what_is_meant() {
        fn check(query: &str, expected: &[&str]) {
            let all = found(query, Language::Chinese);
            assert_eq!(all[..expected.len().min(all.len())], *expected, "{query}");
        }

        check("", &[]);
        check("   ", &[]);
        check("没有这样的词", &[]);
        check("党员大会", &["ACT-01"]);
        check("dydh", &["ACT-01", "D-GM", "2", "1"]);
        check("DYDH 仓库", &["2"]);
        check("仓库", &["2"]);
        check("2 号柜", &["2", "1"]);
        check("缺 9 月", &["3"]);
        // A line of a list is found where the list has no name.
        check("医保 宣传", &["4"]);
        check("三资", &["VB5", "assets"]);
    }

    #[test]
    fn what_has_it_in_the_title_stands_before_what_only_speaks_of_it() {
        let pack = built_in(OrganizationType::Village).unwrap();
        let hits = search(
            "党费",
            &pack,
            &Facts::default(),
            &Ledger::default(),
            Language::Chinese,
        );
        let basics: Vec<&Hit> = hits
            .iter()
            .filter(|hit| hit.group == Group::Basics)
            .collect();
        let first_beside = basics.iter().position(|hit| !hit.title.contains("党费"));
        let last_in_title = basics.iter().rposition(|hit| hit.title.contains("党费"));
        assert!(last_in_title < first_beside, "{basics:?}");
        assert!(hits.is_sorted_by_key(|hit| hit.group));
    }

    #[test]
    fn what_a_pack_asks_is_found_without_the_rest() {
        let pack = built_in(OrganizationType::Village).unwrap();
        let hits = search_asked("dydh", &pack, &Facts::default(), Language::Chinese);
        let found: Vec<&Found> = hits.iter().map(|hit| &hit.found).collect();
        assert_eq!(found, [&Found::Item(ItemId::from("ACT-01"))]);
        assert!(search_asked(" ", &pack, &Facts::default(), Language::Chinese).is_empty());
    }

    #[test]
    fn english_is_searched_in_english() {
        assert_eq!(found("general MEETING", Language::English)[0], "ACT-01");
        assert!(found("general meeting", Language::Chinese).is_empty());
    }
}
