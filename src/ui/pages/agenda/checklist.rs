//! 清单: what is late, what is to be done, what comes next; and a line to everything else.
//!
//! Not here: more than about a dozen things to tap. Long lists are folded.

use super::row::AgendaRow;
use super::this_month;
use crate::app::state::AppState;
use crate::duty::DutyState;
use crate::ui::clock_notice::ClockNotice;
use crate::ui::components::{Disclosure, EmptyState, LinkList, ListLink};
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
    let groups = move || {
        let agenda = state.agenda.get();
        if agenda.late.is_empty() && agenda.due.is_empty() && agenda.next.is_empty() {
            return view! { <EmptyState text=words.nothing_due /> }.into_any();
        }
        let late = (!agenda.late.is_empty()).then(|| {
            let (shown, folded) = parted(&agenda.late, LATE_SHOWN);
            view! {
                <h2>{words.late}</h2>
                <Rows states=shown />
                <Folded label=(words.fold_late)(folded.len()) states=folded />
            }
        });
        let (shown, folded) = parted(&agenda.due, DUE_SHOWN);
        let nothing = shown.is_empty();
        let next: Vec<DutyState> = agenda.next.iter().take(NEXT_NAMED).cloned().collect();
        // With nothing to do now, what comes next is worth being seen at once.
        let open = agenda.late.is_empty() && nothing;
        view! {
            {late}
            <h2>{words.due}</h2>
            {nothing.then(|| view! { <p class="hint">{words.nothing_due}</p> })}
            <Rows states=shown />
            <Folded label=(words.fold_due)(folded.len()) states=folded />
            <Folded label=(words.fold_next)(next.len()) states=next open=open />
        }
        .into_any()
    };
    view! {
        <ClockNotice />
        {groups}
        <Elsewhere />
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
fn Rows(states: Vec<DutyState>) -> impl IntoView {
    let rows = states
        .into_iter()
        .map(|state| view! { <AgendaRow state=state /> }.into_any());
    let rows: Vec<AnyView> = rows.collect();
    (!rows.is_empty()).then(|| view! { <ul class="agenda">{rows}</ul> })
}

#[component]
fn Folded(label: String, states: Vec<DutyState>, #[prop(optional)] open: bool) -> impl IntoView {
    (!states.is_empty()).then(|| {
        let states = StoredValue::new(states);
        view! {
            <Disclosure summary=label open=open>
                <Rows states=states.get_value() />
            </Disclosure>
        }
    })
}

/// Where the rest is found, a line each.
#[component]
fn Elsewhere() -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().duties);
    let rectifications = move || {
        let today = state.today();
        let count = state
            .ledger
            .with(|ledger| ledger.count_rectifications(today));
        (words.open_rectifications)(count.not_closed, count.overdue)
    };
    let unmet = Memo::new(move |_| {
        state.outcome.with(|outcome| {
            let outcome = outcome.as_ref();
            outcome.map_or(0, |outcome| outcome.to_make_good().len())
        })
    });
    let month = this_month(state);
    view! {
        <LinkList>
            <ListLink title=Signal::derive(rectifications) href=Route::Rectifications.to_string() />
            <ListLink
                title=Signal::derive(move || (words.unmet)(unmet.get()))
                href=Route::Unmet.to_string()
            />
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
