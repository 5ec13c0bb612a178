//! What falls short, and why (主要不足): indicators that are not met, stars that are not won, and
//! disqualifiers.
//!
//! Not here: what is done about it (`rectifications`).

use super::basis::why;
use super::stars::state as star_state;
use crate::assessment::{StarOutcome, StarState, VetoAnswer};
use crate::handout::description::{Align, Block, Cell, Table, Tone};
use crate::handout::material::Material;
use crate::text::reason_words::star_reasons;
use crate::text::{item_name, list};

pub(super) fn blocks(material: &Material) -> Vec<Block> {
    let words = &material.texts().report;
    let mut blocks = Vec::new();
    let table = table(material);
    if table.rows.is_empty() {
        let open = material.outcome.progress(&material.pack).left();
        let text = match open {
            0 => words.nothing_lacking.to_owned(),
            open => (words.nothing_lacking_so_far)(open),
        };
        blocks.push(small(text));
    } else {
        blocks.push(Block::Table(table));
    }
    let vetoes = material.outcome.vetoes_open();
    if vetoes > 0 {
        blocks.push(small((words.vetoes_open)(vetoes)));
    }
    blocks
}

fn table(material: &Material) -> Table {
    let (texts, words) = (material.texts(), &material.texts().report);
    let outcome = &material.outcome;
    let mut table = Table::of([
        (words.number, 4, Align::Middle),
        (words.what, 12, Align::Start),
        (words.self_result, 7, Align::Middle),
        (words.why, 26, Align::Start),
    ]);
    let mut push = |what: String, result: &str, why: String| {
        let number = i64::try_from(table.rows.len() + 1).unwrap_or(i64::MAX);
        table.push([Cell::number(number), what.into(), result.into(), why.into()]);
    };
    let name = |id| item_name(&material.pack, id, material.language);
    let vetoes = outcome.vetoes.iter();
    for veto in vetoes.filter(|veto| veto.answer == Some(VetoAnswer::Present)) {
        push(
            name(&veto.id),
            words.veto_present,
            words.veto_why.to_owned(),
        );
    }
    for one in outcome.to_make_good() {
        let what = match one.must {
            true => (words.must)(name(&one.id)),
            false => name(&one.id),
        };
        push(
            what,
            texts.common.standing(one.standing),
            why(one, material),
        );
    }
    for (star, title) in lost(material) {
        let why = list(
            star_reasons(star, &material.pack, material.language),
            material.language,
        );
        push(title, star_state(star.state, material), why);
    }
    table
}

/// What falls short by name, as many as the table has rows: what the paragraph says.
pub(super) fn names(material: &Material) -> Vec<String> {
    let words = &material.texts().report;
    let outcome = &material.outcome;
    let name = |id| item_name(&material.pack, id, material.language);
    let vetoes = outcome.vetoes.iter();
    let vetoes = vetoes.filter(|veto| veto.answer == Some(VetoAnswer::Present));
    let vetoes = vetoes.map(|veto| name(&veto.id));
    let indicators = outcome.to_make_good().into_iter().map(|one| name(&one.id));
    let stars = lost(material)
        .map(|(star, title)| (words.prose_of_star)(title, star_state(star.state, material)));
    vetoes.chain(indicators).chain(stars).collect()
}

/// The stars that are not won, with what the pack calls them.
fn lost(material: &Material) -> impl Iterator<Item = (&StarOutcome, String)> {
    let is_lost = |star: &&StarOutcome| matches!(star.state, StarState::NotWon | StarState::Frozen);
    let stars = material.outcome.stars.iter().filter(is_lost);
    stars.filter_map(|star| {
        let of_pack = material.pack.star(&star.key)?;
        Some((star, material.language.say(&of_pack.title).to_owned()))
    })
}

fn small(text: String) -> Block {
    Block::Paragraph {
        text,
        tone: Tone::Small,
    }
}
