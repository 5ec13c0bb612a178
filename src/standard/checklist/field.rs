//! How a field (栏目) of a card is filled in: one value, a list of rows, votes by grade, or numbers
//! that are read from the ledger.
//!
//! Not here: the values (`ledger`), and what rows and votes come to (`duty`).

use crate::standard::{ItemId, Label};
use serde::{Deserialize, Serialize};

/// A field of a card (栏目).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// The key under which its value is kept.
    pub key: String,
    /// Its label.
    pub label: Label,
    /// A hint beside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<Label>,
    /// How it is filled in.
    pub kind: FieldKind,
    /// What of the ledger is offered for it, line by line; for texts and rows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draft: Option<Draft>,
}

/// How a field is filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FieldKind {
    /// A line of text.
    Line,
    /// A few lines of text.
    Text,
    /// A line of text for which the user's own words of other cards are offered (本地叫法).
    Named,
    /// A number from 0.
    Number,
    /// A date.
    Date,
    /// A tick.
    Check,
    /// One of these.
    Choice(Vec<Choice>),
    /// 有 or 无; 有 offers to begin a rectification. It is never counted and gets no label.
    Signal,
    /// Rows with the same columns (表格).
    Rows(RowsForm),
    /// Votes by grade (测评票数).
    Tally(TallyForm),
    /// Numbers read from the ledger for the year or the quarter of the card (台账数). Nothing of it
    /// is kept.
    Figures(FiguresOf),
    /// A search in the lists that the cards of this mechanism hold (查清单). Nothing of it is kept.
    Lookup(ItemId),
}

/// One of several that a field offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The key that is kept.
    pub key: String,
    /// Its label.
    pub label: Label,
}

/// Rows with the same columns (表格).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RowsForm {
    /// What one row is called, for example 「一家单位」.
    pub row: Label,
    /// The columns, one or more; the first names the row.
    pub columns: Vec<Column>,
    /// The rows, where there are these and no others, for example the months.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fixed: Vec<Choice>,
    /// What is added up below the rows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sums: Vec<Sum>,
    /// The key of the column whose texts become the problems of rectifications (列入整改).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rectify: Option<String>,
    /// The key of the step of the card that is taken when rows become rectifications.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rectify_step: Option<String>,
}

/// A column (列) of rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// The key under which its values are kept, with those of the field and the row.
    pub key: String,
    /// Its label.
    pub label: Label,
    /// How it is filled in.
    pub kind: ColumnKind,
}

/// How a column is filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ColumnKind {
    /// A line of text.
    Line,
    /// A few lines of text.
    Text,
    /// A line of text for which the user's own words of other rows are offered.
    Named,
    /// A number from 0.
    Number,
    /// A date.
    Date,
    /// A tick.
    Check,
    /// One of these.
    Choice(Vec<Choice>),
}

/// What is added up below rows (合计): the numbers of a column, or how many of its ticks are set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Sum {
    /// The key of the column.
    pub column: String,
    /// What the numbers are meant to come to, if that is fixed, for example 100.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub out_of: Option<u32>,
}

/// Votes by grade (测评票数).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TallyForm {
    /// The grades, the best first, for example 好, 较好, 一般, 差.
    pub grades: Vec<Choice>,
    /// The keys of the grades whose votes are reckoned together, for example 好 and 较好; none where
    /// no document says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub content: Vec<String>,
}

/// Which numbers of the ledger are shown (台账数).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FiguresOf {
    /// How often these kinds of records were held, how long and by how many, each for itself.
    Records(Vec<ItemId>),
    /// How many problems were found, handed over, solved and closed.
    Problems(ProblemsOf),
    /// How many cards of these mechanisms were begun and settled, each for itself.
    Cards(Vec<ItemId>),
    /// By how many persons these records are, month by month (按月).
    Months(ItemId),
    /// When the term ends and is to be looked at ahead (届满提醒), which the profile says.
    Term,
}

/// Which problems are counted (哪些问题).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ProblemsOf {
    /// All of them, but those that are for the user's eyes alone.
    All,
    /// Those of a walk-through (季度巡查).
    WalkThrough,
    /// Those from a review (评议).
    Review,
}

/// What of the ledger is offered for a text or for rows (从台账起草).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Draft {
    /// What was done: what was held, projects and other cards that are settled, problems solved.
    Done,
    /// What is behind: duties that are late, indicators that are not met, problems overdue.
    Behind,
    /// What goes on: problems that are not closed, projects and other cards under way.
    Ahead,
    /// What is new: cards of mechanisms of innovation, under way or settled in the time.
    Innovation,
    /// The duties that are on, with their goal, measure and milestone.
    Duties,
}

impl ColumnKind {
    /// A field that is filled in in the same way.
    pub fn as_field(&self) -> FieldKind {
        match self {
            Self::Line => FieldKind::Line,
            Self::Text => FieldKind::Text,
            Self::Named => FieldKind::Named,
            Self::Number => FieldKind::Number,
            Self::Date => FieldKind::Date,
            Self::Check => FieldKind::Check,
            Self::Choice(choices) => FieldKind::Choice(choices.clone()),
        }
    }
}
