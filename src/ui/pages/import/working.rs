//! Working out what an import would change, and how much room it takes (对照), step by step.
//!
//! Not here: how two versions are put together (`exchange::plan`), and showing it (`preview`).

use super::opening::Found;
use crate::app::sync::room_needed;
use crate::exchange::Document;
use crate::exchange::plan::{Plan, Planning, What};
use crate::sorted_map::SortedMap;
use std::sync::Arc;
use uuid::Uuid;

/// What an import would change.
#[derive(Debug, PartialEq)]
pub struct WorkedOut {
    /// What would happen to each document.
    pub plan: Plan,
    /// How much room it takes in the store, in UTF-16 units.
    pub needs: u64,
}

/// What is being worked out.
pub struct Working {
    found: Arc<Found>,
    planning: Planning,
    /// The plan, once it is there, and how many of its changes have been measured.
    measuring: Option<(WorkedOut, usize)>,
}

impl Working {
    /// What taking over `found` would change in `existing`, where the user said that organisations
    /// of the file (the keys of `joined`) are ones of this device (the values).
    pub fn of(found: Arc<Found>, existing: Vec<Document>, joined: SortedMap<Uuid, Uuid>) -> Self {
        Self {
            found,
            planning: Planning::of(existing, joined),
            measuring: None,
        }
    }

    /// Takes the next step. Returns what was worked out, once there is no more to do.
    pub fn step(&mut self) -> Option<WorkedOut> {
        let Some((worked_out, measured)) = &mut self.measuring else {
            let plan = self.planning.step(&self.found.opened.documents)?;
            self.measuring = Some((WorkedOut { plan, needs: 0 }, 0));
            return None;
        };
        let Some(change) = worked_out.plan.changes.get(*measured) else {
            return self.measuring.take().map(|(worked_out, _)| worked_out);
        };
        if change.what != What::Same {
            worked_out.needs += room_needed(std::iter::once(&change.document));
        }
        *measured += 1;
        None
    }

    /// How far it has come, in hundredths.
    pub fn percent(&self) -> u8 {
        /// Where the measuring begins.
        const MEASURING_FROM: usize = 70;
        let percent = match &self.measuring {
            None => {
                let all = self.found.opened.documents.len();
                usize::from(self.planning.percent(all)) * MEASURING_FROM / 100
            }
            Some((worked_out, measured)) => {
                let all = worked_out.plan.changes.len().max(1);
                MEASURING_FROM + measured * (100 - MEASURING_FROM) / all
            }
        };
        u8::try_from(percent).unwrap_or(100)
    }
}

#[cfg(test)]
mod tests {
    use super::super::opening::open_pasted;
    use super::*;
    use crate::app::example;
    use crate::effects::{CountingIds, FixedClock, new_id};
    use crate::exchange::export;
    use crate::exchange::plan::against;

    const NOW: i64 = 1_795_248_930_123;

    /// The example village as a file.
    fn file() -> (Vec<Document>, Arc<Found>) {
        let (clock, ids) = (FixedClock::at(NOW), CountingIds::default());
        let period = "2026Q4".parse().unwrap();
        let documents = example::documents(period, NOW, || new_id(&clock, &ids)).unwrap();
        let text = export::everything(&documents, NOW, "0.1.0").unwrap();
        let found = open_pasted(&text, NOW).unwrap();
        (documents, Arc::new(found))
    }

    #[test]
    fn in_steps_it_comes_to_the_plan_and_its_room() {
        fn check(existing: Vec<Document>, found: &Arc<Found>) {
            let plan = against(&existing, &found.opened);
            let needs = room_needed(plan.to_write().map(|one| &one.document));
            let mut working = Working::of(Arc::clone(found), existing, SortedMap::new());
            let mut percent = 0;
            let worked_out = loop {
                if let Some(worked_out) = working.step() {
                    break worked_out;
                }
                assert!((percent..=100).contains(&working.percent()));
                percent = working.percent();
            };
            assert!(percent >= 90, "{percent}");
            assert_eq!(worked_out, WorkedOut { plan, needs });
        }

        let (documents, found) = file();
        check(Vec::new(), &found);
        check(documents.clone(), &found);
        check(documents.into_iter().take(1).collect(), &found);
    }
}
