//! What happens where a document of the file meets the one that is here.
//!
//! Not here: how the two are put together (`merge`).

use super::super::document::Document;
use super::super::merge::{self, Side};
use super::super::settings::Settings;
use super::{Merging, What};
use crate::assessment::{Answer, Assessment, Organization};
use crate::ledger::LedgerPage;
use uuid::Uuid;

/// What happens, and the result.
pub(super) fn compare(ours: &Document, theirs: &Document) -> (What, Document) {
    match (ours, theirs) {
        (Document::Settings(ours), Document::Settings(theirs)) => {
            // When this device last exported is no one else's to say, and how it looks is its own:
            // a backup of a colleague must not change the size of the type under the user's eyes.
            let theirs = Settings {
                theme: ours.theme,
                elder: ours.elder,
                language: ours.language,
                last_export_made_at: ours.last_export_made_at,
                last_export_confirmed_at: ours.last_export_confirmed_at,
                ..theirs.clone()
            };
            let same = Settings {
                changed_at: ours.changed_at,
                ..theirs.clone()
            } == *ours;
            let merged = merge::settings(ours, &theirs);
            whole(same, ours, merged, Document::Settings)
        }
        (Document::Organization(ours), Document::Organization(theirs)) => {
            // A file that says nothing of the user's own duties differs by nothing of them.
            let theirs = match theirs.local.own_duties_as_of {
                Some(0) => merge::with_own_duties_of(theirs, ours),
                _ => theirs.clone(),
            };
            let merged = merge::organizations(ours, &theirs);
            let without_times = |one: &Organization| {
                let mut one = one.clone();
                (one.created_at, one.changed_at) = (0, 0);
                one.local.own_duties_as_of = None;
                one
            };
            let same = without_times(&theirs) == without_times(ours);
            whole(same, ours, merged, Document::Organization)
        }
        (Document::Assessment(ours), Document::Assessment(theirs)) => assessments(ours, theirs),
        (Document::Ledger(ours), Document::Ledger(theirs)) => pages(ours, theirs),
        // A pack never changes under its id, and documents of two kinds have different keys.
        _ => (What::Same, ours.clone()),
    }
}

/// What happens to something that is taken as a whole.
fn whole<T: Clone + PartialEq>(
    same: bool,
    ours: &T,
    merged: T,
    wrap: fn(T) -> Document,
) -> (What, Document) {
    if same {
        (What::Same, wrap(ours.clone()))
    } else if merged == *ours {
        (
            What::Merges(Merging {
                newer_here: 1,
                ..Merging::default()
            }),
            wrap(merged),
        )
    } else {
        (
            What::Merges(Merging {
                newer_there: 1,
                ..Merging::default()
            }),
            wrap(merged),
        )
    }
}

fn assessments(ours: &Assessment, theirs: &Assessment) -> (What, Document) {
    let stands_twice = |id| ours.retired.contains_key(id);
    if ours == theirs && !ours.answers.keys().any(stands_twice) {
        return (What::Same, Document::Assessment(ours.clone()));
    }
    let merged = merge::assessments(ours, theirs);
    if without_times(&merged.assessment) == without_times(ours) && merged.differing.is_empty() {
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
    if saying(&merged.page) == saying(ours) && merged.differing.is_empty() {
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

/// A page without its times and without the memory of what was taken out, to see whether it says
/// the same.
fn saying(page: &LedgerPage) -> LedgerPage {
    let mut one = LedgerPage {
        created_at: 0,
        ..page.clone()
    };
    one.entries
        .retain(|_, entry| entry.body.is_some() || !entry.extra.is_empty());
    one.entries
        .values_mut()
        .for_each(|entry| entry.changed_at = 0);
    one
}

/// An assessment without its times, to see whether it says the same.
fn without_times(assessment: &Assessment) -> Assessment {
    let mut one = Assessment {
        created_at: 0,
        ..assessment.clone()
    };
    let without_time = |answer: &mut Answer| (answer.changed_at, answer.note_as_of) = (0, None);
    one.answers.values_mut().for_each(without_time);
    one.retired.values_mut().for_each(without_time);
    one
}
