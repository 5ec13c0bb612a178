//! The short code: the same for whoever sends a period and whoever takes it in, whenever the file
//! was made, and another one where the content is another.

use crate::samples::{NOW, assessment, id, organization, page, period_file, village_pack};
use serde_json::Value;
use wuxing::assessment::{AnswerValue, Assessment, Organization, Verdict};
use wuxing::exchange::for_others::{ForOthers, OwnPeriod};
use wuxing::exchange::{Document, ShortCode, export, open_text};
use wuxing::ledger::LedgerPage;

fn sent(organization: &Organization, assessment: &Assessment, page: &LedgerPage) -> ForOthers {
    let pack = village_pack();
    let period = OwnPeriod {
        organization,
        assessment,
        pages: vec![page],
        pack: Some(&pack),
        carried: None,
    };
    ForOthers::of(&period, &Default::default())
}

fn code_of(text: &str) -> ShortCode {
    open_text(text).unwrap().code.unwrap()
}

#[test]
fn whoever_sends_and_whoever_takes_in_see_one_code() {
    let (own, answers) = (organization(1, "新坝村"), assessment(2, id(1), "2026Q3"));
    let page = page(3, id(1));
    let period = sent(&own, &answers, &page);
    let code = ShortCode::of_period(&period).unwrap();
    let file = export::for_others(&period, NOW, "0.1.0").unwrap();
    assert_eq!(code_of(&file), code);
    // Neither when it was made, nor by which version, nor the form of the text says anything.
    let later = export::for_others(&period, NOW + 86_400_000, "0.9.0").unwrap();
    assert_eq!(code_of(&later), code);
    let value: Value = serde_json::from_str(&file).unwrap();
    assert_eq!(code_of(&value.to_string()), code);
    // Whoever took it in and hands it on hands the same on.
    let opened = open_text(&file).unwrap();
    let (mut theirs, mut answered, mut pages) = (None, None, Vec::new());
    for document in opened.documents {
        match document {
            Document::Organization(one) => theirs = Some(one),
            Document::Assessment(one) => answered = Some(one),
            Document::Ledger(one) => pages.push(one),
            _ => {}
        }
    }
    let again = sent(&theirs.unwrap(), &answered.unwrap(), &pages[0]);
    assert_eq!(ShortCode::of_period(&again), Some(code));
}

#[test]
fn another_content_has_another_code() {
    let own = organization(1, "新坝村");
    let page = page(3, id(1));
    let file = |answers: &Assessment| period_file(&own, answers, &[&page], None).unwrap();
    let answers = assessment(2, id(1), "2026Q3");
    let mut other = answers.clone();
    let answer = other.answers.get_mut(&"ORG-01".into()).unwrap();
    let value = match answer.value {
        Some(AnswerValue::Verdict(Verdict::Unmet)) => Verdict::Met,
        _ => Verdict::Unmet,
    };
    answer.value = Some(AnswerValue::Verdict(value));
    assert_ne!(code_of(&file(&answers)), code_of(&file(&other)));
}

#[test]
fn the_worked_example_of_the_documentation_comes_to_what_it_says() {
    const FORMAT: &str = include_str!("../../docs/file-format.md");
    let hash = "f130c1ce99378a2697467b165210e41a93c38b5faa7c4adb36728072dbc8051e";
    let code = ShortCode::of_hash(hash).unwrap().to_string();
    assert!(FORMAT.contains(&format!("\"sha256\": \"{hash}\"")));
    assert!(
        FORMAT.contains(&format!("The payload above has the code `{code}`")),
        "{code}"
    );
}
