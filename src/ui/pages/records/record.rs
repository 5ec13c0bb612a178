//! One record (记录): everything about it but its day may be left out.
//!
//! Not here: its day (`day`), its numbers (`numbers`) and what it counts for (`counting`).

use super::counting::CountsFor;
use super::day::Day;
use super::numbers::Numbers;
use super::part::{about, kind_of, part_of};
use crate::app::commands::Pace;
use crate::app::state::AppState;
use crate::duty::may_belong_to_other_year;
use crate::ledger::{Record, RecordOf};
use crate::standard::{Asked, RecordKind};
use crate::ui::components::{
    ActionRow, Button, ButtonLink, Choice, ChoiceRow, EmptyState, LinkList, ListLink, Selection,
    TextField, Weight,
};
use crate::ui::icons::IconName;
use crate::ui::route::Route;
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;
use uuid::Uuid;

/// One record.
#[component]
pub fn RecordPage(
    /// Its id.
    id: Uuid,
) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().duties);
    let of = about(state, id);
    move || match of.get() {
        Some(of) => view! { <Fields id=id of=of /> }.into_any(),
        None => view! {
            <EmptyState text=words.record_gone>
                <ButtonLink label=words.index_all_records href=Route::Records.to_string() />
            </EmptyState>
        }
        .into_any(),
    }
}

#[component]
fn Fields(id: Uuid, of: RecordOf) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().duties);
    let pack = state.pack_in_force.get_untracked()?;
    let kind = kind_of(&of, &pack.checklist);
    let meets = kind
        .as_ref()
        .is_some_and(|kind| kind.asks.contains(&Asked::Present));
    let place = part_of(state, id, |one| one.place.clone());
    let write_place = Callback::new(move |text: String| {
        state.edit_record(id, Pace::typed("place"), |one| one.place = text);
    });
    let commit = Callback::new(move |_: String| state.flush());
    let crosses = may_belong_to_other_year(&of, &pack.checklist);
    let take_out = Callback::new(move |()| state.take_out_entry(id));
    Some(view! {
        <p class="hint">{words.record_hint}</p>
        <Day id=id />
        {crosses.then(|| view! { <Year id=id /> })}
        {kind.clone().map(|kind| view! { <Numbers id=id kind=kind /> })}
        <Line id=id kind=kind />
        <TextField
            label=words.place
            hint=words.place_hint
            value=Signal::derive(move || place.get().unwrap_or_default())
            on_input=write_place
            on_commit=commit
        />
        <CountsFor id=id of=of />
        {meets.then(|| view! {
            <LinkList>
                <ListLink
                    title=texts().me.handouts_of_meeting
                    icon=IconName::Print
                    href=Route::SheetsOfRecord(id).to_string()
                />
            </LinkList>
        })}
        <ActionRow>
            <Button
                label=words.take_out
                icon=IconName::Bin
                weight=Weight::Danger
                on_press=take_out
            />
        </ActionRow>
    })
}

/// What was settled, in a line.
#[component]
pub fn Line(id: Uuid, kind: Option<RecordKind>) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().duties);
    let hint = kind.and_then(|kind| kind.hint);
    let hint = hint.map_or_else(|| words.line_hint.to_owned(), |hint| say(&hint, language()));
    let line = part_of(state, id, |one| one.line.clone());
    let write = Callback::new(move |text: String| {
        state.edit_record(id, Pace::typed("line"), |one| one.line = text);
    });
    view! {
        <TextField
            label=words.line
            hint=hint
            value=Signal::derive(move || line.get().unwrap_or_default())
            on_input=write
            on_commit=Callback::new(move |_: String| state.flush())
        />
    }
}

/// The year for which it counts: that of the day, or the one before.
#[component]
pub fn Year(id: Uuid) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().duties);
    let held = part_of(state, id, |one| one.held_on.year());
    let year = part_of(state, id, Record::year);
    let choose = move |year: i32| {
        state.edit_record(id, Pace::Now, |one| one.count_for(year));
    };
    move || {
        let held = held.get()?;
        let word = words.year_title;
        let choices = [held - 1, held].map(|year| Choice::plain(year, word(year)));
        let selection = Selection::new(choices, move || year.get(), choose);
        Some(view! {
            <ChoiceRow label=words.belongs_to selection=selection />
        })
    }
}
