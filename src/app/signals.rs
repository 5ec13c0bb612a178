//! The host of the session in the app (信号): signals, and the timers of the browser.
//!
//! Not here: what follows from the signals (`derived`).

use super::session::{Alarm, Held, Host};
use super::watched::Watched;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

/// How much later than asked for an alarm rings, in milliseconds: a browser may ring a little
/// early, and would have to be asked again.
const AFTER_ALARM_MS: u64 = 20;

/// How long a paint is waited for, in milliseconds.
const UNPAINTED_MS: u64 = 150;

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
        match alarm {
            Alarm::WriteShown => when_painted(ring),
            Alarm::TellState => after(after_ms + AFTER_ALARM_MS, ring),
            _ => after(after_ms, ring),
        }
    }
}

fn after(milliseconds: u64, ring: impl FnOnce() + 'static) {
    set_timeout(ring, Duration::from_millis(milliseconds));
}

/// Calls `ring` in the first task after the next paint. A page that is not painted, since another
/// one lies over it, is not waited for.
fn when_painted(ring: impl FnOnce() + 'static) {
    let ring = Rc::new(Cell::new(Some(ring)));
    let ring_once = move || {
        if let Some(ring) = ring.take() {
            ring();
        }
    };
    let unpainted = ring_once.clone();
    request_animation_frame(move || after(0, ring_once));
    after(UNPAINTED_MS, unpainted);
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
