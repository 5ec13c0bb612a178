//! One part of a draft that is edited: its items, a row each, its name, its place and its numbers.
//!
//! Not here: one item (`item`).

use super::changed_from::ChangedFrom;
use super::editing::{Editing, name_of};
use crate::app::commands::Pace;
use crate::drafting::editing::{
    Against, Direction, ItemKind, PartOf, add_item, against_part, form_of, items_of, move_part,
    put_part_numbers, remove_part, rename_part, restore_part, title_of_part,
};
use crate::standard::{ItemId, PointsUnit, StandardPack};
use crate::typed_number::Unit;
use crate::ui::components::{
    ActionRow, Button, Disclosure, LinkList, ListLink, NumberField, TextField, Weight,
};
use crate::ui::icons::IconName;
use crate::ui::navigation::Navigation;
use crate::ui::route::Route;
use crate::ui::speech::texts;
use leptos::prelude::*;

/// What is shown of an item in its row.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    id: ItemId,
    name: String,
    about: String,
    against: Against,
}

/// One part, folded.
#[component]
pub(super) fn OnePart(editing: Editing, part: PartOf) -> impl IntoView {
    let words = &texts().editing;
    let part = StoredValue::new(part);
    let lines = Memo::new(move |_| {
        let pack = editing.pack.get();
        let of = |pack: &StandardPack| {
            let ids = part.with_value(|part| items_of(pack, part)).into_iter();
            ids.map(|id| line(editing, pack, id)).collect::<Vec<Line>>()
        };
        pack.map(|pack| of(&pack)).unwrap_or_default()
    });
    let name = Memo::new(move |_| {
        let pack = editing.pack.get();
        let name = pack.map(|pack| part.with_value(|part| name_of_part(&pack, part)));
        name.unwrap_or_default()
    });
    let against = Memo::new(move |_| {
        let both = editing.pack.get().zip(editing.original.get());
        both.map_or(Against::Same, |(pack, original)| {
            part.with_value(|part| against_part(&pack, &original, part))
        })
    });
    let summary = Signal::derive(move || {
        let line = (words.part_line)(name.get(), lines.with(Vec::len));
        let marks = lines.with(|lines| marks(against.get(), lines));
        [line]
            .into_iter()
            .chain(marks)
            .collect::<Vec<_>>()
            .join(" · ")
    });
    let navigation = Navigation::expect();
    let add = Callback::new(move |()| {
        let fresh = editing.state.new_id();
        let mut added = None;
        editing.change(Pace::Now, |pack| {
            added = part.with_value(|part| add_item(pack, part, fresh));
        });
        if let Some(id) = added {
            navigation.go(&Route::DraftedItem(editing.address_of(&id)));
        }
    });
    // One that was just added is to be named and filled.
    let is_new = against.get_untracked() == Against::Own && lines.with_untracked(Vec::is_empty);
    view! {
        <Disclosure summary=summary open=is_new>
            <div class="stack">
                {move || view! { <Rows editing=editing lines=lines.get() /> }}
                <Button
                    label=Signal::derive(move || (words.add_item_to)(name.get()))
                    icon=IconName::Plus
                    on_press=add
                />
                <AboutPart
                    editing=editing
                    part=part.get_value()
                    name=name
                    against=against
                    is_new=is_new
                />
            </div>
        </Disclosure>
    }
}

/// What of a part is the place's own: how many of its items, or else the part itself. Of a part
/// that is the place's own everything is.
fn marks(against: Against, lines: &[Line]) -> Vec<String> {
    let words = &texts().editing;
    let of_part = words.against(against).map(str::to_owned);
    if against == Against::Own {
        return of_part.into_iter().collect();
    }
    let count = |wanted| lines.iter().filter(|line| line.against == wanted).count();
    let counts = [
        (count(Against::Changed), words.changed_count),
        (count(Against::Own), words.own_count),
    ];
    let counts = counts.into_iter().filter(|(count, _)| *count > 0);
    let counts: Vec<String> = counts.map(|(count, in_words)| in_words(count)).collect();
    match counts.is_empty() {
        true => of_part.into_iter().collect(),
        false => counts,
    }
}

#[component]
fn Rows(editing: Editing, lines: Vec<Line>) -> impl IntoView {
    let rows = lines.into_iter().map(|line| {
        let href = Route::DraftedItem(editing.address_of(&line.id)).to_string();
        view! { <ListLink title=line.name subtitle=line.about href=href /> }.into_any()
    });
    let rows: Vec<AnyView> = rows.collect();
    (!rows.is_empty()).then(|| view! { <LinkList>{rows}</LinkList> })
}

/// The name of a part.
pub(super) fn name_of_part(pack: &StandardPack, part: &PartOf) -> String {
    let words = &texts().authoring;
    match part {
        PartOf::Bonuses => words.bonus_part.to_owned(),
        PartOf::Vetoes => words.veto_part.to_owned(),
        part => title_of_part(pack, part)
            .map(|title| title.zh.clone())
            .unwrap_or_default(),
    }
}

