//! 清单: what is late, what is to be done, what comes next; and a line to everything else.
//!
//! Not here: more than about a dozen things to tap. Long lists are folded.

use super::rooms::Rooms;
use super::row::AgendaRow;
use super::this_month;
use crate::app::state::AppState;
use crate::duty::{Agenda, DutyState};
use crate::ui::clock_notice::ClockNotice;
use crate::ui::components::{Disclosure, LinkList, ListLink};
use crate::ui::pages::list_alone::list_alone;
use crate::ui::route::Route;
use crate::ui::speech::texts;
use leptos::prelude::*;

/// How many that are late are shown before the rest is folded.
const LATE_SHOWN: usize = 2;
/// How many that are due are shown before the rest is folded.
const DUE_SHOWN: usize = 3;
/// How many that come next are named.
const NEXT_NAMED: usize = 5;

/// What is to be done.
#[component]
pub fn ChecklistPage() -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().duties);
    let agenda = state.agenda;
    let part = |take: fn(&Agenda) -> &[DutyState], shown: usize| {
        Memo::new(move |_| agenda.with(|agenda| parted(take(agenda), shown)))
    };
    let late = part(|agenda| &agenda.late, LATE_SHOWN);
    let due = part(|agenda| &agenda.due, DUE_SHOWN);
    let next = Memo::new(move |_| {
        agenda.with(|agenda| {
            let next = agenda.next.iter().take(NEXT_NAMED);
            next.cloned().collect::<Vec<DutyState>>()
        })
    });
    let any_late = Memo::new(move |_| agenda.with(|agenda| !agenda.late.is_empty()));
    let any_due = Memo::new(move |_| agenda.with(|agenda| !agenda.due.is_empty()));
    // With nothing to do now, what comes next is worth being seen at once.
    let open = !any_late.get_untracked() && !any_due.get_untracked();
    view! {
        <Rooms />
        <ClockNotice />
        <div class="columns">
            <div class="column">
                <Show when=move || any_late.get()>
                    <h2>{words.late}</h2>
                    <Rows states=Signal::derive(move || late.get().0) />
                    <Folded label=words.fold_late states=Signal::derive(move || late.get().1) />
                </Show>
                // The room says the same, unless something late stands in between.
                <h2 class:unseen=move || !any_late.get()>{words.due}</h2>
                <Show when=move || !any_due.get()>
                    <p class="hint">{words.nothing_due}</p>
                </Show>
                <Rows states=Signal::derive(move || due.get().0) />
            </div>
            <div class="column">
                <Folded label=words.fold_due states=Signal::derive(move || due.get().1) />
                <Folded label=words.fold_next states=next open=open />
                <Elsewhere />
            </div>
        </div>
    }
}

/// What is shown, and what is folded. One thing alone is not worth a fold.
fn parted(states: &[DutyState], shown: usize) -> (Vec<DutyState>, Vec<DutyState>) {
    let shown = if states.len() == shown + 1 {
        shown + 1
    } else {
        shown.min(states.len())
    };
    let (shown, folded) = states.split_at(shown);
    (shown.to_vec(), folded.to_vec())
}

#[component]
fn Rows(#[prop(into)] states: Signal<Vec<DutyState>>) -> impl IntoView {
    move || {
        let rows = states
            .get()
            .into_iter()
            .map(|state| view! { <AgendaRow state=state /> }.into_any());
        let rows: Vec<AnyView> = rows.collect();
        (!rows.is_empty()).then(|| view! { <ul class="agenda">{rows}</ul> })
    }
}

/// Rows under a fold, which stays as it is when one of them is done.
#[component]
fn Folded(
    label: fn(usize) -> String,
    #[prop(into)] states: Signal<Vec<DutyState>>,
    #[prop(optional)] open: bool,
) -> impl IntoView {
    let count = Memo::new(move |_| states.with(Vec::len));
    let any = Memo::new(move |_| count.get() > 0);
    view! {
        <Show when=move || any.get()>
            <Disclosure summary=Signal::derive(move || label(count.get())) open=open>
                <Rows states=states />
            </Disclosure>
        </Show>
    }
}

/// Where the rest is found, a line each.
#[component]
fn Elsewhere() -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().duties);
    let unmet = Memo::new(move |_| {
        state.outcome.with(|outcome| {
            let outcome = outcome.as_ref();
            outcome.map_or(0, |outcome| outcome.to_make_good().len())
        })
    });
    let month = this_month(state);
    let alone = list_alone(state);
    view! {
        <LinkList>
            <Show when=move || !alone.get()>
                <ListLink
                    title=Signal::derive(move || (words.unmet)(unmet.get()))
                    href=Route::Unmet.to_string()
                />
            </Show>
            <ListLink
                title=words.this_month
                subtitle=(words.month_title)(month.year(), month.number())
                href=Route::Month(month).to_string()
            />
            <ListLink
                title=words.this_year
                subtitle=(words.year_title)(month.year())
                href=Route::Year(month.year()).to_string()
            />
            <ListLink title=words.everything href=Route::ChecklistIndex.to_string() />
        </LinkList>
    }
}
