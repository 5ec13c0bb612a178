//! A large JSON text read value by value (分步读取), so that nobody waits for all of it at once.
//!
//! The outermost objects and lists are opened here, and what stands in them is read by the parser,
//! one value a step. What comes out is what the parser makes of the whole. Not here: where and why
//! a text is no JSON; the parser says that of the whole.

use serde_json::{Map, Value};

/// How many objects and lists are opened around a value: the file, its payload, and a list in it.
const OPENED: usize = 3;

/// A JSON object that is being read.
#[derive(Debug)]
pub(super) struct Assembly {
    /// How far it has been read, in bytes.
    at: usize,
    /// What has been opened and not closed, the outermost first.
    open: Vec<Opened>,
}

/// An object or a list that is open.
#[derive(Debug)]
enum Opened {
    /// With the name of the member whose value comes next.
    Object(Map<String, Value>, String),
    List(Vec<Value>),
}

/// What one step came to.
#[derive(Debug, PartialEq)]
pub(super) enum Step {
    /// There is more to read.
    More,
    /// All of it is read: the value, and where it ends.
    Done(Value, usize),
    /// It is no JSON.
    Failed,
}

impl Assembly {
    /// The value that begins at this byte of a text.
    pub(super) fn from(start: usize) -> Self {
        Self {
            at: start,
            open: Vec::new(),
        }
    }

    /// How far it has been read, in bytes.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Reads the next value of the text, which must be the same at every step.
    pub(super) fn step(&mut self, text: &str) -> Step {
        self.value(text).unwrap_or(Step::Failed)
    }

    fn value(&mut self, text: &str) -> Option<Step> {
        let first = self.next_sign(text)?;
        let opens = self.open.len() < OPENED;
        if first == b'{' && opens {
            self.at += 1;
            if self.next_sign(text)? == b'}' {
                self.at += 1;
                return self.close(text, Value::Object(Map::new()));
            }
            let name = self.name(text)?;
            self.open.push(Opened::Object(Map::new(), name));
            return Some(Step::More);
        }
        if first == b'[' && opens {
            self.at += 1;
            if self.next_sign(text)? == b']' {
                self.at += 1;
                return self.close(text, Value::Array(Vec::new()));
            }
            self.open.push(Opened::List(Vec::new()));
            return Some(Step::More);
        }
        let value = self.parsed(text)?;
        self.close(text, value)
    }

    /// Puts a value where it belongs, and closes what ends behind it.
    fn close(&mut self, text: &str, value: Value) -> Option<Step> {
        let mut value = value;
        loop {
            let Some(around) = self.open.pop() else {
                return Some(Step::Done(value, self.at));
            };
            let sign = self.next_sign(text)?;
            self.at += 1;
            value = match (around, sign) {
                (Opened::Object(mut members, name), b',') => {
                    members.insert(name, value);
                    let name = self.name(text)?;
                    self.open.push(Opened::Object(members, name));
                    return Some(Step::More);
                }
                (Opened::Object(mut members, name), b'}') => {
                    members.insert(name, value);
                    Value::Object(members)
                }
                (Opened::List(mut elements), b',') => {
                    elements.push(value);
                    self.open.push(Opened::List(elements));
                    return Some(Step::More);
                }
                (Opened::List(mut elements), b']') => {
                    elements.push(value);
                    Value::Array(elements)
                }
                _ => return None,
            };
        }
    }

    /// The name of a member, and the colon behind it.
    fn name(&mut self, text: &str) -> Option<String> {
        if self.next_sign(text)? != b'"' {
            return None;
        }
        let Value::String(name) = self.parsed(text)? else {
            return None;
        };
        if self.next_sign(text)? != b':' {
            return None;
        }
        self.at += 1;
        Some(name)
    }

    /// The value that stands here, read by the parser.
    fn parsed(&mut self, text: &str) -> Option<Value> {
        let rest = text.get(self.at..)?;
        let mut values = serde_json::Deserializer::from_str(rest).into_iter::<Value>();
        let value = values.next()?.ok()?;
        self.at += values.byte_offset();
        Some(value)
    }

