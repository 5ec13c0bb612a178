//! What is found in a table (识别结果): what each row is, the parts, the indicators, and what is
//! doubtful about them.
//!
//! Not here: finding it (`reading`).

use super::scoring::{Scoring, Way};
use serde::{Deserialize, Serialize};

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowKind {
    /// It stands above the table: a title, or the heads of columns.
    Above,
    /// The heading of a part (类别).
    Group,
    /// An indicator (指标).
    Item,
    /// It goes on from the indicator above.
    Continued,
    /// A sum, a remark, or nothing.
    Nothing,
}

/// Why a row should be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Others have points and it has none.
    NoPoints,
    /// Points are taken off without a number being named (酌情扣分).
    AtDiscretion,
    /// How often it is due was not found, and once a year is taken.
    FrequencyUnknown,
    /// The points of a part do not come to what its heading says.
    SumDiffers {
        /// What the heading says, in tenths.
        says: u32,
        /// What the rows come to.
        comes_to: u32,
    },
    /// It has no points of its own and is taken for part of the row above.
    JoinedToAbove,
}

/// What kind of part a heading begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Section {
    /// Indicators.
    #[default]
    Asked,
    /// Bonus items (加分项).
    Bonus,
    /// Vetoes (一票否决).
    Vetoes,
}

/// A part of the table (类别).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// Its name.
    pub title: String,
    /// The row where it begins.
    pub row: usize,
    /// The points that its heading says, in tenths.
    pub says: Option<u32>,
    /// By how many percent it counts.
    pub weight: Option<u32>,
    /// What kind of part it is.
    pub section: Section,
    /// What is doubtful about it.
    pub doubts: Vec<Doubt>,
}

/// An indicator that was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The row where it begins.
    pub row: usize,
    /// To which part it belongs, by its place.
    pub part: usize,
    /// Its name.
    pub title: String,
    /// What is asked, in full.
    pub criterion: String,
    /// The most points, in tenths.
    pub points: Option<u32>,
    /// The most that a bonus item gives, in tenths, where the user put that right; `None` if it is
    /// as the table says.
    pub cap: Option<u32>,
    /// What its text says of scoring.
    pub scoring: Scoring,
    /// How it is answered.
    pub way: Option<Way>,
    /// What papers show it.
    pub evidence: Vec<String>,
    /// Who is to do it, and by when, as the table says it.
    pub details: Vec<String>,
    /// What the table says of the time.
    pub deadline: String,
    /// What is doubtful about it.
    pub doubts: Vec<Doubt>,
}

/// What a draft amounts to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The line above the table.
    pub title: Option<String>,
    /// What each row is.
    pub rows: Vec<RowKind>,
    /// The parts, in their order.
    pub parts: Vec<Part>,
    /// The indicators, in their order.
    pub found: Vec<Found>,
}

impl Reading {
    /// Whether any indicator has points.
    pub fn is_scored(&self) -> bool {
        self.found.iter().any(|one| one.points.is_some())
    }

    /// In what kind of part an indicator stands.
    pub fn section_of(&self, found: &Found) -> Section {
        let part = self.parts.get(found.part);
        part.map(|part| part.section).unwrap_or_default()
    }

    /// How many rows should be looked at.
    pub fn doubts(&self) -> usize {
        let found = self
            .found
            .iter()
            .filter(|one| !one.doubts.is_empty())
            .count();
        found
            + self
                .parts
                .iter()
                .filter(|part| !part.doubts.is_empty())
                .count()
    }
}
