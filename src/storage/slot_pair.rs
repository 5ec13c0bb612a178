//! Both slots of one document, side by side: which one is current and which one is written next.
//!
//! Not here: reading them from a store, and the journal.

use super::keys::SlotName;
use super::load::ReadOnlyReason;
use super::slot::{Slot, SlotFault};

/// What one slot holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) enum SlotContent {
    #[default]
    Absent,
    Valid(Slot),
    /// Written by a newer build; it stays where it is.
    NewerLayout(u32),
    Damaged {
        text: String,
        fault: SlotFault,
    },
}

impl SlotContent {
    pub(super) fn of_text(text: String) -> Self {
        match Slot::decode(&text) {
            Ok(slot) => Self::Valid(slot),
            Err(SlotFault::UnknownLayout { layout }) => Self::NewerLayout(layout),
            Err(fault) => Self::Damaged { text, fault },
        }
    }

    pub(super) fn valid(&self) -> Option<&Slot> {
        match self {
            Self::Valid(slot) => Some(slot),
            _ => None,
        }
    }
}

/// Both slots of a document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct SlotPair {
    a: SlotContent,
    b: SlotContent,
}

impl SlotPair {
    pub(super) fn new(a: SlotContent, b: SlotContent) -> Self {
        Self { a, b }
    }

    pub(super) fn content(&self, name: SlotName) -> &SlotContent {
        match name {
            SlotName::A => &self.a,
            SlotName::B => &self.b,
        }
    }

    pub(super) fn set(&mut self, name: SlotName, content: SlotContent) {
        match name {
            SlotName::A => self.a = content,
            SlotName::B => self.b = content,
        }
    }

    /// The slot of the newest valid generation; of two equal ones the one that is no deletion, and
    /// else the first.
    pub(super) fn newer(&self) -> SlotName {
        let rank = |slot: &Slot| (slot.generation, !slot.is_deletion());
        match (self.a.valid(), self.b.valid()) {
            (Some(a), Some(b)) if rank(b) > rank(a) => SlotName::B,
            (None, Some(_)) => SlotName::B,
            _ => SlotName::A,
        }
    }

    /// The slot to write next: the one that does not hold the newest valid generation, and, where
    /// there is none, one that does not hold something unreadable.
    pub(super) fn older(&self) -> SlotName {
        match (&self.a, self.newest()) {
            (SlotContent::Damaged { .. }, None) => SlotName::B,
            (_, Some(_)) if self.newer() == SlotName::A => SlotName::B,
            _ => SlotName::A,
        }
    }

    /// The newest valid generation, which may record a deletion.
    pub(super) fn newest(&self) -> Option<&Slot> {
        self.content(self.newer()).valid()
    }

    /// The older of two valid generations.
    pub(super) fn oldest(&self) -> Option<&Slot> {
        self.newest()
            .and_then(|_| self.content(self.older()).valid())
    }

    /// The newest valid generation, unless it records a deletion.
    pub(super) fn newest_version(&self) -> Option<&Slot> {
        self.newest().filter(|slot| !slot.is_deletion())
    }

    /// Whether a newer build wrote any of it.
    pub(super) fn read_only_reason(&self, newest_schema: u32) -> Option<ReadOnlyReason> {
        [&self.a, &self.b]
            .into_iter()
            .find_map(|content| match content {
                SlotContent::NewerLayout(layout) => {
                    Some(ReadOnlyReason::NewerLayout { layout: *layout })
                }
                SlotContent::Valid(slot) if slot.schema > newest_schema => {
                    Some(ReadOnlyReason::NewerSchema {
                        schema: slot.schema,
                    })
                }
                _ => None,
            })
    }
}
