//! The HTML that spreadsheets, word processors and web pages put on the clipboard, as a table.
//!
//! Here merged cells are known for certain, which text between tabs does not tell. Not here:
//! anything but tables; styles and scripts are passed over.

use super::cells::{Cell, MOST_COLUMNS, MOST_ROWS, Table};
use html5gum::{StartTag, Token, Tokenizer};

/// The largest table of an HTML text; `None` if there is none with two columns.
pub fn from_html(html: &str) -> Option<Table> {
    let mut reader = Reader::default();
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::StartTag(tag) => reader.begins(&tag),
            Token::EndTag(tag) => reader.ends(&tag.name),
            Token::String(text) => reader.text(&String::from_utf8_lossy(&text)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    reader.table_ends();
    let tables = reader.tables.into_iter().filter(|table| table.width() > 1);
    tables.max_by_key(|table| table.rows.len())
}

/// A cell as it is written, before it takes the room of those that it spans.
#[derive(Default)]
struct Written {
    text: String,
    across: usize,
    down: usize,
}

#[derive(Default)]
struct Reader {
    tables: Vec<Table>,
    rows: Vec<Vec<Written>>,
    cell: Option<Written>,
    /// Within how many elements whose text is none.
    unseen: usize,
}

impl Reader {
    fn begins(&mut self, tag: &StartTag<()>) {
        match tag.name.as_slice() {
            b"style" | b"script" | b"head" => self.unseen += 1,
            b"table" => self.table_ends(),
            b"tr" => {
                self.cell_ends();
                self.rows.push(Vec::new());
            }
            b"td" | b"th" => {
                self.cell_ends();
                self.cell = Some(Written {
                    text: String::new(),
                    across: span(tag, b"colspan", MOST_COLUMNS),
                    down: span(tag, b"rowspan", MOST_ROWS),
                });
            }
            b"br" | b"p" | b"div" | b"li" => self.text_as_it_is("\n"),
            _ => {}
        }
    }

    fn ends(&mut self, name: &[u8]) {
        match name {
            b"style" | b"script" | b"head" => self.unseen = self.unseen.saturating_sub(1),
            b"td" | b"th" => self.cell_ends(),
            b"tr" => self.cell_ends(),
            b"table" => self.table_ends(),
            b"p" | b"div" | b"li" => self.text_as_it_is("\n"),
            _ => {}
        }
    }

    /// A line break within a text is white space in HTML.
    fn text(&mut self, text: &str) {
        if self.unseen == 0 {
            self.text_as_it_is(&text.replace(['\n', '\r'], " "));
        }
    }

    fn text_as_it_is(&mut self, text: &str) {
        if let Some(cell) = &mut self.cell {
            cell.text.push_str(text);
        }
    }

    fn cell_ends(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        if self.rows.is_empty() {
            self.rows.push(Vec::new());
        }
        if let Some(row) = self.rows.last_mut() {
            row.push(cell);
        }
    }

    fn table_ends(&mut self) {
        self.cell_ends();
        let rows = std::mem::take(&mut self.rows);
        if !rows.is_empty() {
            self.tables.push(laid_out(rows));
        }
    }
}

/// How many columns or rows a cell spans.
fn span(tag: &StartTag<()>, name: &[u8], most: usize) -> usize {
    let attribute = tag
        .attributes
        .iter()
        .find(|(key, _)| key.as_slice() == name);
    let number = attribute.and_then(|(_, value)| {
        let text = String::from_utf8_lossy(value);
        text.trim().parse::<usize>().ok()
    });
    number.unwrap_or(1).clamp(1, most)
}

/// The cells in their places. A cell that spans rows is there again in each, as one that belongs to
/// the cell above; beside a cell that spans columns there is nothing.
fn laid_out(rows: Vec<Vec<Written>>) -> Table {
    let mut places: Vec<Vec<Option<Cell>>> = Vec::new();
    for (row, cells) in rows.into_iter().take(MOST_ROWS).enumerate() {
        reserve(&mut places, row, 0);
        let mut column = 0;
        for cell in cells {
            let taken = |column: usize| places[row].get(column).is_some_and(Option::is_some);
            while taken(column) {
                column += 1;
            }
            let own = Cell::of(&cell.text);
            for down in 0..cell.down.min(MOST_ROWS - row) {
                for across in 0..cell.across {
                    let at = column + across;
                    if at >= MOST_COLUMNS {
                        continue;
                    }
                    reserve(&mut places, row + down, at + 1);
                    let text = if across == 0 {
                        own.text.clone()
                    } else {
                        String::new()
                    };
                    let joined = across > 0 || down > 0;
                    places[row + down][at] = Some(Cell { text, joined });
                }
            }
            column += cell.across;
        }
    }
    let row = |row: Vec<Option<Cell>>| row.into_iter().map(Option::unwrap_or_default).collect();
    Table::of(places.into_iter().map(row).collect())
}

/// Makes room for so many columns in a row.
fn reserve(places: &mut Vec<Vec<Option<Cell>>>, row: usize, columns: usize) {
    if places.len() <= row {
        places.resize_with(row + 1, Vec::new);
    }
    if let Some(row) = places.get_mut(row)
        && row.len() < columns
    {
        row.resize(columns, None);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn merged_cells_take_their_room() {
        fn check(html: &str, expected: &[&[&str]]) {
            let table = from_html(html).unwrap();
            let shown = |cell: &Cell| match cell.joined {
                true => format!("^{}", cell.text),
                false => cell.text.clone(),
            };
            let rows = table.rows.iter();
            let rows: Vec<Vec<String>> = rows.map(|row| row.iter().map(shown).collect()).collect();
            assert_eq!(rows, expected, "{html}");
        }

        check(
            "<table><tr><td>a<td>b<tr><td>c<td>d</table>",
            &[&["a", "b"], &["c", "d"]],
        );
        check(
            "<table><tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr></table>",
            &[&["a", "b"], &["^a", "c"]],
        );
        check(
            "<table><tr><td colspan=\"2\">a</td></tr><tr><td>b</td><td>c</td></tr></table>",
            &[&["a", "^"], &["b", "c"]],
        );
        check(
            "<style>td{}</style><table><tr><td><p>a&nbsp;</p><p>b</p><td>x &lt; y\n z</table>",
            &[&["a\nb", "x < y z"]],
        );
        check(
            "<table><tr><td>x<td>y</table><table><tr><td>a<td>b<tr><td>c<td>d</table>",
            &[&["a", "b"], &["c", "d"]],
        );
    }

    proptest! {
        #[test]
        fn any_html_at_all_gives_a_table_or_none(
            parts in prop::collection::vec(prop::sample::select(vec![
                "<table>", "</table>", "<tr>", "<td>", "<td rowspan=3>", "<td colspan=99999>",
                "<td rowspan=-1>", "</td>", "文", "&#x0;", "<script>", "</script>", "<", "\"",
            ]), 0..40)
        ) {
            if let Some(table) = from_html(&parts.concat()) {
                let width = table.width();
                prop_assert!(width > 1 && width <= MOST_COLUMNS);
                prop_assert!(table.rows.iter().all(|row| row.len() == width));
            }
        }
    }
}
