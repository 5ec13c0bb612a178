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
mod paging;
mod rows;

use grid::Grid;
use leaves::Leaf;
use names::SheetNames;
use rows::Rows;
use rust_xlsxwriter::{DocProperties, Workbook, Worksheet, XlsxError};
use wuxing::exchange::office::OfficeFault;
use wuxing::handout::{Handout, Orientation, Table};

/// The size of paper that Excel calls A4.
const A4: u8 = 9;
/// The sides of A4, the short one first, in points.
const SIDES: [f64; 2] = [595.3, 841.9];
/// What stays free at both sides together, and at the top and at the bottom, in inches.
const SIDE_MARGINS: f64 = 1.2;
const END_MARGINS: f64 = 1.5;
/// How many points an inch has.
const INCH: f64 = 72.0;
/// How many points a letter is wide, and what a column has besides.
const LETTER: f64 = 5.25;
const COLUMN: f64 = 3.75;
/// What is left free on a page, since programs differ a little in what they make of a size.
const CAUTION: f64 = 0.97;
/// How much more than a page holds is made smaller so that it stands on one.
const TIGHTER: f64 = 1.15;
/// How many letters of the usual size stand beside each other on an upright page, and on one on its
/// side.
const LETTERS: [u32; 2] = [92, 138];
/// The last row in which a head stays in place when the sheet is scrolled; a phone shows little
/// below one that is further down.
const LAST_ROW_THAT_STAYS: u32 = 3;

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
        sheet.set_name(names.take(&leaf.shown))?;
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
    let letters = letters(handout);
    let tables: Vec<Table> = leaf.tables().map(|table| handout.joined(table)).collect();
    // A table that can be sorted has each of its columns in one of the sheet's.
    let is_list = tables.len() == 1 && handout.orientation == Orientation::Landscape;
    let grid = Grid::of(&tables, letters, leaf.has_halves() && !is_list);
    for (place, width) in grid.widths.iter().enumerate() {
        sheet.set_column_width(column_number(place)?, *width)?;
    }
    let room = set_up_page(sheet, handout, &grid);
    let rows = Rows::of(leaf, handout, &grid);
    // A head that is the only one can be repeated by the program, and rows below it be sorted.
    let only_head = (tables.len() == 1).then(|| rows.first_head()).flatten();
    let mut begun = rows.beginnings(room);
    if rows.height() <= room * TIGHTER {
        // A line or two do not stand on a page of their own: all of it becomes a little smaller.
        sheet.set_print_fit_to_pages(1, 1);
        begun.clear();
    }
    let mut begun = begun.into_iter().peekable();
    let (mut number, mut breaks) = (0, Vec::new());
    for place in 0..rows.len() {
        if begun.next_if_eq(&place).is_some() {
            breaks.push(number);
            if only_head.is_none() {
                number = rows.write_head_again(sheet, number, place)?;
            }
        }
        if only_head == Some(place) {
            keep_in_sight(sheet, number)?;
        }
        number = rows.write(sheet, number, place)?;
    }
    sheet.set_page_breaks(&breaks)?;
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

/// Sets the page up, and says how much room it has for rows, in points: a program makes all of it
/// smaller where the columns are wider than the page.
fn set_up_page(sheet: &mut Worksheet, handout: &Handout, grid: &Grid) -> f64 {
    sheet.set_paper_size(A4);
    let [short, long] = SIDES;
    let (width, height) = match handout.orientation {
        Orientation::Portrait => (short, long),
        Orientation::Landscape => {
            sheet.set_landscape();
            (long, short)
        }
    };
    let columns = grid.widths.iter().map(|width| width * LETTER + COLUMN);
    let scale = (width - SIDE_MARGINS * INCH) * CAUTION / columns.sum::<f64>();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let percent = (scale * 100.0).clamp(10.0, 100.0) as u16;
    // As wide as the page and as many pages high as it takes.
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_print_center_horizontally(true);
    sheet.set_margins(0.6, 0.6, 0.7, 0.8, 0.3, 0.4);
    // What it goes on with stands at the foot of every page. An ampersand begins an instruction
    // there, and a digit right behind one a size of letters.
    let said = [&*handout.title, &*handout.foot];
    let said: Vec<&str> = said.into_iter().filter(|text| !text.is_empty()).collect();
    let said = said.join("　").replace('&', "&&");
    let said: String = said.chars().take(200).collect();
    sheet.set_footer(format!("&L&9 {said}&R&9 &P / &N"));
    (height - END_MARGINS * INCH) * CAUTION * 100.0 / f64::from(percent)
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
