//! Writes the built-in standard packs without their white space, so that the app carries their
//! content alone; `src/standard/pack_files.rs` embeds what is written here: each file whole, and
//! once more apart, in Chinese and what English adds. Asks the linker for what splitting the module
//! needs.

use serde_json::{Map, Value};
use std::path::Path;
use std::{env, fs, io};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=standards");
    if env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        // Which function refers to which is known to the linker alone.
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    let target = Path::new(&env::var("OUT_DIR")?).join("standards");
    for folder in ["", "shared", "example", "help"] {
        let from = Path::new("standards").join(folder);
        let [whole, chinese, english] =
            ["", "chinese", "english"].map(|part| target.join(part).join(folder));
        for to in [&whole, &chinese, &english] {
            fs::create_dir_all(to)?;
        }
        for entry in fs::read_dir(from)? {
            let path = entry?.path();
            if let (Some("json"), Some(name)) = (
                path.extension().and_then(|extension| extension.to_str()),
                path.file_name(),
            ) {
                let mut value = content(&path)?;
                fs::write(whole.join(name), value.to_string())?;
                let taken = take_english(&mut value).unwrap_or(Value::Null);
                fs::write(chinese.join(name), value.to_string())?;
                fs::write(english.join(name), taken.to_string())?;
            }
        }
    }
    Ok(())
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

/// Takes the English half out of every label, and returns it in the shape of the whole; `None` if
/// there is none. `standard::composition` lays it back.
fn take_english(value: &mut Value) -> Option<Value> {
    match value {
        Value::Object(members) => {
            let mut taken = Map::new();
            if members.contains_key("zh")
                && let Some(english) = members.remove("en")
            {
                taken.insert("en".to_owned(), english);
            }
            for (key, member) in members {
                if let Some(english) = take_english(member) {
                    taken.insert(key.clone(), english);
                }
            }
            (!taken.is_empty()).then_some(Value::Object(taken))
        }
        Value::Array(elements) => {
            let taken = elements.iter_mut().map(take_english);
            let taken: Vec<Option<Value>> = taken.collect();
            let has_any = taken.iter().any(Option::is_some);
            let taken = taken.into_iter().map(Option::unwrap_or_default);
            has_any.then(|| Value::Array(taken.collect()))
        }
        _ => None,
    }
}
