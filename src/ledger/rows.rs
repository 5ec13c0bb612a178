//! Rows and votes on a card (卡片里的表格): each cell is a value of its own, under a key that is put
//! together from those of the field, the row and the column.
//!
//! So two devices that fill in different cells lose nothing, and files know rows without a form of
//! their own. Not here: which columns there are (`standard`), and what they come to (`duty`).

use super::card::{Card, FieldValue};
use uuid::Uuid;

/// What stands between the parts of the key of a cell.
const BETWEEN: char = '.';

/// The column of a row that holds the id of the rectification that came of it. No column of a pack
/// begins so.
const RECTIFICATION: &str = "@rectification";

/// The key under which a cell of rows, or the votes for a grade, are kept.
pub fn cell_key<'a>(field: &str, parts: impl IntoIterator<Item = &'a str>) -> String {
    parts.into_iter().fold(field.to_owned(), |mut key, part| {
        key.push(BETWEEN);
        key.push_str(part);
        key
    })
}

impl Card {
    /// The ids of the rows of a field in which something stands, in their order.
    pub fn rows(&self, field: &str) -> Vec<String> {
        let mut rows: Vec<String> = Vec::new();
        for key in self.values.keys() {
            let Some((row, _)) = cell_of(field, key) else {
                continue;
            };
            if rows.last().is_none_or(|last| last != row) && !rows.iter().any(|one| one == row) {
                rows.push(row.to_owned());
            }
        }
        rows
    }

    /// What stands in a cell.
    pub fn cell(&self, field: &str, row: &str, column: &str) -> Option<&FieldValue> {
        self.values.get(&cell_key(field, [row, column]))
    }

    /// The text in a cell, without white space around it; empty if there is none.
    pub fn cell_text(&self, field: &str, row: &str, column: &str) -> &str {
        match self.cell(field, row, column) {
            Some(FieldValue::Text(text)) => text.trim(),
            _ => "",
        }
    }

    /// The number that stands under a key, or in the cell of which it is the key.
    pub fn number(&self, key: &str) -> Option<u32> {
        match self.values.get(key) {
            Some(FieldValue::Number(number)) => Some(*number),
            _ => None,
        }
    }

    /// Takes a row out.
    pub fn take_out_row(&mut self, field: &str, row: &str) {
        let of_row = |key: &&String| cell_of(field, key).is_some_and(|(own, _)| own == row);
        let keys: Vec<String> = self.values.keys().filter(of_row).cloned().collect();
        for key in keys {
            self.values.remove(&key);
        }
    }

    /// The id of a row that comes after `after` and all that are there. The last digits of `unique`
    /// keep rows apart that are begun on two devices at once.
    pub fn next_row(&self, field: &str, after: &[String], unique: Uuid) -> String {
        let number = |row: &String| row.split('-').next()?.parse::<u32>().ok();
        let rows = self.rows(field);
        let last = rows.iter().chain(after).filter_map(number).max();
        let digits = unique.simple().to_string();
        let (_, unique) = digits.split_at(digits.len() - 4);
        format!("{:03}-{unique}", last.map_or(1, |last| last + 1))
    }

    /// The rows of which no rectification came yet and in which a problem stands: the id of each,
    /// and the text of this column.
    pub fn rows_to_rectify(&self, field: &str, column: &str) -> Vec<(String, String)> {
        let rows = self.rows(field).into_iter();
        let rows = rows.filter(|row| self.rectification_of(field, row).is_none());
        let rows = rows.map(|row| {
            let problem = self.cell_text(field, &row, column).to_owned();
            (row, problem)
        });
        rows.filter(|(_, problem)| !problem.is_empty()).collect()
    }

    /// The rectification that came of a row, if one did.
    pub fn rectification_of(&self, field: &str, row: &str) -> Option<Uuid> {
        self.cell_text(field, row, RECTIFICATION).parse().ok()
    }

