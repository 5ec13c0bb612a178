//! Opening a file in steps (分步打开), each of a few kilobytes, so that a large file keeps nobody
//! waiting before a page that does not answer.
//!
//! Between two steps nothing is lost and nothing is decided; what comes out is the same however the
//! steps are spread over time, and dropping it leaves no trace. Not here: how long a step may take,
//! and who waits (the interface).

use super::connecting::Connecting;
use super::document::Document;
use super::encoding::{self, Decoded, ForeignEncoding};
use super::envelope::{Envelope, Kind};
use super::fault::{ImportError, ImportIssue};
use super::import::Opened;
use super::meaning::Strictness;
use super::reading::Part;
use super::search::Search;
use super::short_code::ShortCode;
use super::signing::{self, Signature};
use super::{limits, meaning, migration, page_data, reading, review, stamps, typed};
use crate::canonical::{CanonicalError, Hashing};

/// A file or a text that is being opened.
pub struct Opening {
    text: String,
    /// Whether the encoding was guessed.
    guessed: bool,
    stage: Stage,
    /// How far it has come, in hundredths.
    percent: u8,
}

/// What is done next, with what was found so far.
enum Stage {
    /// The file is looked for and read as JSON.
    Searching(Search),
    /// The checksum is taken.
    Checking(Box<Head>, Hashing),
    /// The documents are read.
    Reading(Box<Reading>),
    /// The documents are held against each other.
    Connecting(Box<Reading>, Connecting),
    /// It was opened or refused.
    Ended,
}

/// The hundredths at which reading, checking and connecting begin; found by measuring.
const READING_FROM: u8 = 55;
const CHECKING_FROM: u8 = 40;
const CONNECTING_FROM: u8 = 90;

/// What was found first.
struct Head {
    envelope: Envelope,
    /// How many halves of characters were replaced.
    replaced: usize,
    /// Whether there is more in the text.
    more: bool,
}

/// The documents of a file, as far as they are read.
struct Reading {
    version: u32,
    kind: Kind,
    app: Option<String>,
    exported_at: Option<i64>,
    code: Option<ShortCode>,
    signature: Option<Signature>,
    parts: std::vec::IntoIter<Part>,
    documents: Vec<Document>,
    issues: Vec<ImportIssue>,
    stamps_moved: usize,
    /// Told of a pack once all its other faults are known.
    fraction: Option<ImportError>,
}

impl Opening {
    /// The bytes of a file, to be opened.
    ///
    /// # Errors
    /// See [`ImportError`], for what is no text.
    pub fn of_bytes(bytes: &[u8], foreign: &dyn ForeignEncoding) -> Result<Self, ImportError> {
        check_size(bytes.len())?;
        Self::of_decoded(encoding::decode(bytes, foreign)?)
    }

    /// A text that was pasted, to be opened.
    ///
    /// # Errors
    /// See [`ImportError`], for a text in which there can be no file.
    pub fn of_text(text: String) -> Result<Self, ImportError> {
        check_size(text.len())?;
        let guessed = false;
        Self::of_decoded(Decoded { text, guessed })
    }

    fn of_decoded(decoded: Decoded) -> Result<Self, ImportError> {
        let Decoded { text, guessed } = decoded;
        let text = page_data::file_of(text);
        let stage = Stage::Searching(Search::begin(&text)?);
        Ok(Self {
            text,
            guessed,
            stage,
            percent: 0,
        })
    }

    /// Takes the next step. Returns what was opened, once there is no more to do; then, and after a
    /// refusal, there are no further steps.
    ///
    /// # Errors
    /// See [`ImportError`]; whatever it is, nothing was changed.
    pub fn step(&mut self) -> Result<Option<Opened>, ImportError> {
        self.stage = match std::mem::replace(&mut self.stage, Stage::Ended) {
            Stage::Searching(mut search) => {
                if search.step(&self.text)? {
                    let share = share_of(search.at(&self.text), self.text.len());
                    self.percent = between(0, CHECKING_FROM, share);
                    Stage::Searching(search)
                } else {
                    Stage::Checking(Box::new(self.head(search)?), Hashing::default())
                }
            }
            Stage::Checking(head, mut hashing) => {
                match hashing.step(&head.envelope.payload).transpose() {
                    Some(sum) => {
                        self.percent = READING_FROM;
                        Stage::Reading(Box::new(self.begin_reading(*head, sum)?))
                    }
                    None => Stage::Checking(head, hashing),
                }
            }
            Stage::Reading(mut reading) => match reading.parts.next() {
                Some(part) => {
                    let left = reading.parts.len();
                    reading.read(part)?;
                    let done = reading.documents.len();
                    let share = share_of(done, done + left);
                    self.percent = between(READING_FROM, CONNECTING_FROM, share);
                    Stage::Reading(reading)
                }
                None => {
                    reading.end()?;
                    let connecting = Connecting::of(reading.kind, &reading.documents);
                    Stage::Connecting(reading, connecting)
                }
            },
            Stage::Connecting(mut reading, mut connecting) => {
                let Reading {
                    documents, issues, ..
                } = &mut *reading;
                if connecting.step(documents, issues)? {
                    Stage::Connecting(reading, connecting)
                } else {
                    self.percent = 100;
                    return Ok(Some(reading.opened()));
                }
            }
            Stage::Ended => Stage::Ended,
        };
        Ok(None)
    }

