//! The pages, one file each.
//!
//! Not here: which of them is open (`route`) and the frame around it (`root`).

mod agenda;
mod assess;
mod authoring;
mod basic;
mod changes;
mod data;
mod extras;
mod groupings;
mod handouts;
mod handover;
mod help;
mod history;
mod home;
mod import;
mod include_part;
mod indicator;
mod list_alone;
mod local;
mod me;
mod mechanisms;
mod must;
mod next_part;
mod offered;
mod outcomes;
mod profile;
mod records;
mod rectifications;
mod result;
mod review;
mod run_end;
mod scanner;
mod sealed_handover;
mod search;
mod spared;
mod standard;
mod star;
mod start;
mod tools;

pub use run_end::EndOfRun;
pub use scanner::Scanner;

use super::apart::apart;
use super::components::{ButtonLink, EmptyState};
use super::lazy_part::LazyPart;
use super::navigation::OnSheet;
use super::parts::{InPages, Wanted};
use super::route::table::routes;
use super::route::{
    FirstPage, InPart, PageInAuthoringPart, PageInFilesPart, PageInHandoutsPart, PageInPagesPart,
    Route,
};
use super::speech::texts;
use leptos::prelude::*;

/// The page of a route. What is in a part is shown as soon as the part is here.
pub fn page(route: Route) -> AnyView {
    let wanted = match route.in_part() {
        InPart::First(page) => return page.view(),
        InPart::InPagesPart(page) => Wanted::InPages(InPages::Page(page)),
        InPart::InFilesPart(page) => Wanted::InFiles(page),
        InPart::InHandoutsPart(page) => Wanted::InHandouts(page),
        InPart::InAuthoringPart(page) => Wanted::InAuthoring(page),
        InPart::Unknown => return apart(|| view! { <UnknownPage /> }.into_any()),
    };
    apart(move || view! { <LazyPart wanted=wanted /> }.into_any())
}

macro_rules! views_of_pages {
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
        $(
            impl $pages {
                /// The page. It is called from the function that begins the part, and nowhere else:
                /// pages that are reached otherwise as well are loaded with the first paint.
                pub fn view(self) -> AnyView {
                    match self {
                        $(
                            Self::$route $(($argument))? => apart(move || {
                                view! { <$module::$page $($argument=$argument)? /> }.into_any()
                            }),
                        )*
                    }
                }
            }
        )*
    };
}

routes!(views_of_pages);

/// What is entered over a page. Like the pages of its part it is called from the function that
/// begins the part, and nowhere else.
#[component]
pub fn OnSheetView(
    /// What it is.
    what: OnSheet,
) -> impl IntoView {
    match what {
        OnSheet::Kinds => apart(|| view! { <records::Kinds /> }.into_any()),
        OnSheet::Record(id) => apart(move || view! { <records::RecordSheet id=id /> }.into_any()),
        OnSheet::Rectification(id) => {
            apart(move || view! { <rectifications::RectificationSheet id=id /> }.into_any())
        }
        OnSheet::Card(id) => apart(move || view! { <mechanisms::CardSheet id=id /> }.into_any()),
    }
}

/// Where an address leads nowhere.
#[component]
fn UnknownPage() -> impl IntoView {
    let texts = texts();
    view! {
        <EmptyState text=texts.me.unknown_page>
            <ButtonLink label=texts.common.tab_home href=Route::Home.to_string() />
        </EmptyState>
    }
}
