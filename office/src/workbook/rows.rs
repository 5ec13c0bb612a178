//! The rows of a sheet (工作表的行), from above: lines over its width, heads of tables and their rows,
//! each as high as it must be.
//!
//! Excel finds out by itself how high a row must be, and others do not. Not here: which of them
//! begin a page (`paging`), and how cells look (`cells`).

use super::cells::{
    ABOVE_HEADING, INDENTED, LARGE, LINE_HEIGHT, ROW_PADDING, ROW_TO_SIGN, ROW_TO_WRITE_IN, framed,
    head, height_of, large, lines_of, over_columns, plain, title, to_write_on, write_cell,
};
use super::grid::{Grid, Place};
use super::leaves::{Leaf, Line, LineKind, Part};
use super::paging::{self, Planned};
use rust_xlsxwriter::{FormatAlign, Worksheet, XlsxError};
use wuxing::handout::{Align, Cell, Handout, Row, RowKind, Table};

/// How high a line of the title is, in points.
const TITLE_HEIGHT: f64 = 30.0;
/// How many letters of the title stand in the place of one of the usual size.
const TITLE_LETTERS: f64 = 0.6;
/// How many rows stay with what is to be signed below them.
const ROWS_TO_BE_SIGNED: usize = 3;

/// The rows of a sheet.
pub struct Rows<'a> {
    rows: Vec<(Shown<'a>, Planned)>,
    /// Where the columns of each table stand.
    columns: Vec<Vec<Place>>,
}

/// What stands in a row.
enum Shown<'a> {
    /// The title.
    Title(&'a str, Place),
    /// A line, each of its texts at its place.
    Line(&'a Line, Vec<(&'a str, Place)>),
    /// The head of a table.
    Head(usize, &'a Table),
    /// A row of one.
    Row(usize, &'a Table, &'a Row),
}

