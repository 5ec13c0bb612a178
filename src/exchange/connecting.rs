//! The documents of a file held against each other (互相对照): assessments and pages against their
//! organisations, answers against their packs.
//!
//! A file that was made to stand on its own is refused where one of them lacks; a backup is all
//! there is, so it keeps what it has. Not here: what the device holds besides.

use super::document::Document;
use super::envelope::Kind;
use super::fault::{ImportError, ImportIssue};
use super::meaning;
use super::packs::Packs;
use crate::assessment::Assessment;
use crate::sorted_map::SortedMap;
use crate::sorted_set::SortedSet;
use crate::standard::{ItemId, OrganizationType};
use uuid::Uuid;

/// Documents that are being held against each other, one a step.
pub(super) struct Connecting {
    kind: Kind,
    packs: Packs,
    /// The ids of everything that a pack asks, by its id and version.
    known: SortedMap<(String, String), SortedSet<ItemId>>,
    /// The types of the organisations.
    types: SortedMap<Uuid, OrganizationType>,
    /// How many pages there are of organisations that are not in the file.
    pages_alone: SortedMap<Uuid, usize>,
    /// How many documents are done.
    done: usize,
}

impl Connecting {
    /// These documents of a file of this kind.
    pub(super) fn of(kind: Kind, documents: &[Document]) -> Self {
        let types = documents.iter().filter_map(|document| match document {
            Document::Organization(one) => Some((one.id, one.organization_type)),
            _ => None,
        });
        Self {
            kind,
            packs: Packs::of(documents),
            known: SortedMap::new(),
            types: types.collect(),
            pages_alone: SortedMap::new(),
            done: 0,
        }
    }

    /// Takes the next of the documents, which must be the same at every step. Says whether there is
    /// more to do.
    pub(super) fn step(
        &mut self,
        documents: &mut [Document],
        issues: &mut Vec<ImportIssue>,
    ) -> Result<bool, ImportError> {
        match documents.get_mut(self.done) {
            Some(Document::Ledger(page)) => self.page(page.organization)?,
            Some(Document::Assessment(assessment)) => self.assessment(assessment, issues)?,
            Some(_) => {}
            None => {
                let alone = std::mem::take(&mut self.pages_alone).into_iter();
                issues.extend(alone.map(|(organization, pages)| {
                    ImportIssue::LedgerWithoutOrganization {
                        organization,
                        pages,
                    }
                }));
                return Ok(false);
            }
        }
        self.done += 1;
        Ok(true)
    }

    fn page(&mut self, organization: Uuid) -> Result<(), ImportError> {
        if self.types.contains_key(&organization) {
            return Ok(());
        }
        match self.kind {
            // Whose it is shows where it is taken over.
            Kind::Review => return Ok(()),
            Kind::Assessment | Kind::Standard => {
                return Err(ImportError::UnknownOrganization { id: organization });
            }
            Kind::Backup => {}
        }
        *self.pages_alone.entry(organization).or_default() += 1;
        Ok(())
    }

    fn assessment(
        &mut self,
        assessment: &mut Assessment,
        issues: &mut Vec<ImportIssue>,
    ) -> Result<(), ImportError> {
        let organization_type = self.types.get(&assessment.organization).copied();
        if organization_type.is_none() {
            if self.kind != Kind::Backup {
                return Err(ImportError::UnknownOrganization {
                    id: assessment.organization,
                });
            }
            issues.push(ImportIssue::OrganizationMissing {
                assessment: assessment.id,
            });
        }
        match self.packs.find(&assessment.pack, organization_type) {
            Some(pack) => {
                let which = (pack.id.clone(), pack.version.clone());
                let known = self.known.entry(which).or_insert_with(|| pack.item_ids());
                issues.extend(meaning::fit_to_pack(assessment, pack, known));
            }
            None if self.kind == Kind::Backup => issues.push(ImportIssue::PackMissing {
                assessment: assessment.id,
                pack: assessment.pack.id.clone(),
            }),
            None => {
                return Err(ImportError::UnknownPack {
                    id: assessment.pack.id.clone(),
                });
            }
        }
        Ok(())
    }
}
