//! The scripts that stand in pages before the app, or in its place: what they may not use, and what
//! they may not touch.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]

use std::fs;
use std::path::Path;
use wuxing::exchange::DocumentKey;
use wuxing::storage::keys::{SlotName, slot_key};

fn file(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// A script without its comments.
fn code(name: &str) -> String {
    let script = file(name);
    let lines = script.lines();
    let code: Vec<&str> = lines
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect();
    code.join("\n")
}

#[test]
fn they_run_in_old_browsers_and_inside_a_page() {
    for name in [
        "public/needed.js",
        "public/preload.js",
        "public/missing-files.js",
        "public/repair.js",
    ] {
        let script = code(name);
        for newer in [
            "=>", "`", "let ", "const ", "class ", "async ", "await ", "...", "?.", "??",
        ] {
            assert!(!script.contains(newer), "{name}: {newer}");
        }
        for ending in ["</script", "<!--", "<script"] {
            assert!(!file(name).contains(ending), "{name}: {ending}");
        }
    }
}

#[test]
fn nothing_that_downloads_the_app_anew_touches_what_she_has_entered() {
    for name in [
        "public/missing-files.js",
        "public/repair.js",
        "public/service-worker.js",
    ] {
        let script = code(name);
        for touching in [
            "setItem",
            "removeItem",
            "clear(",
            "indexedDB",
            "deleteDatabase",
            "Clear-Site-Data",
        ] {
            assert!(!script.contains(touching), "{name}: {touching}");
        }
    }
}

#[test]
fn what_is_dropped_is_named_as_the_worker_names_it() {
    let worker = code("public/service-worker.js");
    assert!(worker.contains(r#""wuxing " + new URL(self.registration.scope).pathname + " ""#));
    let repair = code("public/repair.js");
    assert!(repair.contains(r#""wuxing " + folder.pathname + " ""#));
    assert!(repair.contains("indexOf(prefix) === 0"));
}

#[test]
fn the_page_asks_not_to_be_translated_and_the_light_theme_not_to_be_darkened() {
    let page = file("index.html");
    assert!(page.contains(r#"<html lang="zh-CN" translate="no">"#));
    assert!(page.contains(r#"<meta name="google" content="notranslate">"#));
    assert!(file("style/tokens.css").contains("color-scheme: only light;"));
}

#[test]
fn the_start_says_that_its_file_came() {
    // Without it boot.js would take every start for one whose script came empty.
    let mark = "wuxingBegins";
    assert!(code("public/start.js").contains(&format!("window.{mark} = true;")));
    assert!(code("public/boot/begin.js").contains(&format!("!window.{mark}")));
}

#[test]
fn a_standard_of_her_own_is_found_by_its_key() {
    let key = DocumentKey::Standard(uuid::Uuid::nil()).to_string();
    let key = slot_key(&key, SlotName::A);
    let script = code("public/needed.js");
    let (_, beginning) = script.split_once("var OWN_STANDARD = \"").unwrap();
    let (beginning, _) = beginning.split_once('"').unwrap();
    assert!(key.starts_with(beginning), "{key}");
    assert!(beginning.ends_with("standard/"), "{beginning}");
}
