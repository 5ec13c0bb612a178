//! Looks for the files of this app in a text from outside (找出文件), whatever a chat, a mail or an
//! editor put before, between and behind them, and says why there is none.
//!
//! Not here: what the JSON means ([`super::envelope`]).

use super::assembly::{Assembly, Step};
use super::chat_text;
use super::envelope::FORMAT;
use super::fault::{ImportError, SyntaxFault};
use super::json::Nesting;
use super::page_data;
use super::syntax::{SyntaxPlace, signs_were_changed};
use crate::typed_json;
use serde_json::Value;
use std::borrow::Cow;

/// How many places that look like the beginning of a file are tried in vain, so that no text takes
/// for ever.
const MOST_TRIES: usize = 64;

/// The title of the page that this app is, as its file has it.
const TITLE_OF_THIS_APP: &str = "<title>五基五星自评</title>";

/// Members that every file has; where they stand without a beginning, it was not copied.
const MEMBERS: [&str; 3] = ["\"sha256\"", "\"payload\"", "\"changed_at\""];

/// The one file that is in a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sought {
    /// Its JSON.
    pub value: Value,
    /// How many halves of characters were replaced in it.
    pub replaced: usize,
    /// Whether there is more in the text that looks like data.
    pub more: bool,
}

/// The JSON of the one file in a text that came from outside. JSON of another program is given out
/// if there is nothing else: its envelope says whose it is.
pub(super) struct Search {
    /// What is done next.
    next: Next,
    found: Pieces,
    /// How many beginnings led to no JSON.
    failures: usize,
}

/// What a search does next.
enum Next {
    /// It looks how deeply the text is nested, before any parser recurses into it.
    Measure(Nesting),
    /// It looks for the next beginning from this byte on.
    Look(usize),
    /// It reads what begins at this byte.
    Read(usize, Assembly),
    /// It has come to the end.
    End,
}

impl Search {
    /// Begins to search a text.
    pub(super) fn begin(text: &str) -> Result<Self, ImportError> {
        if chat_text::is_blank(text) {
            return Err(ImportError::Empty);
        }
        if let Some(of_this_app) = web_page(text) {
            return Err(ImportError::WebPage { of_this_app });
        }
        let Some(first) = beginning(text, 0) else {
            return Err(without_beginning(text));
        };
        Ok(Self {
            next: Next::Measure(Nesting::from(first)),
            found: Pieces::default(),
            failures: 0,
        })
    }

    /// Searches on in the text, which must be the same at every step. Says whether there is more to
    /// do.
    pub(super) fn step(&mut self, text: &str) -> Result<bool, ImportError> {
        self.next = match std::mem::replace(&mut self.next, Next::End) {
            Next::Measure(mut nesting) => match nesting.step(text)? {
                true => Next::Measure(nesting),
                false => Next::Look(0),
            },
            Next::Look(from) => match beginning(text, from) {
                Some(start) => Next::Read(start, Assembly::from(start)),
                None => Next::End,
            },
            Next::Read(start, mut assembly) => match assembly.step(text) {
                Step::More => Next::Read(start, assembly),
                Step::Done(value, end) => self.found(start..end, sought(value, 0)),
                // What is the matter, and whether it can be mended, shows in the whole.
                Step::Failed => match object(text.get(start..).unwrap_or_default()) {
                    Ok((sought, length)) => self.found(start..start + length, sought),
                    Err(place) => self.failed(start, place),
                },
            },
            Next::End => Next::End,
        };
        Ok(!matches!(self.next, Next::End))
    }

    /// How far it has come in the text, in bytes; in the first pass over it, how far that has come.
    pub(super) fn at(&self, text: &str) -> usize {
        match &self.next {
            Next::Measure(_) => 0,
            Next::Look(at) => *at,
            Next::Read(_, assembly) => assembly.at(),
            Next::End => text.len(),
        }
    }

    /// What it came to, once there is no more to do.
    pub(super) fn end(self, text: &str) -> Result<Sought, ImportError> {
        let Pieces {
            mut files,
            foreign,
            failed,
            others,
        } = self.found;
        match (files.pop(), files.is_empty()) {
            (Some(one), true) => Ok(Sought {
                more: others > 0,
                ..one.sought
            }),
            (Some(last), false) => {
                files.push(last);
                let texts = files.iter().filter_map(|one| text.get(one.at.clone()));
                let files = texts.map(str::to_owned).collect();
                Err(ImportError::SeveralFiles { files })
            }
            (None, _) => match (foreign, failed) {
                // What stands first decides what the text is.
                (Some(foreign), Some(failed)) if failed.start < foreign.at.start => {
                    Err(failed.place.in_text(text, failed.start))
                }
                (Some(foreign), _)
                    if !chat_text::is_blank(text.get(..foreign.at.start).unwrap_or_default())
                        && head_is_missing(text) =>
                {
                    Err(not_json(SyntaxFault::HeadMissing))
                }
                (Some(foreign), _) => Ok(foreign.sought),
                (None, Some(failed)) => Err(failed.place.in_text(text, failed.start)),
                (None, None) => Err(ImportError::NothingOfOurs),
            },
        }
    }

