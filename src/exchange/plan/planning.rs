//! Working out a plan in steps (分步预览), one document each, so that a large file keeps nobody waiting
//! before a page that does not answer.
//!
//! What comes out is the same however the steps are spread over time. Not here: which document
//! belongs to which (`gathering`), and what happens where two meet (`comparison`).

use super::comparison::compare;
use super::gathering::Gathering;
use super::{Plan, PlannedChange, Title, What};
use crate::assessment::Organization;
use crate::exchange::document::{Document, StoredStandard};
use crate::sorted_map::SortedMap;
use crate::visible_text::trimmed;
use uuid::Uuid;

/// A plan that is being worked out.
pub struct Planning {
    joined: SortedMap<Uuid, Uuid>,
    gathering: Gathering,
    stage: Stage,
    /// How many steps have been taken, and how many documents this device has.
    steps: usize,
    own: usize,
}

/// What is done next.
enum Stage {
    /// The documents of this device are taken.
    Own(std::vec::IntoIter<Document>),
    /// The documents of the file are taken, from this one on.
    Theirs(usize),
    /// What came together is compared.
    Comparing {
        names: SortedMap<Uuid, String>,
        incoming: std::vec::IntoIter<Document>,
        changes: Vec<PlannedChange>,
    },
}

impl Planning {
    /// A plan against `existing`, the documents of this device, where the user said that
    /// organisations of the file (the keys of `joined`) are ones of this device (the values).
    pub fn of(existing: Vec<Document>, joined: SortedMap<Uuid, Uuid>) -> Self {
        Self {
            joined,
            gathering: Gathering::default(),
            own: existing.len(),
            stage: Stage::Own(existing.into_iter()),
            steps: 0,
        }
    }

    /// Takes the next step. `theirs` are the documents of the file, and must be the same at every
    /// step. Returns the plan, once there is no more to do.
    pub fn step(&mut self, theirs: &[Document]) -> Option<Plan> {
        self.steps += 1;
        let gathering = &mut self.gathering;
        match &mut self.stage {
            Stage::Own(own) => match own.next() {
                Some(document) => gathering.take_own(document),
                None => self.stage = Stage::Theirs(0),
            },
            Stage::Theirs(taken) => match theirs.get(*taken) {
                Some(document) => {
                    gathering.take(document, &self.joined);
                    *taken += 1;
                }
                None => {
                    self.stage = Stage::Comparing {
                        names: names(gathering),
                        changes: Vec::new(),
                        incoming: std::mem::take(&mut gathering.incoming)
                            .into_documents()
                            .into_iter(),
                    };
                }
            },
            Stage::Comparing {
                names,
                incoming,
                changes,
            } => match incoming.next() {
                Some(document) => changes.push(change(document, gathering, names)),
                None => {
                    return Some(Plan {
                        changes: std::mem::take(changes),
                    });
                }
            },
        }
        None
    }

    /// How far it has come with so many documents of the file, in hundredths.
    pub fn percent(&self, theirs: usize) -> u8 {
        let all = self.own + 2 * theirs + 3;
        u8::try_from((self.steps * 100 / all).min(100)).unwrap_or(100)
    }
}

/// The names of all organisations, here and in the file.
fn names(gathering: &Gathering) -> SortedMap<Uuid, String> {
    let here = gathering.here.documents().iter();
    let all = here.chain(gathering.incoming.documents());
    let named = all.filter_map(|document| match document {
        Document::Organization(one) => Some((one.id, one.name.clone())),
        _ => None,
    });
    named.collect()
}

/// What happens to a document of the file.
fn change(
    theirs: Document,
    gathering: &Gathering,
    names: &SortedMap<Uuid, String>,
) -> PlannedChange {
    let key = theirs.key();
    let Some(ours) = gathering.here.get(&key) else {
        let seems_to_be = match &theirs {
            Document::Organization(new) => seems_to_be(new, gathering),
            _ => None,
        };
        return PlannedChange {
            key,
            what: What::New,
            title: title(&theirs, names),
            document: theirs,
            seems_to_be,
        };
    };
    let (what, document) = compare(ours, &theirs);
    PlannedChange {
        key,
        what,
        title: title(&document, names),
        document,
        seems_to_be: None,
    }
}

/// The organisation of this device that a new one seems to be: one to which an assessment or a page
/// of the file belongs already, or else one of the same name and type.
fn seems_to_be(new: &Organization, gathering: &Gathering) -> Option<Uuid> {
    let here = gathering.here.documents().iter();
    let organizations = here.filter_map(|document| match document {
        Document::Organization(organization) if !organization.example => Some(organization),
        _ => None,
    });
    let name = trimmed(&new.name);
    let same = |ours: &&Organization| {
        ours.organization_type == new.organization_type && trimmed(&ours.name) == name
    };
    let through_its_own = gathering.owner_here(new.id);
    through_its_own
        .filter(|id| organizations.clone().any(|ours| ours.id == *id))
        .or_else(|| {
            let mut named = organizations.filter(|_| !name.is_empty());
            named.find(same).map(|ours| ours.id)
        })
}

/// What to call a document.
fn title(document: &Document, names: &SortedMap<Uuid, String>) -> Title {
    let name = |id: Uuid| names.get(&id).cloned();
    match document {
        Document::Settings(_) => Title::Settings,
        Document::Organization(organization) => Title::Organization {
            name: organization.name.clone(),
        },
        Document::Assessment(assessment) => Title::Assessment {
            organization: name(assessment.organization),
            period: assessment.period,
        },
        Document::Ledger(page) => Title::Ledger {
            organization: name(page.organization),
            year: page.year,
        },
        Document::Standard(StoredStandard { pack, .. }) => Title::Standard {
            title: pack.title.zh.clone(),
            version: pack.version.clone(),
        },
    }
}
