//! What came of each file (逐份结果): opened, opened with a question, or refused and why.
//!
//! Not here: the words for it.

use super::Found;
use crate::exchange::archive::ArchiveFault;
use crate::exchange::chat_parts::{PartFault, SetFault};
use crate::exchange::signing::Signed;
use crate::exchange::{Document, ImportError, ImportIssue, Kind};
use crate::period::Quarter;
use crate::visible_text::trimmed;

/// What came of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Which file it is.
    pub name: Name,
    /// What came of it.
    pub outcome: Outcome,
}

/// Which file it is (哪一份).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    /// Its name, with the archive and folders that it was in; empty for a text that was pasted.
    pub file: String,
    /// Which of the files in one text it is, from 1, where there are several.
    pub number: Option<usize>,
    /// The code of the parts that it came in, if it did.
    pub code: Option<String>,
}

/// What came of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was opened (成功).
    Good(Contents),
    /// It was opened, and there is something to know of it (有疑问).
    Doubtful(Contents, Vec<ImportIssue>),
    /// It was not opened (拒收).
    Refused(Refused),
}

/// What a file says it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contents {
    /// What kind of file it is; `None` for the raw data of a device.
    pub kind: Option<Kind>,
    /// The name of the first organisation in it that has one.
    pub organization: Option<String>,
    /// How many organisations are in it.
    pub organizations: usize,
    /// The period, if there is one alone.
    pub period: Option<Quarter>,
    /// Whose it is, and its signature.
    pub signed: Signed,
}

/// Why a file was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is no file that is taken.
    Import(ImportError),
    /// The device did not give it out, in its own words.
    Unreadable(String),
    /// It is an archive, or in one, that cannot be read.
    Archive(ArchiveFault),
    /// It is a part that cannot be read.
    Part(PartFault),
    /// It is a part of which another one came before.
    Contradicts {
        /// The code of the parts.
        code: String,
        /// Which part it is, from 1.
        number: u16,
    },
    /// All its parts are here, and they are no file.
    Parts(SetFault),
}

impl Report {
    /// The report on a file that was opened.
    pub(super) fn of(name: Name, found: &Found) -> Self {
        let contents = Contents::of(found);
        let issues = &found.opened.issues;
        let outcome = match issues.is_empty() && found.lost == 0 {
            true => Outcome::Good(contents),
            false => Outcome::Doubtful(contents, issues.clone()),
        };
        Self { name, outcome }
    }

    /// Whether the file was not opened.
    pub fn is_refused(&self) -> bool {
        matches!(self.outcome, Outcome::Refused(_))
    }
}

impl Name {
    pub(super) fn of_file(file: String) -> Self {
        Self {
            file,
            ..Self::default()
        }
    }

    pub(super) fn of_parts(code: String) -> Self {
        Self {
            code: Some(code),
            ..Self::default()
        }
    }

    /// The name of a file in this archive.
    pub(super) fn with_file(&self, inside: String) -> Self {
        Self::of_file(match self.file.is_empty() {
            true => inside,
            false => format!("{} / {inside}", self.file),
        })
    }

    pub(super) fn with_number(self, number: usize) -> Self {
        Self {
            number: Some(number),
            ..self
        }
    }
}

impl Contents {
    fn of(found: &Found) -> Self {
        let documents = &found.opened.documents;
        let organizations = documents.iter().filter_map(|document| match document {
            Document::Organization(one) => Some(one),
            _ => None,
        });
        let mut periods = documents.iter().filter_map(|document| match document {
            Document::Assessment(one) => Some(one.period),
            _ => None,
        });
        let named = organizations.clone().map(|one| trimmed(&one.name));
        let period = match (periods.next(), periods.next()) {
            (Some(only), None) => Some(only),
            _ => None,
        };
        Self {
            kind: (!found.raw).then_some(found.opened.kind),
            organization: named
                .clone()
                .find(|name| !name.is_empty())
                .map(str::to_owned),
            organizations: organizations.count(),
            period,
            signed: Signed::of(&found.opened),
        }
    }
}
