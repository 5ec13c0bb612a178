//! The packs that the user loaded (自带标准包): which version is in force, and what changing the
//! pack of an organisation does to its answers.
//!
//! An organisation names its pack without the version: it uses the newest. Older versions are kept
//! as long as a period is judged by them. Not here: which version that is (`versions`), and reading
//! packs from files (`exchange`).

use super::version_names::order;
use super::versions::{is_judged_by, moves_along, version_of};
use super::workspace::Workspace;
use crate::assessment::{Organization, PackReference, retire_unknown};
use crate::exchange::packs;
use crate::exchange::{DocumentKey, StoredStandard};
use crate::period::CivilDate;
use crate::standard::{
    OrganizationType, PackError, StandardPack, built_in, hash, hash_of_built_in,
};
use uuid::Uuid;

/// The loaded pack with this id; of several versions the newest.
pub fn loaded<'a>(workspace: &'a Workspace, pack: &str) -> Option<&'a StoredStandard> {
    let versions = workspace
        .standards
        .values()
        .filter(|own| own.pack.id == pack && !own.unpublished);
    versions.max_by(|one, other| {
        order(&one.pack.version, &other.pack.version).then_with(|| one.id.cmp(&other.id))
    })
}

/// The pack of an organisation, as it was issued: the loaded one that it names, or else the
/// built-in one of its type, whose checklist stays on beside a loaded pack without one. `None`
/// while the pack is not here yet.
pub fn issued(workspace: &Workspace, organization: &Organization) -> Option<StandardPack> {
    let chosen = organization.pack.as_ref();
    let own = chosen.and_then(|pack| loaded(workspace, pack));
    in_full(own, organization.organization_type)
}

/// A loaded pack with what it leaves to the built-in one of the type, or else that one. `None`
/// while the pack is not here yet.
pub(super) fn in_full(
    own: Option<&StoredStandard>,
    kind: OrganizationType,
) -> Option<StandardPack> {
    let built_in = || built_in(kind).ok();
    let Some(own) = own else { return built_in() };
    // What is due stays on where the loaded pack does not speak of it.
    let completed = own.pack.completed(built_in);
    Some(completed.unwrap_or_else(|| own.pack.clone()))
}

/// The pack of an organisation with the user's own changes. `None` where the organisation is not
/// known, or its pack is not here yet.
pub fn in_force(workspace: &Workspace, organization: Uuid) -> Option<StandardPack> {
    let organization = workspace.organizations.get(&organization)?;
    let pack = issued(workspace, organization)?;
    Some(organization.local.applied_to(&pack))
}

/// The very pack that the user loaded, of which this is the one in use: a pack without a checklist
/// has one beside it there, and that is no part of what its hash and its file say. Nothing for a
/// built-in pack.
pub fn as_loaded<'a>(workspace: &'a Workspace, pack: &StandardPack) -> Option<&'a StandardPack> {
    let own = &version_of(workspace, &pack.id, &pack.version)?.pack;
    let same = own.basics == pack.basics && own.stars == pack.stars;
    same.then_some(own)
}

/// The pack of which this is the one in use, as its hash and its file say it: the loaded one, or
/// the built-in one in both languages.
pub fn as_written(workspace: &Workspace, pack: &StandardPack) -> StandardPack {
    let built_in = packs::built_in(pack.organization).filter(|one| is_issue_of(one, pack));
    let written = as_loaded(workspace, pack).or(built_in);
    written.unwrap_or(pack).clone()
}

/// The hash of the pack of which this is the one in use, as [`as_written`] says it; `None` if it
/// has none, which no pack that was read can bring about.
pub fn hash_as_written(workspace: &Workspace, pack: &StandardPack) -> Option<String> {
    if let Some(own) = as_loaded(workspace, pack) {
        return hash(own).ok();
    }
    let known = hash_of_built_in(&pack.id, &pack.version);
    known.map(str::to_owned).or_else(|| hash(pack).ok())
}

/// Whether both are one pack in one version, whatever else differs between them.
fn is_issue_of(one: &StandardPack, pack: &StandardPack) -> bool {
    one.id == pack.id && one.version == pack.version
}

/// The documents that [`settle`] can change.
pub fn keys_of_pack(workspace: &Workspace, pack: &str) -> Vec<DocumentKey> {
    let versions = workspace
        .standards
        .values()
        .filter(|own| own.pack.id == pack);
    let versions = versions.map(|own| DocumentKey::Standard(own.id));
    let users = users(workspace, pack);
    versions
        .chain(users.into_iter().flat_map(|id| workspace.keys_of(id)))
        .collect()
}

