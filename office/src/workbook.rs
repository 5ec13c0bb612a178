//! A handout as an Excel workbook (Excel 工作簿): a sheet for each of its tables, with its title, what
//! stands above and below it, a head that stands again on every page, and numbers that can be added
//! up; and, hidden behind them, the file of the app that goes along.
//!
//! Text is always text: what begins with = + - or @ is never reckoned with. Not here: what stands
//! in the tables, which text goes onto which sheet (`leaves`), single cells (`cells`), and names of
//! sheets (`names`).

mod cells;
mod leaves;
mod names;

use cells::{
    LINE_HEIGHT, ROW_PADDING, ROW_TO_WRITE_IN, framed, head, height_of, lines_of, over_columns,
    plain, title, to_write_on, write_cell,
};
use leaves::{Leaf, Line};
use names::SheetNames;
use rust_xlsxwriter::{DocProperties, Workbook, Worksheet, XlsxError};
use wuxing::exchange::office::OfficeFault;
use wuxing::handout::{Align, Handout, Orientation, Row, RowKind, Table};

/// The size of paper that Excel calls A4.
const A4: u8 = 9;
/// How many letters of the usual size stand beside each other on an upright page, and on one on its
/// side.
const LETTERS: [f64; 2] = [92.0, 138.0];
/// The narrowest column, in such letters.
const NARROWEST: f64 = 5.0;
/// How many columns a sheet without a table has. Some programs cut a single one that is as wide as
/// the page.
const COLUMNS_OF_TEXTS: usize = 6;
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
        sheet.set_column_width(0, LETTERS[0])?;
        for (part, row) in std::iter::once(&about).chain(carried).zip(0..) {
            sheet.write_string(row, 0, *part)?;
        }
    }
    book.save_to_buffer()
}

fn write_leaf(sheet: &mut Worksheet, leaf: &Leaf<'_>, handout: &Handout) -> Result<(), XlsxError> {
    set_up_page(sheet, handout);
    let widths = match leaf.table {
        Some(table) => widths(table, handout),
        None => [letters(handout) / COLUMNS_OF_TEXTS as f64; COLUMNS_OF_TEXTS].to_vec(),
    };
    for (place, width) in widths.iter().enumerate() {
        sheet.set_column_width(column_number(place)?, *width)?;
    }
    let last = column_number(widths.len().saturating_sub(1))?;
    let mut lines = Lines {
        sheet,
        last,
        widths: &widths,
        row: 0,
    };
    over_columns(lines.sheet, 0, (0, last), &handout.title, &title())?;
    let title_lines = lines_of(&handout.title, letters(handout) * TITLE_LETTERS);
    lines
        .sheet
        .set_row_height(0, f64::from(title_lines) * TITLE_HEIGHT)?;
    lines.row = 1;
    if !handout.subtitle.is_empty() {
        lines.write(&Line {
            text: handout.subtitle.clone(),
            bold: false,
            align: Align::Middle,
        })?;
    }
    lines.write_all(&leaf.above)?;
    if let Some(table) = leaf.table {
        if leaf.shown != handout.title {
            lines.write(&Line {
                text: leaf.shown.to_owned(),
                bold: true,
                align: Align::Start,
            })?;
        }
        lines.row = write_table(lines.sheet, lines.row, table, &widths)?;
    }
    lines.write_all(&leaf.below)
}

/// Lines over the whole width of a sheet, one below the other.
struct Lines<'a> {
    sheet: &'a mut Worksheet,
    last: u16,
    widths: &'a [f64],
    /// The row of the next one.
    row: u32,
}

impl Lines<'_> {
    fn write_all(&mut self, lines: &[Line]) -> Result<(), XlsxError> {
        lines.iter().try_for_each(|line| self.write(line))
    }

    fn write(&mut self, line: &Line) -> Result<(), XlsxError> {
        let (format, height) = match line.text.is_empty() {
            true => (to_write_on(), ROW_TO_WRITE_IN),
            false => {
                let lines = lines_of(&line.text, self.widths.iter().sum());
                (plain(line.align), height_of(lines))
            }
        };
        let format = if line.bold { format.set_bold() } else { format };
        over_columns(self.sheet, self.row, (0, self.last), &line.text, &format)?;
        self.sheet.set_row_height(self.row, height)?;
        self.row += 1;
        Ok(())
    }
}

/// Writes a table from this row on, and says which row comes after it.
fn write_table(
    sheet: &mut Worksheet,
    first: u32,
    table: &Table,
    widths: &[f64],
) -> Result<u32, XlsxError> {
    for (place, column) in table.columns.iter().enumerate() {
        sheet.write_string_with_format(first, column_number(place)?, &column.head, &head())?;
    }
    let heads = table.columns.iter().zip(widths);
    let lines = heads
        .map(|(column, width)| lines_of(&column.head, *width))
        .max();
    let height = f64::from(lines.unwrap_or(1)) * LINE_HEIGHT + 2.0 * ROW_PADDING;
    sheet.set_row_height(first, height)?;
    if first <= LAST_ROW_THAT_STAYS {
        sheet.set_freeze_panes(first + 1, 0)?;
    }
    sheet.set_repeat_rows(first, first)?;
    let mut next = first + 1;
    for row in &table.rows {
        write_row(sheet, next, row, table, widths)?;
        next += 1;
    }
    Ok(next)
}

fn write_row(
    sheet: &mut Worksheet,
    number: u32,
    row: &Row,
    table: &Table,
    widths: &[f64],
) -> Result<(), XlsxError> {
    let (mut place, mut lines) = (0, 1);
    for cell in &row.cells {
        let Some(column) = table.columns.get(place) else {
            break;
        };
        let next = (place + usize::from(cell.span).max(1)).min(table.columns.len());
        let columns = (column_number(place)?, column_number(next - 1)?);
        let align = match row.kind {
            RowKind::Group => Align::Start,
            RowKind::Item | RowKind::Total => column.align,
        };
        write_cell(sheet, number, columns, cell, &framed(row.kind, align))?;
        lines = lines.max(lines_of(&cell.text, widths[place..next].iter().sum()));
        place = next;
    }
    for place in place..table.columns.len() {
        sheet.write_blank(
            number,
            column_number(place)?,
            &framed(row.kind, Align::Start),
        )?;
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

/// How wide the columns are, in letters.
fn widths(table: &Table, handout: &Handout) -> Vec<f64> {
    let columns = table.columns.iter();
    let sum: u32 = columns.clone().map(|column| u32::from(column.width)).sum();
    let share = |width: u16| f64::from(width) / f64::from(sum.max(1));
    columns
        .map(|column| (letters(handout) * share(column.width)).max(NARROWEST))
        .collect()
}

fn letters(handout: &Handout) -> f64 {
    match handout.orientation {
        Orientation::Portrait => LETTERS[0],
        Orientation::Landscape => LETTERS[1],
    }
}

fn column_number(place: usize) -> Result<u16, XlsxError> {
    u16::try_from(place).map_err(|_| XlsxError::RowColumnLimitError)
}
