//! What a step that can be taken back is called (撤销的叫法): what was done, to what, and what came of
//! it.
//!
//! Not here: deeds that name themselves (`sentences`).

use super::duty_words::{duty_name, record_title};
use super::sentences::deed_sentence;
use super::speech::{item_name, say};
use crate::app::edit::DocumentChange;
use crate::app::state::AppState;
use crate::app::undo::{Deed, UndoStep};
use crate::exchange::Document;
use crate::ledger::{EntryBody, LedgerPage};
use crate::standard::{ItemId, StandardPack};
use crate::text::Language;
use crate::text::answers::answer_in_words;
use crate::visible_text::first_line;
use leptos::prelude::*;

/// How much of what the user wrote stands in the name of a step, in characters.
const LONGEST_NAME: usize = 16;

/// What a step is called, for example 「已答「党员名册」：达标」.
pub fn step_sentence(step: &UndoStep, state: AppState, language: Language) -> String {
    let words = &language.texts().saving;
    let told = match &step.deed {
        Deed::Answered(id) => answer_of(step, id, state, language)
            .map(|(name, answer)| (words.did_answer_as)(name, answer)),
        Deed::Recorded => named(step, state, language).map(words.did_record_of),
        Deed::NotedMissed => named(step, state, language).map(words.did_note_missed_of),
        Deed::BeganCard => named(step, state, language).map(words.did_begin_card_of),
        Deed::ChangedEntry => named(step, state, language).map(words.did_change_entry_of),
        Deed::TookOutEntry => named(step, state, language).map(words.did_take_out_of),
        _ => None,
    };
    told.unwrap_or_else(|| deed_sentence(&step.deed, state, language))
}

/// The item that was answered, and the answer; `None` if it was taken back.
fn answer_of(
    step: &UndoStep,
    id: &ItemId,
    state: AppState,
    language: Language,
) -> Option<(String, String)> {
    let answer = step.changes.iter().find_map(|change| match &change.after {
        Some(Document::Assessment(period)) => period.answers.get(id)?.value.as_ref(),
        _ => None,
    })?;
    let name = state.pack.with_untracked(|pack| {
        let pack = pack.as_ref();
        pack.map_or_else(|| id.to_string(), |pack| item_name(pack, id, language))
    });
    Some((name, answer_in_words(answer, language.texts())))
}

/// The name of the entry that was made, changed or taken out.
fn named(step: &UndoStep, state: AppState, language: Language) -> Option<String> {
    let body = step.changes.iter().find_map(changed_entry)?;
    let pack = state.pack_in_force.get_untracked();
    let name = match body {
        EntryBody::Record(one) => record_title(&pack?.checklist, one, language),
        EntryBody::Missed(one) => duty_name(&pack?.checklist, &one.duty, language),
        EntryBody::Rectification(one) => match first_line(&one.problem, LONGEST_NAME) {
            name if name.is_empty() => language.texts().rectifications.one_title.to_owned(),
            name => name,
        },
        EntryBody::Review(_) | EntryBody::Reply(_) => language.texts().review.title.to_owned(),
        EntryBody::Card(one) => match first_line(&one.title, LONGEST_NAME) {
            name if name.is_empty() => mechanism_name(pack?.as_ref(), &one.mechanism, language)?,
            name => name,
        },
    };
    (!name.is_empty()).then_some(name)
}

/// The entry that an edit made or changed, or took out.
fn changed_entry(change: &DocumentChange) -> Option<&EntryBody> {
    let after = page(change.after.as_ref())?;
    let before = page(change.before.as_ref());
    let earlier = |id| before.and_then(|before| before.entries.get(id));
    let mut entries = after.entries.iter();
    let (id, entry) = entries.find(|(id, entry)| earlier(id) != Some(*entry))?;
    let gone = || earlier(id).and_then(|entry| entry.body.as_ref());
    entry.body.as_ref().or_else(gone)
}

fn page(document: Option<&Document>) -> Option<&LedgerPage> {
    match document {
        Some(Document::Ledger(page)) => Some(page),
        _ => None,
    }
}

fn mechanism_name(pack: &StandardPack, id: &ItemId, language: Language) -> Option<String> {
    let mechanism = pack.checklist.mechanism(id)?;
    Some(say(&mechanism.title, language))
}
