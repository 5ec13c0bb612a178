//! What comes in (收件), whatever it comes as: files, a folder, archives, texts with several files in
//! them, numbered parts. Each is opened by itself and told by itself; what could be opened is put
//! together, so that one preview and one step back stand for all of it.
//!
//! It goes in steps, and nothing is changed by it. Not here: how one file is opened (`finding`),
//! what a document of an office program carries (`office`), what taking it over would change
//! (`exchange::plan`), and reading files from the device (`platform`).

mod finding;
mod office;
mod origin;
mod report;

pub use finding::{Finding, Found, open_pasted};
pub use origin::{Origin, ReviewedPeriod};
pub use report::{Contents, Name, Outcome, Refused, Report};

use crate::exchange::archive::{Archive, ArchiveFault, is_archive, is_other_archive};
use crate::exchange::chat_parts::{self, ChatPart, Collection, PartFault, Taken};
use crate::exchange::sealing::SealedFile;
use crate::exchange::{ForeignEncoding, ImportError, ImportIssue, Kind, Opened};
use std::collections::VecDeque;

/// How deeply archives may lie in one another.
const DEEPEST_ARCHIVE: usize = 3;

/// What is coming in.
pub struct Intake {
    foreign: &'static dyn ForeignEncoding,
    now_ms: i64,
    /// What is still to be begun, the next one last.
    waiting: Vec<(Name, Content)>,
    /// Archives that are being read, each out of the one before.
    archives: Vec<(Name, Archive)>,
    /// What is being opened.
    opening: Option<(Name, Finding)>,
    parts: Collection,
    /// The documents of office programs of which parts have come, with the codes of the parts, and
    /// whether another program has saved them since.
    carriers: Vec<(String, Name, bool)>,
    /// How many parts have come that were not here yet, and that were.
    new_parts: usize,
    known_parts: usize,
    found: Vec<Found>,
    /// Files that open by a passphrase alone.
    sealed: VecDeque<(Name, Box<SealedFile>)>,
    reports: Vec<Report>,
}

/// What is to be opened.
enum Content {
    Bytes(Vec<u8>),
    Text(String),
}

/// What came of all of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Received {
    /// What could be opened, put together; `None` if that is nothing.
    pub found: Option<Found>,
    /// What came of each file, in their order.
    pub reports: Vec<Report>,
    /// The parts of files that are not complete yet.
    pub parts: Collection,
    /// How many parts came that were not here yet.
    pub new_parts: usize,
    /// How many parts came that were here already.
    pub known_parts: usize,
}

impl Intake {
    /// An intake that goes on with the parts that came before. What is neither UTF-8 nor UTF-16 is
    /// decoded by `foreign`.
    pub fn of(parts: Collection, foreign: &'static dyn ForeignEncoding, now_ms: i64) -> Self {
        Self {
            foreign,
            now_ms,
            waiting: Vec::new(),
            archives: Vec::new(),
            opening: None,
            parts,
            carriers: Vec::new(),
            new_parts: 0,
            known_parts: 0,
            found: Vec::new(),
            sealed: VecDeque::new(),
            reports: Vec::new(),
        }
    }

    /// Takes a file.
    pub fn take_file(&mut self, name: String, bytes: Vec<u8>) {
        self.waiting
            .push((Name::of_file(name), Content::Bytes(bytes)));
    }

    /// Takes a text that was pasted, or read by a camera.
    pub fn take_text(&mut self, text: String) {
        self.waiting.push((Name::default(), Content::Text(text)));
    }

    /// Notes a file that the device did not give out.
    pub fn note_refused(&mut self, name: String, why: Refused) {
        self.refuse(Name::of_file(name), why);
    }

    /// Takes the next step. Says whether there is more to do with what has been taken.
    pub fn step(&mut self) -> bool {
        if let Some((name, finding)) = self.opening.take() {
            self.open(name, finding);
        } else if let Some((name, content)) = self.waiting.pop() {
            self.begin(name, content);
        } else if let Some((name, archive)) = self.archives.last_mut() {
            match archive.next_file() {
                Some(file) => {
                    let name = name.with_file(file.name);
                    match file.bytes {
                        Ok(bytes) => self.waiting.push((name, Content::Bytes(bytes))),
                        Err(fault) => self.refuse(name, Refused::Archive(fault)),
                    }
                }
                None => drop(self.archives.pop()),
            }
        } else {
            return self.take_complete_parts();
        }
        true
    }

