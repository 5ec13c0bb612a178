//! What a session lives in here: plain cells, and alarms that ring when the test lets them.

use std::any::Any;
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use wuxing::app::session::{Alarm, Held, Host};
use wuxing::app::watched::Watched;
use wuxing::effects::{Clock, FixedClock};

/// A value in a cell, and who hears of each change.
pub struct Cell<Value> {
    value: Rc<RefCell<Value>>,
    listeners: Rc<RefCell<Vec<Listener<Value>>>>,
}

type Listener<Value> = Box<dyn Fn(&Value)>;

impl<Value> Clone for Cell<Value> {
    fn clone(&self) -> Self {
        Self {
            value: self.value.clone(),
            listeners: self.listeners.clone(),
        }
    }
}

impl<Value> Cell<Value> {
    /// Calls `listener` after each change.
    pub fn listen(&self, listener: impl Fn(&Value) + 'static) {
        self.listeners.borrow_mut().push(Box::new(listener));
    }
}

impl<Value: 'static> Watched<Value> for Cell<Value> {
    fn look<Seen>(&self, look: impl FnOnce(&Value) -> Seen) -> Seen {
        look(&self.value.borrow())
    }

    fn change(&self, change: impl FnOnce(&mut Value) -> bool) {
        let changed = change(&mut self.value.borrow_mut());
        if changed {
            let value = self.value.borrow();
            let listeners = self.listeners.borrow();
            listeners.iter().for_each(|listener| listener(&value));
        }
    }
}

/// What is gone with the tab.
pub struct Link<Value>(Weak<Value>);

impl<Value> Clone for Link<Value> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<Value: 'static> Held<Value> for Link<Value> {
    fn with<Answer>(&self, use_it: impl FnOnce(&Value) -> Answer) -> Option<Answer> {
        self.0.upgrade().map(|value| use_it(&value))
    }
}

/// An alarm that waits to ring.
struct Waiting {
    alarm: Alarm,
    due_ms: i64,
    ring: Box<dyn FnOnce()>,
}

/// What one session lives in.
#[derive(Clone)]
pub struct Cells {
    clock: Rc<FixedClock>,
    held: Rc<RefCell<Vec<Rc<dyn Any>>>>,
    waiting: Rc<RefCell<Vec<Waiting>>>,
}

impl Cells {
    pub fn new(clock: Rc<FixedClock>) -> Self {
        Self {
            clock,
            held: Rc::default(),
            waiting: Rc::default(),
        }
    }

    /// Lets all alarms of a kind ring that are due, and those that follow from them.
    pub fn ring(&self, alarm: Alarm) {
        for _ in 0..1_000 {
            let now_ms = self.clock.now_ms();
            let next = {
                let mut waiting = self.waiting.borrow_mut();
                let due = |one: &Waiting| one.alarm == alarm && one.due_ms <= now_ms;
                let at = waiting.iter().position(due);
                at.map(|at| waiting.remove(at))
            };
            match next {
                Some(next) => (next.ring)(),
                None => return,
            }
        }
        panic!("{alarm:?} has no end");
    }

    /// How many milliseconds are left until an alarm of a kind is due.
    pub fn rings_in(&self, alarm: Alarm) -> Option<i64> {
        let now_ms = self.clock.now_ms();
        let waiting = self.waiting.borrow();
        let of_kind = waiting.iter().filter(|one| one.alarm == alarm);
        of_kind.map(|one| one.due_ms - now_ms).min()
    }

    /// Lets all alarms of a kind ring that wait now, whatever the clock says: it may have been set.
    pub fn ring_at_any_time(&self, alarm: Alarm) {
        let all = std::mem::take(&mut *self.waiting.borrow_mut());
        let (ringing, others): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|one| one.alarm == alarm);
        self.waiting.borrow_mut().extend(others);
        ringing.into_iter().for_each(|one| (one.ring)());
    }

    /// Whether an alarm of a kind rings in at most so many milliseconds, and is not due by now.
    pub fn rings_within(&self, alarm: Alarm, milliseconds: i64) -> bool {
        let now_ms = self.clock.now_ms();
        let waiting = self.waiting.borrow();
        let mut of_kind = waiting.iter().filter(|one| one.alarm == alarm);
        of_kind.any(|one| (1..=milliseconds).contains(&(one.due_ms - now_ms)))
    }

    /// How many alarms of a kind wait.
    pub fn waiting(&self, alarm: Alarm) -> usize {
        let waiting = self.waiting.borrow();
        waiting.iter().filter(|one| one.alarm == alarm).count()
    }

    /// Ends the session.
    pub fn close(&self) {
        self.held.borrow_mut().clear();
        self.waiting.borrow_mut().clear();
    }
}

impl Host for Cells {
    type Watched<Value: Send + Sync + 'static> = Cell<Value>;
    type Held<Value: 'static> = Link<Value>;

    fn watched<Value: Send + Sync + 'static>(&self, value: Value) -> Cell<Value> {
        Cell {
            value: Rc::new(RefCell::new(value)),
            listeners: Rc::default(),
        }
    }

    fn hold<Value: 'static>(&self, value: Value) -> Link<Value> {
        let value = Rc::new(value);
        self.held.borrow_mut().push(value.clone());
        Link(Rc::downgrade(&value))
    }

    fn wake(&self, alarm: Alarm, after_ms: u64, ring: impl FnOnce() + 'static) {
        let due_ms = self.clock.now_ms() + i64::try_from(after_ms).unwrap();
        let ring = Box::new(ring);
        self.waiting.borrow_mut().push(Waiting {
            alarm,
            due_ms,
            ring,
        });
    }
}
