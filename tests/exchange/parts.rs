//! Files that go through chats in parts and through cameras as codes, and come back.
//!
//! Not here: parts that are damaged, doubled or mixed, which are tried beside the code.

use crate::generated::any_workspace;
use proptest::prelude::*;
use proptest::sample::Index;
use uuid::Uuid;
use wuxing::app::sending::for_others;
use wuxing::app::workspace::Workspace;
use wuxing::app::{example, example_files, example_matters};
use wuxing::exchange::chat_parts::{Carrier, Collection, cut, cut_file, find, page_around};
use wuxing::exchange::qr::{Picture, read};
use wuxing::exchange::{export, open_text};
use wuxing::period::CivilDate;
use wuxing::sorted_set::SortedSet;

const NOW: i64 = 1_795_248_930_123;

/// The files of which all parts are in a text.
fn files(text: &str) -> Vec<String> {
    let mut collection = Collection::default();
    for part in find(text) {
        collection.take(part.unwrap());
    }
    let complete = collection.take_complete().into_iter();
    complete.map(|(_, file)| file.unwrap()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_import_of_an_export_in_parts_is_the_identity(
        documents in any_workspace(), moves in proptest::collection::vec(any::<Index>(), 0..20),
    ) {
        let text = export::everything(&documents, NOW, "0.1.0").unwrap();
        for carrier in [Carrier::Message, Carrier::Code, Carrier::File] {
            let mut parts = cut(&text, carrier).unwrap();
            let count = parts.len();
            moves.iter().for_each(|to| parts.swap(0, to.index(count)));
            let letters: Vec<String> = parts.iter().map(|part| part.letters()).collect();
            prop_assert_eq!(files(&letters.join("\n收到\n")), vec![text.clone()]);
        }
        let page = page_around(&text, "五基五星", "打开").unwrap();
        prop_assert_eq!(files(&page), vec![text]);
    }
}

#[test]
fn the_parts_of_the_documentation_are_read() {
    // They were written by a program of another language, as the page says.
    let documentation = include_str!("../../docs/file-format.md");
    let block = documentation.split("```parts\n").nth(1).unwrap();
    let block = block.split("\n```").next().unwrap();
    assert_eq!(files(block), ["五基达标，五星争创。五基达标，五星争创。\n"]);
}

/// The grey values of a picture in the plain form of PBM, and how wide it is.
fn picture(pbm: &str) -> Picture {
    let mut lines = pbm.lines().filter(|line| !line.starts_with('#')).skip(1);
    let size = lines.next().unwrap();
    let width = size.split(' ').next().unwrap().parse().unwrap();
    let squares = lines.flat_map(str::bytes);
    let grey = squares.map(|square| if square == b'1' { 0 } else { u8::MAX });
    Picture::of_grey(width, grey.collect())
}

#[test]
fn codes_that_another_program_drew_are_read() {
    // The parts of the documentation, in the second one's order.
    let pictures = [
        include_str!("../fixtures/codes/part-2.pbm"),
        include_str!("../fixtures/codes/part-1.pbm"),
    ];
    let seen = pictures.map(|pbm| read(&picture(pbm)).concat());
    assert_eq!(
        files(&seen.join("\n")),
        ["五基达标，五星争创。五基达标，五星争创。\n"]
    );
}

/// A period goes out in as few messages and codes as it does now, or fewer.
#[test]
fn the_example_takes_few_messages_and_codes() {
    let today: CivilDate = "2026-11-27".parse().unwrap();
    let mut last = 0;
    let mut new_id = || {
        last += 1;
        Uuid::from_u128(u128::from(u64::MAX) * last)
    };
    let (village, quarter) = (example_files::village(), today.quarter());
    let bare = example::documents(village, quarter, 1_795_000_000_000, &mut new_id).unwrap();
    let documents = example_matters::added_to(bare, village, today, 1_795_000_000_000, &mut new_id);
    let mut workspace = Workspace::default();
    documents.into_iter().for_each(|one| workspace.put(one));
    let period = *workspace.assessments.keys().next_back().unwrap();
    let sent = for_others(&workspace, period, &SortedSet::default()).unwrap();
    let file = export::for_others(&sent, NOW, "0.2.0").unwrap();
    let count = |carrier| cut_file(&file, carrier).unwrap().len();
    let (messages, codes) = (count(Carrier::Message), count(Carrier::Code));
    assert!(messages <= 4, "{messages} messages");
    assert!(codes <= 16, "{codes} codes");
    // What goes in parts is the file.
    let letters = cut_file(&file, Carrier::Code).unwrap();
    let letters: Vec<String> = letters.iter().map(|part| part.letters()).collect();
    let come = files(&letters.join("\n"));
    assert_eq!(open_text(&come[0]).unwrap(), open_text(&file).unwrap());
}
