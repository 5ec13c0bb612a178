//! A handout as an Excel workbook (Excel 工作簿): its tables on one sheet or on several, with its
//! title, what stands above and below them, and numbers that can be added up; and, hidden behind
//! them, the file of the app that goes along.
//!
//! Text is always text: what begins with = + - or @ is never reckoned with. Not here: what stands
//! in the tables, what goes onto which sheet (`leaves`), single cells (`cells`), how wide the
//! columns of a sheet are (`grid`), and names of sheets (`names`).

mod cells;
mod grid;
mod leaves;
mod names;

use cells::{
    ABOVE_HEADING, LINE_HEIGHT, ROW_PADDING, ROW_TO_SIGN, ROW_TO_WRITE_IN, framed, head, height_of,
    lines_of, over_columns, plain, title, to_write_on, write_cell,
};
use grid::{Grid, Place};
use leaves::{Leaf, Line, LineKind, Part};
use names::SheetNames;
use rust_xlsxwriter::{DocProperties, FormatAlign, Workbook, Worksheet, XlsxError};
use wuxing::exchange::office::OfficeFault;
use wuxing::handout::{Align, Handout, Orientation, Row, RowKind, Table};

/// The size of paper that Excel calls A4.
const A4: u8 = 9;
/// How many letters of the usual size stand beside each other on an upright page, and on one on its
/// side.
const LETTERS: [u32; 2] = [92, 138];
/// The last row in which a head stays in place when the sheet is scrolled; a phone shows little
/// below one that is further down.
const LAST_ROW_THAT_STAYS: u32 = 3;
/// How high a line of the title is, in points.
const TITLE_HEIGHT: f64 = 30.0;
/// How many letters of the title stand in the place of one of the usual size.
const TITLE_LETTERS: f64 = 0.6;

/// Writes a handout as the bytes of an .xlsx. `carried` are numbered parts of a file of the app,
/// which stand on a sheet of their own that is hidden.
///
/// # Errors
/// When a table has more rows or columns than a sheet of Excel.
pub fn write(handout: &Handout, carried: &[&str]) -> Result<Vec<u8>, OfficeFault> {
    try_write(handout, carried).map_err(|_| OfficeFault::TooLarge)
}

fn try_write(handout: &Handout, carried: &[&str]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_title(&handout.title));
    let mut names = SheetNames::default();
    for leaf in leaves::of(handout) {
        let sheet = book.add_worksheet();
        sheet.set_name(names.take(leaf.shown))?;
        write_leaf(sheet, &leaf, handout)?;
    }
    if !carried.is_empty() {
        let sheet = book.add_worksheet();
        let (name, about) = match handout.language.starts_with("zh") {
            true => ("数据", "这一页是数据，导入时用，请不要改。"),
            false => ("Data", "What the import reads. Please leave it as it is."),
        };
        sheet.set_name(names.take(name))?.set_hidden(true);
        sheet.set_column_width(0, f64::from(LETTERS[0]))?;
        for (part, row) in std::iter::once(&about).chain(carried).zip(0..) {
            sheet.write_string(row, 0, *part)?;
        }
    }
    book.save_to_buffer()
}

fn write_leaf(sheet: &mut Worksheet, leaf: &Leaf<'_>, handout: &Handout) -> Result<(), XlsxError> {
    set_up_page(sheet, handout);
    let letters = letters(handout);
    let grid = Grid::of(leaf.tables(), letters);
    for (place, width) in grid.widths.iter().enumerate() {
        sheet.set_column_width(column_number(place)?, *width)?;
    }
    let last = column_number(grid.widths.len().saturating_sub(1))?;
    let mut lines = Lines {
        sheet,
        last,
        grid: &grid,
        row: 0,
    };
    over_columns(lines.sheet, 0, (0, last), &handout.title, &title())?;
    let title_lines = lines_of(&handout.title, f64::from(letters) * TITLE_LETTERS);
    lines
        .sheet
        .set_row_height(0, f64::from(title_lines) * TITLE_HEIGHT)?;
    lines.row = 1;
    if !handout.subtitle.is_empty() {
        lines.write(&Line {
            text: handout.subtitle.clone(),
            kind: LineKind::Text,
            align: Align::Middle,
        })?;
    }
    let is_only = leaf.tables().count() == 1;
    let mut tables = 0;
    for part in &leaf.parts {
        match part {
            Part::Line(line) => lines.write(line)?,
            Part::Table(table) => {
                if is_only {
                    keep_in_sight(lines.sheet, lines.row)?;
                }
                let columns = grid.columns(tables);
                lines.row = write_table(lines.sheet, lines.row, table, &columns)?;
                tables += 1;
            }
        }
    }
    Ok(())
}

