//! The pieces of a picture as SVG, to be looked at without a browser that draws them.
//!
//! Not here: where everything stands, which is what is drawn.

use std::fmt::Write as _;
use wuxing::handout::Handout;
use wuxing::handout::picture::{Font, Ink, Mark, Measure, Piece, pieces};

/// As in the fonts of phones: digits and capitals are wider than half a character.
struct ByLetters;

impl Measure for ByLetters {
    fn width(&self, text: &str, font: Font) -> f64 {
        let wide = |one: char| match one {
            '0'..='9' | 'A'..='Z' => 0.6,
            ' ' => 0.32,
            one if one.is_ascii() => 0.5,
            _ => 1.0,
        };
        text.chars().map(wide).sum::<f64>() * f64::from(font.size)
    }
}

/// The pieces, each as a file of its own.
pub fn drawn(handout: &Handout) -> Vec<String> {
    pieces(handout, &ByLetters).iter().map(svg).collect()
}

fn svg(piece: &Piece) -> String {
    let (width, height) = (piece.width, piece.height);
    let mut text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\">\
         <rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>"
    );
    for mark in &piece.marks {
        match mark {
            Mark::Text {
                x,
                baseline,
                text: said,
                font,
                ink,
            } => {
                let weight = if font.bold { 700 } else { 400 };
                let length = ByLetters.width(said, *font);
                let said = said.replace('&', "&amp;").replace('<', "&lt;");
                writeln!(
                    text,
                    "<text xml:space=\"preserve\" x=\"{x}\" y=\"{baseline}\" \
                     font-family=\"Noto Sans CJK SC\" font-size=\"{}\" font-weight=\"{weight}\" \
                     textLength=\"{length}\" fill=\"{}\">{said}</text>",
                    font.size,
                    colour(*ink)
                )
                .unwrap();
            }
            Mark::Box {
                x,
                y,
                width,
                height,
                ink,
            } => {
                let fill = colour(*ink);
                let place = format!("x=\"{x}\" y=\"{y}\" width=\"{width}\"");
                writeln!(text, "<rect {place} height=\"{height}\" fill=\"{fill}\"/>").unwrap();
            }
        }
    }
    text + "</svg>"
}

fn colour(ink: Ink) -> &'static str {
    match ink {
        Ink::Full => "#000",
        Ink::Soft => "#555",
        Ink::Edge => "#888",
        Ink::Shade => "#eee",
    }
}
