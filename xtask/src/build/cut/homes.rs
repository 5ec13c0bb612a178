//! Decides in which module everything has its home (归属): what a start was seen to run in the
//! modules that come first, what only a part reaches in that part, all else in the rest. A page of
//! a part that is opened directly runs what it was seen to run of the part from those modules, too.
//!
//! Sound whatever the profile says: a function may be called from any module, and data stands in
//! a module that is there before the first function that refers to it can run.

use super::references::{Node, References};
use crate::build::start_profile::{Stage, StartProfile};
use std::collections::{BTreeMap, BTreeSet};

/// A module of the finished app. The order is that in which they are there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Home {
    /// What the very first page runs.
    First,
    /// What the first page runs beyond that where the device holds data.
    Stored,
    /// What a page of questions runs beyond that where the app is opened there.
    Questions,
    /// What another page that is often opened runs beyond all that.
    Opened,
    /// All else that the start reaches. It comes at once, and the first page does without.
    Rest,
    /// What these parts alone reach.
    Parts(BTreeSet<String>),
}

impl Home {
    /// Where something has to stand that both need.
    fn shared_with(self, other: Self) -> Self {
        match (self, other) {
            (Self::Parts(one), Self::Parts(other)) => Self::Parts(&one | &other),
            (one, other) => one.min(other),
        }
    }
}

/// Where everything has its home.
pub struct Homes {
    /// By the name of a function as the compiler wrote it.
    pub functions: BTreeMap<String, Home>,
    /// By address in memory; `None` where nobody refers to.
    pub bytes: BTreeMap<usize, Option<Home>>,
}

/// Decides it for all functions and all data of a module.
pub fn decide(references: &References, profile: &StartProfile) -> Homes {
    let by_node = by_node(references, profile);
    let mut functions: BTreeMap<String, Home> = BTreeMap::new();
    for (name, home) in references.functions.iter().zip(&by_node) {
        let Some(home) = home else { continue };
        let shared = match functions.remove(name) {
            Some(other) => home.clone().shared_with(other),
            None => home.clone(),
        };
        functions.insert(name.clone(), shared);
    }
    let bytes = bytes(references, &by_node);
    Homes { functions, bytes }
}

/// By node, its home; `None` for what nobody reaches.
fn by_node(references: &References, profile: &StartProfile) -> Vec<Option<Home>> {
    let reached = references.reached_from(&references.roots);
    let mut homes: Vec<Option<Home>> = vec![None; reached.len()];
    for (part, roots) in &references.part_roots {
        let by_part = references.reached_from(roots);
        for node in (0..by_part.len()).filter(|&node| by_part[node]) {
            let part = Home::Parts(BTreeSet::from([part.clone()]));
            homes[node] = Some(match homes[node].take() {
                Some(other) => part.shared_with(other),
                None => part,
            });
        }
    }
    for node in (0..reached.len()).filter(|&node| reached[node]) {
        homes[node] = Some(Home::Rest);
    }
    for (node, name) in references.functions.iter().enumerate() {
        let is_of_part = match &homes[node] {
            Some(Home::Rest) => false,
            Some(Home::Parts(_)) => true,
            _ => continue,
        };
        let early = profile.stage(name).map(|stage| match stage {
            // Home waits for parts, and never runs what is in one before it stands.
            Stage::FirstStart | Stage::StoredData if is_of_part => Home::Questions,
            Stage::FirstStart => Home::First,
            Stage::StoredData => Home::Stored,
            Stage::Questions => Home::Questions,
            Stage::Opened => Home::Opened,
        });
        if let Some(early) = early {
            homes[node] = Some(early);
        }
    }
    for early in [Home::First, Home::Stored, Home::Questions, Home::Opened] {
        bring_data(references, &mut homes, &early);
    }
    homes
}

