//! Two versions of the same thing put together (合并): answer by answer and entry by entry, the
//! later one wins, and both are shown where they differ.
//!
//! The result does not depend on which of the two is called ours, nor on the order in which three
//! or more are merged; merging again changes nothing. So two devices that exchange files come to
//! the same answers. Not here: which things belong together ([`super::plan`]).

mod ledger;

pub use ledger::{EntryDifference, MergedPage, later_entry, pages, same_entry};

use super::settings::Settings;
use crate::assessment::{Answer, Assessment, Organization, PackReference};
use crate::ordered_map::OrderedMap;
use crate::ordered_set::OrderedSet;
use crate::standard::ItemId;
use serde::Serialize;
use serde_json::{Map, Value};
use std::cmp::Ordering;

/// Two assessments put together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The result. Its id and its organisation are ours.
    pub assessment: Assessment,
    /// Items whose answer came from the other one: ours had none, or an earlier one.
    pub taken: Vec<ItemId>,
    /// Items that both answer, and not alike.
    pub differing: Vec<Difference>,
}

/// One item that both answer, and not alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The item.
    pub id: ItemId,
    /// Our answer.
    pub ours: Answer,
    /// The other answer.
    pub theirs: Answer,
    /// Which of them stands in the result.
    pub kept: Side,
}

/// One of two versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// Ours: the one that is here.
    Ours,
    /// Theirs: the one that comes in.
    Theirs,
}

/// Merges two versions of one assessment, answer by answer by the time of the last change.
///
/// A cleared answer is an answer without a value, so it wins where it is the later one. Of two
/// changes at the same instant the one that says something wins, and else the greater text.
pub fn assessments(ours: &Assessment, theirs: &Assessment) -> Merged {
    let (our_answers, their_answers) = (in_one(ours), in_one(theirs));
    let mut merged = Merged {
        assessment: head(ours, theirs),
        taken: vec![],
        differing: vec![],
    };
    let ids: OrderedSet<&ItemId> = our_answers
        .keys()
        .chain(their_answers.keys())
        .copied()
        .collect();
    for id in ids {
        let (our_answer, their_answer) = (our_answers.get(id), their_answers.get(id));
        let kept = match (our_answer, their_answer) {
            (Some(our_answer), Some(their_answer)) => {
                let side = later_side(our_answer, their_answer);
                if !same_content(our_answer, their_answer) {
                    merged.differing.push(Difference {
                        id: id.clone(),
                        ours: (*our_answer).clone(),
                        theirs: (*their_answer).clone(),
                        kept: side,
                    });
                    if side == Side::Theirs {
                        merged.taken.push(id.clone());
                    }
                }
                if side == Side::Theirs {
                    their_answer
                } else {
                    our_answer
                }
            }
            (Some(our_answer), None) => our_answer,
            (None, Some(their_answer)) => {
                merged.taken.push(id.clone());
                their_answer
            }
            (None, None) => continue,
        };
        // What one of them still asks is asked; the pack decides again when it is next applied.
        let asked = ours.answers.contains_key(id) || theirs.answers.contains_key(id);
        let list = if asked {
            &mut merged.assessment.answers
        } else {
            &mut merged.assessment.retired
        };
        list.insert(id.clone(), (*kept).clone());
    }
    merged
}

/// Merges two versions of one organisation: the one changed later, as a whole. The id is ours.
pub fn organizations(ours: &Organization, theirs: &Organization) -> Organization {
    let later = if later(ours, theirs, |one| one.changed_at) {
        ours
    } else {
        theirs
    };
    Organization {
        id: ours.id,
        ..later.clone()
    }
}

/// Merges two versions of the settings: the one changed later, as a whole.
pub fn settings(ours: &Settings, theirs: &Settings) -> Settings {
    if later(ours, theirs, |one| one.changed_at) {
        ours.clone()
    } else {
        theirs.clone()
    }
}

/// Whether two answers say the same, whenever they were given.
pub fn same_content(one: &Answer, other: &Answer) -> bool {
    Answer {
        changed_at: 0,
        ..one.clone()
    } == Answer {
        changed_at: 0,
        ..other.clone()
    }
}

/// All answers of an assessment, in use and 「已停用」; of two to one item the later.
fn in_one(assessment: &Assessment) -> OrderedMap<&ItemId, &Answer> {
    let mut answers: OrderedMap<&ItemId, &Answer> = assessment.answers.iter().collect();
    for (id, retired) in &assessment.retired {
        let known = answers.entry(id).or_insert(retired);
        if later_side(known, retired) == Side::Theirs {
            *known = retired;
        }
    }
    answers
}

/// Everything but the answers.
fn head(ours: &Assessment, theirs: &Assessment) -> Assessment {
    Assessment {
        id: ours.id,
        organization: ours.organization,
        period: ours.period.max(theirs.period),
        pack: newer_pack(&ours.pack, &theirs.pack).clone(),
        answers: OrderedMap::new(),
        retired: OrderedMap::new(),
        // What one side calls its own is not thrown away as an example.
        example: ours.example && theirs.example,
        created_at: ours.created_at.min(theirs.created_at),
        extra: united(&ours.extra, &theirs.extra),
    }
}

/// Which of two answers stands.
fn later_side(ours: &Answer, theirs: &Answer) -> Side {
    let order = ours
        .changed_at
        .cmp(&theirs.changed_at)
        .then_with(|| theirs.is_empty().cmp(&ours.is_empty()))
        .then_with(|| ours.value.is_some().cmp(&theirs.value.is_some()))
        .then_with(|| written(ours).cmp(&written(theirs)));
    if order == Ordering::Less {
        Side::Theirs
    } else {
        Side::Ours
    }
}

/// Whether ours is the later one; of two of the same instant the greater text, so that both sides
/// come to the same.
fn later<T: Serialize>(ours: &T, theirs: &T, changed_at: fn(&T) -> i64) -> bool {
    let order = changed_at(ours).cmp(&changed_at(theirs));
    order.then_with(|| written(ours).cmp(&written(theirs))) != Ordering::Less
}

/// The newer version of a pack, numbers compared as numbers; of different packs the greater id.
fn newer_pack<'a>(ours: &'a PackReference, theirs: &'a PackReference) -> &'a PackReference {
    let order = ours
        .id
        .cmp(&theirs.id)
        .then_with(|| numbers(&ours.version).cmp(&numbers(&theirs.version)))
        .then_with(|| ours.version.cmp(&theirs.version))
        .then_with(|| ours.hash.cmp(&theirs.hash));
    if order == Ordering::Less {
        theirs
    } else {
        ours
    }
}

/// The numbers in a version: 2026.10 comes after 2026.9.
fn numbers(version: &str) -> Vec<u64> {
    let parts = version.split(|character: char| !character.is_ascii_digit());
    parts.filter_map(|part| part.parse().ok()).collect()
}

/// Unknown fields of both; where both have one, the greater text.
fn united(ours: &Map<String, Value>, theirs: &Map<String, Value>) -> Map<String, Value> {
    let mut all = ours.clone();
    for (name, value) in theirs {
        let greater = all
            .get(name)
            .is_none_or(|known| written(known) < written(value));
        if greater {
            all.insert(name.clone(), value.clone());
        }
    }
    all
}

/// A text to compare by; the serializer writes members in a fixed order.
fn written<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
