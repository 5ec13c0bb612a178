//! No time of change, however far in the future, ends editing.

use crate::device::Device;
use crate::samples::{PERIOD, branch_and_period, period, period_key};
use crate::starting::put_slot;
use wuxing::app::VERSION;
use wuxing::assessment::Verdict::{Met, Partly, Unmet};
use wuxing::assessment::{Answer, AnswerValue};
use wuxing::exchange::limits::{INSTANTS, LATEST_STAMP};
use wuxing::exchange::{Document, export};
use wuxing::storage::SaveState;
use wuxing::storage::keys::SlotName;

#[test]
fn an_answer_from_the_end_of_the_calendar_can_be_changed_and_exported() {
    for at in [LATEST_STAMP, *INSTANTS.end(), i64::MAX] {
        let device = Device::new();
        device.open(0).add(&branch_and_period());
        device.kill(0);
        let Document::Assessment(mut one) = period(PERIOD, "2026Q3") else {
            unreachable!()
        };
        let answer = Answer::of(AnswerValue::Verdict(Unmet), at);
        one.answers.insert("ORG-01".into(), answer);
        let body = Document::Assessment(one).body().unwrap();
        put_slot(&device, &period_key().to_string(), SlotName::B, 9, &body);
        let tab = device.open(0);
        let other = device.open(1);
        for (one, verdict) in [(&tab, Met), (&other, Partly), (&tab, Met)] {
            one.answer(PERIOD, "ORG-01", verdict);
            device.settle(&[&tab, &other]);
            assert_eq!(one.state(), SaveState::Saved);
            export::everything(&one.workspace().documents(), 5, VERSION).unwrap();
        }
        // The browser is killed, and the slots have the version before.
        device.kill(2);
        assert_eq!(device.open(0).verdict(PERIOD, "ORG-01"), Some(Met));
    }
}

#[test]
fn a_clock_beyond_all_reason_stamps_nothing_that_no_file_can_hold() {
    let device = Device::new();
    device
        .clock
        .advance(8_640_000_000_000_000 - crate::device::START);
    let tab = device.open(0);
    tab.add(&branch_and_period());
    tab.answer(PERIOD, "ORG-01", Met);
    tab.answer(PERIOD, "ORG-01", Unmet);
    assert_eq!(tab.state(), SaveState::Saved);
    assert_eq!(tab.verdict(PERIOD, "ORG-01"), Some(Unmet));
}
