//! Puts the style sheets together: in the order of `style/order.txt` where there is one, otherwise
//! tokens, base, the components by name, print. Comments and indentation go; nothing is rewritten.

use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// Reads all sheets of a folder into one.
///
/// # Errors
/// When the folder or a file that the order names cannot be read.
pub fn concatenate(folder: &Path) -> Result<String> {
    let mut sheet = String::new();
    for name in order(folder)? {
        let path = folder.join(&name);
        let source = fs::read_to_string(&path)
            .with_context(|| format!("{} could not be read", path.display()))?;
        sheet.push_str(&compact(&source));
    }
    Ok(sheet)
}

fn order(folder: &Path) -> Result<Vec<String>> {
    if let Ok(list) = fs::read_to_string(folder.join("order.txt")) {
        let names = list.lines().map(str::trim);
        return Ok(names
            .filter(|name| !name.is_empty())
            .map(str::to_owned)
            .collect());
    }
    let mut names = Vec::new();
    let entries =
        fs::read_dir(folder).with_context(|| format!("{} could not be read", folder.display()))?;
    for entry in entries {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".css") {
            names.push(name);
        }
    }
    names.sort_by_key(|name| (place(name), name.clone()));
    Ok(names)
}

/// Tokens come first because everything uses them, print last because it overrides.
fn place(name: &str) -> u8 {
    match name {
        "tokens.css" => 0,
        "base.css" => 1,
        "print.css" => 3,
        _ => 2,
    }
}

/// Drops comments, empty lines and indentation. Line breaks stay, since one may separate two
/// selectors; compression takes care of the rest.
fn compact(source: &str) -> String {
    let sheet = without_comments(source);
    let lines = sheet.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.fold(String::new(), |sheet, line| sheet + line + "\n")
}

/// A sheet without its comments, every line where it was.
pub fn without_comments(source: &str) -> String {
    let mut kept = String::with_capacity(source.len());
    let mut quote = None;
    let mut rest = source.chars().peekable();
    while let Some(character) = rest.next() {
        match (quote, character) {
            (None, '/') if rest.peek() == Some(&'*') => {
                rest.next();
                let mut before = ' ';
                for inside in rest.by_ref() {
                    if before == '*' && inside == '/' {
                        break;
                    }
                    if inside == '\n' {
                        kept.push(inside);
                    }
                    before = inside;
                }
                continue;
            }
            (None, '"' | '\'') => quote = Some(character),
            (Some(opening), closing) if opening == closing => quote = None,
            (Some(_), '\\') => {
                kept.push(character);
                kept.extend(rest.next());
                continue;
            }
            _ => {}
        }
        kept.push(character);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_go_and_strings_stay() {
        check("a {\n  color: red;\n}\n", "a {\ncolor: red;\n}\n");
        check("/* one */a{}/* two\n lines */\nb{}", "a{}\nb{}\n");
        check("/*/ not yet closed */a{}", "a{}\n");
        check(
            "a::before { content: \"/* no comment */\" }",
            "a::before { content: \"/* no comment */\" }\n",
        );
        check("a { content: \"\\\"/*\" }", "a { content: \"\\\"/*\" }\n");
        check("a { content: '\"' } /* b */", "a { content: '\"' }\n");
        check("\n\n", "");
    }

    #[test]
    fn tokens_come_first_and_print_last() {
        let mut names = [
            "print.css",
            "button.css",
            "base.css",
            "answer.css",
            "tokens.css",
        ];
        names.sort_by_key(|name| (place(name), *name));
        assert_eq!(
            names,
            [
                "tokens.css",
                "base.css",
                "answer.css",
                "button.css",
                "print.css"
            ]
        );
    }

    fn check(source: &str, expected: &str) {
        assert_eq!(compact(source), expected);
    }
}
