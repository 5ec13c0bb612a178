//! The blocks of a handout in strips (条): what stands side by side and is never cut.
//!
//! Not here: tables, and on which piece a strip stands.

use super::tables;
use super::wrap::lines;
use super::{Font, Ink, Mark, Measure};
use crate::handout::description::{Block, Handout, Tone};
use crate::handout::phrases::phrases;
use std::rc::Rc;

/// What stays free at the sides.
pub const MARGIN: f64 = 56.0;
/// How thick a line is.
pub const LINE: f64 = 2.0;

const TITLE: Font = bold(50);
const HEADING: Font = bold(42);
const TEXT: Font = plain(36);
const STRONG: Font = bold(36);
const SMALL: Font = plain(28);
/// Before running text in Chinese, as on official papers.
const INDENT: &str = "\u{3000}\u{3000}";
/// How many strips stay with what is to be signed.
const STAY_TO_BE_SIGNED: usize = 3;
/// Between two columns.
const GUTTER: f64 = 40.0;

/// Letters of this size.
pub const fn plain(size: u16) -> Font {
    Font { size, bold: false }
}

/// Bold letters of this size.
pub const fn bold(size: u16) -> Font {
    Font { size, bold: true }
}

/// What is never cut. Its marks count from its own top.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Strip {
    /// How high it is.
    pub height: f64,
    /// What is on it.
    pub marks: Vec<Mark>,
    /// Whether the next one stands on the same piece.
    pub stays: bool,
    /// The head that comes before it where it begins a piece.
    pub head: Option<Rc<Strip>>,
}

/// Where text stands, and how.
#[derive(Clone, Copy)]
pub struct Place {
    /// Its left end.
    pub x: f64,
    /// How wide it may be.
    pub width: f64,
    /// Which part of what is left free stands before it: none, half or all of it.
    pub shift: f64,
    /// How its letters look.
    pub font: Font,
    /// How dark it is.
    pub ink: Ink,
}

impl Strip {
    /// An empty strip.
    pub fn gap(height: f64) -> Self {
        Self {
            height,
            ..Self::default()
        }
    }

    /// Writes a text at a place, so many pixels below the top, and says where its last line ends.
    pub fn write(&mut self, text: &str, place: Place, top: f64, measure: &impl Measure) -> f64 {
        let line_height = line_height(place.font);
        let mut y = top;
        for line in lines(text, place.font, place.width, measure) {
            let free = (place.width - measure.width(&line, place.font)).max(0.0);
            if !line.is_empty() {
                self.marks.push(Mark::Text {
                    x: place.x + free * place.shift,
                    baseline: y + line_height * 0.72,
                    text: line,
                    font: place.font,
                    ink: place.ink,
                });
            }
            y += line_height;
        }
        self.height = self.height.max(y);
        y
    }

    /// Draws a line from left to right.
    pub fn rule(&mut self, x: f64, y: f64, width: f64, ink: Ink) {
        self.marks.push(Mark::Box {
            x,
            y,
            width,
            height: LINE,
            ink,
        });
    }
}

/// How far apart lines of these letters are.
pub fn line_height(font: Font) -> f64 {
    (f64::from(font.size) * 1.5).round()
}

/// The strips of a handout, from the top.
pub fn of(handout: &Handout, width: u32, measure: &impl Measure) -> Vec<Strip> {
    let width = f64::from(width) - 2.0 * MARGIN;
    let title = in_phrases(&handout.title, TITLE, width, measure);
    let mut strips = vec![text(&title, TITLE, Ink::Full, 0.5, width, measure)];
    if !handout.subtitle.is_empty() {
        strips.push(text(
            &handout.subtitle,
            SMALL,
            Ink::Soft,
            0.5,
            width,
            measure,
        ));
    }
    for block in &handout.blocks {
        add(block, handout, width, measure, &mut strips);
    }
    strips
}

