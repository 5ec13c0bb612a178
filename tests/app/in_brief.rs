//! Home shows a pack without its long texts: what is reckoned by it must be what every other page
//! reckons.

use uuid::Uuid;
use wuxing::app::workspace::Workspace;
use wuxing::app::{example, example_files, example_matters};
use wuxing::assessment::judge_in_force;
use wuxing::duty::{Circumstances, RecordingSince, agenda, findings};
use wuxing::ledger::Ledger;
use wuxing::period::{CivilDate, JudgingDay};
use wuxing::standard::{
    OrganizationType, built_in_in_brief, built_in_in_chinese, built_in_in_chinese_with_later,
};

fn example(kind: OrganizationType, today: CivilDate) -> Workspace {
    let files = example_files::of(kind);
    let mut last = 0;
    let mut new_id = || {
        last += 1;
        Uuid::from_u128(last)
    };
    let bare = example::documents(files, today.quarter(), 1, &mut new_id).unwrap();
    let documents = example_matters::added_to(bare, files, today, 1, &mut new_id);
    let mut all = Workspace::default();
    documents.into_iter().for_each(|one| all.put(one));
    all
}

#[test]
fn in_brief_everything_comes_out_the_same() {
    for organization_type in OrganizationType::ALL {
        let brief = built_in_in_brief(organization_type).unwrap();
        let whole = built_in_in_chinese(organization_type).unwrap();
        let with_later = built_in_in_chinese_with_later(organization_type).unwrap();
        for day in ["2026-01-05", "2026-05-20", "2026-11-27", "2026-12-31"] {
            let today: CivilDate = day.parse().unwrap();
            let all = example(organization_type, today);
            let organization = all.organizations.values().next().unwrap().clone();
            let ledger = Ledger::of(all.pages_of(organization.id));
            let known = Circumstances {
                facts: &organization.facts,
                term_end: organization.term_end,
                ledger: &ledger,
                recording_since: RecordingSince("2026-01-01".parse().unwrap()),
                today,
            };
            for pack in [&brief, &with_later] {
                assert_eq!(
                    agenda(&pack.checklist, &known),
                    agenda(&whole.checklist, &known),
                    "{organization_type:?} on {day}"
                );
            }
            for assessment in all.assessments_of(organization.id) {
                let judging = JudgingDay::new(assessment.period, today);
                let outcome = |pack| {
                    let found = findings(pack, &known, judging).into();
                    judge_in_force(pack, &organization, assessment, judging, found)
                };
                for pack in [&brief, &with_later] {
                    assert_eq!(
                        outcome(pack),
                        outcome(&whole),
                        "{organization_type:?} on {day}"
                    );
                }
            }
        }
    }
}
