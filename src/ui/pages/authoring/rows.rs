//! The parts and the indicators that were read, each with what is doubtful about it and the way to
//! put it right.
//!
//! Not here: reading them (`drafting`).

use super::draft::Drafting;
use crate::app::commands::Pace;
use crate::drafting::{Correction, Doubt, Found, Part, RowKind, Section, Way, added_by, cap_of};
use crate::standard::PointsUnit;
use crate::text::{Language, authoring, list};
use crate::typed_number::Unit;
use crate::ui::components::{
    Button, Choice, Disclosure, NumberField, Select, Selection, TextField,
};
use crate::ui::speech::{language, texts};
use leptos::prelude::*;

/// The parts with their indicators. What is doubtful is open from the start.
#[component]
pub(super) fn Parts(drafting: Drafting) -> impl IntoView {
    let how_many = Memo::new(move |_| drafting.reading.with(|reading| reading.parts.len()));
    move || {
        let parts = 0..how_many.get();
        parts
            .map(|place| view! { <OnePart drafting=drafting place=place /> })
            .collect_view()
    }
}

#[component]
fn OnePart(drafting: Drafting, place: usize) -> impl IntoView {
    let words = &texts().authoring;
    let part = Memo::new(move |_| {
        drafting
            .reading
            .with(|reading| reading.parts.get(place).cloned())
    });
    // The rows alone: what is put right in one of them must not make the others anew.
    let rows = Memo::new(move |_| {
        drafting.reading.with(|reading| {
            let own = reading.found.iter().filter(|one| one.part == place);
            own.map(|one| one.row).collect::<Vec<usize>>()
        })
    });
    let points = Memo::new(move |_| {
        drafting.reading.with(|reading| {
            let own = reading.found.iter().filter(|one| one.part == place);
            own.filter_map(|one| one.points)
                .fold(0, u32::saturating_add)
        })
    });
    let summary = move || {
        let part = part.get().unwrap_or_default();
        let points = match points.get() {
            0 => String::new(),
            tenths => PointsUnit::Tenths.of(tenths).to_string(),
        };
        let line = (words.part_line)(name_of(&part, words), rows.with(Vec::len), points);
        match part.weight {
            Some(weight) => format!("{line} · {}", (words.weighs)(weight)),
            None => line,
        }
    };
    let doubts = move || {
        let part = part.get().unwrap_or_default();
        part.doubts
            .iter()
            .map(|doubt| doubt_line(doubt, words))
            .collect_view()
    };
    let items = move || {
        let rows = rows.get();
        rows.into_iter()
            .map(|row| view! { <Item drafting=drafting row=row /> })
            .collect_view()
    };
    view! {
        <section class="stack-tight">
            <h2>{summary}</h2>
            {doubts}
            {items}
        </section>
    }
}

fn name_of(part: &Part, words: &authoring::Texts) -> String {
    match (part.title.is_empty(), part.section) {
        (false, _) => part.title.clone(),
        (true, Section::Asked) => words.part_unnamed.to_owned(),
        (true, Section::Bonus) => words.bonus_part.to_owned(),
        (true, Section::Vetoes) => words.veto_part.to_owned(),
    }
}

fn doubt_line(doubt: &Doubt, words: &authoring::Texts) -> impl IntoView + use<> {
    let text = words.doubt(doubt);
    view! { <p class="tone-partly"><span class="tag">{words.look}</span>" "{text}</p> }
}

/// One indicator: its name, its points and how it is answered in a line, the rest folded.
#[component]
fn Item(drafting: Drafting, row: usize) -> impl IntoView {
    let (words, language) = (&texts().authoring, language());
    let found = Memo::new(move |_| {
        drafting.reading.with(|reading| {
            let mut all = reading.found.iter();
            all.find(|one| one.row == row).cloned().unwrap_or_default()
        })
    });
    let summary = Signal::derive(move || {
        found.with(|one| {
            let points = one.points.map(|tenths| PointsUnit::Tenths.of(tenths));
            let points = points.map(texts().answers.points_of).unwrap_or_default();
            match points.is_empty() {
                true => one.title.clone(),
                false => format!("{} · {points}", one.title),
            }
        })
    });
    let doubts = move || {
        found.with(|one| {
            one.doubts
                .iter()
                .map(|doubt| doubt_line(doubt, words))
                .collect_view()
        })
    };
    let section = Memo::new(move |_| {
        found.with(|one| drafting.reading.with(|reading| reading.section_of(one)))
    });
    let how = move || {
        found.with(|one| match section.get() {
            Section::Asked => how_scored(one, words, language),
            Section::Bonus => how_added(one, words, language),
            Section::Vetoes => words.how_veto.to_owned(),
        })
    };
    view! {
        <div>
            {doubts}
            <Disclosure summary=summary>
                <p class="hint">{move || found.with(|one| one.criterion.clone())}</p>
                <p>{how}</p>
                <Mending drafting=drafting row=row found=found section=section />
            </Disclosure>
        </div>
    }
}

