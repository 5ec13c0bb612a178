//! Writes the built-in standard packs without their white space, so that the app carries their
//! content alone; `src/standard/pack_files.rs` embeds what is written here: each file whole, and
//! once more apart: in Chinese without its long texts, these texts, and what English adds. Asks the
//! linker for what splitting the module needs.

use serde_json::{Map, Value};
use std::path::Path;
use std::{env, fs, io};

/// The members that home does without: the rules and what cites them, what is asked in full, what
/// is to be done and shown for it, the fields of mechanisms, and what proves the pack. None of them
/// says how anything is reckoned.
const LONG_TEXTS: [&str; 14] = [
    "about",
    "criterion",
    "evidence",
    "examples",
    "goal",
    "hint",
    "label",
    "measure",
    "milestone",
    "note",
    "rules",
    "scope",
    "sources",
    "when",
];
/// Those of them that are lists of more than texts.
const LISTS: [&str; 2] = ["examples", "rules"];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=standards");
    if env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        // Which function refers to which is known to the linker alone.
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    let target = Path::new(&env::var("OUT_DIR")?).join("standards");
    let mut shown_later = Vec::new();
    for folder in ["", "shared", "later", "example", "help"] {
        let from = Path::new("standards").join(folder);
        let [whole, brief, texts, english] =
            ["", "brief", "texts", "english"].map(|part| target.join(part).join(folder));
        for to in [&whole, &brief, &texts, &english] {
            fs::create_dir_all(to)?;
        }
        for entry in fs::read_dir(from)? {
            let path = entry?.path();
            if let (Some("json"), Some(name)) = (
                path.extension().and_then(|extension| extension.to_str()),
                path.file_name(),
            ) {
                let mut value = content(&path)?;
                if folder == "later" {
                    shown_later.extend(shown_to_others(&value));
                }
                fs::write(whole.join(name), value.to_string())?;
                let taken = take_english(&mut value).unwrap_or(Value::Null);
                fs::write(english.join(name), taken.to_string())?;
                let taken = take_texts(&mut value).unwrap_or(Value::Null);
                fs::write(texts.join(name), taken.to_string())?;
                fs::write(brief.join(name), value.to_string())?;
            }
        }
    }
    fs::write(target.join("shown_later.txt"), shown_later.join("\n"))?;
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
        Value::Array(elements) => taken_from_each(elements, take_english),
        _ => None,
    }
}

/// Takes the long texts out, which are empty then, and returns them in the shape of the whole.
fn take_texts(value: &mut Value) -> Option<Value> {
    match value {
        Value::Object(members) => {
            let mut taken = Map::new();
            for (key, member) in members {
                let is_list = LISTS.contains(&key.as_str()) && member.is_array();
                let text = match LONG_TEXTS.contains(&key.as_str()) {
                    true if is_list => Some(std::mem::replace(member, Value::Array(Vec::new()))),
                    true => empty(member),
                    false => take_texts(member),
                };
                if let Some(text) = text {
                    taken.insert(key.clone(), text);
                }
            }
            (!taken.is_empty()).then_some(Value::Object(taken))
        }
        Value::Array(elements) => taken_from_each(elements, take_texts),
        _ => None,
    }
}

/// Empties a text, a label or a list of texts, and returns what was there; `None` if it is neither.
fn empty(member: &mut Value) -> Option<Value> {
    let emptied = match member {
        Value::String(_) => Value::from(""),
        Value::Array(elements) if elements.iter().all(Value::is_string) => Value::Array(Vec::new()),
        Value::Object(members) if members.get("zh").is_some_and(Value::is_string) => {
            Value::Object(Map::from_iter([("zh".to_owned(), Value::from(""))]))
        }
        _ => return None,
    };
    Some(std::mem::replace(member, emptied))
}

fn taken_from_each(elements: &mut [Value], take: fn(&mut Value) -> Option<Value>) -> Option<Value> {
    let taken: Vec<Option<Value>> = elements.iter_mut().map(take).collect();
    let has_any = taken.iter().any(Option::is_some);
    let taken = taken.into_iter().map(Option::unwrap_or_default);
    has_any.then(|| Value::Array(taken.collect()))
}
