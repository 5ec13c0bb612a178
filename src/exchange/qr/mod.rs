//! QR codes (二维码): a short text as black and white squares, and back from what a camera sees.
//!
//! Not here: the camera (`platform`), showing codes (`ui`), and what is in them
//! ([`super::chat_parts`]).

mod drawing;
mod reading;

pub use drawing::Squares;
pub use reading::{Picture, read};

#[cfg(test)]
mod tests;
