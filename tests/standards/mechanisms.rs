//! The mechanisms of the checklists, and the rules of presence and votes.

use super::{pack, packs};
use wuxing::period::Frequency;
use wuxing::standard::{FieldKind, Fulfilment, OrganizationType, Share, built_in_in_chinese};

#[test]
fn what_a_duty_on_needs_is_on() {
    for pack in packs() {
        let list = &pack.checklist;
        for duty in &list.duties {
            let Fulfilment::Cards(id) = &duty.done_by else {
                continue;
            };
            let mechanism = list.mechanisms.iter().find(|one| one.id == *id).unwrap();
            assert!(!duty.enabled || mechanism.enabled, "{} {id}", pack.id);
            // A card is known to have moved on within a year by its steps alone.
            let within = matches!(
                duty.frequency,
                Frequency::Month | Frequency::Quarter | Frequency::HalfYear
            );
            assert!(!within || !mechanism.steps.is_empty(), "{} {id}", pack.id);
        }
    }
}

#[test]
fn which_mechanisms_a_type_has() {
    fn check(organization: OrganizationType, expected: &str) {
        // Those that come later are looked at in `later`.
        let pack = built_in_in_chinese(organization).unwrap();
        let all = pack.checklist.mechanisms.iter();
        let names: Vec<String> = all
            .map(|one| format!("{}{}", if one.enabled { "+" } else { "" }, one.id))
            .collect();
        assert_eq!(names.join(" "), expected, "{organization:?}");
    }

    let core = "+admission_steps innovation_project paired_projects weak_signals hard_case";
    let both = "entry_list five_levels";
    check(
        OrganizationType::Village,
        &format!("{core} four_sync {both} +four_discuss_two_open"),
    );
    check(
        OrganizationType::Community,
        &format!(
            "{core} four_sync {both} +three_councils +needs +resources +joint_projects \
            action_branch"
        ),
    );
    check(OrganizationType::Office, &format!("{core} +six_sync"));
    for &organization in OrganizationType::assessed().iter().skip(3) {
        check(organization, &format!("{core} four_sync"));
    }
}

#[test]
fn the_steps_of_the_mechanisms() {
    fn check(organization: OrganizationType, id: &str, steps: usize, stages: usize) {
        let pack = pack(organization);
        let mut all = pack.checklist.mechanisms.iter();
        let mechanism = all.find(|one| one.id.0 == id).unwrap();
        assert_eq!(mechanism.steps.len(), steps, "{id}");
        let begin = mechanism.steps.iter().filter(|one| one.stage.is_some());
        assert_eq!(begin.count(), stages, "{id}");
        // What a step hints at says how sure it is.
        for step in &mechanism.steps {
            assert!(
                step.certainty.is_some() == step.hint.is_some(),
                "{id} {}",
                step.key
            );
            assert!(step.deadlines.is_empty() || step.hint.is_some());
        }
    }

    check(OrganizationType::Village, "admission_steps", 25, 5);
    check(OrganizationType::Village, "four_discuss_two_open", 6, 0);
    check(OrganizationType::Village, "four_sync", 4, 0);
    check(OrganizationType::Office, "six_sync", 6, 0);
    check(OrganizationType::Community, "three_councils", 3, 0);
    check(OrganizationType::PrivateFirm, "innovation_project", 3, 0);
    let pack = pack(OrganizationType::Village);
    let mut all = pack.checklist.mechanisms.iter();
    let admission = all.find(|one| one.id.0 == "admission_steps").unwrap();
    let limits: Vec<String> = admission
        .steps
        .iter()
        .flat_map(|step| {
            let limits = step.deadlines.iter();
            limits.map(|one| format!("{} {:?} {} {}", step.key, one.rule, one.months, one.after))
        })
        .collect();
    assert_eq!(
        limits,
        [
            "first_talk Within 1 apply",
            "training Every 6 activist",
            "candidate NotBefore 12 activist",
            "meeting Within 1 preliminary",
            "approval Within 3 meeting",
            "full_meeting NotBefore 12 meeting",
            "full_approval Within 3 full_meeting",
        ]
    );
}