/// Brings the data to which functions of an early module refer into that module, with the data to
/// which that data refers. Of a function that data refers to, only a number stands in the data.
fn bring_data(references: &References, homes: &mut [Option<Home>], early: &Home) {
    let functions = references.functions.len();
    let is_early = |node: &Node| homes[*node].as_ref() == Some(early);
    let early_functions = (0..functions).filter(is_early);
    let data_of = |node: Node| {
        let all = references.of[node].iter().copied();
        all.filter(move |&node| node >= functions)
    };
    let mut waiting: Vec<Node> = early_functions.flat_map(data_of).collect();
    while let Some(node) = waiting.pop() {
        if homes[node].as_ref().is_none_or(|home| home > early) {
            homes[node] = Some(early.clone());
            waiting.extend(data_of(node));
        }
    }
}

/// Where a new home begins in memory. Where pieces overlap, their bytes stand with the one that is
/// there first.
fn bytes(references: &References, by_node: &[Option<Home>]) -> BTreeMap<usize, Option<Home>> {
    let mut bytes = BTreeMap::from([(0, None)]);
    for (piece, range) in references.data.iter().enumerate() {
        let Some(home) = &by_node[references.data_node(piece)] else {
            continue;
        };
        for edge in [range.start, range.end] {
            let before = bytes.range(..=edge).next_back();
            let before = before.and_then(|(_, home)| home.clone());
            bytes.entry(edge).or_insert(before);
        }
        for (_, there) in bytes.range_mut(range.clone()) {
            *there = Some(match there.take() {
                Some(other) => home.clone().shared_with(other),
                None => home.clone(),
            });
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Functions `main`, `page`, `lazy_part`, `only in pages`, `only in files`, `in both parts`,
    /// and behind them four pieces of data.
    fn references() -> References {
        let names = [
            "main",
            "page",
            "later",
            "only in pages",
            "only in files",
            "in both parts",
        ];
        References {
            functions: names.map(str::to_owned).to_vec(),
            data: vec![10..20, 20..30, 30..40, 35..50],
            of: vec![
                vec![1, 2],
                vec![6],
                vec![8],
                vec![5, 9],
                vec![5],
                vec![],
                // The first piece refers to the second and to a function.
                vec![7, 2],
                vec![],
                vec![],
                vec![],
            ],
            roots: vec![0],
            part_roots: [("pages".to_owned(), vec![3]), ("files".to_owned(), vec![4])].into(),
        }
    }

    fn profile() -> StartProfile {
        let mut profile = StartProfile::default();
        profile.add("main", Stage::FirstStart);
        profile.add("page", Stage::StoredData);
        profile.add("only in files", Stage::FirstStart);
        profile.add("in both parts", Stage::Opened);
        profile
    }

    #[test]
    fn functions_stand_where_they_are_needed_first() {
        fn check(function: &str, expected: &Home) {
            let homes = decide(&references(), &profile());
            assert_eq!(homes.functions.get(function), Some(expected), "{function}");
        }
        let parts = |parts: &[&str]| Home::Parts(parts.iter().map(|&one| one.to_owned()).collect());
        check("main", &Home::First);
        check("page", &Home::Stored);
        check("later", &Home::Rest);
        check("only in pages", &parts(&["pages"]));
        // Only pages of parts run what is in a part before it has come.
        check("only in files", &Home::Questions);
        check("in both parts", &Home::Opened);
    }

    #[test]
    fn data_is_there_before_what_refers_to_it() {
        fn check(address: usize, expected: Option<&Home>) {
            let homes = decide(&references(), &profile());
            let found = homes.bytes.range(..=address).next_back();
            let found = found.and_then(|(_, home)| home.as_ref());
            assert_eq!(found, expected, "{address}");
        }
        check(9, None);
        check(10, Some(&Home::Stored));
        check(25, Some(&Home::Stored));
        check(30, Some(&Home::Rest));
        // Here two pieces overlap, of which one belongs to a part.
        check(39, Some(&Home::Rest));
        check(45, Some(&Home::Parts(["pages".to_owned()].into())));
        check(50, None);
    }
}
