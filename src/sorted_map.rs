//! A map in the order of its keys (有序映射) that costs little code.
//!
//! The ordered map of the standard library is made for millions of entries, which takes up to ten
//! kilobytes of code for every pair of types, and the app is loaded over weak signals. Here the
//! entries lie in one sorted list (`litemap`). The largest maps hold what was recorded in all
//! years, some hundred entries a year, and are filled in order. Not here: anything larger.

use litemap::LiteMap;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};

type Entries<Key, Value> = Vec<(Key, Value)>;

/// A map in the order of its keys. Finding takes as many steps as halving takes, entering as many
/// as there are entries behind the new one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SortedMap<Key, Value>(LiteMap<Key, Value, Entries<Key, Value>>);

impl<Key, Value> SortedMap<Key, Value> {
    /// A map without entries.
    pub const fn new() -> Self {
        Self(LiteMap::new_vec())
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The values, in the order of their keys, to be changed.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut Value> {
        self.0.iter_mut().map(|(_, value)| value)
    }

    /// The values, in the order of their keys.
    pub fn into_values(self) -> impl DoubleEndedIterator<Item = Value> {
        self.into_iter().map(|(_, value)| value)
    }
}

impl<Key, Value> Default for SortedMap<Key, Value> {
    fn default() -> Self {
        Self::new()
    }
}

impl<Key, Value> Deref for SortedMap<Key, Value> {
    type Target = LiteMap<Key, Value, Entries<Key, Value>>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<Key, Value> DerefMut for SortedMap<Key, Value> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}

/// Of two values for a key the last stays. Each entry is put into its place; the library would sort
/// all of them, which is faster for long lists and takes more code.
impl<Key: Ord, Value> Extend<(Key, Value)> for SortedMap<Key, Value> {
    fn extend<Items: IntoIterator<Item = (Key, Value)>>(&mut self, items: Items) {
        for (key, value) in items {
            self.0.insert(key, value);
        }
    }
}

impl<Key: Ord, Value> FromIterator<(Key, Value)> for SortedMap<Key, Value> {
    fn from_iter<Items: IntoIterator<Item = (Key, Value)>>(items: Items) -> Self {
        let mut map = Self::new();
        map.extend(items);
        map
    }
}

impl<Key: Ord, Value, const COUNT: usize> From<[(Key, Value); COUNT]> for SortedMap<Key, Value> {
    fn from(items: [(Key, Value); COUNT]) -> Self {
        Self::from_iter(items)
    }
}

impl<Key, Value> IntoIterator for SortedMap<Key, Value> {
    type Item = (Key, Value);
    type IntoIter = std::vec::IntoIter<(Key, Value)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_tuple_vec().into_iter()
    }
}

impl<'a, Key, Value> IntoIterator for &'a SortedMap<Key, Value> {
    type Item = (&'a Key, &'a Value);
    type IntoIter = <&'a LiteMap<Key, Value, Entries<Key, Value>> as IntoIterator>::IntoIter;

    fn into_iter(self) -> Self::IntoIter {
        (&self.0).into_iter()
    }
}

impl<'a, Key, Value> IntoIterator for &'a mut SortedMap<Key, Value> {
    type Item = (&'a Key, &'a mut Value);
    type IntoIter = <&'a mut LiteMap<Key, Value, Entries<Key, Value>> as IntoIterator>::IntoIter;

    fn into_iter(self) -> Self::IntoIter {
        (&mut self.0).into_iter()
    }
}

impl<Key: Serialize, Value: Serialize> Serialize for SortedMap<Key, Value> {
    fn serialize<Writer: Serializer>(&self, writer: Writer) -> Result<Writer::Ok, Writer::Error> {
        writer.collect_map(self)
    }
}

impl<'de, Key, Value> Deserialize<'de> for SortedMap<Key, Value>
where
    Key: Deserialize<'de> + Ord,
    Value: Deserialize<'de>,
{
    fn deserialize<Reader: Deserializer<'de>>(reader: Reader) -> Result<Self, Reader::Error> {
        reader.deserialize_map(EntriesInTurn(PhantomData))
    }
}

struct EntriesInTurn<Key, Value>(PhantomData<SortedMap<Key, Value>>);

impl<'de, Key, Value> Visitor<'de> for EntriesInTurn<Key, Value>
where
    Key: Deserialize<'de> + Ord,
    Value: Deserialize<'de>,
{
    type Value = SortedMap<Key, Value>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a map")
    }

    fn visit_map<Access: MapAccess<'de>>(
        self,
        mut entries: Access,
    ) -> Result<Self::Value, Access::Error> {
        let mut map = SortedMap::new();
        while let Some((key, value)) = entries.next_entry()? {
            map.insert(key, value);
        }
        Ok(map)
    }
}

/// As that of the standard library's map: an object with these values.
#[cfg(feature = "schema")]
impl<Key, Value> schemars::JsonSchema for SortedMap<Key, Value>
where
    Key: schemars::JsonSchema,
    Value: schemars::JsonSchema,
{
    fn inline_schema() -> bool {
        <std::collections::BTreeMap<Key, Value>>::inline_schema()
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        <std::collections::BTreeMap<Key, Value>>::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        <std::collections::BTreeMap<Key, Value>>::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        /// Whatever is entered and taken out, it holds what the map of the standard library holds,
        /// in the same order, and is written and read the same way.
        #[test]
        fn it_holds_what_an_ordered_map_holds(
            deeds in prop::collection::vec((0_u8..20, prop::option::of(any::<u16>())), 0..60),
        ) {
            let (mut own, mut other) = (SortedMap::new(), BTreeMap::new());
            for (key, value) in deeds {
                match value {
                    Some(value) => {
                        prop_assert_eq!(own.insert(key, value), other.insert(key, value));
                    }
                    None => prop_assert_eq!(own.remove(&key), other.remove(&key)),
                }
            }
            prop_assert!(own.iter().eq(&other));
            let written = serde_json::to_string(&own).unwrap();
            prop_assert_eq!(&written, &serde_json::to_string(&other).unwrap());
            prop_assert_eq!(&serde_json::from_str::<SortedMap<u8, u16>>(&written).unwrap(), &own);
            prop_assert!(own.into_iter().eq(other));
        }
    }

    #[test]
    fn of_two_values_for_a_key_the_last_stays() {
        let items = [(2, 'a'), (1, 'b'), (2, 'c')];
        let expected = SortedMap::from([(1, 'b'), (2, 'c')]);
        assert_eq!(SortedMap::from_iter(items), expected);
        let read: SortedMap<String, u8> = serde_json::from_str(r#"{"b":1,"a":2,"b":3}"#).unwrap();
        assert_eq!(read, SortedMap::from([("a".into(), 2), ("b".into(), 3)]));
    }
}
