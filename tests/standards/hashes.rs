//! The hashes of the built-in packs as they are written down (`standards/hashes.txt`): a page shows
//! them without taking them. `UPDATE_EXPECT=1` writes them anew after a pack was changed.

use super::all_packs;
use expect_test::expect_file;
use std::fmt::Write;
use wuxing::standard::{hash, hash_of_built_in};

#[test]
fn they_are_those_of_the_packs() {
    let mut lines = String::new();
    for pack in all_packs() {
        let hash = hash(&pack).unwrap();
        writeln!(lines, "{} {} {hash}", pack.id, pack.version).unwrap();
    }
    expect_file!["../../standards/hashes.txt"].assert_eq(&lines);
}

#[test]
fn they_are_known_by_id_and_version() {
    for pack in all_packs() {
        let known = hash_of_built_in(&pack.id, &pack.version);
        assert_eq!(known, hash(&pack).ok().as_deref(), "{}", pack.id);
        assert_eq!(hash_of_built_in(&pack.id, "0"), None);
    }
    assert_eq!(hash_of_built_in("local.village", "1"), None);
}
