//! What the parser says is wrong with a file, in plain words (原因).
//!
//! Not here: where it is wrong (`places`), and the rest of a refusal (`refusals`).

use super::files::Texts;
use super::members::member_word;
use super::{Language, list};

/// Who reads about a fault, and so what can be done about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reader {
    /// Who opens a file that an app has written.
    Secretary,
    /// Who wrote a standard pack: the names in the file help as well.
    Author,
}

/// How many names that could stand in the place are said; more would not be read.
const NAMES_SAID: usize = 14;

/// What the parser said, in plain words.
pub(super) fn cause(problem: &str, language: Language, reader: Reader) -> String {
    let words: &Texts = &language.texts().files;
    let quoted = quoted(problem);
    let first = quoted.first().cloned().unwrap_or_default();
    let others = quoted.get(1..).unwrap_or_default();
    let after = |start: &str| {
        let rest = problem.strip_prefix(start)?;
        Some(rest.chars().take(40).collect::<String>())
    };
    if problem.starts_with("missing field") {
        (words.cause_missing)(name_in_words(&first, language, reader))
    } else if problem.starts_with("unknown field") {
        (words.cause_unknown_field)(first, allowed(others, language))
    } else if problem.starts_with("unknown variant") {
        (words.cause_unknown_value)(first, allowed(others, language))
    } else if let Some(text) = after("not a date: ") {
        (words.cause_date)(text)
    } else if let Some(text) = after("not a quarter: ") {
        (words.cause_quarter)(text)
    } else if let Some(text) = after("not a version: ") {
        (words.cause_version)(text)
    } else if let Some(number) = problem.strip_prefix("not an integer: ") {
        of_number(number, words)
    } else if let Some((size, most)) = problem
        .strip_prefix("too large: ")
        .and_then(|sizes| sizes.split_once(", at most "))
    {
        (words.cause_too_large_of)(size.chars().take(20).collect(), most.to_owned())
    } else if problem.contains("floating point") {
        words.cause_fraction.to_owned()
    } else if problem.starts_with("UUID") || problem.contains("invalid character: expected") {
        words.cause_id.to_owned()
    } else if problem.contains("expected struct Label") {
        words.cause_label.to_owned()
    } else if let Some((found, expected)) = types(problem, words) {
        (words.cause_type_of)(expected, found)
    } else if problem.starts_with("invalid value: integer `-") {
        words.cause_negative.to_owned()
    } else if problem.starts_with("invalid value: integer") {
        words.cause_too_large.to_owned()
    } else if problem.starts_with("invalid ") || problem.starts_with("expected ") {
        words.cause_type.to_owned()
    } else {
        words.cause_other.to_owned()
    }
}

/// Whether this is a fraction, for which the author of a pack has a way out.
pub(super) fn is_fraction(problem: &str) -> bool {
    problem.contains("floating point")
        || problem
            .strip_prefix("not an integer: ")
            .is_some_and(|number| number.parse().is_ok_and(|one: f64| one.fract() != 0.0))
}

/// What is said of a number that is no integer of 64 bits: it has a fraction, or is too large, or
/// is written as others write numbers (`1.0`, `1e2`, `-0`).
fn of_number(number: &str, words: &Texts) -> String {
    match number.parse::<f64>() {
        Ok(number) if number.fract() != 0.0 => words.cause_fraction.to_owned(),
        Ok(number) if number.abs() >= 1e15 => words.cause_too_large.to_owned(),
        _ => words.cause_number_form.to_owned(),
    }
}

/// What a member is called, for whom it may concern.
fn name_in_words(name: &str, language: Language, reader: Reader) -> String {
    match (member_word(name, language), reader) {
        (None, _) => name.to_owned(),
        (Some(word), Reader::Secretary) => word.to_owned(),
        (Some(word), Reader::Author) => (language.texts().pack_faults.as_written)(word, name),
    }
}

/// The names that could stand in the place; nothing if there are too many.
fn allowed(names: &[String], language: Language) -> String {
    match names.len() {
        1..=NAMES_SAID => list(names, language),
        _ => String::new(),
    }
}

