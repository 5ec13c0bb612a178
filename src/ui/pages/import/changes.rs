//! What an import would do, one card for each document and for each ledger (逐份列出). Of thousands the
//! first are listed, and how many more there are stands behind them.
//!
//! Not here: working it out (`working`).

use super::differences::Differences;
use super::ledgers::{counts, ledger_card};
use super::same_organization::SameOrganization;
use super::source::PacksOfFile;
use super::working::WorkedOut;
use crate::app::standards::loaded;
use crate::app::state::AppState;
use crate::app::version_names::is_newer;
use crate::exchange::plan::{LedgerChange, Merging, PlannedChange, Title, What};
use crate::exchange::{Document, DocumentKey};
use crate::sorted_map::SortedMap;
use crate::text::Texts;
use crate::ui::components::{ActionRow, Button, Mark, Tone};
use crate::ui::icons::IconName;
use crate::ui::naming::shown_name;
use crate::ui::speech::{language, texts};
use leptos::prelude::*;
use std::ops::Range;
use std::sync::Arc;
use uuid::Uuid;

/// How many cards are listed at first, and how many more with each tap. A browser takes a
/// millisecond or more for each.
const AT_FIRST: usize = 20;
const WITH_EACH_TAP: usize = 60;

/// What is shown on a card.
#[derive(Clone)]
enum Row {
    /// The change of this number.
    Change(usize),
    Ledger(LedgerChange),
}

/// The cards.
#[component]
pub fn Changes(
    worked_out: Arc<WorkedOut>,
    /// The packs that the file can speak of.
    packs: StoredValue<PacksOfFile, LocalStorage>,
    /// What the user said so far: which organisations of the file are which of this device.
    joined: RwSignal<SortedMap<Uuid, Uuid>>,
    /// How often the user asked for more cards.
    taps: RwSignal<usize>,
) -> impl IntoView {
    let words = &texts().files;
    let rows = rows(&worked_out, &joined.get_untracked());
    let all = rows.len();
    let cards = move |range: Range<usize>| {
        let rows = rows.get(range).unwrap_or_default().iter().cloned();
        let card = |row| match row {
            Row::Ledger(ledger) => ledger_card(ledger).into_any(),
            Row::Change(number) => {
                let change = worked_out.plan.changes.get(number).cloned();
                let change = change.map(|change| {
                    view! { <Change change=change packs=packs joined=joined /> }
                });
                change.into_any()
            }
        };
        rows.map(card).collect_view()
    };
    let left = move || all - listed(taps.get(), all);
    let more = Callback::new(move |()| taps.update(|taps| *taps += 1));
    view! {
        <For
            each=move || 0..=taps.get()
            key=|tap| *tap
            children=move |tap| cards(range(tap, all))
        />
        <Show when=move || { left() > 0 }>
            <p class="hint">{move || (words.more_unlisted)(left())}</p>
            <ActionRow>
                <Button
                    label=Signal::derive(move || (words.show_more)(left().min(WITH_EACH_TAP)))
                    on_press=more
                />
            </ActionRow>
        </Show>
    }
}

/// How many cards are listed after so many taps.
fn listed(taps: usize, all: usize) -> usize {
    (AT_FIRST + taps * WITH_EACH_TAP).min(all)
}

/// The cards that come with a tap; those of the first list before any.
fn range(tap: usize, all: usize) -> Range<usize> {
    match tap.checked_sub(1) {
        None => 0..listed(0, all),
        Some(before) => listed(before, all)..listed(tap, all),
    }
}

/// What is shown, in the order of the file, the pages of each ledger together: a year has dozens.
/// Where not all of it is listed at first, what the user is asked about comes first.
fn rows(worked_out: &WorkedOut, joined: &SortedMap<Uuid, Uuid>) -> Vec<Row> {
    let plan = &worked_out.plan;
    let changes = plan.changes.iter().enumerate();
    let changes = changes.filter(|(_, one)| !matches!(one.key, DocumentKey::Ledger(_)));
    let asks = |change: &PlannedChange| {
        let was_asked = |id| joined.iter().any(|(_, ours)| *ours == id);
        change.seems_to_be.is_some()
            || matches!(change.key, DocumentKey::Organization(id) if was_asked(id))
    };
    let ledgers = plan.ledgers().into_iter().map(Row::Ledger);
    let row = |(number, _)| Row::Change(number);
    let all: Vec<_> = changes.collect();
    if all.len() + ledgers.len() <= AT_FIRST {
        return all.into_iter().map(row).chain(ledgers).collect();
    }
    let (asking, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|(_, one)| asks(one));
    let changes = asking.into_iter().chain(others).map(row);
    changes.chain(ledgers).collect()
}

/// What a pack of the file does to the version that is here, if another one is.
fn versions_sentence(change: &PlannedChange, state: AppState) -> Option<String> {
    let Document::Standard(theirs) = &change.document else {
        return None;
    };
    let words = &texts().files;
    state.workspace.with_untracked(|workspace| {
        let ours = loaded(workspace, &theirs.pack.id).filter(|ours| ours.id != theirs.id)?;
        let version = ours.pack.version.clone();
        Some(if is_newer(&version, &theirs.pack.version) {
            (words.pack_is_older)(version)
        } else {
            (words.pack_takes_place)(version)
        })
    })
}

