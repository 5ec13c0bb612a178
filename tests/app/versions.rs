//! What becomes of periods, answers and versions when a standard of one's own changes.

use crate::device::Device;
use crate::samples::{BRANCH, PERIOD};
use crate::tab::Tab;
use crate::undoing::tab_on;
use uuid::Uuid;
use wuxing::app::material::{Reach, material};
use wuxing::app::sending::for_others;
use wuxing::app::versions::{is_behind, issued_for};
use wuxing::app::watched::Watched;
use wuxing::assessment::{AnswerValue, Outcome, judge_with_ledger};
use wuxing::duty::{Circumstances, RecordingSince};
use wuxing::exchange::{NoForeignEncoding, export, open};
use wuxing::ledger::Ledger;
use wuxing::period::{CivilDate, Quarter};
use wuxing::sorted_set::SortedSet;
use wuxing::standard::{Duty, ItemId, StandardPack, hash};

const TABLE: &str = "项目\t内容\t分值\t评分办法\n组织\t按期换届\t10\t未换届的不得分\n组织\t三会一课\t20\t好 20 分、一般 10 分\n";

/// A county's standard in use, from a table.
fn begin_own(tab: &Tab, version: &str) -> Uuid {
    let table = wuxing::drafting::from_text(TABLE).unwrap();
    let draft = wuxing::drafting::Draft::of(table);
    let id = tab.begin_draft(&draft).unwrap();
    tab.publish_draft(id, version, None);
    id
}

fn own_packs(tab: &Tab) -> Vec<StandardPack> {
    let all = tab.workspace().standards.into_values();
    all.map(|own| own.pack).collect()
}

fn items(pack: &StandardPack) -> Vec<ItemId> {
    let scored = pack.stars.iter().flat_map(|star| &star.indicators);
    scored.map(|one| one.id.clone()).collect()
}

fn begun(tab: &Tab, quarter: &str) -> Uuid {
    let quarter: Quarter = quarter.parse().unwrap();
    tab.start_period(quarter);
    let workspace = tab.workspace();
    let mut all = workspace.assessments.values();
    all.find(|one| one.period == quarter).unwrap().id
}

/// What a period amounts to by the standard that it is judged by, with the reasons.
fn outcome(tab: &Tab, assessment: Uuid) -> (Outcome, String) {
    let workspace = tab.workspace();
    let (organization, assessment) = (
        &workspace.organizations[&BRANCH],
        &workspace.assessments[&assessment],
    );
    let pack = issued_for(&workspace, organization, assessment).unwrap();
    let known = Circumstances {
        facts: &organization.facts,
        term_end: None,
        ledger: &Ledger::default(),
        recording_since: RecordingSince(CivilDate::EARLIEST),
        today: "2026-11-21".parse().unwrap(),
    };
    (
        judge_with_ledger(&pack, organization, assessment, &known),
        pack.version.clone(),
    )
}

/// The hash that stands under the report of a period.
fn hash_in_report(tab: &Tab, assessment: Uuid) -> String {
    let today: CivilDate = "2026-11-21".parse().unwrap();
    let since = RecordingSince(CivilDate::EARLIEST);
    let none = SortedSet::default();
    let found = material(
        &tab.workspace(),
        assessment,
        Reach::Period,
        &none,
        today,
        since,
    );
    found.unwrap().pack_hash
}

/// The second version gives other points and asks one thing less.
fn publish_second(tab: &Tab) {
    let first = own_packs(tab).pop().unwrap();
    let draft = tab.begin_next_version(&first).unwrap();
    let ids = items(&first);
    tab.edit_draft(
        draft,
        Some(&first),
        wuxing::app::commands::Pace::Now,
        |pack| {
            wuxing::drafting::editing::remove_item(pack, &ids[0]);
            let mut form = wuxing::drafting::editing::form_of(pack, &ids[1]).unwrap();
            form.cases[0].points = 500;
            wuxing::drafting::editing::write_form(pack, &ids[1], &form);
        },
    );
    tab.publish_draft(draft, "2026", None);
}

