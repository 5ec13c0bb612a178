//! A card as it is kept (卡片现状), for all that shows a part of it.
//!
//! Not here: the page of a card (`card`).

use crate::ledger::Card;
use leptos::prelude::*;
use uuid::Uuid;

/// The card as it is kept; nothing once it was taken out.
pub type Kept = Memo<Option<Card>>;

/// Which field of which card it is, for the forms that take more than one value.
#[derive(Clone)]
pub struct OfField {
    /// The id of the card's entry.
    pub id: Uuid,
    /// The card.
    pub card: Kept,
    /// The key of the field.
    pub key: String,
    /// What it is for.
    pub label: String,
    /// A line below the label; empty for none.
    pub hint: String,
}

/// Reads a part of a card.
pub fn read<Value: Default + Send + Sync + 'static>(
    card: Kept,
    part: impl Fn(&Card) -> Value + Send + Sync + 'static,
) -> Signal<Value> {
    Signal::derive(move || {
        card.with(|card| card.as_ref().map(&part))
            .unwrap_or_default()
    })
}
