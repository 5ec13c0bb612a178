//! The tables of a handout as an Excel workbook (Excel 工作簿): a sheet for each, with its title, a
//! head that stays in place and stands again on every page, and numbers that can be added up.
//!
//! Text is always text: what begins with = + - or @ is never reckoned with. Not here: what stands
//! in the tables, and names of sheets (`names`).

mod names;

use names::SheetNames;
use rust_xlsxwriter::{
    DocProperties, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};
use wuxing::exchange::office::OfficeFault;
use wuxing::handout::{Align, Block, Cell, Handout, Orientation, Row, RowKind, Table};

/// The size of paper that Excel calls A4.
const A4: u8 = 9;
/// How many letters of the usual size stand beside each other on an upright page, and on one on its
/// side.
const LETTERS: [f64; 2] = [92.0, 138.0];
/// The narrowest column, in such letters.
const NARROWEST: f64 = 5.0;
/// How high a line is, in points.
const LINE_HEIGHT: f64 = 14.5;
/// What a row is higher than its lines.
const ROW_PADDING: f64 = 4.0;
/// Above the head: the title and what the table shows.
const HEAD_ROW: u32 = 2;
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

/// Writes the tables of a handout as the bytes of an .xlsx. A handout without tables has its texts
/// on one sheet.
///
/// # Errors
/// When a table has more rows or columns than a sheet of Excel.
pub fn write(handout: &Handout) -> Result<Vec<u8>, OfficeFault> {
    try_write(handout).map_err(|_| OfficeFault::TooLarge)
}

fn try_write(handout: &Handout) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_title(&handout.title));
    let mut names = SheetNames::default();
    let mut heading = handout.title.as_str();
    for block in &handout.blocks {
        match block {
            Block::Heading(text) => heading = text,
            Block::Table(table) if !table.columns.is_empty() => {
                let shown = if table.caption.is_empty() {
                    heading
                } else {
                    &table.caption
                };
                let sheet = book.add_worksheet();
                sheet.set_name(names.take(shown))?;
                write_table(sheet, table, shown, handout)?;
            }
            _ => {}
        }
    }
    if book.worksheets().is_empty() {
        let sheet = book.add_worksheet();
        sheet.set_name(names.take(heading))?;
        write_texts(sheet, handout)?;
    }
    book.save_to_buffer()
}

fn write_table(
    sheet: &mut Worksheet,
    table: &Table,
    shown: &str,
    handout: &Handout,
) -> Result<(), XlsxError> {
    set_up_page(sheet, handout);
    let last = column_number(table.columns.len().saturating_sub(1))?;
    let widths = widths(table, handout);
    for (place, width) in widths.iter().enumerate() {
        sheet.set_column_width(column_number(place)?, *width)?;
    }
    over_columns(sheet, 0, (0, last), &handout.title, &title())?;
    sheet.set_row_height(0, 28)?;
    let line = match (handout.subtitle.as_str(), shown) {
        ("", shown) => shown.to_owned(),
        (subtitle, shown) if shown == handout.title => subtitle.to_owned(),
        (subtitle, shown) => format!("{shown}    {subtitle}"),
    };
    over_columns(sheet, 1, (0, last), &line, &plain(Align::Start))?;
    for (place, column) in table.columns.iter().enumerate() {
        sheet.write_string_with_format(HEAD_ROW, column_number(place)?, &column.head, &head())?;
    }
    sheet.set_row_height(1, LINE_HEIGHT + ROW_PADDING)?;
    sheet.set_row_height(HEAD_ROW, LINE_HEIGHT + 2.0 * ROW_PADDING)?;
    sheet.set_freeze_panes(HEAD_ROW + 1, 0)?;
    sheet.set_repeat_rows(0, HEAD_ROW)?;
    for (row, number) in table.rows.iter().zip(HEAD_ROW + 1..) {
        write_row(sheet, number, row, table, &widths)?;
    }
    Ok(())
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
    sheet.set_row_height(number, f64::from(lines) * LINE_HEIGHT + ROW_PADDING)?;
    Ok(())
}

/// On how many lines a text stands in a column of this width. Chinese characters are two letters
/// wide.
fn lines_of(text: &str, width: f64) -> u32 {
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

fn write_cell(
    sheet: &mut Worksheet,
    row: u32,
    columns: (u16, u16),
    cell: &Cell,
    format: &Format,
) -> Result<(), XlsxError> {
    match cell.number {
        Some(number) if columns.0 == columns.1 && number.abs() <= LARGEST => {
            // At most fifteen digits, which a float holds.
            #[allow(clippy::cast_precision_loss)]
            sheet.write_number_with_format(row, columns.0, number as f64, format)?;
        }
        _ => over_columns(sheet, row, columns, &cell.text, format)?,
    }
    Ok(())
}

/// Writes a text into one cell over these columns.
fn over_columns(
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

/// The texts of a handout that has no tables, one below the other.
fn write_texts(sheet: &mut Worksheet, handout: &Handout) -> Result<(), XlsxError> {
    set_up_page(sheet, handout);
    sheet.set_column_width(0, letters(handout))?;
    let mut lines = vec![(handout.title.clone(), title())];
    if !handout.subtitle.is_empty() {
        lines.push((handout.subtitle.clone(), plain(Align::Middle)));
    }
    for block in &handout.blocks {
        match block {
            Block::Heading(text) => lines.push((text.clone(), plain(Align::Start).set_bold())),
            Block::Paragraph { text, .. } => lines.push((text.clone(), plain(Align::Start))),
            Block::Facts(facts) => {
                let facts = facts.iter().map(|(name, what)| format!("{name}：{what}"));
                lines.extend(facts.map(|text| (text, plain(Align::Start))));
            }
            Block::Signatures(texts) => {
                lines.extend(texts.iter().map(|text| (text.clone(), plain(Align::Start))));
            }
            Block::Table(_) | Block::Lines(_) | Block::PageBreak => {}
        }
    }
    for ((text, format), row) in lines.iter().zip(0..) {
        over_columns(sheet, row, (0, 0), text, format)?;
        let lines = lines_of(text, letters(handout)).max(if row == 0 { 2 } else { 1 });
        sheet.set_row_height(row, f64::from(lines) * LINE_HEIGHT + ROW_PADDING)?;
    }
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

fn is_control(character: char) -> bool {
    character.is_control() && !matches!(character, '\n' | '\t')
}

fn plain(align: Align) -> Format {
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

fn title() -> Format {
    plain(Align::Middle)
        .set_font_name(HEAD_FONT)
        .set_font_size(16)
        .set_bold()
}

fn head() -> Format {
    let format = framed(RowKind::Group, Align::Middle);
    format.set_font_name(HEAD_FONT)
}

fn framed(kind: RowKind, align: Align) -> Format {
    let format = plain(align).set_border(FormatBorder::Thin);
    match kind {
        RowKind::Item => format,
        RowKind::Group => format.set_bold().set_background_color(SHADE),
        RowKind::Total => format.set_bold(),
    }
}
