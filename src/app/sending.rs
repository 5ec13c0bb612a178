//! What is handed to others (给别人看): one period of the workspace, with the pack that says what is
//! private in it and the pack that its file has to carry.
//!
//! Not here: what is left out (`exchange::for_others`), and everything at once, which is the workspace.

use super::standards::loaded;
use super::workspace::Workspace;
use crate::assessment::{Assessment, Organization};
use crate::exchange::for_others::{ForOthers, OwnPart, OwnPeriod};
use crate::ordered_set::OrderedSet;
use crate::standard::{StandardPack, built_in};
use uuid::Uuid;

/// A period as others may see it, with the own parts that she takes in; `None` if the period or its
/// organisation is not on this device.
pub fn for_others(
    workspace: &Workspace,
    assessment: Uuid,
    included: &OrderedSet<OwnPart>,
) -> Option<ForOthers> {
    let assessment = workspace.assessments.get(&assessment)?;
    let organization = workspace.organizations.get(&assessment.organization)?;
    let carried = carried_pack(workspace, organization, assessment);
    let issued = match carried {
        Some(_) => None,
        None => built_in(organization.organization_type).ok(),
    };
    let period = OwnPeriod {
        organization,
        assessment,
        pages: workspace.pages_of(organization.id).collect(),
        pack: carried.or(issued.as_ref()),
        carried,
    };
    Some(ForOthers::of(&period, included))
}

/// The pack that a file with this assessment has to carry, because it is not built in.
fn carried_pack<'a>(
    workspace: &'a Workspace,
    organization: &Organization,
    assessment: &Assessment,
) -> Option<&'a StandardPack> {
    let own = loaded(workspace, &assessment.pack.id);
    let own = own.or_else(|| loaded(workspace, organization.pack.as_ref()?));
    own.map(|own| &own.pack)
}
