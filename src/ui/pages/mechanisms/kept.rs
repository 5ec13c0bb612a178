//! A card as it is kept (卡片现状), for all that shows a part of it.
//!
//! Not here: the page of a card (`card`).

use crate::ledger::Card;
use leptos::prelude::*;

/// The card as it is kept; nothing once it was taken out.
pub type Kept = Memo<Option<Card>>;

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