#[test]
fn an_ended_period_keeps_its_version_its_result_and_its_hash() {
    let device = Device::new();
    let tab = tab_on(&device);
    begin_own(&tab, "2026");
    // The third quarter has ended with answers in it, and goes along where that is said.
    tab.opened.put(Some(PERIOD));
    tab.bring_open_period_along(PERIOD);
    let first = own_packs(&tab).pop().unwrap();
    let ids = items(&first);
    let answers = vec![
        (ids[0].clone(), AnswerValue::Deductions(vec![0])),
        (ids[1].clone(), AnswerValue::Band(20)),
    ];
    tab.answer_many(answers.clone());
    let current = begun(&tab, "2026Q4");
    tab.answer_many(answers);
    let before = (outcome(&tab, PERIOD), hash_in_report(&tab, PERIOD));
    let kept = tab.workspace().assessments[&PERIOD].clone();
    assert_eq!(before.0.1, "2026");
    assert_eq!(Some(&before.1), hash(&first).ok().as_ref());
    assert_eq!(before.0.0.stars[0].score, 300);

    publish_second(&tab);
    // A version that is taken gets the next name.
    let mut versions: Vec<String> = own_packs(&tab).into_iter().map(|one| one.version).collect();
    versions.sort();
    assert_eq!(versions, ["2026", "2026.2"]);
    assert_eq!(
        (outcome(&tab, PERIOD), hash_in_report(&tab, PERIOD)),
        before
    );
    let (now, version) = outcome(&tab, current);
    assert_eq!((version.as_str(), now.stars[0].maximum), ("2026.2", 500));
    let workspace = tab.workspace();
    // The answer to what is no longer asked rests, in the open period alone.
    assert!(
        workspace.assessments[&current]
            .retired
            .contains_key(&ids[0])
    );
    assert_eq!(workspace.assessments[&PERIOD], kept);
    let organization = &workspace.organizations[&BRANCH];
    let behind = |id: Uuid| is_behind(&workspace, organization, &workspace.assessments[&id]);
    assert_eq!((behind(PERIOD), behind(current)), (true, false));

    // A file with the period carries the version that it is judged by.
    let sent = for_others(&workspace, PERIOD, &SortedSet::default()).unwrap();
    assert_eq!(
        sent.standard().map(|pack| pack.version.as_str()),
        Some("2026")
    );

    // A backup carries both, and says the same on another device.
    let text = export::everything(&workspace.documents(), 1, "test").unwrap();
    let opened = open(text.as_bytes(), &NoForeignEncoding).unwrap();
    let other = Device::new();
    let there = other.open(0);
    there.import(&opened.documents);
    other.settle(&[&there]);
    assert_eq!(
        (outcome(&there, PERIOD), hash_in_report(&there, PERIOD)),
        before
    );
    assert_eq!(outcome(&there, current), (now, version));

    // By one tap the period goes along, and by one step back it is as it was.
    tab.bring_open_period_along(PERIOD);
    assert_eq!(outcome(&tab, PERIOD).1, "2026.2");
    tab.undo();
    assert_eq!(outcome(&tab, PERIOD), before.0);
}

#[test]
fn regression_a_duty_that_comes_with_a_standard_in_november_is_not_ten_months_late() {
    // Every occurrence since January was overdue on the day on which the standard was taken.
    let device = Device::new();
    let tab = tab_on(&device);
    let built_in = wuxing::standard::built_in(wuxing::standard::OrganizationType::Village).unwrap();
    let publish_with = |from: &StandardPack, id: &str| {
        let is_first = from.id == built_in.id;
        let draft = match is_first {
            true => tab.begin_from(from).unwrap(),
            false => tab.begin_next_version(from).unwrap(),
        };
        tab.edit_draft(draft, None, wuxing::app::commands::Pace::Now, |pack| {
            let usual = built_in.checklist.duty(&"D-THEME".into()).unwrap().clone();
            let id = ItemId::from(id);
            pack.checklist.duties.push(Duty { id, ..usual });
        });
        tab.publish_draft(draft, "2026", None);
    };
    let since = |id: &str| {
        tab.workspace().organizations[&BRANCH]
            .local
            .duty_since(&id.into())
    };

    publish_with(&built_in, "D-COUNTY");
    let today = since("D-COUNTY");
    assert!(today.is_some());
    // What was on before goes on as it did.
    assert_eq!(since("D-THEME"), None);
    let own = own_packs(&tab).pop().unwrap();
    publish_with(&own, "D-MORE");
    assert_eq!((since("D-MORE"), since("D-COUNTY")), (today, today));
    // Back to the built-in standard and here again on the same day, nothing has begun anew.
    let before = tab.workspace().organizations[&BRANCH].local.clone();
    tab.choose_pack(None);
    let own = tab.workspace().standards.keys().next().copied();
    tab.choose_pack(own);
    assert_eq!(tab.workspace().organizations[&BRANCH].local, before);
    // One step back takes the day along.
    for _ in 0..3 {
        tab.undo();
    }
    assert_eq!((since("D-MORE"), since("D-COUNTY")), (None, today));
}

#[test]
fn a_version_goes_when_no_period_is_judged_by_it() {
    let device = Device::new();
    let tab = tab_on(&device);
    begin_own(&tab, "2026");
    publish_second(&tab);
    let versions: Vec<String> = own_packs(&tab).into_iter().map(|one| one.version).collect();
    assert_eq!(versions, ["2026.2"]);
}

#[test]
fn a_copy_of_the_built_in_standard_keeps_the_answers() {
    let device = Device::new();
    let tab = tab_on(&device);
    let current = begun(&tab, "2026Q4");
    let met = AnswerValue::Verdict(wuxing::assessment::Verdict::Met);
    tab.answer_many(vec![("ORG-01".into(), met)]);
    let built_in = wuxing::standard::built_in(wuxing::standard::OrganizationType::Village).unwrap();
    let draft = tab.begin_from(&built_in).unwrap();
    tab.publish_draft(draft, "2026", None);
    let workspace = tab.workspace();
    let open = &workspace.assessments[&current];
    assert!(open.pack.id.starts_with("local."));
    assert!(open.answers.contains_key(&ItemId::from("ORG-01")));
    assert!(open.retired.is_empty());
    let pack = issued_for(&workspace, &workspace.organizations[&BRANCH], open).unwrap();
    // What is switched on later is there as well, and what records fill.
    assert_eq!(
        pack.checklist.mechanisms.len(),
        built_in.checklist.mechanisms.len()
    );
    assert_eq!(pack.checklist.records, built_in.checklist.records);
}
