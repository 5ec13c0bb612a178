//! What must hold of the pieces of a picture, whatever is on them.

use super::*;
use crate::handout::description::{Align, Block, Cell, Table, Tone};
use proptest::prelude::*;

/// As in a font in which every Chinese character is as wide as it is high, and others half of it.
pub struct Halves;

impl Measure for Halves {
    fn width(&self, text: &str, font: Font) -> f64 {
        let halves: u32 = text
            .chars()
            .map(|one| if one.is_ascii() { 1 } else { 2 })
            .sum();
        f64::from(halves) * f64::from(font.size) / 2.0
    }
}

fn handout(blocks: Vec<Block>) -> Handout {
    Handout {
        file_name: "自查情况".to_owned(),
        title: "红旗村党总支2026年第四季度自查情况".to_owned(),
        subtitle: "2026年11月28日".to_owned(),
        orientation: Orientation::Portrait,
        blocks,
        foot: "自查参考，以本地正式文件为准".to_owned(),
        language: "zh-CN".to_owned(),
    }
}

fn table(rows: usize, text: &str) -> Table {
    let mut table = Table::of([("序号", 1, Align::Middle), ("指标", 4, Align::Start)]);
    for number in 0..rows {
        table.push([format!("{number}").into(), text.into()]);
    }
    table
}

fn texts(piece: &Piece) -> Vec<&str> {
    let texts = piece.marks.iter().filter_map(|mark| match mark {
        Mark::Text { text, .. } => Some(text.as_str()),
        Mark::Box { .. } => None,
    });
    texts.collect()
}

#[test]
fn a_short_handout_is_one_piece_without_a_number() {
    let found = pieces(&handout(vec![Block::Table(table(3, "达标"))]), &Halves);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].width, 1080);
    let said = texts(&found[0]);
    assert_eq!(said[0], "红旗村党总支2026年第四季度自查情况");
    assert_eq!(said.last(), Some(&"自查参考，以本地正式文件为准"));
}

#[test]
fn a_long_table_has_its_head_on_every_piece() {
    let found = pieces(
        &handout(vec![Block::Table(table(200, "按期召开党员大会"))]),
        &Halves,
    );
    assert!(found.len() > 2);
    for (place, piece) in found.iter().enumerate() {
        let said = texts(piece);
        assert_eq!(said.iter().filter(|text| **text == "指标").count(), 1);
        let number = format!("{} / {}", place + 1, found.len());
        assert!(said.contains(&number.as_str()), "{said:?}");
        let again = format!("自查情况（续 {}/{}）", place + 1, found.len());
        let begins = said.first().map_or("", |text| text);
        assert_eq!(begins.ends_with(&again), place > 0, "{begins}");
    }
}

#[test]
fn a_heading_stays_with_what_comes_below_it() {
    for rows in 0..80 {
        let blocks = vec![
            Block::Table(table(rows, "甲")),
            Block::Heading("二、得分".to_owned()),
            Block::Table(table(2, "乙")),
        ];
        let found = pieces(&handout(blocks), &Halves);
        let piece = found
            .iter()
            .find(|piece| texts(piece).contains(&"二、得分"));
        assert!(texts(piece.unwrap()).contains(&"乙"), "{rows}");
    }
}

proptest! {
    #[test]
    fn all_of_it_stands_somewhere_and_inside(
        rows in 0_usize..120,
        text in "[甲乙丙，。a-d ]{0,80}",
        paragraphs in proptest::collection::vec("[甲乙丙，。]{0,300}", 0..4),
    ) {
        let mut blocks = vec![Block::Table(table(rows, &text))];
        for text in &paragraphs {
            let tone = Tone::Text;
            blocks.push(Block::Paragraph { text: text.clone(), tone });
        }
        blocks.push(Block::Table({
            let mut table = table(1, "");
            table.push([Cell::number(7), Cell::empty()]);
            table
        }));
        blocks.push(Block::Signatures(vec!["书记签字".to_owned()]));
        let found = pieces(&handout(blocks), &Halves);
        let bare = |text: &str| text.replace(' ', "");
        let is_said = |text: &&str| {
            !text.contains(" / ") && !text.contains("（续") && !text.starts_with("自查参考")
        };
        let said = found.iter().flat_map(texts).filter(is_said);
        let said: String = said.map(bare).collect();
        for text in paragraphs.iter().filter(|text| !text.is_empty()) {
            prop_assert!(said.contains(text.as_str()));
        }
        prop_assert!(said.contains("书记签字"));
        for piece in &found {
            prop_assert!(piece.height <= 4_000, "{}", piece.height);
            for mark in &piece.marks {
                match mark {
                    Mark::Text { x, baseline, text, font, .. } => {
                        prop_assert!(*x >= 0.0 && x + Halves.width(text, *font) <= 1080.0);
                        prop_assert!(*baseline < f64::from(piece.height));
                    }
                    Mark::Box { x, y, width, height, .. } => {
                        prop_assert!(x + width <= 1080.0, "{:?}", mark);
                        prop_assert!(y + height <= f64::from(piece.height), "{:?}", mark);
                    }
                }
            }
        }
    }
}
