//! The five thresholds of presence and votes that the pack for villages has, against cases reckoned
//! by hand: general meeting, committee, election, villagers' council, members on village matters.

use serde_json::{Value, json};
use wuxing::duty::{MeetingVerdict, Needed, QuorumOutcome, candidates_needed, reckon};
use wuxing::standard::{OrganizationType, QuorumRule, built_in};

fn rule(presence: Value, approval: Value) -> QuorumRule {
    let label = || json!({ "zh": "名" });
    serde_json::from_value(json!({
        "id": "rule", "title": label(), "presence": presence, "approval": approval,
        "note": label(), "sources": [], "certainty": "suggestion",
    }))
    .unwrap()
}

/// A rule of the built-in pack for villages, which has all five.
fn built_in_rule(id: &str) -> QuorumRule {
    let checklist = built_in(OrganizationType::Village).unwrap().checklist;
    let found = checklist.quorums.into_iter().find(|rule| rule.id.0 == id);
    found.unwrap()
}

/// `present 16 yes; approve 16 no`, or `impossible`.
fn words(rule: &QuorumRule, eligible: u32, present: u32, approve: Option<u32>) -> String {
    let word = |needed: Needed| {
        let reached = if needed.reached { "yes" } else { "no" };
        format!("{} {reached}", needed.at_least)
    };
    match reckon(rule, eligible, present, approve) {
        QuorumOutcome::Impossible => "impossible".to_owned(),
        QuorumOutcome::Reckoned { presence, approval } => match approval {
            None => format!("present {}", word(presence)),
            Some(approval) => format!("present {}; approve {}", word(presence), word(approval)),
        },
    }
}

#[test]
fn a_meeting_has_one_verdict() {
    fn check(numbers: [Option<u32>; 3], expected: Option<MeetingVerdict>) {
        let [eligible, present, approve] = numbers;
        let rule = built_in_rule("Q-GM");
        let found = MeetingVerdict::of(&rule, eligible, present, approve);
        assert_eq!(found, expected, "{numbers:?}");
    }

    let voted = |passed| MeetingVerdict::Voted {
        present: 22,
        approve: 23,
        passed,
    };
    check([None, None, None], None);
    check([Some(44), None, None], None);
    check([None, Some(36), Some(35)], None);
    check(
        [Some(44), Some(21), Some(21)],
        Some(MeetingVerdict::TooFew { present: 22 }),
    );
    check(
        [Some(44), Some(36), None],
        Some(MeetingVerdict::Quorate {
            present: 22,
            approve: Some(23),
        }),
    );
    check([Some(44), Some(36), Some(35)], Some(voted(true)));
    check([Some(44), Some(36), Some(22)], Some(voted(false)));
    check([Some(44), Some(45), None], Some(MeetingVerdict::Impossible));
    check(
        [Some(44), Some(36), Some(37)],
        Some(MeetingVerdict::Impossible),
    );

    // A rule that says nothing about votes has none to judge.
    let half = json!({ "numerator": 1, "denominator": 2 });
    let rule = rule(half, Value::Null);
    let found = MeetingVerdict::of(&rule, Some(10), Some(5), Some(0));
    let expected = MeetingVerdict::Quorate {
        present: 5,
        approve: None,
    };
    assert_eq!(found, Some(expected));
    assert!(expected.is_good());
    assert!(voted(true).is_good() && !voted(false).is_good());
}

#[test]
fn a_general_meeting_wants_half_present_and_more_than_half_of_all_for_it() {
    fn check(eligible: u32, present: u32, approve: Option<u32>, expected: &str) {
        let found = words(&built_in_rule("Q-GM"), eligible, present, approve);
        assert_eq!(found, expected, "{eligible} {present} {approve:?}");
    }

    // 32: half is 16; more than half is 17.
    check(32, 15, None, "present 16 no; approve 17 no");
    check(32, 16, None, "present 16 yes; approve 17 no");
    check(32, 20, Some(16), "present 16 yes; approve 17 no");
    check(32, 20, Some(17), "present 16 yes; approve 17 yes");
    // Sixteen present cannot carry anything, were they all for it.
    check(32, 16, Some(16), "present 16 yes; approve 17 no");
    // 33: half is 16 and a half, so 17 in both.
    check(33, 16, None, "present 17 no; approve 17 no");
    check(33, 17, Some(17), "present 17 yes; approve 17 yes");
    check(3, 2, Some(2), "present 2 yes; approve 2 yes");
    check(2, 1, Some(1), "present 1 yes; approve 2 no");
    check(1, 1, Some(1), "present 1 yes; approve 1 yes");
    check(1, 0, None, "present 1 no; approve 1 no");
    // Nobody is no meeting.
    check(0, 0, None, "present 1 no; approve 1 no");
    check(0, 0, Some(0), "present 1 no; approve 1 no");
    check(u32::MAX, 2_147_483_648, Some(2_147_483_648), {
        "present 2147483648 yes; approve 2147483648 yes"
    });
    check(u32::MAX, 2_147_483_647, Some(2_147_483_647), {
        "present 2147483648 no; approve 2147483648 no"
    });
    check(32, 33, None, "impossible");
    check(32, 20, Some(21), "impossible");
    check(0, 1, None, "impossible");
    check(0, 0, Some(1), "impossible");
}

