//! The layer rule: a module uses modules of its own layer and of the layers below, never of those
//! above. What stands below the app can then be tested without a browser, and read without it.

use super::Finding;
use super::tokens::{Token, matches};

/// The modules of the crate, layer by layer, the lowest first.
const LAYERS: [&[&str]; 11] = [
    &[
        "canonical",
        "effects",
        "order",
        "sorted_map",
        "sorted_set",
        "three_versions",
        "typed_json",
        "typed_number",
        "visible_text",
    ],
    &["standard", "period"],
    &["rectification"],
    &["ledger"],
    &["duty", "assessment", "review", "drafting"],
    &["storage", "exchange"],
    // The words put the values of the layers below into sentences; the schemas describe them.
    &["text", "schema", "help"],
    // What is written out for others in words.
    &["handout"],
    // The browser's edges implement what the layers below ask for.
    &["platform"],
    &["app"],
    &["ui"],
];

/// Modules that not every higher layer may use.
const USED_ONLY_BY: [(&str, &[&str]); 2] = [("text", &["ui", "handout"]), ("schema", &[])];

/// Finds every path from the root of the crate that points the wrong way. `file` is a path such
/// as `src/storage/slot.rs`.
pub fn wrong_way(file: &str, tokens: &[Token]) -> Vec<Finding> {
    let path = file.trim_start_matches("src/").trim_end_matches(".rs");
    let user = path.split('/').next().unwrap_or_default();
    // The roots of the crate and of its programs.
    if ["lib", "main", "bin"].contains(&user) {
        return Vec::new();
    }
    let Some(user_layer) = layer(user) else {
        return vec![Finding::new(
            1,
            format!(
                "the module {user} belongs to no layer; say to which one in \
                 xtask/src/tidy/layers.rs"
            ),
        )];
    };
    let mut findings = Vec::new();
    for index in 0..tokens.len() {
        if !matches(tokens, index, &["crate", ":", ":"]) {
            continue;
        }
        for used in modules_named_after(tokens, index + 3) {
            let allowed = USED_ONLY_BY.iter().find(|(module, _)| *module == used.text);
            let is_allowed = allowed.is_none_or(|(_, users)| users.contains(&user));
            // A name that is no module is an item of the crate's root, such as a macro.
            let points_up = layer(&used.text).is_some_and(|used| used > user_layer);
            if used.text != user && (points_up || !is_allowed) {
                let message = format!(
                    "{user} may not use {}: it stands above or beside",
                    used.text
                );
                findings.push(Finding::new(used.line, message));
            }
        }
    }
    findings
}

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|modules| modules.contains(&module))
}

/// The first names of the paths that begin at `start`: one, or several in braces.
fn modules_named_after(tokens: &[Token], start: usize) -> Vec<&Token> {
    let Some(first) = tokens.get(start) else {
        return Vec::new();
    };
    if first.text != "{" {
        return vec![first];
    }
    let mut depth = 0_usize;
    let mut names = Vec::new();
    let mut is_first_name = false;
    for token in &tokens[start..] {
        match token.text.as_str() {
            "{" => {
                depth += 1;
                is_first_name = depth == 1;
            }
            "}" if depth == 1 => break,
            "}" => depth -= 1,
            "," => is_first_name = depth == 1,
            _ if is_first_name => {
                names.push(token);
                is_first_name = false;
            }
            _ => {}
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::super::tokens::read;
    use super::*;

    #[test]
    fn down_and_beside_is_allowed() {
        check(
            "src/ui/pages/home.rs",
            "use crate::app::State; use crate::text::zh;",
            &[],
        );
        check(
            "src/assessment/mod.rs",
            "use crate::{period::Quarter, standard::Pack};",
            &[],
        );
        check(
            "src/storage/slot.rs",
            "use crate::storage::keys; use crate::exchange::Issue;",
            &[],
        );
        check(
            "src/period.rs",
            "use crate::effects::Clock; fn a() { crate::period::b(); }",
            &[],
        );
        check("src/main.rs", "use crate::ui;", &[]);
    }

    #[test]
    fn up_is_not() {
        check(
            "src/period.rs",
            "use crate::standard::Pack;\nuse crate::duty::Duty;",
            &[2],
        );
        check(
            "src/storage/slot.rs",
            "\nuse crate::{standard::{a, b}, app::{c, d}, ui};",
            &[2, 2],
        );
        check("src/app/state.rs", "fn a() { crate::ui::b(); }", &[1]);
        check("src/platform/clock.rs", "use crate::app::State;", &[1]);
        check(
            "src/assessment/mod.rs",
            "fn a() { b!(crate::exchange::c) }",
            &[1],
        );
    }

    #[test]
    fn words_are_for_the_interface_alone() {
        check("src/app/state.rs", "use crate::text::zh;", &[1]);
        check("src/text/zh.rs", "use crate::exchange::Issue;", &[]);
    }

    #[test]
    fn a_new_module_must_find_its_layer() {
        check("src/novelty.rs", "", &[1]);
    }

    #[test]
    fn what_is_no_path_is_no_finding() {
        check(
            "src/period.rs",
            "// crate::ui\npub(crate) fn a() { b(\"crate::ui\"); }",
            &[],
        );
    }

    fn check(file: &str, source: &str, expected: &[usize]) {
        let findings = wrong_way(file, &read(source).expect("is Rust"));
        let lines: Vec<usize> = findings.iter().map(|finding| finding.line).collect();
        assert_eq!(lines, expected, "{findings:?}");
    }
}
