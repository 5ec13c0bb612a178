//! A page (册页) of the ledger: a handful of entries of one organisation and one year.
//!
//! Not here: which page a new entry goes to (`app`).

use super::entry::Entry;
use crate::sorted_map::SortedMap;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use uuid::Uuid;

/// How long the JSON of a page may be, in bytes, before new entries go to another one.
pub const PAGE_LIMIT: usize = 3_500;

/// A page of the ledger (册页): a document of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LedgerPage {
    /// Its id.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub id: Uuid,
    /// The organisation it belongs to.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub organization: Uuid,
    /// The year for which it was begun, 2000 to 2199. What an entry counts for is told by the
    /// entry itself; a rectification goes on into the next year where it is.
    pub year: i32,
    /// The entries by id.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "SortedMap<String, Entry>"))]
    pub entries: SortedMap<Uuid, Entry>,
    /// Whether it belongs to the built-in example (示例).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub example: bool,
    /// When it was begun, in UTC milliseconds.
    pub created_at: i64,
    /// Fields of a later version, kept as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl LedgerPage {
    /// The time of the last change of any entry, or of the beginning.
    pub fn changed_at(&self) -> i64 {
        let last = self.entries.values().map(|entry| entry.changed_at).max();
        last.unwrap_or(self.created_at).max(self.created_at)
    }
}
