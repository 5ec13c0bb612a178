//! What things of this device are called (叫法): organisations and stored documents.
//!
//! Not here: the names of items, which the pack has (`speech`).

use crate::app::workspace::Workspace;
use crate::assessment::Organization;
use crate::exchange::DocumentKey;
use crate::text::{Language, Texts};
use crate::visible_text::isolated;

/// The name of an organisation, or a word for one that has none, ready to stand in a sentence.
pub fn organization_name(organization: &Organization, texts: &Texts) -> String {
    shown_name(&organization.name, texts)
}

/// A name of an organisation as it was written, ready to stand in a sentence: without what nobody
/// sees, and so that it turns nothing around it.
pub fn shown_name(name: &str, texts: &Texts) -> String {
    match isolated(name) {
        name if name.is_empty() => texts.home.no_name.to_owned(),
        name => name,
    }
}

/// What the document under a stored key is called; what is not in the workspace has the name of
/// its kind.
pub fn document_name(key: &str, workspace: &Workspace, language: Language) -> String {
    let texts = language.texts();
    let words = &texts.data;
    match key.parse::<DocumentKey>() {
        Ok(DocumentKey::Settings) => words.name_settings.to_owned(),
        Ok(DocumentKey::Organization(id)) => match workspace.organizations.get(&id) {
            Some(one) => (words.name_organization)(organization_name(one, texts)),
            None => words.name_some_organization.to_owned(),
        },
        Ok(DocumentKey::Assessment(id)) => match workspace.assessments.get(&id) {
            Some(one) => (words.name_assessment)((texts.facts.quarter)(one.period)),
            None => words.name_some_assessment.to_owned(),
        },
        Ok(DocumentKey::Ledger(id)) => match workspace.ledgers.get(&id) {
            Some(one) => (words.name_ledger)(one.year),
            None => words.name_some_ledger.to_owned(),
        },
        Ok(DocumentKey::Standard(id)) => match workspace.standards.get(&id) {
            Some(one) => (texts.files.document_standard)(one.pack.title.zh.clone()),
            None => words.name_some_standard.to_owned(),
        },
        Err(unknown) => (words.name_unknown)(unknown.key),
    }
}
