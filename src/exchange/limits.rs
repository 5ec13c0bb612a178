//! The limits of what comes in, each far above anything real: what exceeds them was not written
//! by this app, or not by a hand that meant it.
//!
//! The interface takes its own limits of input from here, so that nothing can be entered that
//! could not be opened again. Not here: limits of storage.

/// A file of this many bytes or more is refused before it is read. All of a full device comes to
/// less than half of it.
pub const MOST_BYTES: usize = 30_000_000;

/// Arrays and objects may be nested this deep; ours are eight deep.
pub const DEEPEST_NESTING: usize = 64;

/// The most characters of one text: a note, a reason, the name of a paper, a name.
pub const LONGEST_TEXT: usize = 20_000;

/// The most characters of the hint of a sealed file.
pub const LONGEST_HINT: usize = 100;

/// The highest number of anything that is counted.
pub const HIGHEST_NUMBER: u32 = 1_000_000;

/// The highest number in a field of a card, where amounts of money can stand.
pub const HIGHEST_FIELD_NUMBER: u32 = 1_000_000_000;

/// A number above this is pointed out, and kept.
pub const UNLIKELY_ABOVE: u32 = 10_000;

/// The instants of the years 1 to 9999, in UTC milliseconds.
pub const INSTANTS: std::ops::RangeInclusive<i64> = -62_135_596_800_000..=253_402_300_799_999;

/// The latest time of a change that a clock is believed, the end of [`YEARS`] in UTC milliseconds.
/// What says that it was changed much later is taken as changed then, so that every edit can still
/// be counted as later, and a file with it still opens.
pub const LATEST_STAMP: i64 = 7_258_118_399_999;

/// The highest time of a change that is taken as it is. From [`LATEST_STAMP`] on edits count up by
/// one, and nobody makes so many.
pub const HIGHEST_STAMP: i64 = LATEST_STAMP + 1_000_000_000_000;

/// A time of change that lies further ahead of now than this is pointed out, in milliseconds: two
/// days, since two phones seldom agree on the time, and a time zone is a day at most.
pub const AHEAD_OF_NOW_MS: i64 = 2 * 86_400_000;

/// The years to which anything can belong. A field takes no date outside of them; one that came in
/// a file is pointed out, and kept.
pub const YEARS: std::ops::RangeInclusive<i32> = crate::period::YEARS;

/// The years of which a paper, or a date on a card, can be: a branch was founded and a member
/// admitted long before anything was recorded here.
pub const PAPER_YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// The most entries of one page of the ledger. The app begins another one long before.
pub const MOST_ENTRIES: usize = 1_000;

/// The most values, steps, days of a step, and links of one card.
pub const MOST_OF_A_CARD: usize = 500;

/// The most duties that a user can add.
pub const MOST_OWN_DUTIES: usize = 500;

/// The most elements of one list of a standard pack.
pub const LONGEST_PACK_LIST: usize = 2_000;
