//! A record (记录) of something that was held or done, and the note that something was not.
//!
//! Not here: which duties and indicators it counts for; that follows from its kind.

use crate::period::{CivilDate, Span, YEARS};
use crate::sorted_map::SortedMap;
use crate::standard::{Asked, ItemId};
use crate::three_versions::{Precedence, members, picked};
use crate::typed_number::Unit;
use serde::{Deserialize, Serialize};

/// What a record is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RecordOf {
    /// A kind of the pack (记录种类), for example 党员大会.
    Kind(ItemId),
    /// A duty that is done by saying so (勾选完成).
    Duty(ItemId),
}

/// A number that stands in a record, in the unit in which it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Given {
    /// How many ought to be there (应到).
    Eligible,
    /// How many were there (实到).
    Present,
    /// How many approved (赞成).
    Approve,
    /// Half hours of study (学时的两倍): 3 are 1.5 hours. Files know whole numbers alone.
    HalfHours,
    /// How many persons or households it was about (人数、户数).
    People,
    /// How many matters were settled (件数).
    Matters,
}

impl Given {
    /// In what it counts.
    pub fn unit(self) -> Unit {
        match self {
            Self::HalfHours => Unit::Halves,
            _ => Unit::Whole,
        }
    }
}

impl From<Asked> for Given {
    fn from(asked: Asked) -> Self {
        match asked {
            Asked::Eligible => Self::Eligible,
            Asked::Present => Self::Present,
            Asked::Approve => Self::Approve,
            Asked::Hours => Self::HalfHours,
            Asked::People => Self::People,
            Asked::Matters => Self::Matters,
        }
    }
}

/// A record (记录): when, how many, one line, and where the papers are. Nobody's name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Record {
    /// What it is about.
    pub of: RecordOf,
    /// The day on which it was held (实际日期).
    pub held_on: CivilDate,
    /// The year to which it belongs (所属年度), where that is not the year of the day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub belongs_to_year: Option<i32>,
    /// The numbers that were given.
    #[serde(default, skip_serializing_if = "SortedMap::is_empty")]
    pub numbers: SortedMap<Given, u32>,
    /// One line about it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub line: String,
    /// Where the papers are kept (存放位置).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
}

/// What is written in words in a record (文字栏).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordText {
    /// One line about it.
    Line,
    /// Where the papers are kept.
    Place,
}

impl RecordText {
    /// The name of its member in files.
    pub fn member(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::Place => "place",
        }
    }
}

impl Record {
    /// A record about which nothing is said yet but what it is of and when it was held.
    pub fn new(of: RecordOf, held_on: CivilDate) -> Self {
        Self {
            of,
            held_on,
            belongs_to_year: None,
            numbers: SortedMap::new(),
            line: String::new(),
            place: String::new(),
        }
    }

    /// All that is written in words in it.
    pub fn texts(&self) -> [(RecordText, &str); 2] {
        let Self {
            of: _,
            held_on: _,
            belongs_to_year: _,
            numbers: _,
            line,
            place,
        } = self;
        [(RecordText::Line, line), (RecordText::Place, place)]
    }

    /// As others may see it: each field by its name, so that a new one goes out only once somebody
    /// has thought of that.
    pub fn for_others(&self) -> Self {
        let Self {
            of: _,
            held_on: _,
            belongs_to_year: _,
            numbers: _,
            line: _,
            place: _,
        } = self;
        self.clone()
    }

    /// Two changes of this put together, field by field (三方合并).
    pub fn together(&self, ours: &Self, theirs: &Self, by: Precedence) -> Self {
        let base = self;
        picked!(Self { of, held_on, belongs_to_year, line, place } of base, ours, theirs, by;
            numbers: members(&base.numbers, &ours.numbers, &theirs.numbers, by),
        )
    }

    /// The year for which it counts.
    pub fn year(&self) -> i32 {
        self.belongs_to_year.unwrap_or(self.held_on.year())
    }

    /// Says on which day it was held. What is held in the year to which it belongs needs no word
    /// about that.
    pub fn hold_on(&mut self, day: CivilDate) {
        self.held_on = day;
        self.belongs_to_year = self.belongs_to_year.filter(|year| *year != day.year());
    }

    /// Says for which year it counts.
    pub fn count_for(&mut self, year: i32) {
        self.belongs_to_year = (year != self.held_on.year()).then_some(year);
    }

    /// Whether it is of a day that cannot have been: made while the clock was wrong, or mistyped.
    pub fn is_of_doubtful_day(&self, today: Option<CivilDate>) -> bool {
        !YEARS.contains(&self.held_on.year()) || today.is_some_and(|today| self.held_on > today)
    }

    /// The day by which it is put into a span of that year: the day on which it was held, or the
    /// nearest day of the year to which it belongs.
    pub fn counted_on(&self) -> CivilDate {
        let year = self.year();
        let first = CivilDate::new(year, 1, 1).unwrap_or(self.held_on);
        let last = CivilDate::new(year, 12, 31).unwrap_or(self.held_on);
        self.held_on.clamp(first.min(last), last)
    }
}

/// The note that a duty was not done in one of its spans (未开展), so that it is not called late
/// for ever. It counts for nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Missed {
    /// The duty.
    pub duty: ItemId,
    /// The span in which it was not done.
    pub span: Span,
    /// Why (原因).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

impl Missed {
    /// As others may see it, each field by its name.
    pub fn for_others(&self) -> Self {
        let Self {
            duty: _,
            span: _,
            reason: _,
        } = self;
        self.clone()
    }

    /// Two changes of this put together, field by field (三方合并).
    pub fn together(&self, ours: &Self, theirs: &Self, by: Precedence) -> Self {
        let base = self;
        picked!(Self { duty, span, reason } of base, ours, theirs, by)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> CivilDate {
        text.parse().unwrap()
    }

    fn held_on(day: &str) -> Record {
        Record::new(RecordOf::Kind(ItemId::from("meeting")), date(day))
    }

    #[test]
    fn the_year_for_which_it_counts_is_only_kept_where_it_is_another() {
        let mut record = held_on("2027-01-20");
        record.count_for(2026);
        assert_eq!(record.belongs_to_year, Some(2026));
        record.hold_on(date("2027-02-10"));
        assert_eq!(record.year(), 2026);
        // It turns out that it was held in the old year after all.
        record.hold_on(date("2026-12-30"));
        assert_eq!(record.belongs_to_year, None);
        record.count_for(2026);
        assert_eq!(record.belongs_to_year, None);
    }

    #[test]
    fn a_day_that_cannot_have_been_is_doubtful() {
        fn check(day: &str, today: Option<&str>, expected: bool) {
            let found = held_on(day).is_of_doubtful_day(today.map(date));
            assert_eq!(found, expected, "{day} {today:?}");
        }

        check("2026-11-21", Some("2026-11-21"), false);
        check("2026-11-22", Some("2026-11-21"), true);
        check("1970-01-01", Some("2026-11-21"), true);
        check("2026-11-22", None, false);
        check("2200-01-01", None, true);
    }
}
