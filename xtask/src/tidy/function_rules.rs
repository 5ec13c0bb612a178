//! How long a function of the interface may be. A component that does not fit on a screen says two
//! things, and one of them can have a name.
//!
//! Not here: how long a file may be (`text_rules`).

use super::Finding;
use super::tokens::{Token, end_of_brackets, matches, without_tests};

/// The most lines of a function's body.
const LONGEST_FUNCTION: usize = 80;

/// The most lines of a component's body.
const LONGEST_COMPONENT: usize = 60;

/// Functions that were longer when the rule came, with how long they may be. This list only gets
/// shorter: whoever changes one of them makes it shorter, and then puts the smaller number here.
const LONGER: &str = include_str!("longer-functions.txt");

/// Finds functions that are too long. `file` is a path such as `src/ui/pages/home.rs`.
pub fn too_long(file: &str, tokens: &[Token]) -> Vec<Finding> {
    let listed = LONGER.lines().filter_map(|line| {
        let (most, place) = line.split_once(' ')?;
        let (path, name) = place.rsplit_once(' ')?;
        (path == file).then_some((name, most.parse().ok()?))
    });
    too_long_beside(tokens, &listed.collect::<Vec<(&str, usize)>>())
}

fn too_long_beside(tokens: &[Token], listed: &[(&str, usize)]) -> Vec<Finding> {
    let tokens = without_tests(tokens);
    let mut findings = Vec::new();
    let mut unknown: Vec<&str> = listed.iter().map(|(name, _)| *name).collect();
    for function in functions(&tokens) {
        let usual = match function.is_component {
            true => LONGEST_COMPONENT,
            false => LONGEST_FUNCTION,
        };
        let own = listed.iter().find(|(name, _)| *name == function.name);
        let most = own.map_or(usual, |(_, most)| *most);
        let message = if function.lines > most {
            format!(
                "the body of {} has {} lines; split what is more than {most}",
                function.name, function.lines
            )
        } else if own.is_some() && function.lines < most {
            format!(
                "{} has {} lines by now; put that into longer-functions.txt, or nothing below {}",
                function.name,
                function.lines,
                usual + 1
            )
        } else {
            unknown.retain(|name| *name != function.name);
            continue;
        };
        unknown.retain(|name| *name != function.name);
        findings.push(Finding::new(function.line, message));
    }
    findings.extend(unknown.into_iter().map(|name| {
        let message = format!("{name} is gone; take it out of longer-functions.txt");
        Finding::new(1, message)
    }));
    findings
}

/// A function, and how long its body is.
struct Function<'a> {
    name: &'a str,
    line: usize,
    lines: usize,
    is_component: bool,
}

fn functions(tokens: &[Token]) -> Vec<Function<'_>> {
    let mut found = Vec::new();
    for index in 0..tokens.len() {
        let named = tokens.get(index + 1).filter(|_| tokens[index].text == "fn");
        // `fn(` is a type.
        let Some(name) = named.filter(|name| name.text != "(") else {
            continue;
        };
        let Some(body) = body_after(tokens, index + 2) else {
            continue;
        };
        let end = end_of_brackets(tokens, body);
        found.push(Function {
            name: &name.text,
            line: tokens[index].line,
            lines: tokens[end - 1].line - tokens[body].line + 1,
            is_component: is_component(tokens, index),
        });
    }
    found
}

/// The index of the brace that opens the body; `None` where there is none.
fn body_after(tokens: &[Token], start: usize) -> Option<usize> {
    let mut next = start;
    loop {
        match tokens.get(next)?.text.as_str() {
            "{" => return Some(next),
            ";" => return None,
            "(" | "[" => next = end_of_brackets(tokens, next),
            _ => next += 1,
        }
    }
}

/// Whether `#[component]` stands right before the function.
fn is_component(tokens: &[Token], function: usize) -> bool {
    let attribute = ["#", "[", "component", "]"];
    let visible = function.checked_sub(5);
    let plain = function.checked_sub(4);
    plain.is_some_and(|start| matches(tokens, start, &attribute))
        || visible.is_some_and(|start| {
            matches(tokens, start, &attribute) && tokens[function - 1].text == "pub"
        })
}

#[cfg(test)]
mod tests {
    use super::super::tokens::read;
    use super::*;

    fn function(attribute: &str, lines: usize) -> String {
        let body = "    a();\n".repeat(lines.saturating_sub(2));
        format!("{attribute}\npub fn long(\n    a: fn(u32),\n) -> [u8; 2] {{\n{body}}}\n")
    }

    #[test]
    fn a_body_has_an_end() {
        fn check(attribute: &str, lines: usize, listed: &[(&str, usize)], expected: &[&str]) {
            let tokens = read(&function(attribute, lines)).expect("is Rust");
            let findings = too_long_beside(&tokens, listed);
            let messages: Vec<&str> = findings.iter().map(|one| &*one.message).collect();
            assert_eq!(messages, expected, "{attribute} {lines}");
        }

        check("", 80, &[], &[]);
        check(
            "",
            81,
            &[],
            &["the body of long has 81 lines; split what is more than 80"],
        );
        check("#[component]", 60, &[], &[]);
        check(
            "#[component]",
            61,
            &[],
            &["the body of long has 61 lines; split what is more than 60"],
        );
        check("#[cfg(test)]", 99, &[], &[]);
        // The list gets shorter with what it lists.
        let listed = [("long", 70)];
        check("#[component]", 70, &listed, &[]);
        check(
            "#[component]",
            71,
            &listed,
            &["the body of long has 71 lines; split what is more than 70"],
        );
        check(
            "#[component]",
            69,
            &listed,
            &["long has 69 lines by now; put that into longer-functions.txt, or nothing below 61"],
        );
        check(
            "",
            3,
            &[("gone", 99)],
            &["gone is gone; take it out of longer-functions.txt"],
        );
    }
}
