//! Takes out of scripts what only people read. Only for what is shipped.

/// A script without its comment lines, its empty lines and its indentation.
///
/// Only whole lines go, so nothing has to be known of the language but how a comment starts; a
/// script that is given here has no comment signs at the start of a line of a longer text.
pub fn without_comments(script: &str) -> String {
    let mut kept = String::new();
    let mut inside = false;
    for line in script.lines().map(str::trim) {
        let starts = !inside && line.starts_with("/*");
        if inside || starts {
            inside = !line.contains("*/");
        } else if !line.is_empty() && !line.starts_with("//") {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comment_lines_go_and_all_else_stays() {
        fn check(script: &str, expected: &str) {
            assert_eq!(without_comments(script), expected, "{script:?}");
        }

        check("", "");
        check("  a();\n\n  // says a\n  b();", "a();\nb();\n");
        check("a(); // stays\n", "a(); // stays\n");
        check("/**\n * @param {a}\n */\nb();", "b();\n");
        check("/* one line */\nb();", "b();\n");
        check("a = \"/*LIST*/\";\nb();", "a = \"/*LIST*/\";\nb();\n");
    }
}
