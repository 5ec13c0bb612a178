//! Rules about calls and markup in Rust sources. Layers have a file of their own.

use super::Finding;
use super::tokens::{Token, matches, without_tests};

/// Finds calls that panic instead of handing on a value, outside tests. A panic in the browser
/// costs the user their place.
pub fn panicking_calls(tokens: &[Token]) -> Vec<Finding> {
    let tokens = without_tests(tokens);
    let is_call = |index: usize| {
        matches(&tokens, index, &[".", "unwrap", "("])
            || matches(&tokens, index, &[".", "expect", "("])
    };
    (0..tokens.len())
        .filter(|&index| is_call(index))
        .map(|index| {
            let name = &tokens[index + 1].text;
            Finding::new(
                tokens[index + 1].line,
                format!(".{name}() panics; hand the failure on"),
            )
        })
        .collect()
}

/// What a memo of the state could read beside what was entered.
const OTHER_SIGNALS: [&str; 10] = [
    "RwSignal",
    "ReadSignal",
    "ArcRwSignal",
    "ArcReadSignal",
    "Signal",
    "Trigger",
    "Session",
    "AppState",
    "use_context",
    "expect_context",
];

/// Finds a signal that a memo of the state reads beside the sources that `Entered` tracks: it would
/// not be told of its changes.
pub fn other_signals(tokens: &[Token]) -> Vec<Finding> {
    let tokens = without_tests(tokens);
    let others = tokens
        .iter()
        .filter(|token| OTHER_SIGNALS.contains(&token.text.as_str()));
    let message = |name: &str| format!("{name}: a memo of the state reads what was entered alone");
    others
        .map(|token| Finding::new(token.line, message(&token.text)))
        .collect()
}

/// Finds markup that the page's policy forbids or that lets text become markup: `style=` as an
/// attribute, and `inner_html`.
pub fn unsafe_markup(tokens: &[Token]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        if ["inner_html", "innerHTML", "set_inner_html"].contains(&token.text.as_str()) {
            findings.push(Finding::new(
                token.line,
                "text could become markup; build the elements",
            ));
        }
        if is_style_attribute(tokens, index) {
            let message =
                "the page's policy forbids style attributes; use a class or style:property";
            findings.push(Finding::new(token.line, message));
        }
    }
    findings
}

/// `style=` inside a view. Not the assignment to a variable of that name, nor a comparison, nor
/// `style=("--name", value)`, which sets a property and no attribute.
fn is_style_attribute(tokens: &[Token], index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|before| tokens.get(before));
    let is_variable =
        before.is_some_and(|before| ["let", "mut", ".", ":"].contains(&before.text.as_str()));
    matches(tokens, index, &["style", "="])
        && !matches(tokens, index, &["style", "=", "="])
        && !matches(tokens, index, &["style", "=", "("])
        && !is_variable
}

#[cfg(test)]
mod tests {
    use super::super::tokens::read;
    use super::*;

    #[test]
    fn panicking_calls_are_found_outside_tests() {
        let check = |source: &str, expected: &[usize]| check(panicking_calls, source, expected);
        check("fn a() {\n b.unwrap();\n c.expect(\"d\");\n}", &[2, 3]);
        check(
            "fn a() { b.unwrap_or(1); c.expect_err(\"d\"); unwrap(e); }",
            &[],
        );
        check("#[cfg(test)]\nmod tests { fn a() { b.unwrap(); } }", &[]);
        check(
            "/// `a.unwrap()`\nfn a() { \".unwrap()\"; } // .unwrap()",
            &[],
        );
        check("fn a() { b!(c.unwrap()) }", &[1]);
    }

    #[test]
    fn other_signals_are_found() {
        let check = |source: &str, expected: &[usize]| check(other_signals, source, expected);
        check("fn a(b: Entered, c: Memo<u32>) { c.get() }", &[]);
        check("fn a() {}\nfn b(c: RwSignal<u32>) {}", &[2]);
        check("fn a() { expect_context::<AppState>() }", &[1, 1]);
    }

    #[test]
    fn unsafe_markup_is_found() {
        let check = |source: &str, expected: &[usize]| check(unsafe_markup, source, expected);
        check("fn a() { view! {\n <p style=\"color: red\"/> } }", &[2]);
        check("fn a() { view! { <p style=move || b.get()/> } }", &[1]);
        check(
            "fn a() { view! { <p style:width=move || b.get() class=\"style\"/> } }",
            &[],
        );
        check(
            "fn a() { let style = 1; let mut style = 2; b(style == 3); c.style = 4; }",
            &[],
        );
        check(
            "fn a() { view! { <p inner_html=b/> }; c.set_inner_html(\"d\"); }",
            &[1, 1],
        );
    }

    fn check(rule: fn(&[Token]) -> Vec<Finding>, source: &str, expected: &[usize]) {
        let findings = rule(&read(source).expect("is Rust"));
        let lines: Vec<usize> = findings.iter().map(|finding| finding.line).collect();
        assert_eq!(lines, expected, "{findings:?}");
    }
}
