//! What changed between two outcomes (与上期相比).
//!
//! Not here: a comparison of two organisations. There is none in this tool.

use super::basics::BasicState;
use super::indicator::Standing;
use super::outcome::Outcome;
use super::stars::StarState;
use crate::standard::ItemId;

/// One thing that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A basic stands otherwise.
    Basic {
        /// Its key.
        key: String,
        /// How it stood and how it stands.
        shift: Shift<BasicState>,
    },
    /// An indicator stands otherwise.
    Indicator {
        /// Its id.
        id: ItemId,
        /// How it stood and how it stands.
        shift: Shift<Standing>,
    },
    /// A star stands otherwise, or has other points.
    Star {
        /// Its key.
        key: String,
        /// How it stood and how it stands.
        shift: Shift<(StarState, u32)>,
    },
}

/// Before and after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift<T> {
    /// Before.
    pub before: T,
    /// After.
    pub after: T,
}

/// What changed from `before` to `after`, in the order of the later pack; what only one of them
/// has is left out, since a newer pack is no change of the organisation.
pub fn compare(before: &Outcome, after: &Outcome) -> Vec<Change> {
    let mut changes = Vec::new();
    for basic in &after.basics {
        let Some(old) = before.basic(&basic.key) else {
            continue;
        };
        if old.state != basic.state {
            let shift = Shift {
                before: old.state,
                after: basic.state,
            };
            changes.push(Change::Basic {
                key: basic.key.clone(),
                shift,
            });
        }
    }
    for star in &after.stars {
        // Points out of another maximum say nothing beside these.
        let same = before
            .star(&star.key)
            .filter(|old| old.maximum == star.maximum);
        let Some(old) = same else {
            continue;
        };
        let shift = Shift {
            before: (old.state, old.score),
            after: (star.state, star.score),
        };
        if shift.before != shift.after {
            changes.push(Change::Star {
                key: star.key.clone(),
                shift,
            });
        }
    }
    for result in after.basics.iter().flat_map(|basic| &basic.indicators) {
        let Some(old) = before.indicator(&result.id) else {
            continue;
        };
        let shift = Shift {
            before: old.standing,
            after: result.standing,
        };
        // What was merely not due or not looked at in one of the periods says nothing.
        let speaks =
            |standing| matches!(standing, Standing::Met | Standing::Partly | Standing::Unmet);
        if speaks(shift.before) && speaks(shift.after) && shift.before != shift.after {
            changes.push(Change::Indicator {
                id: result.id.clone(),
                shift,
            });
        }
    }
    changes
}
