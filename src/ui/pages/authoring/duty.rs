//! What is written in a duty of a draft beside what every item has: how it is done, by whom, how
//! often and in which months.
//!
//! Not here: its name, goal, frequency and papers (`item`).

use super::item::{Times, Writing};
use crate::app::commands::Pace;
use crate::drafting::editing::{Amount, DutyForm, ItemForm, ItemKind};
use crate::standard::{Responsibility, Role, StandardPack, Window};
use crate::text::{Language, Texts};
use crate::ui::components::{Choice, NoteField, NumberField, Select, Selection, Switch};
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;

/// All of it.
#[component]
pub(super) fn DutyFields(writing: Writing) -> impl IntoView {
    let texts = texts();
    let words = &texts.editing;
    let line =
        move |label: &'static str, get: fn(&DutyForm) -> String, put: fn(&mut DutyForm, String)| {
            let text = Signal::derive(move || of_duty(writing, get));
            let write = Callback::new(move |text: String| {
                write_duty(writing, writing.typing(label), |duty| put(duty, text));
            });
            view! { <NoteField label=label value=text on_input=write lines=2 /> }
        };
    let is_on = Signal::derive(move || of_duty(writing, |duty| duty.enabled));
    let switch = Callback::new(move |on: bool| {
        write_duty(writing, Pace::Now, |duty| duty.enabled = on);
    });
    view! {
        {line(texts.duties.measure, |duty| duty.measure.clone(), |duty, text| duty.measure = text)}
        {line(
            texts.duties.milestone,
            |duty| duty.milestone.clone(),
            |duty, text| duty.milestone = text,
        )}
        <Who writing=writing />
        <Times writing=writing kind=ItemKind::Duty />
        <HowMuch writing=writing />
        <Months writing=writing />
        <Switch label=words.is_on hint=words.is_on_hint on=is_on on_change=switch />
    }
}

/// Something of what is written in it.
fn of_duty<Value: Default>(writing: Writing, of: impl FnOnce(&DutyForm) -> Value) -> Value {
    writing.get(|form| form.duty.as_ref().map(of).unwrap_or_default())
}

/// Writes in it, and keeps it.
fn write_duty(writing: Writing, pace: Pace, write: impl FnOnce(&mut DutyForm)) {
    writing.write(pace, |form| {
        if let Some(duty) = &mut form.duty {
            write(duty);
        }
    });
}

/// Whose it is: the role, the kind of responsibility, and the level where there are several.
#[component]
fn Who(writing: Writing) -> impl IntoView {
    let (texts, language) = (texts(), language());
    let words = &texts.responsibilities;
    let role = Selection::new(
        Role::ALL.map(|role| Choice::plain(role, texts.duties.role(role))),
        move || of_duty(writing, |duty| Some(duty.role)),
        move |role| write_duty(writing, Pace::Now, |duty| duty.role = role),
    );
    let kinds = Responsibility::ALL.map(|kind| Choice::plain(Some(kind), words.kind(kind)));
    let kind = Selection::new(
        [Choice::plain(None, words.unsaid)].into_iter().chain(kinds),
        move || Some(of_duty(writing, |duty| duty.responsibility)),
        move |kind| write_duty(writing, Pace::Now, |duty| duty.responsibility = kind),
    );
    let levels = writing.editing.pack.get_untracked();
    let levels = levels.map(|pack| pack.checklist.levels.clone());
    let levels = levels.unwrap_or_default().into_iter();
    let levels: Vec<Choice<String>> = levels
        .map(|level| Choice::plain(level.key, say(&level.title, language)))
        .collect();
    let level = (levels.len() > 1).then(|| {
        let selection = Selection::new(
            levels,
            move || Some(of_duty(writing, |duty| duty.level.clone())),
            move |level| write_duty(writing, Pace::Now, |duty| duty.level = level),
        );
        view! { <Select label=texts.editing.level selection=selection /> }
    });
    view! {
        <Select label=texts.duties.who selection=role />
        <Select label=words.title selection=kind />
        {level}
    }
}

