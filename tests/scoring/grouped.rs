//! How much of a grouping (归类) is met.

use uuid::Uuid;
use wuxing::app::example;
use wuxing::app::example_files::village;
use wuxing::assessment::{judge, met_in_group};
use wuxing::exchange::Document;
use wuxing::standard::{InGroup, OrganizationType, built_in};

#[test]
fn what_is_not_judged_is_not_counted() {
    let mut last = 0;
    let new_id = || {
        last += 1;
        Uuid::from_u128(last)
    };
    let documents = example::documents(village(), "2026Q4".parse().unwrap(), 1, new_id);
    let (mut organization, mut assessment) = (None, None);
    for document in documents.unwrap() {
        match document {
            Document::Organization(one) => organization = Some(one),
            Document::Assessment(one) => assessment = Some(one),
            _ => {}
        }
    }
    let pack = built_in(OrganizationType::Village).unwrap();
    let outcome = judge(&pack, &organization.unwrap(), &assessment.unwrap());
    let check = |members: &[InGroup], expected: (usize, usize)| {
        assert_eq!(met_in_group(members, &outcome), expected, "{members:?}");
    };
    check(&[InGroup::Indicator("ORG-01".into())], (1, 1));
    check(&[InGroup::Indicator("TEAM-05".into())], (0, 1));
    check(&[InGroup::Indicator("SYS-01".into())], (0, 0));
    check(&[InGroup::Duty("D-GM".into())], (0, 0));
    check(&[InGroup::Star("star_ecology".into())], (1, 1));
}
