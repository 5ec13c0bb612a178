//! A card (卡片) of a mechanism that was filled in.
//!
//! Not here: what is asked; that is the mechanism of the pack. A value under a key that the pack no
//! longer has stays.

use crate::ordered_map::OrderedMap;
use crate::period::CivilDate;
use crate::standard::ItemId;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A card of a mechanism (机制卡片).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Card {
    /// The mechanism.
    pub mechanism: ItemId,
    /// The year to which it belongs, 2000 to 2199.
    pub year: i32,
    /// What it is about; a code name where it is about a person.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// The values by the key of the field.
    #[serde(default, skip_serializing_if = "OrderedMap::is_empty")]
    pub values: OrderedMap<String, FieldValue>,
    /// The steps that were taken, by key.
    #[serde(default, skip_serializing_if = "OrderedMap::is_empty")]
    pub steps: OrderedMap<String, StepMark>,
    /// The entries that it is linked with. A link is kept on one side and read from both.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<String>"))]
    pub links: Vec<Uuid>,
    /// When it was put away as settled (办结), if it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_on: Option<CivilDate>,
}

/// The value of a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FieldValue {
    /// A line or a few lines.
    Text(String),
    /// A number.
    Number(u32),
    /// A date.
    Date(CivilDate),
    /// A tick, or 有 and 无.
    Checked(bool),
    /// The key of the choice.
    Choice(String),
}

/// A step that was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StepMark {
    /// The days on which it was taken; several where it is taken again and again.
    pub on: Vec<CivilDate>,
    /// A line about it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub line: String,
}
