//! A handout as a text that shows all that stands in it.

use std::fmt::Write as _;
use wuxing::handout::{Block, Handout, RowKind, Table};

pub fn shown(handout: &Handout) -> String {
    let mut text = String::new();
    writeln!(text, "file: {}", handout.file_name).unwrap();
    writeln!(text, "# {}", handout.title).unwrap();
    if !handout.subtitle.is_empty() {
        writeln!(text, "({})", handout.subtitle).unwrap();
    }
    for block in &handout.blocks {
        match block {
            Block::Heading(heading) => writeln!(text, "\n## {heading}").unwrap(),
            Block::Paragraph { text: said, tone } => writeln!(text, "{tone:?}: {said}").unwrap(),
            Block::Facts(facts) => {
                for (name, value) in facts {
                    writeln!(text, "{name} = {}", without_code(value)).unwrap();
                }
            }
            Block::Table(table) => show_table(table, &mut text),
            Block::Signatures(signs) => writeln!(text, "sign: {}", signs.join(" / ")).unwrap(),
            Block::Lines(count) => writeln!(text, "{count} lines").unwrap(),
            Block::PageBreak => writeln!(text, "---").unwrap(),
        }
    }
    writeln!(text, "\nfoot: {}", handout.foot).unwrap();
    text
}

/// A short code changes with every word of a pack, and says nothing here.
fn without_code(value: &str) -> &str {
    let is_code = |sign: char| sign == '-' || sign.is_ascii_uppercase() || sign.is_ascii_digit();
    let is_of_eight = value.len() == 9 && value.as_bytes().get(4) == Some(&b'-');
    match is_of_eight && value.chars().all(is_code) {
        true => "XXXX-XXXX",
        false => value,
    }
}

fn show_table(table: &Table, text: &mut String) {
    if !table.caption.is_empty() {
        writeln!(text, "[{}]", table.caption).unwrap();
    }
    let heads: Vec<&str> = table.columns.iter().map(|one| &*one.head).collect();
    writeln!(text, "| {}", heads.join(" | ")).unwrap();
    for row in &table.rows {
        let width: usize = row.cells.iter().map(|cell| usize::from(cell.span)).sum();
        assert_eq!(width, table.columns.len(), "{row:?}");
        let cells = row.cells.iter();
        let cells: Vec<String> = cells.map(|cell| cell.text.replace('\n', " / ")).collect();
        let mark = match row.kind {
            RowKind::Item => "|",
            RowKind::Group => "==",
            RowKind::Total => "Σ",
        };
        writeln!(text, "{mark} {}", cells.join(" | ")).unwrap();
    }
}
