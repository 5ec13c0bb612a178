//! Pages of the ledger where two versions meet: which entry stands, and what the preview says of
//! it.

use crate::generated::{any_entry, any_page};
use crate::merge_laws;
use crate::samples::{NOW, bodies, id, organization, page};
use proptest::prelude::*;
use uuid::Uuid;
use wuxing::exchange::merge::{self, Side};
use wuxing::exchange::plan::{self, What};
use wuxing::exchange::{Document, Opened, export, open_text};
use wuxing::ledger::{Entry, LedgerPage};
use wuxing::sorted_map::SortedMap;

fn entry(kind: usize, changed_at: i64) -> Entry {
    Entry {
        body: Some(bodies().swap_remove(kind)),
        changed_at,
        ..Entry::default()
    }
}

fn taken_out(changed_at: i64) -> Entry {
    Entry {
        changed_at,
        ..Entry::default()
    }
}

fn page_of(entries: &[(u128, Entry)]) -> LedgerPage {
    LedgerPage {
        entries: entries
            .iter()
            .map(|(number, entry)| (id(*number), entry.clone()))
            .collect(),
        ..page(6, id(1))
    }
}

#[test]
fn the_later_entry_stands() {
    #[track_caller]
    fn check(ours: &Entry, theirs: &Entry, kept: Side, differs: bool) {
        let merged = merge::pages(
            &page_of(&[(1, ours.clone())]),
            &page_of(&[(1, theirs.clone())]),
        );
        let expected = match kept {
            Side::Ours => ours,
            Side::Theirs => theirs,
        };
        assert_eq!(merged.page.entries.get(&id(1)), Some(expected));
        assert_eq!(merged.differing.len(), usize::from(differs));
        assert!(merged.differing.iter().all(|one| one.kept == kept));
        let taken = differs && kept == Side::Theirs;
        assert_eq!(merged.taken, if taken { vec![id(1)] } else { vec![] });
    }

    check(&entry(0, 1), &entry(2, 2), Side::Theirs, true);
    check(&entry(0, 2), &entry(2, 1), Side::Ours, true);
    // The same entered twice is no difference, and was entered when it was entered last.
    check(&entry(0, 1), &entry(0, 2), Side::Theirs, false);
    // What was taken out stays out.
    check(&entry(0, 1), &taken_out(2), Side::Theirs, true);
    check(&taken_out(2), &entry(0, 1), Side::Ours, true);
    check(&taken_out(1), &entry(0, 2), Side::Theirs, true);
    // At the same instant, what says something wins over what says nothing.
    check(&entry(0, 1), &taken_out(1), Side::Ours, true);
    check(&taken_out(1), &entry(0, 1), Side::Theirs, true);
}

fn opened(documents: &[Document]) -> Opened {
    open_text(&export::everything(documents, NOW, "0.1.0").unwrap()).unwrap()
}

fn village_with(pages: &[LedgerPage]) -> Vec<Document> {
    let pages = pages.iter().cloned().map(Document::Ledger);
    std::iter::once(Document::Organization(organization(1, "新坝村")))
        .chain(pages)
        .collect()
}

#[test]
fn the_preview_counts_entries() {
    #[track_caller]
    fn check(ours: &[LedgerPage], theirs: &[LedgerPage], expected: [usize; 4], is_same: bool) {
        let plan = plan::against(&village_with(ours), &opened(&village_with(theirs)));
        let [ledger] = &plan.ledgers()[..] else {
            unreachable!("{:?}", plan.ledgers())
        };
        let entries = &ledger.entries;
        let counts = [
            entries.added,
            entries.newer_there,
            entries.removed,
            entries.newer_here,
        ];
        assert_eq!(counts, expected, "added, theirs, removed, ours");
        assert_eq!((ledger.organization, ledger.is_same), (id(1), is_same));
        assert_eq!(ledger.name.as_deref(), Some("新坝村"));
        assert_eq!(entries.entries.len(), counts[1] + counts[2] + counts[3]);
        assert_eq!(plan.is_all_same(), is_same);
    }

    let one = &[page_of(&[(1, entry(0, 5))])];
    check(one, one, [0; 4], true);
    // A page that is new here is so many entries, and what was taken out of it is none.
    let new = LedgerPage {
        id: id(77),
        ..page_of(&[(2, entry(0, 5)), (3, entry(1, 5)), (4, taken_out(5))])
    };
    check(&[], one, [1, 0, 0, 0], false);
    check(one, &[one[0].clone(), new], [2, 0, 0, 0], false);
    let check_one = |theirs: &[(u128, Entry)], expected, is_same| {
        check(one, &[page_of(theirs)], expected, is_same);
    };
    check_one(&[(2, entry(0, 1))], [1, 0, 0, 0], false);
    check_one(&[(1, entry(2, 6))], [0, 1, 0, 0], false);
    check_one(&[(1, entry(2, 4))], [0, 0, 0, 1], false);
    check_one(&[(1, taken_out(6))], [0, 0, 1, 0], false);
    check_one(&[(1, taken_out(4))], [0, 0, 0, 1], false);
    check_one(&[(1, entry(0, 9))], [0; 4], true);
    // What was never here and is gone there is nothing to a person.
    check_one(&[(2, taken_out(9))], [0; 4], true);
    check_one(&[], [0; 4], true);
}

