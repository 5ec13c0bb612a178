//! Which document of a file belongs to which of this device.
//!
//! Not here: what happens where the two meet (`comparison`).

use super::super::derived_id;
use super::super::document::{Document, DocumentKey};
use super::super::merge;
use super::super::settings::Settings;
use crate::assessment::{Assessment, Organization};
use crate::ledger::LedgerPage;
use crate::ordered_map::OrderedMap;
use crate::standard;
use uuid::Uuid;

/// The documents of a file on their way to the keys of this device.
pub(super) struct Gathering<'a> {
    pub(super) here: OrderedMap<DocumentKey, &'a Document>,
    pub(super) incoming: OrderedMap<DocumentKey, Document>,
    pub(super) order: Vec<DocumentKey>,
}

impl Gathering<'_> {
    /// Takes one document of the file, after those before it.
    pub(super) fn take(&mut self, document: Document) {
        let document = self.under_its_key(document);
        let key = document.key();
        let document = match self.incoming.remove(&key) {
            Some(earlier) => merge::documents(&earlier, &document),
            None => {
                self.order.push(key);
                document
            }
        };
        self.incoming.insert(key, document);
    }

    /// Everything that is here or has been taken from the file.
    fn all(&self) -> impl Iterator<Item = &Document> {
        self.here.values().copied().chain(self.incoming.values())
    }

    /// The document with the id of what it belongs to: itself, an assessment of the same
    /// organisation and period, a page of the same organisation, a pack of the same content. An id
    /// that belongs to something else is never written over; the document then gets one that
    /// follows from its content.
    fn under_its_key(&self, document: Document) -> Document {
        match document {
            Document::Assessment(mut assessment) => {
                let same_place = |other: &Assessment| {
                    other.organization == assessment.organization
                        && other.period == assessment.period
                };
                let matching = self.assessments().filter(|other| same_place(other));
                let id = match matching.min_by_key(|other| (other.id != assessment.id, other.id)) {
                    Some(matching) => matching.id,
                    None => self.free_id(
                        assessment.id,
                        &format!("{}/{}", assessment.organization, assessment.period),
                        DocumentKey::Assessment,
                    ),
                };
                assessment.id = id;
                Document::Assessment(assessment)
            }
            Document::Ledger(mut page) => {
                page.id = self.page_id(&page);
                Document::Ledger(page)
            }
            Document::Standard(mut standard) => {
                let same_pack = self.all().find_map(|other| match other {
                    Document::Standard(other) if other.pack == standard.pack => Some(other.id),
                    _ => None,
                });
                let hash = || standard::hash(&standard.pack).unwrap_or_default();
                standard.id = same_pack
                    .unwrap_or_else(|| self.free_id(standard.id, &hash(), DocumentKey::Standard));
                Document::Standard(standard)
            }
            Document::Settings(_) | Document::Organization(_) => document,
        }
    }

    /// The id of a page, unless that is a page of another organisation: then one that follows from
    /// both, so that the same file taken over twice comes to the same page.
    fn page_id(&self, page: &LedgerPage) -> Uuid {
        let is_anothers = |id: Uuid| {
            let key = DocumentKey::Ledger(id);
            match self.incoming.get(&key).or(self.here.get(&key).copied()) {
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

    fn assessments(&self) -> impl Iterator<Item = &Assessment> {
        self.all().filter_map(|document| match document {
            Document::Assessment(assessment) => Some(assessment),
            _ => None,
        })
    }

    /// `id` if nothing has it, or else one that follows from it and the content.
    fn free_id(&self, id: Uuid, content: &str, key: fn(Uuid) -> DocumentKey) -> Uuid {
        let mut id = id;
        let taken =
            |id: Uuid| self.here.contains_key(&key(id)) || self.incoming.contains_key(&key(id));
        while taken(id) {
            id = derived_id::from_content(&format!("{id}/{content}"));
        }
        id
    }
}

/// The document with the ids of organisations that were joined.
pub(super) fn joining(document: Document, joined: &OrderedMap<Uuid, Uuid>) -> Document {
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
