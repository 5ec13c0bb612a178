//! The pages, one file each.
//!
//! Not here: which of them is open (`route`) and the frame around it (`root`).

mod agenda;
mod assess;
mod basic;
mod data;
mod extras;
mod handover;
mod history;
mod home;
mod import;
mod indicator;
mod local;
mod me;
mod mechanisms;
mod must;
mod naming;
mod profile;
mod records;
mod rectifications;
mod report;
mod result;
mod spared;
mod standard;
mod star;
mod start;
mod tools;

pub use naming::document_name;

use super::components::{ButtonLink, EmptyState};
use super::later::Later;
use super::parts::Wanted;
use super::route::Route;
use super::speech::texts;
use leptos::prelude::*;

/// The page of a route.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Home => view! { <home::HomePage /> }.into_any(),
        Route::Start => view! { <start::StartPage /> }.into_any(),
        Route::Assess => view! { <assess::AssessPage /> }.into_any(),
        Route::Basic(key) => view! { <basic::BasicPage key=key /> }.into_any(),
        Route::Star(key) => view! { <star::StarPage key=key /> }.into_any(),
        Route::Unknown => view! { <UnknownPage /> }.into_any(),
        route => view! { <Later wanted=Wanted::Page(route) /> }.into_any(),
    }
}

/// The pages of [`super::parts::Part::Pages`]. They are named in the function that begins the part, and nowhere
/// else: a page that is named elsewhere as well is loaded with the first paint.
pub fn looking_back(route: Route) -> AnyView {
    match route {
        Route::Must => view! { <must::MustPage /> }.into_any(),
        Route::Extras => view! { <extras::ExtrasPage /> }.into_any(),
        Route::Indicator(id) => view! { <indicator::IndicatorPage id=id /> }.into_any(),
        Route::Result => view! { <result::ResultPage /> }.into_any(),
        Route::Checklist => view! { <agenda::ChecklistPage /> }.into_any(),
        Route::ChecklistIndex => view! { <agenda::IndexPage /> }.into_any(),
        Route::Unmet => view! { <agenda::UnmetPage /> }.into_any(),
        Route::Month(year, month) => {
            view! { <agenda::MonthPage year=year month=month /> }.into_any()
        }
        Route::Year(year) => view! { <agenda::YearPage year=year /> }.into_any(),
        Route::Duties => view! { <agenda::DutiesPage /> }.into_any(),
        Route::Duty(id) => view! { <agenda::DutyPage id=id /> }.into_any(),
        Route::Records => view! { <records::RecordsPage /> }.into_any(),
        Route::Record(id) => view! { <records::RecordPage id=id /> }.into_any(),
        Route::Quorum => view! { <tools::QuorumPage /> }.into_any(),
        Route::Me => view! { <me::MePage /> }.into_any(),
        Route::History => view! { <history::HistoryPage /> }.into_any(),
        Route::Rectifications => view! { <rectifications::RectificationsPage /> }.into_any(),
        Route::Rectification(id) => {
            view! { <rectifications::RectificationPage id=id /> }.into_any()
        }
        Route::Mechanism(id) => view! { <mechanisms::MechanismPage id=id /> }.into_any(),
        Route::Card(id) => view! { <mechanisms::CardPage id=id /> }.into_any(),
        Route::Standard => view! { <standard::StandardPage /> }.into_any(),
        Route::Local => view! { <local::LocalPage /> }.into_any(),
        Route::Profile => view! { <profile::ProfilePage /> }.into_any(),
        _ => view! { <UnknownPage /> }.into_any(),
    }
}

/// The pages of [`super::parts::Part::Files`], named here and nowhere else for the same reason.
pub fn about_files(route: Route) -> AnyView {
    match route {
        Route::Data => view! { <data::DataPage /> }.into_any(),
        Route::Export(id) => view! { <data::ExportPage period=id /> }.into_any(),
        Route::Import => view! { <import::ImportPage /> }.into_any(),
        Route::Calendar => view! { <tools::CalendarPage /> }.into_any(),
        _ => view! { <UnknownPage /> }.into_any(),
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
