//! What differs between the five kinds of documents (文档种类) where they are edited and put together.
//!
//! It is said here, kind by kind, and nowhere else above `exchange`: a sixth kind is one more
//! `impl`, and a line in the two macros. Not here: how it is done (`stamp`, `three_way`,
//! `reconcile`, `exchange::merge`), and where documents lie in the workspace (`workspace`).

use super::reconcile::{answers, pages};
use super::stamp::{just_after, newer, stamped_answers, stamped_entries};
use super::three_way::{self, Precedence};
use crate::assessment::{Assessment, Organization};
use crate::exchange::content::{Content, same_but_for_time};
use crate::exchange::merge;
use crate::exchange::{Document, Settings, StoredStandard};
use crate::ledger::LedgerPage;

/// A kind of document.
pub trait Kind: Content {
    /// The later of two versions, where it is not known what they started from; of assessments each
    /// later answer, of pages each later entry.
    fn newer_of(ours: &Self, theirs: &Self) -> Self;

    /// Two changes put together by what both started from.
    fn three_way(base: &Self, ours: &Self, theirs: &Self, by: Precedence) -> Self;

    /// When it was changed last, in UTC milliseconds.
    fn changed_at(&self) -> i64;

    /// The time that it has as a whole; `None` where its parts have a time each.
    fn time(&mut self) -> Option<&mut i64> {
        None
    }

    /// `after`, in which all that differs from `before` is newer than it.
    fn stamped(before: &Self, mut after: Self, now_ms: i64) -> Self {
        let same = same_but_for_time(before, &after);
        if let Some(time) = after.time() {
            *time = newer(before.changed_at(), *time, same, now_ms);
        }
        after
    }

    /// Our version and another tab's put together by what both are thought to have started from;
    /// `certain` says whether theirs was written over it for certain, or may be of another line.
    fn met(base: &Self, ours: &Self, theirs: &Self, certain: bool) -> Self {
        let _ = certain;
        match base != ours && theirs.changed_at() >= base.changed_at() {
            true => both_changed(base, ours, theirs),
            false => Self::newer_of(ours, theirs),
        }
    }
}

/// Both sides have changed a document that is later as a whole: each keeps its own fields.
fn both_changed<K: Kind>(base: &K, ours: &K, theirs: &K) -> K {
    let later = K::newer_of(ours, theirs);
    let by = match later == *ours {
        true => Precedence::Ours,
        false => Precedence::Theirs,
    };
    let mut both = K::three_way(base, ours, theirs, by);
    if same_but_for_time(&both, &later) {
        return later;
    }
    // It is not what time alone would choose, so it has to be later than both, and at the same
    // instant in each tab.
    if let Some(time) = both.time() {
        *time = just_after(ours.changed_at().max(theirs.changed_at()));
    }
    both
}

impl Kind for Settings {
    fn newer_of(ours: &Self, theirs: &Self) -> Self {
        merge::settings(ours, theirs)
    }

    fn three_way(base: &Self, ours: &Self, theirs: &Self, by: Precedence) -> Self {
        three_way::settings(base, ours, theirs, by)
    }

    fn changed_at(&self) -> i64 {
        self.changed_at
    }

    fn time(&mut self) -> Option<&mut i64> {
        Some(&mut self.changed_at)
    }
}

impl Kind for Organization {
    fn newer_of(ours: &Self, theirs: &Self) -> Self {
        merge::organizations(ours, theirs)
    }

    fn three_way(base: &Self, ours: &Self, theirs: &Self, by: Precedence) -> Self {
        three_way::organizations(base, ours, theirs, by)
    }

    fn changed_at(&self) -> i64 {
        self.changed_at
    }

    fn time(&mut self) -> Option<&mut i64> {
        Some(&mut self.changed_at)
    }
}

impl Kind for Assessment {
    fn newer_of(ours: &Self, theirs: &Self) -> Self {
        merge::assessments(ours, theirs).assessment
    }

