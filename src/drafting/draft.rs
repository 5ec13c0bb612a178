//! A standard that is being made from a table (草稿): what was pasted, and what the user put right.
//!
//! It is kept as it is entered, so that nothing is lost. Not here: what it amounts to (`reading`).

use super::cells::Table;
use super::columns::{Column, recognised};
use super::found::RowKind;
use super::scoring::Way;
use serde::{Deserialize, Serialize};

/// What stands at the head of the standard (标准的名称和出处); what is empty is taken from the table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Head {
    /// Its name.
    pub title: String,
    /// Who issued it.
    pub issuer: String,
    /// For whom it was made.
    pub made_for: String,
    /// The paper with its number, or the address.
    pub published_in: String,
    /// From how many percent of its points on a part is reached; `None` where nobody said so.
    pub pass_percent: Option<u32>,
}

/// What the user put right in a row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Correction {
    /// The row, from 0.
    pub row: u32,
    /// What the row is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<RowKind>,
    /// How it is answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub way: Option<Way>,
    /// Its points, in tenths.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub points: Option<u32>,
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Whether the user looked at it and left it as it was recognised.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_settled: bool,
}

/// A standard that is being made from a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The head.
    #[serde(default)]
    pub head: Head,
    /// The cells.
    pub table: Table,
    /// What each column holds.
    pub columns: Vec<Column>,
    /// The first row of the heads, and how many rows stand above the first indicator.
    pub body: u32,
    /// What the user put right, by row.
    #[serde(default)]
    pub corrections: Vec<Correction>,
}

impl Draft {
    /// A draft of this table, its columns recognised.
    pub fn of(table: Table) -> Self {
        let found = recognised(&table);
        Self {
            head: Head::default(),
            body: u32::try_from(found.body).unwrap_or(0),
            columns: found.columns,
            table,
            corrections: Vec::new(),
        }
    }

    /// What the user put right in a row, if anything.
    pub fn correction(&self, row: usize) -> Option<&Correction> {
        let is_of = |one: &&Correction| usize::try_from(one.row) == Ok(row);
        self.corrections.iter().find(is_of)
    }

    /// Puts something right in a row.
    pub fn correct(&mut self, row: usize, change: impl FnOnce(&mut Correction)) {
        let Ok(row) = u32::try_from(row) else { return };
        let place = self.corrections.iter().position(|one| one.row == row);
        let place = place.unwrap_or_else(|| {
            self.corrections.push(Correction {
                row,
                ..Correction::default()
            });
            self.corrections.len() - 1
        });
        if let Some(one) = self.corrections.get_mut(place) {
            change(one);
        }
    }
}
