//! The report of a period (汇报单): one or two pages that are signed and handed to the level above.
//!
//! - [`prose`]: the paragraph at its head, which fits into a chat.
//! - `basics`, `stars`: how they stand; `lacking`: what falls short; `basis`: why.
//! - `duties`: the list of responsibilities, where nothing is assessed.
//! - `rectifications`: what is put right, by whom and until when.
//!
//! Not here: any comparison with other organisations, and anything that is for the user's eyes
//! alone: [`Material`] does not hold it.

mod basics;
mod basis;
mod duties;
mod lacking;
pub mod prose;
mod rectifications;
mod stars;

use super::description::{Block, Handout, Orientation, Tone};
use super::material::Material;
use crate::exchange::ShortCode;

/// How much stands in the report (详略).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// The basics and the stars, a line each, and what falls short (简表).
    #[default]
    Short,
    /// Every indicator as well (详表).
    Full,
}

/// The report of a period. `own_words` is the paragraph as the user wrote it, in the place of the
/// one that is made.
pub fn report(material: &Material, extent: Extent, own_words: Option<&str>) -> Handout {
    let (texts, words) = (material.texts(), &material.texts().report);
    let period = material.assessment.period;
    let list_alone = material.pack.is_list_alone();
    let title = match (list_alone, has_scored_stars(material)) {
        (true, _) => texts.responsibilities.report_title,
        (false, true) => words.title_with_stars,
        (false, false) => words.title,
    };
    let quarter = (texts.facts.quarter)(period);
    let named = |label| (words.heading_of)(material.language.say(label).to_owned());
    let pack = &material.pack;
    let (own_basics, own_stars) = (named(&pack.names.basics), named(&pack.names.stars));
    let title = match list_alone || pack.calls_them_five_basics() {
        true => title(quarter),
        false => (words.title_named)(quarter, material.language.say(&pack.title).to_owned()),
    };
    let basics_heading = match pack.calls_them_five_basics() {
        true => words.basics_heading,
        false => &own_basics,
    };
    let stars_heading = match pack.calls_them_stars() {
        true => words.stars_heading,
        false => &own_stars,
    };
    let mut parts: Vec<(&str, Vec<Block>)> = Vec::new();
    if list_alone {
        let heading = texts.responsibilities.report_heading;
        parts.push((heading, duties::blocks(material)));
    } else if !pack.basics.is_empty() {
        parts.push((basics_heading, basics::blocks(material, extent)));
    }
    if has_scored_stars(material) {
        parts.push((stars_heading, stars::blocks(material, extent)));
    }
    if !list_alone {
        parts.push((words.lacking_heading, lacking::blocks(material)));
    }
    parts.push((
        words.rectifications_heading,
        rectifications::blocks(material, extent),
    ));
    let mut blocks = head(material, own_words);
    for (number, (heading, of_part)) in parts.into_iter().enumerate() {
        blocks.push(Block::Heading((words.numbered)(number, heading)));
        blocks.extend(of_part);
    }
    blocks.push(Block::Signatures(signatures(material)));
    material.handout_of_check(title, Orientation::Portrait, blocks)
}

/// Whether points are published for a star that is for this organisation. Of stars that are only
/// named the report says nothing.
fn has_scored_stars(material: &Material) -> bool {
    material.outcome.sum_maximum > 0
}

/// Whose it is, of when, held against what; and the paragraph.
fn head(material: &Material, own_words: Option<&str>) -> Vec<Block> {
    let (texts, words) = (material.texts(), &material.texts().report);
    let (pack, language) = (&material.pack, material.language);
    let mut facts: Vec<(&str, String)> = vec![
        (words.organization, material.name()),
        (
            words.kind,
            texts
                .facts
                .organization_type(material.organization.organization_type)
                .to_owned(),
        ),
        (words.day, material.day(material.today)),
        (words.members, members(material)),
        (
            words.standard,
            (words.pack)(language.say(&pack.title).to_owned(), pack.version.clone()),
        ),
        (words.code, code(material)),
        (words.data_code, data_code(material)),
    ];
    facts.retain(|(_, value)| !value.is_empty());
    let facts = facts
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value));
    let text = own_words.map_or_else(|| prose::paragraph(material), str::to_owned);
    vec![
        Block::Facts(facts.collect()),
        Block::Paragraph {
            text,
            tone: Tone::Text,
        },
    ]
}

/// How many members there are, as far as the profile says it.
fn members(material: &Material) -> String {
    let words = &material.texts().report;
    let facts = &material.organization.facts;
    match (facts.members, facts.full_members) {
        (Some(all), Some(full)) => (words.members_both)(all, full),
        (Some(all), None) => (words.members_all)(all),
        (None, Some(full)) => (words.members_full)(full),
        (None, None) => String::new(),
    }
}

/// The short code of the period: that of its file, and of the preview of whoever imports it.
fn data_code(material: &Material) -> String {
    let code = material.code.map(|code| code.to_string());
    code.unwrap_or_default()
}

/// The code of the pack, with how many places were changed locally.
fn code(material: &Material) -> String {
    let words = &material.texts().report;
    let code = ShortCode::of_hash(&material.pack_hash).map(|code| code.to_string());
    let code = code.unwrap_or_default();
    match material.organization.local.judging_changes() {
        0 => code,
        changes => (words.code_changed)(code, changes),
    }
}

fn signatures(material: &Material) -> Vec<String> {
    let words = &material.texts().report;
    let lines = [
        words.sign_secretary,
        words.sign_reviewer,
        words.sign_seal,
        words.sign_day,
    ];
    lines.map(str::to_owned).into()
}

/// Of which day the report speaks, where its period is not over: 「截至 11 月 28 日」.
fn as_of(material: &Material) -> Option<String> {
    let judging = material.outcome.judging;
    let day = material.day_of_year(judging.last_counted());
    let running = judging.is_running();
    running.then(|| (material.texts().report.as_of)(day))
}
