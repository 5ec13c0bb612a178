//! What comes in as files, archives, parts and texts, alone and together.

use super::*;
use crate::exchange::chat_parts::{Carrier, cut};
use crate::exchange::sealing::Passphrase;
use crate::exchange::{NoForeignEncoding, export};
use crate::ledger::{Entry, EntryBody, LedgerPage, Review};
use crate::sorted_map::SortedMap;
use crate::sorted_set::SortedSet;
use uuid::Uuid;

const NOW: i64 = 1_795_248_930_123;
const ONE: &str = include_str!("../../../tests/fixtures/file-v3-assessment.json");
const BACKUP: &str = include_str!("../../../tests/fixtures/file-v1-backup.json");
const FOLDER: &[u8] = include_bytes!("../../../tests/fixtures/archives/folder.zip");
const NESTED: &[u8] = include_bytes!("../../../tests/fixtures/archives/nested.zip");

fn received(fill: impl FnOnce(&mut Intake)) -> Received {
    going_on(Collection::default(), fill)
}

fn going_on(parts: Collection, fill: impl FnOnce(&mut Intake)) -> Received {
    let mut intake = Intake::of(parts, &NoForeignEncoding, NOW);
    fill(&mut intake);
    while intake.step() {
        assert!(intake.percent() <= 100);
    }
    intake.end()
}

/// What came of each file: its name, and one word.
fn outcomes(received: &Received) -> Vec<(String, &'static str)> {
    let word = |outcome: &Outcome| match outcome {
        Outcome::Good(_) => "good",
        Outcome::Doubtful(..) => "doubtful",
        Outcome::Refused(_) => "refused",
    };
    let reports = received.reports.iter();
    let named = reports.map(|one| {
        let number = one.name.number.map(|number| format!("#{number}"));
        let code = one.name.code.clone().unwrap_or_default();
        (
            format!("{}{}{code}", one.name.file, number.unwrap_or_default()),
            word(&one.outcome),
        )
    });
    named.collect()
}

fn documents(text: &str) -> Vec<crate::exchange::Document> {
    open_pasted(text, NOW).unwrap().opened.documents
}

#[test]
fn one_file_is_as_it_was_opened_alone() {
    let all = received(|intake| intake.take_file("a.json".to_owned(), ONE.into()));
    assert_eq!(all.found, Some(open_pasted(ONE, NOW).unwrap()));
    assert_eq!(all.reports.len(), 1);
}

#[test]
fn several_files_are_one_import_and_each_is_told() {
    let all = received(|intake| {
        intake.take_file("a.json".to_owned(), ONE.into());
        while intake.step() {}
        intake.take_file(
            "照片.jpg".to_owned(),
            b"\xff\xd8\xff\xe1\x13\x45Exif".to_vec(),
        );
        while intake.step() {}
        intake.take_file("b.txt".to_owned(), BACKUP.into());
        intake.note_refused("c.json".to_owned(), Refused::Unreadable("gone".to_owned()));
    });
    assert_eq!(outcomes(&all).len(), 4);
    assert!(all.reports.iter().filter(|one| one.is_refused()).count() == 2);
    let found = all.found.unwrap();
    assert_eq!(
        found.opened.documents,
        [documents(ONE), documents(BACKUP)].concat()
    );
    assert_eq!(found.opened.kind, Kind::Backup);
}

#[test]
fn a_text_with_several_files_is_taken_as_a_whole() {
    let all = received(|intake| intake.take_text(format!("张三：{ONE}\n李四：{BACKUP}")));
    let names: Vec<_> = outcomes(&all).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["#1", "#2"]);
    let found = all.found.unwrap();
    assert_eq!(
        found.opened.documents,
        [documents(ONE), documents(BACKUP)].concat()
    );
}

#[test]
fn archives_are_unpacked() {
    let all = received(|intake| intake.take_file("上报.zip".to_owned(), FOLDER.to_vec()));
    let [(backup, _), (photo, "refused")] = &outcomes(&all)[..] else {
        panic!("{all:?}");
    };
    assert_eq!(backup, "上报.zip / 上报/五基五星_全部备份.json");
    assert_eq!(photo, "上报.zip / 上报/照片.jpg");
    assert_eq!(all.found.unwrap().opened.documents, documents(BACKUP));

    let all = received(|intake| intake.take_file("n.zip".to_owned(), NESTED.to_vec()));
    assert_eq!(
        outcomes(&all),
        [("n.zip / inner.zip / a.txt".to_owned(), "refused")]
    );
    let all = received(|intake| intake.take_file("n.zip".to_owned(), NESTED[..90].to_vec()));
    assert_eq!(
        all.reports[0].outcome,
        Outcome::Refused(Refused::Archive(ArchiveFault::Damaged))
    );
}

#[test]
fn parts_are_kept_until_all_are_here() {
    let parts = cut(ONE, Carrier::Message).unwrap();
    assert!(parts.len() >= 2, "{} parts", parts.len());
    let (last, first) = parts.split_last().unwrap();
    let begun = received(|intake| {
        for part in first {
            intake.take_text(format!("王五：{}", part.letters()));
            intake.take_file("段.txt".to_owned(), part.letters().into_bytes());
        }
    });
    assert_eq!(
        (begun.new_parts, begun.known_parts),
        (first.len(), first.len())
    );
    assert_eq!((begun.found, begun.reports), (None, Vec::new()));
    let missing: Vec<_> = begun
        .parts
        .incomplete()
        .flat_map(|set| set.missing())
        .collect();
    assert_eq!(missing, [parts.len()]);

    let ended = going_on(begun.parts, |intake| intake.take_text(last.letters()));
    assert_eq!(outcomes(&ended)[0].0, last.code());
    assert_eq!(ended.parts, Collection::default());
    assert_eq!(ended.found.unwrap().opened.documents, documents(ONE));
}

