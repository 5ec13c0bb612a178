//! `cargo xtask tidy`: the house rules that no compiler knows. Each rule is a function from a
//! source to its findings; here they are applied to the repository. The tests do it as well.

mod documents;
mod function_rules;
mod home_rules;
mod layers;
pub mod line_width;
mod page_rules;
mod rust_rules;
mod style_rules;
mod text_rules;
mod tokens;
pub mod view_layout;

use crate::workspace;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;
use walkdir::WalkDir;

/// The terms of the field, with their types.
const GLOSSARY: &str = "docs/glossary.md";

/// A line that breaks a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, and what would be right.
    pub message: String,
}

impl Finding {
    fn new(line: usize, message: impl Into<String>) -> Self {
        Self {
            line,
            message: message.into(),
        }
    }

    /// What is said of it, with the file in which it is.
    fn of(self, file: &str) -> String {
        format!("{file}:{}: {}", self.line, self.message)
    }
}

/// Runs the command.
///
/// # Errors
/// When a rule is broken; every place is printed before.
pub fn run() -> Result<()> {
    let findings = inspect(workspace::root())?;
    for finding in &findings {
        println!("{finding}");
    }
    match findings.len() {
        0 => Ok(()),
        count => bail!("{count} findings in the sources"),
    }
}

/// Applies every rule to the files it is about. Each finding is `file:line: message`.
fn inspect(root: &Path) -> Result<Vec<String>> {
    let mut findings = Vec::new();
    for folder in [
        "src",
        "office/src",
        "xtask/src",
        "tools",
        "examples",
        "tests",
        "style",
        "public",
    ] {
        for entry in WalkDir::new(root.join(folder)).sort_by_file_name() {
            // A folder that does not exist has nothing to find fault with.
            let Ok(entry) = entry else { continue };
            if entry.file_type().is_file() {
                inspect_file(root, entry.path(), &mut findings)?;
            }
        }
    }
    inspect_file(root, &root.join("index.html"), &mut findings)?;
    inspect_documents(root, &mut findings)?;
    inspect_glossary(root, &mut findings)?;
    Ok(findings)
}

/// Looks whether the files are there that the documents name, from the root of the repository or
/// from `src/`.
fn inspect_documents(root: &Path, findings: &mut Vec<String>) -> Result<()> {
    let exists = |path: &str| root.join(path).exists() || root.join("src").join(path).exists();
    for folder in ["", "docs", "standards"] {
        let files = WalkDir::new(root.join(folder)).max_depth(1);
        for entry in files.sort_by_file_name().into_iter().flatten() {
            // What is said of a version is about the files that it had.
            let is_past = entry.file_name() == "CHANGELOG.md";
            if entry.path().extension().is_none_or(|kind| kind != "md") || is_past {
                continue;
            }
            let document = fs::read_to_string(entry.path())?;
            let name = entry.path().strip_prefix(root)?.to_string_lossy();
            let found = documents::missing_paths(&document, exists);
            findings.extend(found.into_iter().map(|finding| finding.of(&name)));
        }
    }
    Ok(())
}

/// Looks whether the types that the glossary names are declared in the modules that it names, and
/// whether the packs have its keys and sources.
fn inspect_glossary(root: &Path, findings: &mut Vec<String>) -> Result<()> {
    let glossary = fs::read_to_string(root.join(GLOSSARY))?;
    let mut packs = String::new();
    for entry in WalkDir::new(root.join("standards")).into_iter().flatten() {
        if entry.path().extension().is_some_and(|kind| kind == "json") {
            packs += &fs::read_to_string(entry.path())?;
        }
    }
    let unknown = documents::missing_keys(&glossary, &packs);
    findings.extend(unknown.into_iter().map(|finding| finding.of(GLOSSARY)));
    let mut undeclared = match documents::named_types(&glossary) {
        Ok(types) => types,
        Err(found) => {
            findings.extend(found.into_iter().map(|finding| finding.of(GLOSSARY)));
            return Ok(());
        }
    };
    for entry in WalkDir::new(root.join("src")).into_iter().flatten() {
        let file = entry.path().strip_prefix(root)?.to_string_lossy();
        let file = file.replace('\\', "/");
        let is_wanted = file.ends_with(".rs") && undeclared.iter().any(|one| one.is_in(&file));
        if entry.file_type().is_file() && is_wanted {
            let tokens = tokens::read(&fs::read_to_string(entry.path())?)?;
            undeclared.retain(|one| !(one.is_in(&file) && one.is_declared(&tokens)));
        }
    }
    findings.extend(undeclared.iter().map(|one| one.finding().of(GLOSSARY)));
    Ok(())
}

