//! Whether what is written of a document says all that was read of it (有没有漏), told from the text
//! as it is parsed: most files lose nothing, and to see that no second tree of values is built.
//!
//! Not here: what is lost where something is ([`super::typed`]).

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};
use std::fmt;

/// Whether every member of `read` has its place in `text`. Where it says no, something may be lost;
/// what is empty may be left unwritten, which this does not look at.
pub(super) fn is_all_in(read: &Value, text: &str) -> bool {
    let mut parser = serde_json::Deserializer::from_str(text);
    Within(read).deserialize(&mut parser).unwrap_or(false)
}

/// A value that was read, held against what the text says in its place.
struct Within<'a>(&'a Value);

impl<'de> DeserializeSeed<'de> for Within<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, parser: D) -> Result<bool, D::Error> {
        parser.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Within<'_> {
    type Value = bool;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<bool, E> {
        Ok(true)
    }

    fn visit_bool<E>(self, _: bool) -> Result<bool, E> {
        Ok(true)
    }

    fn visit_i64<E>(self, _: i64) -> Result<bool, E> {
        Ok(true)
    }

    fn visit_u64<E>(self, _: u64) -> Result<bool, E> {
        Ok(true)
    }

    fn visit_f64<E>(self, _: f64) -> Result<bool, E> {
        Ok(true)
    }

    fn visit_str<E>(self, _: &str) -> Result<bool, E> {
        Ok(true)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<bool, A::Error> {
        let read = self.0.as_array().map(Vec::as_slice).unwrap_or_default();
        let mut all = true;
        for value in read {
            match elements.next_element_seed(Within(value))? {
                Some(inside) => all &= inside,
                None => return Ok(all),
            }
        }
        while elements.next_element::<IgnoredAny>()?.is_some() {}
        Ok(all)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<bool, A::Error> {
        let Value::Object(read) = self.0 else {
            while members.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            return Ok(true);
        };
        let (mut all, mut met) = (true, 0);
        while let Some(value) = members.next_key_seed(Member(read))? {
            match value {
                Some(value) => {
                    met += 1;
                    all &= members.next_value_seed(Within(value))?;
                }
                None => drop(members.next_value::<IgnoredAny>()?),
            }
        }
        Ok(all && met == read.len())
    }
}

/// The member of an object that was read under the name that comes next in the text.
struct Member<'a>(&'a Map<String, Value>);

impl<'a, 'de> DeserializeSeed<'de> for Member<'a> {
    type Value = Option<&'a Value>;

    fn deserialize<D: Deserializer<'de>>(self, parser: D) -> Result<Self::Value, D::Error> {
        parser.deserialize_str(self)
    }
}

impl<'a> Visitor<'_> for Member<'a> {
    type Value = Option<&'a Value>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a name")
    }

    fn visit_str<E>(self, name: &str) -> Result<Self::Value, E> {
        Ok(self.0.get(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_text_is_held_against_what_was_read() {
        fn check(read: Value, text: &str, expected: bool) {
            assert_eq!(is_all_in(&read, text), expected, "{read} {text}");
        }

        check(json!({}), "{}", true);
        check(json!({"a": 1}), "{\"a\":2}", true);
        check(json!({"a": 1}), "{\"b\":{\"c\":[1,{}]},\"a\":1}", true);
        check(json!({"a": 1}), "{}", false);
        check(json!({"a": {"b": 1}}), "{\"a\":{}}", false);
        check(json!({"a": {"b": 1}}), "{\"a\":null}", true);
        check(json!({"a": null}), "{\"a\":{\"b\":1}}", true);
        check(
            json!([{"x": 1}, {"y": 2}]),
            "[{\"x\":1},{\"y\":1,\"z\":\"一\"},3]",
            true,
        );
        check(json!([{"x": 1}, {"y": 2}]), "[{\"x\":1},{}]", false);
        check(json!([1, 2, 3]), "[1]", true);
        check(json!({"\"": 1.5}), "{\"\\\"\":-1.5}", true);
        check(json!({"a": 1}), "{\"a\":", false);
    }
}
