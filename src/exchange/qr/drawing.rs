//! Draws a text as a code (画二维码).
//!
//! Not here: colours and sizes.

use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write as _;

/// How many squares stay white around a code, so that it is told from what is beside it.
const MARGIN: i32 = 4;

/// The squares of a code, with the white margin around it.
#[derive(Clone, PartialEq, Eq)]
pub struct Squares {
    code: QrCode,
}

impl Squares {
    /// The code of a text; `None` if it is too long for one.
    pub fn of(text: &str) -> Option<Self> {
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
        Some(Self { code })
    }

    /// How many squares there are from one side to the other.
    pub fn side(&self) -> usize {
        usize::try_from(self.code.size() + 2 * MARGIN).unwrap_or(0)
    }

    /// Whether the square in this column and row is black.
    pub fn is_black(&self, column: usize, row: usize) -> bool {
        let place = |number: usize| i32::try_from(number).unwrap_or(i32::MAX) - MARGIN;
        self.code.get_module(place(column), place(row))
    }

    /// The black squares as a path of a vector picture in which every square has the side 1.
    pub fn path(&self) -> String {
        let side = self.side();
        let mut path = String::new();
        for row in 0..side {
            let mut column = 0;
            while column < side {
                let black = (column..side).take_while(|column| self.is_black(*column, row));
                let length = black.count();
                if length > 0 {
                    // Writing into a string cannot fail.
                    let _ = write!(path, "M{column} {row}h{length}v1h-{length}z");
                }
                column += length.max(1);
            }
        }
        path
    }
}
