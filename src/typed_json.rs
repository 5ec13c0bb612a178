//! One way from JSON to types and back, for files, packs and the device's store alike; an error
//! names the place.
//!
//! Everything goes through text: each type then needs one reader and one writer in the app, where
//! another for values in memory and a third that follows the path would double and treble what a
//! phone has to load. Not here: reading JSON that somebody else wrote (`exchange`).

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Why JSON is not of a type.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {problem}")]
pub struct Misfit {
    /// Where in the JSON, as `periods[2].answers.ORG-01`; empty for the whole.
    pub place: String,
    /// What is wrong there, in English, for a report.
    pub problem: String,
}

/// A value as a type.
///
/// # Errors
///
/// The first place that does not fit.
pub fn read<T: DeserializeOwned>(value: &Value) -> Result<T, Misfit> {
    read_text(&value.to_string())
}

/// JSON text of one line as a type.
///
/// # Errors
///
/// The first place that does not fit.
pub fn read_text<T: DeserializeOwned>(text: &str) -> Result<T, Misfit> {
    serde_json::from_str(text).map_err(|error| {
        let whole = error.to_string();
        // The position says nothing to anybody who does not have this very text.
        let problem = whole
            .rfind(" at line ")
            .map_or(whole.as_str(), |end| &whole[..end]);
        Misfit {
            place: place_at(text, consumed_at(text, error.column(), problem)),
            problem: problem.to_owned(),
        }
    })
}

/// What a type is as a value.
///
/// # Errors
///
/// What a type that cannot be JSON answers; none of ours does.
pub fn value_of<T: Serialize + ?Sized>(content: &T) -> Result<Value, serde_json::Error> {
    serde_json::from_str(&serde_json::to_string(content)?)
}

/// How much of a text leads to the place of a problem, for a reader that gave up at byte number
/// `column` (from 1).
///
/// A value that reads well and is then refused, as a day that no month has, is reported after the
/// reader has closed the object around it if it was the last one in it. What is missing from an
/// object is rightly reported there.
fn consumed_at(text: &str, column: usize, problem: &str) -> usize {
    let closed = column > 0 && matches!(text.as_bytes().get(column - 1), Some(b'}' | b']'));
    if closed && !problem.starts_with("missing field") {
        column - 1
    } else {
        column
    }
}

/// The place of the byte number `column` (from 1) in a text of one line: where a reader stood that
/// had consumed so much.
fn place_at(text: &str, column: usize) -> String {
    let mut path: Vec<Step> = Vec::new();
    let mut bytes = text.bytes().enumerate().take(column).peekable();
    while let Some((start, byte)) = bytes.next() {
        match byte {
            b'{' => path.push(Step::Member(None)),
            b'[' => path.push(Step::Element(0)),
            b'}' | b']' => drop(path.pop()),
            b',' => match path.last_mut() {
                Some(Step::Element(index)) => *index += 1,
                Some(Step::Member(name)) => *name = None,
                None => {}
            },
            b'"' => {
                let mut escaped = false;
                let mut end = start + 1;
                for (place, byte) in bytes.by_ref() {
                    end = place;
                    if byte == b'"' && !escaped {
                        break;
                    }
                    escaped = byte == b'\\' && !escaped;
                }
                if let Some(Step::Member(name @ None)) = path.last_mut() {
                    *name = text.get(start..=end).map(name_of);
                }
            }
            _ => {}
        }
    }
    let mut place = String::new();
    for step in path {
        match step {
            Step::Member(Some(name)) if place.is_empty() => place = name,
            Step::Member(Some(name)) => place = format!("{place}.{name}"),
            Step::Member(None) => {}
            Step::Element(index) => place = format!("{place}[{index}]"),
        }
    }
    place
}

enum Step {
    Member(Option<String>),
    Element(usize),
}

/// A name without its quotation marks and its escapes.
fn name_of(quoted: &str) -> String {
    serde_json::from_str(quoted).unwrap_or_else(|_| quoted.trim_matches('"').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;
    use std::collections::BTreeMap;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code, reason = "the fields are there to be read into")]
    struct Branch {
        name: String,
        #[serde(default)]
        answers: BTreeMap<String, Vec<u8>>,
        #[serde(default)]
        until: Option<uuid::Uuid>,
    }

    #[test]
    fn an_error_names_its_place() {
        fn check(text: &str, place: &str, problem: &str) {
            let found = read_text::<Vec<Branch>>(text).unwrap_err();
            assert_eq!(found.place, place, "{text}");
            assert!(found.problem.contains(problem), "{}", found.problem);
            assert!(!found.problem.contains("column"), "{}", found.problem);
        }

        check("{}", "", "invalid type");
        check("[7]", "[0]", "invalid type");
        check(r#"[{"name":7}]"#, "[0].name", "invalid type");
        check(
            r#"[{"name":"村"},{"name":null}]"#,
            "[1].name",
            "invalid type",
        );
        check(
            r#"[{"name":"a","answers":{"一":[1,2],"二":[1,300]}}]"#,
            "[0].answers.二[1]",
            "300",
        );
        check(
            r#"[{"name":"a","answers":{"\"x\\":["no"]}}]"#,
            r#"[0].answers."x\[0]"#,
            "invalid",
        );
        check(r#"[{"name":"a"},{"answers":{}}]"#, "[1]", "missing field");
        check(
            r#"[{"until":"2026-02-30","name":"a"}]"#,
            "[0].until",
            "UUID",
        );
        check(
            r#"[{"name":"a","until":"2026-02-30"}]"#,
            "[0].until",
            "UUID",
        );
        check(r#"[{"name":"a","other":1}]"#, "[0].other", "unknown field");
    }

    #[test]
    fn values_and_types_are_the_same_thing_twice() {
        let value = serde_json::json!({ "a": [1, 2], "b": [] });
        let typed: BTreeMap<String, Vec<u8>> = read(&value).unwrap();
        assert_eq!(value_of(&typed).unwrap(), value);
    }
}