/// A roster with 「办理中 1 件」 above it and 「办结」 below it made no sense: what is kept up has no
/// steps to be taken and does not end with its year.
#[test]
fn what_is_kept_up_has_no_steps_and_no_year() {
    for pack in packs() {
        let all = pack.checklist.mechanisms.iter();
        for one in all.filter(|one| one.kept_up) {
            assert!(one.steps.is_empty() && !one.once_a_year, "{}", one.id);
            let mut fields = one.fields.iter();
            let has_rows = fields.any(|field| matches!(field.kind, FieldKind::Rows(_)));
            assert!(has_rows, "{}", one.id);
        }
    }
}

#[test]
fn weak_signals_are_signals_and_links_go_both_ways() {
    for pack in packs() {
        let list = &pack.checklist;
        let signals = list
            .mechanisms
            .iter()
            .find(|one| one.id.0 == "weak_signals");
        let signals = signals.unwrap();
        assert!(signals.once_a_year);
        assert!(
            signals
                .fields
                .iter()
                .all(|one| one.kind == FieldKind::Signal)
        );
        let villages = matches!(
            pack.organization,
            OrganizationType::Village | OrganizationType::Community
        );
        assert_eq!(signals.fields.len(), if villages { 13 } else { 9 });
        for one in &list.mechanisms {
            for link in &one.links {
                let mut all = list.mechanisms.iter();
                let other = all.find(|other| other.id == link.to).unwrap();
                let back = other.links.iter().any(|back| back.to == one.id);
                assert!(back, "{} {}", one.id, link.to);
            }
        }
    }
}

#[test]
fn presence_and_votes() {
    fn check(organization: OrganizationType, expected: &[&str]) {
        let pack = pack(organization);
        let found: Vec<String> = pack
            .checklist
            .quorums
            .iter()
            .map(|rule| {
                let share = |one: Share| {
                    let sign = if one.more_than { ">" } else { "≥" };
                    format!("{sign}{}/{}", one.numerator, one.denominator)
                };
                let approval = rule.approval.map_or_else(String::new, |one| {
                    format!(" {} of {:?}", share(one.share), one.of)
                });
                let surplus = rule.surplus.map_or_else(String::new, |one| {
                    format!(", {}/{} more candidates", one.numerator, one.denominator)
                });
                format!("{} {}{approval}{surplus}", rule.id, share(rule.presence))
            })
            .collect();
        assert_eq!(found, expected, "{organization:?}");
    }

    let all = [
        "Q-GM ≥1/2 >1/2 of Eligible",
        "Q-CM ≥1/2",
        "Q-EL ≥4/5 >1/2 of Present, 1/5 more candidates",
    ];
    for &organization in OrganizationType::assessed().iter().skip(1) {
        check(organization, &all);
    }
    check(
        OrganizationType::Village,
        &[
            all[0],
            all[1],
            all[2],
            "Q-4Y ≥2/3 ≥1/2 of Eligible",
            "Q-VC ≥2/3 >1/2 of Present",
        ],
    );
}

/// What is about persons, under code names, or for the eyes of the branch alone.
const PRIVATE: [&str; 7] = [
    "admission_steps",
    "weak_signals",
    "mobile_members",
    "successors",
    "property_note",
    "masters",
    "three_gates",
];

#[test]
fn what_is_a_look_at_oneself_or_about_persons_is_private() {
    for pack in packs() {
        let mechanisms = &pack.checklist.mechanisms;
        let private = mechanisms.iter().filter(|one| one.private);
        let private: Vec<&str> = private.map(|one| one.id.0.as_str()).collect();
        let known = |id: &&str| PRIVATE.contains(id);
        assert!(private.iter().all(known), "{} {private:?}", pack.id);
        assert_eq!(private[..2], ["admission_steps", "weak_signals"]);
        for one in mechanisms {
            assert_eq!(one.private, one.is_private(), "{} {}", pack.id, one.id);
            // A link would tell others that there is such a card.
            for link in &one.links {
                let to = pack.checklist.mechanism(&link.to).unwrap();
                assert_eq!(one.private, to.private, "{} {}", one.id, to.id);
            }
        }
    }
}
