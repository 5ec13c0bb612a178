//! The preview of an import, and what taking it over comes to.

use crate::samples::{
    NOW, assessment, id, organization, own_pack, period_file, reference, village_pack, workspace,
};
use std::slice;
use wuxing::assessment::{Answer, AnswerValue, Assessment, Organization, Verdict};
use wuxing::exchange::plan::{self, Plan, Title, What};
use wuxing::exchange::{Document, DocumentKey, Opened, Settings, Theme, export, open_text};
use wuxing::sorted_map::SortedMap;
use wuxing::standard::OrganizationType;

pub fn opened(documents: &[Document]) -> Opened {
    open_text(&export::everything(documents, NOW, "0.1.0").unwrap()).unwrap()
}

/// The workspace after the plan was carried out.
pub fn after(existing: &[Document], plan: &Plan) -> SortedMap<DocumentKey, Document> {
    let mut documents: SortedMap<DocumentKey, Document> = existing
        .iter()
        .map(|document| (document.key(), document.clone()))
        .collect();
    for change in plan.to_write() {
        assert_eq!(change.key, change.document.key());
        documents.insert(change.key, change.document.clone());
    }
    documents
}

pub fn by_key(documents: &[Document]) -> SortedMap<DocumentKey, Document> {
    documents
        .iter()
        .map(|document| (document.key(), document.clone()))
        .collect()
}

/// One word for each change, with the counts.
pub fn words(plan: &Plan) -> Vec<String> {
    let word = |what: &What| match what {
        What::New => "new".to_owned(),
        What::Same => "same".to_owned(),
        What::Merges(merging) => {
            format!(
                "+{} here {} there {}",
                merging.added, merging.newer_here, merging.newer_there
            )
        }
    };
    plan.changes
        .iter()
        .map(|change| word(&change.what))
        .collect()
}

#[test]
fn what_happens_to_one_assessment() {
    #[track_caller]
    fn check(change: impl FnOnce(&mut Assessment), expected: &str) {
        let ours = assessment(3, id(1), "2026Q3");
        let village = Document::Organization(organization(1, "新坝村"));
        let existing = [village.clone(), Document::Assessment(ours.clone())];
        let mut theirs = ours;
        change(&mut theirs);
        let plan = plan::against(&existing, &opened(&[village, Document::Assessment(theirs)]));
        assert_eq!(words(&plan), ["same", expected]);
        let period = plan.changes[1].document.clone();
        let Document::Assessment(result) = period else {
            unreachable!()
        };
        let title = Title::Assessment {
            organization: Some("新坝村".to_owned()),
            period: result.period,
        };
        assert_eq!(plan.changes[1].title, title);
    }

    let unmet = |changed_at| Answer::of(AnswerValue::Verdict(Verdict::Unmet), changed_at);
    check(|_| {}, "same");
    check(
        |theirs| drop(theirs.answers.insert("ORG-02".into(), unmet(1))),
        "+1 here 0 there 0",
    );
    check(
        |theirs| drop(theirs.answers.insert("ORG-01".into(), unmet(1))),
        "+0 here 1 there 0",
    );
    check(
        |theirs| drop(theirs.answers.insert("ORG-01".into(), unmet(NOW))),
        "+0 here 0 there 1",
    );
    check(|theirs| theirs.answers.clear(), "same");
    // When something was done or begun says nothing new.
    check(|theirs| theirs.created_at = 1, "same");
    check(
        |theirs| {
            theirs
                .answers
                .values_mut()
                .for_each(|one| one.changed_at = NOW)
        },
        "same",
    );
    // RecordingSince on another device: the same organisation and period are the same assessment.
    check(|theirs| theirs.id = id(77), "same");
    check(
        |theirs| {
            theirs.id = id(77);
            theirs.answers.insert("ORG-02".into(), unmet(1));
        },
        "+1 here 0 there 0",
    );
    // Another period under the same id is another assessment, and writes over nothing.
    check(|theirs| theirs.period = "2026Q2".parse().unwrap(), "new");
}

#[test]
fn an_id_that_is_taken_is_never_written_over() {
    let village = Document::Organization(organization(1, "新坝村"));
    let existing = [
        village.clone(),
        Document::Assessment(assessment(3, id(1), "2026Q3")),
    ];
    let incoming = [
        village,
        Document::Assessment(assessment(3, id(1), "2026Q2")),
    ];
    let plan = plan::against(&existing, &opened(&incoming));
    let now = after(&existing, &plan);
    assert_eq!(now.len(), 3);
    assert_eq!(now[&existing[1].key()], existing[1]);
    let documents: Vec<Document> = now.into_values().collect();
    assert!(plan::against(&documents, &opened(&incoming)).is_all_same());
}

#[test]
fn two_of_one_file_that_belong_together_are_one_change() {
    let village = Document::Organization(organization(1, "新坝村"));
    let mut second = assessment(4, id(1), "2026Q3");
    second.answers.clear();
    second.answers.insert(
        "ORG-02".into(),
        Answer::of(AnswerValue::Verdict(Verdict::Met), 1),
    );
    let incoming = [
        village,
        Document::Assessment(assessment(3, id(1), "2026Q3")),
        Document::Assessment(second),
    ];
    let plan = plan::against(&[], &opened(&incoming));
    assert_eq!(words(&plan), ["new", "new"]);
    let Document::Assessment(result) = &plan.changes[1].document else {
        unreachable!()
    };
    assert_eq!((result.id, result.answers.len()), (id(3), 6));
}