#[test]
fn pages_follow_their_organization() {
    let here = village_with(&[page_of(&[(1, entry(0, 5))])]);
    let theirs = [
        Document::Organization(organization(2, "新坝村")),
        Document::Ledger(LedgerPage {
            organization: id(2),
            ..page_of(&[(1, entry(2, 6)), (2, entry(3, 6))])
        }),
    ];
    let file = opened(&theirs);
    // A page of the same id shows that it is the same organisation, even under another name.
    let apart = plan::against(&here, &file);
    assert_eq!(apart.changes[0].seems_to_be, Some(id(1)));
    // Left apart, nothing of the page that is here is touched.
    assert_eq!(apart.changes[1].what, What::New);
    assert_ne!(apart.changes[1].key, here[1].key());
    let now: Vec<Document> = here
        .iter()
        .cloned()
        .chain(apart.to_write().map(|change| change.document.clone()))
        .collect();
    assert!(
        plan::against(&now, &file).is_all_same(),
        "it comes to the same page again"
    );

    let joined = SortedMap::from([(id(2), id(1))]);
    let together = plan::against_joining(&here, &file, &joined);
    let change = &together.changes[1];
    assert_eq!(change.key, here[1].key());
    let Document::Ledger(result) = &change.document else {
        unreachable!()
    };
    assert_eq!(result.organization, id(1));
    assert_eq!(
        result.entries,
        page_of(&[(1, entry(2, 6)), (2, entry(3, 6))]).entries
    );
}

/// Ids with the times of all entries.
fn times(page: &LedgerPage) -> SortedMap<Uuid, i64> {
    let entries = page.entries.iter();
    entries.map(|(id, entry)| (*id, entry.changed_at)).collect()
}

proptest! {
    #[test]
    fn pages_come_to_the_same_in_any_order(
        one in any_page(), other in any_page(), third in any_page(),
    ) {
        merge_laws::hold([&one, &other, &third], |a, b| merge::pages(a, b).page);
    }

    #[test]
    fn the_differences_are_told_on_both_sides(one in any_page(), other in any_page()) {
        let (there, back) = (merge::pages(&one, &other), merge::pages(&other, &one));
        prop_assert_eq!(there.differing.len(), back.differing.len());
        let alone = merge::pages(&one, &one);
        prop_assert!(alone.taken.is_empty() && alone.differing.is_empty());
    }

    #[test]
    fn nothing_that_one_side_has_is_lost(one in any_page(), other in any_page()) {
        let merged = merge::pages(&one, &other);
        let result = times(&merged.page);
        for (id, changed_at) in times(&one).into_iter().chain(times(&other)) {
            prop_assert!(result.get(&id).is_some_and(|at| *at >= changed_at));
        }
        // What does not stand in the result is shown among the differences.
        for (id, entry) in one.entries.iter().chain(&other.entries) {
            let stands = merge::same_entry(&merged.page.entries[id], entry);
            let shown = merged.differing.iter().any(|difference| {
                difference.id == *id && (difference.ours == *entry || difference.theirs == *entry)
            });
            prop_assert!(stands || shown);
        }
    }

    #[test]
    fn of_two_entries_one_is_the_later(one in any_entry(), other in any_entry()) {
        let turned = match merge::later_entry(&other, &one) {
            Side::Ours => Side::Theirs,
            Side::Theirs => Side::Ours,
        };
        prop_assert!(one == other || merge::later_entry(&one, &other) == turned);
    }
}