    /// How far the file is that is being opened, in hundredths.
    pub fn percent(&self) -> u8 {
        let opening = self.opening.as_ref();
        opening.map_or(0, |(_, finding)| finding.percent())
    }

    /// The next file that opens by a passphrase alone, once there is no more to do with the others;
    /// `None` if there is none left. It is either opened and taken by [`Self::take_unsealed`], or
    /// left by [`Self::leave_sealed`].
    pub fn next_sealed(&mut self) -> Option<(Name, Box<SealedFile>)> {
        self.sealed.pop_front()
    }

    /// How many files still ask for a passphrase.
    pub fn sealed_left(&self) -> usize {
        self.sealed.len()
    }

    /// How many files have come to an end so far, opened or refused.
    pub fn told(&self) -> usize {
        self.reports.len()
    }

    /// Takes what was in a sealed file.
    pub fn take_unsealed(&mut self, name: Name, text: String) {
        self.waiting.push((name, Content::Text(text)));
    }

    /// Leaves a sealed file as it is. It is told as refused.
    pub fn leave_sealed(&mut self, name: Name, sealed: Box<SealedFile>) {
        self.refuse(name, Refused::Import(ImportError::Sealed { sealed }));
    }

    /// What came of it, once there is no more to do. What is still sealed is left.
    pub fn end(mut self) -> Received {
        while let Some((name, sealed)) = self.next_sealed() {
            self.leave_sealed(name, sealed);
        }
        Received {
            found: together(self.found),
            reports: self.reports,
            parts: self.parts,
            new_parts: self.new_parts,
            known_parts: self.known_parts,
        }
    }

    fn begin(&mut self, name: Name, content: Content) {
        let finding = match content {
            Content::Text(text) => {
                let parts = chat_parts::find(&text);
                if self.are_all(&name, parts, || has_a_file(&text)) {
                    return;
                }
                Finding::of_text(text, self.now_ms)
            }
            Content::Bytes(bytes) if is_archive(&bytes) => return self.unpack(name, bytes),
            Content::Bytes(bytes) if is_other_archive(&bytes) => {
                return self.refuse(name, Refused::Archive(ArchiveFault::AnotherKind));
            }
            Content::Bytes(bytes) if office::is_old_document(&bytes) => {
                return self.refuse(name, Refused::Import(ImportError::OfficeDocument));
            }
            Content::Bytes(bytes) => {
                let parts = chat_parts::find_in_bytes(&bytes, self.foreign);
                if self.are_all(&name, parts, || {
                    has_a_file(&String::from_utf8_lossy(&bytes))
                }) {
                    return;
                }
                Finding::of_bytes(bytes, self.foreign, self.now_ms)
            }
        };
        match finding {
            Ok(finding) => self.opening = Some((name, finding)),
            Err(error) => self.fail(name, error),
        }
    }

    fn open(&mut self, name: Name, mut finding: Finding) {
        match finding.step() {
            Ok(None) => self.opening = Some((name, finding)),
            Ok(Some(mut found)) => {
                let mut carriers = self.carriers.iter();
                if carriers.any(|(_, carrier, saved_anew)| *carrier == name && *saved_anew) {
                    found.opened.issues.push(ImportIssue::SavedAnew);
                }
                self.reports.push(Report::of(name, &found));
                self.found.push(found);
            }
            Err(error) => self.fail(name, error),
        }
    }

    fn fail(&mut self, name: Name, error: ImportError) {
        match error {
            ImportError::SeveralFiles { files } => {
                let numbered = files.into_iter().enumerate().rev();
                let texts = numbered.map(|(place, text)| {
                    let name = name.clone().with_number(place + 1);
                    (name, Content::Text(text))
                });
                self.waiting.extend(texts);
            }
            ImportError::Sealed { sealed } => self.sealed.push_back((name, sealed)),
            error => self.refuse(name, Refused::Import(error)),
        }
    }

