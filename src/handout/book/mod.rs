//! The ledger of a year as a book (工作台账), by kind: meetings with who was there, how it was voted
//! and what was settled; other work; what was not done and why; mechanisms, card by card.
//!
//! Not here: the list of rectifications, which is a sheet of its own.

mod cards;
mod records;
mod rows;

pub(super) use cards::heading as card_heading;

use super::description::{Block, Handout, Orientation, Tone};
use super::material::Material;
use crate::standard::ItemId;
use uuid::Uuid;

/// A part of the book (分册).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BookPart {
    /// The records of a kind, such as 党员大会.
    Records(ItemId),
    /// Work that is done by saying so (其他工作).
    OtherWork,
    /// What was not done, and why (未开展情况).
    Missed,
    /// The cards of a mechanism, such as 发展党员.
    Mechanism(ItemId),
    /// One card, by the id of its entry. It is a part only where it is asked for.
    Card(Uuid),
}

/// The parts in which anything stands, with what they are called, in the order of the pack.
pub fn parts(material: &Material) -> Vec<(BookPart, String)> {
    let (words, language) = (&material.texts().papers, material.language);
    let checklist = &material.pack.checklist;
    let kinds = checklist.records.iter();
    let kinds = kinds.filter(|kind| records::any_of_kind(material, &kind.id));
    let kinds = kinds.map(|kind| {
        let title = language.say(&kind.title).to_owned();
        (BookPart::Records(kind.id.clone()), title)
    });
    let other = records::any_other_work(material)
        .then(|| (BookPart::OtherWork, words.other_work.to_owned()));
    let missed =
        (!material.ledger.missed.is_empty()).then(|| (BookPart::Missed, words.missed.to_owned()));
    let mechanisms = checklist.mechanisms.iter();
    let mechanisms = mechanisms.filter(|one| !material.ledger.cards_of(&one.id).is_empty());
    let mechanisms = mechanisms.map(|one| {
        let title = language.say(&one.title).to_owned();
        (BookPart::Mechanism(one.id.clone()), title)
    });
    kinds.chain(other).chain(missed).chain(mechanisms).collect()
}

/// How many records stand in the book.
pub(super) fn records_of_year(material: &Material) -> usize {
    records::of_year(material).len()
}

/// The book, or one part of it.
pub fn book(material: &Material, only: Option<&BookPart>) -> Handout {
    let words = &material.texts().papers;
    let year = material.assessment.period.year();
    let parts: Vec<(BookPart, String)> = match only {
        Some(BookPart::Card(id)) => part_of_card(material, *id).into_iter().collect(),
        _ => parts(material)
            .into_iter()
            .filter(|(part, _)| only.is_none_or(|only| only == part))
            .collect(),
    };
    let title = match &parts[..] {
        [(_, title)] => (words.book_of)(year, title.clone()),
        _ => (words.book)(year),
    };
    let mut blocks = Vec::new();
    if parts.is_empty() {
        blocks.push(Block::Paragraph {
            text: words.book_empty.to_owned(),
            tone: Tone::Text,
        });
    }
    for (part, title) in parts {
        blocks.push(Block::Heading(title));
        match part {
            BookPart::Records(kind) => {
                blocks.push(Block::Table(records::of_kind(material, &kind)));
            }
            BookPart::OtherWork => blocks.push(Block::Table(records::other_work(material))),
            BookPart::Missed => blocks.push(Block::Table(records::missed(material))),
            BookPart::Mechanism(id) => blocks.extend(cards::of_mechanism(material, &id)),
            BookPart::Card(id) => blocks.extend(cards::of_card(material, id)),
        }
    }
    material.handout(title, Orientation::Landscape, blocks)
}

/// A card as a part, with the name of its mechanism; `None` if there is none of this id.
fn part_of_card(material: &Material, id: Uuid) -> Option<(BookPart, String)> {
    let card = material.ledger.cards.get(&id)?;
    let mechanism = material.pack.checklist.mechanism(&card.mechanism)?;
    let title = material.language.say(&mechanism.title).to_owned();
    Some((BookPart::Card(id), title))
}
