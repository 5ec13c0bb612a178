//! 材料: what is handed out to be read, signed or hung up.
//!
//! - `index`: which there are.
//! - `report`, `yearly`, `meetings`: the pages of single ones; `sheet`: what all of these have.
//! - `paragraph`: the words at the head of the report, which the user may change.
//! - `paper`: a handout as it stands on paper; `actions`: the ways out of it, `made` and
//!   `making`: those that take a moment; `own_parts`: what is left out of it unless the user takes
//!   it in.
//! - `material`: what they are made of.
//!
//! Not here: what stands in a handout (`handout`).

mod actions;
mod index;
mod made;
mod making;
mod material;
mod meetings;
mod own_parts;
mod paper;
mod paragraph;
mod report;
mod sheet;
mod yearly;

pub use index::HandoutsPage;
pub use meetings::SheetsOfRecordPage;
pub use yearly::CardsOnPaperPage;

use self::meetings::{MeetingSheet, NewMeetingPage};
use self::report::ReportPage;
use self::yearly::{BookPage, DutyListPage, PlainPage};
use crate::handout::HandoutKind;
use crate::handout::blank_form::blank_form;
use crate::handout::hand_over_list::hand_over_list;
use crate::handout::rectification_list::rectification_list;
use crate::handout::statement::statement;
use crate::ui::components::EmptyState;
use crate::ui::speech::texts;
use leptos::prelude::*;

/// One handout.
#[component]
pub fn HandoutPage(
    /// The key of its kind.
    kind: String,
) -> impl IntoView {
    let Some(kind) = HandoutKind::of_key(&kind) else {
        return view! { <EmptyState text=texts().handouts.gone /> }.into_any();
    };
    match kind {
        HandoutKind::Report => view! { <ReportPage /> }.into_any(),
        HandoutKind::Statement => view! { <PlainPage make=statement /> }.into_any(),
        HandoutKind::Book => view! { <BookPage /> }.into_any(),
        HandoutKind::Rectifications => view! { <PlainPage make=rectification_list /> }.into_any(),
        HandoutKind::Duties => view! { <DutyListPage /> }.into_any(),
        HandoutKind::BlankForm => view! { <PlainPage make=blank_form /> }.into_any(),
        HandoutKind::HandOver => view! { <PlainPage make=hand_over_list /> }.into_any(),
        HandoutKind::Notice => view! { <NewMeetingPage sheet=MeetingSheet::Notice /> }.into_any(),
        HandoutKind::Minutes => view! { <NewMeetingPage sheet=MeetingSheet::Minutes /> }.into_any(),
        HandoutKind::Ballot => view! { <NewMeetingPage sheet=MeetingSheet::Ballot /> }.into_any(),
    }
}
