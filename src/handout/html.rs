//! A handout as a page that stands for itself (网页): one file that any phone shows, with its looks
//! and its data inside, without a script and without a request.
//!
//! The data is a file of the app, in a `script` element that no browser runs, so that the app can
//! take it in again. Not here: how it is written there (`exchange::page_data`).

use super::description::{Align, Block, Handout, Orientation, Row, RowKind, Table, Tone};
use super::phrases::phrases;
use super::unbroken::{Piece, pieces, with_firm_spaces};
use crate::exchange::page_data;
use std::fmt::{self, Display, Write as _};

/// What the page may load: nothing. Its looks stand in it.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// How a handout looks, on the page that is handed out and on the screen; in an app of its own, the
/// page has the tokens that it uses.
pub const LOOKS: &str = include_str!("../../style/handout.css");

const TOKENS: &str = include_str!("page_looks.txt");

/// The page of a handout. `data` is the text of a file of the app that goes along, a JSON text.
pub fn page(handout: &Handout, data: Option<&str>) -> String {
    let mut page = String::from("<!DOCTYPE html>\n");
    // Writing into a text cannot fail.
    let _ = write_page(&mut page, handout, data);
    page
}

fn write_page(page: &mut String, handout: &Handout, data: Option<&str>) -> fmt::Result {
    writeln!(
        page,
        "<html lang=\"{}\">\n<head>",
        Escaped(&handout.language)
    )?;
    writeln!(page, "<meta charset=\"utf-8\">")?;
    writeln!(
        page,
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">"
    )?;
    writeln!(
        page,
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
    )?;
    writeln!(page, "<title>{}</title>", Escaped(&handout.file_name))?;
    writeln!(page, "<style>\n{TOKENS}{LOOKS}</style>\n</head>\n<body>")?;
    let lying = match handout.orientation {
        Orientation::Portrait => "",
        Orientation::Landscape => " lying",
    };
    let letter = if handout.is_letter() { " letter" } else { "" };
    writeln!(page, "<main class=\"handout{lying}{letter}\">")?;
    write!(page, "<h2>")?;
    for phrase in phrases(&handout.title) {
        // The space before the next phrase stands outside of it, or the line would not be broken.
        let (words, behind) = phrase.split_at(phrase.trim_end().len());
        write!(page, "<span>{}</span>{behind}", Escaped(words))?;
    }
    writeln!(page, "</h2>")?;
    if !handout.subtitle.is_empty() {
        writeln!(
            page,
            "<p class=\"under\">{}</p>",
            Escaped(&handout.subtitle)
        )?;
    }
    for block in &handout.blocks {
        write_block(page, block, handout)?;
    }
    if !handout.foot.is_empty() {
        writeln!(page, "<footer>{}</footer>", Escaped(&handout.foot))?;
    }
    writeln!(page, "</main>")?;
    if let Some(data) = data {
        let data = page_data::inside_element(data);
        writeln!(page, "{}\n{data}\n{}", page_data::BEGIN, page_data::END)?;
    }
    writeln!(page, "</body>\n</html>")
}

fn write_block(page: &mut String, block: &Block, handout: &Handout) -> fmt::Result {
    match block {
        Block::Heading(text) => writeln!(page, "<h3>{}</h3>", Escaped(text)),
        Block::Paragraph { text, tone } => {
            let class = match tone {
                Tone::Text => "",
                Tone::Strong => " class=\"strong\"",
                Tone::Small => " class=\"small\"",
                Tone::Address => " class=\"address\"",
                Tone::Closing => " class=\"closing\"",
            };
            writeln!(page, "<p{class}>{}</p>", Escaped(text))
        }
        Block::Facts(facts) => {
            writeln!(page, "<dl>")?;
            for (name, value) in facts {
                let value = with_firm_spaces(value);
                let (name, value) = (Escaped(name), Escaped(&value));
                writeln!(page, "<div><dt>{name}</dt> <dd>{value}</dd></div>")?;
            }
            writeln!(page, "</dl>")
        }
        Block::Table(table) => write_table(page, table, handout),
        Block::Signatures(signs) => {
            writeln!(page, "<div class=\"signs\">")?;
            for sign in signs {
                writeln!(page, "<span>{}</span>", Escaped(sign))?;
            }
            writeln!(page, "</div>")
        }
        Block::Lines(count) => {
            (0..*count).try_for_each(|_| writeln!(page, "<div class=\"line\"></div>"))
        }
        Block::PageBreak => writeln!(page, "<div class=\"new-page\"></div>"),
    }
}

