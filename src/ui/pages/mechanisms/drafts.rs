//! Lines that the ledger offers for a field (从台账起草): a tap takes one over.
//!
//! Not here: which lines there are (`assessment`).

use super::kept::{Kept, read};
use super::words::Telling;
use crate::app::state::AppState;
use crate::assessment::{Drafted, Materials, Standing, drafted};
use crate::duty::time_of;
use crate::ledger::Ledger;
use crate::standard::{Draft, StandardPack};
use crate::text::Texts;
use crate::ui::components::{Disclosure, LinkList, ListButton};
use crate::ui::duty_words::duty_name;
use crate::ui::pages::rectifications::short_problem;
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;
use uuid::Uuid;

/// A line that is offered.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftedLine {
    /// The line.
    pub text: String,
    /// Where it comes from.
    pub of: Drafted,
}

/// What is offered, folded.
#[component]
pub fn Drafts(
    /// The card.
    card: Kept,
    /// The id of its entry.
    own: Uuid,
    /// What is offered.
    draft: Draft,
    /// Takes a line over.
    on_take: Callback<DraftedLine>,
) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().forms);
    let time = read(card, |card| Some(time_of(card)));
    let lines = Memo::new(move |_| {
        let telling = Telling::now(state)?;
        let (pack, today) = (state.pack_in_force.get()?, state.today()?);
        let (outcome, agenda) = (state.outcome.get(), state.agenda.get());
        let ledger = state.ledger.get();
        let from = Materials {
            pack: &pack,
            outcome: outcome.as_deref(),
            agenda: &agenda,
            ledger: &ledger,
            time: time.get()?,
            today,
            card: own,
        };
        let lines = drafted(draft, from).into_iter().map(|of| DraftedLine {
            text: line(&of, &pack, &ledger, &telling),
            of,
        });
        Some(lines.collect::<Vec<_>>())
    });
    let lines = Signal::derive(move || lines.get().unwrap_or_default());
    let summary = Signal::derive(move || (words.draft)(lines.with(Vec::len)));
    view! {
        <Disclosure summary=summary>
            {move || {
                let lines = lines.get();
                if lines.is_empty() {
                    return view! { <p class="hint">{words.draft_none}</p> }.into_any();
                }
                let rows = lines.into_iter().map(|one| {
                    let text = one.text.clone();
                    let take = Callback::new(move |()| on_take.run(one.clone()));
                    view! { <ListButton title=text subtitle="" on_press=take /> }.into_any()
                });
                let rows: Vec<AnyView> = rows.collect();
                view! {
                    <p class="hint">{words.draft_hint}</p>
                    <LinkList>{rows}</LinkList>
                }
                .into_any()
            }}
        </Disclosure>
    }
}

/// A line in words.
fn line(of: &Drafted, pack: &StandardPack, ledger: &Ledger, telling: &Telling) -> String {
    let (texts, language) = (texts(), language());
    let words = &texts.forms;
    let card = |id: &Uuid| {
        let card = ledger.cards.get(id);
        let mechanism = card.and_then(|card| pack.checklist.mechanism(&card.mechanism));
        let mechanism = mechanism.map(|one| say(&one.title, language));
        let name = card.map(|card| telling.name(card));
        (mechanism.unwrap_or_default(), name.unwrap_or_default())
    };
    let problem = |id: &Uuid| problem(id, ledger, texts);
    match of {
        Drafted::Held { kind, times } => {
            let title = pack
                .checklist
                .record_kind(kind)
                .map(|one| say(&one.title, language));
            (words.draft_held)(title.unwrap_or_default(), *times)
        }
        Drafted::Settled(id) => {
            let (mechanism, name) = card(id);
            (words.draft_settled)(mechanism, name)
        }
        Drafted::UnderWay(id) => {
            let (mechanism, name) = card(id);
            (words.draft_under_way)(mechanism, name)
        }
        Drafted::Solved(id) => (words.draft_solved)(problem(id)),
        Drafted::Open(id) => (words.draft_open)(problem(id)),
        Drafted::Overdue(id) => (words.draft_overdue)(problem(id)),
        Drafted::Late(id) => (words.draft_late)(duty_name(&pack.checklist, id, language)),
        Drafted::Duty(id) => duty_name(&pack.checklist, id, language),
        Drafted::Unmet(id, standing) => {
            let title = pack.indicator(id).map(|(_, one)| say(&one.title, language));
            let title = title.unwrap_or_else(|| id.to_string());
            match standing {
                Standing::Partly => (words.draft_partly)(title),
                _ => (words.draft_unmet)(title),
            }
        }
    }
}

fn problem(id: &Uuid, ledger: &Ledger, texts: &Texts) -> String {
    let one = ledger.rectifications.get(id);
    one.map(|one| short_problem(one, texts)).unwrap_or_default()
}
