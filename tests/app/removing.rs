//! What goes with a deletion, and what stays; and what of a workspace is handed to others.

use crate::ledger_tab::{card, meeting, problem};
use crate::samples::{
    BRANCH, NEXT_PERIOD, PERIOD, branch, branch_and_period, id, own_pack, period,
};
use uuid::Uuid;
use wuxing::app::ledger::{place_for, put_entry};
use wuxing::app::removal::Removal;
use wuxing::app::sending::{SeenOtherwise, for_others, seen_otherwise};
use wuxing::app::workspace::Workspace;
use wuxing::app::{example, example_files, example_matters};
use wuxing::assessment::{Answer, AnswerValue, VetoAnswer};
use wuxing::duty::RecordingSince;
use wuxing::exchange::for_others::OwnPart;
use wuxing::exchange::inventory::Inventory;
use wuxing::exchange::{Document, DocumentKey, Settings};
use wuxing::period::CivilDate;
use wuxing::sorted_set::SortedSet;
use wuxing::standard::ItemId;

const EXAMPLE: Uuid = id(40);
const EXAMPLE_PERIOD: Uuid = id(41);
const PACK: Uuid = id(9);

/// A branch with two periods and a ledger, an example with one of each, a loaded pack and settings.
fn workspace() -> Workspace {
    let mut all = Workspace {
        settings: Settings {
            elder: true,
            current_organization: Some(BRANCH),
            ..Settings::default()
        },
        ..Workspace::default()
    };
    let Document::Organization(own) = branch() else {
        unreachable!()
    };
    let mut example = own.clone();
    (example.id, example.example) = (EXAMPLE, true);
    let Document::Assessment(mut of_example) = period(EXAMPLE_PERIOD, "2026Q3") else {
        unreachable!()
    };
    of_example.organization = EXAMPLE;
    let rest = [
        Document::Organization(example),
        Document::Assessment(of_example),
        period(NEXT_PERIOD, "2026Q4"),
        own_pack(),
    ];
    for document in branch_and_period().into_iter().chain(rest) {
        all.put(document);
    }
    for (number, (owner, body)) in [
        (BRANCH, meeting()),
        (BRANCH, problem()),
        (BRANCH, card()),
        (EXAMPLE, meeting()),
    ]
    .into_iter()
    .enumerate()
    {
        let number = number as u128;
        let place = place_for(&all, owner, 2026, &body, || id(60 + number));
        put_entry(&mut all, &place, id(70 + number), body, 1_000);
    }
    all
}

fn page_of(workspace: &Workspace, organization: Uuid) -> DocumentKey {
    let mut pages = workspace.pages_of(organization);
    DocumentKey::Ledger(pages.next().unwrap().id)
}

#[test]
fn what_goes_and_what_stays() {
    #[track_caller]
    fn check(removal: Removal, gone: &[DocumentKey]) {
        let before = workspace();
        let mut after = before.clone();
        removal.carry_out(&mut after);
        for document in before.documents() {
            let key = document.key();
            let left = after.document(&key);
            match gone.contains(&key) {
                // Settings are always there, and are as at first.
                true if key == DocumentKey::Settings => {
                    assert_eq!(left, Some(Document::Settings(Settings::default())));
                }
                true => assert_eq!(left, None, "{removal:?} left {key}"),
                false => assert_eq!(left.as_ref(), Some(&document), "{removal:?} took {key}"),
            }
        }
        assert_eq!(
            after.documents().len(),
            before.documents().len() - {
                gone.iter()
                    .filter(|key| **key != DocumentKey::Settings)
                    .count()
            }
        );
        let mut keys = removal.keys(&before);
        let mut expected = gone.to_vec();
        keys.sort();
        expected.sort();
        assert_eq!(keys, expected, "{removal:?}");
    }

    let all = workspace();
    let (own_page, page_of_example) = (page_of(&all, BRANCH), page_of(&all, EXAMPLE));
    // The ledger of the year fills the other period, too.
    check(Removal::Period(PERIOD), &[DocumentKey::Assessment(PERIOD)]);
    check(
        Removal::Organization(BRANCH),
        &[
            DocumentKey::Organization(BRANCH),
            DocumentKey::Assessment(PERIOD),
            DocumentKey::Assessment(NEXT_PERIOD),
            own_page,
        ],
    );
    check(
        Removal::Example,
        &[
            DocumentKey::Organization(EXAMPLE),
            DocumentKey::Assessment(EXAMPLE_PERIOD),
            page_of_example,
        ],
    );
    check(Removal::Standard(PACK), &[DocumentKey::Standard(PACK)]);
    let everything: Vec<DocumentKey> = all.documents().iter().map(Document::key).collect();
    check(Removal::Everything, &everything);
    for nothing in [
        Removal::Period(id(99)),
        Removal::Organization(id(99)),
        Removal::Standard(id(99)),
    ] {
        check(nothing, &[]);
    }
}

