//! What a session lives in (宿主): signals and timers in the app, plain cells in tests.
//!
//! The session is written once, over these traits, so that what the tests drive is what runs. Not
//! here: the host of the app (`state`).

use crate::app::watched::Watched;

/// What the session wants to be woken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alarm {
    /// To write what was typed, after a pause in the typing.
    WriteTyped,
    /// To write what was tapped, as soon as the page has shown it.
    WriteShown,
    /// To say again what may be promised: the time of the journal is up.
    TellState,
    /// To take the next step of the import that is under way.
    GoOnImporting,
    /// To say that the journal is being asked, where nothing else was found.
    SaySearching,
}

/// Something that lives as long as the session, and no longer.
pub trait Held<Value>: Clone + 'static {
    /// Uses it; `None` once the session is over.
    fn with<Answer>(&self, use_it: impl FnOnce(&Value) -> Answer) -> Option<Answer>;
}

/// What a session lives in.
pub trait Host: Clone + 'static {
    /// How it keeps a value that others look at.
    type Watched<Value: Send + Sync + 'static>: Watched<Value>;
    /// How it holds what nobody else looks at.
    type Held<Value: 'static>: Held<Value>;

    /// Keeps this value.
    fn watched<Value: Send + Sync + 'static>(&self, value: Value) -> Self::Watched<Value>;

    /// Holds this value.
    fn hold<Value: 'static>(&self, value: Value) -> Self::Held<Value>;

    /// Calls `ring` in a task of its own, in so many milliseconds or a little later;
    /// [`Alarm::WriteShown`] not before the page has been painted, unless it is not painted at all.
    fn wake(&self, alarm: Alarm, after_ms: u64, ring: impl FnOnce() + 'static);
}
