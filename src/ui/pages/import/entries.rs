//! The entries of a ledger that differ between this device and a file (两边不一样的台账): what each
//! has that the other has not, and which of them will stand.
//!
//! Not here: which of them stands (`exchange::merge`).

use super::differences::two_sides;
use crate::exchange::merge::EntryDifference;
use crate::ledger::{Card, Entry, EntryBody, FieldValue, Record, Review};
use crate::rectification::Rectification;
use crate::standard::{Checklist, FieldKind};
use crate::text::{Language, Texts, list};
use crate::typed_number::written;
use crate::ui::components::Disclosure;
use crate::ui::duty_words::{duty_name, record_title};
use crate::ui::speech::say;
use leptos::prelude::*;

/// The longest part of a text that is shown, in characters: enough to know it by.
const LONGEST_PART: usize = 40;

/// What an entry says, part by part: the name of each and its value.
type Parts = Vec<(String, String)>;

/// The entries that differ, folded.
#[component]
pub fn EntryDifferences(
    /// The entries.
    differences: Vec<EntryDifference>,
    /// The checklist that names them; without it they go by their ids.
    checklist: Checklist,
    /// The language that is set.
    language: Language,
) -> impl IntoView {
    let texts = language.texts();
    let summary = (texts.files.differences)(differences.len());
    let rows = move || {
        let row = |one: &EntryDifference| {
            let name = [&one.ours, &one.theirs]
                .into_iter()
                .find_map(|entry| name_of(entry, &checklist, language));
            let parts = |entry| parts_of(entry, &checklist, language);
            let (ours, theirs) = (parts(&one.ours), parts(&one.theirs));
            let say = |own: &Option<Parts>, other: &Option<Parts>| match own {
                Some(own) => only_here(own, other.as_deref().unwrap_or_default(), language),
                None => texts.files.taken_out.to_owned(),
            };
            two_sides(
                name.unwrap_or_else(|| one.id.to_string()),
                [&say(&ours, &theirs), &say(&theirs, &ours)],
                one.kept,
                texts,
            )
        };
        differences.iter().map(row).collect_view()
    };
    view! {
        <Disclosure summary=summary>
            <ul class="stack">{rows()}</ul>
        </Disclosure>
    }
}

/// What an entry is called in a list.
fn name_of(entry: &Entry, checklist: &Checklist, language: Language) -> Option<String> {
    let texts = language.texts();
    Some(match entry.body.as_ref()? {
        EntryBody::Record(one) => {
            let day = (texts.facts.day)(one.held_on, 0);
            format!("{} · {day}", record_title(checklist, one, language))
        }
        EntryBody::Missed(one) => duty_name(checklist, &one.duty, language),
        EntryBody::Rectification(_) => texts.rectifications.one_title.to_owned(),
        EntryBody::Review(_) => texts.review.title.to_owned(),
        EntryBody::Reply(_) => texts.review.reply.to_owned(),
        EntryBody::Card(one) => match checklist.mechanism(&one.mechanism) {
            Some(mechanism) => say(&mechanism.title, language),
            None => one.mechanism.to_string(),
        },
    })
}

/// What an entry says; `None` if it was taken out.
fn parts_of(entry: &Entry, checklist: &Checklist, language: Language) -> Option<Parts> {
    let texts = language.texts();
    Some(match entry.body.as_ref()? {
        EntryBody::Record(one) => of_record(one, texts),
        EntryBody::Missed(one) => {
            vec![(texts.duties.missed_reason.to_owned(), one.reason.clone())]
        }
        EntryBody::Rectification(one) => of_rectification(one, texts),
        EntryBody::Card(one) => of_card(one, checklist, language),
        EntryBody::Review(one) => of_review(one, texts),
        EntryBody::Reply(one) => vec![(texts.review.reply.to_owned(), one.text.clone())],
    })
}

fn of_record(one: &Record, texts: &Texts) -> Parts {
    let words = &texts.duties;
    let year = one.belongs_to_year.map(|year| year.to_string());
    let numbers = one.numbers.iter();
    let numbers = numbers.map(|(given, number)| {
        (
            words.given(*given).to_owned(),
            written(*number, given.unit()),
        )
    });
    let first = [
        (words.held_on, (texts.facts.day)(one.held_on, 0)),
        (words.belongs_to, year.unwrap_or_default()),
    ];
    let last = one.texts();
    let last = last.map(|(text, written)| (words.record_text(text), written.to_owned()));
    let named = |(name, value): (&str, String)| (name.to_owned(), value);
    let first = first.into_iter().map(named);
    first.chain(numbers).chain(last.map(named)).collect()
}

fn of_rectification(one: &Rectification, texts: &Texts) -> Parts {
    let words = &texts.rectifications;
    let day = |day| (texts.facts.day)(day, 0);
    let of = |name: &str, value: String| (name.to_owned(), value);
    vec![
        of(words.one_title, words.state(one.state()).to_owned()),
        of(words.problem, one.problem.clone()),
        of(words.who, one.who.clone()),
        of(words.until, one.until.map(day).unwrap_or_default()),
        of(words.measure, one.measure.clone()),
        of(words.result, one.result.clone()),
    ]
}

