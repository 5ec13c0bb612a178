//! The sheets of a workbook (工作表): .xlsx of Excel and WPS, the old .xls, and .ods, as texts.
//!
//! Formulas are not reckoned with: a cell says what it said when it was saved. Not here: what the
//! texts mean.

use crate::archive;
use calamine::{Data, Dimensions, Range, Reader, Sheets, open_workbook_auto_from_rs};
use std::io::Cursor;
use wuxing::exchange::office::{MergedCells, OfficeFault, Sheet};

/// How many sheets of a workbook are taken in.
const MOST_SHEETS: usize = 60;
/// How many rows of a sheet.
const MOST_ROWS: usize = 20_000;
/// How many columns of a sheet.
const MOST_COLUMNS: usize = 256;
/// How many cells of a sheet, empty ones among them.
const MOST_CELLS: usize = 400_000;

/// How an old file of Office begins: .xls, and anything that is locked by a password.
const OLD_OFFICE: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];
/// What stands, in two bytes a letter, in a file that is locked by a password.
const LOCKED: &str = "EncryptedPackage";

/// Reads the sheets of a workbook that can be seen, in its order.
///
/// # Errors
/// When it is no workbook, a damaged or a locked one, or when it holds more than is taken in.
pub fn read(bytes: &[u8]) -> Result<Vec<Sheet>, OfficeFault> {
    let is_archive = bytes.starts_with(b"PK");
    if is_archive {
        // What unpacks to more than a phone has memory is found out before.
        archive::read(bytes)?;
    } else if !bytes.starts_with(OLD_OFFICE) {
        return Err(OfficeFault::Foreign);
    }
    if is_locked(bytes) {
        return Err(OfficeFault::Locked);
    }
    let book = open_workbook_auto_from_rs(Cursor::new(bytes));
    // An archive that is no workbook is something else, and not a damaged one.
    let kind = if is_archive {
        OfficeFault::Foreign
    } else {
        OfficeFault::Damaged
    };
    let mut book = book.map_err(|_| kind)?;
    let seen = book.sheets_metadata().iter();
    let seen = seen.filter(|sheet| sheet.visible == calamine::SheetVisible::Visible);
    let names: Vec<String> = seen.map(|sheet| sheet.name.clone()).collect();
    if names.len() > MOST_SHEETS {
        return Err(OfficeFault::TooLarge);
    }
    names
        .into_iter()
        .map(|name| sheet(&mut book, name))
        .collect()
}

fn sheet(book: &mut Sheets<Cursor<&[u8]>>, name: String) -> Result<Sheet, OfficeFault> {
    let range = book
        .worksheet_range(&name)
        .map_err(|_| OfficeFault::Damaged)?;
    let merged = merged(book, &name)?;
    Ok(Sheet {
        rows: rows(&range)?,
        name,
        merged,
    })
}

/// The rows from the first row and column of the sheet, whatever cell is the first with something
/// in it.
fn rows(range: &Range<Data>) -> Result<Vec<Vec<String>>, OfficeFault> {
    let Some((first_row, first_column)) = range.start() else {
        return Ok(Vec::new());
    };
    let (above, before) = (first_row as usize, first_column as usize);
    let (height, width) = (above + range.height(), before + range.width());
    if height > MOST_ROWS || width > MOST_COLUMNS || height * width > MOST_CELLS {
        return Err(OfficeFault::TooLarge);
    }
    let mut rows = vec![Vec::new(); above];
    for row in range.rows() {
        let mut texts = vec![String::new(); before];
        texts.extend(row.iter().map(text));
        while texts.last().is_some_and(String::is_empty) {
            texts.pop();
        }
        rows.push(texts);
    }
    while rows.last().is_some_and(Vec::is_empty) {
        rows.pop();
    }
    Ok(rows)
}

/// What a cell says. A day is written 2026-11-28, a number without what a float adds to it.
fn text(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::String(text) => text.replace("\r\n", "\n"),
        Data::Bool(yes) => if *yes { "TRUE" } else { "FALSE" }.to_owned(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::DateTime(time) if time.is_datetime() => {
            let (year, month, day, hour, minute, ..) = time.to_ymd_hms_milli();
            match (hour, minute) {
                (0, 0) => format!("{year:04}-{month:02}-{day:02}"),
                _ => format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}"),
            }
        }
        Data::DateTime(duration) => duration.as_f64().to_string(),
        Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Error(error) => error.to_string(),
    }
}

fn merged(book: &mut Sheets<Cursor<&[u8]>>, name: &str) -> Result<Vec<MergedCells>, OfficeFault> {
    let found = match book {
        Sheets::Xlsx(book) => {
            let cells = book.merge_cells_by_sheet_name(name);
            cells.map_err(|_| OfficeFault::Damaged)?
        }
        // In these a wrong one is no reason to refuse the texts.
        Sheets::Xls(book) => book.merge_cells_by_sheet_name(name).unwrap_or_default(),
        // Few have such a file; its cells are told one by one.
        Sheets::Xlsb(_) | Sheets::Ods(_) => Vec::new(),
    };
    // In a damaged file one may end before it begins.
    let runs_forward = |one: &Dimensions| one.start.0 <= one.end.0 && one.start.1 <= one.end.1;
    let merged = found
        .into_iter()
        .filter(runs_forward)
        .map(|Dimensions { start, end }| MergedCells {
            first_row: start.0,
            first_column: start.1,
            last_row: end.0,
            last_column: end.1,
        });
    Ok(merged.collect())
}

fn is_locked(bytes: &[u8]) -> bool {
    let name: Vec<u8> = LOCKED.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.starts_with(OLD_OFFICE) && bytes.windows(name.len()).any(|part| part == name)
}