    /// The next byte that is no white space; it is not passed.
    fn next_sign(&mut self, text: &str) -> Option<u8> {
        let rest = text.as_bytes().get(self.at..)?;
        let is_space = |byte: &&u8| matches!(**byte, b' ' | b'\n' | b'\t' | b'\r');
        self.at += rest.iter().take_while(is_space).count();
        text.as_bytes().get(self.at).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The value and its end, as the parser has them.
    fn whole(text: &str) -> Option<(Value, usize)> {
        let mut values = serde_json::Deserializer::from_str(text).into_iter::<Value>();
        let value = values.next()?.ok()?;
        Some((value, values.byte_offset()))
    }

    /// The same value by value, and how many steps that took.
    fn in_steps(text: &str) -> (Option<(Value, usize)>, usize) {
        let mut assembly = Assembly::from(0);
        let mut steps = 0;
        loop {
            steps += 1;
            match assembly.step(text) {
                Step::More => {}
                Step::Done(value, end) => return (Some((value, end)), steps),
                Step::Failed => return (None, steps),
            }
        }
    }

    #[test]
    fn it_comes_to_what_the_parser_comes_to() {
        fn check(text: &str) {
            assert_eq!(in_steps(text).0, whole(text), "{text}");
        }

        check("{}");
        check("{\"a\":1}");
        check(" { \"a\" : [ ] , \"b\" : { } }\n rest");
        check("{\"a\":1,\"a\":2}");
        check("{\"a\":[1,2,[3,[4]],{\"b\":{\"c\":null}}],\"\\u4e00\":\"\\\"}\"}{");
        check("{\"payload\":{\"list\":[{\"x\":[1]},{\"x\":[2]}],\"other\":true}},{");
        for fault in [
            "",
            "{",
            "{\"a\"",
            "{\"a\":",
            "{\"a\":1",
            "{\"a\":1,",
            "{\"a\":1,}",
            "{a:1}",
            "{,}",
            "{\"a\" 1}",
            "{\"a\":1 \"b\":2}",
            "{\"a\":[1,]}",
            "{\"a\":[1 2]}",
            "{\"a\":[}",
            "{\"a\":01}",
            "{\"a\":\"\n\"}",
            "{\"a\":\"\\ud83d\"}",
            "{\"a\":1e999}",
            "{\"a\":[1}",
            "{1:2}",
            "{\"a\":tru}",
            "{\u{A0}\"a\":1}",
        ] {
            check(fault);
        }
    }

    #[test]
    fn every_document_of_a_file_is_a_step() {
        let element = "{\"id\":1,\"answers\":{\"a\":{\"b\":[1,2]}}}";
        let list = [element; 50].join(",");
        let text = format!("{{\"format\":\"wuxing\",\"payload\":{{\"assessments\":[{list}]}}}}");
        let (found, steps) = in_steps(&text);
        assert_eq!(found, whole(&text));
        assert!((50..60).contains(&steps), "{steps}");
    }

    fn any_json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            "[a\"\\\\一{}\\[\\],: \n]{0,5}".prop_map(Value::from),
        ];
        leaf.prop_recursive(6, 40, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::btree_map("[a-c\"]{0,2}", inner, 0..4)
                    .prop_map(|members| Value::Object(members.into_iter().collect())),
            ]
        })
    }

    proptest! {
        /// Of any JSON, written either way, and cut, or with a sign in it changed, anywhere.
        #[test]
        fn whole_and_in_steps_are_the_same(
            value in any_json(),
            pretty in any::<bool>(),
            cut in any::<prop::sample::Index>(),
            sign in prop::option::of(prop::sample::select(Vec::from_iter("\",:{}[]1 ".chars()))),
        ) {
            let text = match pretty {
                true => serde_json::to_string_pretty(&value).unwrap(),
                false => value.to_string(),
            };
            prop_assert_eq!(in_steps(&text).0, whole(&text));
            let characters: Vec<char> = text.chars().collect();
            let place = cut.index(characters.len() + 1);
            let start: String = characters[..place].iter().collect();
            let end: String = characters[place..].iter().skip(1).collect();
            let changed = match sign {
                Some(sign) => format!("{start}{sign}{end}"),
                None => start,
            };
            prop_assert_eq!(in_steps(&changed).0, whole(&changed));
        }
    }
}