fn of_review(one: &Review, texts: &Texts) -> Parts {
    let words = &texts.review;
    let item = one.item.as_ref().map(ToString::to_string);
    let of = |name: &str, value: String| (name.to_owned(), value);
    vec![
        of(words.title, item.unwrap_or_default()),
        of(words.remark, one.remark.clone()),
        of(words.order, one.order.clone()),
    ]
}

fn of_card(one: &Card, checklist: &Checklist, language: Language) -> Parts {
    let texts = language.texts();
    let words = &texts.mechanisms;
    let day = |day| (texts.facts.day)(day, 0);
    let mechanism = checklist.mechanism(&one.mechanism);
    let fields = mechanism.into_iter().flat_map(|one| &one.fields);
    let fields: Vec<_> = fields.collect();
    let values = one.values.iter().map(|(key, value)| {
        let field = fields.iter().find(|field| field.key == *key);
        let name = field.map_or_else(|| key.clone(), |field| say(&field.label, language));
        let value = match value {
            FieldValue::Text(text) => text.clone(),
            FieldValue::Number(number) => number.to_string(),
            FieldValue::Date(date) => day(*date),
            FieldValue::Checked(true) => words.signal_yes.to_owned(),
            FieldValue::Checked(false) => words.signal_no.to_owned(),
            FieldValue::Choice(chosen) => match field.map(|field| &field.kind) {
                Some(FieldKind::Choice(choices)) => choices
                    .iter()
                    .find(|choice| choice.key == *chosen)
                    .map_or_else(|| chosen.clone(), |choice| say(&choice.label, language)),
                _ => chosen.clone(),
            },
        };
        (name, value)
    });
    let steps = one.steps.iter().map(|(key, mark)| {
        let steps = mechanism.into_iter().flat_map(|one| &one.steps);
        let step = steps.into_iter().find(|step| step.key == *key);
        let name = step.map_or_else(|| key.clone(), |step| say(&step.label, language));
        let days = mark.on.iter().map(|one| day(*one));
        let said = days.chain(Some(mark.line.clone()).filter(|line| !line.is_empty()));
        (name, said.collect::<Vec<_>>().join(" "))
    });
    let title = (words.title_name.to_owned(), one.title.clone());
    let closed = one.closed_on.map(day).unwrap_or_default();
    let closed = (words.close.to_owned(), closed);
    let links = (words.links.to_owned(), one.links.len().to_string());
    let all = std::iter::once(title).chain(values).chain(steps);
    all.chain([closed, links]).collect()
}

/// The parts that the other side has otherwise or not at all, in words.
fn only_here(own: &[(String, String)], other: &[(String, String)], language: Language) -> String {
    let texts = language.texts();
    let differs = |part: &&(String, String)| {
        let theirs = other.iter().find(|(name, _)| *name == part.0);
        theirs.map(|(_, value)| value) != Some(&part.1) && !(theirs.is_none() && part.1.is_empty())
    };
    let parts = own.iter().filter(differs).map(|(name, value)| {
        let shown: String = value.chars().take(LONGEST_PART).collect();
        let shown = match shown.as_str() {
            "" => texts.files.not_given.to_owned(),
            _ if shown.len() < value.len() => format!("{shown}…"),
            _ => shown,
        };
        (texts.me.labelled)(name, &shown)
    });
    let parts: Vec<String> = parts.collect();
    match parts.is_empty() {
        true => texts.files.nothing_more.to_owned(),
        false => list(parts, language),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::Given;
    use crate::sorted_map::SortedMap;
    use crate::standard::ItemId;

    fn meeting(present: Option<u32>, line: &str) -> Entry {
        let record = Record {
            numbers: SortedMap::from_iter(present.map(|number| (Given::Present, number))),
            line: line.to_owned(),
            ..Record::new(
                crate::ledger::RecordOf::Kind(ItemId::from("general_meeting")),
                "2026-03-05".parse().unwrap(),
            )
        };
        Entry {
            body: Some(EntryBody::Record(record)),
            ..Entry::default()
        }
    }

    #[test]
    fn each_side_says_what_the_other_has_not() {
        fn check(ours: &Entry, theirs: &Entry, expected: [&str; 2]) {
            let parts = |entry| parts_of(entry, &Checklist::default(), Language::Chinese);
            let (ours, theirs) = (parts(ours).unwrap(), parts(theirs).unwrap());
            let found = [
                only_here(&ours, &theirs, Language::Chinese),
                only_here(&theirs, &ours, Language::Chinese),
            ];
            assert_eq!(found, expected);
        }

        check(
            &meeting(Some(16), "学习"),
            &meeting(Some(18), "学习"),
            ["实到人数：16", "实到人数：18"],
        );
        check(
            &meeting(None, "学习"),
            &meeting(Some(18), ""),
            ["主要内容：学习", "实到人数：18；主要内容：没有填"],
        );
        check(
            &meeting(None, ""),
            &meeting(Some(18), ""),
            ["没有更多的", "实到人数：18"],
        );
    }
}
