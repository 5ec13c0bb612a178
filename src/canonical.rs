//! The one way in which JSON is written where a checksum is taken over it: keys sorted, no white
//! space, integers only.
//!
//! Not here: what is checked. `standard` hashes packs with it, `exchange` the payload of files.
//!
//! It is a writer of our own, because a checksum must not change with a setting or a version of a
//! serializer.

use crate::order::sorted_by_key;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// Why a value has no canonical form.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CanonicalError {
    /// A number is not an integer of 64 bits; fractions are written differently by every writer.
    #[error("not an integer at {place}: {number}")]
    NotAnInteger {
        /// Where it stands, as a JSON pointer.
        place: String,
        /// The number as it was found.
        number: String,
    },
}

/// Writes `value` in its canonical form: the keys of an object sorted by their UTF-8 bytes, no
/// white space, strings with only the escapes that JSON demands.
///
/// # Errors
///
/// [`CanonicalError::NotAnInteger`] for the first number with a fraction or an exponent.
pub fn write(value: &Value) -> Result<String, CanonicalError> {
    let mut text = String::new();
    write_value(value, &mut text).map_err(|fraction| fraction.within(Vec::new()))?;
    Ok(text)
}

/// The SHA-256 of the UTF-8 bytes of `text`, as 64 lower-case hexadecimal digits.
pub fn sha256_hex(text: &str) -> String {
    hexadecimal(&Sha256::digest(text.as_bytes()))
}

fn hexadecimal(bytes: &[u8]) -> String {
    let mut hex = String::with_capacity(64);
    for byte in bytes {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

/// The SHA-256 of a large value in its canonical form, taken piece by piece (分步校验): what stands in
/// the lists and objects right inside it is one piece each.
#[derive(Debug)]
pub struct Hashing {
    digest: Sha256,
    /// The keys of the value that are still to come, the next one last; `None` before the first
    /// step.
    keys: Option<Vec<String>>,
    /// How many elements of the list under the next key have been taken.
    elements: usize,
    /// How many pieces have been taken.
    pieces: usize,
}

impl Default for Hashing {
    fn default() -> Self {
        Self {
            digest: Sha256::new(),
            keys: None,
            elements: 0,
            pieces: 0,
        }
    }
}

impl Hashing {
    /// Takes the next piece of `value`, which must be the same at every step. Returns the sum, as
    /// 64 lower-case hexadecimal digits, once there is no piece left.
    ///
    /// # Errors
    ///
    /// As for [`write()`].
    pub fn step(&mut self, value: &Value) -> Result<Option<String>, CanonicalError> {
        let Value::Object(members) = value else {
            self.take(value, Vec::new())?;
            return Ok(Some(self.end()));
        };
        let keys = self.keys.get_or_insert_with(|| {
            let mut keys = sorted_by_key(members.keys().cloned(), String::clone);
            keys.reverse();
            keys
        });
        let Some(key) = keys.last().cloned() else {
            self.digest
                .update(if self.pieces == 0 { "{}" } else { "}" });
            return Ok(Some(self.end()));
        };
        self.pieces += 1;
        let member = members.get(&key).unwrap_or(&Value::Null);
        let element = match member {
            Value::Array(elements) => elements.get(self.elements),
            _ => None,
        };
        if self.elements == 0 {
            let before = if self.pieces == 1 { '{' } else { ',' };
            let mut text = String::from(before);
            write_string(&key, &mut text);
            text.push(':');
            self.digest.update(text);
        }
        match (member, element) {
            (Value::Array(_), Some(element)) => {
                self.digest
                    .update(if self.elements == 0 { "[" } else { "," });
                self.take(element, vec![key, self.elements.to_string()])?;
                self.elements += 1;
                return Ok(None);
            }
            (Value::Array(_), None) => {
                self.digest
                    .update(if self.elements == 0 { "[]" } else { "]" });
            }
            _ => self.take(member, vec![key])?,
        }
        self.elements = 0;
        self.keys.as_mut().and_then(Vec::pop);
        Ok(None)
    }

    /// How many pieces have been taken.
    pub fn pieces(&self) -> usize {
        self.pieces
    }

    fn take(&mut self, value: &Value, place: Vec<String>) -> Result<(), CanonicalError> {
        let mut text = String::new();
        write_value(value, &mut text).map_err(|fraction| fraction.within(place))?;
        self.digest.update(text);
        Ok(())
    }

    fn end(&mut self) -> String {
        hexadecimal(&std::mem::take(&mut self.digest).finalize())
    }
}

/// A number that is no integer, and the keys and indices that lead to it from the value that was to
/// be written, the innermost first. They are put together on the way back, so that a value without
/// one costs nothing.
struct Fraction {
    number: String,
    place: Vec<String>,
}

impl Fraction {
    fn at(mut self, part: impl ToString) -> Self {
        self.place.push(part.to_string());
        self
    }

    /// As an error, where the value stands at this place.
    fn within(self, mut place: Vec<String>) -> CanonicalError {
        place.extend(self.place.into_iter().rev());
        CanonicalError::NotAnInteger {
            place: pointer(&place),
            number: self.number,
        }
    }
}

/// Appends one value.
fn write_value(value: &Value, text: &mut String) -> Result<(), Fraction> {
    match value {
        Value::Null => text.push_str("null"),
        Value::Bool(true) => text.push_str("true"),
        Value::Bool(false) => text.push_str("false"),
        Value::Number(number) if number.is_i64() || number.is_u64() => {
            text.push_str(&number.to_string());
        }
        Value::Number(number) => {
            return Err(Fraction {
                number: number.to_string(),
                place: Vec::new(),
            });
        }
        Value::String(string) => write_string(string, text),
        Value::Array(elements) => {
            text.push('[');
            for (index, element) in elements.iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                write_value(element, text).map_err(|fraction| fraction.at(index))?;
            }
            text.push(']');
        }
        Value::Object(members) => {
            text.push('{');
            // A feature of serde_json can make the map keep its own order.
            if members.keys().is_sorted() {
                write_members(members.iter(), text)?;
            } else {
                write_members(sorted_by_key(members, |(key, _)| *key).into_iter(), text)?;
            }
            text.push('}');
        }
    }
    Ok(())
}

fn write_members<'a>(
    members: impl Iterator<Item = (&'a String, &'a Value)>,
    text: &mut String,
) -> Result<(), Fraction> {
    for (index, (key, member)) in members.enumerate() {
        if index > 0 {
            text.push(',');
        }
        write_string(key, text);
        text.push(':');
        write_value(member, text).map_err(|fraction| fraction.at(key))?;
    }
    Ok(())
}

