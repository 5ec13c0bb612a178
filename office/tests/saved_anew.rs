//! What other programs make of what left (另存、打包): a workbook and a page saved anew, and archives
//! packed. What comes of it is the data or says that the data is lost.
//!
//! The files in `saved_anew` and `packed` were made by the programs that they are named after, and
//! stay as they are. LibreOffice saved what `what_is_to_be_saved_anew` leaves by `soffice
//! --headless --convert-to`, once into .ods and from there into .xlsx; openpyxl changed a cell as
//! well.
//!
//! Not here: what becomes of files on their way otherwise (`arriving`).

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod sample;

use encoding_rs::GBK;
use std::path::Path;
use wuxing::app::intake::{Intake, Outcome, Received, Refused};
use wuxing::exchange::chat_parts::{Carrier, Collection, cut_file};
use wuxing::exchange::{ForeignEncoding, ImportError, ImportIssue, open_text};
use wuxing::handout::html;
use wuxing_office::workbook;

/// The file that the workbook, the page and the archives hold.
const FILE: &str = include_str!("../../tests/fixtures/file-v4-assessment.json");

/// The present, later than anything in the file.
const NOW: i64 = 1_795_248_930_123;

/// Reads names of Chinese Windows, as a browser does.
struct ChineseWindows;

impl ForeignEncoding for ChineseWindows {
    fn decode_gbk(&self, bytes: &[u8]) -> Option<String> {
        let text = GBK.decode_without_bom_handling_and_without_replacement(bytes);
        text.map(std::borrow::Cow::into_owned)
    }
}

/// The workbook and the page as this app writes them, in the folder for temporary files of the
/// tests.
#[test]
fn what_is_to_be_saved_anew() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let page = html::page(&sample::handout(3), Some(FILE));
    std::fs::write(folder.join("carrying.xlsx"), book()).expect("can be written");
    std::fs::write(folder.join("carrying.html"), &page).expect("can be written");
    // Nothing is said of what nobody has saved anew.
    for (name, bytes) in [("a.xlsx", book()), ("a.html", page.into_bytes())] {
        assert_eq!(outcome(name, &bytes), Ok(Vec::new()), "{name}");
    }
}

fn book() -> Vec<u8> {
    let parts = cut_file(FILE, Carrier::Message).expect("can be cut");
    let letters: Vec<String> = parts.iter().map(|part| part.letters()).collect();
    let letters: Vec<&str> = letters.iter().map(String::as_str).collect();
    workbook::write(&sample::handout(3), &letters).expect("is written")
}

fn received(name: &str, bytes: &[u8]) -> Received {
    let mut intake = Intake::of(Collection::default(), &ChineseWindows, NOW);
    intake.take_file(name.to_owned(), bytes.to_vec());
    while intake.step() {}
    intake.end()
}

/// What is said of a file that holds the data and nothing else; or why it is refused.
fn outcome(name: &str, bytes: &[u8]) -> Result<Vec<ImportIssue>, ImportError> {
    let all = received(name, bytes);
    let [report] = &all.reports[..] else {
        panic!("{name}: {:?}", all.reports);
    };
    assert_eq!(report.name.file, name);
    match &report.outcome {
        Outcome::Refused(Refused::Import(error)) => {
            assert_eq!(all.found, None, "{name}");
            return Err(error.clone());
        }
        Outcome::Refused(other) => panic!("{name}: {other:?}"),
        Outcome::Good(_) | Outcome::Doubtful(..) => {}
    }
    let (found, whole) = (
        all.found.expect("is opened").opened,
        open_text(FILE).expect("is a file"),
    );
    assert_eq!(found.documents, whole.documents, "{name}");
    Ok(found.issues)
}

macro_rules! saved {
    ($name:literal) => {
        ($name, include_bytes!(concat!("saved_anew/", $name)))
    };
}

macro_rules! packed {
    ($name:literal) => {
        ($name, include_bytes!(concat!("packed/", $name)))
    };
}

/// A workbook keeps the hidden sheet with the data, whoever saves it; but whoever changed a cell
/// must learn that it did not change the data. In other formats the data is lost, and that is told.
#[test]
fn what_was_saved_anew_is_the_data_or_says_that_it_is_lost() {
    fn check((name, bytes): (&str, &[u8]), expected: Result<Vec<ImportIssue>, ImportError>) {
        assert_eq!(outcome(name, bytes), expected, "{name}");
    }

    let doubtful = || Ok(vec![ImportIssue::SavedAnew]);
    check(saved!("libreoffice.xlsx"), doubtful());
    check(saved!("libreoffice.ods"), doubtful());
    check(saved!("libreoffice-from-ods.xlsx"), doubtful());
    check(saved!("openpyxl.xlsx"), doubtful());
    let lost = || Err(ImportError::OfficeDocument);
    check(saved!("libreoffice.xls"), lost());
    check(saved!("libreoffice.docx"), lost());
    let page = ImportError::WebPage { of_this_app: false };
    check(saved!("libreoffice.html"), Err(page));
    check(saved!("libreoffice.csv"), Err(ImportError::NothingOfOurs));
}

/// A folder with the file and a photo in it, packed on several systems: as a file and as a stream,
/// with names in UTF-8 that say so and that do not, with names of Chinese Windows, and with what a
/// Mac and Windows add.
#[test]
fn what_others_packed_is_unpacked() {
    fn check((name, bytes): (&str, &[u8])) {
        let all = received(name, bytes);
        let mut told: Vec<(&str, bool)> = all
            .reports
            .iter()
            .map(|report| (report.name.file.as_str(), report.is_refused()))
            .collect();
        told.sort_by_key(|(_, is_refused)| *is_refused);
        let [file, photo] =
            ["红旗村党总支.json", "照片.jpg"].map(|inside| format!("{name} / 上报/{inside}"));
        assert_eq!(told, [(&*file, false), (&*photo, true)]);
        let whole = open_text(FILE).expect("is a file").documents;
        assert_eq!(all.found.expect("is opened").opened.documents, whole);
    }

    check(packed!("zip.zip"));
    check(packed!("zip-stream.zip"));
    check(packed!("zip-gbk.zip"));
    check(packed!("python-macos.zip"));
    check(packed!("python-stream.zip"));
}