    fn three_way(base: &Self, ours: &Self, theirs: &Self, by: Precedence) -> Self {
        three_way::assessments(base, ours, theirs, by)
    }

    fn changed_at(&self) -> i64 {
        self.changed_at()
    }

    fn stamped(before: &Self, after: Self, now_ms: i64) -> Self {
        stamped_answers(before, after, now_ms)
    }

    fn met(base: &Self, ours: &Self, theirs: &Self, certain: bool) -> Self {
        answers::assessments(base, ours, theirs, certain)
    }
}

impl Kind for LedgerPage {
    fn newer_of(ours: &Self, theirs: &Self) -> Self {
        merge::pages(ours, theirs).page
    }

    fn three_way(base: &Self, ours: &Self, theirs: &Self, by: Precedence) -> Self {
        three_way::pages(base, ours, theirs, by)
    }

    fn changed_at(&self) -> i64 {
        self.changed_at()
    }

    fn stamped(before: &Self, after: Self, now_ms: i64) -> Self {
        stamped_entries(before, after, now_ms)
    }

    fn met(base: &Self, ours: &Self, theirs: &Self, certain: bool) -> Self {
        pages::pages(base, ours, theirs, certain)
    }
}

impl Kind for StoredStandard {
    fn newer_of(ours: &Self, theirs: &Self) -> Self {
        merge::standards(ours, theirs)
    }

    fn three_way(base: &Self, ours: &Self, theirs: &Self, by: Precedence) -> Self {
        three_way::standards(base, ours, theirs, by)
    }

    fn changed_at(&self) -> i64 {
        self.added_at
    }

    fn time(&mut self) -> Option<&mut i64> {
        Some(&mut self.added_at)
    }
}

/// What an expression makes of a document of whichever kind.
macro_rules! of_its_kind {
    ($one:ident => $result:expr) => {
        match $one {
            Document::Settings($one) => $result,
            Document::Organization($one) => $result,
            Document::Assessment($one) => $result,
            Document::Ledger($one) => $result,
            Document::Standard($one) => $result,
        }
    };
}

/// The document that an expression makes of documents of one kind. Documents of two kinds have
/// different keys and never meet; the last of them would stand.
macro_rules! of_one_kind {
    (($($one:ident),+) => $result:expr, else $last:ident => $otherwise:expr) => {
        match ($($one),+) {
            ($(Document::Settings($one)),+) => Document::Settings($result),
            ($(Document::Organization($one)),+) => Document::Organization($result),
            ($(Document::Assessment($one)),+) => Document::Assessment($result),
            ($(Document::Ledger($one)),+) => Document::Ledger($result),
            ($(Document::Standard($one)),+) => Document::Standard($result),
            (.., $last) => $otherwise,
        }
    };
}

impl Kind for Document {
    fn newer_of(ours: &Self, theirs: &Self) -> Self {
        merge::documents(ours, theirs)
    }

    fn three_way(base: &Self, ours: &Self, theirs: &Self, by: Precedence) -> Self {
        of_one_kind!(
            (base, ours, theirs) => Kind::three_way(base, ours, theirs, by),
            else last => last.clone()
        )
    }

    fn changed_at(&self) -> i64 {
        let one = self;
        of_its_kind!(one => Kind::changed_at(one))
    }

    fn time(&mut self) -> Option<&mut i64> {
        let one = self;
        of_its_kind!(one => one.time())
    }

    fn stamped(before: &Self, after: Self, now_ms: i64) -> Self {
        of_one_kind!((before, after) => Kind::stamped(before, after, now_ms), else last => last)
    }

    fn met(base: &Self, ours: &Self, theirs: &Self, certain: bool) -> Self {
        of_one_kind!(
            (base, ours, theirs) => Kind::met(base, ours, theirs, certain),
            else last => last.clone()
        )
    }
}