#[test]
fn an_election_wants_four_fifths_present_and_more_than_half_of_those_present() {
    fn check(eligible: u32, present: u32, approve: Option<u32>, expected: &str) {
        let found = words(&built_in_rule("Q-EL"), eligible, present, approve);
        assert_eq!(found, expected, "{eligible} {present} {approve:?}");
    }

    check(50, 39, None, "present 40 no; approve 20 no");
    check(50, 40, None, "present 40 yes; approve 21 no");
    // Just half of those present is not enough.
    check(50, 40, Some(20), "present 40 yes; approve 21 no");
    check(50, 40, Some(21), "present 40 yes; approve 21 yes");
    // Reckoned of those present, and not of the 50.
    check(50, 41, Some(21), "present 40 yes; approve 21 yes");
    check(50, 42, Some(21), "present 40 yes; approve 22 no");
    // 51: 40.8, so 41. 7: 5.6, so 6.
    check(51, 40, None, "present 41 no; approve 21 no");
    check(51, 41, Some(21), "present 41 yes; approve 21 yes");
    check(7, 5, None, "present 6 no; approve 3 no");
    check(7, 6, Some(4), "present 6 yes; approve 4 yes");
    check(1, 1, Some(1), "present 1 yes; approve 1 yes");
    check(0, 0, None, "present 1 no; approve 1 no");
    check(4_294_967_295, 3_435_973_835, None, {
        "present 3435973836 no; approve 1717986918 no"
    });
    check(7, 8, None, "impossible");
    check(50, 40, Some(41), "impossible");
}

#[test]
fn an_election_has_a_fifth_more_candidates_than_seats() {
    fn check(seats: u32, expected: u32) {
        let surplus = built_in_rule("Q-EL").surplus.unwrap();
        assert_eq!(candidates_needed(surplus, seats), expected, "{seats}");
    }

    check(1, 2);
    check(3, 4);
    check(5, 6);
    // A fifth of 6 is 1.2, so 2 more; of 10, 2; of 11, 2.2, so 3.
    check(6, 8);
    check(7, 9);
    check(10, 12);
    check(11, 14);
    check(u32::MAX, u32::MAX);
}

#[test]
fn a_committee_wants_half_present_and_no_rule_says_how_it_votes() {
    fn check(eligible: u32, present: u32, expected: &str) {
        let found = words(&built_in_rule("Q-CM"), eligible, present, Some(1));
        assert_eq!(found, expected, "{eligible} {present}");
    }

    check(5, 2, "present 3 no");
    check(5, 3, "present 3 yes");
    check(4, 2, "present 2 yes");
    check(3, 1, "present 2 no");
}

#[test]
fn a_council_of_villagers_votes_by_those_present() {
    fn check(eligible: u32, present: u32, approve: Option<u32>, expected: &str) {
        let found = words(&built_in_rule("Q-VC"), eligible, present, approve);
        assert_eq!(found, expected, "{eligible} {present} {approve:?}");
    }

    // 45: two thirds are 30. Of 30 present, more than half is 16; of 31, 16; of 32, 17.
    check(45, 29, None, "present 30 no; approve 15 no");
    check(45, 30, Some(15), "present 30 yes; approve 16 no");
    check(45, 30, Some(16), "present 30 yes; approve 16 yes");
    check(45, 31, Some(16), "present 30 yes; approve 16 yes");
    check(45, 32, Some(16), "present 30 yes; approve 17 no");
    // 46: 30.67, so 31; 44: 29.33, so 30.
    check(46, 30, None, "present 31 no; approve 16 no");
    check(44, 30, None, "present 30 yes; approve 16 no");
    check(1, 1, Some(1), "present 1 yes; approve 1 yes");
    check(0, 0, None, "present 1 no; approve 1 no");
    check(45, 0, Some(0), "present 30 no; approve 1 no");
}

#[test]
fn members_on_village_matters_may_decide_with_just_half_of_all() {
    fn check(eligible: u32, present: u32, approve: Option<u32>, expected: &str) {
        let found = words(&built_in_rule("Q-4Y"), eligible, present, approve);
        assert_eq!(found, expected, "{eligible} {present} {approve:?}");
    }

    check(48, 31, None, "present 32 no; approve 24 no");
    check(48, 32, Some(23), "present 32 yes; approve 24 no");
    check(48, 32, Some(24), "present 32 yes; approve 24 yes");
    check(49, 33, Some(25), "present 33 yes; approve 25 yes");
    check(0, 0, Some(0), "present 1 no; approve 1 no");
}

#[test]
fn regression_more_than_all_is_never_reached() {
    fn check(eligible: u32, expected: &str) {
        let more_than_all = rule(
            json!({ "numerator": 1, "denominator": 1, "more_than": true }),
            Value::Null,
        );
        assert_eq!(words(&more_than_all, eligible, eligible, None), expected);
    }

    check(3, "present 4 no");
    // The number that is needed cannot be written any more; it used to be reached.
    check(u32::MAX, "present 4294967295 no");
}
