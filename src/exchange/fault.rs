//! Why something was refused, and what a user should know about what was not.
//!
//! Structure only; the sentences are made at the edge. Not here: faults of storage.

use super::envelope::Kind;
use super::sealing::{SealFault, SealedFile};
use crate::assessment::verification::ExampleFault;
use crate::period::CivilDate;
use crate::standard::{ItemId, PackFault, Points};
use crate::typed_json::Misfit;
use uuid::Uuid;

/// Why a file, a text or a stored document was not opened. Whatever it is, nothing was changed.
///
/// A `place` reads like `payload.assessments[2].answers.ORG-01.note`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// It is larger than anything this app writes.
    #[error("{bytes} bytes; {most} are too many")]
    TooLarge {
        /// Its size in bytes.
        bytes: usize,
        /// From which size on a file is refused.
        most: usize,
    },
    /// There is nothing in it.
    #[error("it is empty")]
    Empty,
    /// It is no text in any known encoding: a picture, an archive, a document of another program.
    #[error("it is no text")]
    NotText,
    /// It is a document of an office program without a file of this app in it: it never had one, as
    /// Word has none, or a program has saved it in a form in which none is read.
    #[error("an office document without data")]
    OfficeDocument,
    /// Its JSON is nested more deeply than anything this app writes.
    #[error("nested more than {most} deep")]
    TooDeep {
        /// The deepest nesting that is read.
        most: usize,
    },
    /// It was damaged on its way: bytes are in it that no text has.
    #[error("damaged text (line: {line:?})")]
    Damaged {
        /// The line of the first damage, from 1, where that is known.
        line: Option<usize>,
    },
    /// Its characters were encoded twice, so that every name in it reads as nonsense.
    #[error("encoded twice")]
    EncodedTwice,
    /// There is no file of this app in it.
    #[error("nothing of this app in it")]
    NothingOfOurs,
    /// It is a page for a browser.
    #[error("a web page (of this app: {of_this_app})")]
    WebPage {
        /// Whether it is this app itself, which came as one file.
        of_this_app: bool,
    },
    /// There are several files in one text. They are opened one by one.
    #[error("{} files in one", files.len())]
    SeveralFiles {
        /// The text of each, two or more, in their order.
        files: Vec<String>,
    },
    /// It is not JSON.
    #[error("not JSON at line {line}, column {column}: {fault:?}")]
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column in characters, from 1.
        column: usize,
        /// What went wrong there.
        fault: SyntaxFault,
    },
    /// It is JSON of another program.
    #[error("the format is {found:?}")]
    AnotherProgram {
        /// What it says about its format, if anything, at most 40 characters.
        found: Option<String>,
    },
    /// It is a file of this app without anything in it that its kind could bring.
    #[error("a {} without content", kind.name())]
    NothingInside {
        /// The kind that it says it is.
        kind: Kind,
        /// The names of what is in it instead, each at most 40 characters.
        instead: Vec<String>,
    },
    /// A newer build wrote it. It is left alone; this build would lose what it does not know.
    #[error("version {found}, known up to {known}")]
    NewerVersion {
        /// The version it has.
        found: u64,
        /// The newest version this build knows.
        known: u32,
    },
    /// It says that it is something this build does not know.
    #[error("unknown kind: {found}")]
    UnknownKind {
        /// The kind, or the key of a stored document, at most 80 characters.
        found: String,
    },
    /// Something is not where or what it should be.
    #[error("{place}: {problem}")]
    WrongShape {
        /// Where.
        place: String,
        /// What was found and what was expected, in the words of the parser.
        problem: String,
    },
    /// A number that nobody can have meant.
    #[error("{place}: {found} is not between {lowest} and {highest}")]
    OutOfRange {
        /// Where.
        place: String,
        /// The number.
        found: i64,
        /// The lowest that is taken.
        lowest: i64,
        /// The highest that is taken.
        highest: i64,
    },
    /// A text that is far longer than anything that can be entered. It is not shortened silently.
    #[error("{place}: {characters} characters; {most} are the most")]
    TextTooLong {
        /// Where.
        place: String,
        /// How many characters it has.
        characters: usize,
        /// The most it may have.
        most: usize,
    },
    /// It is sealed. It opens by its passphrase, to the text of a file.
    #[error("sealed")]
    Sealed {
        /// What can be read of it without the passphrase.
        sealed: Box<SealedFile>,
    },
    /// It is sealed, and no passphrase opens it.
    #[error("sealed, and cannot be opened: {0}")]
    SealBroken(SealFault),
    /// It was answered against a pack that is neither built in nor in the file.
    #[error("unknown pack: {id}")]
    UnknownPack {
        /// The id of the pack.
        id: String,
    },
    /// The assessment, or a page of the ledger, belongs to another organisation than the one in its
    /// file.
    #[error("organisation {id} is not in the file")]
    UnknownOrganization {
        /// The organisation that it names.
        id: Uuid,
    },
    /// A pack that has not the shape of one.
    #[error("{} places of pack {id:?} have another shape", faults.len())]
    PackMisshapen {
        /// The id of the pack, if that can be read.
        id: Option<String>,
        /// Each place that is not as it should be.
        faults: Vec<Misfit>,
    },
    /// A pack that makes no sense, for example a star whose points do not add up.
    #[error("pack {id} has {} faults", faults.len())]
    PackFaulty {
        /// The id of the pack.
        id: String,
        /// Each fault, with its place.
        faults: Vec<PackFault>,
    },
    /// A pack whose examples come out otherwise than it says.
    #[error("{} examples of pack {id} come out otherwise", faults.len())]
    PackExamplesDiffer {
        /// The id of the pack.
        id: String,
        /// Each example that differs.
        faults: Vec<ExampleFault>,
    },
}