/// Has a head stand again on every page, and stay while the sheet is scrolled.
fn keep_in_sight(sheet: &mut Worksheet, head: u32) -> Result<(), XlsxError> {
    if head <= LAST_ROW_THAT_STAYS {
        sheet.set_freeze_panes(head + 1, 0)?;
    }
    sheet.set_repeat_rows(head, head)?;
    Ok(())
}

/// Lines over the whole width of a sheet, one below the other.
struct Lines<'a> {
    sheet: &'a mut Worksheet,
    last: u16,
    grid: &'a Grid,
    /// The row of the next one.
    row: u32,
}

impl Lines<'_> {
    fn write(&mut self, line: &Line) -> Result<(), XlsxError> {
        let lines = lines_of(&line.text, self.grid.widths.iter().sum());
        let text = plain(line.align);
        let (format, height) = match line.kind {
            _ if line.text.is_empty() => (to_write_on(), ROW_TO_WRITE_IN),
            LineKind::Text => (text, height_of(lines)),
            LineKind::Strong => (text.set_bold(), height_of(lines)),
            // Nearer to what comes below it than to what stands above.
            LineKind::Heading => {
                let format = text.set_bold().set_align(FormatAlign::Bottom);
                (format, height_of(lines) + ABOVE_HEADING)
            }
            LineKind::ToSign => (text, f64::from(lines) * ROW_TO_SIGN),
        };
        over_columns(self.sheet, self.row, (0, self.last), &line.text, &format)?;
        self.sheet.set_row_height(self.row, height)?;
        self.row += 1;
        Ok(())
    }
}

/// Writes a table from this row on, and says which row comes after it. Each of its columns goes
/// over some of the sheet's.
fn write_table(
    sheet: &mut Worksheet,
    first: u32,
    table: &Table,
    columns: &[Place],
) -> Result<u32, XlsxError> {
    let mut lines = 1;
    for (column, place) in table.columns.iter().zip(columns) {
        over_columns(
            sheet,
            first,
            (place.first, place.last),
            &column.head,
            &head(),
        )?;
        lines = lines.max(lines_of(&column.head, place.width));
    }
    let height = f64::from(lines) * LINE_HEIGHT + 2.0 * ROW_PADDING;
    sheet.set_row_height(first, height)?;
    let mut next = first + 1;
    for row in &table.rows {
        write_row(sheet, next, row, table, columns)?;
        next += 1;
    }
    Ok(next)
}

fn write_row(
    sheet: &mut Worksheet,
    number: u32,
    row: &Row,
    table: &Table,
    columns: &[Place],
) -> Result<(), XlsxError> {
    let (mut place, mut lines) = (0, 1);
    for cell in &row.cells {
        let Some(column) = table.columns.get(place) else {
            break;
        };
        let next = (place + usize::from(cell.span).max(1)).min(columns.len());
        let Some(over) = Place::over(&columns[place..next]) else {
            break;
        };
        let align = match row.kind {
            RowKind::Group => Align::Start,
            RowKind::Item | RowKind::Total => column.align,
        };
        let format = framed(row.kind, align);
        write_cell(sheet, number, (over.first, over.last), cell, &format)?;
        lines = lines.max(lines_of(&cell.text, over.width));
        place = next;
    }
    for rest in &columns[place..] {
        let format = framed(row.kind, Align::Start);
        over_columns(sheet, number, (rest.first, rest.last), "", &format)?;
    }
    // Excel finds out by itself how high a row must be, and others do not.
    let height = match row.cells.iter().all(|cell| cell.text.is_empty()) {
        true => ROW_TO_WRITE_IN,
        false => height_of(lines),
    };
    sheet.set_row_height(number, height)?;
    Ok(())
}

fn set_up_page(sheet: &mut Worksheet, handout: &Handout) {
    sheet.set_paper_size(A4);
    if handout.orientation == Orientation::Landscape {
        sheet.set_landscape();
    }
    // As wide as the page and as many pages high as it takes.
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_print_center_horizontally(true);
    sheet.set_margins(0.6, 0.6, 0.7, 0.8, 0.3, 0.4);
    // An ampersand begins an instruction there, and a digit right behind one a size of letters.
    let foot: String = handout.foot.replace('&', "&&").chars().take(200).collect();
    let pages = match handout.language.starts_with("zh") {
        true => "第 &P 页 共 &N 页",
        false => "Page &P of &N",
    };
    sheet.set_footer(format!("&L&9 {foot}&R&9 {pages}"));
}

fn letters(handout: &Handout) -> u32 {
    match handout.orientation {
        Orientation::Portrait => LETTERS[0],
        Orientation::Landscape => LETTERS[1],
    }
}

fn column_number(place: usize) -> Result<u16, XlsxError> {
    u16::try_from(place).map_err(|_| XlsxError::RowColumnLimitError)
}
