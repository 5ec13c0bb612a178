//! Every string of the interface, in Chinese and English, one file an area of the app.
//!
//! Each area is a struct of texts with two constants, so that the compiler finds a text that one
//! language lacks. Texts with numbers in them are functions. Not here: the texts of standards,
//! which are data of the packs.

/// Declares the texts of one area: each with its name, its type, its Chinese and its English form.
/// The two forms stand side by side, so that nobody changes one and forgets the other; the name and
/// the Chinese form are the documentation of each text.
macro_rules! texts {
    ($($name:ident: $kind:ty = $chinese:expr, $english:expr;)*) => {
        /// The texts of this area.
        #[allow(missing_docs, reason = "the Chinese form beside each name says what it is")]
        pub struct Texts {
            $(pub $name: $kind,)*
        }

        /// In Chinese.
        pub const CHINESE: Texts = Texts { $($name: $chinese,)* };

        /// In English.
        pub const ENGLISH: Texts = Texts { $($name: $english,)* };
    };
}

pub mod assess;
mod causes;
pub mod common;
pub mod data;
pub mod duties;
pub mod facts;
pub mod files;
pub mod history;
pub mod home;
pub mod me;
pub mod mechanisms;
pub mod pack_faults;
pub mod places;
pub mod reasons;
pub mod rectifications;
pub mod refusals;
pub mod result;
pub mod saving;
pub mod standard;
pub mod start;

pub use crate::exchange::Language;

/// All texts of one language.
pub struct Texts {
    /// The pages on which answers are given.
    pub assess: assess::Texts,
    /// Words used everywhere.
    pub common: common::Texts,
    /// 数据.
    pub data: data::Texts,
    /// 清单: duties, records and tools.
    pub duties: duties::Texts,
    /// The names of facts, types, frequencies and marks.
    pub facts: facts::Texts,
    /// 导入.
    pub files: files::Texts,
    /// 历期.
    pub history: history::Texts,
    /// 首页.
    pub home: home::Texts,
    /// 我的.
    pub me: me::Texts,
    /// 机制 and their cards.
    pub mechanisms: mechanisms::Texts,
    /// What is wrong with a pack.
    pub pack_faults: pack_faults::Texts,
    /// Why a result is what it is.
    pub reasons: reasons::Texts,
    /// 整改.
    pub rectifications: rectifications::Texts,
    /// 结果.
    pub result: result::Texts,
    /// Saving and undo.
    pub saving: saving::Texts,
    /// 标准 and 本地设置.
    pub standard: standard::Texts,
    /// First start.
    pub start: start::Texts,
}

static CHINESE: Texts = Texts {
    assess: assess::CHINESE,
    common: common::CHINESE,
    data: data::CHINESE,
    duties: duties::CHINESE,
    facts: facts::CHINESE,
    files: files::CHINESE,
    history: history::CHINESE,
    home: home::CHINESE,
    me: me::CHINESE,
    mechanisms: mechanisms::CHINESE,
    pack_faults: pack_faults::CHINESE,
    reasons: reasons::CHINESE,
    rectifications: rectifications::CHINESE,
    result: result::CHINESE,
    saving: saving::CHINESE,
    standard: standard::CHINESE,
    start: start::CHINESE,
};

static ENGLISH: Texts = Texts {
    assess: assess::ENGLISH,
    common: common::ENGLISH,
    data: data::ENGLISH,
    duties: duties::ENGLISH,
    facts: facts::ENGLISH,
    files: files::ENGLISH,
    history: history::ENGLISH,
    home: home::ENGLISH,
    me: me::ENGLISH,
    mechanisms: mechanisms::ENGLISH,
    pack_faults: pack_faults::ENGLISH,
    reasons: reasons::ENGLISH,
    rectifications: rectifications::ENGLISH,
    result: result::ENGLISH,
    saving: saving::ENGLISH,
    standard: standard::ENGLISH,
    start: start::ENGLISH,
};

impl Language {
    /// The texts of this language.
    pub fn texts(self) -> &'static Texts {
        match self {
            Self::Chinese => &CHINESE,
            Self::English => &ENGLISH,
        }
    }
}
