//! An organisation whose document is lost (代替的组织): what belongs to it is shown under a stand-in
//! instead of lying there unseen.
//!
//! Not here: when that is known for certain (`sync`).

use super::workspace::Workspace;
use crate::assessment::{LocalSettings, Organization};
use crate::sorted_set::SortedSet;
use crate::standard::{Facts, OrganizationType};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::StrDeserializer;
use serde_json::Map;
use uuid::Uuid;

/// Puts a stand-in in the place of every organisation to which something belongs and that is not
/// there; returns the stand-ins.
///
/// It has no name, and was changed before everything else, so that the organisation itself takes
/// its place wherever it turns up.
pub fn add_missing(workspace: &mut Workspace) -> Vec<Organization> {
    let owners = workspace.assessments.values().map(|one| one.organization);
    let owners = owners.chain(workspace.ledgers.values().map(|page| page.organization));
    let missing: SortedSet<Uuid> = owners
        .filter(|id| !workspace.organizations.contains_key(id))
        .collect();
    let stand_ins: Vec<Organization> = missing
        .into_iter()
        .map(|id| stand_in(id, workspace))
        .collect();
    for organization in &stand_ins {
        workspace
            .organizations
            .insert(organization.id, organization.clone());
    }
    stand_ins
}

#[inline(never)]
fn stand_in(id: Uuid, workspace: &Workspace) -> Organization {
    let periods = workspace.assessments_of(id);
    let pages = workspace.pages_of(id);
    let begun = periods.iter().map(|one| one.created_at);
    let begun = begun.chain(pages.map(|page| page.created_at)).min();
    let pack = periods.first().map(|one| one.pack.id.as_str());
    let kind = pack.and_then(type_of_built_in);
    Organization {
        id,
        name: String::new(),
        organization_type: kind.unwrap_or(OrganizationType::Village),
        facts: Facts::default(),
        term_end: None,
        // A pack that the user loaded is looked for by its id.
        pack: pack.filter(|_| kind.is_none()).map(str::to_owned),
        local: LocalSettings::default(),
        example: periods.iter().any(|one| one.example),
        // Before that nothing was to be recorded here.
        created_at: begun.unwrap_or_default(),
        changed_at: 0,
        extra: Map::new(),
    }
}

/// The type whose built-in pack has this id, without reading any pack.
pub(super) fn type_of_built_in(pack: &str) -> Option<OrganizationType> {
    let name = pack.strip_prefix("wuxing.")?;
    let name: StrDeserializer<'_, serde::de::value::Error> = name.into_deserializer();
    OrganizationType::deserialize(name).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::standard::built_in;

    #[test]
    fn the_type_of_every_built_in_pack_is_known_by_its_id() {
        for kind in OrganizationType::ALL {
            assert_eq!(type_of_built_in(&built_in(kind).unwrap().id), Some(kind));
        }
        assert_eq!(type_of_built_in("wuxing.other"), None);
        assert_eq!(type_of_built_in("local.village"), None);
    }
}
