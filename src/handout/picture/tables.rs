//! Tables on a picture (表格): a strip for each row, with lines around its cells.
//!
//! Not here: text outside of tables.

use super::strips::{LINE, MARGIN, Place, Strip, bold, plain};
use super::{Font, Ink, Mark, Measure};
use crate::handout::description::{Align, Row, RowKind, Table};
use std::rc::Rc;

const CELL: Font = plain(32);
const STRONG_CELL: Font = bold(32);
const CAPTION: Font = bold(36);
/// Between a line and the text beside it.
const PADDING: f64 = 12.0;
/// Between a line and the text below it.
const PADDING_ABOVE: f64 = 8.0;
/// The least height of a row in which something is to be written by pen.
const EMPTY_ROW: f64 = 84.0;

/// Adds the strips of a table. The head stands again on every piece.
/// `joined` has what its columns need.
pub fn add(
    table: &Table,
    joined: &Table,
    width: f64,
    measure: &impl Measure,
    strips: &mut Vec<Strip>,
) {
    if table.columns.is_empty() {
        return;
    }
    if !table.caption.is_empty() {
        let mut strip = Strip::default();
        let place = Place {
            x: MARGIN,
            width,
            shift: 0.0,
            font: CAPTION,
            ink: Ink::Full,
        };
        let end = strip.write(&table.caption, place, 0.0, measure);
        strip.height = end + PADDING;
        strip.stays = true;
        strips.push(strip);
    }
    let widths = widths(joined, width, measure);
    let head = table.columns.iter().any(|column| !column.head.is_empty());
    let head = head.then(|| Rc::new(head_of(table, &widths, measure)));
    if let Some(head) = &head {
        strips.push(Strip {
            stays: true,
            ..Strip::clone(head)
        });
    }
    let first = strips.len();
    for row in &table.rows {
        let mut strip = row_of(row, table, &widths, measure);
        strip.head.clone_from(&head);
        strips.push(strip);
    }
    // The head of a table has a line above it; without a head the first row has.
    if let (None, Some(strip)) = (head, strips.get_mut(first)) {
        strip.rule(MARGIN, 0.0, width, Ink::Edge);
    }
}

fn widths(table: &Table, width: f64, measure: &impl Measure) -> Vec<f64> {
    // A letter is half as wide as a character is high.
    let tenths = |pixels: f64| pixels * 20.0 / f64::from(CELL.size);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let whole = |pixels: f64| tenths(pixels).ceil() as u32;
    // What is measured character by character may be wider than what is drawn.
    let ruler = |text: &str, bold: bool| {
        let font = if bold { STRONG_CELL } else { CELL };
        whole(measure.width(&text.replace('\u{a0}', " "), font)) + 1
    };
    let between = whole(2.0 * PADDING + LINE);
    let widths = table.widths_by(whole(width), between, &ruler);
    let sum: u32 = widths.iter().sum();
    let share = |one: u32| width * f64::from(one) / f64::from(sum.max(1));
    widths.into_iter().map(share).collect()
}

/// A cell as it is drawn.
struct Drawn<'a> {
    text: &'a str,
    width: f64,
    shift: f64,
    font: Font,
}

fn head_of(table: &Table, widths: &[f64], measure: &impl Measure) -> Strip {
    let cells = table
        .columns
        .iter()
        .zip(widths)
        .map(|(column, width)| Drawn {
            text: &column.head,
            width: *width,
            shift: 0.5,
            font: STRONG_CELL,
        });
    let mut strip = framed(cells.collect(), true, 0.0, measure);
    strip.rule(MARGIN, 0.0, widths.iter().sum(), Ink::Edge);
    strip
}

fn row_of(row: &Row, table: &Table, widths: &[f64], measure: &impl Measure) -> Strip {
    let (mut cells, mut place) = (Vec::new(), 0);
    for cell in &row.cells {
        let Some(column) = table.columns.get(place) else {
            break;
        };
        let next = (place + usize::from(cell.span).max(1)).min(widths.len());
        let shift = match column.align {
            _ if row.kind == RowKind::Group => 0.0,
            Align::Start => 0.0,
            Align::Middle => 0.5,
            Align::End => 1.0,
        };
        let font = match row.kind {
            RowKind::Item => CELL,
            RowKind::Group | RowKind::Total => STRONG_CELL,
        };
        cells.push(Drawn {
            text: &cell.text,
            width: widths[place..next].iter().sum(),
            shift,
            font,
        });
        place = next;
    }
    if place < widths.len() {
        cells.push(Drawn {
            text: "",
            width: widths[place..].iter().sum(),
            shift: 0.0,
            font: CELL,
        });
    }
    let is_empty = row.is_to_write_in();
    let least = if is_empty { EMPTY_ROW } else { 0.0 };
    let mut strip = framed(cells, row.kind == RowKind::Group, least, measure);
    strip.stays = row.kind == RowKind::Group;
    strip
}

/// Cells beside each other, with lines at their sides and below them.
fn framed(cells: Vec<Drawn<'_>>, shaded: bool, least: f64, measure: &impl Measure) -> Strip {
    let mut strip = Strip::gap(least);
    let mut x = MARGIN;
    for cell in &cells {
        let place = Place {
            x: x + PADDING,
            width: (cell.width - 2.0 * PADDING).max(f64::from(cell.font.size)),
            shift: cell.shift,
            font: cell.font,
            ink: Ink::Full,
        };
        let end = strip.write(cell.text, place, PADDING_ABOVE, measure);
        strip.height = strip.height.max(end + PADDING_ABOVE + LINE);
        x += cell.width;
    }
    let (width, height) = (x - MARGIN, strip.height);
    let line = |x: f64| Mark::Box {
        x,
        y: 0.0,
        width: LINE,
        height,
        ink: Ink::Edge,
    };
    let mut lines = Vec::new();
    if shaded {
        lines.push(Mark::Box {
            x: MARGIN,
            y: 0.0,
            width,
            height,
            ink: Ink::Shade,
        });
    }
    let mut x = MARGIN;
    for cell in &cells {
        lines.push(line(x));
        x += cell.width;
    }
    lines.push(line(x - LINE));
    // Behind the texts.
    lines.append(&mut strip.marks);
    strip.marks = lines;
    strip.rule(MARGIN, height - LINE, width, Ink::Edge);
    strip
}
