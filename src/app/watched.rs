//! A value that others look at while it changes (被看的值): a signal in the app, a cell in tests.
//!
//! Not here: the signals (`state`).

/// A value that changes, and that others look at while it does.
pub trait Watched<Value>: Clone + 'static {
    /// Looks at the value.
    fn look<Seen>(&self, look: impl FnOnce(&Value) -> Seen) -> Seen;

    /// Changes the value. `change` says whether it did; nobody hears of it otherwise.
    fn change(&self, change: impl FnOnce(&mut Value) -> bool);

    /// A copy of the value.
    fn copied(&self) -> Value
    where
        Value: Clone,
    {
        self.look(Clone::clone)
    }

    /// Puts another value there.
    fn put(&self, value: Value) {
        self.change(|old| {
            *old = value;
            true
        });
    }
}
