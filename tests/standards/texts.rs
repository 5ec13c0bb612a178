//! The texts: short titles, English, nothing said in two files, no addresses.

use super::all_packs as packs;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;
use wuxing::sorted_map::SortedMap;

/// Calls `visit` with the way to every string of a JSON value and the string.
fn each_string(value: &Value, way: &mut Vec<String>, visit: &mut impl FnMut(&[String], &str)) {
    match value {
        Value::String(text) => visit(way, text),
        Value::Array(elements) => {
            for (index, element) in elements.iter().enumerate() {
                way.push(index.to_string());
                each_string(element, way, visit);
                way.pop();
            }
        }
        Value::Object(members) => {
            for (key, member) in members {
                way.push(key.clone());
                each_string(member, way, visit);
                way.pop();
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn chinese_characters(text: &str) -> usize {
    text.chars()
        .filter(|character| ('\u{4e00}'..='\u{9fff}').contains(character))
        .count()
}

#[test]
fn titles_are_short_and_every_label_has_english() {
    for pack in packs() {
        let value = serde_json::to_value(&pack).unwrap();
        let mut chinese = BTreeSet::new();
        let mut english = BTreeSet::new();
        each_string(&value, &mut Vec::new(), &mut |way, text| {
            let [before @ .., label, language] = way else {
                return;
            };
            let place = format!("{}/{label}", before.join("/"));
            // 「80–94%」 reads alike in both languages.
            if language == "zh" && chinese_characters(text) > 0 {
                chinese.insert(place);
            } else if language == "en" {
                assert_eq!(chinese_characters(text), 0, "{} {text}", pack.id);
                english.insert(place);
            }
            if label == "title" && language == "zh" {
                assert!(chinese_characters(text) <= 16, "{} {text}", pack.id);
            }
        });
        assert_eq!(chinese, english, "{}", pack.id);
    }
}

/// The files of `standards/`, with their paths.
fn files() -> Vec<(String, Value)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("standards");
    let mut files = Vec::new();
    for folder in [root.clone(), root.join("shared"), root.join("later")] {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path
                .extension()
                .is_some_and(|extension| extension == "json")
            {
                let text = std::fs::read_to_string(&path).unwrap();
                let value = serde_json::from_str(&text).unwrap();
                files.push((
                    path.strip_prefix(&root).unwrap().display().to_string(),
                    value,
                ));
            }
        }
    }
    let later = files.iter().filter(|(file, _)| file.starts_with("later"));
    assert_eq!(files.len() - later.count(), 21);
    files
}

#[test]
fn no_text_stands_in_two_files() {
    let mut seen: SortedMap<String, String> = SortedMap::new();
    for (file, value) in files() {
        each_string(&value, &mut Vec::new(), &mut |way, text| {
            // Examples are tests: they say what they show, each for itself.
            if way.first().is_some_and(|first| first == "examples") {
                return;
            }
            // One document has rules in both files of the register.
            if way.last().is_some_and(|last| last == "document") {
                return;
            }
            for sentence in text.split(['。', '；', '：', '，']) {
                if chinese_characters(sentence) < 12 {
                    continue;
                }
                let before = seen
                    .entry(sentence.to_owned())
                    .or_insert_with(|| file.clone());
                assert_eq!(*before, file, "{sentence}");
            }
        });
    }
}

#[test]
fn the_files_cite_what_they_register_and_no_addresses() {
    let cited: BTreeSet<String> = packs()
        .iter()
        .flat_map(|pack| &pack.rules)
        .map(|rule| rule.id.clone())
        .collect();
    for register in ["shared/rules.json", "shared/rules_of_other_types.json"] {
        let (_, registry) = files()
            .into_iter()
            .find(|(file, _)| file == register)
            .unwrap();
        for rule in registry["rules"].as_array().unwrap() {
            assert!(cited.contains(rule["id"].as_str().unwrap()), "{rule}");
        }
    }
    for (file, value) in files() {
        each_string(&value, &mut Vec::new(), &mut |way, text| {
            let lower = text.to_lowercase();
            assert!(
                !lower.contains("http") && !lower.contains("www."),
                "{file} {way:?}"
            );
            // Numbers of articles stand in the registry alone, each with its mark.
            let article = way.last().is_some_and(|last| last == "article");
            let numbered = text.contains('第') && text.contains('条') && !article;
            assert!(
                !numbered || text.contains("第四季度"),
                "{file} {way:?} {text}"
            );
        });
    }
}
