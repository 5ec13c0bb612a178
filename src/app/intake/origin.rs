//! Of each file that came in, by whom it was signed and which periods it reviews (来源): what is told
//! and remembered of it when several are taken over as one.
//!
//! Not here: what is in them.

use super::Found;
use crate::exchange::signing::Signed;
use crate::exchange::{Document, Kind, Opened};
use crate::ledger::{EntryBody, LedgerPage};
use crate::period::Quarter;
use crate::sorted_set::SortedSet;
use uuid::Uuid;

/// An organisation, and a period of it that was reviewed (被审核的周期).
pub type ReviewedPeriod = (Uuid, Quarter);

/// Of one file, by whom it was signed and which periods it reviews.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// Whose it is, and its signature.
    pub signed: Signed,
    /// The periods that it reviews; none if it is no review.
    pub reviewed: SortedSet<ReviewedPeriod>,
}

impl Origin {
    /// The origin of a file.
    pub fn of(opened: &Opened) -> Self {
        let reviewed = match opened.kind {
            Kind::Review => pages(&opened.documents).flat_map(reviewed_on).collect(),
            Kind::Assessment | Kind::Backup | Kind::Standard => SortedSet::default(),
        };
        Self {
            signed: Signed::of(opened),
            reviewed,
        }
    }
}

impl Found {
    /// The periods that its files review.
    pub fn reviewed(&self) -> SortedSet<ReviewedPeriod> {
        let all = self
            .origins
            .iter()
            .flat_map(|origin| origin.reviewed.iter());
        all.copied().collect()
    }

    /// Reviewed periods that are neither among these files nor known here.
    pub fn foreign_reviews(
        &self,
        is_known: impl Fn(ReviewedPeriod) -> bool,
    ) -> SortedSet<ReviewedPeriod> {
        let reviewed = self.reviewed();
        if reviewed.is_empty() {
            return SortedSet::new();
        }
        let periods = self
            .opened
            .documents
            .iter()
            .filter_map(|document| match document {
                Document::Assessment(one) => Some((one.organization, one.period)),
                _ => None,
            });
        let come: SortedSet<ReviewedPeriod> = periods.collect();
        let reviewed = reviewed.into_iter();
        let foreign = reviewed.filter(|one| !come.contains(one) && !is_known(*one));
        foreign.collect()
    }

    /// Takes the reviews of these periods out: they would stand nowhere.
    pub fn leave_reviews(&mut self, foreign: &SortedSet<ReviewedPeriod>) {
        for document in &mut self.opened.documents {
            if let Document::Ledger(page) = document {
                let organization = page.organization;
                page.entries.retain(|_, entry| match &entry.body {
                    Some(EntryBody::Review(one)) => !foreign.contains(&(organization, one.period)),
                    _ => true,
                });
            }
        }
        self.opened.documents.retain(|document| match document {
            Document::Ledger(page) => !page.entries.is_empty(),
            _ => true,
        });
        for origin in &mut self.origins {
            let reviewed = std::mem::take(&mut origin.reviewed).into_iter();
            origin.reviewed = reviewed.filter(|one| !foreign.contains(one)).collect();
        }
    }
}

fn pages(documents: &[Document]) -> impl Iterator<Item = &LedgerPage> {
    documents.iter().filter_map(|document| match document {
        Document::Ledger(page) => Some(page),
        _ => None,
    })
}

fn reviewed_on(page: &LedgerPage) -> impl Iterator<Item = ReviewedPeriod> {
    let entries = page.entries.values();
    entries.filter_map(|entry| match &entry.body {
        Some(EntryBody::Review(one)) => Some((page.organization, one.period)),
        _ => None,
    })
}
