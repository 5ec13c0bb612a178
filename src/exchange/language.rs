//! The languages (语言) of the interface, one row each.
//!
//! Nothing else asks which language it is: what differs between them is a list of as many forms,
//! from which [`Language::of`] takes one. So with a further row nothing compiles until every such
//! list has its form. Not here: the forms (`text`).

use crate::standard::Label;
use serde::{Deserialize, Serialize};

/// Declares the languages, the one that is spoken where none was chosen first: each with its name
/// in files and in the settings, the name of it that pages give, what it calls itself, and the form
/// that a label of a pack has in it.
macro_rules! languages {
    ($(
        $(#[$meaning:meta])*
        $name:ident $form:ident: $tag:literal, $page:literal, $own:literal, $label:expr;
    )*) => {
        /// The language of the interface (语言).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum Language {
            $($(#[$meaning])* #[serde(rename = $tag)] $name,)*
        }

        impl Language {
            /// All languages, in the order in which the forms of a text are written.
            pub const ALL: [Self; Self::COUNT] = [$(Self::$name,)*];

            /// How many there are.
            pub const COUNT: usize = [$($tag,)*].len();

            /// The one of these forms that is in this language.
            pub fn of<Form>(self, forms: [Form; Self::COUNT]) -> Form {
                let [$($form,)*] = forms;
                match self {
                    $(Self::$name => $form,)*
                }
            }

            /// The name of this language that a page gives, by BCP 47.
            pub fn page_tag(self) -> &'static str {
                self.of([$($page,)*])
            }

            /// What this language calls itself.
            pub fn own_name(self) -> &'static str {
                self.of([$($own,)*])
            }

            /// A label of a pack in this language, in Chinese where it has no other.
            pub fn say(self, label: &Label) -> &str {
                let forms: [fn(&Label) -> Option<&str>; Self::COUNT] = [$($label,)*];
                self.of(forms)(label).unwrap_or(&label.zh)
            }
        }
    };
}

languages! {
    /// Chinese (中文).
    Chinese chinese: "zh", "zh-CN", "中文", |label| Some(&label.zh);
    /// English (英文).
    English english: "en", "en", "English", |label| label.en.as_deref();
}

#[expect(
    clippy::derivable_impls,
    reason = "the macro does not know which is the first"
)]
impl Default for Language {
    fn default() -> Self {
        Self::Chinese
    }
}

impl Language {
    /// The language of a page that gives this name, the default one where no other does.
    pub fn of_page(tag: &str) -> Self {
        let mut all = Self::ALL.into_iter();
        all.find(|one| one.page_tag() == tag).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_said_in_each_language() {
        let label = |en: Option<&str>| Label {
            zh: "村".to_owned(),
            en: en.map(str::to_owned),
        };
        assert_eq!(Language::Chinese.say(&label(Some("village"))), "村");
        assert_eq!(Language::English.say(&label(Some("village"))), "village");
        assert_eq!(Language::English.say(&label(None)), "村");
    }

    #[test]
    fn the_language_of_a_page_is_found_by_its_name() {
        for language in Language::ALL {
            assert_eq!(Language::of_page(language.page_tag()), language);
        }
        assert_eq!(Language::of_page("xx"), Language::default());
    }
}
