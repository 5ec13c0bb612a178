//! 首页: where the organisation stands, the one thing to do next, and what is to be done now.
//!
//! - `summary`: the sentence, the button (`next`) and the pictures.
//! - `to_dos`: what is to be done.
//!
//! Not here: more than fits on one screen of a phone.

mod next;
mod summary;
mod to_dos;

pub use next::Next;

use self::summary::Summary;
use self::to_dos::ToDos;
use crate::app::state::AppState;
use crate::assessment::{Situation, ToDo, UpNext, period_to_begin, to_dos, up_next};
use crate::duty::days_to_term_end;
use crate::period::Quarter;
use crate::ui::clock_notice::ClockNotice;
use crate::ui::components::{Button, Notice, NoticeKind, NoticeLine, Weight};
use crate::ui::lazy_part::WhenHere;
use crate::ui::parts::{InPages, Wanted};
use crate::ui::speech::texts;
use leptos::prelude::*;

/// What the page is made from.
#[derive(Clone, Debug, PartialEq)]
struct Seen {
    situation: Situation,
    up_next: UpNext,
    /// What is to be done, but for what is named as the next thing.
    to_dos: Vec<ToDo>,
}

impl Seen {
    /// Whether nothing was answered or recorded yet: then there is nothing to show.
    fn is_untouched(&self) -> bool {
        matches!(self.situation, Situation::Untouched { .. })
    }
}

/// The home page.
#[component]
pub fn HomePage() -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().home);
    let seen = seen(state);
    let example = Memo::new(move |_| {
        state
            .organization
            .with(|one| one.as_ref().is_some_and(|one| one.example))
    });
    let remove = Callback::new(move |()| state.remove_example());
    let has_to_dos = Memo::new(move |_| {
        let any = |seen: &Seen| !seen.is_untouched() && !seen.to_dos.is_empty();
        seen.with(|seen| seen.as_ref().is_some_and(any))
    });
    view! {
        <ClockNotice />
        <Show when=move || example.get()>
            <NoticeLine text=words.example>
                <Button label=words.example_remove weight=Weight::Quiet on_press=remove />
            </NoticeLine>
        </Show>
        <TermNotice />
        <div class="columns">
            <Summary seen=seen />
            <Show when=move || has_to_dos.get()>
                <ToDos seen=seen />
            </Show>
        </div>
        <WhenHere wanted=Wanted::InPages(InPages::HomeReminder) />
    }
}

/// What is known of the open assessment and of what is to be done.
fn seen(state: AppState) -> Memo<Option<Seen>> {
    let begin = period_on_offer(state);
    Memo::new(move |_| {
        let (pack, outcome) = state.pack_in_force.get().zip(state.outcome.get())?;
        let today = state.today()?;
        let agenda = state.agenda.get();
        let mut to_dos = state
            .ledger
            .with(|ledger| to_dos(&pack, &outcome, &agenda, ledger, today));
        let up_next = up_next(&pack, &outcome, begin.get(), &to_dos, today);
        if let UpNext::ToDo(named) = &up_next {
            to_dos.retain(|one| one != named);
        }
        Some(Seen {
            situation: outcome.situation(&pack),
            up_next,
            to_dos,
        })
    })
}

/// The period that can be begun now, if there is one.
fn period_on_offer(state: AppState) -> Memo<Option<Quarter>> {
    Memo::new(move |_| {
        let (organization, open) = state
            .assessment
            .with(|one| one.as_ref().map(|one| (one.organization, one.period)))?;
        let now = state.this_quarter()?;
        state.workspace.with(|workspace| {
            let own = workspace.assessments_of(organization).into_iter();
            period_to_begin(open, now, own.map(|one| one.period))
        })
    })
}

/// The end of term: twelve months ahead, and after it has passed (届满提醒).
#[component]
fn TermNotice() -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().home);
    move || {
        let end = state
            .organization
            .with(|one| one.as_ref().and_then(|one| one.term_end))?;
        let left = days_to_term_end(end, state.today()?)?;
        let (kind, text) = match left {
            1.. => (NoticeKind::Info, (words.term_in_days)(left)),
            0 => (NoticeKind::Warning, words.term_today.to_owned()),
            _ => (NoticeKind::Warning, (words.term_over)(-left)),
        };
        Some(view! { <Notice kind=kind text=text /> })
    }
}
