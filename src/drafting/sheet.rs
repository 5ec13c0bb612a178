//! A sheet of a workbook (工作表) as a table.
//!
//! Here merged cells are known for certain, as in the HTML of the clipboard. Not here: reading the
//! workbook, which a module of its own does (`office/`).

use super::cells::{Cell, MOST_COLUMNS, MOST_ROWS, Table};
use std::ops::RangeInclusive;

/// Cells that were merged into one (合并单元格): their rows and their columns, counted from 0.
pub type Merged = (RangeInclusive<usize>, RangeInclusive<usize>);

/// The table of a sheet, whose rows hold a text for each cell; `None` if it has less than two
/// columns.
pub fn from_sheet(rows: &[Vec<String>], merged: impl IntoIterator<Item = Merged>) -> Option<Table> {
    let of_row = |row: &Vec<String>| {
        let cells = row.iter().take(MOST_COLUMNS).map(|text| Cell::of(text));
        cells.collect::<Vec<Cell>>()
    };
    let mut cells: Vec<Vec<Cell>> = rows.iter().take(MOST_ROWS).map(of_row).collect();
    for (down, across) in merged {
        let first = cells
            .get(*down.start())
            .and_then(|row| row.get(*across.start()));
        let Some(text) = first.map(|cell| cell.text.clone()) else {
            continue;
        };
        let first = (*down.start(), *across.start());
        let rows = cells.iter_mut().enumerate();
        for (row, cells) in rows.filter(|(row, _)| down.contains(row)) {
            for column in across.clone().take_while(|column| *column < MOST_COLUMNS) {
                if (row, column) != first {
                    // What spreads over columns is said once, in the first of them.
                    let said = if column == first.1 { &*text } else { "" };
                    put(cells, column, said);
                }
            }
        }
    }
    let table = Table::of(cells);
    (table.width() > 1).then_some(table)
}

/// Puts the text of a merged cell into another of its places.
fn put(row: &mut Vec<Cell>, column: usize, text: &str) {
    if row.len() <= column {
        row.resize(column + 1, Cell::default());
    }
    row[column] = Cell {
        text: text.to_owned(),
        joined: true,
    };
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drafting::from_html;

    #[test]
    fn merged_cells_are_those_of_the_clipboard() {
        fn check(rows: &[&[&str]], merged: &[Merged], html: &str) {
            let rows: Vec<Vec<String>> = rows
                .iter()
                .map(|row| row.iter().map(|&text| text.to_owned()).collect())
                .collect();
            let found = from_sheet(&rows, merged.iter().cloned());
            assert_eq!(found, from_html(html), "{html}");
        }

        check(
            &[&["类别", "指标"], &["组织", "换届"], &["", "班子"]],
            &[(1..=2, 0..=0)],
            "<table><tr><td>类别<td>指标<tr><td rowspan=2>组织<td>换届<tr><td>班子</table>",
        );
        check(
            &[&["考核表"], &["组织", "换届"]],
            &[(0..=0, 0..=1)],
            "<table><tr><td colspan=2>考核表<tr><td>组织<td>换届</table>",
        );
        // One column is no table, and cells beyond the sheet are none.
        check(
            &[&["组织"]],
            &[(4..=9, 0..=0)],
            "<table><tr><td>组织</table>",
        );
    }
}
