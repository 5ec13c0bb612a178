//! What is put right, by whom and until when (整改落实情况): what is open, and what was closed in the
//! period.
//!
//! Not here: the whole list of a year, which is a sheet of its own.

use super::Extent;
use crate::handout::description::{Align, Block, Table, Tone};
use crate::handout::material::Material;
use crate::handout::rectification_list::problem;
use crate::rectification::{Rectification, in_order};

/// How many of them the short form lists, so that it stays on two pages.
const LISTED_SHORT: usize = 12;

/// What is put right. The short form lists what presses most, and says how many there are besides.
pub(super) fn blocks(material: &Material, extent: Extent) -> Vec<Block> {
    let (texts, words) = (material.texts(), &material.texts().report);
    let all = material.ledger.rectifications.iter();
    let of_period = all.filter(|(_, one)| is_of_period(one, material));
    let rows = in_order(of_period.map(|(id, one)| (*id, one)), material.today);
    if rows.is_empty() {
        return vec![Block::Paragraph {
            text: words.no_rectifications.to_owned(),
            tone: Tone::Small,
        }];
    }
    let mut table = Table::of([
        (words.problem, 7, Align::Start),
        (words.who, 3, Align::Start),
        (words.until, 3, Align::Start),
        (words.measure, 6, Align::Start),
        (words.state, 2, Align::Middle),
    ]);
    let listed = match extent {
        Extent::Short => LISTED_SHORT,
        Extent::Full => usize::MAX,
    };
    let others = rows.len().saturating_sub(listed);
    for (_, one) in rows.into_iter().take(listed) {
        let until = one.until.map(|day| material.day_of_year(day));
        let said = [&one.measure, &one.result];
        let said = said.into_iter().filter(|text| !text.is_empty());
        let said: Vec<&str> = said.map(String::as_str).collect();
        table.push([
            problem(one, material).into(),
            one.who.clone().into(),
            until.unwrap_or_default().into(),
            said.join(texts.assess.and_then).into(),
            texts.rectifications.standing(one, material.today).into(),
        ]);
    }
    let mut blocks = vec![Block::Table(table)];
    if others > 0 {
        blocks.push(Block::Paragraph {
            text: (words.other_rectifications)(others),
            tone: Tone::Small,
        });
    }
    blocks
}

/// Whether it is open, or was closed since the period began.
pub(super) fn is_of_period(one: &Rectification, material: &Material) -> bool {
    let first = material.assessment.period.first_day();
    one.closed_on.is_none_or(|closed| closed >= first)
}
