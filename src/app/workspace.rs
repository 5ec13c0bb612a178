//! Everything on this device (工作区), as plain structs: settings, organisations, assessments,
//! pages of ledgers, and packs that the user loaded.
//!
//! Not here: signals, and how any of it is stored.

use crate::assessment::{Assessment, Organization};
use crate::exchange::{Document, DocumentKey, Settings, StoredStandard};
use crate::ledger::LedgerPage;
use crate::order::sorted_by_key;
use crate::period::Quarter;
use crate::sorted_map::SortedMap;
use uuid::Uuid;

/// Everything on this device.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Workspace {
    /// The settings of the app on this device.
    pub settings: Settings,
    /// The organisations, by id.
    pub organizations: SortedMap<Uuid, Organization>,
    /// The assessments, by id.
    pub assessments: SortedMap<Uuid, Assessment>,
    /// The pages of the ledgers (册页), by id.
    pub ledgers: SortedMap<Uuid, LedgerPage>,
    /// Packs that the user loaded, by id.
    pub standards: SortedMap<Uuid, StoredStandard>,
}

impl Workspace {
    /// Whether there is nothing but settings.
    pub fn is_empty(&self) -> bool {
        self.organizations.is_empty()
            && self.assessments.is_empty()
            && self.ledgers.is_empty()
            && self.standards.is_empty()
    }

    /// The organisation that is open: the chosen one, or else the one changed last.
    pub fn current_organization(&self) -> Option<&Organization> {
        let chosen = self
            .settings
            .current_organization
            .and_then(|id| self.organizations.get(&id));
        chosen.or_else(|| self.organizations.values().max_by_key(|one| one.changed_at))
    }

    /// The assessments of an organisation, the latest period first.
    pub fn assessments_of(&self, organization: Uuid) -> Vec<&Assessment> {
        let own = self
            .assessments
            .values()
            .filter(|assessment| assessment.organization == organization);
        sorted_by_key(own, |one| std::cmp::Reverse((one.period, one.id)))
    }

    /// The assessment of the latest period of an organisation that has begun by `now`, or else of
    /// its first one: a period of years ahead, made while the clock was wrong, is not opened by
    /// itself.
    pub fn latest_assessment(
        &self,
        organization: Uuid,
        now: Option<Quarter>,
    ) -> Option<&Assessment> {
        let own = self.assessments_of(organization);
        let mut begun = own
            .iter()
            .filter(|one| now.is_none_or(|now| one.period <= now));
        begun.next().or(own.last()).copied()
    }

    /// The instants in UTC milliseconds at which something was entered or changed here.
    pub fn times_of_entering(&self) -> impl Iterator<Item = i64> {
        let organizations = self.organizations.values().map(|one| one.changed_at);
        let assessments = self.assessments.values().map(Assessment::changed_at);
        let entries = self.ledgers.values().flat_map(|page| page.entries.values());
        let entries = entries.map(|entry| entry.changed_at);
        organizations.chain(assessments).chain(entries)
    }

    /// The assessment of the period before `period`, with the latest period there is.
    pub fn assessment_before(&self, organization: Uuid, period: Quarter) -> Option<&Assessment> {
        self.assessments_of(organization)
            .into_iter()
            .find(|earlier| earlier.period < period)
    }

    /// The pages of the ledger of an organisation, by id: those begun first come first.
    pub fn pages_of(&self, organization: Uuid) -> impl Iterator<Item = &LedgerPage> + Clone {
        let pages = self.ledgers.values();
        pages.filter(move |page| page.organization == organization)
    }

    /// The document under a key, if there is one. Settings are always there.
    pub fn document(&self, key: &DocumentKey) -> Option<Document> {
        match key {
            DocumentKey::Settings => Some(Document::Settings(self.settings.clone())),
            DocumentKey::Organization(id) => self
                .organizations
                .get(id)
                .cloned()
                .map(Document::Organization),
            DocumentKey::Assessment(id) => {
                self.assessments.get(id).cloned().map(Document::Assessment)
            }
            DocumentKey::Ledger(id) => self.ledgers.get(id).cloned().map(Document::Ledger),
            DocumentKey::Standard(id) => self.standards.get(id).cloned().map(Document::Standard),
        }
    }

    /// Whether there is a document under a key. Settings are always there.
    pub fn contains(&self, key: &DocumentKey) -> bool {
        match key {
            DocumentKey::Settings => true,
            DocumentKey::Organization(id) => self.organizations.contains_key(id),
            DocumentKey::Assessment(id) => self.assessments.contains_key(id),
            DocumentKey::Ledger(id) => self.ledgers.contains_key(id),
            DocumentKey::Standard(id) => self.standards.contains_key(id),
        }
    }

    /// All documents, settings first.
    pub fn documents(&self) -> Vec<Document> {
        let settings = std::iter::once(Document::Settings(self.settings.clone()));
        let organizations = self
            .organizations
            .values()
            .cloned()
            .map(Document::Organization);
        let assessments = self.assessments.values().cloned().map(Document::Assessment);
        let ledgers = self.ledgers.values().cloned().map(Document::Ledger);
        let standards = self.standards.values().cloned().map(Document::Standard);
        settings
            .chain(organizations)
            .chain(assessments)
            .chain(ledgers)
            .chain(standards)
            .collect()
    }

    /// Puts a document in the place of the one with its key.
    pub fn put(&mut self, document: Document) {
        match document {
            Document::Settings(settings) => self.settings = settings,
            Document::Organization(one) => drop(self.organizations.insert(one.id, one)),
            Document::Assessment(one) => drop(self.assessments.insert(one.id, one)),
            Document::Ledger(one) => drop(self.ledgers.insert(one.id, one)),
            Document::Standard(one) => drop(self.standards.insert(one.id, one)),
        }
    }

    /// Takes the document with this key out. Settings go back to their defaults.
    pub fn remove(&mut self, key: &DocumentKey) {
        match key {
            DocumentKey::Settings => self.settings = Settings::default(),
            DocumentKey::Organization(id) => drop(self.organizations.remove(id)),
            DocumentKey::Assessment(id) => drop(self.assessments.remove(id)),
            DocumentKey::Ledger(id) => drop(self.ledgers.remove(id)),
            DocumentKey::Standard(id) => drop(self.standards.remove(id)),
        }
    }

    /// Whether anything belongs to an organisation.
    pub fn has_anything_of(&self, organization: Uuid) -> bool {
        let mut assessments = self.assessments.values();
        assessments.any(|one| one.organization == organization)
            || self.pages_of(organization).next().is_some()
    }

    /// The keys of an organisation and everything that belongs to it, its own first.
    pub fn keys_of(&self, organization: Uuid) -> Vec<DocumentKey> {
        let own = self.assessments_of(organization);
        let assessments = own.into_iter().map(|one| DocumentKey::Assessment(one.id));
        let pages = self.pages_of(organization);
        std::iter::once(DocumentKey::Organization(organization))
            .chain(assessments)
            .chain(pages.map(|page| DocumentKey::Ledger(page.id)))
            .collect()
    }
}
