//! Whatever the bytes, there is an answer and no panic.

use crate::samples::{
    NOW, assessment, id, organization, own_pack, period_file, reference, workspace,
};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::LazyLock;
use wuxing::exchange::limits::MOST_BYTES;
use wuxing::exchange::{
    ForeignEncoding, ImportError, ImportIssue, NoForeignEncoding, SyntaxFault, export, open,
    open_stored, open_text,
};

/// Decodes anything, as a lenient browser might.
struct Anything;

impl ForeignEncoding for Anything {
    fn decode_gbk(&self, bytes: &[u8]) -> Option<String> {
        Some(String::from_utf8_lossy(bytes).into_owned())
    }
}

/// A small file: one assessment.
static SMALL: LazyLock<String> = LazyLock::new(|| {
    let one = assessment(3, id(1), "2026Q3");
    period_file(&organization(1, "新坝村"), &one, &[], None).unwrap()
});

/// A small file that carries nothing but its envelope and one organisation.
static TINY: LazyLock<String> = LazyLock::new(|| {
    let village = wuxing::exchange::Document::Organization(organization(1, "新坝村"));
    export::everything(&[village], NOW, "0.1.0").unwrap()
});

#[test]
fn a_file_that_was_cut_off_says_so_wherever_it_was_cut() {
    let bytes = SMALL.as_bytes();
    for end in 1..bytes.len() - 1 {
        match open(&bytes[..end], &NoForeignEncoding) {
            Err(ImportError::NotJson {
                fault: SyntaxFault::CutOff,
                ..
            }) => {}
            other => unreachable!("cut at {end}: {other:?}"),
        }
    }
    assert_eq!(
        open(&bytes[..0], &NoForeignEncoding),
        Err(ImportError::Empty)
    );
}

#[test]
fn the_same_file_in_every_encoding_is_the_same() {
    let expected = open_text(&SMALL).unwrap();
    let units: Vec<u16> = SMALL.encode_utf16().collect();
    let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
    let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
    for bytes in [
        [&b"\xEF\xBB\xBF"[..], SMALL.as_bytes()].concat(),
        [&b"\xFF\xFE"[..], &little].concat(),
        [&b"\xFE\xFF"[..], &big].concat(),
        little,
        big,
        format!("李书记：\r\n```json\r\n{}\r\n```\r\n收到", *SMALL).into_bytes(),
        SMALL.replace('\n', "\r\n").into_bytes(),
        SMALL.replace("  ", "\u{A0} ").into_bytes(),
    ] {
        assert_eq!(open(&bytes, &NoForeignEncoding).as_ref(), Ok(&expected));
    }
}