    fn found(&mut self, at: std::ops::Range<usize>, sought: Sought) -> Next {
        let (found, end) = (&mut self.found, at.end);
        let piece = Piece { at, sought };
        if !is_ours(&piece.sought.value) {
            found.others += 1;
            found.foreign.get_or_insert(piece);
        } else if found
            .files
            .iter()
            .all(|one| one.sought.value != piece.sought.value)
        {
            found.files.push(piece);
        }
        Next::Look(end)
    }

    fn failed(&mut self, start: usize, place: SyntaxPlace) -> Next {
        self.found.others += 1;
        self.found.failed.get_or_insert(Failed { start, place });
        self.failures += 1;
        match self.failures == MOST_TRIES {
            true => Next::End,
            false => Next::Look(start + 1),
        }
    }
}

/// What was found in a text.
#[derive(Default)]
struct Pieces {
    /// The files of this app, each once.
    files: Vec<Piece>,
    /// The first object that is JSON, of another program.
    foreign: Option<Piece>,
    /// The first beginning from which no JSON follows.
    failed: Option<Failed>,
    /// How many beginnings led to no file.
    others: usize,
}

/// An object in a text, and where it stands.
struct Piece {
    at: std::ops::Range<usize>,
    sought: Sought,
}

struct Failed {
    start: usize,
    place: SyntaxPlace,
}

/// The object at the start of a text, and how many bytes it takes.
fn object(part: &str) -> Result<(Sought, usize), SyntaxPlace> {
    let fault = match value(part) {
        Ok((value, length)) => return Ok((sought(value, 0), length)),
        Err(fault) => fault,
    };
    // Every odd space is replaced by one character, so lines and columns stay the same.
    let plain = chat_text::with_plain_spaces(part);
    let (whole, replaced) = chat_text::without_half_characters(&plain);
    if matches!((&plain, replaced), (Cow::Borrowed(_), 0)) {
        return Err(SyntaxPlace::of(&fault, part));
    }
    match value(&whole) {
        Ok((value, length)) => {
            let characters = whole.get(..length).map_or(0, |read| read.chars().count());
            let length = part.char_indices().nth(characters);
            let length = length.map_or(part.len(), |(byte, _)| byte);
            Ok((sought(value, replaced), length))
        }
        Err(fault) => Err(SyntaxPlace::of(&fault, &whole)),
    }
}

fn sought(value: Value, replaced: usize) -> Sought {
    Sought {
        value,
        replaced,
        more: false,
    }
}

/// The first value of a text, and how many bytes it takes.
fn value(text: &str) -> Result<(Value, usize), serde_json::Error> {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<Value>();
    match values.next() {
        Some(Ok(value)) => Ok((value, values.byte_offset())),
        Some(Err(error)) => Err(error),
        None => typed_json::parse(text).map(|value| (value, text.len())),
    }
}

/// The next place from a byte on at which a file could begin: an opening brace with a name behind
/// it, whatever the quotation marks. Where there is none in the whole text, it is the first brace,
/// should this be a file of this app.
fn beginning(text: &str, from: usize) -> Option<usize> {
    let braces = |from: usize| {
        let rest = text.get(from..).unwrap_or_default();
        rest.match_indices('{').map(move |(start, _)| from + start)
    };
    let is_named = |start: &usize| chat_text::looks_like_an_object(&text[*start..]);
    let next = braces(from).find(is_named);
    let alone = || {
        let first = text.contains(FORMAT).then(|| braces(0).next()).flatten()?;
        let is_alone = from <= first && !braces(0).any(|start| is_named(&start));
        is_alone.then_some(first)
    };
    next.or_else(alone)
}

/// Whether a value says that this app, or its rescue page, wrote it.
fn is_ours(value: &Value) -> bool {
    let format = value.get("format").and_then(Value::as_str);
    format.is_some_and(|format| format.starts_with(FORMAT))
}

/// Why a text without any beginning of a file is refused.
fn without_beginning(text: &str) -> ImportError {
    if head_is_missing(text) {
        not_json(SyntaxFault::HeadMissing)
    } else if text.contains(FORMAT) && signs_were_changed(text) {
        not_json(SyntaxFault::Punctuation)
    } else {
        ImportError::NothingOfOurs
    }
}

fn not_json(fault: SyntaxFault) -> ImportError {
    ImportError::NotJson {
        line: 1,
        column: 1,
        fault,
    }
}

/// Whether a text has members of a file of this app and not the one that comes first.
fn head_is_missing(text: &str) -> bool {
    !text.contains("\"format\"") && MEMBERS.iter().any(|member| text.contains(member))
}

/// Whether a text is a page for a browser, and if so whether it is this app.
fn web_page(text: &str) -> Option<bool> {
    let start = text.trim_start_matches(['\u{FEFF}', ' ', '\t', '\r', '\n']);
    let start: String = start.chars().take(20).collect::<String>().to_lowercase();
    let is_page = start.starts_with("<!doctype html") || start.starts_with("<html");
    // A handout that carries a file is that file.
    let is_only_a_page = is_page && !page_data::is_carried_by(text);
    is_only_a_page.then(|| text.contains(TITLE_OF_THIS_APP))
}

#[cfg(test)]
mod tests;