/// How an indicator is answered, with its cases or bands.
fn how_scored(found: &Found, words: &authoring::Texts, language: Language) -> String {
    let tenths = |amount: u32| PointsUnit::Tenths.of(amount).to_string();
    let maximum = found.points.unwrap_or(0);
    match way_of(found) {
        Way::Deductions => {
            let cases = found.scoring.deductions.iter();
            let cases = cases.map(|(case, points)| {
                (words.case)(case.clone(), tenths(points.unwrap_or(maximum)))
            });
            (words.how_deductions)(list(cases, language))
        }
        Way::Bands => {
            let bands = found.scoring.bands.iter();
            let bands = bands.map(|(when, points)| format!("{when} {}", tenths(*points)));
            (words.how_bands)(list(bands, language))
        }
        Way::Entered => words.how_entered.to_owned(),
        Way::Verdict => words.how_verdict.to_owned(),
    }
}

/// What a bonus item is given for, and the most that it gives.
fn how_added(found: &Found, words: &authoring::Texts, language: Language) -> String {
    let tenths = |amount: u32| PointsUnit::Tenths.of(amount).to_string();
    let cases = added_by(found).into_iter();
    let cases = cases.map(|(case, points)| match points {
        0 => case,
        _ => (words.adds)(case, tenths(points)),
    });
    let most = cap_of(found).map(|most| (words.adds_at_most)(tenths(most)));
    (words.how_bonus)(list(cases, language)) + &most.unwrap_or_default()
}

/// How an indicator is answered as things stand.
fn way_of(found: &Found) -> Way {
    match found.points {
        None => Way::Verdict,
        Some(_) => found.way.unwrap_or_else(|| found.scoring.way()),
    }
}

/// What can be put right in a row.
#[component]
fn Mending(
    drafting: Drafting,
    row: usize,
    found: Memo<Found>,
    section: Memo<Section>,
) -> impl IntoView {
    let words = &texts().authoring;
    let correct = move |pace: Pace, change: Box<dyn FnOnce(&mut Correction)>| {
        drafting.change(pace, |draft| draft.correct(row, change));
    };
    let kinds = [
        RowKind::Item,
        RowKind::Continued,
        RowKind::Group,
        RowKind::Nothing,
    ];
    let kinds = kinds.map(|kind| Choice::plain(kind, words.row(kind)));
    let kind = move || {
        drafting
            .reading
            .with(|reading| reading.rows.get(row).copied())
    };
    let take_kind = move |kind| correct(Pace::Now, Box::new(move |one| one.kind = Some(kind)));
    let name = Signal::derive(move || found.with(|one| one.title.clone()));
    let rename = Callback::new(move |text: String| {
        let title = (!text.trim().is_empty()).then(|| text.trim().to_owned());
        correct(
            Pace::typed_at("item", row),
            Box::new(move |one| one.title = title),
        );
    });
    let is_doubtful = Memo::new(move |_| found.with(|one| !one.doubts.is_empty()));
    let settle = Callback::new(move |()| {
        correct(Pace::Now, Box::new(|one| one.is_settled = true));
    });
    view! {
        <div class="stack">
            <Show when=move || is_doubtful.get()>
                <Button label=words.is_right on_press=settle />
            </Show>
            // How bonus items and vetoes are answered does not depend on any choice, and a veto has
            // no points.
            <Show when=move || section.get() == Section::Asked>
                <MendedWay drafting=drafting row=row found=found />
            </Show>
            <Show when=move || matches!(section.get(), Section::Asked | Section::Bonus)>
                <MendedPoints drafting=drafting row=row found=found section=section />
            </Show>
            <TextField label=words.item_name value=name on_commit=rename />
            <Select label=words.row_is selection=Selection::new(kinds, kind, take_kind) />
        </div>
    }
}

/// How an indicator is answered.
#[component]
fn MendedWay(drafting: Drafting, row: usize, found: Memo<Found>) -> impl IntoView {
    let words = &texts().authoring;
    let ways = [Way::Deductions, Way::Bands, Way::Entered, Way::Verdict];
    let ways = ways.map(|way| Choice::plain(way, words.way(way)));
    let way = move || Some(found.with(way_of));
    let take_way = move |way| {
        drafting.change(Pace::Now, |draft| {
            draft.correct(row, |one| one.way = Some(way))
        });
    };
    view! { <Select label=words.answered_by selection=Selection::new(ways, way, take_way) /> }
}

/// The points of an indicator, or the most that a bonus item gives.
#[component]
fn MendedPoints(
    drafting: Drafting,
    row: usize,
    found: Memo<Found>,
    section: Memo<Section>,
) -> impl IntoView {
    let texts = texts();
    let points = Signal::derive(move || match section.get() {
        Section::Bonus => found.with(cap_of),
        _ => found.with(|one| one.points),
    });
    let put = Callback::new(move |tenths: Option<u32>| {
        drafting.change(Pace::typed_at("points", row), |draft| {
            draft.correct(row, |one| one.points = tenths);
        });
    });
    move || {
        let label = match section.get() {
            Section::Bonus => texts.editing.cap,
            _ => texts.authoring.points,
        };
        view! {
            <NumberField
                label=label
                value=points
                on_change=put
                unit=Unit::Tenths
                most=1_000
            />
        }
    }
}
