//! How much room an import takes in the store (导入要占的空间), reckoned from its plan before any of it
//! is written: in all, and for each organisation, so that where not all of it fits some can be
//! chosen.
//!
//! All numbers are UTF-16 units, in which browsers count. Not here: how much room there is
//! (`storage::usage`), and the writing (`sync`).

use super::saver::Saver;
use crate::exchange::plan::{PlannedChange, Title, What};
use crate::sorted_set::SortedSet;
use uuid::Uuid;

/// What stays free, so that what is entered next finds room.
const SPARE: u64 = 60_000;

/// The line of a document in the note of an import, which stands beside it until all is written.
const IN_THE_NOTE: i64 = 60;

/// How much room an import takes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportRoom {
    /// What belongs to no organisation, which is never left out: settings and packs.
    common: i64,
    /// The organisations, in the order of the file.
    shares: Vec<Share>,
}

/// What an organisation takes of it, with its assessments and its ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// The organisation.
    pub organization: Uuid,
    /// Its name, if it is here or in the file; may be empty.
    pub name: Option<String>,
    /// How much the store grows by it; less than nothing where what is replaced was longer.
    pub units: i64,
}

impl ImportRoom {
    /// Adds what a change of the plan takes. What is here already is not written.
    pub fn add(&mut self, change: &PlannedChange, saver: &Saver) {
        if change.what == What::Same {
            return;
        }
        // None of our documents has no text.
        let body = change.document.body().unwrap_or_default();
        let growth = saver.growth(&change.key.to_string(), &body);
        self.add_units(change, growth + IN_THE_NOTE);
    }

    fn add_units(&mut self, change: &PlannedChange, units: i64) {
        let Some(organization) = change.document.organization() else {
            self.common += units;
            return;
        };
        let known = |share: &&mut Share| share.organization == organization;
        // Most documents follow another one of the same organisation.
        match self.shares.iter_mut().rev().find(known) {
            Some(share) => share.units += units,
            None => self.shares.push(Share {
                organization,
                name: name_in(&change.title),
                units,
            }),
        }
    }

    /// What each organisation takes of it, in the order of the file.
    pub fn shares(&self) -> &[Share] {
        &self.shares
    }

    /// How much it takes without the organisations that are left out.
    pub fn needed(&self, left_out: &SortedSet<Uuid>) -> u64 {
        let shares = self.shares.iter();
        let shares = shares.filter(|share| !left_out.contains(&share.organization));
        let all = self.common + shares.map(|share| share.units).sum::<i64>();
        u64::try_from(all).unwrap_or(0)
    }

    /// Whether it fits into what is left of the store, without the organisations that are left out.
    pub fn fits(&self, left_out: &SortedSet<Uuid>, left: u64) -> bool {
        match self.needed(left_out) {
            0 => true,
            needed => needed + SPARE <= left,
        }
    }

    /// The organisations that are left out so that the others fit into what is left of the store:
    /// each that does not fit after those before it.
    pub fn too_much_for(&self, left: u64) -> SortedSet<Uuid> {
        let mut left_out: SortedSet<Uuid> =
            self.shares.iter().map(|one| one.organization).collect();
        for share in &self.shares {
            left_out.remove(&share.organization);
            if !self.fits(&left_out, left) {
                left_out.insert(share.organization);
            }
        }
        left_out
    }
}

fn name_in(title: &Title) -> Option<String> {
    match title {
        Title::Organization { name } => Some(name.clone()),
        Title::Assessment { organization, .. } | Title::Ledger { organization, .. } => {
            organization.clone()
        }
        Title::Settings | Title::Standard { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn room(common: i64, shares: &[i64]) -> ImportRoom {
        let shares = (1_u128..).zip(shares).map(|(number, units)| Share {
            organization: Uuid::from_u128(number),
            name: None,
            units: *units,
        });
        ImportRoom {
            common,
            shares: shares.collect(),
        }
    }

    #[test]
    fn what_does_not_fit_is_left_out_organisation_by_organisation() {
        #[track_caller]
        fn check(common: i64, shares: &[i64], left: u64, expected: &[u128], needed: u64) {
            let room = room(common, shares);
            let left_out = room.too_much_for(left + SPARE);
            let expected = expected.iter().copied().map(Uuid::from_u128);
            assert_eq!(left_out, expected.collect());
            assert_eq!(room.needed(&left_out), needed);
            let everything = SortedSet::default();
            assert_eq!(room.fits(&everything, left + SPARE), left_out.is_empty());
        }

        check(0, &[], 0, &[], 0);
        check(10, &[100, 100, 100], 310, &[], 310);
        check(10, &[100, 100, 100], 309, &[3], 210);
        check(10, &[100, 100, 100], 15, &[1, 2, 3], 10);
        // A large one does not keep those behind it out.
        check(0, &[100, 900, 100], 300, &[2], 200);
        // What is replaced by something shorter makes room.
        check(0, &[-50, 100], 50, &[], 50);
        check(0, &[-50], 0, &[], 0);
    }

    #[test]
    fn something_stays_free_for_what_is_entered_next() {
        let room = room(0, &[100]);
        let everything = SortedSet::default();
        assert!(!room.fits(&everything, 100 + SPARE - 1));
        assert!(room.fits(&everything, 100 + SPARE));
    }
}
