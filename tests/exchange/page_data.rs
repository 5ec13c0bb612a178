//! A handout as a page with a file in it is that file: whatever stands in either, what is imported
//! from the page is what is imported from the file.

use crate::generated::any_workspace;
use crate::samples::{assessment, id, organization};
use proptest::prelude::*;
use wuxing::exchange::import::open_text;
use wuxing::exchange::{Document, export};
use wuxing::handout::{Block, Handout, Orientation, Table, Tone, html};

const NOW: i64 = 1_795_000_000_000;

/// A handout in which this text stands everywhere.
fn handout(text: &str) -> Handout {
    let mut table = Table::of([(text, 1, wuxing::handout::Align::Start)]);
    table.push([text.into()]);
    Handout {
        file_name: text.to_owned(),
        title: text.to_owned(),
        subtitle: text.to_owned(),
        orientation: Orientation::Portrait,
        blocks: vec![
            Block::Paragraph {
                text: text.to_owned(),
                tone: Tone::Text,
            },
            Block::Table(table),
        ],
        foot: text.to_owned(),
        language: "zh-CN".to_owned(),
    }
}

#[test]
fn what_ends_an_element_or_begins_a_comment_does_no_harm() {
    let hostile = "</script><script>alert(1)</script><!-- ]]> &lt; {\"format\":\"wuxing\"}";
    let organization = organization(1, hostile);
    let mut answered = assessment(3, id(1), "2026Q3");
    for answer in answered.answers.values_mut() {
        answer.note = hostile.to_owned();
    }
    let documents = [
        Document::Organization(organization),
        Document::Assessment(answered),
    ];
    let file = export::everything(&documents, NOW, "0.1.0").unwrap();
    let page = html::page(&handout(hostile), Some(&file));
    assert_eq!(page.matches("</script>").count(), 1);
    assert_eq!(open_text(&page).unwrap(), open_text(&file).unwrap());
}

#[test]
fn a_page_without_data_is_still_a_page() {
    let page = html::page(&handout("汇报单"), None);
    let refused = open_text(&page).unwrap_err();
    let expected = wuxing::exchange::ImportError::WebPage { of_this_app: false };
    assert_eq!(refused, expected);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn import_of_the_page_is_import_of_the_file(documents in any_workspace(), text in ".{0,40}") {
        let file = export::everything(&documents, NOW, "0.1.0").unwrap();
        let page = html::page(&handout(&text), Some(&file));
        prop_assert_eq!(open_text(&page).unwrap(), open_text(&file).unwrap());
    }
}
