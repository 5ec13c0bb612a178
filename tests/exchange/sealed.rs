//! Sealed files: what opens again, what another passphrase, a cut and a damage lead to, and what a
//! hostile header cannot ask for. The fixture was made by another program.

use crate::generated::any_assessment;
use crate::samples::{NOW, organization, page, period_file, workspace};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::LazyLock;
use wuxing::effects::CountingRandomness;
use wuxing::exchange::sealing::{Passphrase, SealFault, SealedFile, UnsealingError, seal};
use wuxing::exchange::{ImportError, export, open_text};

/// Sealed by a script in Python, with the library `cryptography`.
const FOREIGN: &str = include_str!("../fixtures/file-sealed-1.json");
const INSIDE: &str = include_str!("../fixtures/file-v3-assessment.json");

fn passphrase() -> Passphrase {
    Passphrase::chosen("新坝2026").unwrap()
}

fn sealed_by_us(text: &str) -> String {
    let randomness = CountingRandomness::default();
    seal(text, &passphrase(), "村名加年份", &randomness, NOW, "0.2.0").unwrap()
}

fn read(text: &str) -> Result<SealedFile, ImportError> {
    match open_text(text) {
        Err(ImportError::Sealed { sealed }) => Ok(*sealed),
        Err(other) => Err(other),
        Ok(opened) => unreachable!("it opened without a passphrase: {opened:?}"),
    }
}

fn changed(text: &str, change: impl FnOnce(&mut Value)) -> String {
    let mut value: Value = serde_json::from_str(text).unwrap();
    change(&mut value);
    value.to_string()
}

/// One sealed file with everything, made once: deriving a key takes its time.
static SEALED: LazyLock<(String, String)> = LazyLock::new(|| {
    let inside = export::everything(&workspace(), NOW, "0.2.0").unwrap();
    let sealed = sealed_by_us(&inside);
    (inside, sealed)
});

#[test]
fn what_was_sealed_opens_to_what_it_was() {
    let (inside, text) = &*SEALED;
    let sealed = read(text).unwrap();
    assert_eq!(sealed.hint(), "村名加年份");
    assert_eq!(sealed.open(&passphrase()).as_ref(), Ok(inside));
    let wide = Passphrase::given("　新坝２０２６ ");
    assert_eq!(sealed.open(&wide).as_ref(), Ok(inside));
    // Nothing of what is inside can be read from outside.
    for word in ["新坝村", "organizations", "answers"] {
        assert!(inside.contains(word) && !text.contains(word), "{word}");
    }
}

#[test]
fn what_another_program_sealed_opens() {
    let sealed = read(FOREIGN).unwrap();
    assert_eq!(sealed.hint(), "村名加年份");
    assert_eq!(sealed.open(&passphrase()).unwrap(), INSIDE);
}

#[test]
fn the_documentation_names_what_new_files_are_sealed_with() {
    const FORMAT: &str = include_str!("../../docs/file-format.md");
    let file: Value = serde_json::from_str(&SEALED.1).unwrap();
    let header = &file["payload"];
    let said = format!(
        "New files have {} KiB, {} passes, {} lane",
        header["memory_kib"], header["passes"], header["lanes"]
    );
    assert!(FORMAT.contains(&said), "{said}");
    for (member, _) in header.as_object().unwrap() {
        assert!(FORMAT.contains(&format!("`{member}`")), "{member}");
    }
}

#[test]
fn another_passphrase_is_told_from_damage() {
    fn check(text: &str, passphrase: &str, expected: UnsealingError) {
        let sealed = read(text).unwrap();
        assert_eq!(sealed.open(&Passphrase::given(passphrase)), Err(expected));
    }

    let (_, text) = &*SEALED;
    check(text, "", UnsealingError::WrongPassphrase);
    check(text, "新坝2025", UnsealingError::WrongPassphrase);
    // Without a checksum nothing shows the damage before the passphrase is there.
    let damaged = changed(text, |file| {
        file.as_object_mut().unwrap().remove("sha256");
        file["payload"]["hint"] = json!("别的提示");
    });
    check(&damaged, "新坝2026", UnsealingError::Damaged);
    check(&damaged, "新坝2025", UnsealingError::WrongPassphrase);
}

