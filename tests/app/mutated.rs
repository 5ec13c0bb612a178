//! Bytes that were changed at random, at both doors: the file of an import and the raw data of the
//! rescue page. Nothing panics, and what opens can be kept, exported and opened again.
//!
//! `fuzz/` has the same two doors for a fuzzer that runs for hours.

use crate::device::{Device, START};
use crate::samples::{PERIOD, branch_and_period, own_pack};
use proptest::prelude::*;
use std::sync::LazyLock;
use wuxing::app::VERSION;
use wuxing::app::start::take_in;
use wuxing::app::workspace::Workspace;
use wuxing::assessment::Verdict;
use wuxing::exchange::{Document, NoForeignEncoding, SCHEMA_VERSION, backup, open, open_text};
use wuxing::storage::rescue;

/// The file of a small device, and its raw data.
static WHOLE: LazyLock<(String, String)> = LazyLock::new(|| {
    let device = Device::new();
    let tab = device.open(0);
    tab.add(&branch_and_period());
    tab.answer(PERIOD, "ORG-01", Verdict::Met);
    tab.note(PERIOD, "ORG-02", "见会议记录");
    tab.flush();
    let file = backup::everything(&tab.workspace().documents(), START, VERSION);
    let raw = rescue::export_raw(&*device.store, Some(&device.journal.records()));
    (file.unwrap().text, raw)
});

/// One change of some bytes.
#[derive(Clone, Debug)]
enum Mutation {
    Set(usize, u8),
    Turn(usize, u8),
    Remove(usize, usize),
    Repeat(usize, usize),
    Insert(usize, &'static str),
    /// Replaces the number that stands there or follows.
    Number(usize, &'static str),
}

fn mutation() -> impl Strategy<Value = Mutation> {
    let at = 0..100_000usize;
    let pieces = prop::sample::select(vec!["\0", "\"", "{", "}", "null", "\u{feff}", "\\ud800"]);
    let numbers = prop::sample::select(vec![
        "-1",
        "0",
        "1.5",
        "1e400",
        "253402300800000",
        "9007199254740991",
        "9223372036854775807",
        "18446744073709551616",
    ]);
    prop_oneof![
        (at.clone(), any::<u8>()).prop_map(|(at, byte)| Mutation::Set(at, byte)),
        (at.clone(), 0..8u8).prop_map(|(at, bit)| Mutation::Turn(at, bit)),
        (at.clone(), 1..40usize).prop_map(|(at, length)| Mutation::Remove(at, length)),
        (at.clone(), 1..40usize).prop_map(|(at, length)| Mutation::Repeat(at, length)),
        (at.clone(), pieces).prop_map(|(at, piece)| Mutation::Insert(at, piece)),
        (at, numbers).prop_map(|(at, number)| Mutation::Number(at, number)),
    ]
}

fn mutated(text: &str, mutations: &[Mutation]) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for mutation in mutations {
        let length = bytes.len().max(1);
        match *mutation {
            Mutation::Set(at, byte) => bytes[at % length] = byte,
            Mutation::Turn(at, bit) => bytes[at % length] ^= 1 << bit,
            Mutation::Remove(at, some) => {
                let at = at % length;
                bytes.drain(at..(at + some).min(length));
            }
            Mutation::Repeat(at, some) => {
                let at = at % length;
                let piece = bytes[at..(at + some).min(length)].to_vec();
                bytes.splice(at..at, piece);
            }
            Mutation::Insert(at, piece) => {
                let at = at % length;
                bytes.splice(at..at, piece.bytes());
            }
            Mutation::Number(at, number) => {
                let digit = |byte: &u8| byte.is_ascii_digit();
                let Some(start) = bytes[at % length..].iter().position(digit) else {
                    continue;
                };
                let start = at % length + start;
                let digits = bytes[start..].iter().take_while(|byte| digit(byte)).count();
                bytes.splice(start..start + digits, number.bytes());
            }
        }
        if bytes.is_empty() {
            return bytes;
        }
    }
    bytes
}

/// What came in is kept by an app, and goes out again.
fn can_be_kept_and_exported(documents: &[Document]) {
    if documents.is_empty() {
        return;
    }
    let device = Device::new();
    let tab = device.open(0);
    tab.import(documents);
    tab.answer(PERIOD, "ORG-03", Verdict::Unmet);
    let file = backup::everything(&tab.workspace().documents(), START, VERSION).unwrap();
    assert!(file.left_out.is_empty(), "{:?}", file.left_out);
    open_text(&file.text).unwrap();
    device.kill(0);
    let again = device.open(0);
    for document in tab.workspace().documents() {
        assert!(again.workspace().document(&document.key()).is_some());
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 300,
        failure_persistence: None,
        ..Default::default()
    })]

    #[test]
    fn a_mutated_file_is_refused_or_can_be_kept(
        mutations in prop::collection::vec(mutation(), 1..5),
    ) {
        let bytes = mutated(&WHOLE.0, &mutations);
        if let Ok(opened) = open(&bytes, &NoForeignEncoding) {
            can_be_kept_and_exported(&opened.documents);
        }
    }

    #[test]
    fn mutated_raw_data_is_refused_or_can_be_kept(
        mutations in prop::collection::vec(mutation(), 1..5),
    ) {
        let bytes = mutated(&WHOLE.1, &mutations);
        let text = String::from_utf8_lossy(&bytes);
        if let Ok(loaded) = rescue::open(&text, SCHEMA_VERSION, START) {
            let mut workspace = Workspace::default();
            take_in(&loaded, &mut workspace);
            can_be_kept_and_exported(&workspace.documents());
        }
    }
}

#[test]
fn what_was_not_mutated_opens() {
    let (file, raw) = &*WHOLE;
    assert_eq!(open_text(file).unwrap().documents.len(), 3);
    let mut workspace = Workspace::default();
    take_in(
        &rescue::open(raw, SCHEMA_VERSION, START).unwrap(),
        &mut workspace,
    );
    can_be_kept_and_exported(&workspace.documents());
    can_be_kept_and_exported(&[own_pack()]);
}
