//! Tools (工具) of the responsibility checklist: presence and votes, and the calendar file.
//!
//! Not here: what they reckon with (`duty`, `exchange`).

mod calendar;
mod quorum;
mod reminders;

pub use calendar::CalendarPage;
pub use quorum::{CandidatesCheck, QuorumCheck, QuorumNumbers, QuorumPage};
