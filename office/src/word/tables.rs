//! Tables of a document (表格): fixed widths, lines around every cell, a head that stands again on
//! every page, and rows that are never cut.
//!
//! Not here: text outside of tables.

use super::blocks::{gap, runs};
use super::page::{self, TABLE_SIZE, TEXT_SIZE, shared_out};
use super::xml::{Element, element, value};
use wuxing::handout::unbroken::{is_choice, with_firm_spaces};
use wuxing::handout::{Align, Cell, Handout, Orientation, Row, RowKind, Table};

/// The least height of a row: 7 mm.
const ROW_HEIGHT: u32 = 397;
/// The least height of a row that is to be written in by pen: 9 mm.
const EMPTY_ROW_HEIGHT: u32 = 510;
/// How many rows a table has that stands whole on the next page rather than in two pieces.
const MOST_ROWS_WHOLE: usize = 5;
/// How many rows stay with what is to be signed below them.
const ROWS_TO_BE_SIGNED: usize = 3;
/// How far the further lines of a choice stand behind its box.
const BESIDE_BOX: u32 = TABLE_SIZE * 13;
/// Behind heads and groups.
const SHADE: &str = "F2F2F2";

/// What a cell looks like beside its text.
#[derive(Clone, Copy, Default)]
struct Look {
    align: Align,
    bold: bool,
    shaded: bool,
    /// Whether the row stays with the next one.
    stays: bool,
}

/// A table, with its caption above it and a gap below. Its last row may stay with what comes next.
pub fn table(table: &Table, handout: &Handout, stays: bool) -> Vec<Element> {
    let shares = handout.joined(table).widths(page::letters(handout));
    let widths = shared_out(page::text_width(handout), &shares);
    let mut rows = Vec::new();
    if table.columns.iter().any(|column| !column.head.is_empty()) {
        rows.push(head(table, &widths));
    }
    let last = table.rows.len().saturating_sub(1);
    for (place, row) in table.rows.iter().enumerate() {
        let is_near_end = stays && place + ROWS_TO_BE_SIGNED > last;
        let stays_with_next = match place == last {
            true => stays,
            false => last < MOST_ROWS_WHOLE || is_near_end,
        };
        rows.push(row_of(row, table, &widths, stays_with_next));
    }
    let mut elements = Vec::new();
    if !table.caption.is_empty() {
        elements.push(caption(&table.caption));
    }
    // Word calls a file with an empty table damaged.
    if !rows.is_empty() && !widths.is_empty() {
        elements.push(framed(&widths, rows));
        elements.push(gap(stays));
    }
    elements
}

/// Names and what they are, two or three of them in a row.
pub fn facts(facts: &[(String, String)], handout: &Handout) -> Vec<Element> {
    let in_a_row = match handout.orientation {
        Orientation::Portrait => 2,
        Orientation::Landscape => 3,
    };
    if facts.is_empty() {
        return Vec::new();
    }
    let shares: Vec<u32> = [5, 9].into_iter().cycle().take(2 * in_a_row).collect();
    let widths = shared_out(page::text_width(handout), &shares);
    let rows = facts.chunks(in_a_row).map(|row| {
        let mut cells = Vec::new();
        for (place, (name, what)) in row.iter().enumerate() {
            let is_last = place + 1 == row.len();
            let wide = if is_last {
                &widths[2 * place + 1..]
            } else {
                &widths[2 * place + 1..][..1]
            };
            let named = Look {
                shaded: true,
                ..Look::default()
            };
            cells.push(cell(name, &widths[2 * place..][..1], named));
            cells.push(cell(what, wide, Look::default()));
        }
        row_element(false, ROW_HEIGHT, cells)
    });
    vec![framed(&widths, rows.collect()), gap(false)]
}

fn caption(text: &str) -> Element {
    let spacing = element("w:spacing")
        .with("w:before", 120)
        .with("w:after", 60);
    let properties = element("w:pPr")
        .holding(element("w:keepNext"))
        .holding(spacing);
    element("w:p")
        .holding(properties)
        .holding_all(runs(text, TEXT_SIZE, true))
}

