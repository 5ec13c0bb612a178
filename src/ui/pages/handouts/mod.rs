//! 材料: what is handed out to be read, signed or hung up.
//!
//! - `index`: which there are. `report`: the report of the open period.
//! - `paper`: a handout as it stands on paper; `actions`: the ways out of it.
//!
//! Not here: what stands in a handout (`handout`).

mod actions;
mod index;
mod material;
mod paper;
mod report;

pub use index::HandoutsPage;

use self::report::ReportPage;
use crate::handout::HandoutKind;
use crate::ui::components::EmptyState;
use crate::ui::speech::texts;
use leptos::prelude::*;

/// One handout.
#[component]
pub fn HandoutPage(
    /// The key of its kind.
    kind: String,
) -> impl IntoView {
    match HandoutKind::of_key(&kind) {
        Some(HandoutKind::Report) => view! { <ReportPage /> }.into_any(),
        None => view! { <EmptyState text=texts().handouts.gone /> }.into_any(),
    }
}