    fn refuse(&mut self, name: Name, why: Refused) {
        let outcome = Outcome::Refused(why);
        self.reports.push(Report { name, outcome });
    }

    /// Takes the parts that were found. Says whether there is nothing else in what they came in.
    fn are_all(
        &mut self,
        name: &Name,
        parts: Vec<Result<ChatPart, PartFault>>,
        has_more: impl FnOnce() -> bool,
    ) -> bool {
        let any = !parts.is_empty();
        for part in parts {
            match part {
                Ok(part) => self.take_part(name, part),
                Err(fault) => self.refuse(name.clone(), Refused::Part(fault)),
            }
        }
        any && !has_more()
    }

    fn take_part(&mut self, name: &Name, part: ChatPart) {
        let (code, number) = (part.code(), part.number());
        match self.parts.take(part) {
            Taken::New => self.new_parts += 1,
            Taken::Again => self.known_parts += 1,
            Taken::Contradicts => {
                self.refuse(name.clone(), Refused::Contradicts { code, number });
            }
        }
    }

    /// Goes on with the files of which all parts are here by now. Says whether there are any.
    fn take_complete_parts(&mut self) -> bool {
        let complete = self.parts.take_complete();
        let any = !complete.is_empty();
        for (code, text) in complete {
            let mut carriers = self.carriers.iter();
            let carrier = carriers.find(|(carried, ..)| *carried == code);
            let name = match carrier {
                Some((_, name, _)) => name.clone(),
                None => Name::of_parts(code),
            };
            match text {
                Ok(text) => self.waiting.push((name, Content::Text(text))),
                Err(fault) => self.refuse(name, Refused::Parts(fault)),
            }
        }
        any
    }

    fn unpack(&mut self, name: Name, bytes: Vec<u8>) {
        let opened = match self.archives.len() {
            ..DEEPEST_ARCHIVE => Archive::open(bytes, self.foreign),
            _ => Err(ArchiveFault::AnotherWay),
        };
        match opened {
            Ok(archive) if office::is_document(&archive) => self.look_into(name, archive),
            Ok(archive) => self.archives.push((name, archive)),
            Err(fault) => self.refuse(name, Refused::Archive(fault)),
        }
    }

    /// Takes what stands in a document of an office program. It is told by its name, and not by the
    /// code of its parts, which nobody has seen.
    fn look_into(&mut self, name: Name, mut archive: Archive) {
        let office::Carried { parts, saved_anew } = office::look_into(&mut archive, self.foreign);
        let codes = parts.iter().flatten().map(ChatPart::code);
        let carriers = codes.map(|code| (code, name.clone(), saved_anew));
        self.carriers.extend(carriers);
        if !self.are_all(&name, parts, || false) {
            self.refuse(name, Refused::Import(ImportError::OfficeDocument));
        }
    }
}

/// Whether a text in which parts were found may hold a file as well.
fn has_a_file(text: &str) -> bool {
    text.contains("\"format\"")
}

/// Several files as one; `None` if there is none.
fn together(found: Vec<Found>) -> Option<Found> {
    let mut all = found.into_iter();
    let mut one = all.next()?;
    for other in all {
        let Found {
            opened,
            raw,
            lost,
            origins,
        } = other;
        // Of several reviews each is about a period of its own.
        let kind = match opened.kind {
            kind if kind == one.opened.kind && kind != Kind::Review => kind,
            _ => Kind::Backup,
        };
        let mut documents = std::mem::take(&mut one.opened.documents);
        documents.extend(opened.documents);
        let mut all_origins = std::mem::take(&mut one.origins);
        all_origins.extend(origins);
        one = Found {
            origins: all_origins,
            // What is to be known of each stands in its report.
            opened: Opened {
                kind,
                app: None,
                exported_at: None,
                code: None,
                signature: None,
                documents,
                issues: Vec::new(),
            },
            raw: one.raw && raw,
            lost: one.lost + lost,
        };
    }
    Some(one)
}

#[cfg(test)]
mod tests;
