//! What happens where a document of the file meets the one that is here.
//!
//! Not here: how the two are put together (`merge`).

use super::super::content::{Content, same_but_for_time};
use super::super::document::Document;
use super::super::merge::{self, Side};
use super::super::settings::Settings;
use super::{Merging, What};
use crate::assessment::Assessment;
use crate::ledger::LedgerPage;
use crate::sorted_map::SortedMap;
use uuid::Uuid;

/// What happens, and the result.
pub(super) fn compare(ours: &Document, theirs: &Document) -> (What, Document) {
    match (ours, theirs) {
        (Document::Settings(ours), Document::Settings(theirs)) => {
            // When this device last exported is no one else's to say, and how it looks is its own:
            // a backup of a colleague must not change the size of the type under the user's eyes.
            // A device that has a key goes on with it; a new one takes that of the backup. Of the
            // keys that were seen, none is forgotten.
            let both = |known: &SortedMap<Uuid, String>, seen: &SortedMap<Uuid, String>| {
                let all = seen.iter().chain(known.iter());
                all.map(|(id, key)| (*id, key.clone())).collect()
            };
            let theirs = Settings {
                theme: ours.theme,
                elder: ours.elder,
                language: ours.language,
                last_export_made_at: ours.last_export_made_at,
                last_export_confirmed_at: ours.last_export_confirmed_at,
                signing_key: ours
                    .signing_key
                    .clone()
                    .or_else(|| theirs.signing_key.clone()),
                seen_keys: both(&ours.seen_keys, &theirs.seen_keys),
                seen_reviewers: both(&ours.seen_reviewers, &theirs.seen_reviewers),
                ..theirs.clone()
            };
            whole(ours, &theirs, merge::settings, Document::Settings)
        }
        (Document::Organization(ours), Document::Organization(theirs)) => {
            // A file that says nothing of the user's own duties differs by nothing of them.
            let theirs = match theirs.local.own_duties_as_of {
                Some(0) => merge::with_own_duties_of(theirs, ours),
                _ => theirs.clone(),
            };
            whole(ours, &theirs, merge::organizations, Document::Organization)
        }
        (Document::Assessment(ours), Document::Assessment(theirs)) => assessments(ours, theirs),
        (Document::Ledger(ours), Document::Ledger(theirs)) => pages(ours, theirs),
        // A pack never changes under its id, and documents of two kinds have different keys.
        _ => (What::Same, ours.clone()),
    }
}

/// What happens to something of which the whole counts as one.
fn whole<Kind: Content>(
    ours: &Kind,
    theirs: &Kind,
    merge: fn(&Kind, &Kind) -> Kind,
    wrap: fn(Kind) -> Document,
) -> (What, Document) {
    if same_but_for_time(ours, theirs) {
        return (What::Same, wrap(ours.clone()));
    }
    let merged = merge(ours, theirs);
    let stays = merged == *ours;
    let merging = Merging {
        newer_here: usize::from(stays),
        newer_there: usize::from(!stays),
        ..Merging::default()
    };
    (What::Merges(merging), wrap(merged))
}

fn assessments(ours: &Assessment, theirs: &Assessment) -> (What, Document) {
    let stands_twice = |id| ours.retired.contains_key(id);
    if ours == theirs && !ours.answers.keys().any(stands_twice) {
        return (What::Same, Document::Assessment(ours.clone()));
    }
    let merged = merge::assessments(ours, theirs);
    if same_but_for_time(&merged.assessment, ours) && merged.differing.is_empty() {
        return (What::Same, Document::Assessment(ours.clone()));
    }
    let count = |side| {
        merged
            .differing
            .iter()
            .filter(|one| one.kept == side)
            .count()
    };
    let (newer_here, newer_there) = (count(Side::Ours), count(Side::Theirs));
    let added = merged.taken.len() - newer_there;
    // The summary counts with what is newer there.
    let takes_summary = merged.assessment.summary != ours.summary;
    let newer_there = newer_there + usize::from(takes_summary);
    let differences = merged.differing;
    let merging = Merging {
        added,
        newer_here,
        newer_there,
        differences,
        ..Merging::default()
    };
    (
        What::Merges(merging),
        Document::Assessment(merged.assessment),
    )
}

fn pages(ours: &LedgerPage, theirs: &LedgerPage) -> (What, Document) {
    if ours == theirs {
        return (What::Same, Document::Ledger(ours.clone()));
    }
    let merged = merge::pages(ours, theirs);
    if same_but_for_time(&merged.page, ours) && merged.differing.is_empty() {
        return (What::Same, Document::Ledger(ours.clone()));
    }
    let differing = || merged.differing.iter();
    let taken = || differing().filter(|one| one.kept == Side::Theirs);
    let removed = taken()
        .filter(|one| one.theirs.body.is_none() && one.ours.body.is_some())
        .count();
    // What the file alone has and says was taken out was never seen here.
    let is_added = |id: &&Uuid| {
        let entry = merged.page.entries.get(*id);
        !ours.entries.contains_key(*id) && entry.is_some_and(|entry| entry.body.is_some())
    };
    let merging = Merging {
        added: merged.taken.iter().filter(is_added).count(),
        newer_here: differing().count() - taken().count(),
        newer_there: taken().count() - removed,
        removed,
        entries: merged.differing,
        ..Merging::default()
    };
    (What::Merges(merging), Document::Ledger(merged.page))
}
