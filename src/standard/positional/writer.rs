//! Writes a pack by position (按位置写), when the app is built.
//!
//! Not here: reading it (`reader`).

use super::{EXAMPLES, LONG_TEXTS, Misread, Positional, member};
use crate::standard::pack::StandardPack;
use serde::Serialize;
use serde::ser::{
    Impossible, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant,
    SerializeTuple, SerializeTupleVariant, Serializer,
};

/// Where texts and lists are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Texts {
    /// Where everything else is.
    Here,
    /// Among the long texts.
    Apart,
    /// What is being written stands among them as a whole.
    Within,
}

struct Writer {
    written: Positional,
    at: Texts,
}

/// A pack by position.
pub(super) fn written(pack: &StandardPack) -> Result<Positional, Misread> {
    let mut writer = Writer {
        written: Positional::default(),
        at: Texts::Here,
    };
    pack.serialize(&mut writer)?;
    Ok(writer.written)
}

impl Writer {
    fn bytes(&mut self, is_text: bool) -> &mut Vec<u8> {
        match self.at {
            Texts::Here => &mut self.written.brief,
            Texts::Apart if !is_text => &mut self.written.brief,
            Texts::Apart | Texts::Within => &mut self.written.texts,
        }
    }

    fn number(&mut self, mut number: u64, is_text: bool) {
        let bytes = self.bytes(is_text);
        while number > 0x7f {
            // The seven lowest bits, with the sign that more follow.
            bytes.push(number.to_le_bytes()[0] | 0x80);
            number >>= 7;
        }
        bytes.push(number.to_le_bytes()[0]);
    }

    fn length(&mut self, length: usize) -> Result<(), Misread> {
        let length = u64::try_from(length).map_err(|_| Misread)?;
        self.number(length, true);
        Ok(())
    }

    /// A list or a map, with where texts are written around it.
    fn list(&mut self, length: Option<usize>) -> Result<Listed<'_>, Misread> {
        self.length(length.ok_or(Misread)?)?;
        let around = self.at;
        if around == Texts::Apart {
            self.at = Texts::Within;
        }
        Ok(Listed {
            writer: self,
            around,
        })
    }

    /// What a variant holds, which is no text and stands where the variant does.
    fn variant(&mut self, place: u32) -> Listed<'_> {
        let around = self.at;
        if around == Texts::Apart {
            self.at = Texts::Here;
        }
        self.number(u64::from(place), false);
        Listed {
            writer: self,
            around,
        }
    }
}

/// The methods for whole numbers.
macro_rules! numbers {
    ($($method:ident($kind:ty))*) => {
        $(
            fn $method(self, number: $kind) -> Result<(), Misread> {
                self.number(u64::from(number), false);
                Ok(())
            }
        )*
    };
}

/// The methods for whole numbers below zero as well: small ones take little room, whatever their
/// sign.
macro_rules! signed_numbers {
    ($($method:ident($kind:ty))*) => {
        $(
            fn $method(self, number: $kind) -> Result<(), Misread> {
                let number = i64::from(number);
                self.number(((number << 1) ^ (number >> 63)).cast_unsigned(), false);
                Ok(())
            }
        )*
    };
}

/// The methods for what no pack has.
macro_rules! refused {
    ($($method:ident($($kind:ty),*);)*) => {
        $(
            fn $method(self, $(_: $kind),*) -> Result<(), Misread> {
                Err(Misread)
            }
        )*
    };
}

impl<'w> Serializer for &'w mut Writer {
    type Ok = ();
    type Error = Misread;
    type SerializeSeq = Listed<'w>;
    type SerializeTuple = Listed<'w>;
    type SerializeTupleStruct = Impossible<(), Misread>;
    type SerializeTupleVariant = Listed<'w>;
    type SerializeMap = Listed<'w>;
    type SerializeStruct = Structure<'w>;
    type SerializeStructVariant = Structure<'w>;

