//! How the groups of a grouping stand (分组的情况): how much of what stands in a group is met.
//!
//! Not here: what stands in it (`standard`).

use super::indicator::Standing;
use super::outcome::Outcome;
use super::stars::StarState;
use crate::standard::InGroup;

/// How many of the members of a group are met or won, and how many are judged at all: indicators
/// that are due and apply, and stars that are scored. Duties and mechanisms are not counted.
pub fn met_in_group(members: &[InGroup], outcome: &Outcome) -> (usize, usize) {
    let judged: Vec<bool> = members
        .iter()
        .filter_map(|member| is_met(member, outcome))
        .collect();
    let met = judged.iter().filter(|met| **met).count();
    (met, judged.len())
}

/// Whether it is met or won; `None` if it is not judged.
fn is_met(member: &InGroup, outcome: &Outcome) -> Option<bool> {
    match member {
        InGroup::Indicator(id) => match outcome.indicator(id)?.standing {
            Standing::Met => Some(true),
            Standing::Partly | Standing::Unmet | Standing::Unchecked => Some(false),
            Standing::NotApplicable | Standing::NotDue | Standing::Off => None,
        },
        InGroup::Star(key) => match outcome.star(key)?.state {
            StarState::Won => Some(true),
            StarState::NotWon | StarState::Incomplete | StarState::Frozen => Some(false),
            StarState::Named | StarState::NotApplicable => None,
        },
        InGroup::Duty(_) | InGroup::Mechanism(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::example;
    use crate::app::example_files::village;
    use crate::assessment::judge;
    use crate::exchange::Document;
    use crate::standard::{OrganizationType, built_in};
    use uuid::Uuid;

    #[test]
    fn what_is_not_judged_is_not_counted() {
        let mut last = 0;
        let new_id = || {
            last += 1;
            Uuid::from_u128(last)
        };
        let documents = example::documents(village(), "2026Q4".parse().unwrap(), 1, new_id);
        let (mut organization, mut assessment) = (None, None);
        for document in documents.unwrap() {
            match document {
                Document::Organization(one) => organization = Some(one),
                Document::Assessment(one) => assessment = Some(one),
                _ => {}
            }
        }
        let pack = built_in(OrganizationType::Village).unwrap();
        let outcome = judge(&pack, &organization.unwrap(), &assessment.unwrap());
        let check = |members: &[InGroup], expected: (usize, usize)| {
            assert_eq!(met_in_group(members, &outcome), expected, "{members:?}");
        };
        check(&[InGroup::Indicator("ORG-01".into())], (1, 1));
        check(&[InGroup::Indicator("TEAM-05".into())], (0, 1));
        check(&[InGroup::Indicator("SYS-01".into())], (0, 0));
        check(&[InGroup::Duty("D-GM".into())], (0, 0));
        check(&[InGroup::Star("star_ecology".into())], (1, 1));
    }
}
