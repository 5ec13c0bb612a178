//! The page of a draft that is edited item by item: its parts, each with a row for every item, and
//! what was taken out.
//!
//! Not here: one item (`item`), and bringing the draft into use (`publish`).

use super::award::Award;
use super::changed_from::Restore;
use super::edited_head::EditedHead;
use super::edited_part::OnePart;
use super::editing::{Editing, name_of};
use super::publish::Publish;
use crate::app::commands::Pace;
use crate::drafting::editing::{
    Against, PartKind, PartOf, Snag, add_part, against, bring_back, bring_back_part, items_of,
    parts, removed_items, removed_parts, snags, title_of_part,
};
use crate::standard::{ItemId, StandardPack};
use crate::ui::components::{Button, Disclosure, Weight};
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;

/// The page of a draft that is edited.
#[component]
pub(super) fn Edited(editing: Editing) -> impl IntoView {
    let words = &texts().editing;
    let shape = Memo::new(move |_| {
        let pack = editing.pack.get();
        pack.map(|pack| parts(&pack)).unwrap_or_default()
    });
    let of_kind = move |duties: bool| {
        let own = shape.get().into_iter();
        let own = own.filter(|part| matches!(part, PartOf::Duties(_)) == duties);
        own.map(|part| view! { <OnePart editing=editing part=part /> })
            .collect_view()
    };
    let is_empty = Signal::derive(move || {
        let pack = editing.pack.get();
        pack.is_none_or(|pack| pack.item_ids().is_empty())
    });
    view! {
        <Summary editing=editing />
        <div class="stack-tight">{move || of_kind(false)}</div>
        <AddParts editing=editing />
        <Award editing=editing />
        <h2>{words.duties}</h2>
        <div class="stack-tight">{move || of_kind(true)}</div>
        <AddDuties editing=editing />
        <Removed editing=editing />
        <EditedHead editing=editing />
        <Publish id=editing.id is_empty=is_empty />
    }
}

/// How much there is, how much of it is the place's own, and what should be looked at.
#[component]
fn Summary(editing: Editing) -> impl IntoView {
    let words = &texts().editing;
    let line = move || {
        let pack = editing.pack.get()?;
        let all: Vec<PartOf> = parts(&pack);
        let items: Vec<ItemId> = all.iter().flat_map(|part| items_of(&pack, part)).collect();
        let used = all.iter().filter(|part| !items_of(&pack, part).is_empty());
        let mut said = vec![(words.counts)(items.len(), used.count())];
        if let Some(original) = editing.original.get() {
            let count = |wanted| {
                let is_it = |id: &&ItemId| against(&pack, &original, id) == wanted;
                items.iter().filter(is_it).count()
            };
            let of_parts = removed_parts(&pack, &original).into_iter();
            let of_parts = of_parts.map(|part| items_of(&original, &part).len());
            let removed = removed_items(&pack, &original).len() + of_parts.sum::<usize>();
            let counts = [
                (count(Against::Changed), words.changed_count),
                (count(Against::Own), words.own_count),
                (removed, words.removed_count),
            ];
            let counts = counts.into_iter().filter(|(count, _)| *count > 0);
            said.extend(counts.map(|(count, in_words)| in_words(count)));
        }
        Some(said.join(" · "))
    };
    let found = Memo::new(move |_| {
        let pack = editing.pack.get();
        let sentences: Option<Vec<String>> = pack.map(|pack| {
            snags(&pack)
                .iter()
                .map(|one| sentence(one, &pack))
                .collect()
        });
        sentences.unwrap_or_default()
    });
    let notes = move || {
        let line = |text: String| {
            view! { <p class="tone-partly"><span class="tag">{words.look}</span>" "{text}</p> }
        };
        found.get().into_iter().map(line).collect_view()
    };
    view! {
        <p role="status"><strong>{line}</strong></p>
        <div>{notes}</div>
    }
}

