//! One value of a card (栏目内容) as it is kept, for whatever shows and changes it.
//!
//! Not here: how it is filled in (`fields`, `rows`, `tally`).

use super::kept::{Kept, read};
use crate::app::commands::Pace;
use crate::app::state::AppState;
use crate::ledger::FieldValue;
use leptos::prelude::*;
use std::sync::Arc;
use uuid::Uuid;

/// What is kept in a field, for whatever shows it. It is a handle.
#[derive(Clone)]
pub struct Held {
    /// The app.
    pub state: AppState,
    /// The id of the card's entry.
    pub card_id: Uuid,
    /// The key of the value.
    pub key: Arc<String>,
    /// The value.
    pub value: Signal<Option<FieldValue>>,
}

impl Held {
    /// What is kept under a key of a card.
    pub fn of(state: AppState, card_id: Uuid, card: Kept, key: String) -> Self {
        let key = Arc::new(key);
        let value = {
            let key = Arc::clone(&key);
            read(card, move |card| card.values.get(key.as_str()).cloned())
        };
        Self {
            state,
            card_id,
            key,
            value,
        }
    }

    /// Keeps a value, or nothing.
    pub fn write(&self, pace: Pace, value: Option<FieldValue>) {
        let key = self.key.as_str().to_owned();
        self.state
            .edit_card(self.card_id, pace, move |card| match value {
                Some(value) => drop(card.values.insert(key, value)),
                None => drop(card.values.remove(&key)),
            });
    }

    /// Typing in this field.
    pub fn typed(&self) -> Pace {
        Pace::typed_at("value", &self.key)
    }

    /// What is kept, as what a field of this kind holds; `None` if it is of another kind.
    pub fn read<Value: Send + Sync + 'static>(
        &self,
        read: fn(FieldValue) -> Option<Value>,
    ) -> Signal<Option<Value>> {
        let value = self.value;
        Signal::derive(move || value.get().and_then(read))
    }

    /// Takes what is entered, and puts it into a field of this kind.
    pub fn taker<Value: 'static>(
        &self,
        pace: Pace,
        put: fn(Value) -> Option<FieldValue>,
    ) -> Callback<Value> {
        let held = self.clone();
        Callback::new(move |value| held.write(pace.clone(), put(value)))
    }
}
