//! A table as rows of cells (单元格), from text whose cells stand between tabs or commas.
//!
//! What spreadsheets copy is text between tabs, with quotes around a cell that has a line break in
//! it; `.csv` is the same with commas. Not here: the HTML form of the clipboard (`html`).

use serde::{Deserialize, Serialize};

/// The most rows and columns that are taken; what a place issues has a hundred rows at most.
pub(super) const MOST_ROWS: usize = 1_000;
/// See [`MOST_ROWS`].
pub(super) const MOST_COLUMNS: usize = 40;

/// A cell (单元格).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// What stands in it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Whether it belongs to the cell above or to its left (合并单元格), whose text is repeated.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub joined: bool,
}

impl Cell {
    /// A cell of its own.
    pub fn of(text: &str) -> Self {
        Self {
            text: tidied(text),
            joined: false,
        }
    }
}

/// A table (表): rows, each with as many cells as there are columns.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// The rows, from the top.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// A table of these rows, the shorter ones filled up with empty cells; rows and columns at the
    /// end in which nothing stands are left out.
    pub fn of(mut rows: Vec<Vec<Cell>>) -> Self {
        rows.truncate(MOST_ROWS);
        let is_said = |cell: &Cell| !cell.text.is_empty();
        rows.retain(|row| row.iter().any(is_said));
        let last = |row: &Vec<Cell>| row.iter().rposition(is_said).map_or(0, |place| place + 1);
        let width = rows.iter().map(last).max().unwrap_or(0).min(MOST_COLUMNS);
        for row in &mut rows {
            row.resize(width, Cell::default());
        }
        Self { rows }
    }

    /// How many columns there are.
    pub fn width(&self) -> usize {
        self.rows.first().map_or(0, Vec::len)
    }
}

/// The table that a text holds; `None` if it is a single cell, which is no table.
pub fn from_text(text: &str) -> Option<Table> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let separator = match text.contains('\t') {
        true => '\t',
        false => ',',
    };
    let table = Table::of(separated(text, separator));
    (table.width() > 1).then_some(table)
}

/// The cells between separators and line breaks. A cell that begins with a quote goes on to the
/// next lone one, whatever stands in it; two in a row stand for one.
fn separated(text: &str, separator: char) -> Vec<Vec<Cell>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut characters = text.chars().peekable();
    let mut is_quoted = false;
    while let Some(character) = characters.next() {
        match character {
            '"' if is_quoted && characters.peek() == Some(&'"') => {
                characters.next();
                cell.push('"');
            }
            '"' if is_quoted => is_quoted = false,
            '"' if cell.is_empty() => is_quoted = true,
            '\n' if !is_quoted => {
                row.push(Cell::of(&std::mem::take(&mut cell)));
                rows.push(std::mem::take(&mut row));
            }
            '\r' => {}
            _ if character == separator && !is_quoted => {
                row.push(Cell::of(&std::mem::take(&mut cell)));
            }
            _ => cell.push(character),
        }
    }
    row.push(Cell::of(&cell));
    rows.push(row);
    rows
}

/// A text without the white space around its lines, and without empty lines.
pub(super) fn tidied(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let line = line.replace(['\u{a0}', '\u{3000}', '\u{200b}'], " ");
        line.split_whitespace().collect::<Vec<_>>().join(" ")
    });
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stand_between_tabs_or_commas() {
        fn check(text: &str, expected: Option<&[&[&str]]>) {
            let found = from_text(text).map(|table| {
                let row = |row: Vec<Cell>| row.into_iter().map(|cell| cell.text).collect();
                table
                    .rows
                    .into_iter()
                    .map(row)
                    .collect::<Vec<Vec<String>>>()
            });
            let expected = expected.map(|rows| {
                let row = |row: &&[&str]| row.iter().map(|text| (*text).to_owned()).collect();
                rows.iter().map(row).collect::<Vec<Vec<String>>>()
            });
            assert_eq!(found, expected, "{text:?}");
        }

        check("a\tb\nc\td", Some(&[&["a", "b"], &["c", "d"]]));
        check("a\tb\r\n\r\nc\r\n", Some(&[&["a", "b"], &["c", ""]]));
        check("a\t\"b\n\"\"x\"\"\"\tc", Some(&[&["a", "b\n\"x\"", "c"]]));
        check(
            "\u{feff}a,b\n\"c,d\",e",
            Some(&[&["a", "b"], &["c,d", "e"]]),
        );
        // A quote within a cell is a quote.
        check("a \"b\" c\td", Some(&[&["a \"b\" c", "d"]]));
        check(" \u{3000}a \tb\t\t", Some(&[&["a", "b"]]));
        check("一句话", None);
        check("", None);
        check("\"never closed\tb", None);
    }
}
