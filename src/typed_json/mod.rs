//! One way from JSON to types and back, for files, packs and the device's store alike; an error
//! names the place.
//!
//! Each type needs one reader and one writer in the app, where others for text or for the path
//! would double and treble what a phone has to load. Not here: reading JSON that somebody else
//! wrote (`exchange`).

mod reader;
mod refusal;

use reader::Reader;
use refusal::Refusal;
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

/// What a JSON text says.
///
/// # Errors
///
/// When it is no JSON, with the place in the text.
#[expect(
    clippy::disallowed_methods,
    reason = "the one reader of texts: into a value and nothing else"
)]
pub fn parse(text: &str) -> Result<Value, serde_json::Error> {
    serde_json::from_str(text)
}

/// A value as a type.
///
/// # Errors
///
/// The first place that does not fit.
pub fn read<T: DeserializeOwned>(value: &Value) -> Result<T, Misfit> {
    T::deserialize(Reader(value)).map_err(Refusal::into_misfit)
}

/// What a type is as a value.
///
/// # Errors
///
/// What a type that cannot be JSON answers; none of ours does.
pub fn value_of<T: Serialize + ?Sized>(content: &T) -> Result<Value, serde_json::Error> {
    parse(&serde_json::to_string(content)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sorted_map::SortedMap;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code, reason = "the fields are there to be read into")]
    struct Branch {
        name: String,
        #[serde(default)]
        answers: SortedMap<String, Vec<u8>>,
        #[serde(default)]
        until: Option<uuid::Uuid>,
    }

    #[test]
    fn an_error_names_its_place() {
        fn check(text: &str, place: &str, problem: &str) {
            let value = serde_json::from_str(text).unwrap();
            let found = read::<Vec<Branch>>(&value).unwrap_err();
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
        let typed: SortedMap<String, Vec<u8>> = read(&value).unwrap();
        assert_eq!(value_of(&typed).unwrap(), value);
    }
}
