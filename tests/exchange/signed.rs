//! Signed files: what a signature amounts to, by which key it is, and that it says nothing where it
//! does not fit. The fixture was signed by another program.

use crate::samples::{NOW, assessment, id, organization, page, period_file, workspace};
use proptest::prelude::*;
use serde_json::{Value, json};
use wuxing::effects::CountingRandomness;
use wuxing::exchange::signing::{Acquaintance, Signature, Signed, SigningKey, code_of};
use wuxing::exchange::{Opened, Settings, export, open_text};
use wuxing::ledger::{Entry, EntryBody, Review};
use wuxing::sorted_map::SortedMap;

/// Signed by a script in Python, with the library `cryptography`.
const FOREIGN: &str = include_str!("../fixtures/file-signed-1.json");

fn key(number: usize) -> SigningKey {
    let randomness = CountingRandomness::default();
    let mut keys: Vec<SigningKey> = (0..=number)
        .map(|_| SigningKey::new(&randomness).unwrap())
        .collect();
    keys.pop().unwrap()
}

fn file() -> String {
    let (own, answers) = (organization(1, "新坝村"), assessment(2, id(1), "2026Q3"));
    period_file(&own, &answers, &[&page(3, id(1))], None).unwrap()
}

fn changed(text: &str, change: impl FnOnce(&mut Value)) -> Opened {
    let mut value: Value = serde_json::from_str(text).unwrap();
    change(&mut value);
    open_text(&value.to_string()).unwrap()
}

#[test]
fn a_signed_file_opens_as_it_would_without() {
    let (plain, signed) = (file(), key(0).signed(file()));
    let opened = open_text(&signed).unwrap();
    let signer = key(0).public();
    assert_eq!(opened.signature, Some(Signature::Valid { signer }));
    let without = open_text(&plain).unwrap();
    assert_eq!(without.signature, None);
    assert_eq!(opened.code, without.code);
    assert_eq!(
        (opened.documents, opened.issues),
        (without.documents, without.issues)
    );
}

#[test]
fn what_another_program_signed_is_valid() {
    let signer = "ebVWLo_mVPlAeLES6KmLp5AfhTrmlb7X4OORC60ElmQ".to_owned();
    let expected = Some(Signature::Valid { signer });
    assert_eq!(open_text(FOREIGN).unwrap().signature, expected);
    // The same key in the form in which a device keeps it.
    let settings = Settings {
        signing_key: Some("AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA".to_owned()),
        ..Settings::default()
    };
    let key = SigningKey::of_settings(&settings).unwrap();
    assert_eq!(
        Some(Signature::Valid {
            signer: key.public()
        }),
        expected
    );
}

#[test]
fn a_signature_of_something_else_is_none() {
    fn check(change: impl FnOnce(&mut Value)) {
        let opened = changed(&key(0).signed(file()), change);
        assert_eq!(opened.signature, Some(Signature::Invalid));
    }

    check(|file| file["payload"]["organization"]["name"] = json!("别的村"));
    check(|file| file["signature"] = json!("AAAA"));
    check(|file| file["signature"] = json!("?"));
    check(|file| file["signer"] = json!(key(1).public()));
    check(|file| file["signer"] = json!(""));
    check(|file| drop(file.as_object_mut().unwrap().remove("signer")));
    check(|file| drop(file.as_object_mut().unwrap().remove("signature")));
    // What the file says of its checksum decides nothing.
    let opened = changed(&key(0).signed(file()), |file| {
        file["sha256"] = json!("0".repeat(64));
    });
    assert!(matches!(opened.signature, Some(Signature::Valid { .. })));
}

