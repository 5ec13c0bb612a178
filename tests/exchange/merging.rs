//! Two versions of the same thing, and that it does not matter in which order they meet.

use crate::generated::any_assessment;
use crate::merge_laws;
use crate::samples::{NOW, assessment, id, organization};
use proptest::prelude::*;
use std::collections::BTreeSet;
use wuxing::assessment::{Answer, AnswerValue, Assessment, OwnDuty, Verdict};
use wuxing::exchange::merge::{self, Side};
use wuxing::exchange::{Settings, Theme};
use wuxing::period::Frequency;
use wuxing::standard::{ItemId, Role};

fn with(answers: &[(&str, Answer)]) -> Assessment {
    let answers = answers
        .iter()
        .map(|(id, answer)| (ItemId::from(*id), answer.clone()));
    Assessment {
        answers: answers.collect(),
        ..assessment(3, id(1), "2026Q3")
    }
}

fn own_duty(title: &str) -> OwnDuty {
    OwnDuty {
        title: title.to_owned(),
        goal: String::new(),
        measure: String::new(),
        milestone: String::new(),
        role: Role::Secretary,
        frequency: Frequency::Year,
        since: None,
    }
}

fn met(changed_at: i64) -> Answer {
    Answer::of(AnswerValue::Verdict(Verdict::Met), changed_at)
}

fn unmet(changed_at: i64) -> Answer {
    Answer::of(AnswerValue::Verdict(Verdict::Unmet), changed_at)
}

#[test]
fn the_later_answer_stands() {
    #[track_caller]
    fn check(
        ours: Option<Answer>,
        theirs: Option<Answer>,
        expected: &Answer,
        differs: Option<Side>,
    ) {
        let side = |answer: &Option<Answer>| match answer {
            Some(answer) => with(&[("ORG-01", answer.clone())]),
            None => with(&[]),
        };
        let merged = merge::assessments(&side(&ours), &side(&theirs));
        assert_eq!(
            merged.assessment.answers.get(&"ORG-01".into()),
            Some(expected)
        );
        assert_eq!(
            merged.differing.first().map(|difference| difference.kept),
            differs
        );
        let taken = ours.is_none() || differs == Some(Side::Theirs);
        assert_eq!(
            merged.taken,
            if taken {
                vec![ItemId::from("ORG-01")]
            } else {
                vec![]
            }
        );
        if let Some(difference) = merged.differing.first() {
            assert_eq!(
                (Some(&difference.ours), Some(&difference.theirs)),
                (ours.as_ref(), theirs.as_ref())
            );
        }
    }

    let cleared = |changed_at| Answer {
        changed_at,
        ..Answer::default()
    };
    let noted = |changed_at| Answer {
        note: "看记录本".to_owned(),
        ..cleared(changed_at)
    };
    check(Some(met(1)), None, &met(1), None);
    check(None, Some(met(1)), &met(1), None);
    check(Some(met(1)), Some(unmet(2)), &unmet(2), Some(Side::Theirs));
    check(Some(met(2)), Some(unmet(1)), &met(2), Some(Side::Ours));
    // The same answer given twice is no difference, and was given when it was given last.
    check(Some(met(1)), Some(met(2)), &met(2), None);
    // An answer that was taken back stays taken back.
    check(
        Some(met(1)),
        Some(cleared(2)),
        &cleared(2),
        Some(Side::Theirs),
    );
    check(
        Some(cleared(2)),
        Some(met(1)),
        &cleared(2),
        Some(Side::Ours),
    );
    check(Some(cleared(1)), Some(met(2)), &met(2), Some(Side::Theirs));
    // At the same instant, what says something wins over what says nothing.
    check(Some(met(1)), Some(cleared(1)), &met(1), Some(Side::Ours));
    check(Some(cleared(1)), Some(met(1)), &met(1), Some(Side::Theirs));
    check(
        Some(noted(1)),
        Some(cleared(1)),
        &noted(1),
        Some(Side::Ours),
    );
    let mut later_field = cleared(1);
    later_field.extra.insert("later".to_owned(), true.into());
    check(
        Some(later_field.clone()),
        Some(cleared(1)),
        &later_field,
        Some(Side::Ours),
    );
    check(
        Some(cleared(1)),
        Some(later_field.clone()),
        &later_field,
        Some(Side::Theirs),
    );
    // What was answered and what was noted at the same instant are both kept.
    let both = Answer {
        note: noted(1).note,
        ..met(1)
    };
    check(Some(noted(1)), Some(met(1)), &both, Some(Side::Theirs));
    check(Some(cleared(1)), None, &cleared(1), None);
}

