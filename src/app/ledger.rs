//! Which page of the ledger an entry stands on (册页), and putting, changing and taking out entries.
//!
//! A page is closed to new entries before it grows over [`PAGE_LIMIT`], so that one tap never writes
//! more than a few kilobytes. Not here: signals, undo and saving (`commands`).

use super::workspace::Workspace;
use crate::ledger::{Entry, EntryBody, LedgerPage, PAGE_LIMIT};
use std::collections::BTreeMap;
use uuid::Uuid;

/// How long an entry may still grow after it was made, in bytes; a page keeps this much free.
const ROOM_TO_GROW: usize = 300;

/// Where a new entry goes.
#[derive(Clone, Debug, PartialEq)]
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
    let wanted = written_length(body) + ROOM_TO_GROW;
    let with_room = workspace
        .pages_of(organization)
        .into_iter()
        .filter(|page| page.year == year)
        .filter(|page| written_length(page) + wanted <= PAGE_LIMIT)
        .max_by_key(|page| page.id);
    if let Some(page) = with_room {
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
        entries: BTreeMap::new(),
        example,
        created_at: 0,
        extra: serde_json::Map::new(),
    })
}

/// Puts a new entry in its place.
pub fn put_entry(
    workspace: &mut Workspace,
    place: &Place,
    id: Uuid,
    body: EntryBody,
    now_ms: i64,
) {
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
/// is shown.
pub fn page_of(workspace: &Workspace, id: Uuid) -> Option<Uuid> {
    let pages = workspace.ledgers.values();
    let holding = pages.filter_map(|page| Some((page.entries.get(&id)?.changed_at, page.id)));
    holding
        .max_by_key(|(changed_at, page)| (*changed_at, std::cmp::Reverse(*page)))
        .map(|(_, page)| page)
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

/// Takes an entry out of all pages that hold it. An empty entry stays, so that other copies are told of it.
pub fn take_out_entry(workspace: &mut Workspace, id: Uuid, now_ms: i64) {
    for page in workspace.ledgers.values_mut() {
        if let Some(entry) = page.entries.get_mut(&id) {
            entry.body = None;
            entry.changed_at = now_ms;
        }
    }
}

fn written_length(value: &impl serde::Serialize) -> usize {
    serde_json::to_string(value).map_or(0, |text| text.len())
}
