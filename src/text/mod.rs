//! Every string of the interface, in every language, one file an area of the app.
//!
//! Each area is a struct of texts with a value for each language, so that the compiler finds a text
//! that one language lacks. Texts with numbers in them are functions. Not here: the texts of
//! standards, which are data of the packs.

/// Declares the texts of one area: each with its name, its type, and its form in each language, in
/// the order of [`Language::ALL`]. The forms stand side by side, so that nobody changes one and
/// forgets the other; the name and the Chinese form are the documentation of each text. No text is
/// public, so that the compiler finds those that nobody reads any more.
macro_rules! texts {
    ($($name:ident: $kind:ty = $($form:expr),+;)*) => {
        /// The texts of this area.
        #[cfg_attr(not(feature = "ui"), allow(dead_code, reason = "the interface reads them"))]
        pub struct Texts {
            $(pub(crate) $name: $kind,)*
        }

        /// In Chinese.
        pub static CHINESE: Texts = Texts { $($name: form!(1 of $($form),+),)* };

        /// In English.
        pub static ENGLISH: Texts = Texts { $($name: form!(2 of $($form),+),)* };

        impl $crate::text::InEach for Texts {
            fn in_language(language: $crate::text::Language) -> &'static Self {
                language.of::<fn() -> &'static Self>([|| &CHINESE, in_english])()
            }
        }

        /// A function of its own that the compiler cannot see through, so that these texts need
        /// not come before the first page of somebody who reads Chinese.
        #[inline(never)]
        fn in_english() -> &'static Texts {
            std::hint::black_box(&ENGLISH)
        }
    };
}

/// The form of a text in the first language, the second, and so on.
macro_rules! form {
    (1 of $form:expr $(, $_:expr)*) => {
        $form
    };
    (2 of $_1:expr, $form:expr $(, $_:expr)*) => {
        $form
    };
}

pub mod answers;
pub mod assess;
pub mod authoring;
pub mod basis_words;
mod causes;
pub mod common;
pub mod data;
pub mod duties;
pub mod duty_words;
pub mod editing;
pub mod facts;
pub mod files;
pub mod form_words;
pub mod forms;
pub mod groupings;
pub mod handing;
pub mod handout_files;
pub mod handouts;
pub mod help;
pub mod history;
pub mod home;
mod in_sentence;
mod item_names;
mod list;
pub mod me;
pub mod mechanisms;
mod members;
pub mod offered;
pub mod other_names;
pub mod pack_faults;
pub mod papers;
pub mod part_words;
pub mod parts;
pub mod places;
mod plural;
pub mod reading;
pub mod reason_words;
pub mod reasons;
pub mod receiving;
pub mod recording;
pub mod rectifications;
pub mod refusals;
pub mod report;
#[allow(
    dead_code,
    reason = "the build writes them into the scripts of public/boot/"
)]
pub mod rescue;
pub mod responsibilities;
pub mod result;
pub mod review;
pub mod saving;
pub mod sealing;
pub mod sending;
pub mod standard;
mod standing_words;
pub mod start;

pub use crate::exchange::Language;
pub use item_names::{item_name, item_names};
pub use list::list;

use std::marker::PhantomData;
use std::ops::Deref;

/// The texts of one area, in every language.
pub trait InEach: 'static {
    /// The texts in this language.
    fn in_language(language: Language) -> &'static Self;
}

/// The texts of one area in the language that is set, found where they are read.
///
/// Nothing holds all areas together: an area that only a later part of the app speaks of comes
/// with that part.
pub struct Area<Texts> {
    language: Language,
    texts: PhantomData<fn() -> Texts>,
}

impl<Texts: InEach> Deref for Area<Texts> {
    type Target = Texts;

    fn deref(&self) -> &Texts {
        Texts::in_language(self.language)
    }
}

/// Declares which areas there are: each with its meaning, its name and its module.
macro_rules! areas {
    ($($(#[$meaning:meta])* $area:ident;)*) => {
        /// All texts of one language.
        pub struct Texts {
            $($(#[$meaning])* pub $area: Area<$area::Texts>,)*
        }

        impl Texts {
            /// The language that they are in.
            #[cfg_attr(not(feature = "ui"), allow(dead_code, reason = "the interface asks"))]
            pub fn language(&self) -> Language {
                self.common.language
            }

            const fn of(language: Language) -> Self {
                Self { $($area: Area { language, texts: PhantomData },)* }
            }
        }
    };
}

areas! {
    /// What was answered.
    answers;
    /// The pages on which answers are given.
    assess;
    /// 用本县的标准.
    authoring;
    /// Words used everywhere.
    common;
    /// 数据.
    data;
    /// 清单: duties, records and tools.
    duties;
    /// 在标准上改.
    editing;
    /// The names of facts, types, frequencies and marks.
    facts;
    /// 导入.
    files;
    /// 材料 as files.
    handout_files;
    /// 交出去.
    handing;
    /// 材料.
    handouts;
    /// Rows, votes and figures on the cards of mechanisms.
    forms;
    /// 帮助 and 搜索.
    help;
    /// 按工程和职责看.
    groupings;
    /// 往期.
    history;
    /// 首页.
    home;
    /// 我的.
    me;
    /// 机制 and their cards.
    mechanisms;
    /// 更多工作机制.
    offered;
    /// What is said of a standard with names of its own for its parts.
    other_names;
    /// What is wrong with a pack.
    pack_faults;
    /// 台账、责任清单、会议用表.
    papers;
    /// Parts of the app that are still to come.
    parts;
    /// What a card shows of elsewhere.
    reading;
    /// Why a result is what it is.
    reasons;
    /// 收进来: what came of each file, parts and codes.
    receiving;
    /// 记一次, over the page.
    recording;
    /// 整改.
    rectifications;
    /// 汇报单.
    report;
    /// 哪种责任.
    responsibilities;
    /// 结果.
    result;
    /// 审核.
    review;
    /// Saving and undo.
    saving;
    /// 校验短码, 口令 and 签名.
    sealing;
    /// 导出给谁, and what goes out.
    sending;
    /// 标准 and 本地设置.
    standard;
    /// First start.
    start;
}

impl Language {
    /// The texts of this language.
    pub fn texts(self) -> &'static Texts {
        static CHINESE: Texts = Texts::of(Language::Chinese);
        static ENGLISH: Texts = Texts::of(Language::English);
        self.of([&CHINESE, &ENGLISH])
    }
}
