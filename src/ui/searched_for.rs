//! What was searched for last (搜索词), so that the way back from what was found leads to the list of
//! it.
//!
//! Not here: the search (`help::search`) and its page. Nothing of it is stored.

use leptos::prelude::*;

/// What was searched for last. It is a handle: copies speak of the same.
#[derive(Clone, Copy, Default)]
pub struct SearchedFor {
    /// The query as it was written.
    pub query: RwSignal<String>,
}

impl SearchedFor {
    /// What was searched for around this component.
    pub fn expect() -> Self {
        expect_context::<Self>()
    }
}
