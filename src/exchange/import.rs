//! The one door in (导入): files, pasted text, and what the device's own store holds.
//!
//! Bytes → text → JSON → envelope → migrations → types → meaning. Nothing is written here, and a
//! refusal changes nothing. Not here: what taking it over would change ([`super::plan`]).

use super::document::{Document, DocumentKey};
use super::encoding::{self, ForeignEncoding};
use super::envelope::{self, Envelope, Kind};
use super::fault::{ImportError, ImportIssue};
use super::meaning::Strictness;
use super::packs::Packs;
use super::{json, limits, meaning, migration, reading, search, stamps, typed};
use crate::ordered_map::OrderedMap;
use uuid::Uuid;

/// What a file or a text holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// What kind of file it is.
    pub kind: Kind,
    /// What wrote it, in its own words.
    pub app: Option<String>,
    /// When it was exported, in UTC milliseconds, if that can be read.
    pub exported_at: Option<i64>,
    /// The documents: packs before organisations before assessments and pages.
    pub documents: Vec<Document>,
    /// What the person should know before she takes them over.
    pub issues: Vec<ImportIssue>,
}

/// Opens the bytes of a file.
///
/// # Errors
/// See [`ImportError`]; whatever it is, nothing was changed.
pub fn open(bytes: &[u8], foreign: &dyn ForeignEncoding) -> Result<Opened, ImportError> {
    check_size(bytes.len())?;
    let decoded = encoding::decode(bytes, foreign)?;
    open_decoded(&decoded.text, decoded.guessed)
}

/// Opens a text that was pasted.
///
/// # Errors
/// See [`ImportError`]; whatever it is, nothing was changed.
pub fn open_text(text: &str) -> Result<Opened, ImportError> {
    check_size(text.len())?;
    open_decoded(text, false)
}

/// Opens a document that the device's own store holds under `key`, in the form `schema`.
///
/// What the person was able to enter must open again, so its content is not judged here. A time of
/// change beyond what can be counted on from is brought back into the range.
///
/// # Errors
/// [`ImportError::UnknownKind`] for a key this build does not know,
/// [`ImportError::NewerVersion`] for a newer form, [`ImportError::WrongShape`] with the place
/// otherwise.
pub fn open_stored(key: &str, schema: u32, body: &str) -> Result<Document, ImportError> {
    let key: DocumentKey = key.parse().map_err(|_| ImportError::UnknownKind {
        found: key.chars().take(80).collect(),
    })?;
    let version = envelope::check_version(u64::from(schema))?;
    let value = json::parse_stored(body)?;
    let mut document = typed::stored_document(key.kind(), version, value)?;
    stamps::settle(&mut document);
    if document.key() != key {
        return Err(ImportError::WrongShape {
            place: "id".to_owned(),
            problem: format!("expected {key}, found {}", document.key()),
        });
    }
    Ok(document)
}

fn check_size(bytes: usize) -> Result<(), ImportError> {
    let most = limits::MOST_BYTES;
    if bytes < most {
        Ok(())
    } else {
        Err(ImportError::TooLarge { bytes, most })
    }
}

