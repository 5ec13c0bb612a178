//! Reads a JSON value as a type and keeps track of the place (读取器).
//!
//! The reader of `serde_json` parses inside the code of every single type, which comes to several
//! kilobytes a type. Here all types share the parsing, which has been done by then, and what
//! remains for each is the list of its fields. Not here: text, which is parsed before.

use super::refusal::Refusal;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, Expected, IntoDeserializer, MapAccess,
    SeqAccess, Unexpected, VariantAccess, Visitor, value::StrDeserializer,
};
use serde::forward_to_deserialize_any;
use serde_json::{Map, Number, Value};

/// A value that is to be read as a type.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a>(pub(super) &'a Value);

impl<'a> Reader<'a> {
    #[cold]
    #[inline(never)]
    fn refused(self, expected: &dyn Expected) -> Refusal {
        let found = match self.0 {
            Value::Null => Unexpected::Unit,
            Value::Bool(yes) => Unexpected::Bool(*yes),
            Value::Number(number) => of_number(number),
            Value::String(text) => Unexpected::Str(text),
            Value::Array(_) => Unexpected::Seq,
            Value::Object(_) => Unexpected::Map,
        };
        Refusal::invalid_type(found, expected)
    }

    fn number<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match self.0 {
            Value::Number(number) => visit_number(number, visitor),
            _ => Err(self.refused(&visitor)),
        }
    }

    fn text<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match self.0 {
            Value::String(text) => visitor.visit_str(text),
            _ => Err(self.refused(&visitor)),
        }
    }

    fn elements<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match self.0 {
            Value::Array(elements) => {
                let mut all = Elements { elements, next: 0 };
                let value = visitor.visit_seq(&mut all)?;
                all.must_be_at_the_end()?;
                Ok(value)
            }
            _ => Err(self.refused(&visitor)),
        }
    }

    // A function of its own for each type: one that a start does not read is not loaded by it.
    #[inline(never)]
    fn members<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match self.0 {
            Value::Object(members) => visitor.visit_map(Members::of(members)),
            _ => Err(self.refused(&visitor)),
        }
    }
}

fn of_number(number: &Number) -> Unexpected<'static> {
    match (number.as_u64(), number.as_i64(), number.as_f64()) {
        (Some(number), ..) => Unexpected::Unsigned(number),
        (_, Some(number), _) => Unexpected::Signed(number),
        (.., number) => Unexpected::Float(number.unwrap_or(f64::NAN)),
    }
}

fn visit_number<'de, V: Visitor<'de>>(number: &Number, visitor: V) -> Result<V::Value, Refusal> {
    match of_number(number) {
        Unexpected::Unsigned(number) => visitor.visit_u64(number),
        Unexpected::Signed(number) => visitor.visit_i64(number),
        found => Err(Refusal::invalid_type(found, &visitor)),
    }
}

/// The methods that look for one kind of JSON each.
macro_rules! read_as {
    ($($method:ident($($argument:ident: $kind:ty),*) => $way:ident;)*) => {
        $(
            fn $method<V: Visitor<'de>>(
                self,
                $($argument: $kind,)*
                visitor: V,
            ) -> Result<V::Value, Refusal> {
                $(let _ = $argument;)*
                self.$way(visitor)
            }
        )*
    };
}

