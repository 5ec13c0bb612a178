//! Puts the script together that runs before the app and in its place (启动脚本): the files of
//! `public/boot/` in one function, with the texts of the interface and the names of what is stored
//! written in.
//!
//! The texts stand where all texts of the interface do, so that the compiler misses a language;
//! what of them the scripts do not use is found here. Not here: what the scripts do.

use anyhow::{Context, Result, bail};
use serde_json::json;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The texts of an area, each with its name: in Chinese and in English.
macro_rules! texts {
    ($($name:ident: &'static str = $chinese:expr, $english:expr;)*) => {
        /// The texts that are written into the scripts.
        pub const TEXTS: &[(&str, [&str; 2])] = &[
            $((stringify!($name), [$chinese, $english]),)*
        ];
    };
}

// Both are read, and nothing of the app is compiled for them.
#[path = "../../../src/storage/names.rs"]
mod names;
#[path = "../../../src/text/rescue.rs"]
mod rescue;

/// The files, in the order in which they are joined. What a later one declares an earlier one may
/// use, since all of them are one function, but not before the last of them begins.
const FILES: [&str; 8] = [
    "look.js",
    "floor.js",
    "raw-data.js",
    "hand-out.js",
    "rescue-page.js",
    "errors.js",
    "slow-start.js",
    "begin.js",
];

const HEAD: &str = "(function () {\n\"use strict\";\nvar root = document.documentElement;\n";
const FOOT: &str = "})();\n";

/// A value that is written into the scripts, under its name there.
struct Value {
    name: String,
    literal: String,
}

/// The whole script, from the files of a folder.
///
/// # Errors
/// When a file is missing or is not among those that are joined, or when what it names is not
/// there.
pub fn join(folder: &Path) -> Result<String> {
    let entries = fs::read_dir(folder).with_context(|| format!("no {}", folder.display()))?;
    for entry in entries {
        let name = entry?.file_name();
        if !FILES.iter().any(|file| name == *file) {
            bail!("{name:?} is not among the files that are joined");
        }
    }
    let mut script = HEAD.to_owned();
    for file in FILES {
        let path = folder.join(file);
        let text = fs::read_to_string(&path);
        script += &text.with_context(|| format!("{} could not be read", path.display()))?;
    }
    write_in(&(script + FOOT), &values())
}

/// Everything that scripts can name.
fn values() -> Vec<Value> {
    let texts = rescue::TEXTS.iter().map(|(name, both)| Value {
        name: format!("TEXTS.{name}"),
        literal: json!(both).to_string(),
    });
    let stored = [
        ("PREFIX", json!(names::PREFIX)),
        ("LOOK_KEY", json!(names::LOOK_KEY)),
        ("DATABASE", json!(names::DATABASE)),
        ("JOURNAL", json!(names::JOURNAL)),
        ("RESCUE_FORMAT", json!(names::RESCUE_FORMAT)),
        ("RESCUE_VERSION", json!(names::RESCUE_VERSION)),
    ];
    let stored = stored.into_iter().map(|(name, value)| Value {
        name: format!("STORED.{name}"),
        literal: value.to_string(),
    });
    texts.chain(stored).collect()
}

/// A script with values in the place of their names, which begin with `TEXTS.` or `STORED.`.
///
/// # Errors
/// When a name has no value, or a value is never named.
fn write_in(script: &str, values: &[Value]) -> Result<String> {
    let mut unused: BTreeSet<&str> = values.iter().map(|value| value.name.as_str()).collect();
    let mut written = String::new();
    let mut rest = script;
    while let Some(start) = ["TEXTS.", "STORED."]
        .iter()
        .filter_map(|mark| rest.find(mark))
        .min()
    {
        let (before, after) = rest.split_at(start);
        let is_of_a_name = |letter: char| letter.is_ascii_alphanumeric() || "._".contains(letter);
        // The name ends before the next member, such as `.join`.
        let end = after
            .match_indices(|letter| !is_of_a_name(letter) || letter == '.')
            .map(|(index, _)| index)
            .nth(1)
            .unwrap_or(after.len());
        let (name, after) = after.split_at(end);
        let Some(value) = values.iter().find(|value| value.name == name) else {
            bail!("public/boot/ names {name}, which is not there");
        };
        unused.remove(name);
        written += before;
        written += &value.literal;
        rest = after;
    }
    if let Some(name) = unused.first() {
        bail!("public/boot/ does not use {name}");
    }
    Ok(written + rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::without_script_comments;
    use crate::workspace;

    fn whole() -> String {
        join(&workspace::root().join("public/boot")).expect("all files are there")
    }

    #[test]
    fn names_are_replaced_by_what_they_stand_for() {
        fn check(script: &str, expected: Option<&str>) {
            let values = [
                ("TEXTS.copy", "[\"复制\",\"Copy\"]"),
                ("STORED.KEY", "\"a\""),
            ];
            let values = values.map(|(name, literal)| Value {
                name: name.to_owned(),
                literal: literal.to_owned(),
            });
            let written = write_in(script, &values).ok();
            assert_eq!(written.as_deref(), expected, "{script}");
        }

        check(
            "a(TEXTS.copy.join(\" \"), STORED.KEY);",
            Some("a([\"复制\",\"Copy\"].join(\" \"), \"a\");"),
        );
        check("TEXTS.copy+STORED.KEY", Some("[\"复制\",\"Copy\"]+\"a\""));
        check("a(TEXTS.copy, STORED.OTHER, STORED.KEY);", None);
        check("a(TEXTS.copy);", None);
    }

    #[test]
    fn it_runs_in_old_browsers_and_inside_a_page() {
        let script = whole();
        let code = without_script_comments(&script);
        for newer in [
            "=>", "`", "let ", "const ", "class ", "async ", "await ", "...", "?.", "??",
        ] {
            assert!(!code.contains(newer), "{newer} is there");
        }
        for style in [".style", "style=", "innerHTML"] {
            assert!(!code.contains(style), "{style} is there");
        }
        // In the single file it stands inside the page, comments and all.
        for ending in ["</script", "<!--", "<script"] {
            assert!(!script.contains(ending), "{ending} is there");
        }
    }

    #[test]
    fn it_knows_what_is_stored_and_what_the_start_leaves() {
        let script = whole();
        for part in [
            "getItem(\"wuxing:look\")",
            "indexedDB.open(\"wuxing\")",
            "format: \"wuxing-rescue\"",
            "!window.wuxingBegins",
            "[\"重新打开\",\"Reload\"]",
        ] {
            assert!(script.contains(part), "{part} is missing");
        }
    }

    #[test]
    fn it_only_reads() {
        let code = without_script_comments(&whole());
        for touching in [
            "setItem",
            "removeItem",
            "clear()",
            "deleteDatabase",
            "readwrite",
        ] {
            assert!(!code.contains(touching), "{touching} is there");
        }
    }
}
