//! The packs that a file can be read against: those it carries, and those that are built in, which
//! are put together once.
//!
//! Not here: packs that the device holds besides. A file stands on its own.

use super::document::Document;
use crate::assessment::PackReference;
use crate::standard::{self, OrganizationType, StandardPack};
use std::sync::OnceLock;

/// The packs at hand.
pub(super) struct Packs {
    carried: Vec<StandardPack>,
}

impl Packs {
    /// The packs among these documents, and the built-in ones.
    pub(super) fn of(documents: &[Document]) -> Self {
        let carried = documents.iter().filter_map(|document| match document {
            Document::Standard(standard) => Some(standard.pack.clone()),
            _ => None,
        });
        Self {
            carried: carried.collect(),
        }
    }

    /// The pack of this reference: the version it names if that is carried, or else any version
    /// of it. Where the type of the organisation is known, its built-in pack is looked at first.
    pub(super) fn find(
        &self,
        reference: &PackReference,
        hint: Option<OrganizationType>,
    ) -> Option<&StandardPack> {
        let same_id = |pack: &&StandardPack| pack.id == reference.id;
        let carried = self.carried.iter().filter(same_id);
        let exact = carried
            .clone()
            .find(|pack| pack.version == reference.version);
        let all = hint.into_iter().chain(OrganizationType::ALL);
        let mut built_in = all.filter_map(built_in);
        exact
            .or_else(|| carried.clone().next())
            .or_else(|| built_in.find(same_id))
    }
}

/// The built-in pack of a type; `None` while its files are not here. It is put together once: a
/// folder of files asks for it again and again.
pub fn built_in(organization: OrganizationType) -> Option<&'static StandardPack> {
    static PACKS: OfEachType<StandardPack> =
        [const { OnceLock::new() }; OrganizationType::ALL.len()];
    once(&PACKS, organization, || {
        standard::built_in(organization).ok()
    })
}

type OfEachType<Value> = [OnceLock<Value>; OrganizationType::ALL.len()];

/// What was made for a type, or is made now; what cannot be made yet is asked for again.
fn once<Value>(
    known: &'static OfEachType<Value>,
    organization: OrganizationType,
    make: impl FnOnce() -> Option<Value>,
) -> Option<&'static Value> {
    let mut all = OrganizationType::ALL.iter().zip(known);
    let (_, place) = all.find(|(one, _)| **one == organization)?;
    match place.get() {
        Some(value) => Some(value),
        None => make().map(|value| place.get_or_init(|| value)),
    }
}
