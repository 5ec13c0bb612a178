//! The description of a handout (材料的写法): a title, and blocks one below the other.
//!
//! All texts are final: in the language of the reader, with numbers and days written out. Not here:
//! what stands in a handout, and how it is drawn, printed or written into a file.

use crate::standard::Points;
use serde::{Deserialize, Serialize};

/// A handout (材料), of as many A4 pages as it takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handout {
    /// What a file of it is called, without an ending: 「红旗村党总支 2026 年第四季度自查情况」.
    pub file_name: String,
    /// The title, on the first page.
    pub title: String,
    /// The line below the title: whose it is, of when; empty if there is none.
    pub subtitle: String,
    /// How the pages lie.
    pub orientation: Orientation,
    /// What stands on them, in order.
    pub blocks: Vec<Block>,
    /// The line at the foot of every page, beside its number: 「自查参考，以本地正式文件为准」.
    pub foot: String,
    /// The language by its tag, such as `zh-CN`: it decides on the fonts, and on how the pages are
    /// numbered.
    pub language: String,
}

/// How a page lies (纸张方向).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Orientation {
    /// Upright (纵向).
    #[default]
    Portrait,
    /// On its side (横向), for tables with many columns.
    Landscape,
}

/// One of the things that stand one below the other on a handout (段落、表格).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// A heading of a part: 「一、五基达标」. It stays with what comes below it.
    Heading(String),
    /// A paragraph.
    Paragraph {
        /// Its text; a line feed begins a new line.
        text: String,
        /// How much weight it has.
        tone: Tone,
    },
    /// Pairs of a name and what it is, such as 「自查日期」 and a day, two or three in a row.
    Facts(Vec<(String, String)>),
    /// A table.
    Table(Table),
    /// Lines to be signed and sealed: each says who signs.
    Signatures(Vec<String>),
    /// Empty lines to be written on by pen, this many.
    Lines(u8),
    /// What follows begins a new page.
    PageBreak,
}

/// How much weight a paragraph has (轻重).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tone {
    /// Running text.
    #[default]
    Text,
    /// What matters most, in bold.
    Strong,
    /// A remark, in small letters.
    Small,
    /// Who is spoken to (称谓), at the left edge.
    Address,
    /// Who says it and when (落款), at the right edge.
    Closing,
}

/// A table (表格). Its head stands again on every page that it goes over, and no row is cut.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// What it shows; empty if the heading above it says so. It also names the sheet of a workbook.
    pub caption: String,
    /// The columns, from the left.
    pub columns: Vec<Column>,
    /// The rows. Every one fills all the columns, counting what its cells span.
    pub rows: Vec<Row>,
}

/// A column (列).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// What stands above it.
    pub head: String,
    /// Its share of the width of the table, beside those of the others.
    pub width: u16,
    /// How its cells are aligned.
    pub align: Align,
}

/// How the text of a column is aligned (对齐).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Align {
    /// At the left, for words.
    #[default]
    Start,
    /// In the middle, for short words and marks.
    Middle,
    /// At the right, for numbers.
    End,
}

/// A row (行).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// What the row is.
    pub kind: RowKind,
    /// Its cells, from the left.
    pub cells: Vec<Cell>,
}

/// What a row is (行的种类).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum RowKind {
    /// One of the things that the table lists.
    #[default]
    Item,
    /// The head of the rows below it, which it stays with.
    Group,
    /// The sum of the rows above it.
    Total,
}

/// A cell (单元格).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// What stands in it; empty where somebody is to write.
    pub text: String,
    /// How many columns it spans, at least one.
    pub span: u16,
    /// The whole number that the text says, where it says nothing else, so that a workbook can add
    /// it up.
    pub number: Option<i64>,
}

impl Table {
    /// A table of these columns, each given by its head, its share of the width and how its cells
    /// are aligned, without rows.
    pub fn of<'a>(columns: impl IntoIterator<Item = (&'a str, u16, Align)>) -> Self {
        let columns = columns.into_iter();
        Self {
            caption: String::new(),
            columns: columns
                .map(|(head, width, align)| Column {
                    head: head.to_owned(),
                    width,
                    align,
                })
                .collect(),
            rows: Vec::new(),
        }
    }

    /// Adds a row of one of the things that the table lists.
    pub fn push(&mut self, cells: impl IntoIterator<Item = Cell>) {
        self.rows.push(Row {
            kind: RowKind::Item,
            cells: cells.into_iter().collect(),
        });
    }

    /// Adds the head of the rows that come next, over all the columns.
    pub fn push_group(&mut self, text: impl Into<String>) {
        let span = u16::try_from(self.columns.len()).unwrap_or(u16::MAX);
        self.rows.push(Row {
            kind: RowKind::Group,
            cells: vec![Cell {
                span,
                ..Cell::from(text.into())
            }],
        });
    }
}

impl Row {
    /// Whether somebody is to write into it by pen: nothing stands in it, a number apart.
    pub fn is_to_write_in(&self) -> bool {
        let is_blank = |cell: &Cell| cell.text.is_empty();
        self.cells.iter().any(is_blank)
            && self
                .cells
                .iter()
                .all(|cell| is_blank(cell) || cell.number.is_some())
    }
}

impl Handout {
    /// A table with the rows of all tables that have the same columns: what its columns need, they
    /// all have, so that they stand below each other.
    pub fn joined(&self, table: &Table) -> Table {
        let is_alike = |one: &&Table| one.columns == table.columns;
        let tables = self.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        });
        let rows = tables.filter(is_alike).flat_map(|one| one.rows.iter());
        let rows: Vec<Row> = rows.cloned().collect();
        Table {
            caption: String::new(),
            columns: table.columns.clone(),
            rows: if rows.is_empty() {
                table.rows.clone()
            } else {
                rows
            },
        }
    }

    /// Whether it is words to somebody and nothing else, as a notice is. It then has a page for
    /// itself and larger letters. A list with nothing in it is none.
    pub fn is_letter(&self) -> bool {
        let is_address = |block: &Block| {
            let tone = Tone::Address;
            matches!(block, Block::Paragraph { tone: said, .. } if *said == tone)
        };
        let are_words = |block: &Block| matches!(block, Block::Paragraph { .. });
        self.blocks.iter().all(are_words) && self.blocks.iter().any(is_address)
    }
}

impl Cell {
    /// A cell to be written in by pen.
    pub fn empty() -> Self {
        Self::from(String::new())
    }

    /// A cell that says a whole number and nothing else.
    pub fn number(number: i64) -> Self {
        Self {
            number: Some(number),
            ..Self::from(number.to_string())
        }
    }
}

impl Cell {
    /// A cell that says a number of points. A workbook adds them up where they are whole.
    pub fn points(points: Points) -> Self {
        let text = points.to_string();
        Self {
            number: text.parse().ok(),
            ..Self::from(text)
        }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self {
            text,
            span: 1,
            number: None,
        }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_comes_back_from_json() {
        let mut table = Table::of([("指标", 3, Align::Start), ("得分", 1, Align::End)]);
        table.push_group("党建领航星");
        table.push(["党员大会".into(), Cell::number(8)]);
        let handout = Handout {
            file_name: "自查情况".to_owned(),
            title: "自查情况".to_owned(),
            subtitle: String::new(),
            orientation: Orientation::Portrait,
            blocks: vec![Block::Table(table), Block::Lines(3)],
            foot: "自查参考".to_owned(),
            language: "zh-CN".to_owned(),
        };
        let json = serde_json::to_string(&handout).unwrap();
        assert_eq!(serde_json::from_str::<Handout>(&json).unwrap(), handout);
    }
}