#[test]
fn what_no_passphrase_opens_is_told_before_one_is_asked_for() {
    fn check(change: impl FnOnce(&mut Value), expected: SealFault) {
        let text = changed(&SEALED.1, change);
        assert_eq!(read(&text), Err(ImportError::SealBroken(expected)));
    }
    /// A header that was written on purpose has a checksum that fits, or none.
    fn check_hostile(name: &str, value: Value, expected: SealFault) {
        check(
            |file| {
                file.as_object_mut().unwrap().remove("sha256");
                file["payload"][name] = value;
            },
            expected,
        );
    }

    check(
        |file| file["payload"]["hint"] = json!("x"),
        SealFault::Damaged,
    );
    check(
        |file| {
            let sealed = file["payload"]["sealed"].as_str().unwrap();
            let half = sealed.get(..sealed.len() / 2).unwrap().to_owned();
            file["payload"]["sealed"] = half.into();
        },
        {
            let length = read(&SEALED.1).map(|_| ());
            assert_eq!(length, Ok(()));
            let file: Value = serde_json::from_str(&SEALED.1).unwrap();
            let expected = file["payload"]["length"].as_u64().unwrap();
            let signs = file["payload"]["sealed"].as_str().unwrap().len() as u64;
            let found = signs / 2 * 3 / 4;
            SealFault::CutOff { expected, found }
        },
    );
    check_hostile("seal", json!(2), SealFault::Newer { found: 2 });
    check_hostile("memory_kib", json!(4_194_304), SealFault::NotTaken);
    check_hostile("memory_kib", json!(-1), SealFault::NotTaken);
    check_hostile("memory_kib", json!(1), SealFault::NotTaken);
    check_hostile("passes", json!(1_000_000), SealFault::NotTaken);
    check_hostile("passes", json!(0), SealFault::NotTaken);
    check_hostile("lanes", json!(64), SealFault::NotTaken);
    check_hostile("kdf", json!("scrypt"), SealFault::NotTaken);
    check_hostile("cipher", json!("none"), SealFault::NotTaken);
    check_hostile("compression", json!("xz"), SealFault::NotTaken);
    check_hostile("salt", json!("AQID"), SealFault::Damaged);
    check_hostile("salt", json!("A".repeat(4_000)), SealFault::Damaged);
    check_hostile("nonce", json!("AQID"), SealFault::Damaged);
    check_hostile("nonce", json!("???"), SealFault::Damaged);
    check_hostile("sealed", json!(7), SealFault::Damaged);
    check(
        |file| {
            file["payload"] = json!([]);
        },
        SealFault::Damaged,
    );
}

#[test]
fn a_text_that_ends_too_early_is_refused_as_any_file_is() {
    let (_, text) = &*SEALED;
    let characters = text.chars().count();
    for kept in [characters / 3, characters / 2, characters - 2] {
        let cut: String = text.chars().take(kept).collect();
        assert!(
            matches!(read(&cut), Err(ImportError::NotJson { .. })),
            "{kept}"
        );
    }
}

proptest! {
    // Each case derives a key.
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn sealing_and_opening_is_the_identity(answers in any_assessment(), own in "\\PC{6,20}") {
        prop_assume!(Passphrase::chosen(&own).is_ok());
        let organization = organization(1, "新坝村");
        let answers = wuxing::assessment::Assessment { organization: organization.id, ..answers };
        let page = page(3, organization.id);
        let inside = period_file(&organization, &answers, &[&page], None).unwrap();
        let passphrase = Passphrase::chosen(&own).unwrap();
        let randomness = CountingRandomness::default();
        let text = seal(&inside, &passphrase, "", &randomness, NOW, "0.2.0").unwrap();
        prop_assert_eq!(read(&text).unwrap().open(&passphrase), Ok(inside));
    }
}

proptest! {
    /// Whatever is changed in what the file is made of, nothing else opens.
    #[test]
    fn a_change_is_told(place in 0..2_000_usize, sign in "[0-9A-Za-z_-]") {
        let text = changed(&SEALED.1, |file| {
            let sealed = file["payload"]["sealed"].as_str().unwrap().to_owned();
            let place = place % sealed.len();
            let (before, after) = sealed.split_at(place);
            file["payload"]["sealed"] = format!("{before}{sign}{}", &after[1..]).into();
        });
        let is_same = serde_json::from_str::<Value>(&text).unwrap()
            == serde_json::from_str::<Value>(&SEALED.1).unwrap();
        let found = read(&text);
        match is_same {
            true => prop_assert!(found.is_ok()),
            false => prop_assert_eq!(found, Err(ImportError::SealBroken(SealFault::Damaged))),
        }
    }
}

proptest! {
    // Each case derives a key.
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// The same where whoever changed it left the checksum out.
    #[test]
    fn a_change_is_told_without_a_checksum(place in 0..2_000_usize, sign in "[0-9A-Za-z_-]") {
        let mut same = false;
        let text = changed(&SEALED.1, |file| {
            file.as_object_mut().unwrap().remove("sha256");
            let sealed = file["payload"]["sealed"].as_str().unwrap().to_owned();
            let place = place % sealed.len();
            let (before, after) = sealed.split_at(place);
            let other = format!("{before}{sign}{}", &after[1..]);
            same = other == sealed;
            file["payload"]["sealed"] = other.into();
        });
        match read(&text) {
            Ok(sealed) if same => prop_assert!(sealed.open(&passphrase()).is_ok()),
            Ok(sealed) => prop_assert_eq!(sealed.open(&passphrase()), Err(UnsealingError::Damaged)),
            Err(error) => prop_assert_eq!(error, ImportError::SealBroken(SealFault::Damaged)),
        }
    }
}
