//! What files of version 3 say, which brought halves of hours, and how often something is due by
//! the person's own word alone.
//!
//! Not here: what version 2 had already (`frozen_v2`), and what holds for the files of every
//! version (`frozen`).

use crate::frozen::{VERSION_2, VERSION_3, assessments, pages};
use wuxing::assessment::AnswerValue;
use wuxing::exchange::Opened;
use wuxing::ledger::{Given, Ledger};

fn half_hours(opened: &Opened) -> Vec<u32> {
    let ledger = Ledger::of(pages(opened));
    let records = ledger.records.values();
    records
        .filter_map(|record| record.numbers.get(&Given::HalfHours).copied())
        .collect()
}

#[test]
fn hours_are_kept_in_halves() {
    assert_eq!(half_hours(&VERSION_2.backup()), [4], "it says 2 hours");
    assert_eq!(
        half_hours(&VERSION_3.backup()),
        [3],
        "it says one hour and a half"
    );
}

#[test]
fn how_often_it_is_due_stands_without_an_answer() {
    let opened = VERSION_3.backup();
    let due = assessments(&opened)[0].value(&"ACT-05".into()).cloned();
    assert_eq!(due, Some(AnswerValue::OwnDue(10)));
}
