//! What holds for any duties and any entries.

use crate::cases::{any_card, any_duty, any_entry, day, entries, gathered, year};
use crate::world::{agenda, duty_states, id, mechanism, page, year_plan};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::json;
use std::collections::BTreeSet;
use wuxing::duty::{
    DutyStanding, DutyState, QuorumOutcome, RecordingSince, Warning, occurrences, reckon,
    step_states,
};
use wuxing::ledger::{EntryBody, Ledger};
use wuxing::period::CivilDate;
use wuxing::standard::{Checklist, DeadlineRule, Duty, Facts, QuorumRule, Share};

fn any_checklist() -> impl Strategy<Value = Checklist> {
    (any_duty("D"), any_duty("E"), any_duty("F")).prop_map(|(one, two, three)| Checklist {
        duties: vec![one, two, three],
        ..Checklist::default()
    })
}

/// What each occurrence has of entries and nobody else.
fn standing_rank(standing: &DutyStanding) -> u8 {
    match standing {
        DutyStanding::Done(_) => 1,
        _ => 0,
    }
}

/// What names an occurrence among all.
fn names(list: &[DutyState]) -> BTreeSet<String> {
    list.iter()
        .map(|state| format!("{} {}", state.duty, state.occurrence.span))
        .collect()
}

fn states(
    duty: &Duty,
    year: i32,
    term_end: Option<CivilDate>,
    ledger: &Ledger,
    recording_since: CivilDate,
    today: CivilDate,
) -> Vec<DutyState> {
    duty_states(
        duty,
        year,
        term_end,
        ledger,
        RecordingSince(recording_since),
        today,
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn every_occurrence_stands_in_one_way_and_for_its_reason(
        duty in any_duty("D"), entries in entries(12), year in year(),
        term_end in prop::option::of(day()), recording_since in day(), today in day(),
    ) {
        let ledger = gathered(&entries);
        let found = states(&duty, year, term_end, &ledger, recording_since, today);
        let due: Vec<_> = occurrences(&duty, year, term_end);
        prop_assert_eq!(found.iter().map(|state| state.occurrence).collect::<Vec<_>>(), due);
        for state in &found {
            let (opens, closes) = (state.occurrence.opens, state.occurrence.closes);
            prop_assert!(opens <= closes);
            prop_assert!(state.wanted >= 1);
            let noted = ledger
                .missed
                .values()
                .any(|note| note.duty == duty.id && note.span == state.occurrence.span);
            // Each of the ways shuts out all the others.
            let enough = state.done >= state.wanted;
            let open = !enough && !noted;
            let ways = [
                (enough, matches!(state.standing, DutyStanding::Done(_))),
                (!enough && noted, matches!(state.standing, DutyStanding::Missed(_))),
                (open && today < opens, state.standing == DutyStanding::NotYet),
                (open && (opens..=closes).contains(&today), state.standing == DutyStanding::Due),
                (
                    open && closes < today && recording_since <= closes,
                    state.standing == DutyStanding::Late,
                ),
                (
                    open && closes < today && closes < recording_since,
                    state.standing == DutyStanding::Earlier,
                ),
            ];
            for (expected, found) in ways {
                prop_assert_eq!(expected, found, "{:?}", state);
            }
            // It names the entries that count, each once, and none that is not there.
            let by: BTreeSet<_> = state.by.iter().collect();
            prop_assert_eq!(by.len(), state.by.len());
            prop_assert_eq!(state.by.is_empty(), state.done == 0);
            for id in by {
                prop_assert!(ledger.records.contains_key(id) || ledger.cards.contains_key(id));
            }
        }
    }

    #[test]
    fn one_entry_more_leaves_nothing_less_done(
        list in any_checklist(), entries in entries(10), more in any_entry(), year in year(),
        term_end in prop::option::of(day()), recording_since in day(), today in day(),
    ) {
        let mut all = entries.clone();
        all.push(more.clone());
        let plan = |entries: &[EntryBody]| {
            let (facts, ledger) = (Facts::default(), gathered(entries));
            let since = RecordingSince(recording_since);
            year_plan(&list, &facts, term_end, &ledger, since, year, today)
        };
        for (before, after) in plan(&entries).into_iter().zip(plan(&all)) {
            prop_assert_eq!(before.occurrence, after.occurrence);
            prop_assert!(after.done >= before.done);
            let (was, is) = (standing_rank(&before.standing), standing_rank(&after.standing));
            prop_assert!(is >= was, "{:?} to {:?}", before, after);
            match (&before.standing, &after.standing) {
                (was, is) if was == is => {}
                (DutyStanding::Done(_), DutyStanding::Done(_)) => {}
                (_, DutyStanding::Done(_)) => prop_assert!(after.done > before.done),
                (_, DutyStanding::Missed(_)) => {
                    prop_assert!(matches!(more, EntryBody::Missed(_)));
                }
                (was, is) => prop_assert!(false, "{:?} to {:?}", was, is),
            }
        }
    }

    #[test]
    fn an_entry_taken_out_takes_back_exactly_what_it_gave(
        list in any_checklist(), entries in entries(10), which in any::<Index>(),
        year in year(), term_end in prop::option::of(day()),
        recording_since in day(), today in day(),
    ) {
        prop_assume!(!entries.is_empty());
        let place = which.index(entries.len());
        let bodies = |taken_out: bool| {
            entries.iter().enumerate().map(move |(at, body)| {
                (id(at as u128), (at != place || !taken_out).then(|| body.clone()))
            })
        };
        // A page on which it never stood, and one on which it was entered and taken out again.
        let never = page(bodies(false).filter(|(one, _)| *one != id(place as u128)));
        let taken_out = page(bodies(true));
        let (never, taken_out) = (Ledger::of(&[never]), Ledger::of(&[taken_out]));
        prop_assert_eq!(&never, &taken_out);
        let plan = |ledger: &Ledger| {
            let since = RecordingSince(recording_since);
            year_plan(&list, &Facts::default(), term_end, ledger, since, year, today)
        };
        prop_assert_eq!(plan(&never), plan(&taken_out));
    }

    #[test]
    fn the_lists_of_the_agenda_share_nothing_and_hold_nothing_that_is_done(
        list in any_checklist(), entries in entries(16), term_end in prop::option::of(day()),
        recording_since in day(), today in day(),
    ) {
        let (facts, ledger) = (Facts::default(), gathered(&entries));
        let since = RecordingSince(recording_since);
        let found = agenda(&list, &facts, term_end, &ledger, since, today);
        let lists = [&found.late, &found.due, &found.next];
        let all: BTreeSet<String> = lists.iter().flat_map(|list| names(list)).collect();
        let listed: usize = lists.iter().map(|list| list.len()).sum();
        prop_assert_eq!(all.len(), listed, "nothing stands twice");
        for state in lists.into_iter().flatten() {
            prop_assert!(state.done < state.wanted, "{:?}", state);
            prop_assert!(!matches!(
                state.standing,
                DutyStanding::Done(_) | DutyStanding::Missed(_) | DutyStanding::Earlier
            ));
        }
        prop_assert!(found.late.iter().all(|state| state.standing == DutyStanding::Late));
        prop_assert!(found.due.iter().all(|state| state.standing == DutyStanding::Due));
        prop_assert!(found.next.iter().all(|state| state.standing == DutyStanding::NotYet));
        prop_assert!(found.late.is_sorted_by_key(|state| state.occurrence.closes));
        prop_assert!(found.due.is_sorted_by_key(|state| state.occurrence.closes));
        prop_assert!(found.next.is_sorted_by_key(|state| state.occurrence.opens));
        // Whatever is due on this day in the plan of the year stands on the agenda.
        for year in [today.year() - 1, today.year()] {
            let plan = year_plan(&list, &facts, term_end, &ledger, since, year, today);
            let due: Vec<_> = plan
                .into_iter()
                .filter(|state| matches!(state.standing, DutyStanding::Due | DutyStanding::Late))
                .collect();
            prop_assert!(names(&due).is_subset(&all));
        }
    }

    #[test]
    fn steps_of_any_card_are_told_in_their_order(
        card in any_card(), today in day(),
        limits in prop::collection::vec(
            (0_usize..3, 0_usize..4, prop_oneof![0_u32..=24, Just(u32::MAX)], 0_usize..3),
            0..5,
        ),
    ) {
        let rules = ["within", "not_before", "every"];
        let keys = ["a", "b", "c", "nowhere"];
        let steps: Vec<_> = keys[..3]
            .iter()
            .enumerate()
            .map(|(place, key)| {
                let of_it = limits.iter().filter(|limit| limit.0 == place).map(|limit| json!({
                    "after": keys[limit.1], "months": limit.2, "rule": rules[limit.3],
                }));
                (*key, json!(of_it.collect::<Vec<_>>()))
            })
            .collect();
        let mechanism = mechanism(&steps);
        let found = step_states(&mechanism, &card, today);
        let order: Vec<_> = found.iter().map(|state| state.key.as_str()).collect();
        prop_assert_eq!(order, ["a", "b", "c"]);
        for (state, step) in found.iter().zip(&mechanism.steps) {
            prop_assert!(state.taken.is_sorted());
            let again = step.deadlines.iter().any(|limit| limit.rule == DeadlineRule::Every);
            if !state.taken.is_empty() && !again {
                let presses = matches!(
                    state.warning,
                    Some(Warning::Overdue { .. } | Warning::Soon { .. })
                );
                prop_assert!(!presses, "{:?}", state);
            }
            if step.deadlines.is_empty() {
                prop_assert_eq!((state.not_before, state.not_after), (None, None));
            }
        }
    }

    #[test]
    fn more_present_and_more_for_it_never_turn_a_vote(
        numerator in 1_u32..=9, more in 0_u32..=9, more_than in any::<bool>(),
        of_eligible in any::<bool>(),
        eligible in prop_oneof![0_u32..=60, any::<u32>()],
        present in prop_oneof![0_u32..=60, any::<u32>()],
        approve in prop::option::of(prop_oneof![0_u32..=60, any::<u32>()]),
    ) {
        let share = Share { numerator, denominator: numerator + more, more_than };
        let rule = quorum(share, of_eligible);
        let impossible = present > eligible || approve.is_some_and(|approve| approve > present);
        let found = reckon(&rule, eligible, present, approve);
        prop_assert_eq!(found == QuorumOutcome::Impossible, impossible);
        let QuorumOutcome::Reckoned { presence, approval } = found else { return Ok(()) };
        let approval = approval.unwrap();
        prop_assert!(approve.is_some() || !approval.reached);
        // The formula of the rule itself, in numbers that cannot overflow.
        let holds = |there: u32, of: u32| {
            let (left, right) = (
                u128::from(there) * u128::from(numerator + more),
                u128::from(of) * u128::from(numerator),
            );
            there > 0 && if more_than { left > right } else { left >= right }
        };
        prop_assert_eq!(presence.reached, holds(present, eligible));
        let base = if of_eligible { eligible } else { present };
        prop_assert_eq!(approval.reached, approve.is_some_and(|approve| holds(approve, base)));
        // One more who is there, or for it, takes nothing away.
        if let QuorumOutcome::Reckoned { presence: after, .. } =
            reckon(&rule, eligible, present.saturating_add(1), approve)
        {
            prop_assert!(after.reached || !presence.reached);
            prop_assert_eq!(after.at_least, presence.at_least);
        }
        if let Some(approve) = approve
            && let QuorumOutcome::Reckoned { approval: Some(after), .. } =
                reckon(&rule, eligible, present, Some(approve.saturating_add(1)))
        {
            prop_assert!(after.reached || !approval.reached);
        }
    }
}

fn quorum(share: Share, of_eligible: bool) -> QuorumRule {
    let of = if of_eligible { "eligible" } else { "present" };
    serde_json::from_value(json!({
        "id": "rule", "title": { "zh": "名" }, "presence": share,
        "approval": { "share": share, "of": of }, "note": { "zh": "名" },
        "sources": [], "certainty": "suggestion",
    }))
    .unwrap()
}
