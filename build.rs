//! Writes the built-in standard packs without their white space, so that the app carries their
//! content alone; `src/standard/composition.rs` embeds what is written here. Asks the linker for
//! what splitting the module needs.

use std::path::Path;
use std::{env, fs, io};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=standards");
    if env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        // Which function refers to which is known to the linker alone.
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    let target = Path::new(&env::var("OUT_DIR")?).join("standards");
    for folder in ["", "shared", "example"] {
        let (from, to) = (Path::new("standards").join(folder), target.join(folder));
        fs::create_dir_all(&to)?;
        for entry in fs::read_dir(from)? {
            let path = entry?.path();
            if let (Some("json"), Some(name)) = (
                path.extension().and_then(|extension| extension.to_str()),
                path.file_name(),
            ) {
                fs::write(to.join(name), minified(&path)?)?;
            }
        }
    }
    Ok(())
}

/// The JSON of a file without white space; an error names the file and the line.
#[expect(
    clippy::disallowed_methods,
    reason = "a build script is not loaded by a phone"
)]
fn minified(path: &Path) -> Result<String, io::Error> {
    let text = fs::read_to_string(path)?;
    let value: serde_json::Value = serde_json::from_str(&text)
        .map_err(|error| io::Error::other(format!("{}: {error}", path.display())))?;
    Ok(value.to_string())
}
