//! The bands of the scored indicators: in every case that can be, exactly one of them is right.
//!
//! A band is a sentence, so beside every sentence stands what it means, as a condition on the few
//! things that it speaks of. All combinations are gone through. A sentence that changes changes
//! here as well, and an indicator without an entry fails.
//!
//! Not here: the entries themselves (`bands_of_villages`, `bands_of_village_life`,
//! `bands_of_communities`).

use super::packs;
use std::collections::BTreeMap;
use wuxing::standard::ScoredIndicator;

/// What a band speaks of: numbers, or yes (1) and no (0).
pub type Case<'a> = &'a [i32];

/// A sentence, and whether it is right in a case.
pub type Meaning = (String, Box<dyn Fn(Case) -> bool>);

/// What the bands of one indicator mean.
pub struct Meanings {
    /// The values of each of the things that they speak of.
    values: Vec<Vec<i32>>,
    /// The sentences, from the best band down.
    bands: Vec<Meaning>,
}

/// A sentence that is written out, and whether it is right in a case.
pub type Written<'a> = (&'a str, fn(Case) -> bool);

/// Bands that are written out.
pub fn written(values: &[&[i32]], bands: Vec<Written>) -> Meanings {
    let boxed = bands.into_iter().map(|(sentence, holds)| {
        let holds: Box<dyn Fn(Case) -> bool> = Box::new(holds);
        (sentence.to_owned(), holds)
    });
    Meanings {
        values: values.iter().map(|values| values.to_vec()).collect(),
        bands: boxed.collect(),
    }
}

/// Bands of a share with a mark in percent for each but the last. The share is tried in tenths of a
/// percent, since 94.5 % lies between 94 and 95. `otherwise` is said when there is no share at all.
pub fn shares(of: &str, marks: &[i32], otherwise: Option<&str>) -> Meanings {
    let mut bands: Vec<Meaning> = Vec::new();
    let mut above = 1001;
    for mark in marks.iter().copied() {
        let (from, to) = (mark * 10, above);
        let sentence = match (mark, above) {
            (100, _) => format!("{of} 100%"),
            (_, 1001) => format!("{of} {mark}% 以上"),
            _ => format!("{of} {mark}% 以上、不到 {}%", above / 10),
        };
        bands.push((
            sentence,
            Box::new(move |case| from <= case[0] && case[0] < to),
        ));
        above = from;
    }
    let rest = otherwise.map_or(String::new(), |none| format!("，或{none}"));
    let none = otherwise.is_some();
    let sentence = format!("{of}不到 {}%{rest}", above / 10);
    bands.push((
        sentence,
        Box::new(move |case| (0..above).contains(&case[0]) || none && case[0] < 0),
    ));
    let least = if none { -1 } else { 0 };
    Meanings {
        values: vec![(least..=1000).collect()],
        bands,
    }
}

/// Bands that say how many of three things are missing.
pub fn of_three(all: &str) -> Meanings {
    of_three_called(all, ["三项里缺 1 项", "三项里缺 2 项", "三项都没有"])
}

/// Bands that say how many of three things are missing, in words of their own.
pub fn of_three_called(all: &str, missing: [&str; 3]) -> Meanings {
    let sentences = [all].into_iter().chain(missing).zip(0..);
    let bands = sentences.map(|(sentence, number)| {
        let there = 3 - number;
        let holds: Box<dyn Fn(Case) -> bool> = Box::new(move |case| sum(case) == there);
        (sentence.to_owned(), holds)
    });
    Meanings {
        values: vec![vec![0, 1]; 3],
        bands: bands.collect(),
    }
}

/// How many of the things are there.
pub fn sum(case: Case) -> i32 {
    case.iter().sum()
}

/// Every combination of the values.
fn cases(values: &[Vec<i32>]) -> Vec<Vec<i32>> {
    values.iter().fold(vec![Vec::new()], |before, values| {
        let longer = before.iter().flat_map(|case| {
            values.iter().map(move |value| {
                let mut case = case.clone();
                case.push(*value);
                case
            })
        });
        longer.collect()
    })
}

fn check(pack: &str, indicator: &ScoredIndicator, meanings: &Meanings) {
    let found: Vec<&str> = indicator
        .bands
        .iter()
        .map(|band| band.when.zh.as_str())
        .collect();
    let expected: Vec<&str> = meanings.bands.iter().map(|(one, _)| one.as_str()).collect();
    assert_eq!(found, expected, "{pack} {}", indicator.id);
    for case in cases(&meanings.values) {
        let right: Vec<&str> = meanings
            .bands
            .iter()
            .filter(|(_, holds)| holds(&case))
            .map(|(sentence, _)| sentence.as_str())
            .collect();
        assert_eq!(
            right.len(),
            1,
            "{pack} {}: {case:?} {right:?}",
            indicator.id
        );
    }
    for (sentence, holds) in &meanings.bands {
        let ever = cases(&meanings.values).iter().any(|case| holds(case));
        assert!(ever, "{pack} {}: {sentence}", indicator.id);
    }
}

#[test]
fn in_every_case_exactly_one_band_is_right() {
    let mut entries: BTreeMap<&str, Meanings> = super::bands_of_villages::entries();
    entries.extend(super::bands_of_village_life::entries());
    entries.extend(super::bands_of_communities::entries());
    let mut seen = 0;
    for pack in packs() {
        for indicator in pack.stars.iter().flat_map(|star| &star.indicators) {
            let entry = entries.get(indicator.id.0.as_str());
            let meanings = entry.unwrap_or_else(|| panic!("no entry for {}", indicator.id));
            check(&pack.id, indicator, meanings);
            seen += 1;
        }
    }
    assert_eq!(seen, entries.len(), "an entry for nothing");
}

#[test]
fn a_hole_and_an_overlap_are_found() {
    fn right(meanings: &Meanings, case: Case) -> usize {
        let holds = meanings.bands.iter().filter(|(_, holds)| holds(case));
        holds.count()
    }

    // 「80–94%」 below 「95% 以上」 leaves 94.5 % without a band; 「60% 以下」 takes in the 60 %
    // that 「60% 以上」 has, since both words take in the number itself.
    let hole = written(
        &[&[940, 945, 950]],
        vec![("95% 以上", |c| c[0] >= 950), ("80–94%", |c| c[0] <= 940)],
    );
    assert_eq!(right(&hole, &[945]), 0);
    let overlap = written(
        &[&[590, 600, 610]],
        vec![("60% 以上", |c| c[0] >= 600), ("60% 以下", |c| c[0] <= 600)],
    );
    assert_eq!(right(&overlap, &[600]), 2);
}
