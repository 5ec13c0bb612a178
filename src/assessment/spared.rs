//! What the facts of an organisation spare (因此不用查): the items that do not apply or answer
//! themselves, each with the fact that decides it.
//!
//! Not here: the judging, which the pack's own conditions do (`indicator`, `stars`).

use super::organization::Organization;
use crate::period::CivilDate;
use crate::standard::{Fact, Indicator, Label, ProfileAnswer, StandardPack};

/// Items that are spared for one and the same reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spared<'a> {
    /// Their names, in the order of the pack.
    pub items: Vec<&'a Label>,
    /// Why.
    pub why: SparedBy,
}

/// Why an item is spared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SparedBy {
    /// These facts of the organisation, each named once.
    Facts(Vec<(Fact, u32)>),
    /// The term of office, which runs until this day.
    TermRunsUntil(CivilDate),
}

/// What the facts of an organisation spare, held against the pack in force. `today` is not known
/// while the clock cannot be believed; a term of office then counts as running.
pub fn spared<'a>(
    organization: &Organization,
    pack: &'a StandardPack,
    today: Option<CivilDate>,
) -> Vec<Spared<'a>> {
    let facts = &organization.facts;
    let indicators: Vec<&Indicator> = pack.indicators().filter(|one| one.enabled).collect();
    let of_basics = indicators.iter();
    let of_basics = of_basics.map(|one| (&one.title, one.not_applicable_when.as_ref()));
    let of_stars = pack.stars.iter();
    let of_stars = of_stars.map(|star| (&star.title, star.not_applicable_when.as_ref()));
    let mut found: Vec<Spared<'a>> = Vec::new();
    for (title, condition) in of_basics.chain(of_stars) {
        let Some(condition) = condition.filter(|condition| condition.holds(facts)) else {
            continue;
        };
        let mut named: Vec<(Fact, u32)> = Vec::new();
        for fact in condition.decided_by(facts) {
            if !named.contains(&fact) {
                named.push(fact);
            }
        }
        let why = SparedBy::Facts(named);
        match found.iter_mut().find(|known| known.why == why) {
            Some(known) => known.items.push(title),
            None => found.push(Spared {
                items: vec![title],
                why,
            }),
        }
    }
    let running = |end: &CivilDate| today.is_none_or(|today| today < *end);
    if let Some(end) = organization.term_end.filter(running) {
        let answered = |one: &&&Indicator| one.answered_by == Some(ProfileAnswer::TermNotExpired);
        found.extend(indicators.iter().filter(answered).map(|one| Spared {
            items: vec![&one.title],
            why: SparedBy::TermRunsUntil(end),
        }));
    }
    found
}