fn open_decoded(text: &str, encoding_guessed: bool) -> Result<Opened, ImportError> {
    let sought = search::only_file(text)?;
    let envelope = Envelope::read(sought.value)?;
    let (checksum, fraction) = match envelope.checksum_issue() {
        Ok(issue) => (issue, None),
        // Its author is told of every fraction in the pack, with all other faults.
        Err(why) if envelope.kind == Kind::Standard => (None, Some(why)),
        Err(why) => return Err(why),
    };
    if encoding_guessed && checksum == Some(ImportIssue::ChecksumDiffers) {
        // Any bytes are some text in GBK; that these were meant as it nothing shows.
        return Err(ImportError::Damaged { line: None });
    }
    if checksum.is_some() && encoding::is_encoded_twice(text) {
        return Err(ImportError::EncodedTwice);
    }
    let mut issues: Vec<ImportIssue> = checksum.into_iter().collect();
    let count = sought.replaced;
    issues.extend((count > 0).then_some(ImportIssue::CharactersReplaced { count }));
    issues.extend(sought.more.then_some(ImportIssue::MoreInTheText));
    let Envelope {
        version,
        kind,
        app,
        exported_at,
        mut payload,
        ..
    } = envelope;
    migration::payload(migration::STEPS, version, kind, &mut payload);
    let (parts, unknown) = reading::parts(kind, payload)?;
    issues.extend(unknown);
    let strictness = match kind {
        Kind::Backup => Strictness::Keeping,
        Kind::Assessment | Kind::Standard => Strictness::Refusing,
    };
    let mut documents = Vec::with_capacity(parts.len());
    let mut stamps_moved = 0;
    for part in parts {
        let place = part.place.clone();
        let (mut document, lost) = typed::from_part(part, version, exported_at.unwrap_or(0))?;
        issues.extend(lost);
        stamps_moved += stamps::settle(&mut document);
        issues.extend(meaning::check(&place, &document, strictness, exported_at)?);
        if let Document::Standard(standard) = &document
            && let Err(why) = meaning::check_pack(standard)
        {
            // One pack must not keep the rest of a backup from coming back.
            if kind != Kind::Backup {
                return Err(why);
            }
            let pack = standard.pack.id.clone();
            issues.push(ImportIssue::PackDoubtful {
                pack,
                why: Box::new(why),
            });
        }
        documents.push(document);
    }
    if let Some(why) = fraction {
        return Err(why);
    }
    if stamps_moved > 0 {
        issues.push(ImportIssue::StampsMoved {
            stamps: stamps_moved,
        });
    }
    connect(kind, &mut documents, &mut issues)?;
    Ok(Opened {
        kind,
        app,
        exported_at,
        documents,
        issues,
    })
}

/// Holds assessments against their organisations and packs. A file that was made to stand on its
/// own is refused where one of them lacks; a backup is all there is, so it keeps what it has.
fn connect(
    kind: Kind,
    documents: &mut [Document],
    issues: &mut Vec<ImportIssue>,
) -> Result<(), ImportError> {
    let packs = Packs::of(documents);
    let mut types = OrderedMap::new();
    for document in &*documents {
        if let Document::Organization(organization) = document {
            types.insert(organization.id, organization.organization_type);
        }
    }
    let mut pages_alone: OrderedMap<Uuid, usize> = OrderedMap::new();
    for document in documents {
        if let Document::Ledger(page) = &*document
            && !types.contains_key(&page.organization)
        {
            if kind != Kind::Backup {
                return Err(ImportError::UnknownOrganization {
                    id: page.organization,
                });
            }
            *pages_alone.entry(page.organization).or_default() += 1;
        }
        let Document::Assessment(assessment) = document else {
            continue;
        };
        let organization_type = types.get(&assessment.organization).copied();
        if organization_type.is_none() {
            if kind != Kind::Backup {
                return Err(ImportError::UnknownOrganization {
                    id: assessment.organization,
                });
            }
            issues.push(ImportIssue::OrganizationMissing {
                assessment: assessment.id,
            });
        }
        match packs.find(&assessment.pack, organization_type) {
            Some(pack) => issues.extend(meaning::fit_to_pack(assessment, pack)),
            None if kind == Kind::Backup => issues.push(ImportIssue::PackMissing {
                assessment: assessment.id,
                pack: assessment.pack.id.clone(),
            }),
            None => {
                return Err(ImportError::UnknownPack {
                    id: assessment.pack.id.clone(),
                });
            }
        }
    }
    let alone = pages_alone.into_iter();
    issues.extend(alone.map(
        |(organization, pages)| ImportIssue::LedgerWithoutOrganization {
            organization,
            pages,
        },
    ));
    Ok(())
}
