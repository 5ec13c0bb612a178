//! `public/boot.js` runs where the app cannot, so nothing but these checks ties the two together.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]

use std::fs;
use std::path::Path;

use wuxing::storage::keys::{LOOK_KEY, PREFIX};
use wuxing::storage::{JournalRecord, Source, rescue};

fn file(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// The script without its comments.
fn boot_script() -> String {
    let is_code = |line: &&str| !line.trim_start().starts_with("//");
    file("public/boot.js")
        .lines()
        .filter(is_code)
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn the_boot_script_says_what_the_app_says() {
    let script = boot_script();
    let check = |expected: &str| assert!(script.contains(expected), "{expected} is missing");
    check(&format!("STORE_PREFIX = \"{PREFIX}\""));
    check(&format!("LOOK_KEY = \"{LOOK_KEY}\""));
    check(&format!("format: \"{}\"", rescue::RESCUE_FORMAT));
    // The journal's adapter is built for the browser alone, so its source is read.
    let adapter = file("src/platform/journal.rs");
    for (name, value) in [("DATABASE: &str", "wuxing"), ("STORE: &str", "journal")] {
        assert!(
            adapter.contains(&format!("const {name} = \"{value}\"")),
            "{name} has changed"
        );
    }
    check("DATABASE = \"wuxing\"");
    check("JOURNAL = \"journal\"");
}

#[test]
fn the_boot_script_runs_in_old_browsers_and_inside_a_page() {
    let script = boot_script();
    let check = |forbidden: &str| assert!(!script.contains(forbidden), "{forbidden} is there");
    for newer in [
        "=>", "`", "let ", "const ", "class ", "async ", "await ", "...", "?.", "??",
    ] {
        check(newer);
    }
    // In the single file the script stands inside the page, comments and all.
    let whole = file("public/boot.js");
    for ending in ["</script", "<!--", "<script"] {
        assert!(!whole.contains(ending), "{ending} is there");
    }
    for style in [".style", "style=", "innerHTML"] {
        check(style);
    }
}

#[test]
fn the_app_opens_what_the_boot_script_saves() {
    // As boot.js writes it: two spaces, its own order of fields, numbers of the journal as they
    // are.
    let record = JournalRecord::of_document("settings", 3, 1, "{\"n\":3}");
    let text = format!(
        r#"{{
  "format": "wuxing-rescue",
  "version": 1,
  "local_storage": {{
    "wuxing:look": "{{}}",
    "wuxing:slot:settings:a": "wuxing-slot 1 2 1 damaged\n{{}}"
  }},
  "journal": [
    {{
      "key": "settings",
      "generation": 3,
      "schema": 1,
      "sha256": "{}",
      "deleted": false,
      "body": "{{\"n\":3}}"
    }}
  ],
  "unreadable": []
}}"#,
        record.sha256
    );
    let loaded = rescue::open(&text, 1, 0).unwrap();
    assert_eq!(loaded.documents.len(), 1);
    assert_eq!(loaded.documents[0].body, "{\"n\":3}");
    assert_eq!(loaded.documents[0].source, Source::Journal);
    assert_eq!(loaded.faults.len(), 1);
}
