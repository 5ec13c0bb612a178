//! What is asked: the model of a standard pack (标准包), its composition from shared parts, its
//! validation, and the packs that are built in.
//!
//! Not here: what was answered and what it amounts to (`assessment`).

mod condition;
mod pack;
mod rule;

pub use condition::{Condition, Fact, Facts, InstitutionKind, OrganizationType};
pub use pack::*;
pub use rule::{Certainty, Rule};
