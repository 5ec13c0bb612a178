//! What the documents say of the sources: the files that they name are there, and the types of the
//! glossary are declared where it says. A name that is changed is then changed in both.
//!
//! Not here: whether what they say of them is true.

use super::Finding;
use super::tokens::{Token, end_of_item};

/// The folders of the repository and of `src/` by which a text is known to be a path of it. What
/// begins otherwise is something else: a key, a media type, a folder that a build makes.
const FOLDERS: [&str; 21] = [
    ".ci",
    ".github",
    "app",
    "assessment",
    "docs",
    "duty",
    "exchange",
    "fuzz",
    "ledger",
    "period",
    "platform",
    "public",
    "rectification",
    "src",
    "standard",
    "standards",
    "storage",
    "style",
    "tests",
    "ui",
    "xtask",
];

/// Finds the paths in backquotes that `exists` knows nothing of. Patterns such as `file-v*.json`
/// and places for a name such as `<area>` are no paths.
pub fn missing_paths(document: &str, exists: impl Fn(&str) -> bool) -> Vec<Finding> {
    let is_path = |text: &str| {
        let of_a_path = |sign: char| sign.is_ascii_alphanumeric() || "_-./".contains(sign);
        let folder = text.split_once('/').map(|(folder, _)| folder);
        text.chars().all(of_a_path) && folder.is_some_and(|folder| FOLDERS.contains(&folder))
    };
    quoted(document)
        .filter(|(_, text)| is_path(text) && !exists(text))
        .map(|(line, text)| Finding::new(line, format!("there is no {text}")))
        .collect()
}

/// A type as the glossary names it: `assessment::Verdict`, or with one of its variants or fields
/// `assessment::Verdict::Met`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedType {
    /// The line of the glossary, from 1.
    pub line: usize,
    /// The path of the module below `src/`, with `/` between its parts.
    pub module: String,
    /// The name of the type.
    pub name: String,
    /// The variant or field that is named with it.
    pub member: Option<String>,
}

impl NamedType {
    /// Reads the path of a type; `None` if the text names none.
    fn read(line: usize, path: &str) -> Option<Self> {
        let parts: Vec<&str> = path.split("::").collect();
        let is_type = |part: &&str| part.starts_with(|sign: char| sign.is_ascii_uppercase());
        let place = parts.iter().position(is_type).filter(|place| *place > 0)?;
        Some(Self {
            line,
            module: parts[..place].join("/"),
            name: parts[place].to_owned(),
            member: parts.get(place + 1).map(|part| (*part).to_owned()),
        })
    }

    /// Whether this file, such as `src/assessment/answer.rs`, belongs to its module.
    pub fn is_in(&self, file: &str) -> bool {
        let below = file
            .strip_prefix("src/")
            .and_then(|file| file.strip_prefix(&self.module));
        below.is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
    }

    /// Whether a file declares it, for others to use, with the member that is named.
    pub fn is_declared(&self, tokens: &[Token]) -> bool {
        let text = |index: usize| tokens.get(index).map_or("", |token| token.text.as_str());
        (1..tokens.len()).any(|index| {
            let is_declaration = ["struct", "enum", "trait", "type"].contains(&text(index))
                // `)` ends the visibility of `pub(crate)`.
                && ["pub", ")"].contains(&text(index - 1))
                && text(index + 1) == self.name;
            is_declaration
                && self.member.as_ref().is_none_or(|member| {
                    let body = &tokens[index + 2..end_of_item(tokens, index + 2)];
                    // Of an enum that a macro declares, the members stand in the rows of a table.
                    let is_of_macro = body.iter().any(|token| token.text == "$");
                    let rows = if is_of_macro { tokens } else { body };
                    rows.iter().any(|token| token.text == *member)
                })
        })
    }

    /// What to say where no file declares it.
    pub fn finding(&self) -> Finding {
        let Self {
            module,
            name,
            member,
            ..
        } = self;
        let member = member.as_ref().map(|member| format!("::{member}"));
        let member = member.unwrap_or_default();
        let message = format!("src/{module} declares no {name}{member}; mend the glossary");
        Finding::new(self.line, message)
    }
}

/// The types that a glossary names: what stands in backquotes and has `::` in it.
///
/// # Errors
/// The findings about paths that name no type.
pub fn named_types(glossary: &str) -> Result<Vec<NamedType>, Vec<Finding>> {
    let mut types = Vec::new();
    let mut findings = Vec::new();
    for (line, path) in quoted(glossary).filter(|(_, text)| text.contains("::")) {
        match NamedType::read(line, path) {
            Some(named) => types.push(named),
            None => findings.push(Finding::new(line, format!("{path} is no path of a type"))),
        }
    }
    if findings.is_empty() {
        Ok(types)
    } else {
        Err(findings)
    }
}

