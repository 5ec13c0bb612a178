//! Working out what an import would change, and how much room it takes (对照), step by step.
//!
//! Not here: how two versions are put together (`exchange::plan`), and showing it (`preview`).

use crate::app::import_room::ImportRoom;
use crate::app::intake::Found;
use crate::exchange::Document;
use crate::exchange::plan::{Plan, PlannedChange, Planning};
use crate::sorted_map::SortedMap;
use std::sync::Arc;
use uuid::Uuid;

/// What an import would change.
#[derive(Debug, PartialEq)]
pub struct WorkedOut {
    /// What would happen to each document.
    pub plan: Plan,
    /// How much room it takes in the store.
    pub room: ImportRoom,
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

    /// Takes the next step, in which `measure` adds what a change takes. Returns what was worked
    /// out, once there is no more to do.
    pub fn step(&mut self, measure: &dyn Fn(&mut ImportRoom, &PlannedChange)) -> Option<WorkedOut> {
        let Some((worked_out, measured)) = &mut self.measuring else {
            let plan = self.planning.step(&self.found.opened.documents)?;
            let room = ImportRoom::default();
            self.measuring = Some((WorkedOut { plan, room }, 0));
            return None;
        };
        let Some(change) = worked_out.plan.changes.get(*measured) else {
            return self.measuring.take().map(|(worked_out, _)| worked_out);
        };
        measure(&mut worked_out.room, change);
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
    use super::*;
    use crate::app::intake::open_pasted;
    use crate::app::{example, example_files};
    use crate::effects::{CountingIds, FixedClock, new_id};
    use crate::exchange::export;
    use crate::exchange::plan::against;

    const NOW: i64 = 1_795_248_930_123;

    /// The example village as a file.
    fn file() -> (Vec<Document>, Arc<Found>) {
        let (clock, ids) = (FixedClock::at(NOW), CountingIds::default());
        let period = "2026Q4".parse().unwrap();
        let documents = example::documents(example_files::village(), period, NOW, || {
            new_id(&clock, &ids)
        })
        .unwrap();
        let text = export::everything(&documents, NOW, "0.1.0").unwrap();
        let found = open_pasted(&text, NOW).unwrap();
        (documents, Arc::new(found))
    }

    #[test]
    fn in_steps_it_comes_to_the_plan_and_measures_all_of_it() {
        fn check(existing: Vec<Document>, found: &Arc<Found>) {
            let plan = against(&existing, &found.opened);
            let measured = std::cell::Cell::new(0);
            let measure = |_: &mut ImportRoom, change: &PlannedChange| {
                assert_eq!(change, &plan.changes[measured.get()]);
                measured.set(measured.get() + 1);
            };
            let mut working = Working::of(Arc::clone(found), existing, SortedMap::new());
            let mut percent = 0;
            let worked_out = loop {
                if let Some(worked_out) = working.step(&measure) {
                    break worked_out;
                }
                assert!((percent..=100).contains(&working.percent()));
                percent = working.percent();
            };
            assert!(percent >= 90, "{percent}");
            assert_eq!(measured.get(), plan.changes.len(), "each is measured once");
            assert_eq!(worked_out.plan, plan);
        }

        let (documents, found) = file();
        check(Vec::new(), &found);
        check(documents.clone(), &found);
        check(documents.into_iter().take(1).collect(), &found);
    }
}
