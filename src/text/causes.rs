//! What the parser says is wrong with a file, in plain words (原因).
//!
//! Not here: where it is wrong (`places`), and the rest of a refusal (`refusals`).

use super::files::Texts;

/// What the parser said, in plain words.
pub(super) fn cause(problem: &str, words: &Texts) -> String {
    let quoted = || {
        let mut parts = problem.split('`');
        parts
            .nth(1)
            .unwrap_or_default()
            .chars()
            .take(40)
            .collect::<String>()
    };
    let after = |start: &str| {
        problem.strip_prefix(start).map(|rest| {
            let end = rest.find(" at line ").unwrap_or(rest.len());
            rest.chars().take(end.min(40)).collect::<String>()
        })
    };
    if problem.starts_with("missing ") {
        (words.cause_missing)(quoted())
    } else if problem.starts_with("unknown field") {
        (words.cause_unknown_field)(quoted())
    } else if problem.starts_with("unknown variant") {
        (words.cause_unknown_value)(quoted())
    } else if let Some(text) = after("not a date: ") {
        (words.cause_date)(text)
    } else if let Some(text) = after("not a quarter: ") {
        (words.cause_quarter)(text)
    } else if problem.starts_with("not an integer") || problem.contains("floating point") {
        words.cause_fraction.to_owned()
    } else if problem.starts_with("UUID") || problem.contains("invalid character: expected") {
        words.cause_id.to_owned()
    } else if let Some((found, expected)) = types(problem, words) {
        (words.cause_type_of)(expected, found)
    } else if problem.starts_with("invalid ") || problem.starts_with("expected ") {
        words.cause_type.to_owned()
    } else {
        words.cause_other.to_owned()
    }
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
    use super::super::files;
    use super::*;

    #[test]
    fn the_words_of_the_parser_become_plain_ones() {
        fn check(problem: &str, expected: &str) {
            assert_eq!(cause(problem, &files::CHINESE), expected, "{problem}");
        }

        check("missing field `name`", "缺少「name」");
        check("missing or of another type: `kind`", "缺少「kind」");
        check(
            "unknown field `extends`, expected one of `id`",
            "多了不认识的「extends」",
        );
        check(
            "unknown variant `town`, expected one of `village`",
            "不认识的取值「town」",
        );
        check("not a date: 2026-13-01", "「2026-13-01」不是日期");
        check("not a quarter: 2026Q9", "「2026Q9」不是季度");
        check("not an integer: 1.5", "有小数，这里只用整数");
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
            "invalid type: unit variant, expected something",
            "内容的类型不对",
        );
        check(
            "invalid type: floating point `1.5`, expected u32",
            "有小数，这里只用整数",
        );
        check("expected an object", "内容的类型不对");
        check("there is no version 0", "内容不合格式");
    }
}
