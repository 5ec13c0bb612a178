//! What it takes for one occurrence to be done: several times, hours, cards, ticks.

use crate::standings::{by_meetings, stand};
use serde_json::{Value, json};
use wuxing::assessment::LocalSettings;
use wuxing::standard::{Duty, Fulfilment, OrganizationType, StandardPack, built_in};

#[test]
fn several_times_are_done_once_there_are_as_many() {
    fn check(entries: &str, expected: &str) {
        let parts = json!({
            "frequency": "quarter", "times": 3, "done_by": { "records": ["meeting", "lecture"] },
        });
        let found = stand(&parts, 2026, entries, "2026-03-31");
        assert_eq!(found[0], expected, "{entries}");
    }

    check("", "2026Q1: due, 0 of 3");
    check(
        "meeting 2026-01-05; lecture 2026-01-05",
        "2026Q1: due, 2 of 3",
    );
    check(
        "meeting 2026-01-05; lecture 2026-01-05; tick D 2026-02-01",
        "2026Q1: done 2026-02-01, 3 of 3",
    );
}

#[test]
fn regression_the_day_is_that_of_the_last_record_it_needed() {
    fn check(parts: Value, entries: &str, expected: &str) {
        let found = stand(&parts, 2026, entries, "2026-12-31");
        assert_eq!(found[0], expected, "{entries}");
    }

    // It used to be the day of the last record of all.
    let yearly = by_meetings("year");
    check(
        yearly,
        "meeting 2026-09-09; meeting 2026-02-02; meeting 2026-05-05",
        "2026: done 2026-02-02",
    );
    let twice = json!({ "frequency": "year", "times": 2, "done_by": { "records": ["meeting"] } });
    check(
        twice,
        "meeting 2026-09-09; meeting 2026-02-02; meeting 2026-05-05",
        "2026: done 2026-05-05, 3 of 2",
    );
    let hours = json!({
        "frequency": "year", "done_by": { "hours": { "of": ["study"], "at_least": 32 } },
    });
    check(
        hours,
        "study 2026-09-09 30h; study 2026-02-02 20h; study 2026-05-05 12h",
        "2026: done 2026-05-05, 124 of 64",
    );
}

#[test]
fn hours_are_summed_up_over_the_span() {
    fn check(entries: &str, expected: &str) {
        let parts = json!({
            "frequency": "year",
            "done_by": { "hours": { "of": ["study", "lecture"], "at_least": 32 } },
        });
        let found = stand(&parts, 2026, entries, "2026-12-31");
        assert_eq!(found, [expected], "{entries}");
    }

    // What is done and what is wanted are half hours.
    check("", "2026: due, 0 of 64");
    check("study 2026-02-02 31.5h", "2026: due, 63 of 64");
    check(
        "study 2026-02-02 30.5h; lecture 2026-03-03 1.5h",
        "2026: done 2026-03-03, 64 of 64",
    );
    // What lies ahead fulfils nothing yet.
    check("study 2027-01-09 32h for 2026", "2026: due, 0 of 64");
    check("study 2026-02-02 31h", "2026: due, 62 of 64");
    check(
        "study 2026-02-02 31h; lecture 2026-03-03 1h",
        "2026: done 2026-03-03, 64 of 64",
    );
    // Neither the year before, nor another kind, nor a record without hours adds any.
    check(
        "study 2025-12-31 32h; meeting 2026-03-03 32h; study 2026-04-04",
        "2026: due, 0 of 64",
    );
    check("study 2026-02-02 2147483647.5h; study 2026-03-03 9h", {
        "2026: done 2026-02-02, 4294967295 of 64"
    });
}

#[test]
fn a_card_moved_on_in_the_span_counts_once() {
    fn check(frequency: &str, entries: &str, expected: &str) {
        let parts = json!({ "frequency": frequency, "done_by": { "cards": "M" } });
        let found = stand(&parts, 2026, entries, "2026-02-15");
        assert_eq!(found[0], expected, "{frequency} {entries}");
    }

    check("quarter", "", "2026Q1: due");
    check("quarter", "card M 2026", "2026Q1: due");
    check("quarter", "card M 2026 a=2026-01-05", {
        "2026Q1: done 2026-01-05"
    });
    check("quarter", "card M 2025 a=2025-11-05 b=2026-01-07", {
        "2026Q1: done 2026-01-07"
    });
    check("quarter", "card M 2026 a=2026-04-05", "2026Q1: due");
    check("quarter", "card N 2026 a=2026-01-05", "2026Q1: due");
    check("quarter", "tick D 2026-01-05", "2026Q1: done 2026-01-05");
    // To settle it is to move it on.
    check("quarter", "card M 2025 closed=2026-01-09", {
        "2026Q1: done 2026-01-09"
    });
    // Of a whole year it is enough that the card belongs to it.
    check("year", "card M 2026", "2026: done");
    check("year", "card M 2025", "2026: due");
    check("year", "card M 2027", "2026: due");
    check("year", "card M 2025 a=2026-01-08", "2026: done 2026-01-08");
}

#[test]
fn a_tick_is_done_by_ticking_alone() {
    fn check(entries: &str, expected: &str) {
        let found = stand(&json!({}), 2026, entries, "2026-01-31");
        assert_eq!(found[0], expected, "{entries}");
    }

    check("tick D 2026-01-20", "2026-01: done 2026-01-20");
    check("tick E 2026-01-20", "2026-01: due");
    check("D 2026-01-20; meeting 2026-01-20", "2026-01: due");
    check("card D 2026 a=2026-01-20", "2026-01: due");
}

#[test]
fn what_is_wanted_not_at_all_is_wanted_once() {
    fn check(parts: Value, expected: &str) {
        assert_eq!(stand(&parts, 2026, "", "2026-06-01"), [expected]);
    }

    // Validation refuses such duties; nothing is done without anything being done.
    check(json!({ "frequency": "year", "times": 0 }), "2026: due");
    let hours = json!({ "hours": { "of": ["study"], "at_least": 0 } });
    check(
        json!({ "frequency": "year", "done_by": hours }),
        "2026: due",
    );
}

#[test]
fn regression_a_duty_that_is_done_by_cards_brings_its_mechanism() {
    // She switched on a duty that a card of a mechanism does, and there was no such card to begin
    // until she found the mechanism on another page and switched it on as well.
    fn check(pack: &StandardPack, duty: &Duty, own_choice: Option<bool>, expected: bool) {
        let Fulfilment::Cards(mechanism) = &duty.done_by else {
            return;
        };
        let mut local = LocalSettings::default();
        local.duties.insert(duty.id.clone(), true);
        if let Some(choice) = own_choice {
            local.mechanisms.insert(mechanism.clone(), choice);
        }
        let in_force = local.applied_to(pack);
        let all = &in_force.checklist.mechanisms;
        let found = all.iter().find(|one| one.id == *mechanism).unwrap();
        assert_eq!(found.enabled, expected, "{} {:?}", pack.id, duty.id);
    }

    let mut by_cards = 0;
    for organization in OrganizationType::ALL {
        let pack = built_in(organization).unwrap();
        for duty in pack.checklist.duties.iter().filter(|one| !one.enabled) {
            by_cards += u32::from(matches!(duty.done_by, Fulfilment::Cards(_)));
            check(&pack, duty, None, true);
            check(&pack, duty, Some(false), false);
            check(&pack, duty, Some(true), true);
        }
    }
    assert!(by_cards > 7, "there are such duties in the packs");
}
