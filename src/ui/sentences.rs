//! Sentences that are put together from what happened: deeds, answers, saving.
//!
//! Not here: the words they are made of and why a result is what it is (`text`), and the titles of
//! pages (`titles`).

use super::components::SaveNotice;
use super::naming::document_name;
use super::speech::item_name;
use crate::app::state::AppState;
use crate::app::told::Told;
use crate::app::undo::Deed;
use crate::exchange::DocumentKey;
use crate::standard::ItemId;
use crate::storage::{JournalError, SaveState, Usage, WriteError};
use crate::text::{Language, Texts};
use leptos::prelude::*;

/// What a deed is called in the undo bar.
pub fn deed_sentence(deed: &Deed, state: AppState, language: Language) -> String {
    let texts = language.texts();
    let words = &texts.saving;
    let name = |id: &ItemId| {
        state.pack.with_untracked(|pack| match pack {
            Some(pack) => item_name(pack, id, language),
            None => id.to_string(),
        })
    };
    match deed {
        Deed::Answered(id) => (words.did_answer)(name(id)),
        Deed::AnsweredMany(count) => (words.did_answer_many)(*count),
        Deed::Wrote(id) => (words.did_write)(name(id)),
        Deed::ChangedProfile => words.did_profile.to_owned(),
        Deed::ChangedStandard => words.did_standard.to_owned(),
        Deed::EditedDraft => words.did_edit_draft.to_owned(),
        Deed::ChoseStandard => words.did_choose_standard.to_owned(),
        Deed::RestoredStandard(count) => (words.did_restore)(*count),
        Deed::StartedPeriod(period) => (words.did_period)((texts.facts.quarter)(*period)),
        Deed::AddedOrganization => words.did_add.to_owned(),
        Deed::AddedExample => words.did_add_example.to_owned(),
        Deed::RemovedExample => words.did_remove_example.to_owned(),
        Deed::Imported(count) => (words.did_import)(*count),
        Deed::Deleted => words.did_delete.to_owned(),
        Deed::DeletedEverything => words.did_delete_everything.to_owned(),
        Deed::Recorded => words.did_record.to_owned(),
        Deed::NotedMissed => words.did_note_missed.to_owned(),
        Deed::BeganRectification => words.did_begin_rectification.to_owned(),
        Deed::MovedRectification(to) => {
            (words.did_move)(texts.rectifications.state(*to).to_owned())
        }
        Deed::BeganCard => words.did_begin_card.to_owned(),
        Deed::ChangedKey => texts.sealing.did_key.to_owned(),
        Deed::Reviewed => texts.review.did_review.to_owned(),
        Deed::Replied => texts.review.did_reply.to_owned(),
        Deed::ChangedEntry => words.did_change_entry.to_owned(),
        Deed::TookOutEntry => words.did_take_out.to_owned(),
        Deed::WroteSummary => words.did_summary.to_owned(),
        Deed::ChangedDuties => words.did_duties.to_owned(),
    }
}

/// What the header says about saving.
///
/// `usage` says how much of the store is used, where that is known.
pub fn save_notice(state: &SaveState, usage: Option<Usage>, texts: &'static Texts) -> SaveNotice {
    let words = &texts.saving;
    let smaller = |reason: &str| SaveNotice::SavedSmaller {
        reason: reason.to_owned(),
        export: false,
    };
    match state {
        SaveState::Idle => SaveNotice::Idle,
        SaveState::Saving => SaveNotice::Saving,
        SaveState::Saved => SaveNotice::Saved,
        SaveState::SavedInSlotOnly {
            why: JournalError::TimedOut,
        } => smaller(words.journal_late),
        SaveState::SavedInSlotOnly { .. } => smaller(words.journal_refused),
        SaveState::SavedInJournalOnly {
            why: WriteError::ReadOnly { .. },
        } => SaveNotice::NotSaved {
            reason: words.read_only.to_owned(),
        },
        SaveState::SavedInJournalOnly { .. } => SaveNotice::SavedSmaller {
            reason: words.slot_refused.to_owned(),
            export: true,
        },
        SaveState::NotSaved { why } => {
            let reason = match why {
                WriteError::QuotaExceeded if usage.is_some_and(Usage::is_filled_by_others) => {
                    words.quota_others
                }
                WriteError::QuotaExceeded => words.quota,
                WriteError::Denied | WriteError::Unavailable => words.denied,
                WriteError::ReadOnly { .. } => words.read_only,
                WriteError::ReadBackDiffers => words.read_back,
                WriteError::InvalidKey { .. }
                | WriteError::EmptyBody
                | WriteError::NewerGeneration { .. }
                | WriteError::Other { .. } => words.other,
            };
            SaveNotice::NotSaved {
                reason: reason.to_owned(),
            }
        }
    }
}

/// What was put right, or came out otherwise than the user may expect.
pub fn told_sentence(told: &Told, state: AppState) -> String {
    let language = super::speech::language();
    let words = &language.texts().home;
    let name = |key: &DocumentKey| {
        let key = key.to_string();
        state
            .workspace
            .with(|one| document_name(&key, one, language))
    };
    match told {
        Told::ImportCompleted => words.told_import_completed.to_owned(),
        Told::ImportIncomplete { missing } => (words.told_import_incomplete)(*missing),
        Told::DeletionCompleted { documents } => (words.told_deletion_completed)(*documents),
        Told::KeptThoughDeleted { key } => (words.told_kept)(name(key)),
        Told::StoreEmptied => words.told_emptied.to_owned(),
        Told::EarlierShown { key } => (words.told_earlier)(name(key)),
        Told::OrganizationMissing { .. } => words.told_no_organization.to_owned(),
    }
}
