//! The pages and their addresses (路由). Hash routes, since a static host or a single file knows no
//! others.
//!
//! - [`table`]: every page, a row each. All that is here follows from it.
//!
//! Not here: what a page shows (`pages`), and what it is called (`titles`).

pub mod table;

use crate::period::{Month, YEARS};
use crate::standard::ItemId;
use std::fmt;
use table::routes;
use uuid::Uuid;

/// The four tabs at the bottom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// 首页.
    Home,
    /// 自评.
    Assess,
    /// 清单.
    Checklist,
    /// 我的.
    Me,
}

/// What stands in a row for some pages and not for others.
macro_rules! optional {
    () => {
        None
    };
    ($value:expr) => {
        Some($value)
    };
}

/// Leaves with the page of a row if the path is its address.
macro_rules! leave_if_at {
    ($path:ident, $route:ident, $address:literal) => {
        if $path == $address {
            return Self::$route;
        }
    };
    ($path:ident, $route:ident, $address:literal, $kind:ty) => {
        if let Some(text) = argument($path, $address) {
            return <$kind>::read(text).map_or(Self::Unknown, Self::$route);
        }
    };
}

macro_rules! follow_from_table {
    ($(
        $part:ident($pages:ident) { $(
            $(#[$about:meta])*
            $route:ident $(($argument:ident: $kind:ty $(, always $always:literal)?))?
            $address:literal =>
                $(tab $tab:ident,)?
                $(below $above:ident $(($above_argument:expr))?,)?
                $(stands $alone:ident,)?
                $(title $area:ident . $text:ident,)?
                $(titled $title:ident,)?
                page $module:ident :: $page:ident;
        )* }
    )*) => {
        /// A page.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Route {
            $($( $(#[$about])* $route $(($kind))?, )*)*
            /// What cannot be found.
            Unknown,
        }

        /// A page, by the part of the app that it is in. Whoever shows the pages of a part thereby
        /// shows all of them, and no others.
        #[derive(Clone, Debug)]
        pub enum InPart {
            $(
                #[doc = concat!("One of [`", stringify!($pages), "`].")]
                $part($pages),
            )*
            /// What cannot be found.
            Unknown,
        }

        $(
            /// The pages of one part of the app.
            #[derive(Clone, Debug)]
            pub enum $pages {
                $( $(#[$about])* $route $(($kind))?, )*
            }
        )*

        #[allow(unused_variables, reason = "few rows make use of what their page is about")]
        impl Route {
            /// Where a link to the page leads, without its `#/`: the address, and what is put
            /// behind it.
            fn address(&self) -> (&'static str, Option<&dyn fmt::Display>) {
                match self {
                    $($(
                        Self::$route $(($argument))? => ($address, optional!($($argument)?)),
                    )*)*
                    Self::Unknown => ("", None),
                }
            }

            /// The page at a path, which is an address without its `#/`. Apart (`ui::apart`), since
            /// home is found without looking through all of them.
            #[inline(never)]
            fn at(path: &str) -> Self {
                $($( leave_if_at!(path, $route, $address $(, $kind)?); )*)*
                Self::Unknown
            }

            /// The page above it, to which 「返回」 leads; `None` for the four tabs.
            pub fn above(&self) -> Option<Self> {
                match self {
                    $($(
                        Self::$route $(($argument))? => {
                            optional!($(Self::$above $(($above_argument))?)?)
                        }
                    )*)*
                    Self::Unknown => Some(Self::Home),
                }
            }

            /// The tab that it is itself; `None` for all pages but four.
            fn own_tab(&self) -> Option<Tab> {
                match self {
                    $($( Self::$route { .. } => optional!($(Tab::$tab)?), )*)*
                    Self::Unknown => None,
                }
            }

            /// Whether it has something to say without an organisation and its pack.
            pub fn stands_alone(&self) -> bool {
                let alone: Option<&str> = match self {
                    $($( Self::$route { .. } => optional!($(stringify!($alone))?), )*)*
                    Self::Unknown => None,
                };
                alone.is_some()
            }

            /// The same page, by the part that it is in.
            pub fn in_part(self) -> InPart {
                match self {
                    $($(
                        Self::$route $(($argument))? => {
                            InPart::$part($pages::$route $(($argument))?)
                        }
                    )*)*
                    Self::Unknown => InPart::Unknown,
                }
            }
        }
    };
}

routes!(follow_from_table);

impl Route {
    /// The page of an address such as `#/assess/basic/basic_org`. What a chat or another app has
    /// hung on behind it, such as `?from=groupmessage`, says nothing.
    pub fn of_hash(hash: &str) -> Self {
        let path = hash.trim_start_matches('#');
        let path = path.split(['?', '&', '#']).next().unwrap_or_default();
        match path.trim_matches('/') {
            "" => Self::Home,
            path => Self::at(path),
        }
    }

    /// Whether it has two columns on a wide screen.
    pub fn has_two_columns(&self) -> bool {
        matches!(
            self,
            Self::Home
                | Self::Assess
                | Self::Result
                | Self::Checklist
                | Self::Records
                | Self::Rectifications
        )
    }

    /// The list that leads to it and stands beside it where the screen is wide enough; `None` for
    /// pages that stand alone.
    pub fn list_beside(&self) -> Option<Self> {
        let is_list = |above: &Self| {
            matches!(
                above,
                Self::Assess | Self::Checklist | Self::Records | Self::Rectifications
            )
        };
        self.above().filter(is_list)
    }

    /// Whether it leads to long lists, so that the way to the search stands above it.
    pub fn is_searched(&self) -> bool {
        matches!(self, Self::Assess | Self::Checklist | Self::Me)
    }

    /// Which of the four tabs it belongs to: the one above it, however far.
    pub fn tab(&self) -> Tab {
        match (self.own_tab(), self.above()) {
            (Some(tab), _) => tab,
            (None, Some(above)) => above.tab(),
            (None, None) => Tab::Home,
        }
    }
}

impl fmt::Display for Route {
    /// Writes the address, for links.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (address, argument) = self.address();
        write!(formatter, "#/{address}")?;
        argument.map_or(Ok(()), |argument| write!(formatter, "/{argument}"))
    }
}

/// The draft of an item, by what its page is about.
fn draft_of_item(at: &str) -> Uuid {
    let (draft, _) = at.split_once('.').unwrap_or((at, ""));
    draft.parse().unwrap_or_default()
}

/// The mechanism whose cards are put on paper, and the card if it is one of them, by what the page
/// is about.
pub fn cards_on_paper(of: &str) -> (ItemId, Option<Uuid>) {
    let one = of
        .rsplit_once('.')
        .and_then(|(mechanism, card)| Some((mechanism.into(), Some(card.parse().ok()?))));
    one.unwrap_or_else(|| (of.into(), None))
}

/// What stands behind an address, if the path begins with it and has one word more.
fn argument<'a>(path: &'a str, address: &str) -> Option<&'a str> {
    let text = path.strip_prefix(address)?.strip_prefix('/')?;
    (!text.contains('/')).then_some(text)
}

/// What a page is about, as it is read from an address. It is written there with `Display`.
trait Argument: Sized {
    /// `None` if the text says nothing of the kind.
    fn read(text: &str) -> Option<Self>;
}

impl Argument for String {
    fn read(text: &str) -> Option<Self> {
        Some(text.to_owned())
    }
}

impl Argument for ItemId {
    fn read(text: &str) -> Option<Self> {
        Some(Self::from(text))
    }
}

impl Argument for Uuid {
    fn read(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

impl Argument for Month {
    fn read(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

/// A year that can be looked at.
impl Argument for i32 {
    fn read(text: &str) -> Option<Self> {
        text.parse().ok().filter(|year| YEARS.contains(year))
    }
}

#[cfg(test)]
mod tests;
