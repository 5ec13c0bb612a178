//! Which page of the ledger an entry stands on (册页), and putting, changing and taking out entries.
//!
//! A page is closed to new entries before it grows over [`PAGE_LIMIT`], so that one tap never
//! writes more than a few kilobytes. An entry stays on its page for life: nothing moves it, so that
//! two tabs never disagree about where it is. Not here: signals, undo and saving (`commands`).

use super::workspace::Workspace;
use crate::ledger::{Entry, EntryBody, LedgerPage, PAGE_LIMIT};
use crate::sorted_map::SortedMap;
use serde::Serialize;
use uuid::Uuid;

/// Among how many pages of a year, the newest first, room is looked for. To measure a page is to
/// write it, so this bounds what a tap costs.
const PAGES_LOOKED_AT: usize = 4;

/// Where a new entry goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// To a page that is there and has room.
    Page(Uuid),
    /// To a new page.
    NewPage(LedgerPage),
}

impl Place {
    /// The id of the page.
    pub fn page(&self) -> Uuid {
        match self {
            Self::Page(id) => *id,
            Self::NewPage(page) => page.id,
        }
    }
}

/// Where a new entry of an organisation and a year goes: to the newest page of that year with room
/// for it, or to a new one, whose id `new_id` makes.
pub fn place_for(
    workspace: &Workspace,
    organization: Uuid,
    year: i32,
    body: &EntryBody,
    new_id: impl FnOnce() -> Uuid,
) -> Place {
    let wanted = room_for(body);
    let of_organization = workspace.pages_of(organization);
    let mut pages: Vec<&LedgerPage> = of_organization.filter(|page| page.year == year).collect();
    #[expect(clippy::disallowed_methods, reason = "pages grow with the years")]
    pages.sort_by_key(|page| std::cmp::Reverse((page.created_at, page.id)));
    let mut newest = pages.into_iter().take(PAGES_LOOKED_AT);
    if let Some(page) = newest.find(|page| room_taken(page) + wanted <= PAGE_LIMIT) {
        return Place::Page(page.id);
    }
    let example = workspace
        .organizations
        .get(&organization)
        .is_some_and(|one| one.example);
    Place::NewPage(LedgerPage {
        id: new_id(),
        organization,
        year,
        entries: SortedMap::new(),
        example,
        created_at: 0,
        extra: serde_json::Map::new(),
    })
}

/// Puts a new entry in its place.
pub fn put_entry(workspace: &mut Workspace, place: &Place, id: Uuid, body: EntryBody, now_ms: i64) {
    if let Place::NewPage(page) = place {
        let begun = LedgerPage {
            created_at: now_ms,
            ..page.clone()
        };
        workspace.ledgers.entry(page.id).or_insert(begun);
    }
    if let Some(page) = workspace.ledgers.get_mut(&place.page()) {
        let entry = Entry {
            body: Some(body),
            changed_at: now_ms,
            ..Entry::default()
        };
        page.entries.insert(id, entry);
    }
}

/// The page on which an entry stands; of two, that with the later change, which is the one that
/// is shown (`ledger::Ledger`).
pub fn page_of(workspace: &Workspace, id: Uuid) -> Option<Uuid> {
    let pages = workspace.ledgers.values();
    let holding = pages.filter_map(|page| Some((page.id, page.entries.get(&id)?)));
    let shown = holding.reduce(|known, found| match found.1.supersedes(known.1) {
        true => found,
        false => known,
    });
    shown.map(|(page, _)| page)
}

/// All pages that hold an entry: one, or two after a merge of devices.
pub fn pages_holding(workspace: &Workspace, id: Uuid) -> Vec<Uuid> {
    let pages = workspace.ledgers.values();
    let holding = pages.filter(|page| page.entries.contains_key(&id));
    holding.map(|page| page.id).collect()
}

/// Changes what an entry holds; what was taken out stays so.
pub fn change_entry(
    workspace: &mut Workspace,
    id: Uuid,
    now_ms: i64,
    change: impl FnOnce(&mut EntryBody),
) {
    let entry = page_of(workspace, id)
        .and_then(|page| workspace.ledgers.get_mut(&page))
        .and_then(|page| page.entries.get_mut(&id));
    let Some(entry) = entry else { return };
    let Some(body) = &mut entry.body else { return };
    let before = body.clone();
    change(body);
    if *body != before {
        entry.changed_at = now_ms;
    }
}

/// Takes an entry out of all pages that hold it. An empty entry stays, so that other copies are
/// told of it.
pub fn take_out_entry(workspace: &mut Workspace, id: Uuid, now_ms: i64) {
    for page in workspace.ledgers.values_mut() {
        if let Some(entry) = page.entries.get_mut(&id)
            && entry.body.is_some()
        {
            *entry = Entry {
                changed_at: now_ms,
                ..Entry::default()
            };
        }
    }
}

/// How much of a page is taken, in bytes of its JSON text, with what is kept free for its entries
/// to grow.
fn room_taken(page: &LedgerPage) -> usize {
    let bare = LedgerPage {
        entries: SortedMap::new(),
        ..page.clone()
    };
    let entries = page.entries.values().map(|entry| match &entry.body {
        Some(body) => room_for(body),
        None => length_on_page(entry),
    });
    written_length(&bare) + entries.sum::<usize>()
}

/// How much is kept free for an entry. A record is mostly entered at once; a rectification and a
/// card are begun with a line and filled in over months.
fn room_for(body: &EntryBody) -> usize {
    let usual = match body {
        EntryBody::Record(_) => 320,
        EntryBody::Missed(_) => 260,
        EntryBody::Review(_) | EntryBody::Reply(_) => 400,
        EntryBody::Rectification(_) | EntryBody::Card(_) => 650,
    };
    usual.max(length_on_page(body))
}

/// How long an entry is on its page, with the id before it, the time behind it, and the signs
/// between.
fn length_on_page<Content: Serialize>(content: &Content) -> usize {
    written_length(content) + 80
}

fn written_length<Content: Serialize>(content: &Content) -> usize {
    serde_json::to_string(content).map_or(PAGE_LIMIT, |text| text.len())
}
