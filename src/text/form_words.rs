//! What rows, votes and figures on a card say (表格、测评和台账数), in words.
//!
//! Not here: how they are reckoned (`duty`), and what is asked, which is data of the packs.

use super::{Language, list};
use crate::duty::{Figure, RowSum, Votes, figures, row_sums, rows_of, time_of, votes};
use crate::ledger::{Card, FieldValue, Ledger};
use crate::standard::{Checklist, Choice, ColumnKind, Field, FieldKind, RowsForm, TallyForm};
use crate::typed_number::{Unit, written};

/// What stands in a row, in one line of at most so many characters.
pub fn row_words(
    form: &RowsForm,
    field: &str,
    row: &str,
    card: &Card,
    language: Language,
    most: usize,
) -> String {
    let texts = language.texts();
    let words = form.columns.iter().filter_map(|column| {
        let name = || language.say(&column.label);
        Some(match (card.cell(field, row, &column.key)?, &column.kind) {
            (FieldValue::Text(text), _) => text.trim().to_owned(),
            (FieldValue::Number(number), _) => format!("{} {number}", name()),
            (FieldValue::Date(day), _) => (texts.facts.day)(*day, card.year),
            (FieldValue::Checked(true), _) => name().to_owned(),
            (FieldValue::Checked(false), _) => return None,
            (FieldValue::Choice(key), ColumnKind::Choice(choices)) => {
                named(choices, key, language)?
            }
            (FieldValue::Choice(_), _) => return None,
        })
    });
    let words = words.filter(|word| !word.is_empty());
    let mut line = String::new();
    for word in words {
        let longer = match line.is_empty() {
            true => word,
            false => format!("{line} · {word}"),
        };
        if longer.chars().count() <= most {
            line = longer;
            continue;
        }
        // A date that is cut in the middle says something else: what has no room is left out, and
        // only what comes first is cut.
        if line.is_empty() {
            line = longer.chars().take(most).collect();
        }
        return format!("{line}…");
    }
    line
}

/// What is added up below the rows of a field, a line each.
pub fn sum_words(form: &RowsForm, field: &str, card: &Card, language: Language) -> Vec<String> {
    let words = &language.texts().forms;
    let sums = row_sums(form, field, card).into_iter();
    let lines = sums.map(|(column, sum)| {
        let name = language.say(&column.label).to_owned();
        match sum {
            RowSum::Added {
                sum,
                out_of: Some(of),
            } if sum != u64::from(of) => (words.sum_off)(name, sum, of),
            RowSum::Added { sum, .. } => (words.sum)(name, sum),
            RowSum::Done { done, all } => {
                let share = (done * 1_000 + all / 2).checked_div(all);
                with_share((words.done_of)(name, done, all), share, language)
            }
        }
    });
    lines.collect()
}

/// What the votes for all grades that are reckoned together come to, and those for each grade;
/// nothing while there are no votes.
pub fn votes_words(form: &TallyForm, votes: &Votes, language: Language) -> Option<[String; 2]> {
    let words = &language.texts().forms;
    let share = |number: u64| {
        let share = votes.per_mille(number);
        share.map_or(String::new(), |share| percent(share, language))
    };
    let each = form.grades.iter().zip(&votes.by_grade);
    let each = each.map(|(grade, number)| {
        let number = u64::from(*number);
        let name = language.say(&grade.label).to_owned();
        (words.votes_of)(name, number, share(number))
    });
    let all = std::iter::once((words.votes_all)(votes.all)).chain(each);
    let all = all.collect::<Vec<String>>().join(" · ");
    let names = form
        .grades
        .iter()
        .filter(|grade| form.content.contains(&grade.key));
    let names = list(names.map(|grade| language.say(&grade.label)), language);
    let together = votes
        .content
        .map(|number| (words.votes_together)(names, number, share(number)));
    (votes.all > 0).then(|| [together.unwrap_or_default(), all])
}

/// What the ledger says of one thing.
pub fn figure_words(figure: &Figure, checklist: &Checklist, language: Language) -> String {
    let words = &language.texts().forms;
    match figure {
        Figure::Held {
            kind,
            times,
            half_hours,
            present,
        } => {
            let title = checklist.record_kind(kind);
            let title = title.map_or_else(
                || kind.to_string(),
                |kind| language.say(&kind.title).to_owned(),
            );
            let halves = u32::try_from(*half_hours).unwrap_or(u32::MAX);
            let hours = (halves > 0).then(|| (words.hours)(written(halves, Unit::Halves)));
            let present = (*present > 0).then(|| (words.present)(*present));
            let parts = [Some((words.held)(title, *times)), hours, present];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        }
        Figure::Problems {
            found,
            assigned,
            resolved,
            closed,
        } => (words.problems)(*found, *assigned, *resolved, *closed),
        Figure::Month { month, people } => (words.month)(*month, *people),
        Figure::Cards {
            mechanism,
            begun,
            filled,
            settled,
        } => {
            let title = checklist.mechanism(mechanism);
            let title = title.map_or_else(
                || mechanism.to_string(),
                |one| language.say(&one.title).to_owned(),
            );
            // What is filled in once a year is never settled.
            let yearly = checklist
                .mechanism(mechanism)
                .is_some_and(|one| one.once_a_year);
            match (yearly, *begun, *settled) {
                (_, 0, _) => (words.cards_none)(title),
                (true, ..) if *filled == 0 => (words.cards_blank)(title),
                (true, ..) => (words.cards_yearly)(title),
                (false, begun, 0) => (words.cards_open)(title, begun),
                (false, begun, settled) => {
                    let share = (settled * 1_000 + begun / 2).checked_div(begun);
                    with_share((words.cards)(title, begun, settled), share, language)
                }
            }
        }
    }
}

