//! Files that go through chats in parts and through cameras as codes, and come back.
//!
//! Not here: parts that are damaged, doubled or mixed, which are tried beside the code.

use crate::generated::any_workspace;
use proptest::prelude::*;
use proptest::sample::Index;
use wuxing::exchange::chat_parts::{Carrier, Collection, cut, find, page_around};
use wuxing::exchange::export;

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
