//! The cells of a workbook (单元格): how they look, and texts that are always texts.
//!
//! Not here: what stands in which of them.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Worksheet, XlsxError};
use wuxing::handout::{Align, Cell, RowKind};

/// How high a line is, in points.
pub const LINE_HEIGHT: f64 = 14.5;
/// What a row is higher than its lines.
pub const ROW_PADDING: f64 = 4.0;
/// How high a row is in which somebody is to write by pen.
pub const ROW_TO_WRITE_IN: f64 = 26.0;
/// How high a row is in which somebody is to sign.
pub const ROW_TO_SIGN: f64 = 26.0;
/// What a heading is away from what stands above it.
pub const ABOVE_HEADING: f64 = 6.0;
/// How much higher a line of large letters is, and how much fewer of them stand on one.
pub const LARGE: f64 = 1.5;
/// By how much a text is away from the line at its left, in the steps of Excel.
const INDENT: u8 = 1;
/// How many letters that takes.
pub const INDENTED: f64 = 1.5;
/// The font of all cells.
const FONT: &str = "宋体";
/// The font of heads.
const HEAD_FONT: &str = "黑体";
/// Behind heads and groups.
const SHADE: u32 = 0x00F2_F2F2;
/// How many characters a cell of Excel holds.
const LONGEST: usize = 32_767;
/// From here on Excel rounds whole numbers.
const LARGEST: i64 = 999_999_999_999_999;

/// How high a row of so many lines is.
pub fn height_of(lines: u32) -> f64 {
    f64::from(lines) * LINE_HEIGHT + ROW_PADDING
}

/// On how many lines a text stands in a column of this width. Chinese characters are two letters
/// wide.
pub fn lines_of(text: &str, width: f64) -> u32 {
    // One letter stays free, since a line may not break before every sign.
    let room = (width as u32).saturating_sub(1).max(2);
    let wide = |line: &str| -> u32 {
        line.chars()
            .map(|one| if one.is_ascii() { 1 } else { 2 })
            .sum()
    };
    text.lines()
        .map(|line| wide(line).div_ceil(room).max(1))
        .sum::<u32>()
        .max(1)
}

/// Writes a cell over these columns.
pub fn write_cell(
    sheet: &mut Worksheet,
    row: u32,
    columns: (u16, u16),
    cell: &Cell,
    format: &Format,
) -> Result<(), XlsxError> {
    match cell.number {
        Some(number) if number.abs() <= LARGEST => {
            if columns.0 < columns.1 {
                over_columns(sheet, row, columns, "", format)?;
            }
            // At most fifteen digits, which a float holds.
            #[allow(clippy::cast_precision_loss)]
            sheet.write_number_with_format(row, columns.0, number as f64, format)?;
        }
        _ => over_columns(sheet, row, columns, &cell.text, format)?,
    }
    Ok(())
}

/// Writes a text into one cell over these columns.
pub fn over_columns(
    sheet: &mut Worksheet,
    row: u32,
    (first, last): (u16, u16),
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    let text: String = text
        .chars()
        .filter(|one| !is_control(*one))
        .take(LONGEST)
        .collect();
    // Otherwise Excel takes it for a formula as soon as somebody edits the cell.
    let is_risky = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let quoted = format.clone().set_quote_prefix();
    let format = if is_risky { &quoted } else { format };
    match (first == last, text.is_empty()) {
        (true, true) => sheet.write_blank(row, first, format)?,
        (true, false) => sheet.write_string_with_format(row, first, text, format)?,
        (false, _) => sheet.merge_range(row, first, row, last, &text, format)?,
    };
    Ok(())
}

fn is_control(character: char) -> bool {
    character.is_control() && !matches!(character, '\n' | '\t')
}

/// Text outside of a table.
pub fn plain(align: Align) -> Format {
    let format = Format::new()
        .set_font_name(FONT)
        .set_font_size(10.5)
        .set_text_wrap();
    format
        .set_align(FormatAlign::VerticalCenter)
        .set_align(match align {
            Align::Start => FormatAlign::Left,
            Align::Middle => FormatAlign::Center,
            Align::End => FormatAlign::Right,
        })
}

/// Text of a notice.
pub fn large(align: Align) -> Format {
    plain(align).set_font_size(15)
}

/// A line to be written on by pen.
pub fn to_write_on() -> Format {
    plain(Align::Start).set_border_bottom(FormatBorder::Thin)
}

/// The title.
pub fn title() -> Format {
    plain(Align::Middle)
        .set_font_name(HEAD_FONT)
        .set_font_size(16)
        .set_bold()
}

/// The head of a column.
pub fn head() -> Format {
    let format = framed(RowKind::Group, Align::Middle);
    format.set_font_name(HEAD_FONT)
}

/// A cell of a table.
pub fn framed(kind: RowKind, align: Align) -> Format {
    let format = plain(align).set_border(FormatBorder::Thin);
    let format = match align {
        Align::Start | Align::End => format.set_indent(INDENT),
        Align::Middle => format,
    };
    match kind {
        RowKind::Item => format,
        RowKind::Group => format.set_bold().set_background_color(SHADE),
        RowKind::Total => format.set_bold(),
    }
}
