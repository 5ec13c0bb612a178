//! Writes the built-in standard packs without their white space, so that the app carries their
//! content alone, and puts the pack by position where `src/standard/pack_files.rs` embeds it. Asks the
//! linker for what splitting the module needs.

use serde_json::Value;
use std::path::Path;
use std::{env, fs, io};

/// Names the folder in which the build tool had the pack written by position
/// (`src/bin/write_positional.rs`); asked for where the app is split.
const POSITIONAL: &str = "WUXING_POSITIONAL";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=standards");
    if env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        // Which function refers to which is known to the linker alone.
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
        take_positional()?;
    }
    let target = Path::new(&env::var("OUT_DIR")?).join("standards");
    let mut shown_later = Vec::new();
    for folder in ["", "shared", "later", "example", "help"] {
        let from = Path::new("standards").join(folder);
        let to = target.join(folder);
        fs::create_dir_all(&to)?;
        for entry in fs::read_dir(from)? {
            let path = entry?.path();
            if let (Some("json"), Some(name)) = (
                path.extension().and_then(|extension| extension.to_str()),
                path.file_name(),
            ) {
                let value = content(&path)?;
                if folder == "later" {
                    shown_later.extend(shown_to_others(&value));
                }
                fs::write(to.join(name), value.to_string())?;
            }
        }
    }
    fs::write(target.join("shown_later.txt"), shown_later.join("\n"))?;
    Ok(())
}

/// Puts both halves of the pack by position where they are embedded.
fn take_positional() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-env-changed={POSITIONAL}");
    let from = env::var(POSITIONAL)
        .map_err(|_| format!("the build tool names the pack by position in {POSITIONAL}"))?;
    println!("cargo::rerun-if-changed={from}");
    let to = Path::new(&env::var("OUT_DIR")?).join("positional");
    fs::create_dir_all(&to)?;
    for half in ["village.brief", "village.texts"] {
        fs::copy(Path::new(&from).join(half), to.join(half))?;
    }
    Ok(())
}

/// The mechanisms that a file brings whose cards others may see: `Mechanism::is_private` says so of
/// those that are read.
fn shown_to_others(file: &Value) -> Vec<String> {
    let mechanisms = file["checklist"]["mechanisms"].as_array();
    let brought = mechanisms.into_iter().flatten().filter(|one| {
        let mut fields = one["fields"].as_array().into_iter().flatten();
        let is_private = one["private"] == true || fields.any(|field| field["kind"] == "signal");
        one["fields"].is_array() && !is_private
    });
    let ids = brought.filter_map(|one| one["id"].as_str());
    ids.map(str::to_owned).collect()
}

/// The JSON of a file; an error names the file and the line.
#[expect(
    clippy::disallowed_methods,
    reason = "a build script is not loaded by a phone"
)]
fn content(path: &Path) -> Result<Value, io::Error> {
    let text = fs::read_to_string(path)?;
    serde_json::from_str(&text)
        .map_err(|error| io::Error::other(format!("{}: {error}", path.display())))
}
