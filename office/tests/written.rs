//! What was written is opened again: a workbook by a reader that was not written here, a document
//! as XML. Each is left in the folder for temporary files of the tests, to be looked at.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

mod sample;

use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::BTreeMap;
use std::path::Path;
use wuxing::handout::{Block, Handout, Orientation};
use wuxing_office::{archive, sheets, word, workbook};

fn keep(name: &str, bytes: &[u8]) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(folder.join(name), bytes).expect("can be written");
}

/// The files of a document, each a text.
fn parts(document: &[u8]) -> BTreeMap<String, String> {
    let files = archive::read(document).expect("is an archive");
    let texts = files.into_iter().map(|file| {
        let content = file.content.expect("can be unpacked");
        (file.name, String::from_utf8(content).expect("is UTF-8"))
    });
    texts.collect()
}

/// Reads an XML file to its end, and gives the texts in it, one for each paragraph.
fn paragraphs(xml: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let mut paragraphs = vec![String::new()];
    loop {
        match reader.read_event().expect("is well-formed") {
            Event::Eof => return paragraphs,
            Event::Start(tag) if tag.name().as_ref() == "w:p" => paragraphs.push(String::new()),
            Event::Text(text) => {
                paragraphs.last_mut().expect("has one").push_str(&text);
            }
            Event::GeneralRef(name) => {
                let text = quick_xml::escape::resolve_predefined_entity(&name);
                paragraphs
                    .last_mut()
                    .expect("has one")
                    .push_str(text.expect("is known"));
            }
            _ => {}
        }
    }
}

#[test]
fn a_document_is_whole() {
    let document = word::write(&sample::handout(60)).expect("is written");
    keep("sample.docx", &document);
    let parts = parts(&document);
    for (name, text) in &parts {
        assert!(
            text.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\""),
            "{name}"
        );
        paragraphs(text);
    }
    for (name, types) in [
        ("word/_rels/document.xml.rels", "word/"),
        ("_rels/.rels", ""),
    ] {
        let targets = parts[name].split("Target=\"").skip(1);
        for target in targets.filter_map(|rest| rest.split('"').next()) {
            assert!(parts.contains_key(&format!("{types}{target}")), "{target}");
        }
    }
    for name in parts
        .keys()
        .filter(|name| name.starts_with("word/") && name.ends_with(".xml"))
    {
        let listed = format!("PartName=\"/{name}\"");
        assert!(parts["[Content_Types].xml"].contains(&listed), "{name}");
    }
}

#[test]
fn a_document_says_all_that_the_handout_says() {
    let document = word::write(&sample::handout(3)).expect("is written");
    let said = paragraphs(&parts(&document)["word/document.xml"]);
    for text in [
        "红旗村党总支2026年第四季度五基五星自查情况",
        "自查日期 2026年11月28日",
        "下一步重点补齐党员大会和主题党日记录。",
        "一、五基达标",
        "判定",
        "基本组织",
        "=每季度召开党员大会，议题提前三天通知，到会过半方可召开，表决情况记录在案",
        "五星得分/2026",
        "合计",
        "-3",
        "书记签字 盖章 ",
        "自查参考，不作为评比依据。<&> ",
    ] {
        assert!(said.iter().any(|said| said == text), "{text}: {said:#?}");
    }
}

