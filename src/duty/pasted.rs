//! Rows of a card out of pasted text (粘贴成行): a line each, with tabs between the cells, as they come
//! from a spreadsheet or a table.
//!
//! Not here: files, and under which keys the cells are kept (`ledger`).

use crate::ledger::FieldValue;
use crate::period::CivilDate;
use crate::standard::{Column, ColumnKind, RowsForm};

/// The cells of a row in which something stands: the key of each column, and the value.
pub type PastedRow = Vec<(String, FieldValue)>;

/// What is taken for a tick that is set.
const SET: [&str; 8] = ["√", "✓", "✔", "是", "已", "1", "x", "yes"];

/// The rows of a text. Empty lines, and a first line that is the heads of the columns, are passed
/// over. What is no value of its column is left out; cells beyond the last column go to the last
/// one that takes text.
pub fn pasted(form: &RowsForm, text: &str) -> Vec<PastedRow> {
    let lines = text.lines().map(|line| line.trim_end_matches('\r'));
    let lines = lines.filter(|line| !line.trim().is_empty());
    let rows = lines.enumerate().filter_map(|(number, line)| {
        let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
        if number == 0 && are_heads(form, &cells) {
            return None;
        }
        let row = row_of(form, &cells);
        (!row.is_empty()).then_some(row)
    });
    rows.collect()
}

fn are_heads(form: &RowsForm, cells: &[&str]) -> bool {
    let heads = form.columns.iter().zip(cells);
    cells.len() > 1 && heads.clone().count() > 1 && heads.into_iter().all(is_head)
}

fn is_head((column, cell): (&Column, &&str)) -> bool {
    column.label.zh == **cell || column.label.en.as_deref() == Some(*cell)
}

fn row_of(form: &RowsForm, cells: &[&str]) -> PastedRow {
    let columns = form.columns.len();
    let mut row: PastedRow = form
        .columns
        .iter()
        .zip(cells)
        .filter_map(|(column, cell)| Some((column.key.clone(), value(&column.kind, cell)?)))
        .collect();
    let rest = cells.get(columns..).unwrap_or_default();
    let rest: Vec<&str> = rest
        .iter()
        .copied()
        .filter(|cell| !cell.is_empty())
        .collect();
    let last = form.columns.iter().rev().find(|one| takes_text(&one.kind));
    if let (false, Some(last)) = (rest.is_empty(), last) {
        let rest = rest.join(" ");
        match row.iter_mut().find(|(key, _)| *key == last.key) {
            Some((_, FieldValue::Text(text))) => *text = format!("{text} {rest}"),
            _ => row.push((last.key.clone(), FieldValue::Text(rest))),
        }
    }
    row
}

fn takes_text(kind: &ColumnKind) -> bool {
    matches!(
        kind,
        ColumnKind::Line | ColumnKind::Text | ColumnKind::Named
    )
}

fn value(kind: &ColumnKind, cell: &str) -> Option<FieldValue> {
    if cell.is_empty() {
        return None;
    }
    match kind {
        ColumnKind::Line | ColumnKind::Text | ColumnKind::Named => {
            Some(FieldValue::Text(cell.to_owned()))
        }
        ColumnKind::Number => number(cell).map(FieldValue::Number),
        ColumnKind::Date => day(cell).map(FieldValue::Date),
        ColumnKind::Check => {
            let set = SET.contains(&cell.to_lowercase().as_str());
            set.then_some(FieldValue::Checked(true))
        }
        ColumnKind::Choice(choices) => {
            let named = |label: &str| label == cell;
            let found = choices
                .iter()
                .find(|one| named(&one.label.zh) || one.label.en.as_deref().is_some_and(named));
            found.map(|one| FieldValue::Choice(one.key.clone()))
        }
    }
}

/// A whole number, also where a word such as 户 stands behind it.
fn number(cell: &str) -> Option<u32> {
    let digits = cell.trim_end_matches(|sign: char| !sign.is_ascii_digit());
    digits.replace(',', "").parse().ok()
}

/// A day, whatever stands between year, month and day.
fn day(cell: &str) -> Option<CivilDate> {
    let mut parts = cell.split(|sign: char| !sign.is_ascii_digit());
    let mut parts = parts.by_ref().filter(|part| !part.is_empty());
    let year = parts.next()?.parse().ok()?;
    let (month, day) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    CivilDate::new(year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn form() -> RowsForm {
        serde_json::from_value(json!({
            "row": { "zh": "一项" },
            "columns": [
                { "key": "matter", "label": { "zh": "事项" }, "kind": "line" },
                { "key": "homes", "label": { "zh": "户数" }, "kind": "number" },
                { "key": "until", "label": { "zh": "时限" }, "kind": "date" },
                { "key": "done", "label": { "zh": "办结" }, "kind": "check" },
                { "key": "kind", "label": { "zh": "类别" }, "kind": { "choice": [
                    { "key": "help", "label": { "zh": "协助" } },
                    { "key": "duty", "label": { "zh": "依法履责" } }
                ] } }
            ]
        }))
        .unwrap()
    }

    #[test]
    fn cells_go_to_their_columns() {
        fn check(text: &str, expected: &[&[&str]]) {
            let written = |value: &FieldValue| match value {
                FieldValue::Text(text) | FieldValue::Choice(text) => text.clone(),
                FieldValue::Number(number) => number.to_string(),
                FieldValue::Date(day) => day.to_string(),
                FieldValue::Checked(on) => on.to_string(),
            };
            let found = pasted(&form(), text);
            let found: Vec<Vec<String>> = found
                .iter()
                .map(|row| {
                    let cells = row.iter();
                    let cell =
                        |(key, value): &(String, FieldValue)| format!("{key}={}", written(value));
                    cells.map(cell).collect()
                })
                .collect();
            assert_eq!(found, expected, "{text:?}");
        }

        check("", &[]);
        check("\n  \n\t\n", &[]);
        check(
            "流动人口登记\r\n\r\n计划生育",
            &[&["matter=流动人口登记"], &["matter=计划生育"]],
        );
        check(
            "事项\t户数\t时限\n修路\t1,200 户\t2026年5月1日\t√\t协助",
            &[&[
                "matter=修路",
                "homes=1200",
                "until=2026-05-01",
                "done=true",
                "kind=help",
            ]],
        );
        // What is no number and no day is left out, and what has no column stands at the end.
        check(
            "修路\t很多\t年底\t否\t依法履责\t见附件\t二",
            &[&["matter=修路 见附件 二", "kind=duty"]],
        );
    }
}