#[test]
fn sizes_and_depths_are_bounded_before_anything_is_read() {
    #[track_caller]
    fn check(bytes: &[u8], expected: &ImportError) {
        assert_eq!(open(bytes, &NoForeignEncoding).as_ref(), Err(expected));
    }

    let large = vec![b' '; MOST_BYTES];
    check(
        &large,
        &ImportError::TooLarge {
            bytes: MOST_BYTES,
            most: MOST_BYTES,
        },
    );
    check(&large[1..], &ImportError::Empty);
    check(
        format!("{{\"a\":{}", "[".repeat(10_000)).as_bytes(),
        &ImportError::TooDeep { most: 64 },
    );
    check("[".repeat(10_000).as_bytes(), &ImportError::NothingOfOurs);
    check(
        "{\"a\":".repeat(10_000).as_bytes(),
        &ImportError::TooDeep { most: 64 },
    );
    let nested = format!(
        "{{\"format\":\"wuxing\",\"version\":1,\"kind\":\"backup\",\"payload\":{}{}}}",
        "{\"a\":".repeat(10_000),
        "}".repeat(10_000)
    );
    check(nested.as_bytes(), &ImportError::TooDeep { most: 64 });
    check(b"PK\x03\x04\x14\0\0\0\x08\0", &ImportError::NotText);
    check(b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", &ImportError::NotText);
    check(
        b"{\"format\":\"\xCE\xE5\xBB\xF9\"}",
        &ImportError::Damaged { line: Some(1) },
    );
}

/// Every value of a JSON document, each replaced in turn by something else.
fn damaged(value: &Value, with: &Value, change: &mut dyn FnMut(Value)) {
    fn places(value: &Value, place: &str, found: &mut Vec<String>) {
        found.push(place.to_owned());
        match value {
            Value::Object(members) => {
                for (name, member) in members {
                    let name = name.replace('~', "~0").replace('/', "~1");
                    places(member, &format!("{place}/{name}"), found);
                }
            }
            Value::Array(elements) => {
                for (index, element) in elements.iter().enumerate() {
                    places(element, &format!("{place}/{index}"), found);
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    places(value, "", &mut found);
    for place in found {
        let mut copy = value.clone();
        if let Some(target) = copy.pointer_mut(&place) {
            *target = with.clone();
        }
        change(copy);
    }
}

#[test]
fn any_field_can_be_anything() {
    let pack = own_pack();
    let mut one = assessment(3, id(1), "2026Q3");
    one.pack = reference(&pack);
    let whole = [
        SMALL.clone(),
        TINY.clone(),
        export::everything(&workspace()[..4], NOW, "0.1.0").unwrap(),
    ];
    let strange = [
        json!(null),
        json!(true),
        json!(-1),
        json!(u64::MAX),
        json!(1.5),
        json!(""),
        json!("长"),
        json!([]),
        json!({}),
        json!([[[]]]),
        json!({"id": "x"}),
    ];
    for text in whole {
        let value: Value = serde_json::from_str(&text).unwrap();
        for with in &strange {
            damaged(&value, with, &mut |damaged| {
                // Either it is refused, or the preview says that it was changed.
                if let Ok(opened) = open_text(&damaged.to_string()) {
                    let told = opened.issues.iter().any(|issue| {
                        matches!(
                            issue,
                            ImportIssue::ChecksumDiffers | ImportIssue::NoChecksum
                        )
                    });
                    let outside = damaged["payload"] == value["payload"];
                    assert!(told || outside, "{damaged}");
                }
            });
        }
    }
}

#[test]
fn any_number_of_a_pack_can_be_any_number() {
    let value: Value =
        serde_json::from_str(&export::standard(&own_pack(), NOW, "0.1.0").unwrap()).unwrap();
    for number in [
        json!(0),
        json!(10_000),
        json!(1_000_000),
        json!(u32::MAX),
        json!(-1),
    ] {
        // The texts of a pack are many and alike; its numbers are few.
        let mut numbers = Vec::new();
        fn collect(value: &Value, place: String, numbers: &mut Vec<String>) {
            match value {
                Value::Number(_) => numbers.push(place),
                Value::Object(members) => members
                    .iter()
                    .for_each(|(name, one)| collect(one, format!("{place}/{name}"), numbers)),
                Value::Array(elements) => elements
                    .iter()
                    .enumerate()
                    .for_each(|(index, one)| collect(one, format!("{place}/{index}"), numbers)),
                _ => {}
            }
        }
        collect(&value["payload"], "/payload".to_owned(), &mut numbers);
        assert!(numbers.len() > 100);
        for place in numbers.iter().step_by(7) {
            let mut copy = value.clone();
            *copy.pointer_mut(place).unwrap() = number.clone();
            let _ = open_text(&copy.to_string());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = open(&bytes, &Anything);
        let _ = open(&bytes, &NoForeignEncoding);
    }

    #[test]
    fn arbitrary_texts_never_panic(text in "\\PC{0,200}") {
        let _ = open_text(&text);
        let _ = open_stored(&text, 1, &text);
        let _ = open_stored("settings", 1, &text);
    }

    #[test]
    fn texts_that_look_like_json_never_panic(
        text in r#"(\{|\}|\[|\]|"|:|,|\\|"format"|"wuxing"|"payload"|1|null|五|\u{A0}|`){0,60}"#
    ) {
        let _ = open_text(&text);
        let _ = open_stored("settings", 1, &text);
    }

    #[test]
    fn a_flipped_bit_is_refused_or_told(place in any::<prop::sample::Index>(), bit in 0..8_u32) {
        let mut bytes = SMALL.clone().into_bytes();
        let place = place.index(bytes.len());
        bytes[place] ^= 1 << bit;
        if let Ok(opened) = open(&bytes, &Anything) {
            let told = opened.issues.iter().any(|issue| {
                matches!(issue, ImportIssue::ChecksumDiffers | ImportIssue::NoChecksum)
            });
            // What the checksum covers is the same, or the person is told.
            let expected = open_text(&SMALL).unwrap();
            prop_assert!(told || opened.documents == expected.documents);
        }
    }

    #[test]
    fn a_piece_cut_out_is_refused_or_told(
        from in any::<prop::sample::Index>(), length in 1..200_usize,
    ) {
        let bytes = SMALL.as_bytes();
        let from = from.index(bytes.len());
        let rest = bytes.get(from + length..).unwrap_or_default();
        if let Ok(opened) = open(&[&bytes[..from], rest].concat(), &Anything) {
            let told = opened.issues.iter().any(|issue| {
                matches!(issue, ImportIssue::ChecksumDiffers | ImportIssue::NoChecksum)
            });
            let expected = open_text(&SMALL).unwrap();
            prop_assert!(told || opened.documents == expected.documents);
        }
    }
}
