//! The list of rectifications of a year (整改台账), each from where it was found to where it was
//! closed.
//!
//! Not here: what of it stands in the report.

use super::description::{Align, Block, Cell, Handout, Orientation, Table, Tone};
use super::material::Material;
use crate::order::sorted_by_key;
use crate::rectification::{Origin, Rectification};
use crate::text::item_name;
use uuid::Uuid;

/// The list: what was open in the year of the period.
pub fn rectification_list(material: &Material) -> Handout {
    let (texts, words) = (material.texts(), &material.texts().papers);
    let year = material.assessment.period.year();
    let mut table = Table::of([
        (words.number, 3, Align::Middle),
        (words.problem, 9, Align::Start),
        (words.origin, 5, Align::Start),
        (words.who, 4, Align::Start),
        (words.found, 4, Align::Start),
        (words.until, 4, Align::Start),
        (words.measure, 8, Align::Start),
        (words.result, 6, Align::Start),
        (words.closed, 4, Align::Start),
        (words.state, 3, Align::Middle),
    ]);
    let all = sorted_by_key(material.ledger.rectifications.iter(), |(id, one)| {
        (one.found_on, **id)
    });
    for (place, (id, one)) in all.into_iter().enumerate() {
        let day = |day: Option<_>| day.map(|day| material.day_of_year(day)).unwrap_or_default();
        table.push([
            Cell::number(i64::try_from(place + 1).unwrap_or(i64::MAX)),
            problem(one, material).into(),
            origin(*id, one, material).into(),
            one.who.clone().into(),
            day(Some(one.found_on)).into(),
            day(one.until).into(),
            one.measure.clone().into(),
            one.result.clone().into(),
            day(one.closed_on).into(),
            texts.rectifications.standing(one, material.today).into(),
        ]);
    }
    let block = match table.rows.is_empty() {
        true => Block::Paragraph {
            text: words.rectifications_none.to_owned(),
            tone: Tone::Text,
        },
        false => Block::Table(table),
    };
    let title = (words.rectifications)(year);
    material.handout(title, Orientation::Landscape, vec![block])
}

/// The problem, or a word where nothing was written.
pub(super) fn problem(one: &Rectification, material: &Material) -> String {
    match one.problem.trim() {
        "" => material.texts().rectifications.unnamed.to_owned(),
        problem => problem.to_owned(),
    }
}

/// Where it comes from. A card for the user's own eyes is not named.
fn origin(id: Uuid, one: &Rectification, material: &Material) -> String {
    let (texts, words) = (material.texts(), &material.texts().rectifications);
    match &one.origin {
        Origin::Indicator(id) => {
            (words.origin_indicator)(item_name(&material.pack, id, material.language))
        }
        Origin::WalkThrough(quarter) => (words.origin_walk)((texts.facts.quarter)(*quarter)),
        Origin::Review => {
            let card = material.ledger.card_behind(id);
            let of = card.and_then(|(_, card)| material.pack.checklist.mechanism(&card.mechanism));
            of.filter(|one| !one.is_private()).map_or_else(
                || words.origin_review.to_owned(),
                |one| material.language.say(&one.title).to_owned(),
            )
        }
        Origin::Signal(mechanism, key) => {
            let mechanism = material.pack.checklist.mechanism(mechanism);
            let field = mechanism.and_then(|one| one.fields.iter().find(|one| one.key == *key));
            let name = field.map_or(&**key, |field| material.language.say(&field.label));
            (words.origin_signal)(name.to_owned())
        }
        Origin::Other => words.origin_other.to_owned(),
    }
}
