//! What stands on each sheet of a workbook (工作表的内容): all of a handout on one, as it is on paper; of
//! a book each long table on one of its own, which can be sorted and added up, and short ones below
//! each other, with what the handout says before a table above it and what it says after it below.
//! A workbook says all that a page says.
//!
//! Not here: how it is written into cells.

use wuxing::handout::{Align, Block, Handout, Orientation, Table, Tone};

/// What stands on one sheet.
#[derive(Debug, Default, PartialEq)]
pub struct Leaf<'a> {
    /// After what the sheet is named.
    pub shown: String,
    /// Whether it does not stand below another one.
    is_apart: bool,
    /// The line below the title, which stands on every sheet.
    pub subtitle: Option<Line>,
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
    /// What it says in its second half, if there is one.
    pub beside: Option<String>,
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
    /// Text of a notice, in large letters.
    Large,
}

/// Behind what is to be signed or filled in.
const TO_WRITE_ON: &str = "＿＿＿＿＿＿＿＿＿＿";
/// How many rows a table of a book has at least that stands on a sheet of its own: as many as a
/// page that lies on its side.
const MANY_ROWS: usize = 22;
/// Between the names of two tables, in Chinese and in any other language.
const AND: [&str; 2] = ["、", ", "];

/// The sheets of a handout, one at least. A book lies on its side and has several tables.
pub fn of(handout: &Handout) -> Vec<Leaf<'_>> {
    let is_table = |block: &&Block| matches!(block, Block::Table(one) if !one.columns.is_empty());
    let tables = handout.blocks.iter().filter(is_table).count();
    let [chinese, other] = AND;
    let and = match handout.language.starts_with("zh") {
        true => chinese,
        false => other,
    };
    let mut leaves = match handout.orientation {
        Orientation::Landscape if tables > 1 => below_each_other(one_by_one(handout), and),
        Orientation::Landscape | Orientation::Portrait => vec![together(handout)],
    };
    if !handout.subtitle.is_empty() {
        for leaf in &mut leaves {
            leaf.subtitle = Some(Line {
                align: Align::Middle,
                ..line(&handout.subtitle)
            });
        }
    }
    leaves
}

impl Line {
    /// Whether it has a second half, or is one of those that have.
    pub fn is_halved(&self) -> bool {
        self.beside.is_some()
    }
}

/// Everything on one sheet, in its order.
fn together(handout: &Handout) -> Leaf<'_> {
    let mut leaf = Leaf {
        shown: handout.title.clone(),
        ..Leaf::default()
    };
    for block in &handout.blocks {
        match block {
            Block::Heading(text) => leaf.parts.push(Part::Line(heading(text))),
            Block::Table(table) => leaf.show(table, &table.caption),
            other => leaf.parts.extend(lines(other).into_iter().map(Part::Line)),
        }
    }
    if handout.is_letter() {
        for part in &mut leaf.parts {
            if let Part::Line(line) = part {
                line.kind = LineKind::Large;
            }
        }
    }
    leaf
}

/// The same with short tables below each other.
fn below_each_other<'a>(leaves: Vec<Leaf<'a>>, and: &str) -> Vec<Leaf<'a>> {
    let mut together: Vec<Leaf<'_>> = Vec::new();
    for leaf in leaves {
        match together.last_mut() {
            Some(before) if !leaf.is_apart && !leaf.is_long() && !before.is_long() => {
                before.shown = [&*before.shown, and, &leaf.shown].concat();
                before.parts.extend(leaf.parts);
            }
            _ => together.push(leaf),
        }
    }
    together
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
            Block::PageBreak => begun.is_apart = true,
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

    /// Whether any of its lines has two halves.
    pub fn has_halves(&self) -> bool {
        let is_halved = |part: &Part<'_>| match part {
            Part::Line(line) => line.is_halved(),
            Part::Table(_) => false,
        };
        self.parts.iter().any(is_halved)
    }

    /// Whether it has a table that stands on a sheet of its own.
    fn is_long(&self) -> bool {
        self.tables().any(|table| table.rows.len() >= MANY_ROWS)
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
    /// Whether the next table begins a page.
    is_apart: bool,
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
            shown: shown.to_owned(),
            is_apart: std::mem::take(&mut self.is_apart),
            ..Leaf::default()
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
            by_twos(facts, LineKind::Text)
        }
        Block::Signatures(texts) => {
            let texts = texts.iter().map(|text| format!("{text} {TO_WRITE_ON}"));
            by_twos(texts, LineKind::ToSign)
        }
        Block::Lines(count) => (0..*count).map(|_| line("")).collect(),
        Block::Heading(_) | Block::Table(_) | Block::PageBreak => Vec::new(),
    }
}

fn line(text: &str) -> Line {
    Line {
        text: text.to_owned(),
        beside: None,
        kind: LineKind::Text,
        align: Align::Start,
    }
}

/// Two texts on each line, beside each other.
fn by_twos(mut texts: impl Iterator<Item = String>, kind: LineKind) -> Vec<Line> {
    let mut lines = Vec::new();
    while let Some(text) = texts.next() {
        lines.push(Line {
            beside: texts.next(),
            kind,
            ..line(&text)
        });
    }
    lines
}
