//! Whatever becomes of files on their way, no wrong data is taken in: whole, cut, changed, put
//! together from two, as pages, parts, archives, workbooks, signed and sealed. And what was written
//! into a workbook is read out of it again.
//!
//! Not here: single forms, which are tried where they are written.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use proptest::prelude::*;
use proptest::sample::Index;
use std::sync::LazyLock;
use wuxing::app::intake::{Intake, Outcome, Received};
use wuxing::effects::CountingRandomness;
use wuxing::exchange::chat_parts::{Carrier, Collection, cut_file, page_around};
use wuxing::exchange::signing::{Signature, SigningKey};
use wuxing::exchange::{Document, ImportIssue, NoForeignEncoding, export, open_text};
use wuxing::handout::{Align, Block, Cell, Handout, Orientation, Table, html};
use wuxing_office::{archive, sheets, workbook};

/// The present, later than anything in the fixtures.
const NOW: i64 = 1_795_248_930_123;

/// Two files that could be taken for one another.
static FILES: LazyLock<[String; 2]> = LazyLock::new(|| {
    let whole = include_str!("../../tests/fixtures/file-v4-assessment.json");
    let opened = open_text(whole).expect("is a file");
    let first = export::everything(&opened.documents, NOW, "0.2.0").expect("is written");
    let mut others = opened.documents;
    for document in &mut others {
        if let Document::Assessment(one) = document {
            one.answers
                .values_mut()
                .for_each(|answer| answer.note.push('乙'));
        }
        if let Document::Organization(one) = document {
            one.name.push('乙');
        }
    }
    let second = export::everything(&others, NOW, "0.2.0").expect("is written");
    [first, second]
});

/// A handout with a table.
fn handout(cells: &[Vec<String>]) -> Handout {
    let width = cells.iter().map(Vec::len).max().unwrap_or(1).max(1);
    let heads: Vec<String> = (0..width).map(|place| format!("栏{place}")).collect();
    let mut table = Table::of(heads.iter().map(|head| (&**head, 1, Align::Start)));
    for row in cells {
        let empty = std::iter::repeat_with(Cell::empty);
        table.push(
            row.iter()
                .map(|text| text.as_str().into())
                .chain(empty)
                .take(width),
        );
    }
    Handout {
        file_name: "自查情况".to_owned(),
        title: "自查情况".to_owned(),
        subtitle: String::new(),
        orientation: Orientation::Portrait,
        blocks: vec![Block::Table(table)],
        foot: String::new(),
        language: "zh-CN".to_owned(),
    }
}

fn carrying(file: &str) -> Vec<u8> {
    let parts = cut_file(file, Carrier::Message).expect("can be cut");
    let letters: Vec<String> = parts.iter().map(|part| part.letters()).collect();
    let letters: Vec<&str> = letters.iter().map(String::as_str).collect();
    workbook::write(&handout(&[vec!["党员大会".to_owned()]]), &letters).expect("is written")
}

/// Every form in which a file leaves, but for a sealed one.
fn forms(file: &str) -> Vec<Vec<u8>> {
    let key = SigningKey::new(&CountingRandomness::default()).expect("there is randomness");
    let codes = cut_file(file, Carrier::Code).expect("can be cut");
    let mut forms = vec![
        file.as_bytes().to_vec(),
        key.signed(file.to_owned()).into_bytes(),
        html::page(&handout(&[]), Some(file)).into_bytes(),
        page_around(file, "五基五星", "导入")
            .expect("can be cut")
            .into_bytes(),
        archive::write(&[("甲/乙.json", file.as_bytes())]).expect("is packed"),
        carrying(file),
    ];
    let messages = cut_file(file, Carrier::Message).expect("can be cut");
    let parts = codes.iter().chain(&messages);
    forms.extend(parts.map(|part| part.letters().into_bytes()));
    forms
}

/// All forms of both files, made once.
static FORMS: LazyLock<Vec<Vec<u8>>> =
    LazyLock::new(|| FILES.iter().flat_map(|file| forms(file)).collect());