#[test]
fn an_answer_is_in_use_if_one_side_uses_it() {
    let mut ours = with(&[]);
    ours.retired.insert("ORG-01".into(), met(5));
    let theirs = with(&[("ORG-01", unmet(1))]);
    for (one, other) in [(&ours, &theirs), (&theirs, &ours)] {
        let merged = merge::assessments(one, other).assessment;
        assert_eq!(merged.answers.get(&"ORG-01".into()), Some(&met(5)));
        assert!(merged.retired.is_empty());
    }
}

#[test]
fn the_newer_version_of_a_pack_is_named() {
    fn check(ours: &str, theirs: &str, expected: &str) {
        let version = |text: &str| {
            let mut one = with(&[]);
            text.clone_into(&mut one.pack.version);
            one
        };
        let merged = merge::assessments(&version(ours), &version(theirs)).assessment;
        assert_eq!(merged.pack.version, expected);
    }

    check("2026.1", "2026.2", "2026.2");
    check("2026.10", "2026.9", "2026.10");
    check("2027", "2026.9", "2027");
    check("1-试行", "1-正式", "1-试行");
}

#[test]
fn organizations_and_settings_are_taken_as_a_whole() {
    let mut earlier = organization(1, "新坝村");
    earlier.local.switched.insert("ORG-05".into(), false);
    let mut later = organization(1, "新坝村党总支");
    later.changed_at = NOW;
    assert_eq!(merge::organizations(&earlier, &later), later);
    assert_eq!(merge::organizations(&later, &earlier), later);

    let dark = Settings {
        theme: Theme::Dark,
        changed_at: 5,
        ..Settings::default()
    };
    let elder = Settings {
        elder: true,
        changed_at: 4,
        ..Settings::default()
    };
    assert_eq!(merge::settings(&dark, &elder), dark);
    assert_eq!(merge::settings(&elder, &dark), dark);
}

/// Ids with the times of all answers, in use and 「已停用」.
fn given(assessment: &Assessment) -> BTreeSet<(&ItemId, i64)> {
    let all = assessment.answers.iter().chain(&assessment.retired);
    all.map(|(id, answer)| (id, answer.changed_at)).collect()
}

proptest! {
    #[test]
    fn assessments_come_to_the_same_in_any_order(
        one in any_assessment(), other in any_assessment(), third in any_assessment(),
    ) {
        let merged = |a: &Assessment, b: &Assessment| merge::assessments(a, b).assessment;
        merge_laws::hold([&one, &other, &third], merged);
    }

    #[test]
    fn the_differences_are_told_on_both_sides(one in any_assessment(), other in any_assessment()) {
        let (there, back) = (merge::assessments(&one, &other), merge::assessments(&other, &one));
        prop_assert_eq!(there.differing.len(), back.differing.len());
        let alone = merge::assessments(&one, &one);
        prop_assert!(alone.taken.is_empty() && alone.differing.is_empty());
    }

    #[test]
    fn nothing_that_one_side_has_is_lost(one in any_assessment(), other in any_assessment()) {
        let merged = merge::assessments(&one, &other);
        let result = given(&merged.assessment);
        for (id, changed_at) in given(&one).into_iter().chain(given(&other)) {
            let found = result.iter().find(|(there, _)| *there == id);
            prop_assert!(found.is_some_and(|(_, at)| *at >= changed_at), "{} {}", id, changed_at);
        }
        // What does not stand in the result is shown among the differences.
        for (id, answer) in one.answers.iter().chain(&other.answers) {
            // Of a note that was left out nothing is known, so any will do.
            let says_it = |there: &Answer| {
                let note = if answer.lacks_note() { &there.note } else { &answer.note };
                merge::same_content(there, &Answer { note: note.clone(), ..answer.clone() })
            };
            let stands = merged.assessment.answers.get(id).is_some_and(says_it);
            let shown = merged.differing.iter().any(|difference| {
                difference.id == *id && (says_it(&difference.ours) || says_it(&difference.theirs))
            });
            prop_assert!(stands || shown, "{}", id);
        }
    }

    #[test]
    fn organizations_merge_alike_on_both_sides(
        names in prop::collection::vec(
            ("[一-十]{0,2}", 0..3_i64, prop::option::of("[一-三]"), prop::option::of(0..3_i64)), 3,
        )
    ) {
        let organizations: Vec<_> = names.into_iter().map(|(name, changed_at, duty, as_of)| {
            let mut one = organization(1, &name);
            one.changed_at = changed_at;
            one.local.own_duties_as_of = as_of.filter(|time| *time < changed_at);
            if let Some(title) = duty.filter(|_| as_of != Some(0)) {
                one.local.own_duties.insert("OWN-1".into(), own_duty(&title));
            }
            one
        }).collect();
        let [one, other, third] = &organizations[..] else { unreachable!() };
        merge_laws::hold([one, other, third], merge::organizations);
    }
}