#[test]
fn organizations_settings_and_packs() {
    #[track_caller]
    fn check(ours: &Document, theirs: Document, expected: &str) {
        let plan = plan::against(slice::from_ref(ours), &opened(&[theirs]));
        assert_eq!(words(&plan), [expected]);
    }
    let named = |name: &str, changed_at| {
        Document::Organization(Organization {
            changed_at,
            ..organization(1, name)
        })
    };
    check(&named("新坝村", 5), named("新坝村", 9), "same");
    check(
        &named("新坝村", 5),
        named("新坝社区", 9),
        "+0 here 0 there 1",
    );
    check(
        &named("新坝村", 5),
        named("新坝社区", 1),
        "+0 here 1 there 0",
    );

    let settings = |theme, current, changed_at, last_export_made_at| {
        Document::Settings(Settings {
            theme,
            elder: theme == Theme::Dark,
            current_organization: Some(id(current)),
            changed_at,
            last_export_made_at,
            ..Settings::default()
        })
    };
    let ours = settings(Theme::Dark, 1, 5, Some(1));
    check(&ours, settings(Theme::Dark, 1, 9, Some(8)), "same");
    // How a device looks, and when it last exported, is not another's to say.
    check(&ours, settings(Theme::Light, 1, 9, Some(8)), "same");
    check(
        &ours,
        settings(Theme::Light, 2, 1, None),
        "+0 here 1 there 0",
    );
    let theirs = settings(Theme::Light, 2, 9, Some(8));
    check(&ours, theirs.clone(), "+0 here 0 there 1");
    let plan = plan::against(&[ours], &opened(&[theirs]));
    let expected = settings(Theme::Dark, 2, 9, Some(1));
    assert_eq!(plan.changes[0].document, expected);

    let pack = workspace().pop().unwrap();
    check(&pack, pack.clone(), "same");
    let file = export::standard(&own_pack(), NOW, "0.1.0").unwrap();
    let again = plan::against(slice::from_ref(&pack), &open_text(&file).unwrap());
    assert!(again.is_all_same(), "the same pack under another id");
    let Document::Standard(mut changed) = pack.clone() else {
        unreachable!()
    };
    changed.pack.version = "2".to_owned();
    check(&pack, Document::Standard(changed.clone()), "new");
    let plan = plan::against(
        slice::from_ref(&pack),
        &opened(&[Document::Standard(changed)]),
    );
    assert_ne!(plan.changes[0].key, pack.key());
}

#[test]
fn an_organization_of_the_same_name_is_offered_and_can_be_joined() {
    let ours = organization(1, "新坝村");
    let existing = [
        Document::Organization(ours.clone()),
        Document::Assessment(assessment(3, id(1), "2026Q3")),
    ];
    let theirs = organization(2, " 新坝村 ");
    let mut their_assessment = assessment(4, id(2), "2026Q3");
    their_assessment.answers.insert(
        "ORG-02".into(),
        Answer::of(AnswerValue::Verdict(Verdict::Met), 1),
    );
    let file = period_file(&theirs, &their_assessment, &[], None).unwrap();
    let file = open_text(&file).unwrap();

    let apart = plan::against(&existing, &file);
    assert_eq!(words(&apart), ["new", "new"]);
    assert_eq!(apart.changes[0].seems_to_be, Some(id(1)));

    let joined = SortedMap::from([(id(2), id(1))]);
    let together = plan::against_joining(&existing, &file, &joined);
    assert_eq!(words(&together), ["+0 here 1 there 0", "+1 here 0 there 0"]);
    let documents: Vec<Document> = after(&existing, &together).into_values().collect();
    assert_eq!(documents.len(), 2);
    let again = plan::against_joining(&documents, &file, &joined);
    assert!(again.changes.iter().all(|change| change.what == What::Same
        || matches!(&change.document, Document::Organization(one) if *one == ours)));

    #[track_caller]
    fn offered(existing: &[Document], theirs: Organization, expected: bool) {
        let plan = plan::against(existing, &opened(&[Document::Organization(theirs)]));
        assert_eq!(plan.changes[0].seems_to_be.is_some(), expected);
    }
    offered(&existing, organization(2, "新坝村"), true);
    offered(&existing, organization(2, "旧坝村"), false);
    offered(
        &[Document::Organization(organization(1, ""))],
        organization(2, ""),
        false,
    );
    let mut community = organization(2, "新坝村");
    community.organization_type = OrganizationType::Community;
    offered(&existing, community, false);
    let mut example = ours;
    example.example = true;
    offered(
        &[Document::Organization(example)],
        organization(2, "新坝村"),
        false,
    );
}

#[test]
fn an_organization_that_was_joined_once_is_offered_again() {
    let existing = [
        Document::Organization(organization(1, "新坝村")),
        Document::Assessment(assessment(4, id(1), "2026Q3")),
    ];
    let file = [
        Document::Organization(organization(2, "改了名的村")),
        Document::Assessment(assessment(4, id(2), "2026Q3")),
    ];
    let plan = plan::against(&existing, &opened(&file));
    assert_eq!(words(&plan), ["new", "new"]);
    assert_eq!(plan.changes[0].seems_to_be, Some(id(1)));
    assert_ne!(plan.changes[1].key, existing[1].key());
}

#[test]
fn documents_that_the_file_does_not_mention_stay() {
    let existing = workspace();
    let mut other = assessment(50, id(60), "2025Q1");
    other.pack = reference(&village_pack());
    let incoming = [
        Document::Organization(organization(60, "别的村")),
        Document::Assessment(other),
    ];
    let now = after(&existing, &plan::against(&existing, &opened(&incoming)));
    assert_eq!(now.len(), existing.len() + 2);
    for document in &existing {
        assert_eq!(now.get(&document.key()), Some(document));
    }
}
