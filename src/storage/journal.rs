//! The journal: the second home of every document's newest generation, as the slots need one.
//!
//! Browsers write localStorage to the disk late, so a killed browser can lose minutes of slots; a
//! completed IndexedDB transaction survives. The journal keeps one record a document, replaced by
//! newer ones and never trimmed by time. A deletion is a record too, or a kill would bring deleted
//! data back. Not here: IndexedDB itself (`platform::journal`).

use serde::{Deserialize, Serialize};

use super::checksum::Checksum;
use super::slot::HIGHEST_GENERATION;

/// The newest generation of one document, or its deletion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JournalRecord {
    /// The document's key.
    pub key: String,
    /// Counts the writes of the document, deletions included; as in the slots.
    pub generation: u64,
    /// The version of the document's own form.
    pub schema: u32,
    /// The checksum of `body` in hexadecimal digits. A text, because a damaged one is kept too.
    pub sha256: String,
    /// Whether this records a deletion; `body` is then empty.
    pub deleted: bool,
    /// The document's JSON text.
    pub body: String,
    /// The checksum of all the other fields, in hexadecimal digits. `None` in a record of a build
    /// before there were seals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seal: Option<String>,
}

/// Why the journal did not do what was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum JournalError {
    /// The browser forbids it: private mode, a setting, or a policy.
    #[error("the browser does not allow the journal")]
    Denied,
    /// There is none, or it cannot be opened.
    #[error("the journal cannot be opened")]
    Unavailable,
    /// There is no room left.
    #[error("there is no room left for the journal")]
    QuotaExceeded,
    /// No answer came in time; the caller says this, the journal itself never does.
    #[error("the journal did not answer in time")]
    TimedOut,
    /// The journal already has a record that must not be replaced by the one given: another tab
    /// wrote it, or an earlier session whose slots were lost. The caller merges and writes again.
    #[error("the journal has a newer record")]
    Superseded {
        /// The record that is there.
        stored: Box<JournalRecord>,
    },
    /// Anything else, in the browser's own words.
    #[error("the journal failed: {message}")]
    Other {
        /// The browser's own words, for a report and not for the user.
        message: String,
    },
}

/// What the journal calls when it is done: at most once, and perhaps before the call returns.
pub type Completion<Value> = Box<dyn FnOnce(Result<Value, JournalError>)>;

/// A journal. Calls never wait: the answer comes by the completion, and from one that hangs never.
pub trait Journal {
    /// Puts a record in the place of the document's older one, if [`may_replace`] allows it. Done
    /// means: on the disk.
    fn put(&self, record: &JournalRecord, done: Completion<()>);

    /// Removes the record under `key` altogether, the memory of a deletion included.
    fn delete(&self, key: &str, done: Completion<()>);

    /// Reads all records, damaged ones included.
    fn read_all(&self, done: Completion<Vec<JournalRecord>>);
}

impl JournalRecord {
    /// The record of a document.
    #[must_use]
    pub fn of_document(key: &str, generation: u64, schema: u32, body: &str) -> Self {
        Self {
            key: key.to_owned(),
            generation,
            schema,
            sha256: Checksum::of(body).to_string(),
            deleted: false,
            body: body.to_owned(),
            seal: None,
        }
        .sealed()
    }

    /// The record of a deletion.
    #[must_use]
    pub fn of_deletion(key: &str, generation: u64, schema: u32) -> Self {
        Self {
            deleted: true,
            ..Self::of_document(key, generation, schema, "")
        }
        .sealed()
    }

    /// The record with the seal that its other fields give.
    #[must_use]
    pub fn sealed(mut self) -> Self {
        self.seal = Some(self.own_seal());
        self
    }

    /// Whether the record is whole: its checksum fits its body, its seal the rest of it, and a
    /// deletion has no body.
    #[must_use]
    pub fn verifies(&self) -> bool {
        (1..=HIGHEST_GENERATION).contains(&self.generation)
            && Checksum::from_hex(&self.sha256) == Some(Checksum::of(&self.body))
            && (!self.deleted || self.body.is_empty())
            && self
                .seal
                .as_ref()
                .is_none_or(|seal| *seal == self.own_seal())
    }

    fn own_seal(&self) -> String {
        let Self {
            key,
            generation,
            schema,
            sha256,
            deleted,
            body: _,
            seal: _,
        } = self;
        Checksum::of(&format!("{generation} {schema} {deleted} {sha256} {key}")).to_string()
    }
}

/// Whether `new` may take the place of `stored` without losing anything.
///
/// A newer generation may replace an older one. Of equal generations only the same content may, or
/// a document the memory of its deletion: two tabs that raced must both survive. What a newer build
/// wrote is never replaced by an older build.
#[must_use]
pub fn may_replace(stored: &JournalRecord, new: &JournalRecord) -> bool {
    if !stored.verifies() {
        // Start-up has put a copy of a damaged record aside before anything was written.
        return true;
    }
    if stored.schema > new.schema {
        return false;
    }
    if stored.generation != new.generation {
        return stored.generation < new.generation;
    }
    stored.deleted || (!new.deleted && stored.sha256 == new.sha256)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_replaced_only_without_loss() {
        fn check(stored: &JournalRecord, new: &JournalRecord, expected: bool) {
            assert_eq!(may_replace(stored, new), expected, "{stored:?} {new:?}");
        }
        let live = |generation, body| JournalRecord::of_document("k", generation, 1, body);
        let deletion = |generation| JournalRecord::of_deletion("k", generation, 1);
        check(&live(1, "x"), &live(2, "y"), true);
        check(&live(2, "x"), &live(1, "y"), false);
        check(&live(2, "x"), &live(2, "x"), true);
        check(&live(2, "x"), &live(2, "y"), false);
        check(&live(2, "x"), &deletion(2), false);
        check(&live(2, "x"), &deletion(3), true);
        check(&deletion(2), &live(2, "x"), true);
        check(&deletion(2), &live(1, "x"), false);
        check(&deletion(2), &deletion(2), true);
        check(
            &JournalRecord {
                schema: 2,
                ..live(1, "x")
            }
            .sealed(),
            &live(2, "y"),
            false,
        );
        check(
            &JournalRecord {
                sha256: "?".to_owned(),
                ..live(9, "x")
            },
            &live(1, "y"),
            true,
        );
    }

    #[test]
    fn a_damaged_record_does_not_verify() {
        fn check(record: JournalRecord, expected: bool) {
            assert_eq!(record.verifies(), expected, "{record:?}");
        }
        let good = JournalRecord::of_document("k", 1, 1, "x");
        check(good.clone(), true);
        check(JournalRecord::of_deletion("k", 2, 1), true);
        check(
            JournalRecord {
                body: "y".to_owned(),
                ..good.clone()
            },
            false,
        );
        check(
            JournalRecord {
                deleted: true,
                ..good.clone()
            },
            false,
        );
        let of_generation = |generation| JournalRecord {
            generation,
            ..good.clone()
        };
        check(of_generation(0).sealed(), false);
        check(of_generation(HIGHEST_GENERATION).sealed(), true);
        check(of_generation(HIGHEST_GENERATION + 1).sealed(), false);
        // Every field is under the seal.
        check(of_generation(2), false);
        let schema = 2;
        check(
            JournalRecord {
                schema,
                ..good.clone()
            },
            false,
        );
        let key = "other".to_owned();
        check(
            JournalRecord {
                key,
                ..good.clone()
            },
            false,
        );
        // A build before there were seals wrote none.
        check(JournalRecord { seal: None, ..good }, true);
    }
}
