//! Grades, prerequisites and the lines that judge, of a draft that is edited.
//!
//! Not here: what the original says of them (`award_before`), and the pass line of one part
//! (`edited_part`).

use super::award_before::AwardBefore;
use super::editing::Editing;
use crate::app::commands::Pace;
use crate::drafting::editing::{
    Against, add_grade, against_award, put_grade_limit, remove_grade, rename_grade,
};
use crate::standard::StandardPack;
use crate::typed_number::Unit;
use crate::ui::components::{
    Button, Choice, Disclosure, NumberField, Select, Selection, TextField, Weight,
};
use crate::ui::icons::IconName;
use crate::ui::speech::texts;
use leptos::prelude::*;

/// Grades, prerequisites and lines, folded.
#[component]
pub(super) fn Award(editing: Editing) -> impl IntoView {
    let words = &texts().editing;
    let against = Memo::new(move |_| {
        let both = editing.pack.get().zip(editing.original.get());
        both.map_or(Against::Same, |(pack, original)| {
            against_award(&pack, &original)
        })
    });
    let summary = Signal::derive(move || match words.against(against.get()) {
        Some(mark) => format!("{} · {mark}", words.award),
        None => words.award.to_owned(),
    });
    view! {
        <Disclosure summary=summary>
            <div class="stack">
                <AwardBefore editing=editing against=against />
                <Grades editing=editing />
                <Prerequisites editing=editing />
                <Lines editing=editing />
            </div>
        </Disclosure>
    }
}

/// Something of the pack that is edited.
fn of_pack<Value: Default + Send + Sync + 'static>(
    editing: Editing,
    of: impl Fn(&StandardPack) -> Value + Send + Sync + 'static,
) -> Signal<Value> {
    Signal::derive(move || {
        let pack = editing.pack.get();
        pack.map(|pack| of(&pack)).unwrap_or_default()
    })
}

/// The grades, from the best to the last.
#[component]
fn Grades(editing: Editing) -> impl IntoView {
    let words = &texts().editing;
    let how_many = Memo::new(move |_| {
        let pack = editing.pack.get();
        pack.map_or(0, |pack| pack.award.grades.len())
    });
    let add = Callback::new(move |()| editing.change(Pace::Now, add_grade));
    let rows = move || {
        let all = how_many.get();
        let row = |place| view! { <Grade editing=editing place=place is_last=place + 1 == all /> };
        (0..all).map(row).collect_view()
    };
    view! {
        <section class="stack">
            <h3>{words.grades}</h3>
            {rows}
            <Button label=words.add_grade icon=IconName::Plus on_press=add />
        </section>
    }
}

#[component]
fn Grade(editing: Editing, place: usize, is_last: bool) -> impl IntoView {
    let words = &texts().editing;
    let name = of_pack(editing, move |pack| {
        let grade = pack.award.grades.get(place);
        grade.map(|one| one.title.zh.clone()).unwrap_or_default()
    });
    let rename = Callback::new(move |text: String| {
        editing.change(Pace::typed_at("grade", place), |pack| {
            rename_grade(pack, place, &text);
        });
    });
    // A grade that was just added has no limit yet.
    let limit = of_pack(editing, move |pack| {
        let grade = pack.award.grades.get(place);
        grade.map(|one| one.at_least).filter(|percent| *percent > 0)
    });
    let put = Callback::new(move |percent: Option<u32>| {
        editing.change(Pace::typed_at("limit", place), |pack| {
            put_grade_limit(pack, place, percent.unwrap_or(0));
        });
    });
    let remove = Callback::new(move |()| {
        editing.change(Pace::Now, |pack| remove_grade(pack, place));
    });
    let is_only = is_last && place == 0;
    let limit = match is_last {
        true => view! { <p class="hint">{words.grade_rest}</p> }.into_any(),
        false => view! {
            <NumberField
                label=(words.grade_limit)(place + 1)
                value=limit
                on_change=put
                least=1
                most=100
            />
        }
        .into_any(),
    };
    view! {
        <div class="card stack-tight">
            <TextField label=(words.grade_name)(place + 1) value=name on_input=rename />
            <div class="action-row">
                {limit}
                {(!is_only)
                    .then(|| view! {
                        <Button
                            label=words.remove
                            spoken=(words.remove_grade)(place + 1)
                            icon=IconName::Bin
                            weight=Weight::Quiet
                            on_press=remove
                        />
                    })}
            </div>
        </div>
    }
}

/// The part that has to be reached first, and the sum that all of them need besides.
#[component]
fn Prerequisites(editing: Editing) -> impl IntoView {
    let words = &texts().editing;
    let parts = Memo::new(move |_| {
        let pack = editing.pack.get();
        let stars = pack.iter().flat_map(|pack| &pack.stars);
        let named = stars.map(|star| (star.key.clone(), star.title.zh.clone()));
        named.collect::<Vec<(String, String)>>()
    });
    let first = move || {
        let none = Choice::plain(None, words.first_part_none);
        let each = parts.get().into_iter();
        let each = each.map(|(key, name)| Choice::plain(Some(key), name));
        let chosen = move || {
            let pack = editing.pack.get()?;
            Some(pack.award.first_star.clone())
        };
        let choose = move |key: Option<String>| {
            editing.change(Pace::Now, |pack| pack.award.first_star = key);
        };
        let choices = std::iter::once(none).chain(each).collect::<Vec<_>>();
        let selection = Selection::new(choices, chosen, choose);
        view! { <Select label=words.first_part selection=selection /> }
    };
    let sum = of_pack(editing, |pack| pack.award.all_stars_sum);
    let put = Callback::new(move |tenths: Option<u32>| {
        editing.change(Pace::typed("sum"), |pack| pack.award.all_stars_sum = tenths);
    });
    view! {
        <Show when=move || parts.with(|all| all.len() > 1)>
            <section class="stack">
                <h3>{words.prerequisites}</h3>
                {first}
                <NumberField
                    label=words.sum_besides
                    hint=words.sum_besides_hint
                    value=sum
                    on_change=put
                    unit=Unit::Tenths
                    most=9_999
                />
            </section>
        </Show>
    }
}

/// From which share on a part without points is met.
#[component]
fn Lines(editing: Editing) -> impl IntoView {
    let words = &texts().editing;
    let has_basics = Memo::new(move |_| {
        let pack = editing.pack.get();
        pack.is_some_and(|pack| !pack.basics.is_empty())
    });
    let met = of_pack(editing, |pack| Some(pack.judgement.basic_met_percent));
    let put_met = Callback::new(move |percent: Option<u32>| {
        editing.change(Pace::typed("met"), |pack| {
            let before = pack.judgement.basic_met_percent;
            pack.judgement.basic_met_percent = percent.unwrap_or(before);
        });
    });
    let partly = of_pack(editing, |pack| Some(pack.judgement.partly_weight_percent));
    let put_partly = Callback::new(move |percent: Option<u32>| {
        editing.change(Pace::typed("partly"), |pack| {
            let before = pack.judgement.partly_weight_percent;
            pack.judgement.partly_weight_percent = percent.unwrap_or(before);
        });
    });
    view! {
        <Show when=move || has_basics.get()>
            <section class="stack">
                <h3>{words.lines}</h3>
                <NumberField
                    label=words.line_met
                    value=met
                    on_change=put_met
                    always=true
                    least=1
                    most=100
                />
                <NumberField
                    label=words.line_partly
                    value=partly
                    on_change=put_partly
                    always=true
                    least=1
                    most=100
                />
            </section>
        </Show>
    }
}
