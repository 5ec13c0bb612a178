//! What was put right, or came out otherwise than the user may expect; the user is told once.
//!
//! Not here: the words (`text`), and what start-up found damaged (`start`).

use crate::exchange::DocumentKey;

/// Something that the user is told once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// An import that was cut off in an earlier session has been carried to its end.
    ImportCompleted,
    /// An import was cut off in an earlier session, and not all of it was kept: it is to be made
    /// again.
    ImportIncomplete {
        /// How many documents are missing.
        missing: usize,
    },
    /// A deletion that was cut off in an earlier session has been carried to its end.
    DeletionCompleted {
        /// How many documents it was about.
        documents: usize,
    },
    /// It is still here though it was deleted in one tab, because it was changed in another.
    KeptThoughDeleted {
        /// The document.
        key: DocumentKey,
    },
    /// Something else emptied the store; what was open has been written again.
    StoreEmptied,
    /// The newest version of a document cannot be understood, and the one before it is shown.
    EarlierShown {
        /// The document.
        key: DocumentKey,
    },
    /// The document of an organisation is missing; what belongs to it is shown under a stand-in.
    OrganizationMissing {
        /// The organisation.
        key: DocumentKey,
    },
}

impl Told {
    /// Adds what was found to what is known, each once.
    pub fn join(known: &mut Vec<Self>, found: impl IntoIterator<Item = Self>) {
        for one in found {
            if !known.contains(&one) {
                known.push(one);
            }
        }
    }
}
