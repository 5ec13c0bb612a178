//! The ledger gathered from pages: which entry stands where an id stands on several.

use crate::cases::any_entry;
use crate::world::{body, id, page};
use proptest::prelude::*;
use wuxing::ledger::{Ledger, LedgerPage};

/// A page with one entry, as it was at a time; nothing for one that was taken out.
fn at(changed_at: i64, text: &str) -> LedgerPage {
    let mut page = page([(id(1), (!text.is_empty()).then(|| body(text)))]);
    for entry in page.entries.values_mut() {
        entry.changed_at = changed_at;
    }
    page
}

#[test]
fn of_two_the_later_one_stands() {
    fn check(one: (i64, &str), other: (i64, &str), expected: &str) {
        let (first, second) = (at(one.0, one.1), at(other.0, other.1));
        let expected = Ledger::of(&[at(0, expected)]);
        assert_eq!(Ledger::of([&first, &second]), expected, "{one:?} {other:?}");
        assert_eq!(Ledger::of([&second, &first]), expected, "{other:?} {one:?}");
    }

    let (march, april) = ("meeting 2026-03-03", "meeting 2026-04-04");
    check((1, march), (2, april), april);
    check((2, march), (1, april), march);
    // It may have become something else, and may have been taken out.
    check((1, march), (2, "missed D 2026-03 flood"), {
        "missed D 2026-03 flood"
    });
    check((1, march), (2, ""), "");
    check((2, march), (1, ""), march);
    // Regression: of the same time, the first page used to decide. What is there stands before
    // what was taken out, so that nothing is lost.
    check((1, march), (1, ""), march);
    check((1, march), (1, april), april);
}

proptest! {
    #[test]
    fn the_order_of_the_pages_decides_nothing(
        stamps in prop::collection::vec(
            (0_u128..4, 0_i64..3, prop::option::of(any_entry())), 0..12
        ),
        split in prop::collection::vec(0_usize..3, 12),
    ) {
        let mut pages = [page([]), page([]), page([])];
        for ((number, changed_at, body), to) in stamps.into_iter().zip(split) {
            let entry = wuxing::ledger::Entry { body, changed_at, extra: Default::default() };
            pages[to].entries.insert(id(number), entry);
        }
        let [a, b, c] = &pages;
        let expected = Ledger::of([a, b, c]);
        for order in [[a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a]] {
            prop_assert_eq!(&Ledger::of(order), &expected);
        }
        // A page read twice adds nothing.
        prop_assert_eq!(&Ledger::of([a, b, c, a, b]), &expected);
    }
}
