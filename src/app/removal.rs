//! Deleting (删除): which documents go with a period, an organisation, the example, a pack or
//! everything, and which stay.
//!
//! A period leaves the ledger of its year alone, since that belongs to the organisation: a record
//! fills later periods too. An organisation goes with everything of it. Not here: saving and the
//! way back (`commands`), and what the stores keep besides (`sync`).

use super::standards::loaded;
use super::versions::is_judged_by;
use super::workspace::Workspace;
use crate::exchange::{DocumentKey, StoredStandard};
use uuid::Uuid;

/// What is deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Removal {
    /// One period (一期): the assessment with this id, and nothing of the ledger.
    Period(Uuid),
    /// An organisation (组织) with its periods and its ledger. Packs stay: others may use them.
    Organization(Uuid),
    /// Every example (示例) with all that was entered in it.
    Example,
    /// A loaded pack (标准包), unless an organisation or a period is held against it.
    Standard(Uuid),
    /// Everything on this device (全部).
    Everything,
}

impl Removal {
    /// The documents that go, organisations before what belongs to them.
    pub fn keys(self, workspace: &Workspace) -> Vec<DocumentKey> {
        // Named one by one: what is added to a workspace has to be looked at here.
        let Workspace {
            settings: _,
            organizations,
            assessments,
            ledgers,
            standards,
        } = workspace;
        match self {
            Self::Period(id) => assessments
                .contains_key(&id)
                .then_some(DocumentKey::Assessment(id))
                .into_iter()
                .collect(),
            Self::Organization(id) => match organizations.contains_key(&id) {
                true => workspace.keys_of(id),
                false => Vec::new(),
            },
            Self::Example => {
                let examples = organizations.values().filter(|one| one.example);
                examples.flat_map(|one| workspace.keys_of(one.id)).collect()
            }
            Self::Standard(id) => match standards.get(&id) {
                Some(own) if !is_in_use(workspace, own) => vec![DocumentKey::Standard(id)],
                _ => Vec::new(),
            },
            Self::Everything => {
                let organizations = organizations.keys().copied();
                let assessments = assessments.keys().copied();
                let ledgers = ledgers.keys().copied();
                let standards = standards.keys().copied();
                std::iter::once(DocumentKey::Settings)
                    .chain(organizations.map(DocumentKey::Organization))
                    .chain(assessments.map(DocumentKey::Assessment))
                    .chain(ledgers.map(DocumentKey::Ledger))
                    .chain(standards.map(DocumentKey::Standard))
                    .collect()
            }
        }
    }

    /// Takes it out of the workspace.
    pub fn carry_out(self, workspace: &mut Workspace) {
        for key in self.keys(workspace) {
            workspace.remove(&key);
        }
    }
}

/// Whether an organisation of this device is held against this version of a loaded pack, or one of
/// its periods is judged by it. A draft is in use by nobody.
pub fn is_in_use(workspace: &Workspace, own: &StoredStandard) -> bool {
    let pack = own.pack.id.as_str();
    let is_newest = loaded(workspace, pack).is_some_and(|newest| newest.id == own.id);
    let mut users = workspace.organizations.values();
    let is_chosen = is_newest && users.any(|one| one.pack.as_deref() == Some(pack));
    !own.unpublished && (is_chosen || is_judged_by(workspace, own))
}
