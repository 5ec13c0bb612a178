//! From what the device holds to a workspace (启动), and from another tab's version to both
//! together.
//!
//! Not here: reading the device (`storage`), and the form of documents (`exchange`).

use super::workspace::Workspace;
use crate::exchange::{
    Document, DocumentKey, ImportError, SCHEMA_VERSION, merge, open_stored,
};
use crate::storage::{LoadFault, Loaded, ReadOnlyReason, StoredDocument};
use std::collections::BTreeMap;

/// What start-up came to, beside the workspace itself.
#[derive(Debug, Default)]
pub struct StartReport {
    /// Documents that verify and could not be understood; they stay as they are and are shown.
    pub unreadable: Vec<(String, ImportError)>,
    /// Documents that must not be written, because a newer build wrote them.
    pub read_only: BTreeMap<String, ReadOnlyReason>,
    /// What storage found not to be as it should be.
    pub faults: Vec<LoadFault>,
    /// Documents in which two versions were put together, and that are to be saved.
    pub to_save: Vec<DocumentKey>,
}

/// Puts what was loaded into the workspace. What is there already is merged, never replaced.
pub fn take_in(loaded: &Loaded, workspace: &mut Workspace) -> StartReport {
    let mut report = StartReport {
        read_only: loaded.read_only.clone(),
        faults: loaded.faults.clone(),
        ..StartReport::default()
    };
    for stored in &loaded.documents {
        // What a newer build wrote is shown as far as this build understands it; it is never
        // written, and what is not understood stays in its slot.
        let schema = match loaded.read_only.contains_key(&stored.key) {
            true => stored.schema.min(SCHEMA_VERSION),
            false => stored.schema,
        };
        match open_stored(&stored.key, schema, &stored.body) {
            Ok(document) => {
                let key = document.key();
                if take_in_document(document.clone(), workspace)
                    && workspace.document(&key).as_ref() != Some(&document)
                    && !loaded.read_only.contains_key(&stored.key)
                {
                    report.to_save.push(key);
                }
            }
            Err(error) => report.unreadable.push((stored.key.clone(), error)),
        }
    }
    for stored in &loaded.alternatives {
        if let Ok(document) = open_stored(&stored.key, stored.schema, &stored.body) {
            let key = document.key();
            if take_in_document(document, workspace) && !report.to_save.contains(&key) {
                report.to_save.push(key);
            }
        }
    }
    report
}

/// Merges one stored version into the workspace; returns whether the workspace changed.
pub fn take_in_stored(stored: &StoredDocument, workspace: &mut Workspace) -> bool {
    match open_stored(&stored.key, stored.schema, &stored.body) {
        Ok(document) => take_in_document(document, workspace),
        Err(_) => false,
    }
}

fn take_in_document(document: Document, workspace: &mut Workspace) -> bool {
    let key = document.key();
    let merged = match (workspace.document(&key), document) {
        (Some(Document::Assessment(ours)), Document::Assessment(theirs)) => {
            Document::Assessment(merge::assessments(&ours, &theirs).assessment)
        }
        (Some(Document::Organization(ours)), Document::Organization(theirs)) => {
            Document::Organization(merge::organizations(&ours, &theirs))
        }
        (Some(Document::Settings(ours)), Document::Settings(theirs)) => {
            Document::Settings(merge::settings(&ours, &theirs))
        }
        (_, document) => document,
    };
    if workspace.document(&key).as_ref() == Some(&merged) {
        return false;
    }
    workspace.put(merged);
    true
}