    /// How far it has come, in hundredths.
    pub fn percent(&self) -> u8 {
        self.percent
    }

    fn head(&self, search: Search) -> Result<Head, ImportError> {
        let sought = search.end(&self.text)?;
        let envelope = Envelope::read(sought.value)?;
        Ok(Head {
            envelope,
            replaced: sought.replaced,
            more: sought.more,
        })
    }

    /// Holds the sum of the payload against the one that the file names, and takes it apart.
    fn begin_reading(
        &mut self,
        head: Head,
        sum: Result<String, CanonicalError>,
    ) -> Result<Reading, ImportError> {
        let Head {
            envelope,
            replaced,
            more,
        } = head;
        let code = sum.as_deref().ok().and_then(ShortCode::of_hash);
        let signature = sum.as_deref().ok().and_then(|sum| {
            let signer = envelope.signer.as_deref();
            signing::verified(envelope.kind, sum, signer, envelope.signature.as_deref())
        });
        let (checksum, fraction) = match envelope.checksum_issue(sum) {
            Ok(issue) => (issue, None),
            // Its author is told of every fraction in the pack, with all other faults.
            Err(why) if envelope.kind == Kind::Standard => (None, Some(why)),
            Err(why) => return Err(why),
        };
        if self.guessed && checksum == Some(ImportIssue::ChecksumDiffers) {
            // Any bytes are some text in GBK; that these were meant as it nothing shows.
            return Err(ImportError::Damaged { line: None });
        }
        if checksum.is_some() && encoding::is_encoded_twice(&self.text) {
            return Err(ImportError::EncodedTwice);
        }
        // It is not needed any more, and takes the room of the whole file.
        self.text = String::new();
        let mut issues: Vec<ImportIssue> = checksum.into_iter().collect();
        let count = replaced;
        issues.extend((count > 0).then_some(ImportIssue::CharactersReplaced { count }));
        issues.extend(more.then_some(ImportIssue::MoreInTheText));
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
        Ok(Reading {
            version,
            kind,
            app,
            exported_at,
            code,
            signature,
            documents: Vec::with_capacity(parts.len()),
            parts: parts.into_iter(),
            issues,
            stamps_moved: 0,
            fraction,
        })
    }
}

impl Reading {
    /// Reads the next document.
    fn read(&mut self, part: Part) -> Result<(), ImportError> {
        let (kind, exported_at) = (self.kind, self.exported_at);
        let strictness = match kind {
            Kind::Backup => Strictness::Keeping,
            Kind::Assessment | Kind::Standard | Kind::Review => Strictness::Refusing,
        };
        let place = part.place.clone();
        let (mut document, lost) = typed::from_part(part, self.version, exported_at.unwrap_or(0))?;
        self.issues.extend(lost);
        self.stamps_moved += stamps::settle(&mut document);
        if kind == Kind::Review {
            self.issues
                .extend(review::only_reviews(&place, &mut document));
        }
        let issues = meaning::check(&place, &document, strictness, exported_at)?;
        self.issues.extend(issues);
        if let Document::Standard(standard) = &document
            && let Err(why) = meaning::check_pack(standard)
        {
            // One pack must not keep the rest of a backup from coming back.
            if kind != Kind::Backup {
                return Err(why);
            }
            let pack = standard.pack.id.clone();
            self.issues.push(ImportIssue::PackDoubtful {
                pack,
                why: Box::new(why),
            });
        }
        self.documents.push(document);
        Ok(())
    }

    /// Tells what all documents together came to.
    fn end(&mut self) -> Result<(), ImportError> {
        if let Some(why) = self.fraction.take() {
            return Err(why);
        }
        if self.stamps_moved > 0 {
            self.issues.push(ImportIssue::StampsMoved {
                stamps: self.stamps_moved,
            });
        }
        Ok(())
    }

    fn opened(self) -> Opened {
        Opened {
            kind: self.kind,
            app: self.app,
            exported_at: self.exported_at,
            code: self.code,
            signature: self.signature,
            documents: self.documents,
            issues: self.issues,
        }
    }
}

fn check_size(bytes: usize) -> Result<(), ImportError> {
    let most = limits::MOST_BYTES;
    if bytes < most {
        Ok(())
    } else {
        Err(ImportError::TooLarge { bytes, most })
    }
}

/// How much of all is done, in hundredths.
fn share_of(done: usize, all: usize) -> usize {
    (done * 100 / all.max(1)).min(100)
}

/// The hundredth that lies this share of the way between two.
fn between(from: u8, to: u8, share: usize) -> u8 {
    let span = usize::from(to - from);
    from + u8::try_from(span * share / 100).unwrap_or(0)
}
