//! A card (卡片) of a mechanism that was filled in.
//!
//! Not here: what is asked; that is the mechanism of the pack. A value under a key that the pack no
//! longer has stays.

use crate::period::CivilDate;
use crate::sorted_map::SortedMap;
use crate::standard::ItemId;
use crate::three_versions::{Precedence, elements, members, picked};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A card of a mechanism (机制卡片).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Card {
    /// The mechanism.
    pub mechanism: ItemId,
    /// The year to which it belongs, 2000 to 2199.
    pub year: i32,
    /// What it is about; a code name where it is about a user.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// The values by the key of the field.
    #[serde(default, skip_serializing_if = "SortedMap::is_empty")]
    pub values: SortedMap<String, FieldValue>,
    /// The steps that were taken, by key.
    #[serde(default, skip_serializing_if = "SortedMap::is_empty")]
    pub steps: SortedMap<String, StepMark>,
    /// The entries that it is linked with. A link is kept on one side and read from both.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<String>"))]
    pub links: Vec<Uuid>,
    /// When it was put away as settled (办结), if it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_on: Option<CivilDate>,
}

impl Card {
    /// As others may see it, each field by its name, with the links to which they may come.
    pub fn for_others(&self, may_see: impl Fn(&Uuid) -> bool) -> Self {
        let Self {
            mechanism,
            year,
            title,
            values,
            steps,
            mut links,
            closed_on,
        } = self.clone();
        links.retain(may_see);
        Self {
            mechanism,
            year,
            title,
            values,
            steps,
            links,
            closed_on,
        }
    }

    /// Two changes of this put together, field by field (三方合并).
    pub fn together(&self, ours: &Self, theirs: &Self, by: Precedence) -> Self {
        let base = self;
        picked!(Self { mechanism, year, title, closed_on } of base, ours, theirs, by;
            values: members(&base.values, &ours.values, &theirs.values, by),
            steps: steps(&base.steps, &ours.steps, &theirs.steps, by),
            links: elements(&base.links, &ours.links, &theirs.links),
        )
    }

    /// Whether nothing stands on it yet: it was opened, and no more.
    pub fn is_blank(&self) -> bool {
        let is_said = |value: &FieldValue| match value {
            FieldValue::Text(text) => !text.trim().is_empty(),
            FieldValue::Checked(checked) => *checked,
            FieldValue::Number(_) | FieldValue::Date(_) | FieldValue::Choice(_) => true,
        };
        let is_titled = !self.title.trim().is_empty();
        let is_filled = self.values.values().any(is_said);
        !is_titled && !is_filled && self.steps.is_empty() && self.closed_on.is_none()
    }

    /// Takes a step on a day, unless it was taken before.
    pub fn take_step(&mut self, key: &str, day: CivilDate) {
        self.change_step(key, |mark| {
            if mark.on.is_empty() {
                mark.on.push(day);
            }
        });
    }

    /// Changes what is known of a step. A line that was written stays when the step is taken back;
    /// where nothing is left, the step is as if it had never been taken.
    pub fn change_step(&mut self, key: &str, change: impl FnOnce(&mut StepMark)) {
        let mut mark = self.steps.remove(key).unwrap_or_default();
        change(&mut mark);
        if !mark.on.is_empty() || !mark.line.is_empty() {
            self.steps.insert(key.to_owned(), mark);
        }
    }
}

/// The value of a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FieldValue {
    /// A line or a few lines.
    Text(String),
    /// A number.
    Number(u32),
    /// A date.
    Date(CivilDate),
    /// A tick, or 有 and 无.
    Checked(bool),
    /// The key of the choice.
    Choice(String),
}

impl FieldValue {
    /// The text; `None` if it is something else.
    pub fn text(self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number; `None` if it is something else.
    pub fn number(self) -> Option<u32> {
        match self {
            Self::Number(number) => Some(number),
            _ => None,
        }
    }

    /// The date; `None` if it is something else.
    pub fn date(self) -> Option<CivilDate> {
        match self {
            Self::Date(day) => Some(day),
            _ => None,
        }
    }

    /// Whether it is ticked, or 有; `None` if it is something else.
    pub fn checked(self) -> Option<bool> {
        match self {
            Self::Checked(checked) => Some(checked),
            _ => None,
        }
    }

    /// The key of the choice; `None` if it is something else.
    pub fn choice(self) -> Option<String> {
        match self {
            Self::Choice(key) => Some(key),
            _ => None,
        }
    }
}

/// A step that was taken.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StepMark {
    /// The days on which it was taken; several where it is taken again and again.
    pub on: Vec<CivilDate>,
    /// A line about it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub line: String,
}

type Steps = SortedMap<String, StepMark>;

fn steps(base: &Steps, ours: &Steps, theirs: &Steps, by: Precedence) -> Steps {
    let mut merged = members(base, ours, theirs, by);
    for (key, mark) in &mut merged {
        if let (Some(base), Some(ours), Some(theirs)) =
            (base.get(key), ours.get(key), theirs.get(key))
        {
            *mark = picked!(StepMark { line } of base, ours, theirs, by;
                on: elements(&base.on, &ours.on, &theirs.on),
            );
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_stays_when_its_step_is_taken_back() {
        let mut card = Card {
            mechanism: ItemId::from("m"),
            year: 2026,
            title: String::new(),
            values: SortedMap::new(),
            steps: SortedMap::new(),
            links: Vec::new(),
            closed_on: None,
        };
        let day = "2026-03-05".parse().unwrap();
        card.change_step("a", |step| step.on.push(day));
        card.change_step("a", |step| step.line = "议过".to_owned());
        card.change_step("a", |step| step.on.clear());
        assert_eq!(card.steps.get("a").map(|step| &*step.line), Some("议过"));
        card.change_step("a", |step| step.line.clear());
        assert_eq!(card.steps.get("a"), None);

        let later = "2026-04-01".parse().unwrap();
        card.take_step("a", day);
        card.take_step("a", later);
        assert_eq!(card.steps.get("a").map(|step| &*step.on), Some(&[day][..]));
    }
}
