//! A new version that waits (新版本), as pages and the frame know it.
//!
//! Not here: looking for one (`platform::service_worker`).

use leptos::prelude::*;

/// Whether a new version waits, and what takes it.
#[derive(Clone, Copy)]
pub struct Update {
    /// Whether it waits.
    pub waits: RwSignal<bool>,
    /// Takes it.
    pub take: Callback<()>,
}