/// Finds the keys and sources in the tables of the glossary that no pack has. `packs` are the texts
/// of all files of packs.
pub fn missing_keys(glossary: &str, packs: &str) -> Vec<Finding> {
    let rows: Vec<&str> = glossary.lines().collect();
    let is_in_a_table = |line: usize| rows[line - 1].starts_with('|');
    quoted(glossary)
        .filter(|(line, text)| is_in_a_table(*line) && !text.contains("::"))
        .filter(|(_, key)| !packs.contains(&format!("\"{key}\"")))
        .map(|(line, key)| Finding::new(line, format!("no pack has {key}; mend the glossary")))
        .collect()
}

/// What stands in backquotes, with its line. Blocks of code are left out: they are examples.
fn quoted(document: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut in_block = false;
    document
        .lines()
        .enumerate()
        .filter(move |(_, line)| {
            let is_fence = line.trim_start().starts_with("```");
            in_block ^= is_fence;
            !in_block && !is_fence
        })
        .flat_map(|(index, line)| {
            let inside = line.split('`').skip(1).step_by(2);
            inside.map(move |text| (index + 1, text))
        })
}

#[cfg(test)]
mod tests {
    use super::super::tokens::read;
    use super::*;

    #[test]
    fn paths_that_are_gone_are_found() {
        fn check(document: &str, expected: &[usize]) {
            let there = ["src/lib.rs", "tests/app", "docs/glossary.md"];
            let found = missing_paths(document, |path| there.contains(&path.trim_end_matches('/')));
            let lines: Vec<usize> = found.iter().map(|finding| finding.line).collect();
            assert_eq!(lines, expected, "{document}: {found:?}");
        }

        check("In `src/lib.rs`, `tests/app/` and `docs/glossary.md`.", &[]);
        check("One line,\nand `src/gone.rs` with `app/gone/`.", &[2, 2]);
        check("`src/text/<area>.rs`, `tests/fixtures/file-v*.json`", &[]);
        check(
            "`ledger/<uuid>`, `application/json`, `dist/site/`, `a`",
            &[],
        );
        check("```sh\nls `src/gone.rs`\n```\n`src/gone.rs`", &[4]);
        check("src/gone.rs without backquotes", &[]);
    }

    #[test]
    fn types_of_the_glossary_are_looked_for_in_their_module() {
        fn check(path: &str, file: &str, source: &str, expected: bool) {
            let types = named_types(&format!("| 词 | word | `{path}` |")).expect("names a type");
            let [named] = &types[..] else {
                panic!("{path} names one type: {types:?}");
            };
            let tokens = read(source).expect("is Rust");
            let found = named.is_in(file) && named.is_declared(&tokens);
            assert_eq!(found, expected, "{path} in {file}: {source}");
        }

        let source = "pub enum Verdict { /// Met.\n Met, Count { done: u32 } } pub fn a() {}";
        check("a::Verdict", "src/a.rs", source, true);
        check("a::Verdict", "src/a/mod.rs", source, true);
        check("a::Verdict", "src/a/b/c.rs", source, true);
        check("a::b::Verdict", "src/a/b.rs", source, true);
        check("a::b::Verdict", "src/a/c.rs", source, false);
        check("a::Verdict", "src/ab.rs", source, false);
        check("a::Verdict", "tests/a.rs", source, false);
        check("a::Verdicts", "src/a.rs", source, false);
        check("a::Verdict::Met", "src/a.rs", source, true);
        check("a::Verdict::done", "src/a.rs", source, true);
        check("a::Verdict::Unmet", "src/a.rs", source, false);
        check(
            "a::Card",
            "src/a.rs",
            "pub(crate) struct Card<'a>(&'a str);",
            true,
        );
        check(
            "a::Card::title",
            "src/a.rs",
            "pub struct Card<A> { title: A }",
            true,
        );
        check(
            "a::Card::title",
            "src/a.rs",
            "pub struct Card; pub fn title() {}",
            false,
        );
        check("a::Clock", "src/a.rs", "pub trait Clock {} ", true);
        check("a::Done", "src/a.rs", "pub type Done = Box<u8>;", true);
        check("a::Card", "src/a.rs", "struct Card;", false);
        check(
            "a::Card",
            "src/a.rs",
            "pub fn a() { b!(Card) } // pub struct Card",
            false,
        );
    }

    #[test]
    fn keys_that_no_pack_has_are_found() {
        fn check(glossary: &str, expected: &[usize]) {
            let found = missing_keys(glossary, r#"{"id": "ZB-11", "key": "star_party"}"#);
            let lines: Vec<usize> = found.iter().map(|finding| finding.line).collect();
            assert_eq!(lines, expected, "{glossary}: {found:?}");
        }

        check("| 星 | star | `star_party` | `ZB-11` |", &[]);
        check("| 星 | star | `star` | `ZB-11`, `ZB-1` |", &[1, 1]);
        check(
            "Outside of tables `anything`.\n| `a::Type` | `gone` |",
            &[2],
        );
    }

    #[test]
    fn what_names_no_type_is_a_finding() {
        let found = named_types("`a::Verdict`\n`a::verdict`\n`Verdict::Met`\n`a`\n");
        let lines = |findings: Vec<Finding>| findings.iter().map(|one| one.line).collect();
        assert_eq!(found.map_err(lines), Err(vec![2, 3]));
    }
}
