//! Whatever is written by position is read as it was.

use super::*;
use crate::standard::{OrganizationType, built_in};
use crate::typed_json;
use serde_json::Value;

/// What is written of a pack by position.
fn kept(pack: &StandardPack, with_texts: bool) -> StandardPack {
    let mut value = typed_json::value_of(pack).unwrap();
    keep(&mut value, with_texts);
    typed_json::read(&value).unwrap()
}

/// Takes the English and the examples out of a value, and where it is asked for the long texts: as
/// a build script once did it, by the JSON and not by the types.
fn keep(value: &mut Value, with_texts: bool) {
    match value {
        Value::Object(members) => {
            members.remove(EXAMPLES);
            if members.contains_key("zh") {
                members.remove("en");
            }
            for (name, member) in members {
                match !with_texts && LONG_TEXTS.contains(&name.as_str()) {
                    true => empty(member),
                    false => keep(member, with_texts),
                }
            }
        }
        Value::Array(elements) => elements.iter_mut().for_each(|one| keep(one, with_texts)),
        _ => {}
    }
}

/// Empties a text, a label and a list. A condition is none of them, whatever it holds.
fn empty(member: &mut Value) {
    match member {
        Value::String(text) => text.clear(),
        Value::Array(elements) => elements.clear(),
        Value::Object(members) if members.contains_key("zh") => {
            *members = serde_json::Map::from_iter([("zh".to_owned(), Value::from(""))]);
        }
        _ => {}
    }
}

#[test]
fn what_is_written_is_read() {
    for kind in OrganizationType::ALL {
        let pack = built_in(kind).unwrap();
        let Positional { brief, texts } = write(&pack).unwrap();
        let whole = read(&brief, Some(&texts)).unwrap();
        assert!(whole == kept(&pack, true), "{kind:?}");
        let in_brief = read(&brief, None).unwrap();
        assert!(in_brief == kept(&pack, false), "{kind:?} in brief");
        // So is what was read.
        let again = write(&whole).unwrap();
        assert!(again == Positional { brief, texts }, "{kind:?} again");
    }
}

/// The condition of a wording is under a name that long texts have elsewhere.
#[test]
fn a_condition_is_no_long_text() {
    let has_lists = |pack: &StandardPack| {
        let indicators = pack.basics.iter().flat_map(|basic| &basic.indicators);
        let mut variants = indicators.flat_map(|one| &one.variants);
        variants.any(|variant| format!("{:?}", variant.when).contains('['))
    };
    let packs = OrganizationType::ALL.map(|kind| built_in(kind).unwrap());
    assert!(packs.iter().any(has_lists), "no condition has a list");
}

/// Bytes are missing, or too many. The app has none but those that the build has read back.
#[test]
fn what_was_not_written_so_is_refused() {
    let pack = built_in(OrganizationType::Village).unwrap();
    let Positional { brief, texts } = write(&pack).unwrap();
    let check = |brief: &[u8], texts: &[u8]| {
        // A variant that there is none of ends in a panic.
        let found = std::panic::catch_unwind(|| read(brief, Some(texts)));
        assert!(!matches!(found, Ok(Ok(_))));
    };
    check(&[], &texts);
    check(&brief[1..], &texts);
    check(&brief[..brief.len() - 1], &texts);
    check(&brief, &texts[..texts.len() - 1]);
    check(&brief, &[]);
    check(&[brief.as_slice(), &[0]].concat(), &texts);
    check(&brief, &[texts.as_slice(), &[0]].concat());
}