/// The path of a source from the root of the repository.
fn name_of(root: &Path, path: &Path) -> Result<String> {
    let name = path.strip_prefix(root)?.to_string_lossy();
    Ok(name.replace('\\', "/"))
}

fn inspect_file(root: &Path, path: &Path, findings: &mut Vec<String>) -> Result<()> {
    let name = name_of(root, path)?;
    let extension = name.rsplit('.').next().unwrap_or_default();
    if !["rs", "css", "js", "html"].contains(&extension) {
        return Ok(());
    }
    let source = fs::read_to_string(path).with_context(|| format!("{name} cannot be read"))?;
    let found = inspect_source(&name, extension, &source)
        .with_context(|| format!("{name} cannot be understood"))?;
    findings.extend(found.into_iter().map(|finding| finding.of(&name)));
    Ok(())
}

fn inspect_source(name: &str, extension: &str, source: &str) -> Result<Vec<Finding>> {
    let mut findings = text_rules::forbidden_words(source);
    // The texts of the interface stand on one line in both languages.
    if ["rs", "js"].contains(&extension) && !name.starts_with("src/text/") {
        findings.extend(line_width::too_wide(source));
    }
    match extension {
        "rs" => {
            let tokens = tokens::read(source)?;
            if name.starts_with("src/") {
                findings.extend(layers::wrong_way(name, &tokens));
            }
            if name == "src/app/derived.rs" {
                findings.extend(rust_rules::other_signals(&tokens));
            }
            if name.starts_with("src/ui/") {
                findings.extend(rust_rules::unsafe_markup(&tokens));
                findings.extend(page_rules::signs(&tokens));
                findings.extend(function_rules::too_long(name, &tokens));
                findings.extend(view_layout::misplaced_lines(source)?);
            }
            if home_rules::is_of_home(name) {
                findings.extend(home_rules::long_texts(&tokens));
            }
            if name.starts_with("src/ui/pages/") {
                findings.extend(page_rules::decisions(&tokens));
            }
            // Tests at the root of the repository are lists of cases and may be long.
            if name.contains("src/") {
                findings.extend(text_rules::no_module_comment(source));
                findings.extend(text_rules::length(source));
                if !may_panic(name) {
                    findings.extend(rust_rules::panicking_calls(&tokens));
                }
            }
        }
        "css" if name != "style/tokens.css" => {
            findings.extend(style_rules::literal_colours(source))
        }
        "html" => findings.extend(style_rules::inline_styles(source)),
        _ => {}
    }
    Ok(findings)
}

/// Tests in files of their own, and the entry point, where nobody is left to hand a failure to.
fn may_panic(name: &str) -> bool {
    name.contains("/tests/") || name.ends_with("/tests.rs") || name.ends_with("/main.rs")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_repository_is_tidy() {
        let findings = inspect(workspace::root()).expect("the sources can be read");
        assert!(findings.is_empty(), "\n{}", findings.join("\n"));
    }

    #[test]
    fn every_rule_reaches_its_files() {
        check("src/ui/a.rs", "//! A.\nuse crate::text;\n", 0);
        check("src/period.rs", "//! A.\nuse crate::ui;\n", 1);
        check(
            "src/ui/a.rs",
            "//! A.\nfn a() { view! { <p inner_html=b/> } }\n",
            1,
        );
        check(
            "src/ui/a.rs",
            "//! A.\nfn a() {\n    view! {\n    <p/>\n    }\n}\n",
            1,
        );
        let wide = format!("//! A.\n// {}\n", "a".repeat(100));
        check("src/ui/a.rs", &wide, 1);
        check("src/text/a.rs", &wide, 0);
        check("public/a.js", &wide, 1);
        check("style/a.css", &wide, 0);
        check("src/ui/pages/a.rs", "//! A.\nuse crate::period::Due;\n", 1);
        check("src/ui/a.rs", "//! A.\nuse crate::period::Due;\n", 0);
        check("src/ui/a.rs", "//! A.\nconst A: &str = \"、\";\n", 1);
        check("src/app/a.rs", "//! A.\nconst A: &str = \"、\";\n", 0);
        check("src/app/a.rs", "fn a() { b.unwrap() }\n", 2);
        check("src/main.rs", "//! A.\nfn main() { b.unwrap() }\n", 0);
        check("tests/a.rs", "fn a() { b.unwrap() }\n", 0);
        check("style/a.css", "a { color: #fff }", 1);
        check("style/tokens.css", "a { color: #fff }", 0);
        check("index.html", "<p style=\"color: red\">", 1);
    }

    fn check(name: &str, source: &str, expected: usize) {
        let extension = name.rsplit('.').next().unwrap_or_default();
        let findings = inspect_source(name, extension, source).expect("the source is valid");
        assert_eq!(findings.len(), expected, "{name}: {findings:?}");
    }
}
