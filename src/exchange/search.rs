//! Looks for the files of this app in a text from outside (找出文件), whatever a chat, a mail or an
//! editor put before, between and behind them, and says why there is none.
//!
//! Not here: what the JSON means ([`super::envelope`]).

use super::chat_text;
use super::envelope::FORMAT;
use super::fault::{ImportError, SyntaxFault};
use super::json::check_nesting;
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
pub(super) fn only_file(text: &str) -> Result<Sought, ImportError> {
    if chat_text::is_blank(text) {
        return Err(ImportError::Empty);
    }
    if let Some(of_this_app) = web_page(text) {
        return Err(ImportError::WebPage { of_this_app });
    }
    let Some(first) = beginnings(text).next() else {
        return Err(without_beginning(text));
    };
    check_nesting(text.get(first..).unwrap_or_default())?;
    let Pieces {
        mut files,
        foreign,
        failed,
        others,
    } = pieces(text);
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

fn pieces(text: &str) -> Pieces {
    let mut found = Pieces::default();
    let (mut read_until, mut failures) = (0, 0);
    for start in beginnings(text) {
        if start < read_until {
            continue;
        }
        let part = text.get(start..).unwrap_or_default();
        match object(part) {
            Ok((sought, length)) => {
                read_until = start + length;
                let at = start..read_until;
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
            }
            Err(place) => {
                found.others += 1;
                found.failed.get_or_insert(Failed { start, place });
                failures += 1;
                if failures == MOST_TRIES {
                    break;
                }
            }
        }
    }
    found
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

/// The places at which a file could begin: an opening brace with a name behind it, whatever the
/// quotation marks. If there are none, the first brace, should this be a file of this app.
fn beginnings(text: &str) -> impl Iterator<Item = usize> {
    let braces = move || text.match_indices('{').map(|(start, _)| start);
    let with_name = braces().filter(|start| chat_text::looks_like_an_object(&text[*start..]));
    let alone = text.contains(FORMAT).then(|| braces().next()).flatten();
    let mut with_name = with_name.peekable();
    let alone = alone.filter(|_| with_name.peek().is_none());
    with_name.chain(alone)
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
    is_page.then(|| text.contains(TITLE_OF_THIS_APP))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn found(text: &str) -> Result<Value, ImportError> {
        only_file(text).map(|sought| sought.value)
    }

    #[test]
    fn what_a_chat_adds_is_passed_over() {
        #[track_caller]
        fn check(text: &str, more: bool) {
            let sought = only_file(text).unwrap();
            assert_eq!(sought.value, json!({"format": "wuxing", "a": "{\u{A0}"}));
            assert_eq!((sought.more, sought.replaced), (more, 0), "{text}");
        }

        let file = "{\"format\":\"wuxing\",\"a\":\"{\u{A0}\"}";
        check(file, false);
        check(&format!("  \r\n {file}\n "), false);
        check(&format!("```json\n{file}\n```\n"), false);
        check(
            &format!("李书记 09:12\n文件内容如下：\n{file}\n已读[微笑]"),
            false,
        );
        check(&format!("[{file}]"), false);
        check(
            "\u{FEFF}{\u{A0}\"format\":\u{A0}\"wuxing\",\"a\":\"{\u{A0}\"}",
            false,
        );
        // Nicknames and smileys with braces.
        check(&format!("张{{三}} 10:24\n{file}\n收到{{好的}}"), false);
        check(&format!("{{张三\n{file}"), false);
        check(&format!("{{\"张三\n{file}"), true);
        // The same file pasted twice is one file.
        check(&format!("{file}\n{file}"), false);
        check(&format!("{{}}\n{file}"), false);
        check(&format!("{file}\n{{\"b\":"), true);
    }

    #[test]
    fn errors_name_the_place_in_the_text_as_it_came() {
        #[track_caller]
        fn check(text: &str, line: usize, column: usize, fault: SyntaxFault) {
            let expected = ImportError::NotJson {
                line,
                column,
                fault,
            };
            assert_eq!(found(text), Err(expected), "{text}");
        }
        use SyntaxFault::{
            ControlCharacter, CutOff, HeadMissing, LineBroken, NumberTooLarge, Other, Punctuation,
        };

        check("{\"五基\":}", 1, 7, Other);
        check("好友：{\"五基\":}", 1, 10, Other);
        check("第一行\n好友：{\"a\":1,\n\"五基\" 1}", 3, 6, Other);
        check("{\"五基\":1", 1, 7, CutOff);
        check("{\"五基\":tr", 1, 8, CutOff);
        check("{", 1, 1, CutOff);
        check("{“a”:1}", 1, 2, Punctuation);
        check("{\"format\"：\"wuxing\"}", 1, 10, Punctuation);
        check("｛\"format\"：\"wuxing\"｝", 1, 1, Punctuation);
        check("{\"format”: \"wuxing\"}", 1, 13, Punctuation);
        check("{\"a\":\"一\n二\"}", 1, 8, LineBroken);
        check("{\n\"a\":\"一\r\n二\"}", 2, 7, LineBroken);
        check("{\"a\":\"一\u{0}二\"}", 1, 8, ControlCharacter);
        check("{\"a\":1e999}", 1, 10, NumberTooLarge);
        check(
            "\"payload\": {\"a\": 1},\n\"sha256\": \"\"}",
            1,
            1,
            HeadMissing,
        );
        check("1, \"sha256\": \"\"}", 1, 1, HeadMissing);
        // What stands first decides.
        check("{\"a\" 1}\n{\"b\":2}", 1, 6, Other);
    }

    #[test]
    fn what_is_nothing_of_ours_is_called_that() {
        fn check(text: &str, expected: ImportError) {
            assert_eq!(found(text), Err(expected), "{text}");
        }

        for text in [
            "你好", "2026 年", "true", "false", "null", "n", "- a: 1", "[1]", "{你好}", "{}",
        ] {
            check(text, ImportError::NothingOfOurs);
        }
        let page = |of_this_app| ImportError::WebPage { of_this_app };
        check("<!DOCTYPE html>\n<title>登录</title>{\"a\":1}", page(false));
        check(
            "\u{FEFF}<!doctype html>\n<title>五基五星自评</title>",
            page(true),
        );
    }

    #[test]
    fn several_files_come_apart() {
        fn check(text: &str) {
            let (one, other) = (
                "{\"format\":\"wuxing\",\"a\":1}",
                "{\"format\":\"wuxing\",\"a\":2}",
            );
            let files = [one, other].map(str::to_owned).to_vec();
            assert_eq!(found(text), Err(ImportError::SeveralFiles { files }));
        }

        check("{\"format\":\"wuxing\",\"a\":1}\n{\"format\":\"wuxing\",\"a\":2}");
        check("[{\"format\":\"wuxing\",\"a\":1},{\"format\":\"wuxing\",\"a\":2}]");
        check("张三：{\"format\":\"wuxing\",\"a\":1}李四：{\"format\":\"wuxing\",\"a\":2}{好}");
    }

    #[test]
    fn half_characters_are_replaced_and_counted() {
        fn check(text: &str, expected: &str, count: usize) {
            let sought = only_file(&format!("{{\"a\":\"{text}\"}}{{\"b\"")).unwrap();
            assert_eq!(sought.value, json!({"a": expected}), "{text}");
            assert_eq!(sought.replaced, count);
        }

        check(r"一\ud83d", "一\u{FFFD}", 1);
        check(r"\ude00二", "\u{FFFD}二", 1);
        check(r"\ud83d\ud83d\ude00", "\u{FFFD}😀", 1);
        check(r"\ud83d\u4e00", "\u{FFFD}一", 1);
        check(r"\ud83d\ud83d", "\u{FFFD}\u{FFFD}", 2);
        check(r"\\ud83d", r"\ud83d", 0);
        check(r"\ud83d\ude00", "😀", 0);
    }

    #[test]
    fn depth_is_bounded_before_parsing() {
        fn check(text: &str, deep: bool) {
            let refused = found(text) == Err(ImportError::TooDeep { most: 64 });
            assert_eq!(refused, deep);
        }

        let nested = |depth| format!("{{\"a\":{}{}}}", "[".repeat(depth), "]".repeat(depth));
        check(&nested(63), false);
        check(&nested(64), true);
        check(&"{\"a\":".repeat(10_000), true);
        check(&format!("{{\"a\":\"{}\"}}", "[".repeat(100)), false);
        check(&format!("{{\"a\":\"\\\"{}\"}}", "[".repeat(100)), false);
        // Where quotes do not pair, the parser's own bound is the second net.
        check(&format!("{{\"{}", "[".repeat(10_000)), false);
    }

    #[test]
    fn nothing_is_told_apart_from_garbage() {
        for text in ["", " \n\t ", "\u{FEFF}\u{200B}"] {
            assert_eq!(found(text), Err(ImportError::Empty));
        }
    }
}
