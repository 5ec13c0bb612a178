//! 审核: the page on which whoever checks writes what was found, and the page on which the
//! organisation sees both columns and replies.
//!
//! Not here: what is in a review (`ledger`), and how the two stand side by side (`review`).

mod comparison;
mod item;
mod orders;
mod reviewing;
mod words;

pub use comparison::ReviewPage;
pub use reviewing::ReviewingPage;