fn add(
    block: &Block,
    handout: &Handout,
    width: f64,
    measure: &impl Measure,
    strips: &mut Vec<Strip>,
) {
    match block {
        Block::Heading(heading) => {
            strips.push(gap_that_stays(32.0));
            let mut strip = text(heading, HEADING, Ink::Full, 0.0, width, measure);
            strip.stays = true;
            strips.push(strip);
        }
        Block::Paragraph { text: said, tone } => {
            strips.push(gap_that_stays(12.0));
            let (font, ink, shift) = match tone {
                Tone::Text | Tone::Address => (TEXT, Ink::Full, 0.0),
                Tone::Strong => (STRONG, Ink::Full, 0.0),
                Tone::Small => (SMALL, Ink::Soft, 0.0),
                Tone::Closing => (TEXT, Ink::Full, 1.0),
            };
            let begins = match *tone == Tone::Text && handout.language.starts_with("zh") {
                true => INDENT,
                false => "",
            };
            // A long paragraph may go over two pieces, a line of it does not.
            let lines = lines(&format!("{begins}{said}"), font, width, measure);
            strips.extend(
                lines
                    .iter()
                    .map(|line| text(line, font, ink, shift, width, measure)),
            );
        }
        Block::Facts(facts) => {
            strips.push(gap_that_stays(16.0));
            strips.extend(facts_in_rows(facts, width, measure));
        }
        Block::Table(table) => {
            strips.push(gap_that_stays(16.0));
            tables::add(table, &handout.joined(table), width, measure, strips);
        }
        Block::Signatures(signs) => {
            // Nobody signs a piece with nothing else on it.
            let before = strips.len().saturating_sub(STAY_TO_BE_SIGNED);
            for strip in &mut strips[before..] {
                strip.stays = true;
            }
            let rows = signs.chunks(2);
            let last = rows.len().saturating_sub(1);
            for (place, row) in rows.enumerate() {
                let mut strip = signatures(row, width, measure);
                strip.stays = place < last;
                strips.push(strip);
            }
        }
        Block::Lines(count) => strips.extend((0..*count).map(|_| {
            let mut strip = Strip::gap(84.0);
            strip.rule(MARGIN, 82.0, width, Ink::Edge);
            strip
        })),
        // A picture is read from top to bottom; a new sheet of paper is a gap on it.
        Block::PageBreak => strips.push(Strip::gap(72.0)),
    }
}

/// A title with the line feeds that it needs between its phrases. A phrase that is longer than a
/// line has one before and behind it.
fn in_phrases(title: &str, font: Font, width: f64, measure: &impl Measure) -> String {
    let (mut lines, mut line) = (Vec::new(), String::new());
    for phrase in phrases(title) {
        let longer = format!("{line}{phrase}");
        if line.is_empty() || measure.width(longer.trim_end(), font) <= width {
            line = longer;
        } else {
            lines.push(std::mem::replace(&mut line, phrase.to_owned()));
        }
    }
    lines.push(line);
    lines.join("\n")
}

fn gap_that_stays(height: f64) -> Strip {
    let mut strip = Strip::gap(height);
    strip.stays = true;
    strip
}

fn text(said: &str, font: Font, ink: Ink, shift: f64, width: f64, measure: &impl Measure) -> Strip {
    let mut strip = Strip::default();
    let place = Place {
        x: MARGIN,
        width,
        shift,
        font,
        ink,
    };
    strip.write(said, place, 0.0, measure);
    strip
}

/// A remark that stands by itself.
pub fn small(said: &str, width: f64, measure: &impl Measure) -> Strip {
    text(said, SMALL, Ink::Soft, 0.0, width, measure)
}

/// Two facts beside each other where all of them are short, or else one below the other.
fn facts_in_rows(facts: &[(String, String)], width: f64, measure: &impl Measure) -> Vec<Strip> {
    let half = (width - GUTTER) / 2.0;
    let wide = |(name, what): &(String, String)| measure.width(&format!("{name}  {what}"), TEXT);
    let in_a_row = match facts.iter().all(|fact| wide(fact) <= half) {
        true => 2,
        false => 1,
    };
    let room = if in_a_row == 2 { half } else { width };
    let row = |row: &[(String, String)]| {
        let mut strip = Strip::default();
        for (place, (name, what)) in row.iter().enumerate() {
            let x = MARGIN + if place == 0 { 0.0 } else { half + GUTTER };
            let named = measure.width(&format!("{name}  "), TEXT).min(room / 2.0);
            let place = Place {
                x,
                width: named,
                shift: 0.0,
                font: TEXT,
                ink: Ink::Soft,
            };
            strip.write(name, place, 0.0, measure);
            let place = Place {
                x: x + named,
                width: room - named,
                ink: Ink::Full,
                ..place
            };
            let end = strip.write(what, place, 0.0, measure);
            // What is not there yet is written in by pen.
            if what.is_empty() {
                strip.rule(place.x, end - 6.0, place.width, Ink::Edge);
            }
        }
        strip
    };
    facts.chunks(in_a_row).map(row).collect()
}

/// Lines to be signed, at most two of them beside each other.
fn signatures(signs: &[String], width: f64, measure: &impl Measure) -> Strip {
    let half = (width - GUTTER) / 2.0;
    let mut strip = Strip::default();
    let top = 40.0;
    for (place, sign) in signs.iter().enumerate() {
        let x = MARGIN + if place == 0 { 0.0 } else { half + GUTTER };
        let place = Place {
            x,
            width: half * 0.7,
            shift: 0.0,
            font: TEXT,
            ink: Ink::Full,
        };
        let end = strip.write(sign, place, top, measure);
        let wide = measure.width(sign, TEXT).min(place.width) + 12.0;
        strip.rule(x + wide, end - 6.0, half - wide, Ink::Edge);
    }
    strip
}
