//! The names of versions (版本号): which of two is newer, and what the next one is called.
//!
//! Not here: which version anything is held against (`versions`).

use super::standards::loaded;
use super::workspace::Workspace;
use std::cmp::Ordering;

/// Whether the version `one` of a pack is newer than `other`; numbers are compared as numbers, so
/// that 2026.10 comes after 2026.9.
pub fn is_newer(one: &str, other: &str) -> bool {
    order(one, other) == Ordering::Greater
}

/// The version that a draft of a pack gets where `wanted` is asked for: that one, or else the next
/// one after the newest there is, so that no two versions have one name and the new one is newest.
pub fn free_version(workspace: &Workspace, pack: &str, wanted: &str) -> String {
    free_name(
        loaded(workspace, pack).map(|own| own.pack.version.as_str()),
        wanted,
    )
}

fn free_name(newest: Option<&str>, wanted: &str) -> String {
    match newest {
        Some(newest) if !is_newer(wanted, newest) => after(newest),
        _ if wanted.is_empty() => "1".to_owned(),
        _ => wanted.to_owned(),
    }
}

/// The version after this one: 2026 is followed by 2026.2, and that by 2026.3.
fn after(version: &str) -> String {
    let parts = version.rsplit_once('.');
    let counted = parts.and_then(|(front, last)| Some((front, last.parse::<u32>().ok()?)));
    match counted {
        Some((front, last)) => format!("{front}.{}", last.saturating_add(1)),
        None => format!("{version}.2"),
    }
}

/// How two versions stand to each other.
pub(super) fn order(one: &str, other: &str) -> Ordering {
    fn numbers(version: &str) -> Vec<u64> {
        let parts = version.split(|character: char| !character.is_ascii_digit());
        parts.filter_map(|part| part.parse().ok()).collect()
    }
    numbers(one)
        .cmp(&numbers(other))
        .then_with(|| one.cmp(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_by_their_numbers() {
        fn check(one: &str, other: &str, newer: bool) {
            assert_eq!(is_newer(one, other), newer, "{one} {other}");
        }

        check("2026.10", "2026.9", true);
        check("2026.9", "2026.10", false);
        check("2", "1", true);
        check("1", "1", false);
        check("2026.1-b", "2026.1-a", true);
        check("试行", "2026", false);
    }

    #[test]
    fn every_version_has_a_name_of_its_own_and_is_newer_than_the_one_before() {
        fn check(newest: &str, wanted: &str, expected: &str) {
            let free = free_name(Some(newest), wanted);
            assert_eq!(free, expected, "{newest} {wanted}");
            assert!(is_newer(&free, newest), "{newest} {free}");
        }

        check("2026", "2026", "2026.2");
        check("2026.2", "2026", "2026.3");
        check("2026", "2027", "2027");
        check("2026", "1", "2026.2");
        check("2026", "", "2026.2");
        check("试行", "试行", "试行.2");
    }
}
