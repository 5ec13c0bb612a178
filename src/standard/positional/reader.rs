//! Reads a pack that was written by position (按位置读).
//!
//! The bytes are part of the app like its code, and the build reads them back before it takes them.
//! So nothing here has an error: with one, all that is read so far would have to be given back at
//! every single member, which is a third of the code. Where the bytes end too early, what is
//! missing is zero and empty, and the reader notes it. Not here: what is written where (`writer`).

use super::member;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, MapAccess, SeqAccess,
    VariantAccess, Visitor, value::U64Deserializer,
};
use serde::forward_to_deserialize_any;
use std::fmt;

/// Where texts and lists stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Texts {
    /// Where everything else does.
    Here,
    /// Among the long texts.
    Apart,
    /// What is being read stands among them as a whole.
    Within,
}

/// An error that never is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Never {}

impl fmt::Display for Never {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

impl serde::de::Error for Never {
    fn custom<T: fmt::Display>(problem: T) -> Self {
        unreachable!("the build has read this back: {problem}")
    }
}

/// What is left of the bytes of a pack.
pub(super) struct Reader<'a> {
    brief: &'a [u8],
    texts: Option<&'a [u8]>,
    at: Texts,
    has_all: bool,
}

impl<'a> Reader<'a> {
    pub(super) fn of(brief: &'a [u8], texts: Option<&'a [u8]>) -> Self {
        Self {
            brief,
            texts,
            at: Texts::Here,
            has_all: true,
        }
    }

    /// Whether all was there that was read, and all was read that was there.
    pub(super) fn has_read_all(&self) -> bool {
        self.has_all && self.brief.is_empty() && self.texts.is_none_or(<[u8]>::is_empty)
    }

    /// The bytes that come next; `None` where they are among texts that are not here.
    fn next(&mut self, is_text: bool) -> Option<&mut &'a [u8]> {
        match self.at {
            Texts::Here => Some(&mut self.brief),
            Texts::Apart if !is_text => Some(&mut self.brief),
            Texts::Apart | Texts::Within => self.texts.as_mut(),
        }
    }

    /// The next number; `None` where it is among texts that are not here.
    #[inline(never)]
    fn number(&mut self, is_text: bool) -> Option<u64> {
        let mut left: &[u8] = self.next(is_text)?;
        let mut number = 0;
        let mut is_whole = false;
        for place in 0..10 {
            let Some((first, rest)) = left.split_first() else {
                break;
            };
            left = rest;
            number |= u64::from(first & 0x7f) << (7 * place);
            is_whole = first & 0x80 == 0;
            if is_whole {
                break;
            }
        }
        self.has_all &= is_whole;
        if let Some(bytes) = self.next(is_text) {
            *bytes = left;
        }
        Some(number)
    }

    fn plain_number(&mut self) -> u64 {
        self.number(false).unwrap_or_default()
    }

    fn length(&mut self) -> usize {
        let length = self.number(true).unwrap_or_default();
        // None that was written is greater than what stands behind it.
        usize::try_from(length).unwrap_or_default()
    }

    #[inline(never)]
    fn text(&mut self) -> &'a str {
        let length = self.length();
        let Some(bytes) = self.next(true) else {
            return "";
        };
        let halves = bytes.split_at_checked(length);
        if let Some((_, rest)) = halves {
            *bytes = rest;
        }
        let text = halves.and_then(|(text, _)| std::str::from_utf8(text).ok());
        self.has_all &= text.is_some();
        text.unwrap_or_default()
    }

    /// How many elements a list has, and where texts are while it is read.
    fn list(&mut self) -> (usize, Texts) {
        let within = match self.at {
            Texts::Here => Texts::Here,
            Texts::Apart | Texts::Within => Texts::Within,
        };
        (self.length(), within)
    }
}

/// The methods for whole numbers.
macro_rules! numbers {
    ($($method:ident)*) => {
        $(
            fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
                visitor.visit_u64(self.plain_number())
            }
        )*
    };
}

/// The methods for whole numbers below zero as well.
macro_rules! signed_numbers {
    ($($method:ident)*) => {
        $(
            fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
                let folded = self.plain_number();
                visitor.visit_i64((folded >> 1).cast_signed() ^ -(folded & 1).cast_signed())
            }
        )*
    };
}

impl<'de> Deserializer<'de> for &mut Reader<'_> {
    type Error = Never;

    numbers! { deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 }
    signed_numbers! { deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 }

    /// What a value is, is not written: the type has to know.
    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Never> {
        unreachable!("a type that takes several kinds of values")
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_bool(self.plain_number() == 1)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_str(self.text())
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_str(self.text())
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        match self.plain_number() {
            0 => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        let (left, within) = self.list();
        let around = std::mem::replace(&mut self.at, within);
        let value = visitor.visit_seq(Elements { reader: self, left })?;
        self.at = around;
        Ok(value)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        let (left, within) = self.list();
        let around = std::mem::replace(&mut self.at, within);
        let value = visitor.visit_map(Elements { reader: self, left })?;
        self.at = around;
        Ok(value)
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_seq(Elements {
            reader: self,
            left: length,
        })
    }

    // A function of its own for each type: home does without what is among the long texts alone.
    #[inline(never)]
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_seq(Members(self))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        // What a variant holds is no text, and is read where the variant stands.
        let around = self.at;
        if around == Texts::Apart {
            self.at = Texts::Here;
        }
        let value = visitor.visit_enum(Variant(self))?;
        self.at = around;
        Ok(value)
    }

    forward_to_deserialize_any! {
        i128 u128 f32 f64 char bytes byte_buf unit unit_struct tuple_struct identifier ignored_any
    }
}

/// The elements of a list that are left, or the pairs of a map.
struct Elements<'r, 'a> {
    reader: &'r mut Reader<'a>,
    left: usize,
}

impl<'de> SeqAccess<'de> for Elements<'_, '_> {
    type Error = Never;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Never> {
        let Some(left) = self.left.checked_sub(1) else {
            return Ok(None);
        };
        self.left = left;
        seed.deserialize(&mut *self.reader).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

impl<'de> MapAccess<'de> for Elements<'_, '_> {
    type Error = Never;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Never> {
        self.next_element_seed(seed)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Never> {
        seed.deserialize(&mut *self.reader)
    }
}

/// The members of a structure. One that is absent is none, and others follow it.
struct Members<'r, 'a>(&'r mut Reader<'a>);

impl<'de> SeqAccess<'de> for Members<'_, '_> {
    type Error = Never;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Never> {
        let around = self.0.at;
        match self.0.plain_number() {
            member::ABSENT => return Ok(None),
            member::LONG if around == Texts::Here => self.0.at = Texts::Apart,
            _ => {}
        }
        let value = seed.deserialize(&mut *self.0)?;
        self.0.at = around;
        Ok(Some(value))
    }
}

/// A variant, by its place among those of its type, and what it holds.
struct Variant<'r, 'a>(&'r mut Reader<'a>);

impl<'de> EnumAccess<'de> for Variant<'_, '_> {
    type Error = Never;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Never> {
        let place: U64Deserializer<Never> = self.0.plain_number().into_deserializer();
        Ok((seed.deserialize(place)?, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'_, '_> {
    type Error = Never;

    fn unit_variant(self) -> Result<(), Never> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Never> {
        seed.deserialize(self.0)
    }

    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, Never> {
        self.0.deserialize_tuple(length, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        self.0.deserialize_struct("", fields, visitor)
    }
}
