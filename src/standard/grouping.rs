//! Other ways in which documents put together what a pack asks (分组): under the names of projects or
//! of main duties.
//!
//! A grouping is a view and changes nothing that is judged. Not here: how what stands in a group
//! turned out (`assessment::grouped`).

use super::pack::{ItemId, Label, StandardPack};
use super::rule::Certainty;
use serde::{Deserialize, Serialize};

/// A way in which a document groups (分组), for example 「一轴四轮」.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Grouping {
    /// The key, unique in the pack.
    pub key: String,
    /// Its name.
    pub title: Label,
    /// What it is, and what the document doesn't say of it.
    pub about: Label,
    /// The groups, in their order.
    pub groups: Vec<Group>,
    /// The rules it cites (依据), by id.
    pub sources: Vec<String>,
    /// How sure it is (核实标记) what stands in which group.
    pub certainty: Certainty,
}

/// A group (组) of a grouping, for example 「抓富民」.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// The key, unique in its grouping.
    pub key: String,
    /// Its name.
    pub title: Label,
    /// What stands in it: keys of basics and stars, and ids of indicators, duties and mechanisms.
    /// Nothing where a group is for another type of organisation.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub of: Vec<String>,
}

/// Something that stands in a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InGroup {
    /// An indicator of a basic.
    Indicator(ItemId),
    /// A star, by key.
    Star(String),
    /// A duty.
    Duty(ItemId),
    /// A mechanism.
    Mechanism(ItemId),
}

impl Group {
    /// What stands in the group, a basic as its indicators that are on. What the pack does not have
    /// is left out.
    pub fn members(&self, pack: &StandardPack) -> Vec<InGroup> {
        self.of
            .iter()
            .flat_map(|name| members_of(name, pack))
            .collect()
    }
}

/// What a name in a group stands for; nothing if the pack has no such thing.
pub(super) fn members_of(name: &str, pack: &StandardPack) -> Vec<InGroup> {
    if let Some(basic) = pack.basic(name) {
        let on = basic.indicators.iter().filter(|one| one.enabled);
        return on.map(|one| InGroup::Indicator(one.id.clone())).collect();
    }
    let id = ItemId::from(name);
    let one = if pack.star(name).is_some() {
        Some(InGroup::Star(name.to_owned()))
    } else if pack.indicator(&id).is_some() {
        Some(InGroup::Indicator(id))
    } else if pack.checklist.duty(&id).is_some() {
        Some(InGroup::Duty(id))
    } else {
        let known = pack.checklist.mechanism(&id).is_some();
        known.then_some(InGroup::Mechanism(id))
    };
    one.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::standard::{OrganizationType, built_in};

    #[test]
    fn a_basic_stands_for_its_indicators_and_a_star_for_itself() {
        let pack = built_in(OrganizationType::Village).unwrap();
        let on = pack.basic("basic_org").unwrap().indicators.iter();
        let on = on.filter(|one| one.enabled).count();
        assert_eq!(members_of("basic_org", &pack).len(), on);
        fn check(pack: &StandardPack, name: &str, expected: &[InGroup]) {
            assert_eq!(members_of(name, pack), expected, "{name}");
        }
        check(&pack, "star_party", &[InGroup::Star("star_party".into())]);
        check(&pack, "ORG-01", &[InGroup::Indicator("ORG-01".into())]);
        check(&pack, "D-GM", &[InGroup::Duty("D-GM".into())]);
        check(
            &pack,
            "hard_case",
            &[InGroup::Mechanism("hard_case".into())],
        );
        check(&pack, "nothing", &[]);
    }

    /// What a group names is there, and every grouping of a built-in pack has a group with
    /// something in it.
    #[test]
    fn the_built_in_groupings_name_what_is_there() {
        for organization in OrganizationType::ALL {
            let pack = built_in(organization).unwrap();
            // What leads others has no items that papers could put under other names.
            assert_eq!(
                pack.groupings.is_empty(),
                pack.is_list_alone(),
                "{organization:?}"
            );
            for grouping in &pack.groupings {
                let filled = |group: &&Group| !group.members(&pack).is_empty();
                let filled = grouping.groups.iter().filter(filled).count();
                let place = format!("{organization:?} {}", grouping.key);
                let without = [OrganizationType::StateEnterprise].contains(&organization);
                assert!(filled > 0 || without, "{place}");
            }
        }
    }
}
