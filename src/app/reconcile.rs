//! Our version of a document and another tab's put together (汇合).
//!
//! Answer by answer ([`answers`]) and entry by entry ([`pages`]) the later one stands; and where it
//! is known what both started from, two changes of different fields are both kept, and so are two
//! texts ([`texts`]). Not here: hearing of the other version (`sync`), and what goes by which rule
//! (`kinds`).

pub mod answers;
pub mod pages;
pub mod texts;

use super::kinds::Kind;
use crate::exchange::{Document, Settings};

/// What two versions are thought to have started from.
#[derive(Clone, Copy)]
pub struct Beginning<'a> {
    /// The version that was last known to be stored here.
    pub version: &'a Document,
    /// Whether the other version was written over it for certain, or may be of another line.
    pub certain: bool,
}

/// Puts our version of a document, if there is one, and another one together.
pub fn reconcile(
    beginning: Option<Beginning<'_>>,
    ours: Option<&Document>,
    theirs: Document,
) -> Document {
    let Some(ours) = ours else { return theirs };
    if matches!(ours, Document::Settings(ours) if *ours == Settings::default()) {
        // Settings that nobody has touched are those of an empty device.
        return theirs;
    }
    both(beginning, ours, &theirs)
}

/// Puts two versions together. Apart, since hardly a start has two (`ui::apart`).
#[inline(never)]
fn both(beginning: Option<Beginning<'_>>, ours: &Document, theirs: &Document) -> Document {
    match beginning {
        Some(Beginning { version, certain }) => Kind::met(version, ours, theirs, certain),
        None => Kind::newer_of(ours, theirs),
    }
}
