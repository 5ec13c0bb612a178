//! Importing generated workspaces: what comes in is there, what was here stays, and a second time
//! changes nothing.

use crate::generated::any_workspace;
use crate::planning::{after, by_key, opened};
use crate::samples::id;
use proptest::prelude::*;
use wuxing::exchange::plan::{self, What};
use wuxing::exchange::{Document, DocumentKey, Opened, Settings};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn into_an_empty_workspace_it_is_the_identity(documents in any_workspace()) {
        let plan = plan::against(&[], &opened(&documents));
        prop_assert!(plan.changes.iter().all(|change| change.what == What::New));
        prop_assert_eq!(after(&[], &plan), by_key(&documents));
    }

    #[test]
    fn a_second_time_it_is_all_the_same(
        existing in any_workspace(), incoming in any_workspace(),
    ) {
        let incoming = opened(&incoming);
        let now: Vec<Document> =
            after(&existing, &plan::against(&existing, &incoming)).into_values().collect();
        let again = plan::against(&now, &incoming);
        // What stays newer here stays different; nothing is left to be taken.
        for change in &again.changes {
            match &change.what {
                What::New => prop_assert!(false, "{:?}", change.key),
                What::Same => {}
                What::Merges(merging) => {
                    prop_assert_eq!((merging.added, merging.newer_there), (0, 0));
                    let kept = now.iter().find(|document| document.key() == change.key);
                    prop_assert_eq!(kept, Some(&change.document));
                }
            }
        }
    }

    #[test]
    fn what_was_here_is_still_here(existing in any_workspace(), incoming in any_workspace()) {
        let now = after(&existing, &plan::against(&existing, &opened(&incoming)));
        for document in &existing {
            let there = now.get(&document.key());
            prop_assert!(there.is_some());
            if let Document::Assessment(before) = document
                && let Some(Document::Assessment(after)) = there
            {
                prop_assert_eq!(
                    (before.organization, before.period),
                    (after.organization, after.period)
                );
                for id in before.answers.keys() {
                    prop_assert!(after.answers.contains_key(id));
                }
            }
        }
    }
}

/// The keys under which the periods of a file are written, found by looking through all documents
/// for each: those of this device, and those of the file that came before.
fn keys_by_looking_through_all(here: &[Document], theirs: &[Document]) -> Vec<DocumentKey> {
    let period = |document: &Document| match document {
        Document::Assessment(one) => Some((one.id, one.organization, one.period)),
        _ => None,
    };
    let mut known: Vec<_> = here.iter().filter_map(period).collect();
    let mut keys = Vec::new();
    for (own, organization, quarter) in theirs.iter().filter_map(period) {
        let same = known
            .iter()
            .filter(|one| (one.1, one.2) == (organization, quarter));
        let mut same: Vec<_> = same.map(|one| one.0).collect();
        same.sort_by_key(|id| (*id != own, *id));
        let is_free = known.iter().all(|one| one.0 != own);
        let found = same.first().copied().or(is_free.then_some(own));
        // The id of something else: what follows from it is tested on its own.
        let Some(found) = found else { break };
        known.push((found, organization, quarter));
        if !keys.contains(&DocumentKey::Assessment(found)) {
            keys.push(DocumentKey::Assessment(found));
        }
    }
    keys
}

/// Documents in which some periods have another id, as on another device.
fn begun_elsewhere(documents: Vec<Document>, moved: &[u8]) -> Vec<Document> {
    let mut moved = moved.iter().cycle();
    let change = |document| match (document, moved.next()) {
        (Document::Assessment(mut one), Some(by @ 1..)) => {
            one.id = id(100 + u128::from(*by));
            Document::Assessment(one)
        }
        (document, _) => document,
    };
    documents.into_iter().map(change).collect()
}

proptest! {
    /// Which period of the file is which of this device does not depend on how it is found.
    #[test]
    fn periods_find_their_keys(
        here in any_workspace(),
        theirs in any_workspace(),
        moved in prop::collection::vec(0..6_u8, 1..6),
    ) {
        let opened = Opened {
            documents: begun_elsewhere(theirs, &moved),
            ..opened(&[Document::Settings(Settings::default())])
        };
        // A device has one document under each key.
        let here: Vec<Document> = by_key(&begun_elsewhere(here, &moved)).into_values().collect();
        let expected = keys_by_looking_through_all(&here, &opened.documents);
        let plan = plan::against(&here, &opened);
        let keys = plan.changes.iter().map(|change| change.key);
        let keys: Vec<_> = keys.filter(|key| matches!(key, DocumentKey::Assessment(_))).collect();
        prop_assert!(keys.starts_with(&expected), "{keys:?} {expected:?}");
    }
}
