//! What the person sees: one file a page, one file a component.
//!
//! Not here: what an answer amounts to (`assessment`) or how it is kept (`storage`).

pub mod components;
