//! What comes in: archives and workbooks of others, damaged ones, and ones that are none.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

mod sample;

use proptest::prelude::*;
use std::sync::OnceLock;
use wuxing::drafting::{from_html, from_sheet};
use wuxing::exchange::office::OfficeFault;
use wuxing_office::{archive, sheets, workbook};

#[test]
fn what_was_packed_comes_out() {
    let files: [(&str, &[u8]); 3] = [("甲/乙.json", b"{}"), ("c.txt", b""), ("d", &[0xff; 3000])];
    let packed = archive::write(&files).expect("is packed");
    let found = archive::read(&packed).expect("is read");
    for (file, (name, content)) in found.iter().zip(files) {
        assert_eq!(
            (file.name.as_str(), file.content.as_deref()),
            (name, Some(content))
        );
    }
    assert_eq!(found.len(), files.len());
}

/// A file with a name in the encoding of Chinese Windows, as its own zip programs write it: stored,
/// and without the flag of UTF-8.
#[test]
fn a_name_of_chinese_windows_is_understood() {
    let mut packed = archive::write(&[("aaaa.json", b"{}")]).expect("is packed");
    // 支部 in GBK, in the place of four letters, in both places of the archive.
    let name = [0xd6, 0xa7, 0xb2, 0xbf];
    for at in 0..packed.len() - 4 {
        if packed[at..].starts_with(b"aaaa") {
            packed[at..at + 4].copy_from_slice(&name);
        }
    }
    let found = archive::read(&packed).expect("is read");
    assert_eq!(found[0].name, "支部.json");
}

#[test]
fn what_cannot_be_read_says_why() {
    let book = workbook::write(&sample::handout(20), &[]).expect("is written");
    let check = |bytes: &[u8], expected| {
        assert_eq!(sheets::read(bytes), Err(expected), "{:?}", bytes.get(..8));
    };
    check(b"", OfficeFault::Foreign);
    check(b"{\"format\":1}", OfficeFault::Foreign);
    check(&book[..book.len() / 2], OfficeFault::Damaged);
    let archive = archive::write(&[("a.json", b"{}")]).expect("is packed");
    check(&archive, OfficeFault::Foreign);
    check(&[0xd0, 0xcf, 0x11, 0xe0, 0, 0], OfficeFault::Damaged);
    let mut locked = vec![0xd0, 0xcf, 0x11, 0xe0];
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    check(&locked, OfficeFault::Locked);
    let large = vec![0; 65 << 20];
    let bomb = archive::write(&[("a", &large)]).expect("is packed");
    assert!(bomb.len() < 1 << 20);
    assert_eq!(archive::read(&bomb), Err(OfficeFault::TooLarge));
}

#[test]
fn merged_cells_are_told() {
    let book = workbook::write(&sample::handout(1), &[]).expect("is written");
    let found = sheets::read(&book).expect("is read");
    // The head of a group goes over all columns, as the title does.
    let merged = &found[0].merged;
    let over_all = |row: u32| {
        let over = merged.iter().find(|one| one.first_row == row);
        over.map(|one| (one.first_column, one.last_row, one.last_column))
    };
    let title = over_all(0);
    assert!(
        title.is_some_and(|(first, _, last)| first == 0 && last > 3),
        "{merged:?}"
    );
    assert_eq!(
        over_all(7),
        title.map(|(first, _, last)| (first, 7, last)),
        "{merged:?}"
    );
}

proptest! {
    #[test]
    fn no_bytes_do_harm(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = archive::read(&bytes);
        let _ = sheets::read(&bytes);
        let _ = archive::read(&[b"PK\x03\x04", bytes.as_slice()].concat());
    }

    #[test]
    fn no_damage_does_harm(at in 0_usize..6000, with in any::<u8>()) {
        static BOOK: OnceLock<Vec<u8>> = OnceLock::new();
        let write = || workbook::write(&sample::handout(2), &[]).expect("is written");
        let mut book = BOOK.get_or_init(write).clone();
        let length = book.len();
        book[at % length] = with;
        let _ = sheets::read(&book);
    }
}

/// A workbook that LibreOffice wrote holds the table that a browser copies of the same scheme.
#[test]
fn a_workbook_of_an_office_program_is_the_table_that_is_copied() {
    let sheets = sheets::read(include_bytes!(
        "../../tests/fixtures/schemes/hundred-marks.xlsx"
    ));
    let sheets = sheets.expect("is read");
    let place = |one: u32| usize::try_from(one).unwrap_or(usize::MAX);
    let merged = sheets[0].merged.iter().map(|cells| {
        let down = place(cells.first_row)..=place(cells.last_row);
        (down, place(cells.first_column)..=place(cells.last_column))
    });
    let copied = include_str!("../../tests/fixtures/schemes/hundred-marks.html");
    assert_eq!(from_sheet(&sheets[0].rows, merged), from_html(copied));
}
