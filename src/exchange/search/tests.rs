//! Texts as chats, mails and editors hand them on, and what is found in them.

use super::*;
use serde_json::json;

/// The one file in a text, searched for step by step.
fn only_file(text: &str) -> Result<Sought, ImportError> {
    let mut search = Search::begin(text)?;
    while search.step(text)? {}
    search.end(text)
}

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