/// What went wrong where a text stops being JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyntaxFault {
    /// It ends too early: not all of it was sent, copied or saved.
    CutOff,
    /// Its beginning is missing: it was copied from the middle on.
    HeadMissing,
    /// A text goes on in another line: what carried it broke its lines.
    LineBroken,
    /// A character that no text has: it was damaged on its way.
    ControlCharacter,
    /// The quotation marks or other signs were changed by what it was written or copied with.
    Punctuation,
    /// A number is larger than any that can be read.
    NumberTooLarge,
    /// Anything else.
    Other,
}

/// What a user should know before the user takes over what was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportIssue {
    /// The checksum does not fit: the file was changed or damaged after it was exported.
    ChecksumDiffers,
    /// There is no checksum: nobody can tell whether the file was changed.
    NoChecksum,
    /// Halves of characters, which no text has, were replaced by U+FFFD.
    CharactersReplaced {
        /// How many.
        count: usize,
    },
    /// Beside the file there is more in the text that looks like data; it is not taken over.
    MoreInTheText,
    /// It stood in a document that another program has saved since. What was changed in its tables
    /// is not taken over.
    SavedAnew,
    /// Answers to items that the pack no longer has were moved to 「已停用」; they are kept.
    AnswersRetired {
        /// The assessment.
        assessment: Uuid,
        /// The items.
        items: Vec<ItemId>,
    },
    /// An answer is of another kind than its item asks for; it is kept and does not count.
    AnswerDoesNotFit {
        /// The assessment.
        assessment: Uuid,
        /// The item.
        item: ItemId,
    },
    /// The pack has no band of these points; the answer is kept, the next lower band counts.
    UnknownBand {
        /// The assessment.
        assessment: Uuid,
        /// The item.
        item: ItemId,
        /// The points that were chosen.
        points: Points,
    },
    /// A number above [`UNLIKELY_ABOVE`](super::limits::UNLIKELY_ABOVE); it is kept.
    UnlikelyNumber {
        /// Where.
        place: String,
        /// The number.
        number: u32,
    },
    /// A date outside of [`YEARS`](super::limits::YEARS), or of a paper outside of
    /// [`PAPER_YEARS`](super::limits::PAPER_YEARS); it is kept.
    UnlikelyDate {
        /// Where.
        place: String,
        /// The date.
        date: CivilDate,
    },
    /// A day on which something was done lies after the day of the export; it is kept.
    DateToCome {
        /// Where.
        place: String,
        /// The date.
        date: CivilDate,
    },
    /// Times of change that no calendar has, or that lie beyond
    /// [`HIGHEST_STAMP`](super::limits::HIGHEST_STAMP), were brought into the range.
    StampsMoved {
        /// How many there are.
        stamps: usize,
    },
    /// Times of change that lie ahead of now; they are kept, and win against what is entered here
    /// until then.
    StampsAhead {
        /// How many there are.
        stamps: usize,
        /// The latest of them, in UTC milliseconds.
        latest: i64,
    },
    /// It was answered against another version of the pack than the one at hand.
    OtherPackVersion {
        /// The assessment.
        assessment: Uuid,
        /// The id of the pack.
        pack: String,
        /// The version it was answered against.
        answered: String,
        /// The version at hand.
        at_hand: String,
    },
    /// A backup holds an assessment whose pack is neither built in nor in the backup; it is kept.
    PackMissing {
        /// The assessment.
        assessment: Uuid,
        /// The id of the pack.
        pack: String,
    },
    /// A backup holds an assessment without its organisation; it is kept.
    OrganizationMissing {
        /// The assessment.
        assessment: Uuid,
    },
    /// A backup holds pages of the ledger without their organisation; they are kept.
    LedgerWithoutOrganization {
        /// The organisation that they name.
        organization: Uuid,
        /// How many pages there are.
        pages: usize,
    },
    /// A backup holds a pack that this build would refuse if it came alone; it is kept.
    PackDoubtful {
        /// The id of the pack.
        pack: String,
        /// Why it would be refused.
        why: Box<ImportError>,
    },
    /// The file has a part that this build does not know; it is not taken over.
    UnknownPart {
        /// The name of the part.
        name: String,
    },
    /// A field that this build does not know and cannot keep; it is not taken over.
    NotKept {
        /// Where.
        place: String,
    },
}