fn framed(widths: &[u32], rows: Vec<Element>) -> Element {
    let line = |name| {
        let line = value(name, "single").with("w:sz", 4).with("w:space", 0);
        line.with("w:color", "000000")
    };
    let sides = [
        "w:top",
        "w:left",
        "w:bottom",
        "w:right",
        "w:insideH",
        "w:insideV",
    ];
    let inside = |name, width| {
        let margin = element(name).with("w:w", width);
        margin.with("w:type", "dxa")
    };
    let total: u32 = widths.iter().sum();
    let properties = element("w:tblPr")
        .holding(element("w:tblW").with("w:w", total).with("w:type", "dxa"))
        .holding(value("w:jc", "center"))
        .holding(element("w:tblBorders").holding_all(sides.map(line)))
        .holding(element("w:tblLayout").with("w:type", "fixed"))
        .holding(
            element("w:tblCellMar")
                .holding(inside("w:top", 28))
                .holding(inside("w:left", 85))
                .holding(inside("w:bottom", 28))
                .holding(inside("w:right", 85)),
        );
    let columns = widths
        .iter()
        .map(|width| element("w:gridCol").with("w:w", width));
    element("w:tbl")
        .holding(properties)
        .holding(element("w:tblGrid").holding_all(columns))
        .holding_all(rows)
}

fn head(table: &Table, widths: &[u32]) -> Element {
    let look = Look {
        align: Align::Middle,
        bold: true,
        shaded: true,
        stays: true,
    };
    let columns = table.columns.iter().enumerate();
    let cells = columns.map(|(place, column)| cell(&column.head, &widths[place..][..1], look));
    row_element(true, ROW_HEIGHT, cells.collect())
}

fn row_of(row: &Row, table: &Table, widths: &[u32], stays: bool) -> Element {
    let mut cells = Vec::new();
    let mut place = 0;
    for Cell { text, span, .. } in &row.cells {
        let Some(column) = table.columns.get(place) else {
            break;
        };
        let next = (place + usize::from(*span).max(1)).min(widths.len());
        let group = row.kind == RowKind::Group;
        let look = Look {
            align: if group { Align::Start } else { column.align },
            bold: row.kind != RowKind::Item,
            shaded: group,
            stays: group || stays,
        };
        cells.push(cell(text, &widths[place..next], look));
        place = next;
    }
    // Every row fills the whole width, whatever it was given.
    if place < widths.len() {
        cells.push(cell("", &widths[place..], Look::default()));
    }
    let height = if row.is_to_write_in() {
        EMPTY_ROW_HEIGHT
    } else {
        ROW_HEIGHT
    };
    row_element(false, height, cells)
}

fn row_element(is_head: bool, height: u32, cells: Vec<Element>) -> Element {
    let height = value("w:trHeight", height).with("w:hRule", "atLeast");
    let mut properties = element("w:trPr")
        .holding(element("w:cantSplit"))
        .holding(height);
    if is_head {
        properties = properties.holding(element("w:tblHeader"));
    }
    element("w:tr").holding(properties).holding_all(cells)
}

/// A cell over these columns. Each line of its text is a paragraph.
fn cell(text: &str, widths: &[u32], look: Look) -> Element {
    let width: u32 = widths.iter().sum();
    let width = element("w:tcW").with("w:w", width).with("w:type", "dxa");
    let mut properties = element("w:tcPr").holding(width);
    if widths.len() > 1 {
        properties = properties.holding(value("w:gridSpan", widths.len()));
    }
    if look.shaded {
        let shade = value("w:shd", "clear").with("w:color", "auto");
        properties = properties.holding(shade.with("w:fill", SHADE));
    }
    let properties = properties.holding(value("w:vAlign", "center"));
    let lines = if text.is_empty() {
        vec![""]
    } else {
        text.lines().collect()
    };
    let paragraphs = lines.into_iter().map(|line| {
        let mut properties = element("w:pPr");
        if look.stays {
            properties = properties.holding(element("w:keepNext"));
        }
        if is_choice(line) {
            let indent = element("w:ind").with("w:left", BESIDE_BOX);
            properties = properties.holding(indent.with("w:hanging", BESIDE_BOX));
        }
        let properties = properties.holding(value(
            "w:jc",
            match look.align {
                Align::Start => "left",
                Align::Middle => "center",
                Align::End => "right",
            },
        ));
        let paragraph = element("w:p").holding(properties);
        match line {
            "" => paragraph,
            line => {
                let line = with_firm_spaces(line);
                paragraph.holding_all(runs(&line, TABLE_SIZE, look.bold))
            }
        }
    });
    element("w:tc").holding(properties).holding_all(paragraphs)
}
