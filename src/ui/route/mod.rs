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

            /// The page at a path, which is an address without its `#/`.
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
        Self::at(path.trim_matches('/'))
    }

    /// Whether it has two columns on a wide screen.
    pub fn has_two_columns(&self) -> bool {
        matches!(self, Self::Home | Self::Assess | Self::Result)
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
mod tests {
    use super::*;

    #[test]
    fn every_page_is_found_by_its_own_address() {
        fn check(address: &str, expected: Route) {
            assert_eq!(Route::of_hash(address), expected, "{address}");
            assert_eq!(Route::of_hash(&expected.to_string()), expected, "{address}");
        }

        let month = Month::new(2026, 11).unwrap();
        check("", Route::Home);
        check("#/", Route::Home);
        check("#/start", Route::Start);
        check("#/assess", Route::Assess);
        check(
            "#/assess/basic/basic_org",
            Route::Basic("basic_org".to_owned()),
        );
        check(
            "#/assess/star/star_party/",
            Route::Star("star_party".to_owned()),
        );
        check("#/assess/must", Route::Must);
        check("#/assess/extras", Route::Extras);
        check(
            "#/indicator/ORG-01",
            Route::Indicator(ItemId::from("ORG-01")),
        );
        check("#/result", Route::Result);
        check("#/history", Route::History);
        check("#/checklist", Route::Checklist);
        let id = "0190a6f0-0000-7000-8000-000000000001";
        check("#/rectifications", Route::Rectifications);
        check(
            &format!("#/rectification/{id}"),
            Route::Rectification(id.parse().unwrap()),
        );
        check(
            "#/mechanism/four_discuss_two_open",
            Route::Mechanism(ItemId::from("four_discuss_two_open")),
        );
        check(&format!("#/card/{id}"), Route::Card(id.parse().unwrap()));
        assert_eq!(Route::of_hash("#/card/nothing"), Route::Unknown);
        check("#/checklist/all", Route::ChecklistIndex);
        check("#/checklist/unmet", Route::Unmet);
        check("#/checklist/month/2026-11", Route::Month(month));
        check("#/checklist/year/2026", Route::Year(2026));
        check("#/duties", Route::Duties);
        check("#/duty/D-GM", Route::Duty(ItemId::from("D-GM")));
        check("#/records", Route::Records);
        check(
            "#/record/01890000-0000-7000-8000-000000000001",
            Route::Record(Uuid::from_u128(0x0189_0000_0000_7000_8000_0000_0000_0001)),
        );
        check("#/quorum", Route::Quorum);
        check("#/calendar", Route::Calendar);
        check("#/standard", Route::Standard);
        check("#/standard/local", Route::Local);
        check("#/me", Route::Me);
        check("#/me/profile", Route::Profile);
        check("#/me/data", Route::Data);
        check(
            &format!("#/me/export/{id}"),
            Route::Export(id.parse().unwrap()),
        );
        check("#/me/import", Route::Import);
        for (hung_on, expected) in [
            ("#/me?from=x", Route::Me),
            ("#/me/", Route::Me),
            ("#/me&x", Route::Me),
            ("#/checklist?from=groupmessage", Route::Checklist),
            ("#/checklist&mpshare=1&scene=1#rd", Route::Checklist),
            ("#/checklist#wechat_redirect", Route::Checklist),
            ("#/checklist/month/2026-11/?a=b/c", Route::Month(month)),
            ("#?from=singlemessage", Route::Home),
            ("#/?", Route::Home),
        ] {
            assert_eq!(Route::of_hash(hung_on), expected, "{hung_on}");
        }
        for nowhere in [
            "#/nowhere/at/all",
            "#/checklist/month/2026-13",
            "#/checklist/month/2026",
            "#/checklist/year/1999",
            "#/record/1",
            "#/assess/basic",
            "#/assess/basic/",
            "#/assess/basic/basic_org/more",
            "#/assess/basicbasic_org",
            "#/me/export/all",
        ] {
            assert_eq!(Route::of_hash(nowhere), Route::Unknown, "{nowhere}");
        }
    }
    /// The address of a row, and its page, where the page is about nothing.
    macro_rules! page_of_row {
        ($address:literal, $route:ident) => {
            Some((concat!("#/", $address), Route::$route))
        };
        ($address:literal, $route:ident, $kind:ty) => {
            None
        };
    }

    macro_rules! pages_about_nothing {
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
            [$($( page_of_row!($address, $route $(, $kind)?), )*)*]
        };
    }

    #[test]
    fn no_two_rows_of_the_table_have_one_address() {
        for (address, route) in routes!(pages_about_nothing).into_iter().flatten() {
            assert_eq!(Route::of_hash(address), route, "{address}");
            assert_eq!(route.to_string(), address);
            let in_part = route.clone().in_part();
            assert!(!matches!(in_part, InPart::Unknown), "{address}");
        }
    }

    #[test]
    fn every_page_stands_below_one_of_the_tabs() {
        fn check(address: &str, above: Option<&str>, tab: Tab) {
            let route = Route::of_hash(address);
            let found = route.above().map(|above| above.to_string());
            assert_eq!(found.as_deref(), above, "{address}");
            assert_eq!(route.tab(), tab, "{address}");
        }

        check("#/", None, Tab::Home);
        check("#/result", Some("#/"), Tab::Home);
        check("#/nowhere", Some("#/"), Tab::Home);
        check("#/assess/star/star_party", Some("#/assess"), Tab::Assess);
        check("#/checklist", None, Tab::Checklist);
        check(
            "#/checklist/month/2026-11",
            Some("#/checklist/year/2026"),
            Tab::Checklist,
        );
        check("#/calendar", Some("#/checklist/all"), Tab::Checklist);
        check("#/standard/local", Some("#/standard"), Tab::Me);
        check("#/me/import", Some("#/me/data"), Tab::Me);
    }
}
