//! What the module for office files hands over (办公文件): the sheets of a workbook, the files of an
//! archive, and why there are none.
//!
//! Not here: reading and writing them, which is a crate of its own (`office/`), and what becomes of
//! what was read.

use serde::{Deserialize, Serialize};

/// A sheet of a workbook (工作表), as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Its rows from the first one, with a text for each cell from the first column; empty cells at
    /// the end of a row and empty rows at the end are left out.
    pub rows: Vec<Vec<String>>,
    /// Which of its cells are merged. The text stands in the first of them, the others are empty.
    pub merged: Vec<MergedCells>,
}

/// Cells that were merged into one (合并单元格). Rows and columns count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MergedCells {
    /// The first row.
    pub first_row: u32,
    /// The first column.
    pub first_column: u32,
    /// The last row, which is one of them.
    pub last_row: u32,
    /// The last column, which is one of them.
    pub last_column: u32,
}

/// A file of a zip archive (压缩包里的文件).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArchivedFile {
    /// Its path inside the archive, with `/`.
    pub name: String,
    /// What is in it; `None` if it is locked, damaged, or packed in a way that is not known here.
    pub content: Option<Vec<u8>>,
}

/// Why a file was not read or written (办公文件的差错).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OfficeFault {
    /// It is something else than what it was taken for.
    #[error("not a file of this kind")]
    Foreign,
    /// It is of this kind, and cut off or damaged.
    #[error("damaged")]
    Damaged,
    /// It asks for a password.
    #[error("locked by a password")]
    Locked,
    /// It holds more than is taken in.
    #[error("too large")]
    TooLarge,
}

impl OfficeFault {
    /// Every one of them.
    pub const ALL: [Self; 4] = [Self::Foreign, Self::Damaged, Self::Locked, Self::TooLarge];

    /// By which the module says it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Foreign => "foreign",
            Self::Damaged => "damaged",
            Self::Locked => "locked",
            Self::TooLarge => "too large",
        }
    }

    /// What a code says; `None` if it says something else.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fault| fault.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_is_known_by_its_code() {
        for fault in OfficeFault::ALL {
            assert_eq!(OfficeFault::from_code(fault.code()), Some(fault));
        }
        assert_eq!(OfficeFault::from_code("unreachable"), None);
    }
}
