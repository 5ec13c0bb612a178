//! Words used everywhere: buttons, standings, saving.
//!
//! Not here: whole sentences of a single page.

/// The texts of this area.
pub struct Texts {
    /// The name of the app.
    pub app_name: &'static str,
    /// The line under every result.
    pub reference_only: &'static str,
}

/// In Chinese.
pub const CHINESE: Texts = Texts {
    app_name: "五基五星自评",
    reference_only: "自查参考，以本地正式文件为准，不作为评比依据",
};

/// In English.
pub const ENGLISH: Texts = Texts {
    app_name: "Five Basics, Five Stars",
    reference_only: "For self-checking only. Local official documents prevail; not a basis for ranking.",
};
