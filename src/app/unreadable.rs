//! What verifies and cannot be understood: a copy of it is kept before it is written over.
//!
//! The reader may be what is wrong, and a later build may understand it. Not here: what does not
//! verify (`storage` moves that aside by itself).

use crate::storage::keys::{SlotName, aside_key, parse_aside_key, slot_key};
use crate::storage::{JournalRecord, KeyValueStore, Slot, SlotFault, StoreError, StoredDocument};

/// Copies a version word for word under an aside key, unless there is such a copy. The original
/// stays where it is.
///
/// # Errors
///
/// The store's refusal; there is no copy then.
pub(super) fn keep_copy(
    store: &impl KeyValueStore,
    stored: &StoredDocument,
    now_ms: i64,
) -> Result<(), StoreError> {
    let (origin, text) = original(store, stored)?;
    let mut instant = now_ms;
    for key in store.keys()? {
        if let Some((at, from)) = parse_aside_key(&key)
            && from == origin
        {
            if store.get(&key)?.as_ref() == Some(&text) {
                return Ok(());
            }
            // Another version of the same place, perhaps kept in this very millisecond.
            instant = instant.max(at.saturating_add(1));
        }
    }
    let key = aside_key(instant, &origin);
    store.set(&key, &text)?;
    match store.get(&key)? == Some(text) {
        true => Ok(()),
        false => {
            store.remove(&key)?;
            let message = "the copy differs from the original".to_owned();
            Err(StoreError::Other { message })
        }
    }
}

/// Whether a slot of the document holds anything but the memory of its deletion. What cannot be
/// read holds it for all that is known, and so does a store that does not answer.
pub(super) fn may_stand_in_slots(store: &impl KeyValueStore, document: &str) -> bool {
    let mut newest = None;
    let mut is_unclear = false;
    for name in SlotName::BOTH {
        match store.get(&slot_key(document, name)) {
            Err(_) => return true,
            Ok(None) => {}
            Ok(Some(text)) => match Slot::decode(&text) {
                Ok(slot) => newest = newest.max(Some((slot.generation, !slot.is_deletion()))),
                Err(SlotFault::UnknownLayout { .. }) => return true,
                Err(_) => is_unclear = true,
            },
        }
    }
    newest.map_or(is_unclear, |(_, lives)| lives)
}

/// Whether a slot of the document holds anything at all, if only the memory of its deletion. What
/// was removed without one was not deleted by this app, or was deleted together with everything.
pub(super) fn is_trace_in_slots(store: &impl KeyValueStore, document: &str) -> bool {
    let mut texts = SlotName::BOTH
        .into_iter()
        .map(|name| store.get(&slot_key(document, name)));
    texts.any(|text| !matches!(text, Ok(None)))
}

/// Where a version lies, and its text there.
fn original(
    store: &impl KeyValueStore,
    stored: &StoredDocument,
) -> Result<(String, String), StoreError> {
    for name in SlotName::BOTH {
        let key = slot_key(&stored.key, name);
        let text = store.get(&key)?;
        let slot = text.as_deref().and_then(|text| Slot::decode(text).ok());
        let is_it = slot
            .is_some_and(|slot| slot.generation == stored.generation && slot.body == stored.body);
        if let (true, Some(text)) = (is_it, text) {
            return Ok((key, text));
        }
    }
    // It is in the journal, or the slot has been rewritten by another tab meanwhile.
    let StoredDocument {
        key,
        generation,
        schema,
        body,
        ..
    } = stored;
    let record = JournalRecord::of_document(key, *generation, *schema, body);
    let text = serde_json::to_string(&record).unwrap_or_default();
    Ok((format!("journal:{key}"), text))
}
