//! What is open (当前打开的): which organisation, and which of its assessments.
//!
//! Nothing of it is stored but the choice among the settings: it follows from the workspace and
//! from what this tab holds on to. Not here: who asks (`derived` for what is shown, `commands` for
//! what is done; both have to come to the same).

use super::workspace::Workspace;
use crate::assessment::{Assessment, Organization};
use crate::period::CivilDate;
use uuid::Uuid;

/// The organisation that is open: the one at which this tab stays, or else the chosen one.
pub fn organization(
    workspace: &Workspace,
    pinned_organization: Option<Uuid>,
) -> Option<&Organization> {
    let here = pinned_organization.and_then(|id| workspace.organizations.get(&id));
    here.or_else(|| workspace.current_organization())
}

/// The assessment that is open: the chosen one of this organisation, or else its latest that has
/// begun by today.
pub fn assessment(
    workspace: &Workspace,
    organization: Uuid,
    chosen: Option<Uuid>,
    today: Option<CivilDate>,
) -> Option<&Assessment> {
    let chosen = chosen.and_then(|id| workspace.assessments.get(&id));
    let chosen = chosen.filter(|one| one.organization == organization);
    let now = today.map(CivilDate::quarter);
    chosen.or_else(|| workspace.latest_assessment(organization, now))
}
