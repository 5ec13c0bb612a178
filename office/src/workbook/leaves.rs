//! What stands on each sheet of a workbook (工作表的内容): a table, with what the handout says before
//! it above and what it says after it below, so that a workbook says all that a page says.
//!
//! Not here: how it is written into cells.

use wuxing::handout::{Align, Block, Handout, Table, Tone};

/// What stands on one sheet.
#[derive(Debug, Default, PartialEq)]
pub struct Leaf<'a> {
    /// After what the sheet is named, and what stands right above its table.
    pub shown: &'a str,
    /// The lines above the table.
    pub above: Vec<Line>,
    /// The table; `None` where the handout has none at all.
    pub table: Option<&'a Table>,
    /// The lines below it.
    pub below: Vec<Line>,
}

/// A line over the whole width of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it says; empty where somebody is to write.
    pub text: String,
    /// Whether it is bold.
    pub bold: bool,
    /// How it is aligned.
    pub align: Align,
}

/// Behind what is to be signed.
const TO_WRITE_ON: &str = "＿＿＿＿＿＿＿＿＿＿";

/// The sheets of a handout, one for each of its tables; one at least.
pub fn of(handout: &Handout) -> Vec<Leaf<'_>> {
    let mut begun = Begun {
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
    if begun.leaves.is_empty() {
        begun.leaves.push(Leaf {
            shown: &handout.title,
            above: begun.waiting,
            ..Leaf::default()
        });
    }
    begun.leaves
}

#[derive(Default)]
struct Begun<'a> {
    leaves: Vec<Leaf<'a>>,
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
        let lines = std::mem::take(&mut self.waiting);
        let is_first_of_part = self.heading.take().is_some();
        let above = match self.leaves.last_mut() {
            Some(before) if !is_first_of_part => {
                before.below.extend(lines);
                Vec::new()
            }
            _ => lines,
        };
        let shown = match table.caption.is_empty() {
            true => self.shown,
            false => &table.caption,
        };
        self.leaves.push(Leaf {
            shown,
            above,
            table: Some(table),
            below: Vec::new(),
        });
    }

    /// Puts what waits below the table before it. Where there is none yet, it waits for the first.
    fn end_part(&mut self) {
        if let Some((heading, place)) = self.heading.take() {
            let heading = Line {
                bold: true,
                ..line(heading)
            };
            self.waiting.insert(place, heading);
        }
        if let Some(before) = self.leaves.last_mut() {
            before.below.append(&mut self.waiting);
        }
    }
}

/// The lines of a block that is neither a heading nor a table.
fn lines(block: &Block) -> Vec<Line> {
    match block {
        Block::Paragraph { text, tone } => {
            let said = Line {
                bold: *tone == Tone::Strong,
                align: match tone {
                    Tone::Closing => Align::End,
                    Tone::Text | Tone::Strong | Tone::Small | Tone::Address => Align::Start,
                },
                ..line(text)
            };
            vec![said]
        }
        Block::Facts(facts) => {
            let facts = facts.iter();
            facts
                .map(|(name, what)| line(&format!("{name}：{what}")))
                .collect()
        }
        Block::Signatures(texts) => {
            let texts = texts.iter();
            texts
                .map(|text| line(&format!("{text} {TO_WRITE_ON}")))
                .collect()
        }
        Block::Lines(count) => (0..*count).map(|_| line("")).collect(),
        Block::Heading(_) | Block::Table(_) | Block::PageBreak => Vec::new(),
    }
}

fn line(text: &str) -> Line {
    Line {
        text: text.to_owned(),
        bold: false,
        align: Align::Start,
    }
}