#[test]
fn what_is_wrong_with_parts_is_told() {
    fn check(text: &str, expected: &Refused) {
        let all = received(|intake| intake.take_text(text.to_owned()));
        let [report] = &all.reports[..] else {
            panic!("{all:?}");
        };
        assert_eq!(report.outcome, Outcome::Refused(expected.clone()));
        assert_eq!(all.found, None);
    }

    let whole = cut("五基五星", Carrier::File).unwrap()[0].letters();
    check(&whole[..whole.len() - 8], &Refused::Part(PartFault::CutOff));
    check(
        &whole.replace(&whole[20..22], ""),
        &Refused::Part(PartFault::Damaged),
    );
    // It is whole, and what is in it is no file.
    check(&whole, &Refused::Import(ImportError::NothingOfOurs));
}

/// Sealed by another program, with the passphrase 新坝2026.
const SEALED: &str = include_str!("../../../tests/fixtures/file-sealed-1.json");

#[test]
fn a_sealed_file_among_others_asks_and_the_others_go_on() {
    fn begun() -> Intake {
        let mut intake = Intake::of(Collection::default(), &NoForeignEncoding, NOW);
        for (name, text) in [
            ("a.json", BACKUP),
            ("锁.json", SEALED),
            ("锁2.json", SEALED),
        ] {
            intake.take_file(name.to_owned(), text.into());
            while intake.step() {}
        }
        intake
    }

    // Each is left: the other file is taken in all the same.
    let mut intake = begun();
    assert_eq!((intake.told(), intake.sealed_left()), (1, 2));
    while let Some((name, sealed)) = intake.next_sealed() {
        intake.leave_sealed(name, sealed);
    }
    let left = intake.end();
    let refused = [
        ("锁.json".to_owned(), "refused"),
        ("锁2.json".to_owned(), "refused"),
    ];
    assert_eq!(outcomes(&left)[1..], refused);
    assert_eq!(left.found.unwrap().opened.documents, documents(BACKUP));

    // One is opened, and what is in it is one of the files.
    let mut intake = begun();
    let (name, sealed) = intake.next_sealed().unwrap();
    assert_eq!((&*name.file, sealed.hint()), ("锁.json", "村名加年份"));
    let text = sealed.open(&Passphrase::given("新坝2026")).unwrap();
    intake.take_unsealed(name, text.clone());
    while intake.step() {}
    let opened = intake.end();
    let names: Vec<String> = outcomes(&opened)
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    assert_eq!(names, ["a.json", "锁.json", "锁2.json"]);
    let both = [documents(BACKUP), documents(&text)].concat();
    assert_eq!(opened.found.unwrap().opened.documents, both);
}

/// Reviews of these periods of one organisation, as a file.
fn review_of(organization: u128, period: &str) -> String {
    let written = Review {
        order: "把缺的记录补上".to_owned(),
        ..Review::begun(period.parse().unwrap(), Some("ORG-01".into()))
    };
    let entry = Entry {
        body: Some(EntryBody::Review(written)),
        changed_at: 1,
        ..Entry::default()
    };
    let page = LedgerPage {
        id: Uuid::from_u128(organization + 100),
        organization: Uuid::from_u128(organization),
        year: 2026,
        entries: SortedMap::from([(Uuid::from_u128(organization + 200), entry)]),
        example: false,
        created_at: 1,
        extra: serde_json::Map::new(),
    };
    export::review(vec![page], NOW, "0.2.0").unwrap()
}

#[test]
fn of_several_reviews_each_is_known_and_foreign_ones_are_left() {
    let quarter: crate::period::Quarter = "2026Q3".parse().unwrap();
    let both = received(|intake| {
        intake.take_file("甲.json".to_owned(), review_of(1, "2026Q3").into());
        while intake.step() {}
        intake.take_file("乙.json".to_owned(), review_of(2, "2026Q3").into());
    });
    let mut found = both.found.unwrap();
    let (one, other) = ((Uuid::from_u128(1), quarter), (Uuid::from_u128(2), quarter));
    assert_eq!(found.reviewed(), SortedSet::from_iter([one, other]));
    assert_eq!(found.opened.kind, Kind::Backup);

    // What is about an organisation of this device stays, and nothing of the other one does.
    let foreign = found.foreign_reviews(|reviewed| reviewed == one);
    assert_eq!(foreign, SortedSet::from_iter([other]));
    found.leave_reviews(&foreign);
    assert_eq!(found.reviewed(), SortedSet::from_iter([one]));
    let left = found.opened.documents.iter();
    let left: Vec<_> = left.map(|document| document.organization()).collect();
    assert_eq!(left, [Some(one.0)]);
    found.leave_reviews(&found.foreign_reviews(|_| false));
    assert!(found.opened.documents.is_empty());
}