/// What stands between the quotes of the parser.
fn quoted(problem: &str) -> Vec<String> {
    let parts = problem.split('`').skip(1).step_by(2);
    parts.map(|part| part.chars().take(40).collect()).collect()
}

/// The types in `invalid type: string "x", expected u32`, in words: what was found, and what was
/// expected.
fn types(problem: &str, words: &Texts) -> Option<(&'static str, &'static str)> {
    let (found, expected) = problem
        .strip_prefix("invalid type: ")?
        .split_once(", expected ")?;
    let found = match found.split_whitespace().next()? {
        "string" | "character" => words.type_text,
        "integer" => words.type_number,
        "boolean" => words.type_yes_or_no,
        "null" => words.type_nothing,
        "sequence" => words.type_list,
        "map" => words.type_group,
        _ => return None,
    };
    let expected = match expected
        .trim_start_matches("a ")
        .split_whitespace()
        .next()?
    {
        "string" | "formatted" => words.type_text,
        "u8" | "u32" | "u64" | "i32" | "i64" | "usize" | "integer" => words.type_number,
        "boolean" => words.type_yes_or_no,
        "sequence" => words.type_list,
        "map" | "struct" => words.type_group,
        _ => return None,
    };
    Some((found, expected))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_the_parser_become_plain_ones() {
        fn check(problem: &str, expected: &str) {
            let found = cause(problem, Language::Chinese, Reader::Secretary);
            assert_eq!(found, expected, "{problem}");
        }

        check("missing field `name`", "缺少「名称」");
        check("missing field `payload`", "缺少「内容」");
        check("missing field `unheard`", "缺少「unheard」");
        check(
            "unknown field `extends`, expected one of `id`, `title`",
            "多了不认识的「extends」，这里可以写 id、title",
        );
        check(
            "unknown field `x`, there are no fields",
            "多了不认识的「x」",
        );
        check(
            "unknown variant `每季`, expected one of `month`, `quarter`",
            "不认识的取值「每季」，可以是 month、quarter",
        );
        check(
            "not a date: 2026-13-01",
            "「2026-13-01」不是日期，要写成 2026-06-30 这样",
        );
        check(
            "not a quarter: 2026Q9",
            "「2026Q9」不是季度，要写成 2026Q3 这样",
        );
        check(
            "not a version: \"2\"",
            "写成了「\"2\"」，要写成 2 这样的数字",
        );
        check("not an integer: 1.5", "有小数，这里只用整数");
        check("not an integer: 1e+23", "数字太大");
        check("not an integer: 1.8446744073709552e19", "数字太大");
        check("not an integer: -0.0", "数字写得不对，要写成 3 这样的整数");
        check("not an integer: 100.0", "数字写得不对，要写成 3 这样的整数");
        check(
            "too large: 2000000, at most 1000000",
            "2000000 太大，最多 1000000",
        );
        check("invalid value: integer `-3`, expected u32", "不能是负数");
        check(
            "invalid value: integer `4294967296`, expected u32",
            "数字太大",
        );
        check(
            "invalid type: integer `1`, expected a string",
            "应是文字，写的是数字",
        );
        check(
            "invalid type: string \"x\", expected u32",
            "应是数字，写的是文字",
        );
        check(
            "invalid type: map, expected a sequence",
            "应是列表，写的是一组内容",
        );
        check(
            "invalid type: null, expected struct Facts",
            "应是一组内容，写的是空",
        );
        check(
            "invalid type: string \"标准\", expected struct Label",
            "文字要写成 {\"zh\": \"…\"}",
        );
        check(
            "invalid type: unit variant, expected something",
            "内容的类型不对",
        );
        check(
            "invalid type: floating point number, expected u32",
            "有小数，这里只用整数",
        );
        check("expected an object", "内容的类型不对");
        check("something new", "内容不合格式");
    }

    #[test]
    fn an_author_reads_the_names_in_the_file_too() {
        let found = cause(
            "missing field `certainty`",
            Language::Chinese,
            Reader::Author,
        );
        assert_eq!(found, "缺少「核实情况（certainty）」");
    }
}
