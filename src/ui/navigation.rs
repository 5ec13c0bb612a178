//! Which page is open (导航), and the way to another.
//!
//! Not here: the pages and their addresses (`route`).

use super::route::Route;
use leptos::prelude::*;

/// The page that is open. A context, so that a page can send the user to another.
#[derive(Clone, Copy)]
pub struct Navigation {
    /// The page.
    pub route: RwSignal<Route>,
}

impl Navigation {
    /// The navigation around this component.
    pub fn expect() -> Self {
        expect_context::<Self>()
    }

    /// Goes to a page, as a tap on a link would.
    pub fn go(self, route: &Route) {
        // A refusal to change the address leaves the user where the user is; there is nothing to
        // say.
        let _ = window().location().set_hash(&route.to_string());
    }
}