#[test]
fn a_key_is_known_by_the_organisation_that_signed_with_it() {
    fn check(text: &str, settings: &Settings, expected: Option<Acquaintance>) {
        let opened = open_text(text).unwrap();
        assert_eq!(Signed::of(&opened).acquaintance(settings), expected);
    }

    let signed = key(0).signed(file());
    let mut settings = Settings::default();
    check(&file(), &settings, None);
    check(&signed, &settings, Some(Acquaintance::First));
    Signed::of(&open_text(&signed).unwrap()).remember(&mut settings);
    assert_eq!(settings.seen_keys.get(&id(1)), Some(&key(0).public()));
    assert!(settings.seen_reviewers.is_empty());
    check(&signed, &settings, Some(Acquaintance::SameAsLast));
    check(
        &key(1).signed(file()),
        &settings,
        Some(Acquaintance::AnotherThanLast),
    );
    check(&file(), &settings, Some(Acquaintance::NotSigned));
    settings.signing_key = Some(key(0).secret_text());
    check(&signed, &settings, Some(Acquaintance::Own));
    // Nothing is remembered of what is not validly signed, nor of a backup.
    let check_nothing_is_remembered = |opened: &Opened| {
        let mut settings = Settings::default();
        Signed::of(opened).remember(&mut settings);
        assert_eq!(settings, Settings::default());
    };
    check_nothing_is_remembered(&open_text(&file()).unwrap());
    let broken = changed(&signed, |file| file["signature"] = json!(""));
    check_nothing_is_remembered(&broken);
    let backup = export::everything(&workspace(), NOW, "0.2.0").unwrap();
    let backup = open_text(&key(0).signed(backup)).unwrap();
    assert!(matches!(backup.signature, Some(Signature::Valid { .. })));
    check_nothing_is_remembered(&backup);
    assert_eq!(Signed::of(&backup).acquaintance(&settings), None);
}

/// A review is signed by whoever checks, whose key is another one than that of the organisation:
/// the one says nothing of the other.
#[test]
fn whoever_checks_is_known_by_another_key_than_the_organisation() {
    let mut settings = Settings::default();
    Signed::of(&open_text(&key(0).signed(file())).unwrap()).remember(&mut settings);
    let mut about = page(3, id(1));
    let written = Review {
        remark: "记录缺两次".to_owned(),
        ..Review::begun("2026Q3".parse().unwrap(), Some("ORG-01".into()))
    };
    about.entries = SortedMap::from([(
        id(900),
        Entry {
            body: Some(EntryBody::Review(written)),
            changed_at: NOW,
            ..Entry::default()
        },
    )]);
    let review = export::review(vec![about], NOW, "0.2.0").unwrap();
    let signed = |number| Signed::of(&open_text(&key(number).signed(review.clone())).unwrap());
    let check = |settings: &Settings, number, expected| {
        assert_eq!(signed(number).acquaintance(settings), Some(expected));
    };
    assert_eq!(
        Signed::of(&open_text(&review).unwrap()).acquaintance(&settings),
        None
    );
    check(&settings, 1, Acquaintance::First);
    signed(1).remember(&mut settings);
    assert_eq!(settings.seen_reviewers.get(&id(1)), Some(&key(1).public()));
    assert_eq!(settings.seen_keys.get(&id(1)), Some(&key(0).public()));
    check(&settings, 1, Acquaintance::SameAsLast);
    check(&settings, 2, Acquaintance::AnotherThanLast);
    let unsigned = Signed::of(&open_text(&review).unwrap());
    assert_eq!(
        unsigned.acquaintance(&settings),
        Some(Acquaintance::NotSigned)
    );
}

#[test]
fn a_key_has_a_code_of_its_own_and_comes_back_from_its_text() {
    let (one, other) = (key(0).public(), key(1).public());
    assert_ne!(code_of(&one), code_of(&other));
    assert!(code_of(&one).is_some());
    let settings = Settings {
        signing_key: Some(key(1).secret_text()),
        ..Settings::default()
    };
    let again = SigningKey::of_settings(&settings).map(|key| key.public());
    assert_eq!(again, Some(other));
    for nothing in ["", "AAAA", "schlüssel"] {
        let settings = Settings {
            signing_key: Some(nothing.to_owned()),
            ..Settings::default()
        };
        assert!(SigningKey::of_settings(&settings).is_none(), "{nothing}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is changed in a signature, it is none.
    #[test]
    fn no_change_of_a_signature_is_valid(place in 0..86_usize, sign in "[0-9A-Za-z_-]") {
        let signed = key(0).signed(file());
        let mut is_same = false;
        let opened = changed(&signed, |file| {
            let signature = file["signature"].as_str().unwrap().to_owned();
            let place = place % signature.len();
            let other = format!("{}{sign}{}", &signature[..place], &signature[place + 1..]);
            is_same = other == signature;
            file["signature"] = json!(other);
        });
        prop_assert_eq!(opened.signature == Some(Signature::Invalid), !is_same);
    }
}
