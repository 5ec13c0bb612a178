//! What was answered, and what it amounts to: answers, verdicts, points, reasons, and the shortest
//! way to a star.
//!
//! Not here: what is asked (`standard`), how it is kept (`storage`) or shown (`ui`). An outcome is
//! always computed from the answers and is never stored as truth.

mod answer;
mod answer_value;
mod asking;
mod basics;
mod bonus;
mod chosen_points;
mod comparison;
mod derivation;
mod drafting;
mod fate;
mod grouped;
mod indicator;
mod local;
mod must;
mod next_steps;
mod organization;
mod outcome;
mod own_changes;
mod path;
mod period_start;
mod progress;
mod same_answers;
mod situation;
mod spared;
mod stars;
mod summary;
mod to_do;
mod trend;
mod up_next;
pub mod verification;
mod vetoes;

pub use answer::{Answer, Assessment, Evidence, PackReference};
pub use answer_value::{AnswerValue, Fit, Verdict, VetoAnswer};
pub use asking::Asking;
pub use basics::{BasicOutcome, BasicState};
pub use bonus::{BonusOutcome, BonusResult};
pub use comparison::{Change, Shift, compare};
pub use derivation::{ScoredBasis, ScoredResult};
pub use drafting::{Drafted, Materials, drafted};
pub use fate::{Fate, fates};
pub use grouped::met_in_group;
pub use indicator::{Basis, CountDue, IndicatorResult, Standing};
pub use local::{LocalSettings, OwnDuty, Threshold};
pub use must::MustItems;
pub use next_steps::{NextStep, Part, next_steps};
pub use organization::Organization;
pub use outcome::{
    AllStars, BasicsState, Outcome, VetoResult, judge, judge_in_force, judge_with_ledger,
};
pub use path::{Step, WayToStar};
pub use period_start::{
    period_to_begin, periods_on_offer, retire_all_but, retire_unknown, start_period,
};
pub use progress::{NextStop, OpenPart, Progress};
pub use same_answers::{same_answer, same_answers};
pub use situation::{BasicsReached, Situation, StarsReached, ToAllStars};
pub use spared::{Spared, SparedBy, spared};
pub use stars::{StarOutcome, StarState};
pub use summary::Summary;
pub use to_do::{ToDo, overdue, to_dos};
pub use trend::{MOST_QUARTERS, Trend, trends_of_basics, trends_of_stars};
pub use up_next::{UpNext, up_next};