/// What would happen to one document.
#[component]
fn Change(
    change: PlannedChange,
    packs: StoredValue<PacksOfFile, LocalStorage>,
    joined: RwSignal<SortedMap<Uuid, Uuid>>,
) -> impl IntoView {
    let (words, language) = (&texts().files, language());
    let versions = versions_sentence(&change, AppState::expect());
    let versions = versions.map(|text| view! { <p>{text}</p> });
    let is_assessment = matches!(change.key, DocumentKey::Assessment(_));
    let (icon, word, tone) = match &change.what {
        What::New => (IconName::Plus, words.change_new, Tone::Met),
        What::Same => (IconName::Dash, words.change_same, Tone::Quiet),
        What::Merges(_) if is_assessment => (IconName::Link, words.change_merges, Tone::Partly),
        What::Merges(merging) if merging.newer_there > 0 => {
            (IconName::Import, words.change_replaces, Tone::Partly)
        }
        What::Merges(_) => (IconName::Dash, words.change_keeps, Tone::Quiet),
    };
    let merging = match &change.what {
        What::Merges(merging) if is_assessment => merging.clone(),
        _ => Merging::default(),
    };
    let lines = counts(&merging);
    let differences = (!merging.differences.is_empty()).then(|| {
        let pack = match &change.document {
            Document::Assessment(one) => packs.with_value(|packs| packs.find(&one.pack.id)),
            _ => None,
        };
        view! { <Differences differences=merging.differences pack=pack language=language /> }
    });
    let new_id = match change.key {
        DocumentKey::Organization(id) => Some(id),
        _ => None,
    };
    let same = new_id.zip(change.seems_to_be).map(|(theirs, ours)| {
        view! { <SameOrganization theirs=theirs ours=ours joined=joined /> }
    });
    // Once the user has said that it is the same, the question stays, so that it can be taken back.
    let joined_ones = joined.with_untracked(|all| {
        let ours = |one: &(&Uuid, &Uuid)| Some(*one.1) == new_id;
        all.iter().find(ours).map(|(theirs, ours)| (*theirs, *ours))
    });
    let taken_back = joined_ones.map(|(theirs, ours)| {
        view! { <SameOrganization theirs=theirs ours=ours joined=joined /> }
    });
    view! {
        <article class="card stack-tight">
            <h3>{title_in_words(&change.title, texts())}</h3>
            <p><Mark icon=icon word=word tone=tone /></p>
            {versions}
            {lines}
            {differences}
            {same}
            {taken_back}
        </article>
    }
}

/// What a document is called.
fn title_in_words(title: &Title, texts: &Texts) -> String {
    let words = &texts.files;
    let named = |name: &str| shown_name(name, texts);
    match title {
        Title::Settings => words.document_settings.to_owned(),
        Title::Organization { name } => (words.document_organization)(named(name)),
        Title::Assessment {
            organization,
            period,
        } => {
            let period = (texts.facts.quarter)(*period);
            let whose = organization
                .as_deref()
                .map(|name| format!(" · {}", named(name)));
            (words.document_assessment)(format!("{period}{}", whose.unwrap_or_default()))
        }
        Title::Ledger { organization, year } => {
            let whose = organization
                .as_deref()
                .map(|name| format!(" · {}", named(name)));
            (words.document_ledger)(format!("{year}{}", whose.unwrap_or_default()))
        }
        Title::Standard { title, version } => {
            (words.document_standard)(format!("{title} {version}"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::import_room::ImportRoom;
    use crate::assessment::Organization;
    use crate::exchange::plan::Plan;
    use crate::standard::OrganizationType;

    #[test]
    fn with_enough_taps_every_card_is_listed_once() {
        fn check(all: usize, taps: usize) {
            let cards = (0..=taps).flat_map(|tap| range(tap, all));
            assert!(cards.eq(0..all), "{all}");
            assert_eq!(listed(taps, all), all);
            let before = taps.checked_sub(1).map(|taps| listed(taps, all));
            assert!(before.is_none_or(|listed| listed < all), "{all}");
        }

        check(0, 0);
        check(20, 0);
        check(21, 1);
        check(80, 1);
        check(81, 2);
        check(4_100, 68);
    }

    /// So many new organisations, of which one seems to be another one.
    fn worked_out(all: usize, asking: usize) -> WorkedOut {
        let change = |number: usize| {
            let id = Uuid::from_u128(number as u128);
            let organization = Organization {
                id,
                name: String::new(),
                organization_type: OrganizationType::Village,
                facts: Default::default(),
                term_end: None,
                pack: None,
                local: Default::default(),
                example: false,
                created_at: 0,
                changed_at: 0,
                extra: Default::default(),
            };
            PlannedChange {
                key: DocumentKey::Organization(id),
                what: What::New,
                title: Title::Settings,
                document: Document::Organization(organization),
                seems_to_be: (number == asking).then_some(id),
            }
        };
        let changes = (0..all).map(change).collect();
        let plan = Plan { changes };
        WorkedOut {
            plan,
            room: ImportRoom::default(),
        }
    }

    #[test]
    fn of_many_cards_those_with_a_question_come_first() {
        fn check(all: usize, asking: usize, joined: Option<u128>, first: &[usize]) {
            let joined = joined.map(|ours| (Uuid::from_u128(9_999), Uuid::from_u128(ours)));
            let rows = rows(&worked_out(all, asking), &joined.into_iter().collect());
            assert_eq!(rows.len(), all);
            let numbers = rows.iter().map(|row| match row {
                Row::Change(number) => *number,
                Row::Ledger(_) => unreachable!(),
            });
            let found: Vec<usize> = numbers.take(first.len()).collect();
            assert_eq!(found, first);
        }

        check(20, 15, None, &[0, 1, 2]);
        check(21, 15, None, &[15, 0, 1]);
        check(21, 15, Some(18), &[15, 18, 0]);
    }
}
