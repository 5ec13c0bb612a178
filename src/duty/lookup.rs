//! Looking something up in lists that are kept on cards (查清单): the texts of the cards of a
//! mechanism that have all words of a query.
//!
//! Not here: the search over everything (`help::search`).

use crate::ledger::{FieldValue, Ledger};
use crate::standard::ItemId;
use uuid::Uuid;

/// What was found in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookedUp {
    /// The card with the list.
    pub card: Uuid,
    /// The line of the list.
    pub line: String,
}

/// The lines of the cards of a mechanism that have all words of the query, card by card; nothing
/// for a query without words. Cards that were put away are not looked at.
pub fn look_up(ledger: &Ledger, mechanism: &ItemId, query: &str) -> Vec<LookedUp> {
    let words: Vec<String> = query
        .split_whitespace()
        .map(str::to_ascii_lowercase)
        .collect();
    if words.is_empty() {
        return Vec::new();
    }
    let has_all = |line: &str| {
        let line = line.to_ascii_lowercase();
        words.iter().all(|word| line.contains(word.as_str()))
    };
    let cards = ledger.cards_of(mechanism).into_iter();
    let cards = cards.filter(|(_, card)| card.closed_on.is_none());
    cards
        .flat_map(|(id, card)| {
            let texts = card.values.values().filter_map(|value| match value {
                FieldValue::Text(text) => Some(text.lines()),
                _ => None,
            });
            let lines = texts.flatten().map(str::trim).filter(|line| has_all(line));
            lines.map(move |line| LookedUp {
                card: id,
                line: line.to_owned(),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::Card;
    use crate::sorted_map::SortedMap;

    fn ledger() -> Ledger {
        let list = |lines: &[&str], closed: bool| Card {
            mechanism: ItemId::from("task_lists"),
            year: 2026,
            title: "协助政府工作".to_owned(),
            values: lines
                .iter()
                .enumerate()
                .map(|(place, line)| {
                    (
                        format!("items.00{place}-a.item"),
                        FieldValue::Text((*line).to_owned()),
                    )
                })
                .collect(),
            steps: SortedMap::new(),
            links: Vec::new(),
            closed_on: closed.then(|| "2026-03-01".parse().unwrap()),
        };
        Ledger {
            cards: [
                (
                    Uuid::from_u128(1),
                    list(&["居民医保参保宣传", "开展 60 岁以上老人体检"], false),
                ),
                (Uuid::from_u128(2), list(&["旧清单：医保宣传"], true)),
            ]
            .into(),
            ..Ledger::default()
        }
    }

    #[test]
    fn a_line_is_found_by_all_its_words() {
        fn check(query: &str, expected: &[&str]) {
            let found = look_up(&ledger(), &ItemId::from("task_lists"), query);
            let lines: Vec<&str> = found.iter().map(|one| one.line.as_str()).collect();
            assert_eq!(lines, expected, "{query}");
        }

        check("医保", &["居民医保参保宣传"]);
        check("宣传 医保", &["居民医保参保宣传"]);
        check("60", &["开展 60 岁以上老人体检"]);
        check("招商", &[]);
        check("  ", &[]);
        let other = look_up(&ledger(), &ItemId::from("four_lists"), "医保");
        assert_eq!(other, []);
    }
}
