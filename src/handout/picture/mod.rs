//! A handout as a picture (图片): where each text and each line stands, in pieces that a phone can
//! show.
//!
//! - `wrap`: a text in lines. `strips`, `tables`: the blocks, each in strips that are never cut.
//! - `pieces`: the strips on pieces.
//!
//! Not here: how wide a text is, which only what draws it knows ([`Measure`]), and drawing
//! (`platform::canvas`).

mod pieces;
mod strips;
mod tables;
mod wrap;

use super::description::{Handout, Orientation};

/// The width of the picture of an upright handout, in pixels.
const PORTRAIT_WIDTH: u32 = 1_080;
/// The width of that of one on its side.
const LANDSCAPE_WIDTH: u32 = 1_920;

/// How letters look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Font {
    /// How high they are, in pixels.
    pub size: u16,
    /// Whether they are bold.
    pub bold: bool,
}

/// How dark a mark is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Text.
    Full,
    /// Text that matters less.
    Soft,
    /// Lines.
    Edge,
    /// What stands behind heads.
    Shade,
}

/// Something on a picture. Places count from the left and from the top, in pixels.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A line of text.
    Text {
        /// Its left end.
        x: f64,
        /// The line on which its letters stand.
        baseline: f64,
        /// What it says.
        text: String,
        /// How its letters look.
        font: Font,
        /// How dark it is.
        ink: Ink,
    },
    /// A filled box; a line is a thin one.
    Box {
        /// Its left side.
        x: f64,
        /// Its top.
        y: f64,
        /// How wide it is.
        width: f64,
        /// How high it is.
        height: f64,
        /// How dark it is.
        ink: Ink,
    },
}

/// A piece of a picture (一张), on white paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// How wide it is, in pixels.
    pub width: u32,
    /// How high it is, in pixels.
    pub height: u32,
    /// What is on it. Boxes that lie behind others come first.
    pub marks: Vec<Mark>,
}

/// Knows how wide a text is.
pub trait Measure {
    /// The width of a text on one line, in pixels.
    fn width(&self, text: &str, font: Font) -> f64;
}

/// The pieces of the picture of a handout, from the first; at least one.
pub fn pieces(handout: &Handout, measure: &impl Measure) -> Vec<Piece> {
    let width = match handout.orientation {
        Orientation::Portrait => PORTRAIT_WIDTH,
        Orientation::Landscape => LANDSCAPE_WIDTH,
    };
    let strips = strips::of(handout, width, measure);
    pieces::of(handout, width, strips, measure)
}

impl Mark {
    /// The same, lower by so much.
    fn lowered(&self, by: f64) -> Self {
        let mut mark = self.clone();
        match &mut mark {
            Self::Text { baseline, .. } => *baseline += by,
            Self::Box { y, .. } => *y += by,
        }
        mark
    }
}

#[cfg(test)]
mod tests;
