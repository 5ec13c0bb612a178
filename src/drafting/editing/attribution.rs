//! What the place changed or added cites the place (依据本地规定), and no source of the original, which
//! does not say it.
//!
//! Not here: what was changed (`against`).

use super::against::{Against, against, against_part};
use super::award::against_award;
use super::parts::PartOf;
use crate::standard::{Certainty, ItemId, Rule, StandardPack};

/// The id of the source of what the place itself says.
const OWN_SOURCE: &str = "OWN";

/// What the place changed or added cites the place.
pub(super) fn attribute(pack: &mut StandardPack, original: Option<&StandardPack>) {
    let before = pack.clone();
    let own = |id: &ItemId| match original {
        Some(original) => against(&before, original, id) != Against::Same,
        None => false,
    };
    let cite = |id: &ItemId, sources: &mut Vec<String>, certainty: &mut Certainty| {
        if own(id) || (sources.is_empty() && original.is_none()) {
            *sources = vec![OWN_SOURCE.to_owned()];
            *certainty = Certainty::LocalExample;
        }
    };
    for one in pack
        .basics
        .iter_mut()
        .flat_map(|basic| &mut basic.indicators)
    {
        cite(&one.id, &mut one.sources, &mut one.certainty);
        if own(&one.id) {
            one.frequency_certainty = None;
        }
    }
    for one in pack.stars.iter_mut().flat_map(|star| &mut star.indicators) {
        cite(&one.id, &mut one.sources, &mut one.certainty);
    }
    for one in &mut pack.bonuses {
        cite(&one.id, &mut one.sources, &mut one.certainty);
    }
    for one in &mut pack.vetoes {
        cite(&one.id, &mut one.sources, &mut one.certainty);
    }
    for one in &mut pack.checklist.duties {
        cite(&one.id, &mut one.sources, &mut one.certainty);
        if own(&one.id) {
            one.frequency_certainty = None;
        }
    }
    attribute_parts(pack, &before, original);
    if pack.rule(OWN_SOURCE).is_none() {
        let said = pack
            .published_in
            .clone()
            .filter(|text| !text.trim().is_empty());
        pack.rules.push(Rule {
            id: OWN_SOURCE.to_owned(),
            document: said.unwrap_or_else(|| "本地规定".to_owned()),
            article: None,
            gist: "本地自己定的。".to_owned(),
            certainty: Certainty::LocalExample,
            effective_from: None,
        });
    }
}

/// The parts that the place renamed, and its grades, cite the place.
fn attribute_parts(
    pack: &mut StandardPack,
    before: &StandardPack,
    original: Option<&StandardPack>,
) {
    let graded = pack.award.grades.len() > 1;
    let is_own = match original {
        Some(original) => against_award(before, original) != Against::Same,
        None => pack.award.sources.is_empty() && graded,
    };
    if is_own {
        pack.award.sources = vec![OWN_SOURCE.to_owned()];
        pack.award.certainty = Certainty::LocalExample;
    }
    let Some(original) = original else { return };
    let differs = |part: PartOf| against_part(before, original, &part) != Against::Same;
    let judgement = (&pack.judgement, &original.judgement);
    if judgement.0 != judgement.1 {
        pack.judgement.certainty = Certainty::LocalExample;
    }
    for star in &mut pack.stars {
        if differs(PartOf::Star(star.key.clone())) {
            star.sources = vec![OWN_SOURCE.to_owned()];
            star.certainty = Certainty::LocalExample;
        }
    }
    for category in &mut pack.checklist.categories {
        if differs(PartOf::Duties(category.key.clone())) {
            category.certainty = Certainty::LocalExample;
        }
    }
}