/// Appends a string with quotes and escapes.
fn write_string(string: &str, text: &mut String) {
    let is_escaped = |character: char| matches!(character, '"' | '\\' | '\0'..='\u{1f}');
    text.push('"');
    let mut rest = string;
    while let Some(character) = rest.find(is_escaped).and_then(|at| {
        let (plain, behind) = rest.split_at(at);
        text.push_str(plain);
        rest = behind;
        behind.chars().next()
    }) {
        match character {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\t' => text.push_str("\\t"),
            control => {
                let _ = write!(text, "\\u{:04x}", u32::from(control));
            }
        }
        rest = rest.get(1..).unwrap_or_default();
    }
    text.push_str(rest);
    text.push('"');
}

/// The JSON pointer of a place.
fn pointer(place: &[String]) -> String {
    place
        .iter()
        .map(|part| format!("/{}", part.replace('~', "~0").replace('/', "~1")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    /// The sum taken piece by piece, and how many pieces there were.
    fn in_pieces(value: &Value) -> (Result<String, CanonicalError>, usize) {
        let mut hashing = Hashing::default();
        loop {
            match hashing.step(value) {
                Ok(None) => {}
                Ok(Some(sum)) => return (Ok(sum), hashing.pieces()),
                Err(error) => return (Err(error), hashing.pieces()),
            }
        }
    }

    #[test]
    fn a_sum_taken_in_pieces_is_that_of_the_whole() {
        fn check(value: Value, pieces: usize) {
            let whole = write(&value).map(|text| sha256_hex(&text));
            assert_eq!(in_pieces(&value), (whole, pieces), "{value}");
        }

        check(json!({}), 0);
        check(json!([1, 2]), 0);
        check(json!(null), 0);
        check(json!({"b": 1, "a": "二", "c": {"x": [1, 2]}}), 3);
        check(json!({"b": [], "a": [[], {}, 1], "c": 2}), 6);
        check(json!({"a": [1, 2.5]}), 2);
        check(json!({"a/b~": {"c": [0, 1e30]}}), 1);
    }

    fn any_json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<i64>().prop_map(Value::from),
            Just(json!(0.5)),
            ".{0,3}".prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 30, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::btree_map("[a-c星]{0,2}", inner, 0..4)
                    .prop_map(|members| Value::Object(members.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn whole_and_in_pieces_are_the_same(value in any_json()) {
            let whole = write(&value).map(|text| sha256_hex(&text));
            prop_assert_eq!(in_pieces(&value).0, whole);
        }
    }

    #[test]
    fn values_have_one_form() {
        fn check(value: Value, expected: &str) {
            let written = write(&value).unwrap();
            assert_eq!(written, expected);
            assert_eq!(serde_json::from_str::<Value>(&written).unwrap(), value);
        }

        check(json!(null), "null");
        check(json!([true, false, 0, -1, u64::MAX, i64::MIN]), {
            "[true,false,0,-1,18446744073709551615,-9223372036854775808]"
        });
        check(
            json!({"b": 1, "a": {"d": [], "c": {}}}),
            r#"{"a":{"c":{},"d":[]},"b":1}"#,
        );
        check(json!({"星": 1, "é": 2, "z": 3}), r#"{"z":3,"é":2,"星":1}"#);
        check(
            json!("\"\\/\n\r\t\u{1}\u{7f}五基"),
            "\"\\\"\\\\/\\n\\r\\t\\u0001\u{7f}五基\"",
        );
    }

    #[test]
    fn fractions_are_refused_with_their_place() {
        fn check(value: Value, place: &str) {
            match write(&value) {
                Err(CanonicalError::NotAnInteger { place: found, .. }) => assert_eq!(found, place),
                other => unreachable!("{other:?}"),
            }
        }

        check(json!(1.5), "");
        check(json!({"a": [1, 2.0]}), "/a/1");
        check(json!({"a/b~": {"c": 1e30}}), "/a~1b~0/c");
    }

    #[test]
    fn checksums_are_those_of_sha_256() {
        fn check(text: &str, expected: &str) {
            assert_eq!(sha256_hex(text), expected);
        }

        check(
            "",
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        );
        check(
            "abc",
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        );
    }
}