impl<'a> Rows<'a> {
    /// The rows of a sheet with these columns.
    pub fn of(leaf: &'a Leaf<'a>, handout: &'a Handout, grid: &Grid) -> Self {
        let mut rows = Self {
            rows: Vec::new(),
            columns: Vec::new(),
        };
        let whole = grid.whole();
        let lines = lines_of(&handout.title, whole.width * TITLE_LETTERS);
        let height = f64::from(lines) * TITLE_HEIGHT;
        rows.push(Shown::Title(&handout.title, whole), height, true);
        if let Some(line) = &leaf.subtitle {
            rows.take_line(line, grid);
        }
        for part in &leaf.parts {
            match part {
                Part::Line(line) => rows.take_line(line, grid),
                Part::Table(table) => rows.take_table(table, grid),
            }
        }
        rows
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// The place of the first head of a table.
    pub fn first_head(&self) -> Option<usize> {
        let is_head = |shown: &Shown<'_>| matches!(shown, Shown::Head(..));
        self.rows.iter().position(|(shown, _)| is_head(shown))
    }

    /// How high they are together, in points.
    pub fn height(&self) -> f64 {
        self.rows.iter().map(|(_, planned)| planned.height).sum()
    }

    /// The rows with which a page begins.
    pub fn beginnings(&self, room: f64) -> Vec<usize> {
        let planned: Vec<Planned> = self.rows.iter().map(|(_, planned)| *planned).collect();
        paging::beginnings(&planned, room)
    }

    /// Writes one as the row of this number, and says which comes after it.
    pub fn write(
        &self,
        sheet: &mut Worksheet,
        number: u32,
        place: usize,
    ) -> Result<u32, XlsxError> {
        let (shown, planned) = &self.rows[place];
        match shown {
            Shown::Title(text, place) => {
                over_columns(sheet, number, (place.first, place.last), text, &title())?;
            }
            Shown::Line(line, texts) => {
                let format = match line.kind {
                    _ if line.text.is_empty() => to_write_on(),
                    LineKind::Text | LineKind::ToSign => plain(line.align),
                    LineKind::Strong => plain(line.align).set_bold(),
                    LineKind::Large => large(line.align),
                    // Nearer to what comes below it than to what stands above.
                    LineKind::Heading => {
                        plain(line.align).set_bold().set_align(FormatAlign::Bottom)
                    }
                };
                for (text, place) in texts {
                    over_columns(sheet, number, (place.first, place.last), text, &format)?;
                }
            }
            Shown::Head(table, of) => {
                for (column, place) in of.columns.iter().zip(&self.columns[*table]) {
                    let columns = (place.first, place.last);
                    over_columns(sheet, number, columns, &column.head, &head())?;
                }
            }
            Shown::Row(table, of, row) => {
                write_row(sheet, number, row, of, &self.columns[*table])?;
            }
        }
        sheet.set_row_height(number, planned.height)?;
        Ok(number + 1)
    }

    /// Writes the head of the table in which this row is, if it is in one, and says which row comes
    /// after it.
    pub fn write_head_again(
        &self,
        sheet: &mut Worksheet,
        number: u32,
        place: usize,
    ) -> Result<u32, XlsxError> {
        let Shown::Row(table, ..) = &self.rows[place].0 else {
            return Ok(number);
        };
        let is_head = |shown: &Shown<'_>| matches!(shown, Shown::Head(of, _) if of == table);
        match self.rows.iter().position(|(shown, _)| is_head(shown)) {
            Some(head) => self.write(sheet, number, head),
            None => Ok(number),
        }
    }

    fn push(&mut self, shown: Shown<'a>, height: f64, stays: bool) {
        let planned = Planned {
            height,
            stays,
            head: 0.0,
        };
        self.rows.push((shown, planned));
    }

    fn take_line(&mut self, line: &'a Line, grid: &Grid) {
        if line.kind == LineKind::ToSign {
            // Nobody signs a page with nothing else on it.
            let before = self.rows.len().saturating_sub(ROWS_TO_BE_SIGNED);
            for (_, planned) in &mut self.rows[before..] {
                planned.stays = true;
            }
        }
        let whole = grid.whole();
        let fits = |(text, place): &(&str, Place)| lines_of(text, place.width) == 1;
        let texts: Vec<&str> = std::iter::once(&line.text)
            .chain(&line.beside)
            .map(String::as_str)
            .collect();
        let halves = grid.halves().filter(|_| line.is_halved());
        let beside = halves.map(|halves| texts.iter().copied().zip(halves).collect::<Vec<_>>());
        if let Some(beside) = beside.filter(|beside| beside.iter().all(fits)) {
            self.push(Shown::Line(line, beside), height_of_line(line, 1), false);
            return;
        }
        for text in texts {
            let letters = match line.kind {
                LineKind::Large => whole.width / LARGE,
                _ => whole.width,
            };
            let height = height_of_line(line, lines_of(text, letters));
            let stays = line.kind == LineKind::Heading;
            self.push(Shown::Line(line, vec![(text, whole)]), height, stays);
        }
    }

    fn take_table(&mut self, table: &'a Table, grid: &Grid) {
        let number = self.columns.len();
        let columns = grid.columns(number);
        let heads = table.columns.iter().zip(&columns);
        let lines = heads.map(|(column, place)| lines_of(&column.head, place.width));
        let lines = lines.max().unwrap_or(1);
        let head = f64::from(lines) * LINE_HEIGHT + 2.0 * ROW_PADDING;
        self.push(Shown::Head(number, table), head, true);
        let last = table.rows.len().saturating_sub(1);
        for (place, row) in table.rows.iter().enumerate() {
            let height = match row.is_to_write_in() {
                true => ROW_TO_WRITE_IN,
                false => height_of(lines_of_row(row, table, &columns)),
            };
            let planned = Planned {
                height,
                // Nor does the last row stand alone.
                stays: row.kind == RowKind::Group || place + 1 == last,
                head,
            };
            self.rows.push((Shown::Row(number, table, row), planned));
        }
        self.columns.push(columns);
    }
}

fn height_of_line(line: &Line, lines: u32) -> f64 {
    match line.kind {
        _ if line.text.is_empty() => ROW_TO_WRITE_IN,
        LineKind::Text | LineKind::Strong => height_of(lines),
        LineKind::Heading => height_of(lines) + ABOVE_HEADING,
        LineKind::ToSign => f64::from(lines) * ROW_TO_SIGN,
        LineKind::Large => height_of(lines) * LARGE,
    }
}

/// The cells of a row, each with the columns of the sheet that it goes over.
fn placed<'a>(row: &'a Row, columns: &[Place]) -> Vec<(usize, &'a Cell, Place)> {
    let (mut place, mut placed) = (0, Vec::new());
    for cell in &row.cells {
        let next = (place + usize::from(cell.span).max(1)).min(columns.len());
        let Some(over) = columns.get(place..next).and_then(Place::over) else {
            break;
        };
        placed.push((place, cell, over));
        place = next;
    }
    placed
}

fn lines_of_row(row: &Row, table: &Table, columns: &[Place]) -> u32 {
    let lines = placed(row, columns).into_iter().map(|(place, cell, over)| {
        let is_middle = align_of(row, table, place) == Align::Middle;
        let indented = if is_middle { 0.0 } else { INDENTED };
        lines_of(&cell.text, over.width - indented)
    });
    lines.max().unwrap_or(1)
}

fn align_of(row: &Row, table: &Table, place: usize) -> Align {
    match row.kind {
        RowKind::Group => Align::Start,
        RowKind::Item | RowKind::Total => table.columns[place].align,
    }
}

fn write_row(
    sheet: &mut Worksheet,
    number: u32,
    row: &Row,
    table: &Table,
    columns: &[Place],
) -> Result<(), XlsxError> {
    let placed = placed(row, columns);
    let mut after = 0;
    for (place, cell, over) in placed {
        let format = framed(row.kind, align_of(row, table, place));
        write_cell(sheet, number, (over.first, over.last), cell, &format)?;
        after = place + usize::from(cell.span).max(1);
    }
    for rest in columns.iter().skip(after) {
        let format = framed(row.kind, Align::Start);
        over_columns(sheet, number, (rest.first, rest.last), "", &format)?;
    }
    Ok(())
}
