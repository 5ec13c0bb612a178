//! The content of the built-in standard packs: what they count, what they cite, what they promise.
//!
//! Not here: how a pack is checked (`standard::validation`), which has tests of its own.

#![allow(clippy::disallowed_methods, reason = "tests are not loaded by a phone")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod bands;
mod bands_of_communities;
mod bands_of_village_life;
mod bands_of_villages;
mod basics;
mod certainty;
mod checklists;
mod forms;
mod glossary;
mod hashes;
mod later;
mod leading;
mod ledger;
mod mechanism_table;
mod mechanisms;
mod offered;
mod robustness;
mod stars;
mod texts;

use std::sync::LazyLock;
use wuxing::assessment::verification::verify;
use wuxing::standard::{OrganizationType, StandardPack, built_in, validate};

/// All packs, put together once for all tests.
static PACKS: LazyLock<Vec<StandardPack>> = LazyLock::new(|| {
    OrganizationType::ALL
        .into_iter()
        .map(|organization| built_in(organization).unwrap())
        .collect()
});

/// The packs that hold against the five basics.
fn packs() -> Vec<StandardPack> {
    let mut packs = all_packs();
    packs.retain(|pack| !pack.organization.leads());
    packs
}

/// All packs, with those that are a list of responsibilities alone.
fn all_packs() -> Vec<StandardPack> {
    PACKS.clone()
}

fn pack(organization: OrganizationType) -> StandardPack {
    let mut packs = PACKS.iter();
    packs
        .find(|pack| pack.organization == organization)
        .unwrap()
        .clone()
}

#[test]
fn every_pack_is_sound_and_its_examples_come_out_as_it_says() {
    for pack in all_packs() {
        assert_eq!(validate(&pack), Vec::new(), "{}", pack.id);
        assert_eq!(verify(&pack), Vec::new(), "{}", pack.id);
        let least = match pack.award.all_stars_sum {
            Some(_) => 3,
            // Nothing that could come out one way or the other.
            None if pack.is_list_alone() => 0,
            None => 2,
        };
        assert!(pack.examples.len() >= least, "{}", pack.id);
    }
}