/// Holds those who use a loaded pack against its newest version, and keeps of the older ones those
/// by which a period is judged.
///
/// # Errors
///
/// [`PackError`] if the pack has no hash, which no pack that was read can bring about.
pub fn settle(
    workspace: &mut Workspace,
    pack: &str,
    today: Option<CivilDate>,
) -> Result<(), PackError> {
    let Some(newest) = loaded(workspace, pack).cloned() else {
        return Ok(());
    };
    fit_answers(workspace, &users(workspace, pack), &newest.pack, today)?;
    let others = workspace.standards.values();
    let others =
        others.filter(|own| own.pack.id == pack && !own.unpublished && own.id != newest.id);
    let is_unused = |own: &&StoredStandard| {
        let is_same_version = own.pack.version == newest.pack.version;
        is_same_version || !is_judged_by(workspace, own)
    };
    let unused: Vec<Uuid> = others.filter(is_unused).map(|own| own.id).collect();
    workspace.standards.retain(|id, _| !unused.contains(id));
    Ok(())
}

/// Holds the assessments of these organisations against a pack, but for those that stay with
/// theirs: answers to what it does not ask are kept as retired (已停用), and those to what it asks
/// again come back.
///
/// # Errors
///
/// [`PackError`] if the pack has no hash, which no pack that was read can bring about.
pub fn fit_answers(
    workspace: &mut Workspace,
    organizations: &[Uuid],
    pack: &StandardPack,
    today: Option<CivilDate>,
) -> Result<(), PackError> {
    let reference = reference_to(pack)?;
    for assessment in workspace.assessments.values_mut() {
        if organizations.contains(&assessment.organization) && moves_along(assessment, today) {
            assessment.pack = reference.clone();
            retire_unknown(assessment, pack);
        }
    }
    Ok(())
}

/// What an assessment says of the pack that it is held against.
///
/// # Errors
///
/// [`PackError`] if the pack has no hash, which no pack that was read can bring about.
pub fn reference_to(pack: &StandardPack) -> Result<PackReference, PackError> {
    Ok(PackReference {
        id: pack.id.clone(),
        version: pack.version.clone(),
        hash: hash(pack)?,
    })
}

