//! The edges of a session (边界): the time, and what makes ids unique.
//!
//! Not here: the stores (`storage`), and the alarms, which the host of a session sets (`session`).

use crate::effects::{Clock, IdSource, new_id};
use crate::period::CivilDate;
use std::rc::Rc;
use uuid::Uuid;

/// What a session asks of the device beside its stores.
#[derive(Clone)]
pub struct Edges {
    /// Tells the time.
    pub clock: Rc<dyn Clock>,
    /// Makes ids unique.
    pub ids: Rc<dyn IdSource>,
}

impl Edges {
    /// Today's date on this device, as its clock and its zone say; `None` where the clock shows no
    /// day of the calendar.
    pub fn today(&self) -> Option<CivilDate> {
        CivilDate::at_instant(self.clock.now_ms(), self.clock.offset_minutes())
    }

    /// How many milliseconds are left until the next day begins on this device.
    pub fn until_midnight_ms(&self) -> u64 {
        const DAY_MS: i64 = 86_400_000;
        let offset_ms = i64::from(self.clock.offset_minutes()) * 60_000;
        let passed = (self.clock.now_ms() + offset_ms).rem_euclid(DAY_MS);
        u64::try_from(DAY_MS - passed).unwrap_or(0)
    }

    /// A new id.
    pub fn new_id(&self) -> Uuid {
        new_id(&*self.clock, &*self.ids)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::effects::{CountingIds, FixedClock};

    #[test]
    fn the_day_and_its_end_are_those_of_the_zone() {
        #[track_caller]
        fn check(now_ms: i64, offset_minutes: i32, expected: (&str, u64)) {
            let clock = FixedClock::at(now_ms);
            clock.move_to_zone(offset_minutes);
            let edges = Edges {
                clock: Rc::new(clock),
                ids: Rc::new(CountingIds::default()),
            };
            let today = edges.today().map(|day| day.to_string());
            let found = (today.unwrap_or_default(), edges.until_midnight_ms());
            assert_eq!((found.0.as_str(), found.1), expected);
        }
        // 2026-11-21T15:59:59.000Z is one second before midnight in China.
        check(1_795_276_799_000, 480, ("2026-11-21", 1_000));
        check(1_795_276_799_000, 0, ("2026-11-21", 28_801_000));
        check(1_795_276_800_000, 480, ("2026-11-22", 86_400_000));
        check(-1, 0, ("1969-12-31", 1));
    }
}
