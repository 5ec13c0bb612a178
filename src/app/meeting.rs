//! Our version of a document and another tab's put together (汇合).
//!
//! Answer by answer and entry by entry the later one stands; and where it is known what both started from, two
//! changes of different fields are both kept, and so are two texts ([`texts`]). Not here: hearing of the other version (`keeper`).

mod ledger;
pub mod texts;

use super::stamp::{just_after, same_but_for_time};
use super::three_way::{self, Precedence};
use crate::assessment::{Answer, Assessment};
use crate::exchange::merge::{self, same_content};
use crate::exchange::{Document, Settings, StoredStandard};
use crate::standard::ItemId;

/// What two versions are thought to have started from.
#[derive(Clone, Copy)]
pub struct Beginning<'a> {
    /// The version that was last known to be stored here.
    pub version: &'a Document,
    /// Whether the other version was written over it for certain, or may be of another line.
    pub certain: bool,
}

/// Puts our version of a document, if there is one, and another one together.
pub fn together(
    beginning: Option<Beginning<'_>>,
    ours: Option<&Document>,
    theirs: Document,
) -> Document {
    let Some(ours) = ours else { return theirs };
    if matches!(ours, Document::Settings(ours) if *ours == Settings::default()) {
        // Settings that nobody has touched are those of an empty device.
        return theirs;
    }
    let Some(Beginning {
        version: base,
        certain,
    }) = beginning
    else {
        return later(ours, &theirs);
    };
    match (base, ours, &theirs) {
        (Document::Assessment(base), Document::Assessment(ours), Document::Assessment(theirs)) => {
            Document::Assessment(assessments(base, ours, theirs, certain))
        }
        (Document::Ledger(base), Document::Ledger(ours), Document::Ledger(theirs)) => {
            Document::Ledger(ledger::pages(base, ours, theirs, certain))
        }
        (base, ours, theirs) if base != ours && changed_at(theirs) >= changed_at(base) => {
            both_changed(base, ours, theirs)
        }
        (_, ours, theirs) => later(ours, theirs),
    }
}

/// The later of two versions; of assessments each later answer, of pages each later entry.
fn later(ours: &Document, theirs: &Document) -> Document {
    match (ours, theirs) {
        (Document::Settings(ours), Document::Settings(theirs)) => {
            Document::Settings(merge::settings(ours, theirs))
        }
        (Document::Organization(ours), Document::Organization(theirs)) => {
            Document::Organization(merge::organizations(ours, theirs))
        }
        (Document::Assessment(ours), Document::Assessment(theirs)) => {
            Document::Assessment(merge::assessments(ours, theirs).assessment)
        }
        (Document::Ledger(ours), Document::Ledger(theirs)) => {
            Document::Ledger(merge::pages(ours, theirs).page)
        }
        (Document::Standard(ours), Document::Standard(theirs)) => {
            Document::Standard(later_standard(ours, theirs).clone())
        }
        (_, theirs) => theirs.clone(),
    }
}

/// Of two packs under one id the one loaded later; of the same instant the greater text, so that
/// both tabs come to the same.
fn later_standard<'a>(ours: &'a StoredStandard, theirs: &'a StoredStandard) -> &'a StoredStandard {
    let rank =
        |one: &StoredStandard| (one.added_at, serde_json::to_string(one).unwrap_or_default());
    if rank(theirs) > rank(ours) {
        theirs
    } else {
        ours
    }
}

/// Both sides have changed a document that is later as a whole: each keeps its own fields.
fn both_changed(base: &Document, ours: &Document, theirs: &Document) -> Document {
    let later = later(ours, theirs);
    let precedence = if later == *ours {
        Precedence::Ours
    } else {
        Precedence::Theirs
    };
    let mut both = three_way::documents(base, ours, theirs, precedence);
    if same_but_for_time(&both, &later) {
        return later;
    }
    // It is not what time alone would choose, so it has to be later than both, and at the same
    // instant in each tab.
    let latest = just_after(changed_at(ours).max(changed_at(theirs)));
    match &mut both {
        Document::Settings(one) => one.changed_at = latest,
        Document::Organization(one) => one.changed_at = latest,
        Document::Standard(one) => one.added_at = latest,
        Document::Assessment(_) | Document::Ledger(_) => {}
    }
    both
}

fn changed_at(document: &Document) -> i64 {
    match document {
        Document::Settings(one) => one.changed_at,
        Document::Organization(one) => one.changed_at,
        Document::Assessment(one) => one.changed_at(),
        Document::Ledger(one) => one.changed_at(),
        Document::Standard(one) => one.added_at,
    }
}

/// The answers go by time, and by field where both changed the same one. Everything else has no
/// time of its own, so it goes by who changed it, where that is certain.
fn assessments(
    base: &Assessment,
    ours: &Assessment,
    theirs: &Assessment,
    certain: bool,
) -> Assessment {
    let by_time = merge::assessments(ours, theirs).assessment;
    let mut both = match certain {
        true => three_way::assessments(base, ours, theirs, Precedence::Theirs),
        false => by_time.clone(),
    };
    let asked = by_time.answers.iter().map(|(id, later)| (id, later, false));
    let retired = by_time.retired.iter().map(|(id, later)| (id, later, true));
    for (id, later, retired) in asked.chain(retired) {
        let answer = match (answer(base, id), answer(ours, id), answer(theirs, id)) {
            (base, Some(ours), Some(theirs)) => {
                both_answers(base.unwrap_or(&Answer::default()), ours, theirs, later)
            }
            _ => later.clone(),
        };
        let known = both.answers.contains_key(id) || both.retired.contains_key(id);
        let retired = if known {
            both.retired.contains_key(id)
        } else {
            retired
        };
        let list = if retired {
            &mut both.retired
        } else {
            &mut both.answers
        };
        list.insert(id.clone(), answer);
    }
    both
}

fn both_answers(base: &Answer, ours: &Answer, theirs: &Answer, later: &Answer) -> Answer {
    if same_content(base, ours) || theirs.changed_at < base.changed_at {
        return later.clone();
    }
    let precedence = if later == ours {
        Precedence::Ours
    } else {
        Precedence::Theirs
    };
    let mut both = three_way::answers(base, ours, theirs, precedence);
    texts::of_answers([base, ours, theirs], precedence, &mut both);
    if same_content(&both, later) {
        return later.clone();
    }
    Answer {
        changed_at: just_after(ours.changed_at.max(theirs.changed_at)),
        ..both
    }
}

fn answer<'a>(assessment: &'a Assessment, id: &ItemId) -> Option<&'a Answer> {
    let asked = assessment.answers.get(id);
    asked.or_else(|| assessment.retired.get(id))
}