#[test]
fn a_pack_that_an_organisation_is_held_against_stays() {
    let mut all = workspace();
    let branch = all.organizations.get_mut(&BRANCH).unwrap();
    branch.pack = Some("local.village".to_owned());
    let before = all.clone();
    Removal::Standard(PACK).carry_out(&mut all);
    assert_eq!(all, before);
}

#[test]
fn regression_one_period_is_all_that_others_get() {
    // 「导出这一期」 handed out all organisations and all periods of the phone.
    let all = workspace();
    let sent = for_others(&all, PERIOD, &SortedSet::default()).unwrap();
    let keys: Vec<DocumentKey> = sent.documents().iter().map(Document::key).collect();
    let expected = [
        DocumentKey::Organization(BRANCH),
        DocumentKey::Assessment(PERIOD),
        page_of(&all, BRANCH),
    ];
    assert_eq!(keys, expected);
    let inventory = Inventory::of_period(&sent);
    assert_eq!((inventory.settings, inventory.standards), (0, 0));
    assert_eq!(for_others(&all, id(99), &SortedSet::default()), None);
}

#[test]
fn the_pack_that_is_not_built_in_goes_along_and_says_what_is_private() {
    let mut all = workspace();
    let branch = all.organizations.get_mut(&BRANCH).unwrap();
    branch.pack = Some("local.village".to_owned());
    let period = all.assessments.get_mut(&PERIOD).unwrap();
    period.pack.id = "local.village".to_owned();
    let sent = |all: &Workspace| for_others(all, PERIOD, &SortedSet::default()).unwrap();
    let cards = |all: &Workspace| Inventory::of_period(&sent(all)).cards.len();
    assert_eq!(
        sent(&all).standard(),
        all.standards.values().next().map(|own| &own.pack)
    );
    assert_eq!(cards(&all), 1);
    for own in all.standards.values_mut() {
        let mechanisms = &mut own.pack.checklist.mechanisms;
        mechanisms.iter_mut().for_each(|one| one.private = true);
    }
    assert_eq!(cards(&all), 0);
}

#[test]
fn she_is_told_what_others_see_otherwise() {
    // Without the 25-step cards the item that they answer is open for others, and without a veto
    // that is present no star is frozen.
    let today: CivilDate = "2026-11-27".parse().unwrap();
    let mut numbers = 1_000;
    let mut new_id = || {
        numbers += 1;
        id(numbers)
    };
    let village = example_files::village();
    let bare = example::documents(village, today.quarter(), 1, &mut new_id).unwrap();
    let documents = example_matters::added_to(bare, village, today, 1, &mut new_id);
    let mut all = Workspace::default();
    documents.into_iter().for_each(|one| all.put(one));
    let organization = all.organizations.keys().next().copied().unwrap();
    let periods: Vec<Uuid> = all
        .assessments_of(organization)
        .iter()
        .map(|one| one.id)
        .collect();
    let recording_since = RecordingSince("2026-01-01".parse().unwrap());
    let seen = |all: &Workspace, period: Uuid, included: &SortedSet<OwnPart>| -> SeenOtherwise {
        seen_otherwise(all, period, included, today, recording_since).unwrap()
    };
    let everything = |all: &Workspace, period: Uuid| {
        let sent = for_others(all, period, &SortedSet::default()).unwrap();
        sent.own_parts()
            .keys()
            .cloned()
            .collect::<SortedSet<OwnPart>>()
    };
    // With everything taken in they see the same, so nothing that decides is missing in the file.
    for period in &periods {
        assert_eq!(
            seen(&all, *period, &everything(&all, *period)),
            SeenOtherwise::default()
        );
    }
    let latest = periods[0];
    let without = seen(&all, latest, &SortedSet::default());
    assert!(
        without.items.contains(&ItemId::from("TEAM-04")),
        "{without:?}"
    );
    let assessment = all.assessments.get_mut(&latest).unwrap();
    let present = Answer::of(AnswerValue::Veto(VetoAnswer::Present), 2);
    assessment.answers.insert("VT1".into(), present);
    assert!(!seen(&all, latest, &SortedSet::default()).stars.is_empty());
    assert_eq!(
        seen(&all, latest, &everything(&all, latest)),
        SeenOtherwise::default()
    );
}
