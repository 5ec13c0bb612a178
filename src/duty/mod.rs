//! What falls due, what is late and what is done (责任清单的运行): occurrences, standings, the
//! agenda, counts for indicators, votes and time limits.
//!
//! Everything follows from the pack, the organisation, the ledger and the day that is given; there
//! is no clock here. Not here: what a duty is (`standard`), and what was recorded (`ledger`).

mod agenda;
mod counts;
mod occurrence;
mod progress;
mod quorum;
mod standing;
mod steps;

pub use agenda::{Agenda, agenda, year_plan};
pub use counts::{Recorded, RecordedCount, recorded};
pub use occurrence::{Occurrence, months_to_term_end, occurrences};
pub use progress::{Progress, Stage, progress, stages};
pub use quorum::{Needed, QuorumOutcome, reckon};
pub use standing::{Begun, DutyStanding, DutyState, duty_states, in_force};
pub use steps::{StepState, Warning, step_states};