impl<'de> Deserializer<'de> for Reader<'_> {
    type Error = Refusal;

    /// For types that take several kinds of JSON.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(yes) => visitor.visit_bool(*yes),
            Value::Number(number) => match of_number(number) {
                Unexpected::Float(number) => visitor.visit_f64(number),
                _ => visit_number(number, visitor),
            },
            Value::String(text) => visitor.visit_str(text),
            Value::Array(_) => self.elements(visitor),
            Value::Object(_) => self.members(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match self.0 {
            Value::Bool(yes) => visitor.visit_bool(*yes),
            _ => Err(self.refused(&visitor)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match self.0 {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        match self.0 {
            Value::String(name) => visitor.visit_enum(Variant {
                name,
                content: None,
            }),
            Value::Object(members) if members.len() == 1 => {
                let mut members = members.iter();
                match members.next() {
                    Some((name, content)) => visitor.visit_enum(Variant {
                        name,
                        content: Some(content),
                    }),
                    None => Err(self.refused(&visitor)),
                }
            }
            _ => Err(self.refused(&visitor)),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        visitor.visit_unit()
    }

    read_as! {
        deserialize_u8() => number;
        deserialize_u16() => number;
        deserialize_u32() => number;
        deserialize_u64() => number;
        deserialize_i8() => number;
        deserialize_i16() => number;
        deserialize_i32() => number;
        deserialize_i64() => number;
        deserialize_str() => text;
        deserialize_string() => text;
        deserialize_identifier() => text;
        deserialize_seq() => elements;
        deserialize_tuple(length: usize) => elements;
        deserialize_map() => members;
        deserialize_struct(name: &'static str, fields: &'static [&'static str]) => members;
    }

    forward_to_deserialize_any! {
        i128 u128 f32 f64 char bytes byte_buf unit unit_struct tuple_struct
    }
}

struct Elements<'a> {
    elements: &'a [Value],
    next: usize,
}

impl Elements<'_> {
    #[inline(never)]
    fn must_be_at_the_end(&self) -> Result<(), Refusal> {
        let all = self.elements.len();
        if self.next < all {
            return Err(Refusal::invalid_length(all, &"fewer elements"));
        }
        Ok(())
    }
}

impl<'de> SeqAccess<'de> for &mut Elements<'_> {
    type Error = Refusal;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Refusal> {
        let index = self.next;
        let Some(element) = self.elements.get(index) else {
            return Ok(None);
        };
        self.next += 1;
        let value = seed.deserialize(Reader(element));
        value.map(Some).map_err(|refusal| refusal.in_element(index))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.elements.len() - self.next)
    }
}

struct Members<'a> {
    rest: serde_json::map::Iter<'a>,
    open: Option<(&'a String, &'a Value)>,
}

impl<'a> Members<'a> {
    fn of(members: &'a Map<String, Value>) -> Self {
        Self {
            rest: members.iter(),
            open: None,
        }
    }

    #[inline(never)]
    fn advance(&mut self) -> Option<&'a str> {
        self.open = self.rest.next();
        self.open.map(|(name, _)| name.as_str())
    }
}

impl<'de> MapAccess<'de> for Members<'_> {
    type Error = Refusal;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Refusal> {
        let Some(name) = self.advance() else {
            return Ok(None);
        };
        let key: StrDeserializer<'_, Refusal> = name.into_deserializer();
        let key = seed.deserialize(key);
        key.map(Some).map_err(|refusal| refusal.in_member(name))
    }

    // A function of its own for each type: one that a start does not read is not loaded by it.
    #[inline(never)]
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Refusal> {
        let Some((name, value)) = self.open else {
            return Err(Refusal::custom("a value without its name"));
        };
        let value = seed.deserialize(Reader(value));
        value.map_err(|refusal| refusal.in_member(name))
    }
}

/// `"name"`, or `{"name": content}`.
struct Variant<'a> {
    name: &'a str,
    content: Option<&'a Value>,
}

impl<'de> EnumAccess<'de> for Variant<'_> {
    type Error = Refusal;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Refusal> {
        let name: StrDeserializer<'_, Refusal> = self.name.into_deserializer();
        Ok((seed.deserialize(name)?, self))
    }
}

impl Variant<'_> {
    fn content<Value>(
        self,
        expected: &dyn Expected,
        read: impl FnOnce(Reader<'_>) -> Result<Value, Refusal>,
    ) -> Result<Value, Refusal> {
        match self.content {
            Some(content) => read(Reader(content)).map_err(|refusal| refusal.in_member(self.name)),
            None => Err(Refusal::invalid_type(Unexpected::UnitVariant, expected)),
        }
    }
}

impl<'de> VariantAccess<'de> for Variant<'_> {
    type Error = Refusal;

    fn unit_variant(self) -> Result<(), Refusal> {
        match self.content {
            None | Some(Value::Null) => Ok(()),
            Some(content) => Err(Reader(content).refused(&"nothing")),
        }
    }

    // A function of its own for each type: one that a start does not read is not loaded by it.
    #[inline(never)]
    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Refusal> {
        self.content(&"a value", |content| seed.deserialize(content))
    }

    fn tuple_variant<V: Visitor<'de>>(
        self,
        _length: usize,
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        self.content(&"a sequence", |content| content.elements(visitor))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        self.content(&"a map", |content| content.members(visitor))
    }
}
