//! Two versions of the same thing put together (合并): answer by answer and entry by entry, the
//! later one wins, and both are shown where they differ.
//!
//! The result does not depend on which of the two is called ours, nor on the order in which three
//! or more are merged; merging again changes nothing. So two devices that exchange files come to
//! the same answers. Not here: which things belong together ([`super::plan`]).

mod answer;
mod ledger;

pub use answer::same_content;
pub use ledger::{EntryDifference, MergedPage, later_entry, pages, same_entry};

use self::answer::later_side;
use super::document::{Document, StoredStandard};
use super::settings::Settings;
use crate::assessment::{Answer, Assessment, LocalSettings, Organization, PackReference};
use crate::sorted_map::SortedMap;
use crate::sorted_set::SortedSet;
use crate::standard::ItemId;
use serde::Serialize;
use serde_json::{Map, Value};
use std::cmp::Ordering;

/// Two assessments put together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The result. Its id and its organisation are ours.
    pub assessment: Assessment,
    /// Items of which something came from the other one: ours had none, an earlier one, or one
    /// without its note.
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
/// changes at the same instant the one that says something wins, and else the greater text. A note
/// goes by its own time: one that was left out takes none away.
pub fn assessments(ours: &Assessment, theirs: &Assessment) -> Merged {
    let (our_answers, their_answers) = (in_one(ours), in_one(theirs));
    let mut merged = Merged {
        assessment: head(ours, theirs),
        taken: vec![],
        differing: vec![],
    };
    let ids: SortedSet<&ItemId> = our_answers
        .keys()
        .chain(their_answers.keys())
        .copied()
        .collect();
    for id in ids {
        let (our_answer, their_answer) = (our_answers.get(id), their_answers.get(id));
        let kept = match (our_answer, their_answer) {
            (Some(our_answer), Some(their_answer)) => {
                let both = answer::answers(our_answer, their_answer);
                let differs = both.differing.is_some();
                if let Some((ours, theirs)) = both.differing {
                    merged.differing.push(Difference {
                        id: id.clone(),
                        ours,
                        theirs,
                        kept: both.kept,
                    });
                }
                let is_news = match differs {
                    true => both.kept == Side::Theirs,
                    false => !same_content(&both.answer, our_answer),
                };
                if is_news {
                    merged.taken.push(id.clone());
                }
                both.answer
            }
            (Some(our_answer), None) => (*our_answer).clone(),
            (None, Some(their_answer)) => {
                merged.taken.push(id.clone());
                (*their_answer).clone()
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
        list.insert(id.clone(), kept);
    }
    merged
}

/// Merges two versions of one organisation: the one changed later, as a whole, but for duties of
/// the user's own, which go by their own time: where they were left out, none is taken away. The id
/// is ours.
pub fn organizations(ours: &Organization, theirs: &Organization) -> Organization {
    let without = |one: &Organization| {
        let mut one = one.clone();
        (one.local.own_duties, one.local.own_duties_as_of) = Default::default();
        one
    };
    let order = ours.changed_at.cmp(&theirs.changed_at);
    let by_text = || by_text(&without(ours), &without(theirs), |one| &one.extra);
    let later = match order.then_with(by_text) {
        Ordering::Less => theirs,
        Ordering::Equal | Ordering::Greater => ours,
    };
    let order = own_duties_time(ours).cmp(&own_duties_time(theirs));
    let text = |one: &Organization| written(&one.local.own_duties);
    let order = order.then_with(|| text(ours).cmp(&text(theirs)));
    let of_duties = match order {
        Ordering::Less => theirs,
        Ordering::Equal | Ordering::Greater => ours,
    };
    Organization {
        id: ours.id,
        ..with_own_duties_of(later, of_duties)
    }
}

/// An organisation with the duties of the user's own of another version of it, and of when they
/// are.
pub(super) fn with_own_duties_of(
    organization: &Organization,
    of_duties: &Organization,
) -> Organization {
    let time = own_duties_time(of_duties);
    Organization {
        local: LocalSettings {
            own_duties: of_duties.local.own_duties.clone(),
            own_duties_as_of: (time != organization.changed_at).then_some(time),
            ..organization.local.clone()
        },
        ..organization.clone()
    }
}

fn own_duties_time(organization: &Organization) -> i64 {
    let as_of = organization.local.own_duties_as_of;
    as_of.unwrap_or(organization.changed_at)
}

/// Merges two versions of the settings: the one changed later, as a whole.
pub fn settings(ours: &Settings, theirs: &Settings) -> Settings {
    let order = ours.changed_at.cmp(&theirs.changed_at);
    match order.then_with(|| written(ours).cmp(&written(theirs))) {
        Ordering::Less => theirs.clone(),
        Ordering::Equal | Ordering::Greater => ours.clone(),
    }
}

/// Merges two versions of one document, whichever kind it is of. Documents of two kinds have
/// different keys and never meet; theirs would stand.
pub fn documents(ours: &Document, theirs: &Document) -> Document {
    match (ours, theirs) {
        (Document::Settings(ours), Document::Settings(theirs)) => {
            Document::Settings(settings(ours, theirs))
        }
        (Document::Organization(ours), Document::Organization(theirs)) => {
            Document::Organization(organizations(ours, theirs))
        }
        (Document::Assessment(ours), Document::Assessment(theirs)) => {
            Document::Assessment(assessments(ours, theirs).assessment)
        }
        (Document::Ledger(ours), Document::Ledger(theirs)) => {
            Document::Ledger(pages(ours, theirs).page)
        }
        (Document::Standard(ours), Document::Standard(theirs)) => {
            Document::Standard(standards(ours, theirs))
        }
        (_, theirs) => theirs.clone(),
    }
}

/// Of two packs under one id the one loaded later; of the same instant the greater text, so that
/// all come to the same.
pub fn standards(ours: &StoredStandard, theirs: &StoredStandard) -> StoredStandard {
    let order = ours.added_at.cmp(&theirs.added_at);
    match order.then_with(|| written(ours).cmp(&written(theirs))) {
        Ordering::Less => theirs.clone(),
        Ordering::Equal | Ordering::Greater => ours.clone(),
    }
}

/// All answers of an assessment, in use and 「已停用」; of two to one item the later.
fn in_one(assessment: &Assessment) -> SortedMap<&ItemId, &Answer> {
    let mut answers: SortedMap<&ItemId, &Answer> = assessment.answers.iter().collect();
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
        answers: SortedMap::new(),
        retired: SortedMap::new(),
        summary: ours.summary.clone().max(theirs.summary.clone()),
        // What one side calls its own is not thrown away as an example.
        example: ours.example && theirs.example,
        created_at: ours.created_at.min(theirs.created_at),
        extra: united(&ours.extra, &theirs.extra),
    }
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

/// The order of two versions of the same instant: first by how many unknown fields they have, which
/// are left out of what is handed to others, then by the greater text.
pub(super) fn by_text<T: Serialize>(
    ours: &T,
    theirs: &T,
    extra: fn(&T) -> &Map<String, Value>,
) -> Ordering {
    let by_unknown = extra(ours).len().cmp(&extra(theirs).len());
    by_unknown.then_with(|| written(ours).cmp(&written(theirs)))
}

/// A text to compare by; the serializer writes members in a fixed order.
fn written<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
