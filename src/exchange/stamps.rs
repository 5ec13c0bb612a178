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
    change_each(document, &mut |stamp: &mut i64| {
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
        look_at_each(document, &mut |stamp: &i64| {
            if *stamp > latest_ms {
                let (count, latest) = found.unwrap_or((0, *stamp));
                found = Some((count + 1, latest.max(*stamp)));
            }
        });
    }
    found
}

/// Goes to every time of a document: to look at it, or to change it.
macro_rules! each_time {
    ($document:ident, $act:ident, ($($borrowed:tt)+), $iter:ident, $values:ident) => {
        match $document {
            Document::Settings(settings) => {
                $act($($borrowed)+ settings.changed_at);
                settings.last_export_made_at.$iter().for_each(&mut *$act);
                let confirmed = settings.last_export_confirmed_at.$iter();
                confirmed.for_each(&mut *$act);
            }
            Document::Organization(organization) => {
                $act($($borrowed)+ organization.created_at);
                $act($($borrowed)+ organization.changed_at);
                let own_duties = organization.local.own_duties_as_of.$iter();
                own_duties.for_each(&mut *$act);
            }
            Document::Assessment(assessment) => {
                $act($($borrowed)+ assessment.created_at);
                let summary = assessment.summary.$iter();
                summary.for_each(|one| $act($($borrowed)+ one.changed_at));
                for answers in [
                    $($borrowed)+ assessment.answers,
                    $($borrowed)+ assessment.retired,
                ] {
                    for answer in answers.$values() {
                        $act($($borrowed)+ answer.changed_at);
                        answer.note_as_of.$iter().for_each(&mut *$act);
                    }
                }
            }
            Document::Ledger(page) => {
                $act($($borrowed)+ page.created_at);
                let entries = page.entries.$values();
                entries.for_each(|entry| $act($($borrowed)+ entry.changed_at));
            }
            Document::Standard(standard) => $act($($borrowed)+ standard.added_at),
        }
    };
}

fn look_at_each(document: &Document, look: &mut impl FnMut(&i64)) {
    each_time!(document, look, (&), iter, values);
}

fn change_each(document: &mut Document, change: &mut impl FnMut(&mut i64)) {
    each_time!(document, change, (&mut), iter_mut, values_mut);
}
