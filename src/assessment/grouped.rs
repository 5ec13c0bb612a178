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
            StarState::NotWon | StarState::Incomplete | StarState::NotDue | StarState::Frozen => {
                Some(false)
            }
            StarState::Named | StarState::NotApplicable => None,
        },
        InGroup::Duty(_) | InGroup::Mechanism(_) => None,
    }
}
