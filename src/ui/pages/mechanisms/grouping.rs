//! Which fields of a card stand together (栏目分组): those whose labels begin alike under one fold,
//! and numbers that follow one another beside each other, so that a long card stays short.
//!
//! Not here: drawing them (`fields`).

use crate::standard::{Field, FieldKind};

/// A field with the words that stand before it here: its label, or what is left of it in a fold.
pub type Named = (Field, String);

/// Fields that stand together.
#[derive(Clone, Debug, PartialEq)]
pub enum Group {
    /// One alone.
    One(Box<Named>),
    /// Numbers beside each other.
    Numbers(Vec<Named>),
    /// Under a fold, with the words that their labels begin with.
    Folded(String, Vec<Named>),
}

/// Puts fields together that belong together. Numbers beside each other end with the last one of
/// a vote.
pub fn grouped(fields: Vec<Named>, last_of_vote: &[&str]) -> Vec<Group> {
    let goes_on = |beside: &[Named]| {
        let last = beside.last().map(|(field, _)| field.key.as_str());
        last.is_none_or(|last| !last_of_vote.contains(&last))
    };
    let mut groups: Vec<Group> = Vec::new();
    for (field, label) in fields {
        let is_number = field.kind == FieldKind::Number;
        let parts = label.split_once('：').or_else(|| label.split_once(": "));
        let folded = parts.map(|(name, rest)| (name.to_owned(), capital(rest)));
        match (groups.last_mut(), folded) {
            (Some(Group::Folded(name, inside)), Some((own, rest))) if *name == own => {
                inside.push((field, rest));
            }
            (_, Some((own, rest))) => groups.push(Group::Folded(own, vec![(field, rest)])),
            (Some(Group::Numbers(beside)), None) if is_number && goes_on(beside) => {
                beside.push((field, label));
            }
            (_, None) if is_number => groups.push(Group::Numbers(vec![(field, label)])),
            (_, None) => groups.push(Group::One(Box::new((field, label)))),
        }
    }
    groups
}

fn capital(text: &str) -> String {
    let text = text.trim();
    let mut rest = text.chars();
    let first = rest.next().map(|first| first.to_uppercase());
    first.into_iter().flatten().chain(rest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::standard::Label;

    #[test]
    fn fields_that_belong_together_stand_together() {
        let field = |label: &str, kind: FieldKind| {
            let field = Field {
                key: label.to_owned(),
                label: Label {
                    zh: label.to_owned(),
                    en: None,
                },
                hint: None,
                kind,
                draft: None,
            };
            (field, label.to_owned())
        };
        let fields = vec![
            field("目标", FieldKind::Text),
            field("应到", FieldKind::Number),
            field("赞成", FieldKind::Number),
            field("代表应到", FieldKind::Number),
            field("风险备案：新在哪里", FieldKind::Text),
            field("风险备案：怎么防", FieldKind::Text),
            field("Risks: filed on", FieldKind::Date),
            field("户数", FieldKind::Number),
        ];
        let shapes: Vec<String> = grouped(fields, &["赞成"])
            .iter()
            .map(|group| match group {
                Group::One(one) => one.1.clone(),
                Group::Numbers(all) => format!("{} numbers", all.len()),
                Group::Folded(name, all) => {
                    let inside: Vec<&str> = all.iter().map(|(_, label)| label.as_str()).collect();
                    format!("{name}({})", inside.join(","))
                }
            })
            .collect();
        let expected = [
            "目标",
            "2 numbers",
            "1 numbers",
            "风险备案(新在哪里,怎么防)",
            "Risks(Filed on)",
            "1 numbers",
        ];
        assert_eq!(shapes, expected);
    }
}
