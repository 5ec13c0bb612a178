//! The sheets of a meeting: of one that is still to be held, by its kind, and of one that was
//! recorded.
//!
//! Not here: what stands in them (`handout::meeting`).

use super::material::material_of;
use super::sheet::Sheet;
use crate::app::material::Reach;
use crate::app::state::AppState;
use crate::handout::meeting::{Meeting, ballot, minutes, notice};
use crate::handout::{Handout, HandoutKind, Material};
use crate::sorted_set::SortedSet;
use crate::standard::{Asked, ItemId};
use crate::ui::components::{Choice, ChoiceRow, EmptyState, SelectField, Selection};
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;
use uuid::Uuid;

/// A sheet of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeetingSheet {
    /// The text that calls it.
    Notice,
    /// For the minutes.
    Minutes,
    /// On which votes are counted.
    Ballot,
}

impl MeetingSheet {
    const ALL: [Self; 3] = [Self::Notice, Self::Minutes, Self::Ballot];

    fn kind(self) -> HandoutKind {
        match self {
            Self::Notice => HandoutKind::Notice,
            Self::Minutes => HandoutKind::Minutes,
            Self::Ballot => HandoutKind::Ballot,
        }
    }

    fn of(self, material: &Material, meeting: &Meeting) -> Handout {
        match self {
            Self::Notice => notice(material, meeting),
            Self::Minutes => minutes(material, meeting),
            Self::Ballot => ballot(material, meeting),
        }
    }
}

/// A sheet of a meeting that is still to be held, by its kind.
#[component]
pub fn NewMeetingPage(
    /// Which sheet.
    sheet: MeetingSheet,
) -> impl IntoView {
    let words = &texts().handouts;
    let state = AppState::expect();
    let included = RwSignal::new(SortedSet::default());
    let material = material_of(Reach::Year, included);
    let kinds = kinds_of_meeting(state, sheet);
    let kind = RwSignal::new(kinds.first().map(|(id, _)| id.clone()));
    let made = Memo::new(move |_| {
        let (material, kind) = (material.get()?, kind.get()?);
        let meeting = Meeting { kind, record: None };
        Some(sheet.of(&material, &meeting))
    });
    let choices = kinds.into_iter();
    let choices = choices.map(|(id, title)| Choice::plain(id, title));
    let choose = move |id| kind.set(Some(id));
    let selection = Selection::new(choices, move || kind.get(), choose);
    view! {
        <Sheet made=made included=included reach=Reach::Year>
            <label class="labelled">
                <span>{words.which_meeting}</span>
                <SelectField selection=selection />
            </label>
        </Sheet>
    }
}

/// The kinds of meetings for which there is such a sheet: somebody ought to be there; and where
/// votes are counted, there is a vote.
fn kinds_of_meeting(state: AppState, sheet: MeetingSheet) -> Vec<(ItemId, String)> {
    let asked = match sheet {
        MeetingSheet::Notice | MeetingSheet::Minutes => Asked::Present,
        MeetingSheet::Ballot => Asked::Approve,
    };
    let found = state.pack_in_force.with_untracked(|pack| {
        let kinds = pack.as_ref()?.checklist.records.iter();
        let kinds = kinds.filter(|kind| kind.asks.contains(&asked));
        let kinds = kinds.map(|kind| (kind.id.clone(), say(&kind.title, language())));
        Some(kinds.collect())
    });
    found.unwrap_or_default()
}

/// The sheets of a meeting that was recorded.
#[component]
pub fn SheetsOfRecordPage(
    /// The id of the record.
    id: Uuid,
) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let included = RwSignal::new(SortedSet::default());
    let material = material_of(Reach::Year, included);
    let sheet = RwSignal::new(MeetingSheet::Notice);
    let meeting = Memo::new(move |_| {
        state
            .ledger
            .with(|ledger| Meeting::of(ledger.records.get(&id)?))
    });
    let made = Memo::new(move |_| {
        let (material, meeting) = (material.get()?, meeting.get()?);
        Some(sheet.get().of(&material, &meeting))
    });
    let choices = MeetingSheet::ALL.map(|one| Choice::plain(one, one.kind().title(texts)));
    let choose = move |chosen| sheet.set(chosen);
    let selection = Selection::new(choices, move || Some(sheet.get()), choose);
    if meeting.with_untracked(Option::is_none) {
        return view! { <EmptyState text=texts.duties.record_gone /> }.into_any();
    }
    view! {
        <Sheet made=made included=included reach=Reach::Year>
            <ChoiceRow label=texts.handouts.which_sheet selection=selection />
        </Sheet>
    }
    .into_any()
}