/// What a field of rows, votes or figures says on paper, a line each; nothing for other fields.
pub fn lines_of(
    field: &Field,
    card: &Card,
    checklist: &Checklist,
    ledger: &Ledger,
    language: Language,
) -> Vec<String> {
    match &field.kind {
        FieldKind::Rows(form) => {
            let rows = rows_of(form, &field.key, card).into_iter();
            let rows = rows.filter_map(|row| {
                let words = row_words(form, &field.key, &row, card, language, usize::MAX);
                let name = named(&form.fixed, &row, language);
                (!words.is_empty()).then(|| match name {
                    Some(name) => (language.texts().me.labelled)(&name, &words),
                    None => words,
                })
            });
            let rows: Vec<String> = rows.collect();
            match rows.is_empty() {
                true => rows,
                false => {
                    let sums = sum_words(form, &field.key, card, language);
                    rows.into_iter().chain(sums).collect()
                }
            }
        }
        FieldKind::Tally(form) => {
            let found = votes(form, &field.key, card);
            let lines = votes_words(form, &found, language).into_iter().flatten();
            lines.filter(|line| !line.is_empty()).collect()
        }
        FieldKind::Figures(of) => {
            let found = figures(of, ledger, time_of(card));
            let lines = found
                .iter()
                .map(|one| figure_words(one, checklist, language));
            lines.collect()
        }
        _ => Vec::new(),
    }
}

/// A share in thousandths as a percentage: 967 is 96.7%.
pub fn percent(per_mille: u32, language: Language) -> String {
    let (whole, tenth) = (per_mille / 10, per_mille % 10);
    let share = match tenth {
        0 => whole.to_string(),
        _ => format!("{whole}.{tenth}"),
    };
    (language.texts().forms.percent)(share)
}

fn with_share(line: String, share: Option<u32>, language: Language) -> String {
    match share {
        Some(share) => format!("{line} · {}", percent(share, language)),
        None => line,
    }
}

fn named(choices: &[Choice], key: &str, language: Language) -> Option<String> {
    let found = choices.iter().find(|choice| choice.key == key)?;
    Some(language.say(&found.label).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sorted_map::SortedMap;
    use crate::standard::ItemId;
    use serde_json::json;

    /// A row that was cut after so many letters ended in 「11 月 1…」.
    #[test]
    fn a_row_is_cut_between_its_cells() {
        fn check(most: usize, expected: &str) {
            let form = json!({
                "row": { "zh": "一次" },
                "columns": [
                    { "key": "unit", "label": { "zh": "单位" }, "kind": "line" },
                    { "key": "on", "label": { "zh": "哪天" }, "kind": "date" }
                ]
            });
            let form: RowsForm = serde_json::from_value(form).unwrap();
            let values = json!({
                "f.1.unit": { "text": "门诊党支部" }, "f.1.on": { "date": "2026-11-13" }
            });
            let card = Card {
                mechanism: ItemId::from("m"),
                year: 2026,
                title: String::new(),
                values: serde_json::from_value(values).unwrap(),
                steps: SortedMap::new(),
                links: Vec::new(),
                closed_on: None,
            };
            let line = row_words(&form, "f", "1", &card, Language::Chinese, most);
            assert_eq!(line, expected, "{most}");
        }

        check(40, "门诊党支部 · 11 月 13 日");
        check(12, "门诊党支部…");
        check(3, "门诊党…");
    }

    #[test]
    fn rows_and_votes_stand_on_paper_line_by_line() {
        fn check(kind: serde_json::Value, values: serde_json::Value, expected: &[&str]) {
            let field = json!({ "key": "f", "label": { "zh": "栏" }, "kind": kind });
            let field: Field = serde_json::from_value(field).unwrap();
            let card = Card {
                mechanism: ItemId::from("m"),
                year: 2026,
                title: String::new(),
                values: serde_json::from_value(values).unwrap(),
                steps: SortedMap::new(),
                links: Vec::new(),
                closed_on: None,
            };
            let (list, ledger) = (Checklist::default(), Ledger::default());
            let lines = lines_of(&field, &card, &list, &ledger, Language::Chinese);
            assert_eq!(lines, expected);
        }

        let rows = json!({ "rows": {
            "row": { "zh": "一项" },
            "columns": [
                { "key": "item", "label": { "zh": "项目" }, "kind": "line" },
                { "key": "full", "label": { "zh": "分值" }, "kind": "number" }
            ],
            "sums": [{ "column": "full", "out_of": 100 }]
        } });
        check(rows.clone(), json!({}), &[]);
        check(
            rows,
            json!({ "f.001-a.item": { "text": "组织生活" }, "f.001-a.full": { "number": 40 } }),
            &["组织生活 · 分值 40", "分值合计 40，应为 100"],
        );
        let tally = json!({ "tally": {
            "grades": [
                { "key": "good", "label": { "zh": "好" } },
                { "key": "poor", "label": { "zh": "差" } }
            ],
            "content": ["good"]
        } });
        check(tally.clone(), json!({}), &[]);
        check(
            tally,
            json!({ "f.good": { "number": 29 }, "f.poor": { "number": 1 } }),
            &[
                "好合计 29 票，96.7%",
                "共 30 票 · 好 29 票，96.7% · 差 1 票，3.3%",
            ],
        );
    }
}
