//! Reads Rust sources as a flat list of tokens with their lines. Comments are gone, strings are
//! single tokens, and the insides of macros are there like everything else.

use anyhow::{Result, anyhow};
use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A token as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// The line, from 1.
    pub line: usize,
    /// The text: a word, a single sign, an opening or closing bracket, or a whole literal.
    pub text: String,
}

/// Reads a source.
///
/// # Errors
/// When it is no Rust.
pub fn read(source: &str) -> Result<Vec<Token>> {
    let stream: TokenStream = source.parse().map_err(|error| anyhow!("{error}"))?;
    let mut tokens = Vec::new();
    flatten(stream, &mut tokens);
    Ok(tokens)
}

/// Whether the tokens from `start` on are written like this.
pub fn matches(tokens: &[Token], start: usize, texts: &[&str]) -> bool {
    let found = tokens.iter().skip(start).map(|token| token.text.as_str());
    tokens.len() >= start + texts.len() && found.zip(texts).all(|(found, text)| found == *text)
}

/// The tokens without the items that are compiled for tests alone.
pub fn without_tests(tokens: &[Token]) -> Vec<Token> {
    let mut kept = Vec::new();
    let mut next = 0;
    while let Some(token) = tokens.get(next) {
        if matches(tokens, next, &["#", "[", "cfg", "("]) {
            let end = end_of_brackets(tokens, next + 1);
            let words: Vec<&str> = tokens[next..end]
                .iter()
                .map(|token| token.text.as_str())
                .collect();
            if words.contains(&"test") && !words.contains(&"not") {
                next = end_of_item(tokens, end);
                continue;
            }
        }
        kept.push(token.clone());
        next += 1;
    }
    kept
}

fn flatten(stream: TokenStream, tokens: &mut Vec<Token>) {
    for tree in stream {
        let line = tree.span().start().line;
        match tree {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                let last_line = group.span_close().start().line;
                tokens.push(Token {
                    line,
                    text: open.to_owned(),
                });
                flatten(group.stream(), tokens);
                tokens.push(Token {
                    line: last_line,
                    text: close.to_owned(),
                });
            }
            other => tokens.push(Token {
                line,
                text: other.to_string(),
            }),
        }
    }
}

/// The index behind the bracket that closes the one at `start`.
pub fn end_of_brackets(tokens: &[Token], start: usize) -> usize {
    let mut depth = 0_usize;
    for (index, token) in tokens.iter().enumerate().skip(start) {
        match token.text.as_str() {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return index + 1;
        }
    }
    tokens.len()
}

/// The index behind an item: behind its body, or its semicolon where there is no body.
pub fn end_of_item(tokens: &[Token], start: usize) -> usize {
    let mut next = start;
    while let Some(token) = tokens.get(next) {
        match token.text.as_str() {
            "{" => return end_of_brackets(tokens, next),
            "(" | "[" => next = end_of_brackets(tokens, next),
            ";" => return next + 1,
            _ => next += 1,
        }
    }
    tokens.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_for_tests_goes() {
        check(
            "fn a() {} #[cfg(test)] mod tests { fn b() {} } fn c() {}",
            "fn a () { } fn c () { }",
        );
        check("#[cfg(test)] use a::b; fn c() {}", "fn c () { }");
        check(
            "#[cfg(test)] #[derive(A)] struct B; struct C;",
            "struct C ;",
        );
        check(
            "#[cfg(test)] fn a(b: [u8; 2]) { c(); } fn d() {}",
            "fn d () { }",
        );
        check("#[cfg(all(test, unix))] fn a() {} fn b() {}", "fn b () { }");
        check(
            "#[cfg(not(test))] fn a() {}",
            "# [ cfg ( not ( test ) ) ] fn a () { }",
        );
        check("#[cfg(unix)] fn a() {}", "# [ cfg ( unix ) ] fn a () { }");
    }

    #[test]
    fn comments_and_strings_hold_no_words() {
        let tokens = read("// one\n/* two */ a(\"three four\");").expect("is Rust");
        let texts: Vec<&str> = tokens.iter().map(|token| token.text.as_str()).collect();
        assert_eq!(texts, ["a", "(", "\"three four\"", ")", ";"]);
        assert!(tokens.iter().all(|token| token.line == 2));
    }

    fn check(source: &str, expected: &str) {
        let kept = without_tests(&read(source).expect("is Rust"));
        let texts: Vec<&str> = kept.iter().map(|token| token.text.as_str()).collect();
        assert_eq!(texts.join(" ").replace("( )", "()"), expected);
    }
}
