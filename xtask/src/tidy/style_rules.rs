//! Rules about style sheets and the page: colours are tokens, and there are no inline styles.

use super::Finding;
use crate::build::without_style_comments;

const COLOUR_FUNCTIONS: [&str; 9] = [
    "rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch(",
];
/// The names that people write without thinking. All hundred and fifty would be no better.
const COLOUR_NAMES: [&str; 14] = [
    "white", "black", "red", "green", "blue", "yellow", "orange", "gold", "gray", "grey", "silver",
    "brown", "purple", "pink",
];

/// Finds colours that are written out. Themes and contrast are looked after in one file alone.
pub fn literal_colours(source: &str) -> Vec<Finding> {
    let sheet = without_style_comments(source);
    let mut findings = Vec::new();
    let mut start = 0;
    for (end, sign) in sheet.match_indices([';', '{', '}']) {
        let part = &sheet[start..end];
        // What ends with an opening brace is a selector, where `#` means an id.
        if sign != "{"
            && let Some((_, value)) = part.split_once(':')
            && let Some(colour) = colour_in(value)
        {
            let line = 1 + sheet[..end - value.trim_start().len()]
                .matches('\n')
                .count();
            let message = format!("{colour} belongs into style/tokens.css; use a token here");
            findings.push(Finding::new(line, message));
        }
        start = end + 1;
    }
    findings
}

/// Finds styles inside the page, which its policy forbids.
pub fn inline_styles(page: &str) -> Vec<Finding> {
    page.lines()
        .enumerate()
        .filter(|(_, line)| line.contains(" style=") || line.contains("<style"))
        .map(|(index, _)| Finding::new(index + 1, "styles belong into style/"))
        .collect()
}

fn colour_in(value: &str) -> Option<&str> {
    let is_part_of_word = |sign: char| sign.is_ascii_alphanumeric() || "-_#(".contains(sign);
    let words = value.split_inclusive(|sign: char| !is_part_of_word(sign));
    words
        .map(|word| word.trim_end_matches(|sign| !is_part_of_word(sign)))
        .find(|word| {
            let hexadecimal = word
                .strip_prefix('#')
                .or_else(|| word.split_once("(#").map(|(_, h)| h));
            let is_hexadecimal = hexadecimal.is_some_and(|digits| {
                [3, 4, 6, 8].contains(&digits.len())
                    && digits.chars().all(|d| d.is_ascii_hexdigit())
            });
            let is_function = COLOUR_FUNCTIONS.iter().any(|function| {
                word.starts_with(function) || word.contains(&format!("({function}"))
            });
            let is_reference = word.starts_with("url(");
            (is_hexadecimal && !is_reference) || is_function || COLOUR_NAMES.contains(word)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_found_in_values_alone() {
        check("a {\n  color: #b3261e;\n}", &[2]);
        check("a { color: #FFF; background: white }", &[1, 1]);
        check(
            "a {\n  border: 1px solid rgb(0 0 0 / 50%);\n  color:\n    hsl(0deg 0% 0%);\n}",
            &[2, 4],
        );
        check("a { background: linear-gradient(#fff, var(--ink)) }", &[1]);
        check(
            "a { color: var(--red); background: color-mix(in srgb, var(--ink) 8%, transparent) }",
            &[],
        );
        check(
            "#abc, a:hover { color: inherit } @media (width > 1px) { #fed { margin: 0 } }",
            &[],
        );
        check("a { mask: url(#fade); content: \"a\"; --gap: 1px }", &[]);
        check("/* #fff */ a { /* white */ color: currentColor }", &[]);
        check(
            "a { grid-area: white-space; white-space: nowrap; transition: color .1s }",
            &[],
        );
    }

    #[test]
    fn styles_inside_the_page_are_found() {
        assert_eq!(inline_styles("<p>\n<p style=\"a\">\n<style>").len(), 2);
        assert_eq!(
            inline_styles("<link rel=\"stylesheet\" href=\"style.css\">"),
            []
        );
    }

    fn check(source: &str, expected: &[usize]) {
        let findings = literal_colours(source);
        let lines: Vec<usize> = findings.iter().map(|finding| finding.line).collect();
        assert_eq!(lines, expected, "{source}: {findings:?}");
    }
}
