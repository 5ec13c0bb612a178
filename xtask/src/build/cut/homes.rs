//! Decides in which module everything has its home (归属): what a start was seen to run in the
//! modules that it loads, what only a part reaches in that part, all else in the rest. A page of
//! a part that is opened directly runs what it was seen to run of the part from those modules, too.
//!
//! Sound whatever the profile says: a function may be called from any module, and data stands in
//! a module that is there before the first function that refers to it can run.

use super::references::{Node, References};
use crate::build::start_profile::StartProfile;
use crate::build::starts::{Start, Starts};
use std::collections::{BTreeMap, BTreeSet};

/// A module of the finished app.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Home {
    /// What the app runs until its page stands, where it is started in one of these ways.
    Starts(Starts),
    /// All else that the start reaches. It comes at once, and the first page does without.
    Rest,
    /// What these parts alone reach.
    Parts(BTreeSet<String>),
}

impl Home {
    /// What every start runs, and what comes from outside: the module that all others are joined
    /// to.
    pub const FIRST: Self = Self::Starts(Starts::ALL);

    /// What is run by these ways of starting the app. There are modules for some sets of them
    /// alone, since much of what is alike is compressed worse where it stands in many modules: what
    /// is run by others stands in the smallest module that all of them load.
    fn of_starts(starts: Starts) -> Self {
        let wide_enough = modules().filter(|one| one.includes(starts));
        let narrowest = wide_enough.min_by_key(|one| one.count());
        Self::Starts(narrowest.unwrap_or(Starts::ALL))
    }

    /// Where something has to stand that both need. What is there at a start is there later.
    fn shared_with(self, other: Self) -> Self {
        match (self, other) {
            (Self::Starts(one), Self::Starts(other)) => Self::of_starts(one.or(other)),
            (Self::Parts(one), Self::Parts(other)) => Self::Parts(&one | &other),
            (one, other) => one.min(other),
        }
    }
}

/// The ways of starting the app for which there is a module.
fn modules() -> impl Iterator<Item = Starts> {
    use Start::{First, Home, Opened, Own, Questions};
    // One with a standard of the user's own is one of the three before it as well, so that it loads
    // what all of them do.
    const MODULES: [&[Start]; 9] = [
        &[First],
        &[Home],
        &[Questions],
        &[Opened],
        &[Own],
        &[Questions, Opened],
        &[Questions, Opened, Own],
        &[Home, Questions, Opened, Own],
        &[First, Home, Questions, Opened, Own],
    ];
    MODULES.into_iter().map(Starts::of)
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
        let starts = match is_of_part {
            // Home waits for parts, and never runs what is in one before it stands.
            true => {
                profile
                    .starts(name)
                    .and(Starts::of(&[Start::Questions, Start::Opened, Start::Own]))
            }
            false => profile.starts(name),
        };
        if !starts.is_empty() {
            homes[node] = Some(Home::of_starts(starts));
        }
    }
    bring_data(references, &mut homes);
    homes
}

/// Brings the data to which functions refer that a start runs into a module that is there with each
/// of them, with the data to which that data refers. Of a function that data refers to, only a
/// number stands in the data.
fn bring_data(references: &References, homes: &mut [Option<Home>]) {
    let functions = references.functions.len();
    let data_of = |node: Node| {
        let all = references.of[node].iter().copied();
        all.filter(move |&node| node >= functions)
    };
    let at_starts = |home: &Option<Home>| match home {
        Some(Home::Starts(starts)) => Some(*starts),
        _ => None,
    };
    let mut waiting: Vec<(Node, Starts)> = Vec::new();
    for (node, home) in homes.iter().enumerate().take(functions) {
        if let Some(starts) = at_starts(home) {
            waiting.extend(data_of(node).map(|data| (data, starts)));
        }
    }
    while let Some((node, starts)) = waiting.pop() {
        let there = at_starts(&homes[node]);
        if there.is_some_and(|there| there.includes(starts)) {
            continue;
        }
        let shared = Home::of_starts(there.unwrap_or_default().or(starts));
        let starts = at_starts(&Some(shared.clone())).unwrap_or(Starts::ALL);
        homes[node] = Some(shared);
        waiting.extend(data_of(node).map(|data| (data, starts)));
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
        let all = Start::ALL.into_iter();
        all.for_each(|start| profile.add("main", start));
        profile.add("page", Start::Home);
        profile.add("only in files", Start::First);
        profile.add("only in files", Start::Questions);
        profile.add("in both parts", Start::Opened);
        profile
    }

    #[test]
    fn functions_stand_where_they_are_needed_first() {
        fn check(function: &str, expected: &Home) {
            let homes = decide(&references(), &profile());
            assert_eq!(homes.functions.get(function), Some(expected), "{function}");
        }
        let parts = |parts: &[&str]| Home::Parts(parts.iter().map(|&one| one.to_owned()).collect());
        let at = |starts: &[Start]| Home::Starts(Starts::of(starts));
        check("main", &Home::FIRST);
        check("page", &at(&[Start::Home]));
        check("later", &Home::Rest);
        check("only in pages", &parts(&["pages"]));
        // Only pages of parts run what is in a part before it has come.
        check("only in files", &at(&[Start::Questions]));
        check("in both parts", &at(&[Start::Opened]));
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
        let home = Home::Starts(Starts::of(&[Start::Home]));
        check(10, Some(&home));
        check(25, Some(&home));
        check(30, Some(&Home::Rest));
        // Here two pieces overlap, of which one belongs to a part.
        check(39, Some(&Home::Rest));
        check(45, Some(&Home::Parts(["pages".to_owned()].into())));
        check(50, None);
    }

    /// What two starts run that have nothing else in common stands in a module that both load, and
    /// so does the data of two functions.
    #[test]
    fn a_module_is_loaded_by_every_start_that_runs_something_of_it() {
        use Start::{First, Home as AtHome, Opened, Own, Questions};
        fn check(starts: &[Start], expected: &[Start]) {
            let expected = Home::Starts(Starts::of(expected));
            assert_eq!(Home::of_starts(Starts::of(starts)), expected, "{starts:?}");
        }
        check(&[Questions], &[Questions]);
        check(&[AtHome, Opened], &[AtHome, Questions, Opened, Own]);
        check(&[AtHome, Own], &[AtHome, Questions, Opened, Own]);
        check(&[Questions, Own], &[Questions, Opened, Own]);
        check(&[Own], &[Own]);
        check(&[First, Opened], &Start::ALL);

        let references = References {
            functions: ["asked", "opened"].map(str::to_owned).to_vec(),
            data: vec![10..20, 20..30, 30..40],
            of: vec![vec![2], vec![3, 4], vec![3], vec![], vec![]],
            roots: vec![0, 1],
            part_roots: BTreeMap::new(),
        };
        let mut profile = StartProfile::default();
        profile.add("asked", Questions);
        profile.add("opened", Opened);
        let homes = decide(&references, &profile);
        let at = |starts: &[Start]| Some(Some(Home::Starts(Starts::of(starts))));
        assert_eq!(homes.bytes.get(&10).cloned(), at(&[Questions]));
        assert_eq!(homes.bytes.get(&20).cloned(), at(&[Questions, Opened]));
        assert_eq!(homes.bytes.get(&30).cloned(), at(&[Opened]));
    }
}
