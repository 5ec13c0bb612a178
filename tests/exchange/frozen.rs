//! Files of every version that was ever shipped. They must open for ever, and say what they said.
//!
//! The files are never changed. A pack may come to ask other items; then answers move to
//! 「已停用」, and that is all that may happen to them. Not here: what the files of one version say
//! (`frozen_v1` and the others).

use crate::samples::NOW;
use serde_json::{Value, json};
use wuxing::assessment::{Assessment, Organization};
use wuxing::exchange::plan::{self, What};
use wuxing::exchange::{
    Document, ImportIssue, Kind, NoForeignEncoding, Opened, Settings, StoredStandard, export, open,
};
use wuxing::ledger::LedgerPage;

/// The files of one version.
pub struct Frozen {
    version: u32,
    assessment: &'static [u8],
    backup: &'static [u8],
}

pub const VERSION_1: Frozen = Frozen {
    version: 1,
    assessment: include_bytes!("../fixtures/file-v1-assessment.json"),
    backup: include_bytes!("../fixtures/file-v1-backup.json"),
};

pub const VERSION_2: Frozen = Frozen {
    version: 2,
    assessment: include_bytes!("../fixtures/file-v2-assessment.json"),
    backup: include_bytes!("../fixtures/file-v2-backup.json"),
};

pub const VERSION_3: Frozen = Frozen {
    version: 3,
    assessment: include_bytes!("../fixtures/file-v3-assessment.json"),
    backup: include_bytes!("../fixtures/file-v3-backup.json"),
};

pub const VERSION_4: Frozen = Frozen {
    version: 4,
    assessment: include_bytes!("../fixtures/file-v4-assessment.json"),
    backup: include_bytes!("../fixtures/file-v4-backup.json"),
};

const VERSIONS: [Frozen; 4] = [VERSION_1, VERSION_2, VERSION_3, VERSION_4];

impl Frozen {
    pub fn assessment(&self) -> Opened {
        opened(self.assessment, Kind::Assessment)
    }

    pub fn backup(&self) -> Opened {
        opened(self.backup, Kind::Backup)
    }

    /// What stands in the backup, as it is written there.
    pub fn written_backup(&self) -> Value {
        serde_json::from_slice(self.backup).unwrap()
    }
}

fn opened(bytes: &[u8], kind: Kind) -> Opened {
    let opened = open(bytes, &NoForeignEncoding).unwrap();
    assert_eq!((opened.kind, opened.exported_at), (kind, Some(NOW)));
    assert_eq!(opened.app.as_deref(), Some("0.1.0"));
    for issue in &opened.issues {
        let harmless = matches!(
            issue,
            // One of the records lies in the January after its export.
            ImportIssue::OtherPackVersion { .. }
                | ImportIssue::AnswersRetired { .. }
                | ImportIssue::DateToCome { .. }
        );
        assert!(harmless, "{issue:?}");
    }
    opened
}

/// Declares how the documents of one kind are found in an opened file.
macro_rules! documents_of {
    ($($name:ident: $kind:ident, $type:ty;)*) => {
        $(pub fn $name(opened: &Opened) -> Vec<&$type> {
            let one = |document| match document {
                &Document::$kind(ref one) => Some(one),
                _ => None,
            };
            opened.documents.iter().filter_map(one).collect()
        })*
    };
}

documents_of! {
    settings: Settings, Settings;
    organizations: Organization, Organization;
    assessments: Assessment, Assessment;
    pages: Ledger, LedgerPage;
    standards: Standard, StoredStandard;
}

#[test]
fn what_goes_out_again_says_the_same() {
    for frozen in VERSIONS {
        let before = frozen.backup();
        let again = export::everything(&before.documents, NOW, "0.1.0").unwrap();
        let opened = opened(again.as_bytes(), Kind::Backup);
        assert_eq!(opened.documents, before.documents, "{}", frozen.version);
    }
}

#[test]
fn a_file_of_the_present_version_goes_out_again_as_it_came() {
    let before = VERSION_4.written_backup();
    let documents = VERSION_4.backup().documents;
    let again = export::everything(&documents, NOW, "0.1.0").unwrap();
    let after: Value = serde_json::from_str(&again).unwrap();
    for list in ["settings", "organizations", "ledgers", "standards"] {
        assert_eq!(after["payload"][list], before["payload"][list]);
    }
}

#[test]
fn the_assessment_is_part_of_the_backup() {
    for frozen in VERSIONS {
        let plan = plan::against(&frozen.backup().documents, &frozen.assessment());
        let same = |one: &plan::PlannedChange| one.what == What::Same;
        assert!(
            !plan.changes.is_empty() && plan.changes.iter().all(same),
            "{plan:?}"
        );
    }
}

#[test]
fn pages_say_what_they_said() {
    for frozen in [VERSION_2, VERSION_3, VERSION_4] {
        let mut written = frozen.written_backup()["payload"]["ledgers"].take();
        if frozen.version == 2 {
            let numbers = "/0/entries/0190163d-8694-739b-aea5-966c26f80601/body/record/numbers";
            let numbers = written
                .pointer_mut(numbers)
                .unwrap()
                .as_object_mut()
                .unwrap();
            assert_eq!(numbers.remove("hours"), Some(json!(2)));
            numbers.insert("half_hours".to_owned(), json!(4));
        }
        assert_eq!(
            json!(pages(&frozen.backup())),
            written,
            "{}",
            frozen.version
        );
    }
}
