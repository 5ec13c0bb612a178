//! The packs that a file can be read against: those it carries, and those that are built in.
//!
//! Not here: packs that the device holds besides. A file stands on its own.

use super::document::Document;
use crate::assessment::PackReference;
use crate::standard::{self, OrganizationType, StandardPack};
use std::collections::BTreeMap;

/// The packs at hand, the built-in ones put together on demand.
pub(super) struct Packs {
    carried: Vec<StandardPack>,
    /// The built-in packs that were looked for, by id.
    built_in: BTreeMap<String, Option<StandardPack>>,
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
            built_in: BTreeMap::new(),
        }
    }

    /// The pack of this reference: the version it names if that is carried, or else any version
    /// of it. Where the type of the organisation is known, its built-in pack is looked at first.
    pub(super) fn find(
        &mut self,
        reference: &PackReference,
        hint: Option<OrganizationType>,
    ) -> Option<&StandardPack> {
        let same_id = |pack: &&StandardPack| pack.id == reference.id;
        let carried = self.carried.iter().filter(same_id);
        let exact = carried
            .clone()
            .find(|pack| pack.version == reference.version);
        if let Some(pack) = exact.or_else(|| carried.clone().next()) {
            return Some(pack);
        }
        let built_in = self.built_in.entry(reference.id.clone());
        built_in
            .or_insert_with(|| built_in_with(&reference.id, hint))
            .as_ref()
    }
}

/// The built-in pack with this id.
fn built_in_with(id: &str, hint: Option<OrganizationType>) -> Option<StandardPack> {
    let all = hint.into_iter().chain(OrganizationType::ALL);
    all.filter_map(|organization| standard::built_in(organization).ok())
        .find(|pack| pack.id == id)
}
