//! A page as a screen reader comes by it (读屏顺序): every role and name in order, from the tree that
//! Chromium makes for such programs.
//!
//! Not here: whether that is any good, which is for whoever reads it, and barriers that a rule can
//! find (`audit`).

use crate::person::Person;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What is there for the layout alone and is never spoken of.
const UNSPOKEN: [&str; 6] = [
    "none",
    "generic",
    "InlineTextBox",
    "LineBreak",
    "LabelText",
    "ListMarker",
];

/// What is said of a thing beside its role and name, if it is so.
const STATES: [&str; 7] = [
    "checked", "disabled", "expanded", "pressed", "selected", "required", "invalid",
];

/// The page that is open, one thing a line, each deeper than what it is in.
///
/// # Errors
/// When the browser is none of Chromium's, or refuses.
pub fn page(person: &Person) -> Result<String> {
    let session = &person.browser.session;
    let answer = session.chromium("Accessibility.getFullAXTree", &json!({}))?;
    let nodes = answer["nodes"].as_array().context("a list of nodes")?;
    Ok(lines(nodes))
}

fn lines(nodes: &[Value]) -> String {
    let by_id: BTreeMap<&str, &Value> = nodes
        .iter()
        .filter_map(|node| Some((node["nodeId"].as_str()?, node)))
        .collect();
    let mut tree = Tree {
        by_id,
        lines: String::new(),
    };
    if let Some(root) = nodes.first() {
        tree.read(root, 0, "");
    }
    tree.lines
}

struct Tree<'a> {
    by_id: BTreeMap<&'a str, &'a Value>,
    lines: String,
}

impl<'a> Tree<'a> {
    /// Reads a thing and what is in it. `covered` has been said of what it is in.
    fn read(&mut self, node: &'a Value, depth: usize, covered: &str) {
        let role = node["role"]["value"].as_str().unwrap_or_default();
        let name = node["name"]["value"].as_str().unwrap_or_default();
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let is_text = role == "StaticText";
        let is_said = is_text && squeezed(covered).contains(&squeezed(&name));
        if node["ignored"] == true || UNSPOKEN.contains(&role) || is_said {
            self.read_inside(node, depth, covered);
            return;
        }
        let line = if is_text {
            name.clone()
        } else {
            described(node, role, &name)
        };
        self.lines += &"  ".repeat(depth);
        self.lines += &line;
        self.lines.push('\n');
        if !is_text {
            self.read_inside(node, depth + 1, &name);
        }
    }

    fn read_inside(&mut self, node: &'a Value, depth: usize, covered: &str) {
        let children = node["childIds"].as_array().into_iter().flatten();
        for id in children.filter_map(Value::as_str) {
            if let Some(child) = self.by_id.get(id).copied() {
                self.read(child, depth, covered);
            }
        }
    }
}

fn described(node: &Value, role: &str, name: &str) -> String {
    let mut line = role.to_owned();
    if !name.is_empty() {
        line += &format!(" 「{name}」");
    }
    if let Some(value) = node["value"]["value"].as_str() {
        line += &format!(" = {value}");
    }
    for property in node["properties"].as_array().into_iter().flatten() {
        let (name, value) = (&property["name"], &property["value"]["value"]);
        let is_so = *value == true || value == "true";
        if let Some(name) = name.as_str().filter(|name| is_so && STATES.contains(name)) {
            line += &format!(", {name}");
        }
    }
    line
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_spoken_is_read_in_order() {
        fn check(nodes: &Value, expected: &str) {
            assert_eq!(lines(nodes.as_array().unwrap()), expected, "{nodes}");
        }

        let node = |id: &str, role: &str, name: &str, children: &[&str]| {
            json!({
                "nodeId": id, "role": {"value": role}, "name": {"value": name},
                "childIds": children,
            })
        };
        check(&json!([]), "");
        check(
            &json!([
                node("1", "RootWebArea", "五基", &["2", "4", "7"]),
                node("2", "generic", "", &["3"]),
                node("3", "heading", "首页", &["9"]),
                node("9", "StaticText", "首页", &[]),
                node("4", "button", "导出 备份", &["5", "6"]),
                node("5", "StaticText", "导出", &[]),
                node("6", "StaticText", " 备份", &[]),
                node("7", "paragraph", "", &["8"]),
                node("8", "StaticText", "还有  三天", &[]),
            ]),
            "RootWebArea 「五基」\n  heading 「首页」\n  button 「导出 备份」\n  paragraph\n    还有 三天\n",
        );
        let ticked = json!([{
            "nodeId": "1", "role": {"value": "checkbox"}, "name": {"value": "开"},
            "properties": [
                {"name": "checked", "value": {"value": "true"}},
                {"name": "disabled", "value": {"value": false}},
            ],
        }]);
        check(&ticked, "checkbox 「开」, checked\n");
    }
}
