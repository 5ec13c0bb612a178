//! The blocks of a handout as the body of a document (正文): title, headings, paragraphs, lines to be
//! signed.
//!
//! Not here: tables, and the files around the body.

use super::page::{self, HEADING_SIZE, LETTER_SIZE, SMALL_SIZE, TEXT_SIZE};
use super::tables;
use super::xml::{Element, element, value};
use wuxing::handout::{Block, Handout, Tone};

/// The namespaces of the body and of the foot.
const NAMESPACES: [(&str, &str); 2] = [
    (
        "xmlns:w",
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        "xmlns:r",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
];

/// The first of the characters that are Chinese alone.
const CHINESE_BEGINS: char = '\u{2e80}';

/// Signs of both scripts, which are of different sizes where their font is not said.
const SIGNS: [char; 6] = ['□', '■', '●', '○', '★', '☆'];

/// The longest text that stands in one half of a line to be signed.
const HALF_LINE: usize = 12;

/// The file with the body.
pub fn document(handout: &Handout) -> String {
    let mut body = element("w:body").holding(title(handout));
    if !handout.subtitle.is_empty() {
        body = body.holding(subtitle(&handout.subtitle));
    }
    for (place, block) in handout.blocks.iter().enumerate() {
        // Nobody signs a page with nothing else on it, and no line stands without what it is for.
        let next = handout.blocks[place + 1..].iter();
        let mut next = next.skip_while(|block| is_remark(block));
        let stays = match next.next() {
            Some(Block::Signatures(_)) => true,
            _ => matches!(handout.blocks.get(place + 1), Some(Block::Lines(_))),
        };
        body = body.holding_all(elements(block, handout, stays));
    }
    root("w:document")
        .holding(body.holding(section(handout)))
        .into_file()
}

fn is_remark(block: &Block) -> bool {
    let tone = match block {
        Block::Paragraph { tone, .. } => Some(*tone),
        _ => None,
    };
    tone == Some(Tone::Small)
}

/// The file with the head of every page but the first: what it goes on with.
pub fn head(handout: &Handout) -> String {
    let said = runs(&handout.title, SMALL_SIZE, false);
    root("w:hdr")
        .holding(paragraph([value("w:jc", "center")], said))
        .into_file()
}

/// The file with the foot of every page: a line of text, and the number of the page.
pub fn foot(handout: &Handout) -> String {
    let small = |text: &str| run(text, SMALL_SIZE, false);
    let field = |instruction: &str| {
        let field = element("w:fldSimple").with("w:instr", instruction);
        field.holding(run("1", SMALL_SIZE, false))
    };
    let tab = value("w:tab", "right").with("w:pos", page::text_width(handout));
    let rule = value("w:top", "single")
        .with("w:sz", 4)
        .with("w:space", 4)
        .with("w:color", "808080");
    let properties = element("w:pPr")
        .holding(element("w:pBdr").holding(rule))
        .holding(element("w:tabs").holding(tab));
    let paragraph = element("w:p")
        .holding(properties)
        .holding(small(&handout.foot))
        .holding(element("w:r").holding(element("w:tab")))
        .holding(field(" PAGE "))
        .holding(small(" / "))
        .holding(field(" NUMPAGES "));
    root("w:ftr").holding(paragraph).into_file()
}

/// Some text, in letters of this size, with its signs apart.
pub fn runs(text: &str, size: u32, bold: bool) -> Vec<Element> {
    let mut pieces: Vec<String> = Vec::new();
    let mut before = None;
    for one in text.chars() {
        let is_sign = SIGNS.contains(&one);
        match pieces.last_mut() {
            Some(piece) if before == Some(is_sign) => piece.push(one),
            _ => pieces.push(one.to_string()),
        }
        before = Some(is_sign);
    }
    let pieces = pieces.iter();
    pieces.map(|piece| run(piece, size, bold)).collect()
}

/// Some text, in letters of this size.
fn run(text: &str, size: u32, bold: bool) -> Element {
    let mut properties = element("w:rPr");
    let is_chinese = text.chars().any(|one| one >= CHINESE_BEGINS);
    if text.starts_with(SIGNS) {
        properties = properties.holding(fonts_of_signs());
    } else if bold || is_chinese {
        properties = properties.holding(fonts(bold, is_chinese));
    }
    if bold {
        properties = properties.holding(element("w:b"));
    }
    let properties = properties
        .holding(value("w:sz", size))
        .holding(value("w:szCs", size));
    let text = text.replace('\t', " ");
    element("w:r")
        .holding(properties)
        .holding(element("w:t").with("xml:space", "preserve").saying(&text))
}

fn root(name: &'static str) -> Element {
    NAMESPACES
        .iter()
        .fold(element(name), |root, (name, address)| {
            root.with(name, address)
        })
}

/// The font of Chinese letters, if they are bold; others stay as they are. In a Chinese text the
/// boxes and quotation marks, which both scripts have, are Chinese ones.
fn fonts(bold: bool, is_chinese: bool) -> Element {
    let mut fonts = element("w:rFonts");
    if is_chinese {
        fonts = fonts.with("w:hint", "eastAsia");
    }
    if bold {
        fonts = fonts.with("w:eastAsia", "黑体");
    }
    fonts
}

/// The font of signs, whichever script a program takes them for.
fn fonts_of_signs() -> Element {
    let fonts = element("w:rFonts").with("w:hint", "eastAsia");
    let places = ["w:ascii", "w:hAnsi", "w:eastAsia"];
    places
        .into_iter()
        .fold(fonts, |fonts, place| fonts.with(place, "宋体"))
}

/// What follows each other in a paragraph, with what is said of the paragraph in the order of the
/// schema.
fn paragraph(properties: impl IntoIterator<Item = Element>, inside: Vec<Element>) -> Element {
    let properties = element("w:pPr").holding_all(properties);
    element("w:p").holding(properties).holding_all(inside)
}

fn spacing(before: u32, after: u32) -> Element {
    element("w:spacing")
        .with("w:before", before)
        .with("w:after", after)
}

fn title(handout: &Handout) -> Element {
    let properties = [
        value("w:pStyle", "Title"),
        element("w:keepNext"),
        spacing(0, 120),
        value("w:jc", "center"),
    ];
    let size = page::title_size(handout);
    let mut inside = Vec::new();
    for (place, line) in page::title_lines(handout).into_iter().enumerate() {
        if place > 0 {
            inside.push(element("w:r").holding(element("w:br")));
        }
        inside.push(run(line, size, true));
    }
    paragraph(properties, inside)
}

fn subtitle(text: &str) -> Element {
    let properties = [spacing(0, 200), value("w:jc", "center")];
    paragraph(properties, vec![run(text, TEXT_SIZE, false)])
}

/// The elements of a block, which may stay with what comes next.
fn elements(block: &Block, handout: &Handout, stays: bool) -> Vec<Element> {
    match block {
        Block::Heading(text) => vec![heading(text)],
        Block::Paragraph { text, tone } => text
            .lines()
            .map(|line| of_tone(line, *tone, handout, stays))
            .collect(),
        Block::Facts(facts) => tables::facts(facts, handout),
        Block::Table(table) => tables::table(table, handout, stays),
        Block::Signatures(lines) => signatures(lines, handout),
        Block::Lines(count) => (0..*count).map(|_| empty_line(handout)).collect(),
        Block::PageBreak => vec![page_break()],
    }
}

fn heading(text: &str) -> Element {
    let properties = [
        value("w:pStyle", "Heading1"),
        element("w:keepNext"),
        spacing(240, 120),
    ];
    paragraph(properties, vec![run(text, HEADING_SIZE, true)])
}

/// A line of a paragraph. Running text begins two characters in, as official papers do.
fn of_tone(line: &str, tone: Tone, handout: &Handout, stays: bool) -> Element {
    let text_size = match handout.is_letter() {
        true => LETTER_SIZE,
        false => TEXT_SIZE,
    };
    let (size, bold) = match tone {
        Tone::Text | Tone::Address | Tone::Closing => (text_size, false),
        Tone::Strong => (text_size, true),
        Tone::Small => (SMALL_SIZE, false),
    };
    let mut properties = Vec::new();
    if stays || tone == Tone::Strong {
        // What is strong is the name of what comes below it.
        properties.push(element("w:keepNext"));
    }
    properties.push(match tone {
        Tone::Small => spacing(60, 60),
        Tone::Text | Tone::Strong | Tone::Address | Tone::Closing => spacing(40, 40)
            .with("w:line", 360)
            .with("w:lineRule", "auto"),
    });
    if page::is_chinese(handout) && tone == Tone::Text {
        let indent = element("w:ind").with("w:firstLineChars", 200);
        properties.push(indent.with("w:firstLine", size * 20));
    }
    if tone == Tone::Closing {
        properties.push(value("w:jc", "right"));
    }
    paragraph(properties, runs(line, size, bold))
}

/// Lines to be signed, two beside each other where they are short.
fn signatures(texts: &[String], handout: &Handout) -> Vec<Element> {
    let width = page::text_width(handout);
    let are_short = texts.iter().all(|text| text.chars().count() <= HALF_LINE);
    let together = if are_short { 2 } else { 1 };
    let rows = texts.chunks(together);
    let last = rows.len().saturating_sub(1);
    let rows = rows.enumerate();
    rows.map(|(place, row)| signature_row(row, width, together, place < last))
        .collect()
}

fn signature_row(texts: &[String], width: u32, together: usize, stays: bool) -> Element {
    let half = width / 2;
    let line = |end: u32| {
        let tab = value("w:tab", "left").with("w:leader", "underscore");
        tab.with("w:pos", end)
    };
    let stops = match together {
        2 => vec![
            line(half - 240),
            value("w:tab", "left").with("w:pos", half),
            line(width),
        ],
        _ => vec![line(width)],
    };
    let mut properties = Vec::new();
    if stays {
        properties.push(element("w:keepNext"));
    }
    properties.push(element("w:tabs").holding_all(stops));
    properties.push(spacing(360, 0));
    let tab = || element("w:r").holding(element("w:tab"));
    let mut inside = Vec::new();
    for (place, text) in texts.iter().enumerate() {
        if place > 0 {
            inside.push(tab());
        }
        inside.push(run(&format!("{text} "), TEXT_SIZE, false));
        inside.push(tab());
    }
    paragraph(properties, inside)
}

/// A line to be written on by pen.
fn empty_line(handout: &Handout) -> Element {
    let width = page::text_width(handout);
    let tab = value("w:tab", "left")
        .with("w:leader", "underscore")
        .with("w:pos", width);
    let properties = [element("w:tabs").holding(tab), spacing(120, 0)];
    paragraph(properties, vec![element("w:r").holding(element("w:tab"))])
}

/// The next page. The paragraph that begins it takes next to no room.
fn page_break() -> Element {
    paragraph([element("w:pageBreakBefore"), thin()], Vec::new())
}

/// A line that is as good as none: between two tables, which Word would otherwise make one of. It
/// may stay with what comes next.
pub fn gap(stays: bool) -> Element {
    let stays = stays.then(|| element("w:keepNext"));
    paragraph(stays.into_iter().chain([thin()]), Vec::new())
}

fn thin() -> Element {
    let lines = element("w:spacing").with("w:before", 0).with("w:after", 0);
    lines.with("w:line", 120).with("w:lineRule", "exact")
}

/// How the pages are: the last element of the body.
fn section(handout: &Handout) -> Element {
    let (width, height) = page::size(handout);
    let mut size = element("w:pgSz").with("w:w", width).with("w:h", height);
    if width > height {
        size = size.with("w:orient", "landscape");
    }
    let margins = element("w:pgMar")
        .with("w:top", page::END_MARGIN)
        .with("w:right", page::SIDE_MARGIN)
        .with("w:bottom", page::END_MARGIN)
        .with("w:left", page::SIDE_MARGIN)
        .with("w:header", 680)
        .with("w:footer", 680)
        .with("w:gutter", 0);
    let part = |name, pages: &str, id: &str| {
        let part = element(name).with("w:type", pages);
        part.with("r:id", id)
    };
    // The first page has the title, and no head.
    element("w:sectPr")
        .holding(part("w:headerReference", "default", "head"))
        .holding(part("w:footerReference", "default", "foot"))
        .holding(part("w:footerReference", "first", "foot"))
        .holding(size)
        .holding(margins)
        .holding(element("w:titlePg"))
}
