//! The host of the session in the app (信号): signals, and the timers of the browser.
//!
//! Not here: what follows from the signals (`derived`).

use super::session::{Alarm, Held, Host};
use super::watched::Watched;
use leptos::prelude::*;
use std::rc::Rc;
use std::time::Duration;

/// How much later than asked for an alarm rings, in milliseconds: a browser may ring a little early,
/// and would have to be asked again.
const AFTER_ALARM_MS: u64 = 20;

/// Signals, and the timers of the browser.
#[derive(Clone, Copy)]
pub struct Signals;

impl Host for Signals {
    type Watched<Value: Send + Sync + 'static> = RwSignal<Value>;
    type Held<Value: 'static> = StoredValue<Rc<Value>, LocalStorage>;

    fn watched<Value: Send + Sync + 'static>(&self, value: Value) -> RwSignal<Value> {
        RwSignal::new(value)
    }

    fn hold<Value: 'static>(&self, value: Value) -> Self::Held<Value> {
        StoredValue::new_local(Rc::new(value))
    }

    fn wake(&self, alarm: Alarm, after_ms: u64, ring: impl FnOnce() + 'static) {
        let later_ms = match alarm {
            Alarm::TellState => AFTER_ALARM_MS,
            _ => 0,
        };
        set_timeout(ring, Duration::from_millis(after_ms + later_ms));
    }
}

impl<Value: Send + Sync + 'static> Watched<Value> for RwSignal<Value> {
    fn look<Seen>(&self, look: impl FnOnce(&Value) -> Seen) -> Seen {
        self.with_untracked(look)
    }

    fn change(&self, change: impl FnOnce(&mut Value) -> bool) {
        self.maybe_update(change);
    }
}

impl<Value: 'static> Held<Value> for StoredValue<Rc<Value>, LocalStorage> {
    fn with<Answer>(&self, use_it: impl FnOnce(&Value) -> Answer) -> Option<Answer> {
        // What is done with it may come back here.
        let value = self.try_with_value(Clone::clone)?;
        Some(use_it(&value))
    }
}
