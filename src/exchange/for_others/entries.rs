//! The pages of the ledger as others may see them: the entries of the period, and none that is the
//! user's alone.
//!
//! A page is no more than where entries stand, so it goes out with a part of them, and one of which
//! nothing is left does not. Not here: answers and settings.

use super::super::own_part::OwnParts;
use super::of_period::OfPeriod;
use crate::ledger::{Entry, EntryBody, LedgerPage};
use crate::sorted_map::SortedMap;
use crate::sorted_set::SortedSet;
use uuid::Uuid;

/// The pages with the entries of the period that go out.
pub(super) fn pages(
    own: &[&LedgerPage],
    of_period: &OfPeriod<'_>,
    parts: &mut OwnParts<'_>,
) -> Vec<LedgerPage> {
    let hidden = hidden_cards(own, parts);
    let shown = own.iter();
    shown
        .filter_map(|one| page(one, of_period, &hidden, parts))
        .collect()
}

/// The cards to which nothing that goes out may point.
fn hidden_cards(own: &[&LedgerPage], parts: &OwnParts<'_>) -> SortedSet<Uuid> {
    let all = own.iter().flat_map(|page| &page.entries);
    let hidden = all.filter(|(_, entry)| {
        let part = entry.body.as_ref().and_then(|body| parts.of_entry(body));
        part.is_some_and(|part| !parts.goes(&part))
    });
    hidden.map(|(id, _)| *id).collect()
}

fn page(
    own: &LedgerPage,
    of_period: &OfPeriod<'_>,
    hidden: &SortedSet<Uuid>,
    parts: &mut OwnParts<'_>,
) -> Option<LedgerPage> {
    let LedgerPage {
        id,
        organization,
        year,
        entries,
        example,
        created_at,
        extra,
    } = own;
    let belonging = entries.iter().filter(|(_, entry)| match &entry.body {
        Some(body) => of_period.holds(body),
        // What was taken out tells nothing but that it was, which other copies need to know.
        None => *year == of_period.year(),
    });
    let belonging: Vec<(&Uuid, &Entry)> = belonging.collect();
    if belonging.is_empty() {
        return None;
    }
    let extra = parts.unknown(extra);
    let shown = belonging
        .into_iter()
        .filter_map(|(id, one)| Some((*id, entry(one, hidden, parts)?)));
    let entries: SortedMap<Uuid, Entry> = shown.collect();
    (!entries.is_empty()).then_some(LedgerPage {
        id: *id,
        organization: *organization,
        year: *year,
        entries,
        example: *example,
        created_at: *created_at,
        extra,
    })
}

/// An entry that goes out, or nothing if it is private to the user.
fn entry(own: &Entry, hidden: &SortedSet<Uuid>, parts: &mut OwnParts<'_>) -> Option<Entry> {
    let Entry {
        body: given,
        changed_at,
        extra,
    } = own;
    // Everything is counted first, so that what is counted depends on no choice.
    let part = given.as_ref().and_then(|body| parts.of_entry(body));
    let whole = part.map(|part| parts.count(part, 1));
    let shown = Entry {
        body: given.as_ref().map(|given| body(given, hidden)),
        changed_at: *changed_at,
        extra: parts.unknown(extra),
    };
    // An entry of a later version says something that is left out; it was not taken out.
    let says_nothing_now = shown.body.is_none() && shown.extra.len() < extra.len();
    (whole != Some(false) && !says_nothing_now).then_some(shown)
}

/// All of an entry, without links to cards that are private to the user.
fn body(own: &EntryBody, hidden: &SortedSet<Uuid>) -> EntryBody {
    match own {
        EntryBody::Record(one) => EntryBody::Record(one.for_others()),
        EntryBody::Missed(one) => EntryBody::Missed(one.for_others()),
        EntryBody::Rectification(one) => EntryBody::Rectification(one.for_others()),
        EntryBody::Review(one) => EntryBody::Review(one.for_others()),
        EntryBody::Reply(one) => EntryBody::Reply(one.for_others()),
        EntryBody::Card(one) => EntryBody::Card(one.for_others(|link| !hidden.contains(link))),
    }
}