fn received(files: impl IntoIterator<Item = Vec<u8>>) -> Received {
    let mut intake = Intake::of(Collection::default(), &NoForeignEncoding, NOW);
    for (place, bytes) in files.into_iter().enumerate() {
        intake.take_file(format!("{place}"), bytes);
        while intake.step() {}
    }
    intake.end()
}

fn documents() -> Vec<Document> {
    let all = FILES.iter();
    all.flat_map(|file| open_text(file).expect("is a file").documents)
        .collect()
}

/// Says what is wrong with what was taken in: data that stands in neither file, and of which
/// nothing is said.
fn wrong(received: &Received) -> Option<String> {
    let is_told = |outcome: &Outcome| match outcome {
        Outcome::Good(contents) => contents.signed.signature == Some(Signature::Invalid),
        Outcome::Doubtful(_, issues) => issues.iter().any(|issue| {
            matches!(
                issue,
                ImportIssue::ChecksumDiffers | ImportIssue::NoChecksum
            )
        }),
        Outcome::Refused(_) => false,
    };
    if received
        .reports
        .iter()
        .any(|report| is_told(&report.outcome))
    {
        return None;
    }
    let known = documents();
    let found = received
        .found
        .iter()
        .flat_map(|found| &found.opened.documents);
    let mut foreign = found.filter(|document| !known.contains(document));
    foreign.next().map(|document| format!("{document:?}"))
}

#[test]
fn every_form_is_taken_in_as_the_file() {
    for file in FILES.iter() {
        let expected = open_text(file).expect("is a file").documents;
        let (alone, parts) = (forms(file), forms(file).split_off(6));
        for form in alone.into_iter().take(6) {
            let found = received([form]).found.expect("is opened");
            assert_eq!(found.opened.documents, expected);
        }
        let found = received(parts).found.expect("is opened");
        assert_eq!(found.opened.documents[..expected.len()], expected);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Some four deeds a case: a thousand and more in all.
    #[test]
    fn nothing_wrong_is_taken_in(
        deeds in proptest::collection::vec(
            (any::<Index>(), any::<Index>(), any::<Index>(), any::<u8>(), 0..6_u8), 1..9,
        ),
    ) {
        let come = deeds.into_iter().map(|(which, other, place, byte, deed)| {
            let (mut bytes, other) = (which.get(&FORMS).clone(), other.get(&FORMS));
            let at = place.index(bytes.len());
            match deed {
                0 => bytes.truncate(at),
                1 => bytes[at] = byte,
                2 => drop(bytes.remove(at)),
                // The beginning of one with the end of another.
                3 => {
                    bytes.truncate(at);
                    bytes.extend_from_slice(&other[at.min(other.len())..]);
                }
                // Twice, and another behind it.
                4 => {
                    let again = bytes.clone();
                    bytes.extend(again);
                    bytes.extend_from_slice(other);
                }
                _ => {}
            }
            bytes
        });
        let received = received(come.collect::<Vec<_>>());
        let wrong = wrong(&received);
        prop_assert!(wrong.is_none(), "{}", wrong.unwrap_or_default());
    }

    /// What stands in the cells of a table is read out of them again.
    #[test]
    fn a_workbook_is_read_as_it_was_written(
        cells in proptest::collection::vec(
            proptest::collection::vec("[=+@'\"<>&_x0-9 \n村党员大会，。①-]{0,12}", 1..5), 1..8,
        ),
    ) {
        let written = handout(&cells);
        let book = workbook::write(&written, &[]).expect("is written");
        let found = sheets::read(&book).expect("is read");
        let mut expected = cells;
        for row in &mut expected {
            while row.last().is_some_and(String::is_empty) {
                row.pop();
            }
        }
        while expected.last().is_some_and(Vec::is_empty) {
            expected.pop();
        }
        // The title and the heads stand above.
        prop_assert_eq!(&found[0].rows[2..], &expected[..]);
    }
}
