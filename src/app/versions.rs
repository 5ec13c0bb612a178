//! Which version of a pack each period is held against (各期的标准版本): a period that has ended
//! keeps the one with which it was answered, and with it its result.
//!
//! An assessment names its pack with the version, and that is what it is judged by. Not here: the
//! pack that an organisation uses from now on, and what changing it does (`standards`).

use super::stand_in::type_of_built_in;
use super::standards::{in_full, loaded};
use super::workspace::Workspace;
use crate::assessment::{Answer, AnswerValue, Assessment, Organization, PackReference};
use crate::exchange::StoredStandard;
use crate::period::CivilDate;
use crate::standard::StandardPack;
use std::sync::Arc;
use uuid::Uuid;

/// A loaded pack in this very version.
pub fn version_of<'a>(
    workspace: &'a Workspace,
    pack: &str,
    version: &str,
) -> Option<&'a StoredStandard> {
    let is_it = |own: &&StoredStandard| {
        own.pack.id == pack && own.pack.version == version && !own.unpublished
    };
    let versions = workspace.standards.values().filter(is_it);
    versions.max_by_key(|own| own.id)
}

/// The loaded pack that an assessment with this reference is judged by: the version that it names,
/// or else the newest one of that pack, or else the one that its organisation uses. `None` where
/// that is the built-in one.
pub fn loaded_for<'a>(
    workspace: &'a Workspace,
    chosen: Option<&str>,
    reference: &PackReference,
) -> Option<&'a StoredStandard> {
    if type_of_built_in(&reference.id).is_some() {
        return None;
    }
    version_of(workspace, &reference.id, &reference.version)
        .or_else(|| loaded(workspace, &reference.id))
        .or_else(|| loaded(workspace, chosen?))
}

/// The pack that an assessment is judged by, as it was issued. `None` while it is not here yet.
pub fn issued_for(
    workspace: &Workspace,
    organization: &Organization,
    assessment: &Assessment,
) -> Option<StandardPack> {
    let own = loaded_for(workspace, organization.pack.as_deref(), &assessment.pack);
    in_full(own, organization.organization_type)
}

/// The pack that an assessment is judged by, with the user's own changes. `None` where it is not
/// here.
pub fn in_force_for(workspace: &Workspace, assessment: Uuid) -> Option<StandardPack> {
    let assessment = workspace.assessments.get(&assessment)?;
    let organization = workspace.organizations.get(&assessment.organization)?;
    let pack = issued_for(workspace, organization, assessment)?;
    Some(organization.local.applied_to(&pack))
}

/// Whether an assessment is held against another pack when its organisation is: its period has not
/// ended by today, or nothing was answered in it.
pub fn moves_along(assessment: &Assessment, today: Option<CivilDate>) -> bool {
    let has_ended = today.is_some_and(|day| assessment.period < day.quarter());
    let mut answers = assessment
        .answers
        .values()
        .chain(assessment.retired.values());
    let is_given = |answer: &Answer| answer.value.as_ref().is_some_and(AnswerValue::is_answer);
    !has_ended || !answers.any(is_given)
}

/// Whether an assessment is held against another pack, or another version, than its organisation
/// uses now.
pub fn is_behind(
    workspace: &Workspace,
    organization: &Organization,
    assessment: &Assessment,
) -> bool {
    let chosen = organization.pack.as_deref();
    let present = chosen.and_then(|pack| loaded(workspace, pack));
    let own = loaded_for(workspace, chosen, &assessment.pack);
    present.map(|one| one.id) != own.map(|one| one.id)
}

/// Whether an assessment is judged by this very version.
pub fn is_judged_by(workspace: &Workspace, own: &StoredStandard) -> bool {
    let mut all = workspace.assessments.values();
    all.any(|one| one.pack.id == own.pack.id && one.pack.version == own.pack.version)
}

/// The packs by which these assessments of one organisation are judged, each read once; `present`
/// is the one at hand. An assessment whose pack is not here is left out.
pub fn with_packs<'a>(
    workspace: &Workspace,
    organization: &Organization,
    assessments: impl IntoIterator<Item = &'a Assessment>,
    present: &Arc<StandardPack>,
) -> Vec<(&'a Assessment, Arc<StandardPack>)> {
    let mut known = vec![Arc::clone(present)];
    let chosen = organization.pack.as_deref();
    let found = assessments.into_iter().filter_map(|one| {
        let own = loaded_for(workspace, chosen, &one.pack);
        let is_it = |pack: &&Arc<StandardPack>| match own {
            Some(own) => (&pack.id, &pack.version) == (&own.pack.id, &own.pack.version),
            None => type_of_built_in(&pack.id).is_some(),
        };
        if let Some(pack) = known.iter().find(is_it) {
            return Some((one, Arc::clone(pack)));
        }
        let pack = Arc::new(in_full(own, organization.organization_type)?);
        known.push(Arc::clone(&pack));
        Some((one, pack))
    });
    found.collect()
}
