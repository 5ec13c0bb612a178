//! The summary of a period (情况综述) in the user's own words, which stands in the report in the place
//! of the one that writes itself.
//!
//! It is written to be read by others, and goes out with the period. Not here: the one that writes
//! itself (`handout::report`).

use serde::{Deserialize, Serialize};

/// The summary in the user's own words. Of two versions the later one stands, and of two of the
/// same time the greater text, so that every copy comes to the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Summary {
    /// When it was last changed, in UTC milliseconds.
    pub changed_at: i64,
    /// The text; empty if the user went back to the one that writes itself, which other copies are
    /// told of.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

impl Summary {
    /// The text, if the user wrote one.
    pub fn own_words(&self) -> Option<&str> {
        Some(self.text.trim()).filter(|text| !text.is_empty())
    }
}
