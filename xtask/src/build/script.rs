//! Changes scripts: takes out what only people read, and leads what wasm-bindgen's script calls in
//! the app through the gate.

use anyhow::{Result, bail};

/// What wasm-bindgen's script is changed into, and what it must have once for it.
const THROUGH_THE_GATE: [(&str, &str); 3] = [
    // What the browser is handed to call.
    ("return real;", "return entry(real, life);"),
    // What the browser says of a function that nobody can call any more.
    (
        "new FinalizationRegistry(state => wasm.__wbindgen_destroy_closure(state.a, state.b))",
        "new FinalizationRegistry(state => \
         enter(wasm.__wbindgen_destroy_closure, life, [state.a, state.b]))",
    ),
    // The start waits for the modules that it needs; see public/start.js.
    ("wasm.__wbindgen_start();", ""),
];

/// wasm-bindgen's script as a function that makes the app anew for every life of it, and leads what
/// enters it through the gate.
///
/// # Errors
/// When the script is not as wasm-bindgen used to write it.
pub fn with_gate(glue: &str) -> Result<String> {
    let mut script = glue.to_owned();
    for (ours, gated) in THROUGH_THE_GATE {
        if script.matches(ours).count() != 1 {
            bail!("wasm-bindgen's script must have exactly one `{ours}`");
        }
        script = script.replace(ours, gated);
    }
    // It asks in this way for what it does not bring itself.
    let require = "const require = () => partLoaders(life);";
    Ok(format!(
        "function newApp(life) {{\n{require}\n{script}\nreturn wasm_bindgen;\n}}"
    ))
}

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

/// A script that can be changed as wasm-bindgen's can.
#[cfg(test)]
pub fn glue_for_tests() -> String {
    THROUGH_THE_GATE.map(|(ours, _)| ours).join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_browser_calls_goes_through_the_gate() {
        let all = glue_for_tests();
        let script = with_gate(&all).expect("has all of it");
        assert!(script.contains("entry(real, life)"), "{script}");
        assert!(!script.contains("__wbindgen_start"), "{script}");
        for (ours, _) in THROUGH_THE_GATE {
            assert!(with_gate(&all.replace(ours, "")).is_err(), "{ours}");
            assert!(with_gate(&(all.clone() + ours)).is_err(), "{ours}");
        }
    }

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