#[test]
fn heads_stand_again_and_no_row_is_cut() {
    let document = word::write(&sample::handout(60)).expect("is written");
    let body = &parts(&document)["word/document.xml"];
    let count = |what: &str| body.matches(what).count();
    assert_eq!(count("<w:tblHeader/>"), 3);
    assert_eq!(count("<w:cantSplit/>"), count("<w:tr>"));
    assert_eq!(count("<w:tbl>"), count("<w:tblGrid>"));
    assert!(body.contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"));
    assert!(count("w:eastAsia=\"黑体\"") > 3);
    // What the later pages go on with stands at their head.
    assert!(body.contains("<w:titlePg/>"));
    let head = paragraphs(&parts(&document)["word/head.xml"]).concat();
    assert_eq!(head, "红旗村党总支2026年第四季度五基五星自查情况");
    // Two tables without a paragraph between them become one.
    assert_eq!(count("</w:tbl><w:tbl>"), 0);
}

/// What the sheets of a workbook say, by their names.
fn sheets_of(handout: &Handout, name: &str) -> BTreeMap<String, Vec<Vec<String>>> {
    let bytes = workbook::write(handout, &[]).expect("is written");
    keep(name, &bytes);
    let sheets = sheets::read(&bytes).expect("can be read");
    sheets
        .into_iter()
        .map(|sheet| (sheet.name, sheet.rows))
        .collect()
}

/// A book: its kinds can be sorted and added up, each for itself.
#[test]
fn a_book_has_a_sheet_for_each_table() {
    let mut book = sample::handout(60);
    book.orientation = Orientation::Landscape;
    let found = sheets_of(&book, "sample.xlsx");
    let names: Vec<&str> = found.keys().map(String::as_str).collect();
    assert_eq!(names, ["一、五基达标", "三、空白表", "五星得分2026"]);
    let long = &found["一、五基达标"];
    assert_eq!(long[0], ["红旗村党总支2026年第四季度五基五星自查情况"]);
    assert_eq!(long[1], ["自查日期 2026年11月28日"]);
    assert!(long[2][0].starts_with("组织：红旗村党总支"), "{long:?}");
    assert_eq!(long[5], ["一、五基达标"]);
    assert_eq!(long[6], ["序号", "指标", "判定", "应/实"]);
    assert_eq!(long[7], ["基本组织"]);
    assert_eq!(long[8][0], "1");
    // A text, and no formula, which a reader would show without its sign.
    assert!(long[8][1].starts_with("=每季度"), "{long:?}");
    assert_eq!(long.len(), 68);
    let scores = &found["五星得分2026"];
    assert_eq!(scores[5], ["富民强村星", "-3"]);
    // What the page says below a table stands below it.
    assert_eq!(scores[7], ["须由上级核定的以上级核定为准。"]);
    assert!(
        scores[10][0].starts_with("书记签字 ＿＿＿＿＿＿＿＿＿＿"),
        "{scores:?}"
    );
}

/// The book of a year had a sheet for each of its thirteen tables, most of three rows; printed,
/// each of them was a page.
#[test]
fn short_tables_of_a_book_stand_below_each_other() {
    let mut book = sample::handout(5);
    book.orientation = Orientation::Landscape;
    book.blocks.retain(|block| *block != Block::PageBreak);
    let found = sheets_of(&book, "short-book.xlsx");
    let names: Vec<&str> = found.keys().map(String::as_str).collect();
    assert_eq!(names, ["一、五基达标、五星得分2026、三、空白表"]);
}

/// A heading stood at the foot of a page, and its table began on the next one without it.
#[test]
fn a_table_that_goes_on_has_its_head_again() {
    let handout = sample::handout(90);
    let bytes = workbook::write(&handout, &[]).expect("is written");
    let sheet = &parts(&bytes)["xl/worksheets/sheet1.xml"];
    let breaks = sheet.matches("<brk ").count();
    assert!(breaks >= 3, "{breaks}");
    let found = sheets_of(&handout, "long.xlsx");
    let rows = found.values().next().expect("has a sheet");
    let heads = rows
        .iter()
        .filter(|row| row.first().is_some_and(|one| one == "序号"));
    // The last two pages have other tables.
    assert!(
        (breaks - 1..=breaks + 1).contains(&heads.count()),
        "{breaks}"
    );
}

/// A leader opens the report and sees the report, and not four sheets of it.
#[test]
fn a_report_is_one_sheet() {
    let found = sheets_of(&sample::handout(3), "short.xlsx");
    let (name, rows) = found.first_key_value().expect("has a sheet");
    assert_eq!(found.len(), 1);
    assert_eq!(name, "红旗村党总支2026年第四季度五基五星自查情况");
    let said: Vec<String> = rows
        .iter()
        .map(|row| {
            let cells = row.iter().filter(|cell| !cell.is_empty());
            cells.cloned().collect::<Vec<_>>().join(" | ")
        })
        .collect();
    for text in [
        "一、五基达标",
        "序号 | 指标 | 判定 | 应/实",
        "二、得分",
        "五星得分/2026",
        "星 | 自评 | 核定",
        "富民强村星 | -3",
        "书记签字 ＿＿＿＿＿＿＿＿＿＿ | 盖章 ＿＿＿＿＿＿＿＿＿＿",
        "三、空白表",
        "时间 | 内容",
    ] {
        assert_eq!(
            said.iter().filter(|said| *said == text).count(),
            1,
            "{text}: {said:#?}"
        );
    }
    let bytes = workbook::write(&sample::handout(3), &[]).expect("is written");
    let sheet = &parts(&bytes)["xl/worksheets/sheet1.xml"];
    // Numbers stay numbers where a cell goes over several columns.
    assert!(sheet.contains("<v>92</v></c>"), "{sheet}");
    assert!(sheet.contains("<mergeCell "), "{sheet}");
}

#[test]
fn numbers_are_numbers_and_texts_are_not() {
    let mut book = sample::handout(60);
    book.orientation = Orientation::Landscape;
    let bytes = workbook::write(&book, &[]).expect("is written");
    let sheet = &parts(&bytes)["xl/worksheets/sheet1.xml"];
    assert!(!sheet.contains("<f>"), "{sheet}");
    assert!(sheet.contains("<v>1</v></c>"), "{sheet}");
    for set_up in ["paperSize=\"9\"", "fitToHeight=\"0\""] {
        assert!(sheet.contains(set_up), "{set_up}: {sheet}");
    }
    // A head stays in place where it is near the top, and not below half a screen of texts.
    assert!(!sheet.contains("state=\"frozen\""), "{sheet}");
    let form = &parts(&bytes)["xl/worksheets/sheet3.xml"];
    assert!(form.contains("state=\"frozen\""), "{form}");
    let book = &parts(&bytes)["xl/workbook.xml"];
    assert!(book.contains("_xlnm.Print_Titles"), "{book}");
    assert!(parts(&bytes)["xl/styles.xml"].contains("quotePrefix=\"1\""));
}

#[test]
fn a_handout_without_tables_has_its_texts_on_a_sheet() {
    let mut handout = sample::handout(1);
    handout
        .blocks
        .retain(|block| !matches!(block, Block::Table(_)));
    let found = sheets_of(&handout, "texts.xlsx");
    let (name, rows) = found.first_key_value().expect("has a sheet");
    assert_eq!(name, "红旗村党总支2026年第四季度五基五星自查情况");
    assert!(
        rows.iter()
            .any(|row| row[0].starts_with("组织：红旗村党总支")),
        "{rows:?}"
    );
}

/// Makes a document and a workbook of every description in the folder that the environment names,
/// to be looked at. The tests of handouts write the descriptions there.
#[test]
fn handouts_are_written_to_be_looked_at() {
    let Ok(folder) = std::env::var("WUXING_PAGES") else {
        return;
    };
    for entry in std::fs::read_dir(folder).expect("is a folder").flatten() {
        let path = entry.path();
        if path.extension().is_some_and(|ending| ending == "json") {
            let text = std::fs::read_to_string(&path).expect("can be read");
            let handout: Handout = serde_json::from_str(&text).expect("is a handout");
            let document = word::write(&handout).expect("is written");
            std::fs::write(path.with_extension("docx"), document).expect("can be written");
            let book = workbook::write(&handout, &[]).expect("is written");
            std::fs::write(path.with_extension("xlsx"), book).expect("can be written");
        }
    }
}
