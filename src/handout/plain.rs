//! A handout as text for a chat (文字): every row a line, without the lines to sign on and without
//! what is to be filled in by pen.
//!
//! Not here: copying it (`ui`).

use super::description::{Block, Cell, Handout, Row, RowKind, Table};

/// The text of a handout.
pub fn text(handout: &Handout) -> String {
    let mut lines = vec![handout.title.clone()];
    if !handout.subtitle.is_empty() {
        lines.push(handout.subtitle.clone());
    }
    let signs = Signs::of(&handout.language);
    for block in &handout.blocks {
        lines_of(block, &signs, &mut lines);
    }
    if !handout.foot.is_empty() {
        lines.extend([String::new(), handout.foot.clone()]);
    }
    lines.join("\n")
}

/// The signs that stand between a name and what is said of it, and between two of these.
struct Signs {
    says: &'static str,
    between: &'static str,
}

impl Signs {
    fn of(language: &str) -> Self {
        match language.starts_with("zh") {
            true => Self {
                says: "：",
                between: "，",
            },
            false => Self {
                says: ": ",
                between: ", ",
            },
        }
    }
}

fn lines_of(block: &Block, signs: &Signs, lines: &mut Vec<String>) {
    match block {
        Block::Heading(text) => lines.extend([String::new(), text.clone()]),
        Block::Paragraph { text, tone: _ } => lines.push(text.clone()),
        Block::Facts(facts) => {
            let said = facts
                .iter()
                .map(|(name, value)| format!("{name}{}{value}", signs.says));
            lines.extend(said);
        }
        Block::Table(table) => lines_of_table(table, signs, lines),
        Block::Signatures(_) | Block::Lines(_) | Block::PageBreak => {}
    }
}

fn lines_of_table(table: &Table, signs: &Signs, lines: &mut Vec<String>) {
    if !table.caption.is_empty() {
        lines.push(table.caption.clone());
    }
    for row in &table.rows {
        match row.kind {
            RowKind::Group => {
                let cells = row.cells.iter().map(|cell| cell.text.as_str());
                lines.push(format!("【{}】", cells.collect::<String>()));
            }
            RowKind::Item if row.is_to_write_in() => {}
            RowKind::Item | RowKind::Total => lines.push(line_of_row(row, table, signs)),
        }
    }
}

/// A row in a line: what it is about, and what stands below the heads of the other columns.
fn line_of_row(row: &Row, table: &Table, signs: &Signs) -> String {
    let mut place = 0;
    let mut cells: Vec<(&str, &Cell)> = Vec::new();
    for cell in &row.cells {
        let head = table.columns.get(place);
        cells.push((head.map_or("", |column| &*column.head), cell));
        place += usize::from(cell.span.max(1));
    }
    let mut rest = cells.into_iter();
    let first = rest.next().map(|(_, cell)| cell);
    // A row that begins with its number is about what stands behind that.
    let about = match first {
        Some(cell) if cell.number.is_some() => {
            let name = rest.next().map_or("", |(_, cell)| &cell.text);
            format!("{}. {name}", cell.text)
        }
        Some(cell) => format!("· {}", cell.text),
        None => String::new(),
    };
    let said = rest.filter(|(_, cell)| !cell.text.is_empty());
    let said = said.map(|(head, cell)| match head.is_empty() {
        true => cell.text.clone(),
        false => format!("{head} {}", cell.text),
    });
    let said: Vec<String> = said.collect();
    let line = match said.is_empty() {
        true => about,
        false => format!("{about}{}{}", signs.says, said.join(signs.between)),
    };
    // A cell may have several lines, and a row is one.
    line.replace('\n', signs.between)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::handout::{Align, Orientation};

    #[test]
    fn every_row_is_a_line() {
        let mut table = Table::of([
            ("序号", 1, Align::Middle),
            ("指标", 3, Align::Start),
            ("结果", 2, Align::Middle),
            ("审核", 2, Align::Middle),
        ]);
        table.push_group("基本活动");
        table.push([
            Cell::number(1),
            "党员大会".into(),
            "达标".into(),
            Cell::empty(),
        ]);
        table.push([Cell::number(2), Cell::empty(), Cell::empty(), Cell::empty()]);
        let handout = Handout {
            file_name: String::new(),
            title: "自查情况".to_owned(),
            subtitle: String::new(),
            orientation: Orientation::Portrait,
            blocks: vec![
                Block::Facts(vec![("日期".to_owned(), "今天".to_owned())]),
                Block::Heading("一、五基".to_owned()),
                Block::Table(table),
                Block::Signatures(vec!["书记".to_owned()]),
            ],
            foot: "自查参考".to_owned(),
            language: "zh-CN".to_owned(),
        };
        let expected = "自查情况\n日期：今天\n\n一、五基\n【基本活动】\n\
                        1. 党员大会：结果 达标\n\n自查参考";
        assert_eq!(text(&handout), expected);
    }
}
