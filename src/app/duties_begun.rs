//! From when on the duties count that come with another pack (起算日): from the day on which the
//! organisation is held against it, so that nothing is overdue on that day that nobody asked for.
//!
//! Not here: duties that the user switches on (`assessment`), and how a duty stands (`duty`).

use super::standards::issued;
use super::workspace::Workspace;
use crate::period::CivilDate;
use crate::standard::StandardPack;
use uuid::Uuid;

/// The packs of organisations before they are held against others.
pub struct PacksBefore(Vec<(Uuid, StandardPack)>);

impl PacksBefore {
    /// Those of these organisations. An organisation that is not here, or the pack of which is not
    /// at hand, is left out.
    pub fn of(workspace: &Workspace, organizations: &[Uuid]) -> Self {
        let known = organizations.iter().filter_map(|id| {
            let organization = workspace.organizations.get(id)?;
            Some((*id, issued(workspace, organization)?))
        });
        Self(known.collect())
    }

    /// Notes from which day on the duties count that were not on before. Nothing is noted while
    /// nobody knows which day it is.
    pub fn note_duties(self, workspace: &mut Workspace, today: Option<CivilDate>) {
        let Some(today) = today else { return };
        for (id, before) in self.0 {
            let organization = workspace.organizations.get(&id);
            let Some(after) = organization.and_then(|one| issued(workspace, one)) else {
                continue;
            };
            if let Some(organization) = workspace.organizations.get_mut(&id) {
                let local = &mut organization.local;
                local.note_other_checklist(&before.checklist, &after.checklist, today);
            }
        }
    }
}
