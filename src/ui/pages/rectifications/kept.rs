//! A rectification as it is kept (整改现状), for all that shows a part of it.
//!
//! Not here: its page (`one`).

use crate::rectification::Rectification;
use leptos::prelude::*;

/// The rectification as it is kept; `None` once it was taken out.
pub type Kept = Memo<Option<Rectification>>;

/// Reads a part of a rectification.
pub fn read<Value: Default + Send + Sync + 'static>(
    one: Kept,
    part: impl Fn(&Rectification) -> Value + Send + Sync + 'static,
) -> Signal<Value> {
    Signal::derive(move || one.with(|one| one.as_ref().map(&part)).unwrap_or_default())
}