/// How often, or how many hours, in each of its spans; nothing where it is done as matters come
/// up.
#[component]
fn HowMuch(writing: Writing) -> impl IntoView {
    let texts = texts();
    let words = &texts.editing;
    let counted = Memo::new(move |_| writing.get(|form| form.amount().zip(form.frequency)));
    let times = Signal::derive(move || of_duty(writing, |duty| Some(duty.times)));
    let put_times = Callback::new(move |number: Option<u32>| {
        write_duty(writing, writing.typing("times"), |duty| {
            duty.times = number.unwrap_or(duty.times);
        });
    });
    let hours = Signal::derive(move || of_duty(writing, |duty| duty.hours));
    let put_hours = Callback::new(move |number: Option<u32>| {
        write_duty(writing, writing.typing("hours"), |duty| {
            duty.hours = number.or(duty.hours);
        });
    });
    move || {
        let (amount, frequency) = counted.get()?;
        let often = texts.facts.frequency(frequency);
        let (label, value, put, most) = match amount {
            Amount::Hours => ((words.hours_in)(often), hours, put_hours, 999),
            Amount::Times => ((words.times_in)(often), times, put_times, 99),
        };
        Some(view! {
            <NumberField
                label=label
                value=value
                on_change=put
                always=true
                stepper=true
                least=1
                most=most
            />
        })
    }
}

/// The months of a yearly duty.
#[component]
fn Months(writing: Writing) -> impl IntoView {
    let texts = texts();
    let words = &texts.editing;
    let has_months = Memo::new(move |_| writing.get(ItemForm::has_months));
    let from = move || {
        let months = (1..=12).map(|one| Choice::plain(Some(one), month(one, texts)));
        let any = Choice::plain(None, words.months_any);
        let selection = Selection::new(
            [any].into_iter().chain(months),
            move || {
                Some(of_duty(writing, |duty| {
                    duty.window.map(|window| window.from)
                }))
            },
            move |from| write_duty(writing, Pace::Now, |duty| duty.begin_in(from)),
        );
        view! { <Select label=words.months_from selection=selection /> }
    };
    // Which months it can end in follows from the first one.
    let ends = Memo::new(move |_| {
        of_duty(writing, |duty| {
            duty.window.map(|_| duty.ends().collect::<Vec<u8>>())
        })
    });
    let until = move || {
        let months = ends.get()?.into_iter();
        let months = months.map(|one| Choice::plain(one, month(one, texts)));
        let selection = Selection::new(
            months,
            move || of_duty(writing, |duty| duty.window.map(|window| window.to)),
            move |to| write_duty(writing, Pace::Now, |duty| duty.end_in(to)),
        );
        Some(view! { <Select label=words.months_until selection=selection /> })
    };
    view! { <Show when=move || has_months.get()>{from}{until}</Show> }
}

/// The name of a month of a window: 13 is January of the next year.
fn month(month: u8, texts: &Texts) -> String {
    let name = texts.duties.month_name;
    match month {
        13.. => (texts.editing.month_of_next_year)(name(month - 12)),
        _ => name(month),
    }
}

/// What stands in a duty of this pack beside what every item has, a line each.
pub(super) fn said_of_duty(
    duty: &DutyForm,
    form: &ItemForm,
    pack: &StandardPack,
    language: Language,
) -> Vec<String> {
    let texts = language.texts();
    let (words, duties) = (&texts.editing, &texts.duties);
    let line = |label: &str, value: &str| (texts.me.labelled)(label, value);
    let mut said = vec![
        line(duties.measure, &duty.measure),
        line(duties.milestone, &duty.milestone),
        line(duties.who, texts.duties.role(duty.role)),
    ];
    let kind = duty
        .responsibility
        .map(|kind| texts.responsibilities.kind(kind));
    said.extend(kind.map(|kind| line(texts.responsibilities.title, kind)));
    let mut levels = pack.checklist.levels.iter();
    let level = levels.find(|one| one.key == duty.level);
    said.extend(level.map(|level| line(words.level, &say(&level.title, language))));
    let often = form.frequency.map(|one| texts.facts.frequency(one));
    let often = often.unwrap_or_default();
    said.push(match (form.amount(), duty.hours) {
        (Some(Amount::Hours), Some(hours)) => line(&(words.hours_in)(often), &hours.to_string()),
        _ => (duties.how_often_times)(often.to_owned(), duty.times),
    });
    said.extend(duty.window.map(|Window { from, to }| {
        let [from, to] = [from, to].map(|one| month(one, texts));
        if from == to {
            from
        } else {
            (words.months)(from, to)
        }
    }));
    said.extend((!duty.enabled).then(|| words.is_off.to_owned()));
    said
}
