//! Which document of a file belongs to which of this device.
//!
//! Not here: what happens where the two meet (`comparison`).

use super::super::derived_id;
use super::super::document::{Document, DocumentKey};
use super::super::merge;
use super::super::settings::Settings;
use crate::assessment::{Assessment, Organization};
use crate::ledger::LedgerPage;
use crate::period::Quarter;
use crate::sorted_map::SortedMap;
use crate::sorted_set::SortedSet;
use crate::standard::{self, StandardPack};
use uuid::Uuid;

/// The documents of a file on their way to the keys of this device. What belongs together is found
/// by indices, since a file can have thousands of documents.
#[derive(Default)]
pub(super) struct Gathering {
    pub(super) here: Shelf,
    pub(super) incoming: Shelf,
    /// The ids of the assessments of each organisation and period, here and incoming.
    periods: SortedMap<(Uuid, Quarter), SortedSet<Uuid>>,
    /// For organisations of the file, the one of this device to which something of it belongs
    /// already.
    owners: SortedMap<Uuid, Uuid>,
}

/// Documents by their keys, in the order in which they came.
#[derive(Default)]
pub(super) struct Shelf {
    documents: Vec<Document>,
    places: SortedMap<DocumentKey, usize>,
    packs: SortedSet<Uuid>,
}

impl Shelf {
    pub(super) fn get(&self, key: &DocumentKey) -> Option<&Document> {
        self.documents.get(*self.places.get(key)?)
    }

    pub(super) fn documents(&self) -> &[Document] {
        &self.documents
    }

    pub(super) fn into_documents(self) -> Vec<Document> {
        self.documents
    }

    /// Puts a document in the place of the one with its key, or behind all others.
    fn put(&mut self, document: Document) {
        let key = document.key();
        if let Document::Standard(standard) = &document {
            self.packs.insert(standard.id);
        }
        let known = self.places.get(&key);
        match known.and_then(|place| self.documents.get_mut(*place)) {
            Some(place) => *place = document,
            None => {
                self.places.insert(key, self.documents.len());
                self.documents.push(document);
            }
        }
    }

    fn id_of_pack(&self, pack: &StandardPack) -> Option<Uuid> {
        self.packs.iter().copied().find(|id| {
            let own = self.get(&DocumentKey::Standard(*id));
            matches!(own, Some(Document::Standard(own)) if own.pack == *pack)
        })
    }
}

impl Gathering {
    /// Takes one document of this device.
    pub(super) fn take_own(&mut self, document: Document) {
        self.note_period(&document);
        self.here.put(document);
    }

    /// Takes one document of the file, after those before it and all of this device.
    pub(super) fn take(&mut self, document: &Document, joined: &SortedMap<Uuid, Uuid>) {
        let here = self.here.get(&document.key()).and_then(owner);
        if let Some((theirs, ours)) = owner(document).zip(here) {
            self.owners.entry(theirs).or_insert(ours);
        }
        let document = self.under_its_key(joining(document.clone(), joined));
        let document = match self.incoming.get(&document.key()) {
            Some(earlier) => merge::documents(earlier, &document),
            None => document,
        };
        self.note_period(&document);
        self.incoming.put(document);
    }

    /// The organisation of this device to which something of this one of the file belongs already.
    pub(super) fn owner_here(&self, theirs: Uuid) -> Option<Uuid> {
        self.owners.get(&theirs).copied()
    }

    fn note_period(&mut self, document: &Document) {
        if let Document::Assessment(one) = document {
            let place = (one.organization, one.period);
            self.periods.entry(place).or_default().insert(one.id);
        }
    }

    /// The document with the id of what it belongs to: itself, an assessment of the same
    /// organisation and period, a page of the same organisation, a pack of the same content. An id
    /// that belongs to something else is never written over; the document then gets one that
    /// follows from its content.
    fn under_its_key(&self, document: Document) -> Document {
        match document {
            Document::Assessment(mut assessment) => {
                assessment.id = self.assessment_id(&assessment);
                Document::Assessment(assessment)
            }
            Document::Ledger(mut page) => {
                page.id = self.page_id(&page);
                Document::Ledger(page)
            }
            Document::Standard(mut standard) => {
                let same_pack = self.here.id_of_pack(&standard.pack);
                let same_pack = same_pack.or_else(|| self.incoming.id_of_pack(&standard.pack));
                let hash = || standard::hash(&standard.pack).unwrap_or_default();
                standard.id = same_pack
                    .unwrap_or_else(|| self.free_id(standard.id, &hash(), DocumentKey::Standard));
                Document::Standard(standard)
            }
            Document::Settings(_) | Document::Organization(_) => document,
        }
    }

    /// The id of an assessment: its own where that is of this organisation and period, or else the
    /// smallest of those that are.
    fn assessment_id(&self, one: &Assessment) -> Uuid {
        let place = (one.organization, one.period);
        let matching = self.periods.get(&place);
        if matching.is_some_and(|ids| ids.contains(&one.id)) {
            return one.id;
        }
        match matching.and_then(|ids| ids.iter().next()) {
            Some(smallest) => *smallest,
            None => self.free_id(
                one.id,
                &format!("{}/{}", one.organization, one.period),
                DocumentKey::Assessment,
            ),
        }
    }

    /// The id of a page, unless that is a page of another organisation: then one that follows from
    /// both, so that the same file taken over twice comes to the same page.
    fn page_id(&self, page: &LedgerPage) -> Uuid {
        let is_anothers = |id: Uuid| {
            let key = DocumentKey::Ledger(id);
            match self.incoming.get(&key).or_else(|| self.here.get(&key)) {
                Some(Document::Ledger(other)) => other.organization != page.organization,
                _ => false,
            }
        };
        let mut id = page.id;
        while is_anothers(id) {
            id = derived_id::from_content(&format!("{id}/{}", page.organization));
        }
        id
    }

    /// `id` if nothing has it, or else one that follows from it and the content.
    fn free_id(&self, id: Uuid, content: &str, key: fn(Uuid) -> DocumentKey) -> Uuid {
        let mut id = id;
        let taken =
            |id: Uuid| self.here.get(&key(id)).is_some() || self.incoming.get(&key(id)).is_some();
        while taken(id) {
            id = derived_id::from_content(&format!("{id}/{content}"));
        }
        id
    }
}

/// The organisation to which a document belongs, if it is an assessment or a page.
fn owner(document: &Document) -> Option<Uuid> {
    match document {
        Document::Assessment(assessment) => Some(assessment.organization),
        Document::Ledger(page) => Some(page.organization),
        Document::Settings(_) | Document::Organization(_) | Document::Standard(_) => None,
    }
}

/// The document with the ids of organisations that were joined.
fn joining(document: Document, joined: &SortedMap<Uuid, Uuid>) -> Document {
    let here = |id: Uuid| joined.get(&id).copied().unwrap_or(id);
    match document {
        Document::Settings(settings) => Document::Settings(Settings {
            current_organization: settings.current_organization.map(here),
            ..settings
        }),
        Document::Organization(organization) => Document::Organization(Organization {
            id: here(organization.id),
            ..organization
        }),
        Document::Assessment(assessment) => Document::Assessment(Assessment {
            organization: here(assessment.organization),
            ..assessment
        }),
        Document::Ledger(page) => Document::Ledger(LedgerPage {
            organization: here(page.organization),
            ..page
        }),
        Document::Standard(standard) => Document::Standard(standard),
    }
}