fn line(editing: Editing, pack: &StandardPack, id: ItemId) -> Line {
    let texts = texts();
    let words = &texts.editing;
    let mut about = Vec::new();
    if let Some(form) = form_of(pack, &id) {
        if let Some(points) = form.points.filter(|_| form.kind == ItemKind::Scored) {
            about.push((texts.answers.points_of)(PointsUnit::Tenths.of(points)));
        }
        if let Some(frequency) = form.frequency {
            let often = texts.facts.frequency(frequency).to_owned();
            let times = form.duty.as_ref().map_or(1, |duty| duty.times);
            about.push((texts.duties.how_often_times)(often, times));
        }
    }
    let against = editing.against(&id);
    about.extend(words.against(against).map(str::to_owned));
    Line {
        against,
        name: name_of(pack, &id),
        about: about.join(" · "),
        id,
    }
}

/// The name of a part, its place, and its numbers.
#[component]
fn AboutPart(
    editing: Editing,
    part: PartOf,
    name: Memo<String>,
    against: Memo<Against>,
    is_new: bool,
) -> impl IntoView {
    let words = &texts().editing;
    let part = StoredValue::new(part);
    let has_name = part.with_value(|part| !matches!(part, PartOf::Bonuses | PartOf::Vetoes));
    let star = part.with_value(|part| match part {
        PartOf::Star(key) => Some(key.clone()),
        _ => None,
    });
    let rename = Callback::new(move |text: String| {
        let pace = Pace::typed_at("part", format!("{:?}", part.get_value()));
        editing.change(pace, |pack| {
            part.with_value(|part| rename_part(pack, part, text.trim()));
        });
    });
    let to = move |direction| {
        Callback::new(move |()| {
            editing.change(Pace::Now, |pack| {
                part.with_value(|part| move_part(pack, part, direction));
            });
        })
    };
    let remove = Callback::new(move |()| {
        editing.change(Pace::Now, |pack| {
            part.with_value(|part| remove_part(pack, part));
        });
    });
    let star = StoredValue::new(star);
    let summary = Signal::derive(move || match words.against(against.get()) {
        Some(mark) => format!("{} · {mark}", words.this_part),
        None => words.this_part.to_owned(),
    });
    has_name.then(|| {
        view! {
            <Disclosure summary=summary open=is_new>
                <div class="stack">
                    <Before editing=editing part=part.get_value() against=against />
                    <TextField label=words.part_name value=name on_commit=rename />
                    {star.get_value().map(|key| view! { <Numbers editing=editing key=key /> })}
                    <ActionRow>
                        <Button label=words.up on_press=to(Direction::Up) />
                        <Button label=words.down on_press=to(Direction::Down) />
                    </ActionRow>
                    <Button
                        label=words.remove_part
                        icon=IconName::Bin
                        weight=Weight::Quiet
                        on_press=remove
                    />
                </div>
            </Disclosure>
        }
    })
}

/// What the original says of a part that was changed, and the way back to it.
#[component]
fn Before(editing: Editing, part: PartOf, against: Memo<Against>) -> impl IntoView {
    let part = StoredValue::new(part);
    let line = move || {
        let original = editing.original.get()?;
        part.with_value(|part| Some(said_of_part(&original, part)))
    };
    let back = editing.restoring(move |pack, original| {
        part.with_value(|part| restore_part(pack, original, part));
    });
    view! {
        <Show when=move || against.get() == Against::Changed>
            <ChangedFrom on_restore=back>
                <p>{line}</p>
            </ChangedFrom>
        </Show>
    }
}

/// The name and the numbers of a part, in a line.
fn said_of_part(pack: &StandardPack, part: &PartOf) -> String {
    let texts = texts();
    let mut said = vec![name_of_part(pack, part)];
    let star = match part {
        PartOf::Star(key) => pack.star(key),
        _ => None,
    };
    if let Some(star) = star {
        let pass = pack.points(star.pass.unwrap_or(pack.award.star_pass));
        said.push((texts.me.labelled)(
            texts.editing.part_pass,
            &pass.to_string(),
        ));
        said.extend(star.weight_percent.map(texts.authoring.weighs));
    }
    said.join(" · ")
}

/// The pass line and the weight of a part with points.
#[component]
fn Numbers(editing: Editing, key: String) -> impl IntoView {
    let words = &texts().editing;
    let key = StoredValue::new(key);
    let number = move |of: fn(&StandardPack, &str) -> Option<u32>| {
        Signal::derive(move || {
            let pack = editing.pack.get()?;
            key.with_value(|key| of(&pack, key))
        })
    };
    let pass = number(|pack, key| {
        let star = pack.star(key)?;
        Some(star.pass.unwrap_or(pack.award.star_pass))
    });
    let weight = number(|pack, key| pack.star(key)?.weight_percent);
    let put_pass = Callback::new(move |tenths: Option<u32>| {
        editing.change(Pace::typed_at("pass", key.get_value()), |pack| {
            key.with_value(|key| put_part_numbers(pack, key, Some(tenths), None));
        });
    });
    let put_weight = Callback::new(move |percent: Option<u32>| {
        editing.change(Pace::typed_at("weight", key.get_value()), |pack| {
            key.with_value(|key| put_part_numbers(pack, key, None, Some(percent)));
        });
    });
    view! {
        <NumberField
            label=words.part_pass
            value=pass
            on_change=put_pass
            unit=Unit::Tenths
            most=1_000
        />
        <NumberField
            label=words.part_weight
            value=weight
            on_change=put_weight
            least=1
            most=100
        />
    }
}
