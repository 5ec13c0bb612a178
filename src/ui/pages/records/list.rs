//! The records of a year, the newest first, month by month; and one more of any kind.
//!
//! Not here: one record (`record`).

use super::kinds::KindsOfRecord;
use crate::app::state::AppState;
use crate::ledger::{Record, RecordOf};
use crate::standard::{Checklist, ItemId};
use crate::text::Language;
use crate::ui::components::{
    ActionRow, Button, Choice, EmptyState, FoldList, FoldRow, LinkList, ListLink, Select, Selection,
};
use crate::ui::duty_words::record_title;
use crate::ui::pages::agenda::Rooms;
use crate::ui::route::Route;
use crate::ui::speech::{language, say, texts};
use crate::ui::trail::RecordsShown;
use crate::visible_text::isolated;
use leptos::prelude::*;
use uuid::Uuid;

/// How many months, the latest first, are open.
const MONTHS_OPEN: usize = 2;

/// The records of a year.
#[component]
pub fn RecordsPage() -> impl IntoView {
    let (state, words, language) = (AppState::expect(), &texts().duties, language());
    let RecordsShown {
        year: chosen, kind, ..
    } = expect_context();
    let this_year = state.today().map_or(2026, |today| today.year());
    let year = Signal::derive(move || chosen.get().unwrap_or(this_year));
    let months = move || {
        let pack = state.pack_in_force.get()?;
        let ledger = state.ledger.get();
        // Another organisation may not have that kind.
        let known = |kind: &ItemId| pack.checklist.record_kind(kind).is_some();
        let (year, kind) = (year.get(), kind.get().filter(known));
        let wanted = |record: &&(Uuid, &Record)| {
            let fits = kind.as_ref().is_none_or(|kind| is_of(record.1, kind));
            fits && record.1.year() == year
        };
        let all = ledger.records.iter().map(|(id, record)| (*id, record));
        let mut found: Vec<(Uuid, &Record)> = all.filter(|one| wanted(&one)).collect();
        if found.is_empty() {
            return Some(view! { <EmptyState text=words.records_none /> }.into_any());
        }
        #[expect(clippy::disallowed_methods, reason = "not needed for the first page")]
        found.sort_by_key(|(id, one)| std::cmp::Reverse((one.held_on, *id)));
        let months = found.chunk_by(|(_, one), (_, other)| month_of(one) == month_of(other));
        let months = months.map(|records| Month::of(records, &pack.checklist, language));
        Some(view! { <Months months=months.collect() /> }.into_any())
    };
    let step = move |by: i32| Callback::new(move |()| chosen.set(Some(year.get_untracked() + by)));
    view! {
        <Rooms />
        <div class="columns">
            <div class="column">
                <KindsOfRecord />
                <Doubtful />
                <ChooseKind kind=kind />
            </div>
            <div class="column">
                <h2>{move || (words.records_of)(year.get())}</h2>
                {months}
                <ActionRow>
                    <Button label=words.previous_year on_press=step(-1) />
                    <Button label=words.next_year on_press=step(1) />
                </ActionRow>
            </div>
        </div>
    }
}

/// The records of a day that cannot have been: made while the clock was wrong, or mistyped. In the
/// list of their year nobody would look for them.
#[component]
fn Doubtful() -> impl IntoView {
    let (state, words, language) = (AppState::expect(), &texts().duties, language());
    move || {
        let (pack, today) = (state.pack_in_force.get()?, state.today());
        let ledger = state.ledger.get();
        let all = ledger.records.iter().map(|(id, record)| (*id, record));
        let found: Vec<(Uuid, &Record)> = all
            .filter(|(_, one)| one.is_of_doubtful_day(today))
            .collect();
        if found.is_empty() {
            return None;
        }
        let month = Month::of(&found, &pack.checklist, language);
        Some(view! {
            <h2>{(words.records_doubtful)(found.len())}</h2>
            <p class="hint">{words.records_doubtful_hint}</p>
            {list_of(month.rows)}
        })
    }
}

fn is_of(record: &Record, kind: &ItemId) -> bool {
    record.of == RecordOf::Kind(kind.clone())
}

fn month_of(record: &Record) -> (i32, u8) {
    (record.held_on.year(), record.held_on.month())
}

/// The records of a month, ready to be shown.
#[derive(Clone)]
struct Month {
    title: String,
    rows: Vec<Row>,
}

/// One record in the list.
#[derive(Clone)]
struct Row {
    title: String,
    line: String,
    href: String,
}

impl Month {
    fn of(records: &[(Uuid, &Record)], checklist: &Checklist, language: Language) -> Self {
        let (words, say_day) = (&language.texts().duties, language.texts().facts.day);
        let title = records.first().map(|(_, record)| {
            let (year, month) = month_of(record);
            (words.month_title)(year, month)
        });
        let rows = records.iter().map(|(id, record)| {
            let day = say_day(record.held_on, record.held_on.year());
            Row {
                title: record_title(checklist, record, language),
                line: match isolated(&record.line) {
                    line if line.is_empty() => day,
                    line => format!("{day} · {line}"),
                },
                href: Route::Record(*id).to_string(),
            }
        });
        Self {
            title: title.unwrap_or_default(),
            rows: rows.collect(),
        }
    }
}

/// The months: the last ones are open, those before are rows that open.
#[component]
fn Months(months: Vec<Month>) -> impl IntoView {
    let count = texts().duties.records_count;
    let mut months = months.into_iter();
    let open = months.by_ref().take(MONTHS_OPEN).map(|month| {
        view! {
            <h3>{month.title}</h3>
            {list_of(month.rows)}
        }
        .into_any()
    });
    let open: Vec<AnyView> = open.collect();
    let earlier = months.map(|month| {
        let (count, kept) = (count(month.rows.len()), StoredValue::new(month.rows));
        view! {
            <FoldRow title=month.title count=count>{list_of(kept.get_value())}</FoldRow>
        }
        .into_any()
    });
    let earlier: Vec<AnyView> = earlier.collect();
    view! {
        {open}
        {(!earlier.is_empty()).then(|| view! { <FoldList>{earlier}</FoldList> })}
    }
}

fn list_of(rows: Vec<Row>) -> impl IntoView {
    let rows = rows.into_iter().map(|Row { title, line, href }| {
        view! { <ListLink title=title subtitle=line href=href /> }.into_any()
    });
    let rows: Vec<AnyView> = rows.collect();
    view! { <LinkList>{rows}</LinkList> }
}

/// The filter by kind.
#[component]
fn ChooseKind(kind: RwSignal<Option<ItemId>>) -> impl IntoView {
    let (state, words, language) = (AppState::expect(), &texts().duties, language());
    let kinds = state.pack_in_force.with_untracked(|pack| {
        let kinds = pack.iter().flat_map(|pack| &pack.checklist.records);
        kinds
            .into_iter()
            .map(|one| Choice::plain(Some(one.id.clone()), say(&one.title, language)))
            .collect::<Vec<_>>()
    });
    let all = Choice::plain(None, words.records_all);
    let choices = std::iter::once(all).chain(kinds);
    let selection = Selection::new(choices, move || Some(kind.get()), move |own| kind.set(own));
    view! { <Select label=words.records_filter selection=selection /> }
}