fn sentence(snag: &Snag, pack: &StandardPack) -> String {
    let words = &texts().editing;
    match snag {
        Snag::Unnamed(_) => words.snag_unnamed.to_owned(),
        Snag::BandsInNoOrder(id) => (words.snag_bands)(name_of(pack, id)),
        Snag::NoPoints(id) => (words.snag_points)(name_of(pack, id)),
        Snag::Weights { sum } => (words.snag_weights)(*sum),
        Snag::GradesInNoOrder => words.snag_grades.to_owned(),
        Snag::VetoOnNothing(id) => (words.snag_veto)(name_of(pack, id)),
    }
}

/// The buttons that add a part.
#[component]
fn AddParts(editing: Editing) -> impl IntoView {
    let words = &texts().editing;
    let add = move |kind| {
        Callback::new(move |()| {
            let fresh = editing.state.new_id();
            editing.change(Pace::Now, |pack| {
                add_part(pack, kind, words.new_part, fresh);
            });
        })
    };
    view! {
        <div class="stack-tight">
            <Button label=words.add_basic weight=Weight::Quiet on_press=add(PartKind::Basic) />
            <Button label=words.add_star weight=Weight::Quiet on_press=add(PartKind::Star) />
        </div>
    }
}

/// The button that adds a category of duties. Where the standard has none of its own, the built-in
/// ones stay on, and the way to change them is to take them over.
#[component]
fn AddDuties(editing: Editing) -> impl IntoView {
    let words = &texts().editing;
    let is_left_to_built_in = Memo::new(move |_| {
        let pack = editing.pack.get();
        pack.is_some_and(|pack| pack.checklist.is_empty())
    });
    let add = Callback::new(move |()| {
        let fresh = editing.state.new_id();
        editing.change(Pace::Now, |pack| {
            add_part(pack, PartKind::Duties, words.new_category, fresh);
        });
    });
    let take_over = Callback::new(move |()| editing.take_over_checklist());
    move || match is_left_to_built_in.get() {
        true => view! {
            <p class="hint">{words.built_in_duties}</p>
            <Button label=words.take_over_duties weight=Weight::Quiet on_press=take_over />
        }
        .into_any(),
        false => view! {
            <Button label=words.add_category weight=Weight::Quiet on_press=add />
        }
        .into_any(),
    }
}

/// What was taken out, each with the way back.
#[component]
fn Removed(editing: Editing) -> impl IntoView {
    let (words, language) = (&texts().editing, language());
    let removed = Memo::new(move |_| {
        let both = editing.pack.get().zip(editing.original.get());
        let Some((pack, original)) = both else {
            return Vec::new();
        };
        let parts = removed_parts(&pack, &original).into_iter().map(|part| {
            let title = title_of_part(&original, &part);
            let name = title.map(|title| say(title, language)).unwrap_or_default();
            (Gone::Part(part), name)
        });
        let items = removed_items(&pack, &original).into_iter();
        let items = items.map(|id| {
            let name = name_of(&original, &id);
            (Gone::Item(id), name)
        });
        parts.chain(items).collect::<Vec<(Gone, String)>>()
    });
    let rows = move || {
        let row = |(gone, name): (Gone, String)| {
            let back = editing.restoring(move |pack, original| match &gone {
                Gone::Part(part) => bring_back_part(pack, original, part),
                Gone::Item(id) => bring_back(pack, original, id),
            });
            let label = (words.bring_back)(name);
            view! { <Restore label=label weight=Weight::Quiet on_press=back /> }
        };
        removed.get().into_iter().map(row).collect_view()
    };
    let summary = Signal::derive(move || (words.removed)(removed.with(Vec::len)));
    view! {
        <Show when=move || removed.with(|all| !all.is_empty())>
            <Disclosure summary=summary>
                <div class="stack-tight">{rows}</div>
            </Disclosure>
        </Show>
    }
}

/// What was taken out.
#[derive(Clone, Debug, PartialEq)]
enum Gone {
    Part(PartOf),
    Item(ItemId),
}