fn write_table(page: &mut String, table: &Table, handout: &Handout) -> fmt::Result {
    let joined = handout.joined(table);
    let is_wide = joined.is_wide();
    let class = if is_wide { " class=\"wide\"" } else { "" };
    writeln!(page, "<table{class}>")?;
    if !table.caption.is_empty() {
        writeln!(page, "<caption>{}</caption>", Escaped(&table.caption))?;
    }
    if let Some(percents) = joined.percents_on_phone() {
        write_widths(page, " class=\"on-phone\"", &percents)?;
    }
    write_widths(page, "", &joined.percents(handout.orientation))?;
    write!(page, "<thead><tr>")?;
    for column in &table.columns {
        let head = with_firm_spaces(&column.head);
        write!(page, "<th scope=\"col\">{}</th>", Escaped(&head))?;
    }
    writeln!(page, "</tr></thead>\n<tbody>")?;
    for row in &table.rows {
        write_row(page, row, table, is_wide)?;
    }
    writeln!(page, "</tbody>\n</table>")
}

fn write_widths(page: &mut String, class: &str, percents: &[String]) -> fmt::Result {
    write!(page, "<colgroup{class}>")?;
    for percent in percents {
        write!(page, "<col width=\"{percent}\">")?;
    }
    writeln!(page, "</colgroup>")
}

/// In a wide table each cell says what its column is, for phones, which show no heads of columns.
fn write_row(page: &mut String, row: &Row, table: &Table, is_wide: bool) -> fmt::Result {
    let (class, tag) = match row.kind {
        RowKind::Item if row.is_to_write_in() => (" class=\"pen\"", "td"),
        RowKind::Item => ("", "td"),
        RowKind::Group => (" class=\"group\"", "th"),
        RowKind::Total => (" class=\"total\"", "td"),
    };
    write!(page, "<tr{class}>")?;
    let mut place = 0;
    for cell in &row.cells {
        let column = table.columns.get(place);
        let class = match column.map(|column| column.align) {
            Some(Align::Middle) if row.kind != RowKind::Group => " class=\"middle\"",
            Some(Align::End) if row.kind != RowKind::Group => " class=\"end\"",
            _ => "",
        };
        let span = match cell.span {
            0 | 1 => String::new(),
            span => format!(" colspan=\"{span}\""),
        };
        write!(page, "<{tag}{class}{span}")?;
        if let (true, Some(column)) = (is_wide && row.kind != RowKind::Group, column) {
            write!(page, " data-head=\"{}\"", Escaped(&column.head))?;
        }
        write!(page, ">")?;
        write_text(page, &cell.text)?;
        write!(page, "</{tag}>")?;
        place += usize::from(cell.span.max(1));
    }
    writeln!(page, "</tr>")
}

/// The text of a cell. What has several pieces is one thing beside the head of its column.
fn write_text(page: &mut String, text: &str) -> fmt::Result {
    let pieces = pieces(text);
    let is_one = pieces.len() <= 1;
    if !is_one {
        write!(page, "<div>")?;
    }
    for piece in &pieces {
        match piece {
            Piece::Text(text) => write!(page, "{}", Escaped(text))?,
            Piece::Box(text) => write!(page, "<span class=\"box\">{}</span>", Escaped(text))?,
            Piece::Choice(text) => {
                write!(page, "<span class=\"choice\">{}</span>", Escaped(text))?;
            }
        }
    }
    if !is_one {
        write!(page, "</div>")?;
    }
    Ok(())
}

/// A text as it stands in a page.
struct Escaped<'a>(&'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in self.0.chars() {
            match character {
                '&' => formatter.write_str("&amp;")?,
                '<' => formatter.write_str("&lt;")?,
                '>' => formatter.write_str("&gt;")?,
                '"' => formatter.write_str("&quot;")?,
                // A page can hold no such character, whichever way it is written.
                control if control.is_control() && !control.is_whitespace() => {}
                other => formatter.write_char(other)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_looks_name_no_token_that_the_page_lacks() {
        for used in super::LOOKS.split("var(").skip(1) {
            let name = used.split(')').next().unwrap();
            assert!(super::TOKENS.contains(&format!("{name}:")), "{name}");
        }
    }
}
