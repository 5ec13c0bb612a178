//! Two changes of one page of the ledger put together, entry by entry and field by field.
//!
//! Not here: which of two entries is the later one (`exchange::merge`).

use super::{Precedence, entries as members, pick};
use crate::ledger::{Card, Entry, EntryBody, LedgerPage, Missed, Record, Reply, Review, StepMark};
use crate::rectification::Rectification;
use crate::sorted_map::SortedMap;
use crate::sorted_set::SortedSet;
use uuid::Uuid;

/// Picks each of these fields from three versions of a struct. A field that is left out does not
/// compile.
macro_rules! picked {
    (
        $kind:ident { $($field:ident),+ }
        of $base:ident, $ours:ident, $theirs:ident, $by:ident $(; $($rest:tt)+)?
    ) => {
        $kind {
            $($field: pick(&$base.$field, &$ours.$field, &$theirs.$field, $by),)+
            $($($rest)+)?
        }
    };
}

/// Puts two changes of one page together. What was taken out since is remembered as such, so that
/// other copies are told of it.
pub fn pages(
    base: &LedgerPage,
    ours: &LedgerPage,
    theirs: &LedgerPage,
    by: Precedence,
) -> LedgerPage {
    let ids: SortedSet<Uuid> = [base, ours, theirs]
        .into_iter()
        .flat_map(|page| page.entries.keys().copied())
        .collect();
    let nothing = Entry::default();
    let mut merged = SortedMap::new();
    for id in ids {
        let [from, our_entry, their_entry] =
            [base, ours, theirs].map(|page| page.entries.get(&id).unwrap_or(&nothing));
        let entry = entries(from, our_entry, their_entry, by);
        let is_known = theirs.entries.contains_key(&id);
        if is_known || entry.body.is_some() || !entry.extra.is_empty() {
            merged.insert(id, entry);
        }
    }
    picked!(LedgerPage { organization, year, example, extra } of base, ours, theirs, by;
        id: theirs.id,
        entries: merged,
        created_at: theirs.created_at,
    )
}

/// Puts two changes of one entry together, field by field. The time is theirs.
pub fn entries(base: &Entry, ours: &Entry, theirs: &Entry, by: Precedence) -> Entry {
    Entry {
        body: bodies(&base.body, &ours.body, &theirs.body, by),
        changed_at: theirs.changed_at,
        extra: pick(&base.extra, &ours.extra, &theirs.extra, by),
    }
}

fn bodies(
    base: &Option<EntryBody>,
    ours: &Option<EntryBody>,
    theirs: &Option<EntryBody>,
    by: Precedence,
) -> Option<EntryBody> {
    use EntryBody::{Card, Missed, Record, Rectification, Reply, Review};
    let both = match (base, ours, theirs) {
        (Some(Record(base)), Some(Record(ours)), Some(Record(theirs))) => {
            Record(records(base, ours, theirs, by))
        }
        (Some(Missed(base)), Some(Missed(ours)), Some(Missed(theirs))) => {
            Missed(missed(base, ours, theirs, by))
        }
        (Some(Rectification(base)), Some(Rectification(ours)), Some(Rectification(theirs))) => {
            Rectification(rectifications(base, ours, theirs, by))
        }
        (Some(Card(base)), Some(Card(ours)), Some(Card(theirs))) => {
            Card(cards(base, ours, theirs, by))
        }
        (Some(Review(base)), Some(Review(ours)), Some(Review(theirs))) => {
            Review(reviews(base, ours, theirs, by))
        }
        (Some(Reply(base)), Some(Reply(ours)), Some(Reply(theirs))) => {
            Reply(replies(base, ours, theirs, by))
        }
        // One of them begins it, takes it out, or makes something else of it.
        _ => return pick(base, ours, theirs, by),
    };
    Some(both)
}

fn records(base: &Record, ours: &Record, theirs: &Record, by: Precedence) -> Record {
    picked!(Record { of, held_on, belongs_to_year, line, place } of base, ours, theirs, by;
        numbers: members(&base.numbers, &ours.numbers, &theirs.numbers, by),
    )
}

fn missed(base: &Missed, ours: &Missed, theirs: &Missed, by: Precedence) -> Missed {
    picked!(Missed { duty, span, reason } of base, ours, theirs, by)
}

fn rectifications(
    base: &Rectification,
    ours: &Rectification,
    theirs: &Rectification,
    by: Precedence,
) -> Rectification {
    picked!(Rectification {
        origin, problem, who, until, measure, result, found_on, assigned_on, resolved_on, closed_on
    } of base, ours, theirs, by)
}

fn reviews(base: &Review, ours: &Review, theirs: &Review, by: Precedence) -> Review {
    picked!(Review { period, item, found, remark, order, until, closed_on, by }
        of base, ours, theirs, by)
}

fn replies(base: &Reply, ours: &Reply, theirs: &Reply, by: Precedence) -> Reply {
    picked!(Reply { period, item, review, accepted, text, rectification }
        of base, ours, theirs, by)
}

fn cards(base: &Card, ours: &Card, theirs: &Card, by: Precedence) -> Card {
    picked!(Card { mechanism, year, title, closed_on } of base, ours, theirs, by;
        values: members(&base.values, &ours.values, &theirs.values, by),
        steps: steps(&base.steps, &ours.steps, &theirs.steps, by),
        links: elements(&base.links, &ours.links, &theirs.links),
    )
}

type Steps = SortedMap<String, StepMark>;

fn steps(base: &Steps, ours: &Steps, theirs: &Steps, by: Precedence) -> Steps {
    let mut merged = members(base, ours, theirs, by);
    for (key, mark) in &mut merged {
        if let (Some(base), Some(ours), Some(theirs)) =
            (base.get(key), ours.get(key), theirs.get(key))
        {
            *mark = picked!(StepMark { line } of base, ours, theirs, by;
                on: elements(&base.on, &ours.on, &theirs.on),
            );
        }
    }
    merged
}

/// A list without order or repetition, such as days and links: what only one of them added is
/// there, what only one of them took out is not. Where nobody changed it, it stays as it is.
fn elements<Element: Ord + Copy>(
    base: &[Element],
    ours: &[Element],
    theirs: &[Element],
) -> Vec<Element> {
    if ours == theirs || ours == base {
        return theirs.to_vec();
    }
    if theirs == base {
        return ours.to_vec();
    }
    let all: SortedSet<Element> = ours.iter().chain(theirs).copied().collect();
    let stays = |one: &Element| !base.contains(one) || (ours.contains(one) && theirs.contains(one));
    all.into_iter().filter(stays).collect()
}
