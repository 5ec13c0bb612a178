//! What falls short, and why (主要不足): indicators that are not met, stars that are not won, and
//! disqualifiers.
//!
//! Not here: what is done about it (`rectifications`).

use crate::assessment::{StarOutcome, StarState, VetoAnswer};
use crate::handout::description::{Align, Block, Cell, Table, Tone};
use crate::handout::material::Material;
use crate::rectification::Origin;
use crate::standard::ItemId;
use crate::text::basis_words::basis_sentence;
use crate::text::reason_words::star_reasons;
use crate::text::{Language, item_name, list};

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
        let given = material.assessment.answers.get(&one.id);
        let reason = given.map(|answer| answer.reason.clone());
        let basis = basis_sentence(one, outcome.judging, texts);
        let why = basis.into_iter().chain(reason);
        let why: Vec<String> = why.filter(|part| !part.is_empty()).collect();
        let why = match why.is_empty() {
            true => problem_of(&one.id, material).unwrap_or_else(|| words.why_answered.to_owned()),
            false => why.join(texts.assess.and_then),
        };
        push(what, texts.common.standing(one.standing), why);
    }
    let is_lost = |star: &&StarOutcome| matches!(star.state, StarState::NotWon | StarState::Frozen);
    for star in outcome.stars.iter().filter(is_lost) {
        let Some(of_pack) = material.pack.star(&star.key) else {
            continue;
        };
        let is_star = material.pack.calls_them_stars();
        let result = texts.common.part_state(star.state, is_star);
        let why = list(
            star_reasons(star, &material.pack, material.language),
            material.language,
        );
        push(
            material.language.say(&of_pack.title).to_owned(),
            result,
            why,
        );
    }
    table
}

/// What is to be put right about an indicator, if it was taken up and says more than its name.
fn problem_of(item: &ItemId, material: &Material) -> Option<String> {
    let begun = Origin::Indicator(item.clone());
    let begun = material.ledger.open_rectification_from(&begun)?;
    let problem = &material.ledger.rectifications.get(&begun)?.problem;
    // It begins with the name of the item, in the language in which it was taken up.
    let names = Language::ALL.map(|language| item_name(&material.pack, item, language));
    let lines = problem.lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty() && !names.iter().any(|name| name == line));
    let lines: Vec<&str> = lines.collect();
    (!lines.is_empty()).then(|| lines.join(material.texts().assess.and_then))
}

fn small(text: String) -> Block {
    Block::Paragraph {
        text,
        tone: Tone::Small,
    }
}
