//! How wide a line may be (行宽): what rustfmt is told, in comments and texts as well, which it
//! leaves alone.
//!
//! Comments are wrapped by `cargo xtask format`; code that is too wide is for a person. Not here:
//! the texts of the interface, which stand on one line in both languages.

use super::Finding;

/// As in rustfmt.toml.
const WIDEST: usize = 100;

/// Finds lines that are too wide.
pub fn too_wide(source: &str) -> Vec<Finding> {
    let lines = source.lines().enumerate();
    lines
        .filter(|(_, line)| width(line) > WIDEST)
        .map(|(index, line)| {
            let message = format!(
                "{} characters, {WIDEST} at most; `cargo xtask format` wraps comments",
                width(line)
            );
            Finding::new(index + 1, message)
        })
        .collect()
}

/// A source with the comments wrapped that have a line that is too wide: from that line to the end
/// of its paragraph.
pub fn with_comments_wrapped(source: &str) -> String {
    let lines: Vec<&str> = source.split('\n').collect();
    let mut wrapped: Vec<String> = Vec::new();
    let mut next = 0;
    while let Some(line) = lines.get(next).copied() {
        next += 1;
        match Comment::read(line).filter(|_| width(line) > WIDEST) {
            Some(comment) => {
                let following = lines[next..].iter().map_while(|line| comment.goes_on(line));
                let following: Vec<&str> = following.collect();
                next += following.len();
                wrapped.extend(comment.wrapped(&following));
            }
            None => wrapped.push(line.to_owned()),
        }
    }
    wrapped.join("\n")
}

fn width(line: &str) -> usize {
    line.chars().count()
}

/// A line that is a comment and nothing else.
struct Comment<'a> {
    /// Up to and with the sign, such as `    ///`.
    head: &'a str,
    text: &'a str,
}

impl<'a> Comment<'a> {
    fn read(line: &'a str) -> Option<Self> {
        let code = line.trim_start_matches(' ');
        let sign = ["///", "//!", "//"]
            .into_iter()
            .find(|sign| code.starts_with(sign))?;
        let (head, text) = line.split_at(line.len() - code.len() + sign.len());
        Some(Self { head, text })
    }

    /// The text of the next line, if that belongs to the same paragraph.
    fn goes_on(&self, next: &'a str) -> Option<&'a str> {
        let next = Self::read(next).filter(|next| next.head == self.head)?;
        let text = next.text.trim();
        let begins_another = ["- ", "* ", "#", "```", "|"];
        let is_same = !text.is_empty() && !begins_another.iter().any(|sign| text.starts_with(sign));
        is_same.then_some(text)
    }

    /// The paragraph, with no line too wide that has a space. What follows the mark of a list
    /// stands under its text.
    fn wrapped(&self, following: &[&str]) -> Vec<String> {
        let text = self.text.trim_start();
        let indent = self.text.len() - text.len();
        let mark = ["- ", "* "].into_iter().find(|mark| text.starts_with(mark));
        let deeper = indent + mark.map_or(0, str::len);
        let first = format!("{}{}", self.head, " ".repeat(indent));
        let further = format!("{}{}", self.head, " ".repeat(deeper));
        let mut lines = Vec::new();
        let mut line = first;
        let mut is_empty = true;
        for word in text
            .split(' ')
            .chain(following.iter().flat_map(|text| text.split(' ')))
        {
            if word.is_empty() {
                continue;
            }
            if !is_empty && width(&line) + 1 + width(word) > WIDEST {
                lines.push(std::mem::replace(&mut line, further.clone()));
                is_empty = true;
            }
            if !is_empty {
                line.push(' ');
            }
            line += word;
            is_empty = false;
        }
        lines.push(line);
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_are_too_wide_are_found() {
        let check = |source: &str, expected: &[usize]| {
            let found = too_wide(source);
            let lines: Vec<usize> = found.iter().map(|finding| finding.line).collect();
            assert_eq!(lines, expected, "{source}");
        };
        check("", &[]);
        check(&format!("a\n{}\n", "x".repeat(WIDEST)), &[]);
        check(&format!("a\n{}\n", "x".repeat(WIDEST + 1)), &[2]);
        // In characters, not in bytes.
        check(&"星".repeat(WIDEST), &[]);
    }

    #[test]
    fn comments_are_wrapped_from_the_first_line_that_is_too_wide() {
        let long = "word ".repeat(19);
        let check = |source: &str, expected: &str| {
            assert_eq!(with_comments_wrapped(source), expected);
            assert_eq!(with_comments_wrapped(expected), expected);
        };
        // Ninety-four letters and the sign fit; two words more do not.
        let fits = format!("// {}", long.trim_end());
        check(&fits, &fits);
        check(
            &format!("a();\n// {long}one two\n// three.\n//\n// Another.\nb();\n"),
            &format!(
                "a();\n// {}\n// one two three.\n//\n// Another.\nb();\n",
                long.trim_end()
            ),
        );
        check(
            &format!("//! - {long}one two\n//!   three\n//! - four\n"),
            &format!(
                "//! - {}\n//!   one two three\n//! - four\n",
                long.trim_end()
            ),
        );
        // What is no comment stays, and so does a comment of another kind.
        let code = format!("let a = \"{long}{long}\"; // {long}\n");
        check(&code, &code);
        check(
            &format!("/// {long}one two\nfn a() {{}}\n// b\n"),
            &format!("/// {}\n/// one two\nfn a() {{}}\n// b\n", long.trim_end()),
        );
    }
}
