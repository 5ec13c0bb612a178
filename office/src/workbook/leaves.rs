//! What stands on each sheet of a workbook (工作表的内容): all of a handout on one, as it is on paper; of
//! a book a table on each, which can be sorted and added up, with what the handout says before it
//! above and what it says after it below. A workbook says all that a page says.
//!
//! Not here: how it is written into cells.

use wuxing::handout::{Align, Block, Handout, Orientation, Table, Tone};

/// What stands on one sheet.
#[derive(Debug, Default, PartialEq)]
pub struct Leaf<'a> {
    /// After what the sheet is named.
    pub shown: &'a str,
    /// What stands on it, one below the other.
    pub parts: Vec<Part<'a>>,
}

/// One of the things that stand below each other on a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part<'a> {
    /// A line of text.
    Line(Line),
    /// A table.
    Table(&'a Table),
}

/// A line over the whole width of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it says; empty where somebody is to write.
    pub text: String,
    /// What it is.
    pub kind: LineKind,
    /// How it is aligned.
    pub align: Align,
}

/// What a line of text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LineKind {
    /// Text.
    #[default]
    Text,
    /// Text in bold.
    Strong,
    /// What comes below it.
    Heading,
    /// Something to be signed.
    ToSign,
}

/// Behind what is to be signed or filled in.
const TO_WRITE_ON: &str = "＿＿＿＿＿＿＿＿＿＿";
/// Between two texts on one line.
const BETWEEN: &str = "　　　";

/// The sheets of a handout, one at least. A book lies on its side and has several tables.
pub fn of(handout: &Handout) -> Vec<Leaf<'_>> {
    let is_table = |block: &&Block| matches!(block, Block::Table(one) if !one.columns.is_empty());
    let tables = handout.blocks.iter().filter(is_table).count();
    match handout.orientation {
        Orientation::Landscape if tables > 1 => one_by_one(handout),
        Orientation::Landscape | Orientation::Portrait => vec![together(handout)],
    }
}

/// Everything on one sheet, in its order.
fn together(handout: &Handout) -> Leaf<'_> {
    let mut leaf = Leaf {
        shown: &handout.title,
        parts: Vec::new(),
    };
    for block in &handout.blocks {
        match block {
            Block::Heading(text) => leaf.parts.push(Part::Line(heading(text))),
            Block::Table(table) => leaf.show(table, &table.caption),
            other => leaf.parts.extend(lines(other).into_iter().map(Part::Line)),
        }
    }
    leaf
}

/// A table on each sheet.
fn one_by_one(handout: &Handout) -> Vec<Leaf<'_>> {
    let mut begun = Begun {
        title: &handout.title,
        shown: &handout.title,
        ..Begun::default()
    };
    for block in &handout.blocks {
        match block {
            Block::Heading(text) => begun.begin_part(text),
            Block::Table(table) if !table.columns.is_empty() => begun.take_table(table),
            other => begun.waiting.extend(lines(other)),
        }
    }
    begun.end_part();
    begun.leaves
}

impl<'a> Leaf<'a> {
    /// The tables on it, from above.
    pub fn tables(&self) -> impl Iterator<Item = &'a Table> {
        self.parts.iter().filter_map(|part| match part {
            Part::Table(table) => Some(*table),
            Part::Line(_) => None,
        })
    }

    /// Adds a table below the others, with what it shows above it.
    fn show(&mut self, table: &'a Table, shown: &str) {
        if table.columns.is_empty() {
            return;
        }
        if !shown.is_empty() {
            self.parts.push(Part::Line(heading(shown)));
        }
        self.parts.push(Part::Table(table));
    }
}

#[derive(Default)]
struct Begun<'a> {
    leaves: Vec<Leaf<'a>>,
    /// The title of the handout, which stands on every sheet.
    title: &'a str,
    /// The last heading, or the title before the first.
    shown: &'a str,
    /// The heading of the part that was begun, and before which of the lines it stands, until a
    /// table comes that says it.
    heading: Option<(&'a str, usize)>,
    /// Lines that do not stand on a sheet yet.
    waiting: Vec<Line>,
}

impl<'a> Begun<'a> {
    fn begin_part(&mut self, heading: &'a str) {
        self.end_part();
        self.heading = Some((heading, self.waiting.len()));
        self.shown = heading;
    }

    fn take_table(&mut self, table: &'a Table) {
        let lines = std::mem::take(&mut self.waiting)
            .into_iter()
            .map(Part::Line);
        let is_first_of_part = self.heading.take().is_some();
        let shown = match table.caption.is_empty() {
            true => self.shown,
            false => &table.caption,
        };
        let mut leaf = Leaf {
            shown,
            parts: Vec::new(),
        };
        match self.leaves.last_mut() {
            Some(before) if !is_first_of_part => before.parts.extend(lines),
            _ => leaf.parts.extend(lines),
        }
        leaf.show(table, if shown == self.title { "" } else { shown });
        self.leaves.push(leaf);
    }

    /// Puts what waits below the table before it. Where there is none yet, it waits for the first.
    fn end_part(&mut self) {
        if let Some((text, place)) = self.heading.take() {
            self.waiting.insert(place, heading(text));
        }
        if let Some(before) = self.leaves.last_mut() {
            before.parts.extend(self.waiting.drain(..).map(Part::Line));
        }
    }
}

fn heading(text: &str) -> Line {
    Line {
        kind: LineKind::Heading,
        ..line(text)
    }
}

/// The lines of a block that is neither a heading nor a table.
fn lines(block: &Block) -> Vec<Line> {
    match block {
        Block::Paragraph { text, tone } => {
            let said = Line {
                kind: match tone {
                    Tone::Strong => LineKind::Strong,
                    Tone::Text | Tone::Small | Tone::Address | Tone::Closing => LineKind::Text,
                },
                align: match tone {
                    Tone::Closing => Align::End,
                    Tone::Text | Tone::Strong | Tone::Small | Tone::Address => Align::Start,
                },
                ..line(text)
            };
            vec![said]
        }
        Block::Facts(facts) => {
            let facts = facts.iter().map(|(name, what)| match what.as_str() {
                "" => format!("{name}：{TO_WRITE_ON}"),
                what => format!("{name}：{what}"),
            });
            by_twos(facts.collect(), LineKind::Text)
        }
        Block::Signatures(texts) => {
            let texts = texts.iter().map(|text| format!("{text} {TO_WRITE_ON}"));
            by_twos(texts.collect(), LineKind::ToSign)
        }
        Block::Lines(count) => (0..*count).map(|_| line("")).collect(),
        Block::Heading(_) | Block::Table(_) | Block::PageBreak => Vec::new(),
    }
}

fn line(text: &str) -> Line {
    Line {
        text: text.to_owned(),
        kind: LineKind::Text,
        align: Align::Start,
    }
}

/// Two texts on each line, beside each other.
fn by_twos(texts: Vec<String>, kind: LineKind) -> Vec<Line> {
    let rows = texts.chunks(2).map(|row| Line {
        kind,
        ..line(&row.join(BETWEEN))
    });
    rows.collect()
}
