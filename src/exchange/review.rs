//! A file with what whoever checks found of one period (审核): it has the entries of the review, and
//! none of anything else, whoever wrote it.
//!
//! Not here: what is in a review (`ledger`), and the file itself ([`super::export`]).

use super::document::Document;
use super::fault::ImportIssue;
use crate::ledger::{Entry, EntryBody, LedgerPage};
use crate::period::Quarter;
use crate::sorted_map::SortedMap;
use serde_json::Map;
use uuid::Uuid;

/// The pages of an organisation with what was written in the review of a period, and nothing else;
/// none if nothing was.
pub fn of_period<'a>(
    pages: impl IntoIterator<Item = &'a LedgerPage>,
    period: Quarter,
) -> Vec<LedgerPage> {
    let with_reviews = pages.into_iter().map(|page| {
        let entries = page.entries.iter();
        let entries = entries.filter(|(_, entry)| match &entry.body {
            Some(EntryBody::Review(one)) => one.period == period,
            _ => false,
        });
        let entries: SortedMap<Uuid, Entry> =
            entries.map(|(id, entry)| (*id, bare(entry))).collect();
        LedgerPage {
            entries,
            extra: Map::new(),
            ..page.clone()
        }
    });
    with_reviews
        .filter(|page| !page.entries.is_empty())
        .collect()
}

/// An entry without what a later version wrote.
fn bare(entry: &Entry) -> Entry {
    Entry {
        extra: Map::new(),
        ..entry.clone()
    }
}

/// Takes everything out of a page that is no review, and says what.
pub(super) fn only_reviews(place: &str, document: &mut Document) -> Vec<ImportIssue> {
    let Document::Ledger(page) = document else {
        return Vec::new();
    };
    let is_review = |entry: &Entry| matches!(entry.body, Some(EntryBody::Review(_)));
    let others = page.entries.iter().filter(|(_, entry)| !is_review(entry));
    let issues = others.map(|(id, _)| ImportIssue::NotKept {
        place: format!("{place}.entries.{id}"),
    });
    let issues = issues.collect();
    page.entries.retain(|_, entry| is_review(entry));
    issues
}
