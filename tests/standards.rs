//! The content of the built-in standard packs: what they count, what they cite, what they promise.
//!
//! Not here: how a pack is checked (`standard::validation`), which has tests of its own.

use wuxing::assessment::verification::verify;
use wuxing::standard::{OrganizationType, StandardPack, built_in};

fn packs() -> Vec<StandardPack> {
    OrganizationType::ALL
        .into_iter()
        .map(|organization| built_in(organization).unwrap())
        .collect()
}

#[test]
fn every_example_comes_out_as_it_says() {
    for pack in packs() {
        assert_eq!(verify(&pack), Vec::new(), "{}", pack.id);
    }
}
