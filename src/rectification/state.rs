//! The state (状态) of a rectification, which follows from its dates, and the moves between states.
//!
//! Not here: asking to answer the indicator again once it is closed (`ui`).

use super::Rectification;
use crate::period::CivilDate;

/// How far a rectification has come (状态).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RectificationState {
    /// Found (现场发现), and nobody sees to it yet.
    Found,
    /// Handed over (交办).
    Assigned,
    /// Solved (解决), and not yet looked at again.
    Resolved,
    /// Closed (销号).
    Closed,
}

/// A move to another state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// Hand it over (交办).
    Assign,
    /// Say that it is solved (解决).
    Resolve,
    /// Close it (销号).
    Close,
    /// Go one state back, because the last move was too early (退回).
    Back,
}

/// Why a move cannot be made now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotNow {
    /// There is no such move from this state.
    #[error("no such move from {0:?}")]
    NoSuchMove(RectificationState),
    /// Nobody is named who sees to it.
    #[error("nobody sees to it")]
    NobodyNamed,
}

impl Rectification {
    /// How far it has come: the last of its dates says so.
    pub fn state(&self) -> RectificationState {
        if self.closed_on.is_some() {
            RectificationState::Closed
        } else if self.resolved_on.is_some() {
            RectificationState::Resolved
        } else if self.assigned_on.is_some() {
            RectificationState::Assigned
        } else {
            RectificationState::Found
        }
    }

    /// Whether it is still to be worked on: it is neither solved nor closed.
    pub fn is_open(&self) -> bool {
        self.state() < RectificationState::Resolved
    }

    /// Whether its time is up (超期): it is open on a day after its time limit.
    pub fn is_overdue(&self, today: CivilDate) -> bool {
        self.is_open() && self.until.is_some_and(|until| until < today)
    }

    /// For how many days its time has been up (超期天数); `None` if it is not.
    pub fn days_overdue(&self, today: CivilDate) -> Option<i64> {
        let until = self.until.filter(|_| self.is_overdue(today))?;
        Some(today.days_since(until))
    }

    /// Whether a move can be made now.
    pub fn can_make(&self, step: Move) -> bool {
        // The day of a move decides nothing about whether it can be made.
        self.clone().make(step, self.found_on).is_ok()
    }

    /// Makes a move on this day.
    ///
    /// # Errors
    /// See [`NotNow`]; nothing is changed then.
    pub fn make(&mut self, step: Move, today: CivilDate) -> Result<(), NotNow> {
        let state = self.state();
        match (step, state) {
            (Move::Assign, RectificationState::Found) if self.who.trim().is_empty() => {
                return Err(NotNow::NobodyNamed);
            }
            (Move::Assign, RectificationState::Found) => self.assigned_on = Some(today),
            (Move::Resolve, RectificationState::Assigned) => self.resolved_on = Some(today),
            (Move::Close, RectificationState::Resolved) => self.closed_on = Some(today),
            (Move::Back, RectificationState::Closed) => self.closed_on = None,
            (Move::Back, RectificationState::Resolved) => self.resolved_on = None,
            (Move::Back, RectificationState::Assigned) => self.assigned_on = None,
            _ => return Err(NotNow::NoSuchMove(state)),
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::Origin;
    use super::*;

    fn date(text: &str) -> CivilDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_rectification_goes_from_found_to_closed_and_back() {
        fn check(moves: &[Move], expected: Result<RectificationState, NotNow>) {
            let mut one =
                Rectification::found(Origin::Other, "灯不亮".to_owned(), date("2026-03-01"));
            one.who = "组织委员".to_owned();
            let made = moves
                .iter()
                .try_for_each(|step| one.make(*step, date("2026-03-02")));
            assert_eq!(made.map(|()| one.state()), expected, "{moves:?}");
        }

        use Move::{Assign, Back, Close, Resolve};
        check(&[], Ok(RectificationState::Found));
        check(&[Assign], Ok(RectificationState::Assigned));
        check(&[Assign, Resolve], Ok(RectificationState::Resolved));
        check(&[Assign, Resolve, Close], Ok(RectificationState::Closed));
        check(
            &[Assign, Resolve, Close, Back],
            Ok(RectificationState::Resolved),
        );
        check(&[Assign, Back], Ok(RectificationState::Found));
        check(
            &[Resolve],
            Err(NotNow::NoSuchMove(RectificationState::Found)),
        );
        check(&[Close], Err(NotNow::NoSuchMove(RectificationState::Found)));
        check(&[Back], Err(NotNow::NoSuchMove(RectificationState::Found)));
        check(
            &[Assign, Assign],
            Err(NotNow::NoSuchMove(RectificationState::Assigned)),
        );
    }

    #[test]
    fn nobody_is_no_one_to_hand_it_to() {
        let mut one = Rectification::found(Origin::Other, String::new(), date("2026-03-01"));
        let before = one.clone();
        assert!(!one.can_make(Move::Assign));
        let refused = one.make(Move::Assign, date("2026-03-01"));
        assert_eq!(refused, Err(NotNow::NobodyNamed));
        assert_eq!(one, before);
    }

    #[test]
    fn it_is_overdue_from_the_day_after_its_limit_until_it_is_solved() {
        fn check(until: Option<&str>, today: &str, solved: bool, expected: bool) {
            let mut one = Rectification::found(Origin::Other, String::new(), date("2026-03-01"));
            one.until = until.map(date);
            one.assigned_on = Some(date("2026-03-01"));
            one.resolved_on = solved.then(|| date("2026-03-05"));
            assert_eq!(one.is_overdue(date(today)), expected, "{until:?} {today}");
            let days = one.days_overdue(date(today));
            assert_eq!(days, expected.then_some(1), "{until:?} {today}");
        }

        check(Some("2026-03-31"), "2026-03-31", false, false);
        check(Some("2026-03-31"), "2026-04-01", false, true);
        check(Some("2026-03-31"), "2026-04-01", true, false);
        check(None, "2030-01-01", false, false);
    }
}
