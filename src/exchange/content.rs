//! What a document says, whenever it was entered (内容): two versions that say the same need no
//! merging.
//!
//! Not here: which of two versions stands (`merge`).

use super::document::{Document, StoredStandard};
use super::settings::Settings;
use crate::assessment::{Assessment, Organization};
use crate::ledger::LedgerPage;

/// A kind of document, or any of them.
pub trait Content: Clone + PartialEq {
    /// It without the times at which it was entered, and without what only tells other copies that
    /// something was taken out.
    fn without_times(self) -> Self;
}

/// Whether two documents say the same, whenever it was entered.
pub fn same_but_for_time<Kind: Content>(one: &Kind, other: &Kind) -> bool {
    one == other || one.clone().without_times() == other.clone().without_times()
}

impl Content for Settings {
    fn without_times(mut self) -> Self {
        self.changed_at = 0;
        self
    }
}

impl Content for Organization {
    fn without_times(mut self) -> Self {
        (self.created_at, self.changed_at) = (0, 0);
        self.local.own_duties_as_of = None;
        self
    }
}

impl Content for Assessment {
    fn without_times(mut self) -> Self {
        self.created_at = 0;
        self.summary = self.summary.filter(|one| one.own_words().is_some());
        self.summary.iter_mut().for_each(|one| one.changed_at = 0);
        for list in [&mut self.answers, &mut self.retired] {
            list.retain(|_, answer| !answer.is_empty());
            list.values_mut()
                .for_each(|answer| (answer.changed_at, answer.note_as_of) = (0, None));
        }
        self
    }
}

impl Content for LedgerPage {
    fn without_times(mut self) -> Self {
        self.created_at = 0;
        self.entries.retain(|_, entry| entry.says_something());
        let entries = self.entries.values_mut();
        entries.for_each(|entry| entry.changed_at = 0);
        self
    }
}

impl Content for StoredStandard {
    fn without_times(mut self) -> Self {
        self.added_at = 0;
        self
    }
}

impl Content for Document {
    fn without_times(self) -> Self {
        match self {
            Self::Settings(one) => Self::Settings(one.without_times()),
            Self::Organization(one) => Self::Organization(one.without_times()),
            Self::Assessment(one) => Self::Assessment(one.without_times()),
            Self::Ledger(one) => Self::Ledger(one.without_times()),
            Self::Standard(one) => Self::Standard(one.without_times()),
        }
    }
}
