//! What falls due, what is late and what is done (责任清单的运行): occurrences, standings, the
//! agenda, counts for indicators, votes and time limits.
//!
//! Everything follows from the pack, the organisation, the ledger and the day that is given; there
//! is no clock here. Not here: what a duty is (`standard`), and what was recorded (`ledger`).

mod agenda;
mod circumstances;
mod figures;
mod findings;
mod fulfilment;
mod lookup;
mod occurrence;
mod other_findings;
mod pasted;
mod progress;
mod quorum;
mod recording;
mod reminders;
mod schedule;
mod showing;
mod standing;
mod steps;
mod strip;
mod sums;
mod tally;
mod term;

pub use agenda::{Agenda, agenda, closing_in, year_plan};
pub use circumstances::{Circumstances, RecordingSince};
pub use figures::{Figure, figures, time_of};
pub use findings::{Finding, Findings, Measure, findings};
pub use lookup::{LookedUp, look_up};
pub use occurrence::{Occurrence, days_to_term_end, is_day_to_check, occurrences};
pub use pasted::{PastedRow, pasted};
pub use progress::{CardState, Ending, Progress, Stage, card_state, is_over, progress, stages};
pub use quorum::{MeetingVerdict, Needed, QuorumOutcome, candidates_needed, reckon};
pub use recording::{DayChoice, OfferedKinds, eligible_now, numbers_of_last_time};
pub use reminders::{Reminded, Reminder, reminders};
pub use schedule::{Schedule, duty_of, fills, is_same_time, shows, was_early};
pub use showing::{
    Showing, cards_of_year, kind_that_fills, may_belong_to_other_year, records_of_year,
};
pub use standing::{DutyStanding, DutyState, duty_states, fell_due, in_force, spared_before};
pub use steps::{StepState, Warning, step_states};
pub use strip::YearStrip;
pub use sums::{RowSum, Votes, row_sums, rows_of, votes};
pub use tally::Tally;
pub use term::{TermReminder, term_reminders};
