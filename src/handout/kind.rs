//! Which handouts there are (材料种类).
//!
//! Not here: what stands in them, and what they are called (`text`).

use crate::text::Texts;

/// A kind of handout (材料种类).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HandoutKind {
    /// 汇报单: the report of a period.
    Report,
}

impl HandoutKind {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Self; 1] = [Self::Report];

    /// What stands for it in an address.
    pub fn key(self) -> &'static str {
        match self {
            Self::Report => "report",
        }
    }

    /// What it is called.
    pub fn title(self, texts: &Texts) -> &'static str {
        match self {
            Self::Report => texts.handouts.report,
        }
    }

    /// The kind that an address names; `None` if there is no such kind.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}
