//! The rule of texts: whatever the interface can say, some page says. What is declared and never used
//! is translated, shipped and looked for in vain, and no compiler knows of it, since texts are public.
//!
//! Not here: the rules about single sources.

use super::Finding;
use super::tokens::{Token, end_of_brackets, matches};
use std::collections::BTreeSet;

/// A source with its path, such as `src/text/home.rs`.
pub struct Source {
    /// The path.
    pub name: String,
    /// What stands in it.
    pub tokens: Vec<Token>,
}

/// Finds texts that nobody uses, each with the path of the source that declares it.
pub fn unused(sources: &[Source]) -> Vec<(String, Finding)> {
    let mut declared: Vec<(&str, &Token)> = Vec::new();
    let mut used: BTreeSet<&str> = BTreeSet::new();
    for Source { name, tokens } in sources {
        let mut next = 0;
        while next < tokens.len() {
            if matches(tokens, next, &["texts", "!", "{"]) {
                let end = end_of_brackets(tokens, next + 2);
                let names = declared_in(&tokens[next + 3..end]);
                declared.extend(names.into_iter().map(|token| (name.as_str(), token)));
                next = end;
                continue;
            }
            if matches(tokens, next, &["."]) {
                used.extend(tokens.get(next + 1).map(|token| token.text.as_str()));
            }
            next += 1;
        }
    }
    let unused = declared
        .into_iter()
        .filter(|(_, token)| !used.contains(token.text.as_str()));
    let finding = |token: &Token| {
        let message = format!("nobody says {}; take it out", token.text);
        Finding::new(token.line, message)
    };
    unused
        .map(|(name, token)| (name.to_owned(), finding(token)))
        .collect()
}

/// The names of a block of texts: what stands before a colon at its beginning and after each
/// semicolon.
fn declared_in(block: &[Token]) -> Vec<&Token> {
    let mut names = Vec::new();
    let mut begins = true;
    let mut next = 0;
    while let Some(token) = block.get(next) {
        match token.text.as_str() {
            "(" | "[" | "{" => {
                next = end_of_brackets(block, next);
                begins = false;
                continue;
            }
            ";" => begins = true,
            _ => {
                if begins && matches(block, next + 1, &[":"]) {
                    names.push(token);
                }
                begins = false;
            }
        }
        next += 1;
    }
    names
}

#[cfg(test)]
mod tests {
    use super::super::tokens::read;
    use super::*;

    #[test]
    fn a_text_that_nobody_says_is_found() {
        fn check(sources: &[&str], expected: &[usize]) {
            let sources: Vec<Source> = sources
                .iter()
                .map(|source| Source {
                    name: "src/text/a.rs".to_owned(),
                    tokens: read(source).expect("is Rust"),
                })
                .collect();
            let found = unused(&sources);
            let lines: Vec<usize> = found.iter().map(|(_, finding)| finding.line).collect();
            assert_eq!(lines, expected, "{found:?}");
        }

        let texts = "texts! {\n a: &'static str = \"甲\", \"a\";\n \
                     b: fn(u32) -> String = |n| { let c: u32 = n; c.to_string() }, |n| n.b();\n}";
        check(&[texts], &[2, 3]);
        check(&[texts, "fn d() { words.a; }"], &[3]);
        check(&[texts, "fn d() { (words.b)(1); texts.home.a }"], &[]);
        // A row of the table of routes says a title.
        check(&[texts, "rows! { Home, title home.a, title home.b; }"], &[]);
    }
}
