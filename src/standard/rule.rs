//! The sources (依据) that a pack cites, and how sure each is (核实标记).
//!
//! Not here: where they are cited; every item of a pack names its sources by id.

use crate::period::CivilDate;
use serde::{Deserialize, Serialize};

/// How sure a statement of a pack is (核实标记).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// It stands in one of the documents that the system comes from (源文件).
    SourceDocument,
    /// The text of the rule was seen (已核实).
    Verified,
    /// The content was seen, the number of the article was not (已核实·条号待核).
    ArticlePending,
    /// It is the practice of one place, not a national rule (地方例).
    LocalExample,
    /// Common practice whose text was not seen (常识，待核实).
    CommonPractice,
    /// A suggestion of this pack and the rule of no document (建议).
    Suggestion,
}

/// A source (依据): a rule, a published scheme or a document that items of a pack cite.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// The id by which items cite it, for example `ZB-11`.
    pub id: String,
    /// The name of the document (文件名).
    pub document: String,
    /// The number of the article (条号), only where it was verified.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
    /// What it says, in our own words.
    pub gist: String,
    /// How sure it is.
    pub certainty: Certainty,
    /// Since when it is in force, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effective_from: Option<CivilDate>,
}
