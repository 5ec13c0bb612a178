//! The times of change in a document (修改时间), brought into the range in which they can be
//! counted on from and written into a file.
//!
//! One of them beyond the end of the calendar would win every later merge, and would keep a whole
//! backup from being made. Not here: which of two is the later (`merge`), and what an edit is
//! stamped with (`app::stamp`).

use super::document::Document;
use super::limits::{HIGHEST_STAMP, INSTANTS, LATEST_STAMP};

/// Brings every time of a document into the range that is taken, and returns how many had to be
/// moved.
pub(super) fn settle(document: &mut Document) -> usize {
    let mut moved = 0;
    for_each(document, &mut |stamp| {
        let settled = match *stamp > HIGHEST_STAMP {
            true => LATEST_STAMP,
            false => (*stamp).max(*INSTANTS.start()),
        };
        moved += usize::from(settled != *stamp);
        *stamp = settled;
    });
    moved
}

/// How many times of these documents are later than `latest_ms`, and the latest of them.
#[must_use]
pub fn later_than(documents: &[Document], latest_ms: i64) -> Option<(usize, i64)> {
    let mut found: Option<(usize, i64)> = None;
    for document in documents {
        for_each(&mut document.clone(), &mut |stamp| {
            if *stamp > latest_ms {
                let (count, latest) = found.unwrap_or((0, *stamp));
                found = Some((count + 1, latest.max(*stamp)));
            }
        });
    }
    found
}

fn for_each(document: &mut Document, act: &mut impl FnMut(&mut i64)) {
    match document {
        Document::Settings(settings) => {
            act(&mut settings.changed_at);
            settings.last_export_made_at.iter_mut().for_each(&mut *act);
            let confirmed = settings.last_export_confirmed_at.iter_mut();
            confirmed.for_each(&mut *act);
        }
        Document::Organization(organization) => {
            act(&mut organization.created_at);
            act(&mut organization.changed_at);
            let own_duties = organization.local.own_duties_as_of.iter_mut();
            own_duties.for_each(&mut *act);
        }
        Document::Assessment(assessment) => {
            act(&mut assessment.created_at);
            for answers in [&mut assessment.answers, &mut assessment.retired] {
                for answer in answers.values_mut() {
                    act(&mut answer.changed_at);
                    answer.note_as_of.iter_mut().for_each(&mut *act);
                }
            }
        }
        Document::Ledger(page) => {
            act(&mut page.created_at);
            let entries = page.entries.values_mut();
            entries.for_each(|entry| act(&mut entry.changed_at));
        }
        Document::Standard(standard) => act(&mut standard.added_at),
    }
}
