//! The must-items (必达项) of an outcome: how many are due and met, which are missing or open, and
//! how much else there is to look at.
//!
//! Not here: that a basic is not met while one of its must-items is missing (`basics`).

use super::indicator::Standing;
use super::outcome::Outcome;
use crate::standard::ItemId;

/// How the must-items of an assessment stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MustItems {
    /// How many are due in the period.
    pub due: usize,
    /// How many of these are met.
    pub met: usize,
    /// Those that were looked at and are not met, or met only in part, in the order of the pack.
    pub missing: Vec<(ItemId, Standing)>,
    /// Those that are due and were not looked at, in the order of the pack.
    pub open: Vec<ItemId>,
    /// How many other indicators are due and were not looked at.
    pub others_open: usize,
}

impl MustItems {
    /// Whether there are any, and each of them is met (全部达标).
    pub fn all_met(&self) -> bool {
        self.due > 0 && self.met == self.due
    }
}

impl Outcome {
    /// How the must-items stand.
    pub fn must_items(&self) -> MustItems {
        let mut items = MustItems::default();
        let due = self.basics.iter().flat_map(|basic| &basic.indicators);
        for one in due.filter(|one| one.standing.counts()) {
            match (one.must, one.standing) {
                (false, Standing::Unchecked) => items.others_open += 1,
                (false, _) => {}
                (true, standing) => {
                    items.due += 1;
                    match standing {
                        Standing::Met => items.met += 1,
                        Standing::Unchecked => items.open.push(one.id.clone()),
                        other => items.missing.push((one.id.clone(), other)),
                    }
                }
            }
        }
        items
    }
}