    numbers! { serialize_u8(u8) serialize_u16(u16) serialize_u32(u32) serialize_u64(u64) }
    signed_numbers! { serialize_i8(i8) serialize_i16(i16) serialize_i32(i32) serialize_i64(i64) }
    refused! {
        serialize_f32(f32);
        serialize_f64(f64);
        serialize_char(char);
        serialize_bytes(&[u8]);
        serialize_unit();
        serialize_unit_struct(&'static str);
    }

    fn serialize_bool(self, yes: bool) -> Result<(), Misread> {
        self.number(u64::from(yes), false);
        Ok(())
    }

    fn serialize_str(self, text: &str) -> Result<(), Misread> {
        self.length(text.len())?;
        self.bytes(true).extend_from_slice(text.as_bytes());
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Misread> {
        self.number(0, false);
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Misread> {
        self.number(1, false);
        value.serialize(self)
    }

    fn serialize_unit_variant(
        self,
        _name: &'static str,
        place: u32,
        _variant: &'static str,
    ) -> Result<(), Misread> {
        SerializeSeq::end(self.variant(place))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        value: &T,
    ) -> Result<(), Misread> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        place: u32,
        _variant: &'static str,
        value: &T,
    ) -> Result<(), Misread> {
        let mut variant = self.variant(place);
        SerializeSeq::serialize_element(&mut variant, value)?;
        SerializeSeq::end(variant)
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Listed<'w>, Misread> {
        self.list(length)
    }

    fn serialize_tuple(self, _length: usize) -> Result<Listed<'w>, Misread> {
        let around = self.at;
        Ok(Listed {
            writer: self,
            around,
        })
    }

    fn serialize_tuple_struct(
        self,
        _name: &'static str,
        _length: usize,
    ) -> Result<Impossible<(), Misread>, Misread> {
        Err(Misread)
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        place: u32,
        _variant: &'static str,
        _length: usize,
    ) -> Result<Listed<'w>, Misread> {
        Ok(self.variant(place))
    }

    fn serialize_map(self, length: Option<usize>) -> Result<Listed<'w>, Misread> {
        self.list(length)
    }

    fn serialize_struct(
        self,
        name: &'static str,
        _length: usize,
    ) -> Result<Structure<'w>, Misread> {
        let around = self.at;
        Ok(Structure {
            writer: self,
            has_languages: name == "Label",
            around,
        })
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        place: u32,
        _variant: &'static str,
        _length: usize,
    ) -> Result<Structure<'w>, Misread> {
        let Listed { writer, around } = self.variant(place);
        Ok(Structure {
            writer,
            has_languages: false,
            around,
        })
    }
}

/// A list, a map or a variant that is being written, and where texts are written after it.
pub(super) struct Listed<'w> {
    writer: &'w mut Writer,
    around: Texts,
}

/// Forwards the traits of what consists of values alone.
macro_rules! of_values {
    ($($form:ident::$method:ident)*) => {
        $(
            impl $form for Listed<'_> {
                type Ok = ();
                type Error = Misread;

                fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Misread> {
                    value.serialize(&mut *self.writer)
                }

                fn end(self) -> Result<(), Misread> {
                    self.writer.at = self.around;
                    Ok(())
                }
            }
        )*
    };
}

of_values! {
    SerializeSeq::serialize_element
    SerializeTuple::serialize_element
    SerializeTupleVariant::serialize_field
}

impl SerializeMap for Listed<'_> {
    type Ok = ();
    type Error = Misread;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Misread> {
        key.serialize(&mut *self.writer)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Misread> {
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Result<(), Misread> {
        SerializeSeq::end(self)
    }
}

/// A structure that is being written.
pub(super) struct Structure<'w> {
    writer: &'w mut Writer,
    has_languages: bool,
    around: Texts,
}

impl Structure<'_> {
    fn absent(&mut self) {
        self.writer.number(member::ABSENT, false);
    }

    fn member<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Misread> {
        if name == EXAMPLES || (self.has_languages && name == "en") {
            self.absent();
            return Ok(());
        }
        let before = self.writer.at;
        let is_long = before == Texts::Here && LONG_TEXTS.contains(&name);
        let mark = if is_long { member::LONG } else { member::HERE };
        self.writer.number(mark, false);
        if is_long {
            self.writer.at = Texts::Apart;
        }
        value.serialize(&mut *self.writer)?;
        self.writer.at = before;
        Ok(())
    }
}

/// Forwards the traits of what has members.
macro_rules! of_members {
    ($($form:ident)*) => {
        $(
            impl $form for Structure<'_> {
                type Ok = ();
                type Error = Misread;

                fn serialize_field<T: Serialize + ?Sized>(
                    &mut self,
                    name: &'static str,
                    value: &T,
                ) -> Result<(), Misread> {
                    self.member(name, value)
                }

                fn skip_field(&mut self, _name: &'static str) -> Result<(), Misread> {
                    self.absent();
                    Ok(())
                }

                fn end(self) -> Result<(), Misread> {
                    self.writer.at = self.around;
                    Ok(())
                }
            }
        )*
    };
}

of_members! { SerializeStruct SerializeStructVariant }
