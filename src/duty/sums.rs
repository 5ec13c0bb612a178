//! What rows and votes of a card come to (合计、满意率): sums, how many are done of how many, and the
//! share of every grade.
//!
//! Not here: the rows themselves (`ledger`), and what is a good share; no document says that.

use crate::ledger::{Card, FieldValue, cell_key};
use crate::standard::{Column, ColumnKind, RowsForm, TallyForm};

/// A sum below rows (合计).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowSum {
    /// The numbers of a column, added up.
    Added {
        /// The sum.
        sum: u64,
        /// What it is meant to come to, if that is fixed.
        out_of: Option<u32>,
    },
    /// The ticks of a column (办结率).
    Done {
        /// How many are set.
        done: u32,
        /// How many rows there are.
        all: u32,
    },
}

/// What is added up below the rows of a field, each with its column. A sum of a column that there
/// is not, or in which nothing can be added up, is left out.
pub fn row_sums<'a>(form: &'a RowsForm, field: &str, card: &Card) -> Vec<(&'a Column, RowSum)> {
    let rows = rows_of(form, field, card);
    let sums = form.sums.iter().filter_map(|sum| {
        let column = form.columns.iter().find(|one| one.key == sum.column)?;
        let cells = rows.iter().map(|row| card.cell(field, row, &column.key));
        let found = match column.kind {
            ColumnKind::Number => RowSum::Added {
                sum: cells.map(|cell| u64::from(number(cell))).sum(),
                out_of: sum.out_of,
            },
            ColumnKind::Check => RowSum::Done {
                done: count(cells.filter(|cell| *cell == Some(&FieldValue::Checked(true)))),
                all: count(rows.iter()),
            },
            _ => return None,
        };
        Some((column, found))
    });
    sums.collect()
}

/// The rows of a field: those that the pack fixes, or those in which something stands.
pub fn rows_of(form: &RowsForm, field: &str, card: &Card) -> Vec<String> {
    if form.fixed.is_empty() {
        return card.rows(field);
    }
    form.fixed.iter().map(|row| row.key.clone()).collect()
}

/// What votes come to (测评结果).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Votes {
    /// All votes.
    pub all: u64,
    /// The votes for each grade, in the order of the form.
    pub by_grade: Vec<u32>,
    /// The votes for the grades that are reckoned together; `None` if none are.
    pub content: Option<u64>,
}

impl Votes {
    /// The share of so many votes in thousandths, rounded; `None` while there are no votes.
    pub fn per_mille(&self, votes: u64) -> Option<u32> {
        let share = (votes * 2_000 + self.all).checked_div(self.all * 2)?;
        u32::try_from(share).ok()
    }
}

/// What the votes in a field come to.
pub fn votes(form: &TallyForm, field: &str, card: &Card) -> Votes {
    let of = |grade: &str| card.number(&cell_key(field, [grade])).unwrap_or_default();
    let by_grade: Vec<u32> = form.grades.iter().map(|grade| of(&grade.key)).collect();
    let content = form.content.iter().map(|grade| u64::from(of(grade)));
    Votes {
        all: by_grade.iter().map(|votes| u64::from(*votes)).sum(),
        content: (!form.content.is_empty()).then(|| content.sum()),
        by_grade,
    }
}

fn number(cell: Option<&FieldValue>) -> u32 {
    match cell {
        Some(FieldValue::Number(number)) => *number,
        _ => 0,
    }
}

fn count(all: impl Iterator) -> u32 {
    u32::try_from(all.count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sorted_map::SortedMap;
    use crate::standard::ItemId;
    use serde_json::json;

    fn card(values: &[(&str, FieldValue)]) -> Card {
        let values = values.iter();
        Card {
            mechanism: ItemId::from("m"),
            year: 2026,
            title: String::new(),
            values: values
                .map(|(key, value)| ((*key).to_owned(), value.clone()))
                .collect(),
            steps: SortedMap::new(),
            links: Vec::new(),
            closed_on: None,
        }
    }

    #[test]
    fn numbers_are_added_up_and_ticks_are_counted() {
        let form: RowsForm = serde_json::from_value(json!({
            "row": { "zh": "一项" },
            "columns": [
                { "key": "item", "label": { "zh": "项目" }, "kind": "line" },
                { "key": "full", "label": { "zh": "分值" }, "kind": "number" },
                { "key": "done", "label": { "zh": "办结" }, "kind": "check" }
            ],
            "sums": [
                { "column": "full", "out_of": 100 },
                { "column": "done" },
                { "column": "item" },
                { "column": "none" }
            ]
        }))
        .unwrap();
        let check = |values: &[(&str, FieldValue)], sum: u64, done: u32, all: u32| {
            let card = card(values);
            let found: Vec<RowSum> = row_sums(&form, "list", &card)
                .into_iter()
                .map(|(_, sum)| sum)
                .collect();
            let out_of = Some(100);
            let expected = [RowSum::Added { sum, out_of }, RowSum::Done { done, all }];
            assert_eq!(found, expected, "{values:?}");
        };
        check(&[], 0, 0, 0);
        check(
            &[
                ("list.001-a.full", FieldValue::Number(60)),
                ("list.001-a.done", FieldValue::Checked(true)),
                ("list.002-b.full", FieldValue::Number(40)),
                ("list.003-c.item", FieldValue::Text("丙".to_owned())),
            ],
            100,
            1,
            3,
        );
    }

    #[test]
    fn votes_come_to_shares() {
        let form: TallyForm = serde_json::from_value(json!({
            "grades": [
                { "key": "good", "label": { "zh": "好" } },
                { "key": "fairly", "label": { "zh": "较好" } },
                { "key": "poor", "label": { "zh": "差" } }
            ],
            "content": ["good", "fairly"]
        }))
        .unwrap();
        let check = |numbers: [u32; 3], content: u64, share: Option<u32>| {
            let keys = ["votes.good", "votes.fairly", "votes.poor"];
            let values: Vec<(&str, FieldValue)> = keys
                .into_iter()
                .zip(numbers)
                .filter(|(_, number)| *number > 0)
                .map(|(key, number)| (key, FieldValue::Number(number)))
                .collect();
            let found = votes(&form, "votes", &card(&values));
            assert_eq!(found.by_grade, numbers);
            assert_eq!(found.content, Some(content), "{numbers:?}");
            assert_eq!(found.per_mille(content), share, "{numbers:?}");
        };
        check([0, 0, 0], 0, None);
        check([20, 9, 1], 29, Some(967));
        check([0, 0, 3], 0, Some(0));
        check([1, 1, 0], 2, Some(1_000));
        check([1, 0, 2], 1, Some(333));
        let none = TallyForm {
            content: Vec::new(),
            ..form.clone()
        };
        assert_eq!(votes(&none, "votes", &card(&[])).content, None);
    }
}