/// The organisations that are held against the pack with this id.
pub fn users(workspace: &Workspace, pack: &str) -> Vec<Uuid> {
    let users = workspace.organizations.values();
    users
        .filter(|one| one.pack.as_deref() == Some(pack))
        .map(|one| one.id)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Answer, AnswerValue, Assessment, Organization, Verdict};
    use crate::standard::built_in_in_chinese;
    use crate::standard::{ItemId, OrganizationType, built_in};

    #[test]
    fn regression_each_organization_has_a_pack_of_its_own() {
        // The preview of an import named the entries of a community by the pack of the village
        // that was open.
        let with = |change: fn(&mut Organization)| {
            let mut workspace = workspace(vec![own(1, "2026.1", |pack| pack.id.push_str("-own"))]);
            workspace.organizations.values_mut().for_each(change);
            let id = workspace.organizations.keys().next().copied().unwrap();
            in_force(&workspace, id).map(|pack| pack.id)
        };
        let built_in = |kind| Some(built_in(kind).unwrap().id);
        assert_eq!(
            with(|one| {
                one.pack = None;
                one.organization_type = OrganizationType::Community;
            }),
            built_in(OrganizationType::Community)
        );
        let loaded = with(|one| one.pack.iter_mut().for_each(|id| id.push_str("-own")));
        assert!(loaded.is_some_and(|id| id.ends_with("-own")));
        assert_eq!(in_force(&Workspace::default(), Uuid::from_u128(9)), None);
    }

    #[test]
    fn regression_a_pack_without_a_checklist_leaves_the_built_in_one_on() {
        // With a pack of scored items alone, the duties and the kinds of records were gone.
        let without = own(1, "2026.1", |pack| {
            pack.checklist = Default::default();
            pack.rules.truncate(1);
            pack.rules[0].gist = "own".to_owned();
        });
        let workspace = workspace(vec![without]);
        let pack = in_force(&workspace, Uuid::from_u128(100)).unwrap();
        let issued = built_in(OrganizationType::Village).unwrap();
        assert_eq!(pack.id, "local.village");
        assert_eq!(pack.checklist.duties, issued.checklist.duties);
        assert_eq!(pack.checklist.records.len(), issued.checklist.records.len());
        let mut records = pack.checklist.records.iter();
        assert!(records.all(|record| record.counts_for.is_empty()));
        let cited = pack.checklist.duties.iter().flat_map(|duty| &duty.sources);
        assert!(cited.clone().count() > 0);
        assert!(cited.into_iter().all(|id| pack.rule(id).is_some()));
        // Its own rule stays as it is, and of the others those come along that the checklist cites.
        assert_eq!(pack.rules[0].gist, "own");
        let known = issued.checklist.cited();
        let others = &pack.rules[1..];
        assert!(!others.is_empty());
        assert!(others.iter().all(|rule| known.contains(rule.id.as_str())));
    }

    fn own(id: u128, version: &str, change: impl FnOnce(&mut StandardPack)) -> StoredStandard {
        let mut pack = built_in(OrganizationType::Village).unwrap();
        pack.id = "local.village".to_owned();
        pack.version = version.to_owned();
        change(&mut pack);
        let extra = Default::default();
        StoredStandard {
            id: Uuid::from_u128(id),
            pack,
            added_at: 0,
            draft: None,
            unpublished: false,
            extra,
        }
    }

    fn workspace(packs: Vec<StoredStandard>) -> Workspace {
        let organization = Organization {
            id: Uuid::from_u128(100),
            name: String::new(),
            organization_type: OrganizationType::Village,
            facts: Default::default(),
            term_end: None,
            pack: Some("local.village".to_owned()),
            local: Default::default(),
            example: false,
            created_at: 0,
            changed_at: 0,
            extra: Default::default(),
        };
        let reference = PackReference {
            id: "local.village".to_owned(),
            version: "1".to_owned(),
            hash: String::new(),
        };
        let answer = Answer::of(AnswerValue::Verdict(Verdict::Met), 1);
        let assessment = Assessment {
            id: Uuid::from_u128(200),
            organization: organization.id,
            period: "2026Q3".parse().unwrap(),
            pack: reference,
            answers: [(ItemId::from("ORG-01"), answer)].into(),
            retired: Default::default(),
            summary: None,
            example: false,
            created_at: 0,
            extra: Default::default(),
        };
        Workspace {
            organizations: [(organization.id, organization)].into(),
            assessments: [(assessment.id, assessment)].into(),
            standards: packs.into_iter().map(|own| (own.id, own)).collect(),
            ..Workspace::default()
        }
    }

    #[test]
    fn the_newest_version_stays_whatever_the_order_of_the_ids() {
        fn check(ids: [u128; 2]) {
            let without_first = |pack: &mut StandardPack| drop(pack.basics[0].indicators.remove(0));
            let packs = vec![own(ids[0], "1", |_| {}), own(ids[1], "2", without_first)];
            let mut workspace = workspace(packs);
            let keys = keys_of_pack(&workspace, "local.village");
            assert_eq!(keys.len(), 4);
            settle(&mut workspace, "local.village", None).unwrap();
            let left: Vec<&str> = workspace
                .standards
                .values()
                .map(|own| own.pack.version.as_str())
                .collect();
            assert_eq!(left, ["2"]);
            let assessment = &workspace.assessments[&Uuid::from_u128(200)];
            assert_eq!(assessment.pack.version, "2");
            assert!(assessment.answers.is_empty());
            assert!(assessment.retired.contains_key(&ItemId::from("ORG-01")));
            // The old version back again brings the answer back.
            workspace.standards = [(Uuid::from_u128(9), own(9, "1", |_| {}))].into();
            settle(&mut workspace, "local.village", None).unwrap();
            let assessment = &workspace.assessments[&Uuid::from_u128(200)];
            assert!(assessment.answers.contains_key(&ItemId::from("ORG-01")));
            assert!(assessment.retired.is_empty());
        }

        check([1, 2]);
        check([2, 1]);
    }

    #[test]
    fn a_pack_that_is_shown_in_chinese_is_written_in_both_languages() {
        for kind in OrganizationType::ALL {
            let (shown, whole) = (built_in_in_chinese(kind), built_in(kind));
            let written = as_written(&Workspace::default(), &shown.unwrap());
            let whole = whole.unwrap();
            assert_eq!(written, whole, "{kind:?}");
            let shown = built_in_in_chinese(kind).unwrap();
            let known = hash_as_written(&Workspace::default(), &shown);
            assert_eq!(known, hash(&whole).ok(), "{kind:?}");
        }
        let mut own = built_in_in_chinese(OrganizationType::Village).unwrap();
        own.id = "local.village".to_owned();
        assert_eq!(as_written(&Workspace::default(), &own), own);
        assert_eq!(
            hash_as_written(&Workspace::default(), &own),
            hash(&own).ok()
        );
    }

    #[test]
    fn a_pack_that_is_not_loaded_changes_nothing() {
        let mut workspace = workspace(Vec::new());
        let before = workspace.clone();
        settle(&mut workspace, "local.village", None).unwrap();
        assert_eq!(workspace, before);
    }
}
