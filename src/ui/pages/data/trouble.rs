//! What has problems (有问题的数据): documents that cannot be read or must not be written, damaged
//! copies, and everything in the store as it is, to be handed to somebody who can help.
//!
//! Not here: mending. Nothing is deleted and nothing is written over.

use super::super::handover::{Handover, MadeFile};
use crate::app::state::AppState;
use crate::app::ways_out::Purpose;
use crate::exchange::DocumentKey;
use crate::storage::keys::parse_aside_key;
use crate::storage::usage::utf16_units;
use crate::storage::{JournalRecord, LoadFault, rescue};
use crate::text::refusals::refusal;
use crate::ui::components::{Disclosure, Notice, NoticeKind};
use crate::ui::devices::Devices;
use crate::ui::naming::document_name;
use crate::ui::speech::{language, texts};
use leptos::prelude::*;

/// Whether start-up found anything not to be as it should be.
pub fn is_troubled(state: AppState) -> bool {
    state.report.with(|report| {
        !(report.unreadable.is_empty() && report.read_only.is_empty() && report.faults.is_empty())
    })
}

/// What start-up found not to be as it should be, none of it hidden, and the raw data.
#[component]
pub fn Trouble() -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().data);
    let rows = move || {
        let row = |line: String| view! { <li>{line}</li> };
        found(state).into_iter().map(row).collect_view()
    };
    view! {
        <h2>{words.trouble_title}</h2>
        <Notice kind=NoticeKind::Warning text=words.trouble_safe />
        <ul class="reasons">{rows}</ul>
        <SetAside />
        <Disclosure summary=words.raw_title open=true>
            <RawData />
        </Disclosure>
    }
}

/// The raw data, folded, where nothing is wrong.
#[component]
pub fn Untroubled() -> impl IntoView {
    let words = &texts().data;
    view! {
        <SetAside />
        <Disclosure summary=words.raw_title>
            <RawData />
        </Disclosure>
    }
}

/// What was set aside in this session or an earlier one, if anything was.
#[component]
fn SetAside() -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().data);
    let line = move || {
        let (count, units) = set_aside(state).filter(|(count, _)| *count > 0)?;
        let text = (words.aside)(count, (words.room_characters)(units));
        Some(view! { <p class="hint">{text}</p> })
    };
    view! { {line} }
}

/// Every problem in a sentence.
fn found(state: AppState) -> Vec<String> {
    let language = language();
    let texts = language.texts();
    let words = &texts.data;
    let name = |key: &str| {
        state
            .workspace
            .with(|one| document_name(key, one, language))
    };
    let is_open = |key: &str| {
        let key = key.parse::<DocumentKey>();
        key.is_ok_and(|key| state.workspace.with(|one| one.document(&key).is_some()))
    };
    let mut lines = Vec::new();
    state.report.with(|report| {
        for (key, why) in &report.unreadable {
            lines.push((words.unreadable)(name(key), refusal(why, language).what));
        }
        for key in report.read_only.keys() {
            lines.push((words.read_only_schema)(name(key)));
        }
        for fault in &report.faults {
            let key = match fault {
                LoadFault::StoreUnreadable { .. } => "",
                LoadFault::SlotDamaged { key, .. }
                | LoadFault::RecordDamaged { key }
                | LoadFault::SlotsNotRewritten { key, .. }
                | LoadFault::DeletedNotRemoved { key, .. } => key,
            };
            lines.push(words.load_fault(fault, name(key), is_open(key)));
        }
    });
    lines
}

/// How many damaged pieces were set aside, and how long they are together.
fn set_aside(state: AppState) -> Option<(usize, u64)> {
    state.with_saver(|saver| {
        saver.with_store(|store| {
            let store = store.key_value_store();
            let keys = store.keys().unwrap_or_default();
            let aside: Vec<&String> = keys
                .iter()
                .filter(|key| parse_aside_key(key).is_some())
                .collect();
            let units = aside.iter().filter_map(|key| store.get(key).ok().flatten());
            (aside.len(), units.map(|text| utf16_units(&text)).sum())
        })
    })
}

/// Everything in the store, word for word.
#[component]
fn RawData() -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().data);
    let journal = RwSignal::new_local(None::<Option<Vec<JournalRecord>>>);
    // Read before it is asked for, since a copy has to be made in the task of the tap.
    Devices::expect().read_journal(move |records| {
        journal.try_set(Some(records));
    });
    let make = Callback::new(move |()| {
        let text = state.with_saver(|saver| {
            saver.with_store(|store| {
                let records = journal.get_untracked().flatten();
                rescue::export_raw(&**store.key_value_store(), records.as_deref())
            })
        })?;
        let day = state.today().map(|day| day.to_string()).unwrap_or_default();
        Some(MadeFile {
            name: (words.raw_file_name)(day),
            text,
        })
    });
    let content = move || {
        let Some(records) = journal.get() else {
            return view! { <p class="hint">{words.raw_reading}</p> }.into_any();
        };
        view! {
            {records.is_none().then(|| view! { <p class="hint">{words.raw_without_journal}</p> })}
            <Handover make=make purpose=Purpose::Keep />
        }
        .into_any()
    };
    view! {
        <p>{words.raw_hint}</p>
        {content}
    }
}
