//! What files of version 2 say, which brought the pages of the ledger, duties and mechanisms.
//!
//! Not here: what version 1 had already (`frozen_v1`), and what holds for the files of every
//! version (`frozen`).

use crate::frozen::{VERSION_2, organizations, pages, standards};
use wuxing::ledger::{EntryBody, Ledger, RecordOf};
use wuxing::period::Frequency;
use wuxing::rectification::{Origin, RectificationState};
use wuxing::standard::Role;

#[test]
fn entries_are_of_the_kinds_that_they_were() {
    let opened = VERSION_2.backup();
    let first = pages(&opened)[0];
    let body = |number: usize| {
        let mut of_number = first.entries.values().skip(number);
        of_number.next().and_then(|entry| entry.body.clone())
    };
    let Some(EntryBody::Record(meeting)) = body(0) else {
        unreachable!()
    };
    assert_eq!(meeting.of, RecordOf::Kind("general_meeting".into()));
    assert_eq!((meeting.year(), meeting.numbers.len()), (2026, 6));
    let Some(EntryBody::Record(review)) = body(1) else {
        unreachable!()
    };
    assert_eq!(review.of, RecordOf::Duty("D-02".into()));
    assert_eq!((review.year(), review.held_on.year()), (2026, 2027));
    assert!(matches!(body(2), Some(EntryBody::Missed(one)) if one.span.to_string() == "2026-02"));
    assert_eq!(body(5), None, "it was taken out");

    let ledger = Ledger::of(pages(&opened));
    assert_eq!((ledger.records.len(), ledger.missed.len()), (3, 2));
    assert_eq!(ledger.cards.len(), 2);
    let states: Vec<(Origin, RectificationState)> = ledger
        .rectifications
        .values()
        .map(|one| (one.origin.clone(), one.state()))
        .collect();
    let expected = [
        (
            Origin::Indicator("ORG-02".into()),
            RectificationState::Closed,
        ),
        (
            Origin::WalkThrough("2025Q4".parse().unwrap()),
            RectificationState::Found,
        ),
        (
            Origin::Signal("CARD-01".into(), "weak".to_owned()),
            RectificationState::Found,
        ),
        (Origin::Review, RectificationState::Found),
        (Origin::Other, RectificationState::Found),
    ];
    assert_eq!(states, expected);
}

#[test]
fn local_settings_and_packs_have_their_duties() {
    let opened = VERSION_2.backup();
    let local = &organizations(&opened)[0].local;
    assert_eq!(local.duties.get(&"D-05".into()), Some(&true));
    assert_eq!(local.mechanisms.get(&"CARD-02".into()), Some(&true));
    let own = &local.own_duties[&"OWN-1".into()];
    assert_eq!(
        (own.title.as_str(), own.role),
        ("走访退役军人", Role::Organization)
    );
    assert_eq!(own.frequency, Frequency::HalfYear);
    let checklist = &standards(&opened)[0].pack.checklist;
    let counts = [
        checklist.duties.len(),
        checklist.records.len(),
        checklist.mechanisms.len(),
    ];
    assert_eq!(counts, [2, 1, 1]);
}
