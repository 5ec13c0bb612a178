//! The files of a document around its body (文档包): styles, fonts, settings, and the lists that lead
//! from one to the other.
//!
//! Not here: the body and the foot.

use super::blocks;
use super::page::{HEADING_SIZE, TEXT_SIZE, title_size};
use super::xml::{Element, element, value};
use wuxing::handout::Handout;

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE_RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CORE_RELATION: &str =
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
const WORD_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The files, each with its name, in the order in which they are packed.
pub fn files(handout: &Handout, document: String) -> [(&'static str, String); 10] {
    [
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", package_relations()),
        ("word/document.xml", document),
        ("word/_rels/document.xml.rels", document_relations()),
        ("word/styles.xml", styles(handout)),
        ("word/settings.xml", settings()),
        ("word/fontTable.xml", font_table()),
        ("word/head.xml", blocks::head(handout)),
        ("word/foot.xml", blocks::foot(handout)),
        ("docProps/core.xml", core_properties(handout)),
    ]
}

fn content_types() -> String {
    let by_ending = |ending, kind| {
        let default = element("Default").with("Extension", ending);
        default.with("ContentType", kind)
    };
    let by_name = |name: &str, kind: String| {
        let part = element("Override").with("PartName", name);
        part.with("ContentType", kind)
    };
    let parts = [
        ("/word/document.xml", "document.main"),
        ("/word/styles.xml", "styles"),
        ("/word/settings.xml", "settings"),
        ("/word/fontTable.xml", "fontTable"),
        ("/word/head.xml", "header"),
        ("/word/foot.xml", "footer"),
    ];
    let core = "application/vnd.openxmlformats-package.core-properties+xml";
    element("Types")
        .with(
            "xmlns",
            "http://schemas.openxmlformats.org/package/2006/content-types",
        )
        .holding(by_ending(
            "rels",
            "application/vnd.openxmlformats-package.relationships+xml",
        ))
        .holding(by_ending("xml", "application/xml"))
        .holding_all(parts.map(|(name, kind)| by_name(name, format!("{WORD_TYPE}.{kind}+xml"))))
        .holding(by_name("/docProps/core.xml", core.to_owned()))
        .into_file()
}

fn relations(all: impl IntoIterator<Item = (&'static str, String, &'static str)>) -> String {
    let relations = all.into_iter().map(|(id, kind, target)| {
        let relation = element("Relationship").with("Id", id).with("Type", kind);
        relation.with("Target", target)
    });
    element("Relationships")
        .with("xmlns", RELATIONS)
        .holding_all(relations)
        .into_file()
}

fn package_relations() -> String {
    relations([
        (
            "document",
            format!("{OFFICE_RELATION}/officeDocument"),
            "word/document.xml",
        ),
        ("core", CORE_RELATION.to_owned(), "docProps/core.xml"),
    ])
}

fn document_relations() -> String {
    relations([
        ("styles", format!("{OFFICE_RELATION}/styles"), "styles.xml"),
        (
            "settings",
            format!("{OFFICE_RELATION}/settings"),
            "settings.xml",
        ),
        (
            "fonts",
            format!("{OFFICE_RELATION}/fontTable"),
            "fontTable.xml",
        ),
        ("head", format!("{OFFICE_RELATION}/header"), "head.xml"),
        ("foot", format!("{OFFICE_RELATION}/footer"), "foot.xml"),
    ])
}

/// The fonts that every Chinese Windows has. Elsewhere the table of fonts says what may take their
/// place.
fn fonts(chinese: &str) -> Element {
    element("w:rFonts")
        .with("w:ascii", "Times New Roman")
        .with("w:hAnsi", "Times New Roman")
        .with("w:eastAsia", chinese)
        .with("w:cs", "Times New Roman")
}

fn styles(handout: &Handout) -> String {
    let language = element("w:lang")
        .with("w:val", "en-US")
        .with("w:eastAsia", "zh-CN");
    let letters = element("w:rPr")
        .holding(fonts("宋体"))
        .holding(value("w:sz", TEXT_SIZE))
        .holding(value("w:szCs", TEXT_SIZE))
        .holding(language);
    let defaults = element("w:docDefaults")
        .holding(element("w:rPrDefault").holding(letters))
        .holding(element("w:pPrDefault").holding(lines()));
    let normal = element("w:style")
        .with("w:type", "paragraph")
        .with("w:default", 1)
        .with("w:styleId", "Normal")
        .holding(value("w:name", "Normal"))
        .holding(element("w:qFormat"));
    element("w:styles")
        .with("xmlns:w", W)
        .holding(defaults)
        .holding(normal)
        .holding(style("Title", "Title", title_size(handout), None))
        .holding(style("Heading1", "heading 1", HEADING_SIZE, Some(0)))
        .into_file()
}

/// How lines end: none begins with a sign that belongs to what is before it, and such a sign may
/// hang over the edge.
fn lines() -> Element {
    let on = ["w:kinsoku", "w:wordWrap", "w:overflowPunct"];
    element("w:pPr").holding_all(on.map(element))
}

/// A style of headings. With a level it stands in the outline of the document.
fn style(id: &str, name: &str, size: u32, level: Option<u8>) -> Element {
    let paragraph = element("w:pPr").holding(element("w:keepNext"));
    let paragraph = match level {
        Some(level) => paragraph.holding(value("w:outlineLvl", level)),
        None => paragraph,
    };
    let letters = element("w:rPr")
        .holding(fonts("黑体"))
        .holding(element("w:b"))
        .holding(value("w:sz", size))
        .holding(value("w:szCs", size));
    element("w:style")
        .with("w:type", "paragraph")
        .with("w:styleId", id)
        .holding(value("w:name", name))
        .holding(value("w:basedOn", "Normal"))
        .holding(value("w:next", "Normal"))
        .holding(element("w:qFormat"))
        .holding(paragraph)
        .holding(letters)
}

/// Without the mode, Word opens a file as one of an old version and says so in the title.
fn settings() -> String {
    let mode = element("w:compatSetting")
        .with("w:name", "compatibilityMode")
        .with("w:uri", "http://schemas.microsoft.com/office/word")
        .with("w:val", 15);
    let languages = element("w:themeFontLang")
        .with("w:val", "en-US")
        .with("w:eastAsia", "zh-CN");
    element("w:settings")
        .with("xmlns:w", W)
        .holding(value("w:defaultTabStop", 420))
        .holding(value("w:characterSpacingControl", "compressPunctuation"))
        .holding(element("w:compat").holding(mode))
        .holding(languages)
        .into_file()
}

fn font_table() -> String {
    let font = |name: &str, other: &str, family: &str| {
        element("w:font")
            .with("w:name", name)
            .holding(value("w:altName", other))
            .holding(value("w:charset", "86"))
            .holding(value("w:family", family))
            .holding(value("w:pitch", "variable"))
    };
    element("w:fonts")
        .with("xmlns:w", W)
        .holding(font("宋体", "SimSun", "roman"))
        .holding(font("黑体", "SimHei", "swiss"))
        .into_file()
}

fn core_properties(handout: &Handout) -> String {
    element("cp:coreProperties")
        .with(
            "xmlns:cp",
            "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        )
        .with("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .holding(element("dc:title").saying(&handout.title))
        .holding(element("dc:language").saying(&handout.language))
        .into_file()
}
