//! Names out of texts (名称): what a heading is called, the first words of an indicator, papers.
//!
//! Not here: which row is what (`reading`).

use super::cells::Cell;
use super::numbers::{named_tenths, without_ordinal};

/// The first text of a row that is its own.
pub(super) fn first_text(cells: &[Cell]) -> String {
    let said = cells
        .iter()
        .find(|cell| !cell.joined && !cell.text.is_empty());
    said.map_or_else(String::new, |cell| cell.text.clone())
}

/// The first line of a text.
pub(super) fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or(text)
}

/// Whether the only text of a row is a heading: an ordinal in front, or points behind, and short.
pub(super) fn is_heading(text: &str) -> bool {
    let is_short = text.chars().count() <= 40 && !text.contains('。');
    let numbered = without_ordinal(text) != text.trim();
    let named = named_tenths(text).is_some() || text.contains("否决") || text.contains("加分");
    is_short && (numbered || named)
}

/// A heading without the points in brackets behind it.
pub(super) fn without_points(text: &str) -> String {
    let end = text.find(['（', '(']).filter(|start| {
        let inner = &text[*start..];
        inner.contains('分') || inner.contains('%') || inner.contains('％')
    });
    let name = text[..end.unwrap_or(text.len())]
        .trim()
        .trim_end_matches(['：', ':']);
    match name.is_empty() {
        true => text.trim().to_owned(),
        false => name.to_owned(),
    }
}

/// The first words of an indicator, at most 16 characters.
pub(super) fn short_name(text: &str) -> String {
    let text = without_points(without_ordinal(first_line(text)));
    let clause = text
        .split(['。', '；', '，', '：', ':', ','])
        .next()
        .unwrap_or(&text)
        .trim();
    match clause.chars().count() {
        0 => "未命名".to_owned(),
        1..=16 => clause.to_owned(),
        _ => clause.chars().take(15).chain(['…']).collect(),
    }
}

/// What is asked, in full: every text once, and not the name alone.
pub(super) fn criterion(title: &str, texts: &[&str]) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for text in texts.iter().flat_map(|text| text.lines()) {
        let text = text.trim();
        if !text.is_empty() && !lines.contains(&text) {
            lines.push(text);
        }
    }
    if lines.len() > 1
        && lines
            .first()
            .is_some_and(|first| without_ordinal(first) == title)
    {
        lines.remove(0);
    }
    match lines.is_empty() {
        true => title.to_owned(),
        false => lines.join("\n"),
    }
}

/// The papers that a cell names.
pub(super) fn papers(text: &str) -> Vec<String> {
    let names = text.split(['、', '；', ';', '\n', '，', ',']);
    let names = names.map(|name| without_ordinal(name.trim()).trim_end_matches('。'));
    let names = names.filter(|name| !name.is_empty() && name.chars().count() <= 40);
    names.map(str::to_owned).collect()
}