    /// Whether this rectification came of one of its rows.
    pub fn has_rectification(&self, id: Uuid) -> bool {
        let id = id.to_string();
        let mut cells = self.values.iter();
        cells.any(|(key, value)| match value {
            FieldValue::Text(text) => *text == id && key.ends_with(RECTIFICATION),
            _ => false,
        })
    }

    /// Notes which rectification came of a row.
    pub fn note_rectification(&mut self, field: &str, row: &str, id: Uuid) {
        let value = FieldValue::Text(id.to_string());
        self.values
            .insert(cell_key(field, [row, RECTIFICATION]), value);
    }
}

/// The row and the column of a key, if it is that of a cell of this field.
fn cell_of<'a>(field: &str, key: &'a str) -> Option<(&'a str, &'a str)> {
    let rest = key.strip_prefix(field)?.strip_prefix(BETWEEN)?;
    rest.split_once(BETWEEN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sorted_map::SortedMap;
    use crate::standard::ItemId;

    fn card(values: &[(&str, &str)]) -> Card {
        let text = |(key, text): &(&str, &str)| {
            let value = FieldValue::Text((*text).to_owned());
            ((*key).to_owned(), value)
        };
        Card {
            mechanism: ItemId::from("m"),
            year: 2026,
            title: String::new(),
            values: values.iter().map(text).collect(),
            steps: SortedMap::new(),
            links: Vec::new(),
            closed_on: None,
        }
    }

    #[test]
    fn rows_are_those_in_which_something_stands() {
        fn check(values: &[(&str, &str)], expected: &[&str]) {
            assert_eq!(card(values).rows("list"), expected, "{values:?}");
        }

        check(&[], &[]);
        check(&[("list", "甲"), ("lists.001-a.unit", "甲")], &[]);
        check(
            &[
                ("list.002-b.unit", "乙"),
                ("list.001-a.unit", "甲"),
                ("list.001-a.until", ""),
                ("list.good", "3"),
            ],
            &["001-a", "002-b"],
        );
    }

    #[test]
    fn a_new_row_comes_last_and_is_no_other_devices() {
        fn check(values: &[(&str, &str)], after: &[&str], expected: &str) {
            let after: Vec<String> = after.iter().map(|row| (*row).to_owned()).collect();
            let unique = Uuid::from_u128(0x1234_abcd);
            let next = card(values).next_row("list", &after, unique);
            assert_eq!(next, expected, "{values:?} {after:?}");
        }

        check(&[], &[], "001-abcd");
        check(&[], &["001-abcd"], "002-abcd");
        check(&[("list.009-a.unit", "甲")], &["003-b"], "010-abcd");
        check(&[("list.march.paid", "3")], &[], "001-abcd");
    }

    #[test]
    fn a_row_goes_with_all_its_cells() {
        let mut card = card(&[
            ("list.001-a.unit", "甲"),
            ("list.001-a.until", "月底"),
            ("list.002-b.unit", "乙"),
            ("other.001-a.unit", "丙"),
        ]);
        let to_rectify = |card: &Card| {
            let rows = card.rows_to_rectify("list", "unit").into_iter();
            rows.map(|(row, problem)| format!("{row} {problem}"))
                .collect::<Vec<_>>()
        };
        assert_eq!(to_rectify(&card), ["001-a 甲", "002-b 乙"]);
        card.note_rectification("list", "001-a", Uuid::from_u128(7));
        assert_eq!(to_rectify(&card), ["002-b 乙"]);
        assert_eq!(
            card.rectification_of("list", "001-a"),
            Some(Uuid::from_u128(7))
        );
        assert_eq!(card.rectification_of("list", "002-b"), None);
        assert!(card.has_rectification(Uuid::from_u128(7)));
        assert!(!card.has_rectification(Uuid::from_u128(8)));
        card.take_out_row("list", "001-a");
        assert!(!card.has_rectification(Uuid::from_u128(7)));
        assert_eq!(card.rows("list"), ["002-b"]);
        assert_eq!(card.rows("other"), ["001-a"]);
        assert_eq!(card.cell_text("list", "002-b", "unit"), "乙");
    }
}
