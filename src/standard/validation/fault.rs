//! What can be wrong with a pack, and where.
//!
//! Not here: finding it, and the sentences that a user reads about it.

use crate::period::Frequency;
use crate::standard::pack::ItemId;
use std::fmt;

/// Something that is wrong with a pack (标准包的问题).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackFault {
    /// Where it is, as a JSON pointer into the pack, for example `/basics/0/indicators/2`.
    pub place: String,
    /// The id or the key of the innermost thing that has one and holds the place.
    pub within: Option<String>,
    /// What is wrong.
    pub kind: FaultKind,
}

impl fmt::Display for PackFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            place,
            within,
            kind,
        } = self;
        match within {
            Some(within) => write!(formatter, "{place} ({within}): {kind}"),
            None => write!(formatter, "{place}: {kind}"),
        }
    }
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FaultKind {
    /// An id or a key of the pack is used twice; answers would be mixed up.
    #[error("{name} is used twice")]
    Duplicate {
        /// The id or the key.
        name: String,
    },
    /// Two rules have the same id.
    #[error("the rule {id} stands there twice")]
    DuplicateRule {
        /// The id of the rule.
        id: String,
    },
    /// A text that is shown, or an id, is empty.
    #[error("empty text")]
    EmptyText,
    /// An item cites a rule that the pack does not have.
    #[error("no such rule: {id}")]
    UnknownRule {
        /// The id that was cited.
        id: String,
    },
    /// A number is greater than anything that makes sense.
    #[error("{number} is more than {most}")]
    NumberTooLarge {
        /// The number.
        number: u32,
        /// The greatest that is taken.
        most: u32,
    },
    /// A share in percent lies outside its range.
    #[error("{percent} percent is out of range")]
    PercentOutOfRange {
        /// The number that was found.
        percent: u32,
    },
    /// A count that is due no times.
    #[error("due no times")]
    CountWithoutTimes,
    /// A count of something that has no fixed periods.
    #[error("a count needs fixed periods")]
    CountWithoutPeriods {
        /// Its frequency: a term, or as it happens.
        frequency: Frequency,
    },
    /// A band gives no fewer points than the one before it.
    #[error("{score} points do not descend from {before}")]
    BandsNotDescending {
        /// The points of the band before.
        before: u32,
        /// The points of the band.
        score: u32,
    },
    /// The best band does not give the indicator's maximum, or there is no band.
    #[error("the best band does not give {maximum} points")]
    BestBandNotMaximum {
        /// The maximum.
        maximum: u32,
    },
    /// The last band says what reaches it, though it is what remains when nothing else does.
    #[error("the last band needs nothing to reach it")]
    LastBandReached,
    /// No band says what reaches it, so the derivation would always come to the worst.
    #[error("no band can be derived")]
    NoBandReached,
    /// A band says what reaches it, and nothing is derived.
    #[error("nothing is derived here")]
    ReachWithoutDerivation,
    /// A better band is reached no harder than a worse one.
    #[error("a better band must be harder to reach")]
    ReachNotMonotone,
    /// What reaches a band is of another kind than what the derivation comes to.
    #[error("this does not fit the rule of the derivation")]
    ReachDoesNotFitRule,
    /// A derivation has no items to follow from.
    #[error("a derivation needs items to follow from")]
    DerivationFromNothing,
    /// A derivation counts an item that is not a count.
    #[error("{id} is not counted")]
    NotCounted {
        /// The item.
        id: ItemId,
    },
    /// Derivations that lead back to themselves.
    #[error("{id} follows from itself")]
    CircularDerivation {
        /// The scored indicator that follows from itself.
        id: ItemId,
    },
    /// A derivation that builds on more derivations than the engine follows.
    #[error("more than {most} derivations on one another")]
    DerivationTooDeep {
        /// How many the engine follows.
        most: usize,
    },
    /// An item is named that the pack does not have, or that cannot stand there.
    #[error("no such item: {id}")]
    UnknownItem {
        /// The id.
        id: ItemId,
    },
    /// The indicators of a star do not sum to its maximum.
    #[error("the indicators sum to {sum}, the star to {maximum}")]
    StarSum {
        /// The maximum of the star.
        maximum: u32,
        /// The sum of its indicators.
        sum: u64,
    },
    /// A star has points and lists the basics that speak to it, as only a named one does.
    #[error("a star is either scored or named")]
    StarScoredAndNamed,
    /// A pass line that cannot be reached.
    #[error("{pass} points to pass, {maximum} at most")]
    PassAboveMaximum {
        /// The pass line.
        pass: u32,
        /// The maximum of the star.
        maximum: u32,
    },
    /// A basic or a star is named that the pack does not have.
    #[error("no such basic or star: {key}")]
    UnknownKey {
        /// The key.
        key: String,
    },
    /// A veto leaves more stars than there are.
    #[error("at most {limit} stars, and there are {stars}")]
    LimitAboveStars {
        /// The number of the veto.
        limit: u32,
        /// How many stars there are.
        stars: usize,
    },
    /// The grades do not descend.
    #[error("the grades do not descend")]
    GradesNotDescending,
    /// The last grade does not begin at 0, so that some results would have none.
    #[error("the last grade does not begin at 0")]
    LastGradeNotZero,
    /// All stars together need more points than there are.
    #[error("{needed} points needed, {possible} at most")]
    SumOutOfReach {
        /// What all stars together need.
        needed: u32,
        /// The sum of their maxima.
        possible: u64,
    },
    /// A duty stands on a level that the pack does not have.
    #[error("no such level: {key}")]
    UnknownLevel {
        /// The key of the level.
        key: String,
    },
    /// A duty belongs to a category that the pack does not have.
    #[error("no such category: {key}")]
    UnknownCategory {
        /// The key of the category.
        key: String,
    },
    /// A kind of records is named that the pack does not have.
    #[error("no such kind of records: {id}")]
    UnknownRecordKind {
        /// The id.
        id: ItemId,
    },
    /// A mechanism is named that the pack does not have.
    #[error("no such mechanism: {id}")]
    UnknownMechanism {
        /// The id.
        id: ItemId,
    },
    /// A vote names a field that the mechanism does not have, or that holds no number.
    #[error("no such number among the fields: {key}")]
    NoNumberField {
        /// The key.
        key: String,
    },
    /// A rule of presence and votes is named that the pack does not have.
    #[error("no such rule of presence and votes: {id}")]
    UnknownQuorum {
        /// The id.
        id: ItemId,
    },
    /// A duty is done by records, and no kind of them is named.
    #[error("no kind of records shows that it is done")]
    DoneByNothing,
    /// A kind of records asks one number twice.
    #[error("this number is asked already")]
    AskedTwice,
    /// The months of a duty lie outside the year and its first quarter after.
    #[error("the months {from} to {to} are out of range")]
    WindowOutOfRange {
        /// The first month.
        from: u8,
        /// The last month.
        to: u8,
    },
    /// A duty that is not yearly has months of its own.
    #[error("only a yearly duty has months of its own")]
    WindowWithoutYear {
        /// Its frequency.
        frequency: Frequency,
    },
    /// A share that nobody or everybody reaches.
    #[error("{numerator} of {denominator} is no share")]
    ShareOutOfRange {
        /// The number above the line.
        numerator: u32,
        /// The number under the line.
        denominator: u32,
    },
    /// A field of a card offers nothing to choose from.
    #[error("nothing to choose from")]
    NothingToChoose,
    /// A time limit is reckoned from a step that does not come before.
    #[error("no earlier step: {key}")]
    NoEarlierStep {
        /// The key of the step.
        key: String,
    },
    /// A time limit of no months, or of too many.
    #[error("a limit of {months} months is out of range")]
    LimitOutOfRange {
        /// The number of months.
        months: u32,
        /// The greatest that is taken.
        most: u32,
    },
    /// A scored indicator has two ways to come to its points, of which one alone can hold.
    #[error("more than one way of scoring")]
    TwoWaysOfScoring,
    /// What deductions leave at least is more than there is, or there are no deductions.
    #[error("at least {least} of {maximum}")]
    LeastOutOfRange {
        /// The points that are left at least.
        least: u32,
        /// The points that there are.
        maximum: u32,
    },
    /// A deduction takes nothing off.
    #[error("a deduction of nothing")]
    DeductionOfNothing,
    /// The weights of all parts do not come to a hundred percent.
    #[error("the weights come to {sum} percent")]
    WeightSum {
        /// What they come to.
        sum: u64,
    },
    /// A veto speaks of a grade that there is not.
    #[error("no grade {place} among {grades}")]
    NoSuchGrade {
        /// The place of the grade, from 0.
        place: u32,
        /// How many there are.
        grades: usize,
    },
    /// An example uses an answer or an outcome that does not exist there.
    #[error("{word} cannot stand here")]
    UnknownWord {
        /// The answer or the outcome as it was found.
        word: String,
    },
}

/// A place in the pack, while it is walked through.
#[derive(Clone, Debug, Default)]
pub(super) struct Place {
    pointer: String,
    within: Option<String>,
}

impl Place {
    /// The member or the element below.
    pub(super) fn at(&self, part: impl fmt::Display) -> Self {
        let part = part.to_string().replace('~', "~0").replace('/', "~1");
        Self {
            pointer: format!("{}/{part}", self.pointer),
            within: self.within.clone(),
        }
    }

    /// The same place, known to be that of this id or key.
    pub(super) fn of(mut self, name: &str) -> Self {
        self.within = Some(name.to_owned());
        self
    }

    /// This fault, here.
    pub(super) fn fault(&self, kind: FaultKind) -> PackFault {
        PackFault {
            place: self.pointer.clone(),
            within: self.within.clone(),
            kind,
        }
    }
}
