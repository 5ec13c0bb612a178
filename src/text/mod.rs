//! Every string of the interface, in Chinese and English, one file an area of the app.
//!
//! Each area is a struct of texts with two constants, so that the compiler finds a text that one
//! language lacks. Texts with numbers in them are functions. Not here: the texts of standards,
//! which are data of the packs.

pub mod common;

/// A language of the interface (界面语言).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Chinese, which comes first.
    #[default]
    Chinese,
    /// English.
    English,
}

/// All texts of one language.
pub struct Texts {
    /// Words used everywhere.
    pub common: common::Texts,
}

static CHINESE: Texts = Texts { common: common::CHINESE };

static ENGLISH: Texts = Texts { common: common::ENGLISH };

impl Language {
    /// The texts of this language.
    pub fn texts(self) -> &'static Texts {
        match self {
            Self::Chinese => &CHINESE,
            Self::English => &ENGLISH,
        }
    }
}
