//! The handouts of a year: the book of records, the list of duties, and those of which nothing can
//! be chosen.
//!
//! Not here: what stands in them (`handout`).

use super::material::material_of;
use super::sheet::Sheet;
use crate::app::material::Reach;
use crate::handout::book::{BookPart, book, parts};
use crate::handout::duty_list::{Layout, duty_list, roles};
use crate::handout::{Handout, Material};
use crate::sorted_set::SortedSet;
use crate::standard::Role;
use crate::ui::components::{Choice, ChoiceRow, SelectField, Selection};
use crate::ui::route::cards_on_paper;
use crate::ui::speech::texts;
use leptos::prelude::*;

/// A handout of which nothing can be chosen.
#[component]
pub fn PlainPage(
    /// Makes it.
    make: fn(&Material) -> Handout,
) -> impl IntoView {
    let included = RwSignal::new(SortedSet::default());
    let material = material_of(Reach::Year, included);
    let made = Memo::new(move |_| material.get().map(|material| make(&material)));
    view! { <Sheet made=made included=included reach=Reach::Year /> }
}

/// 工作台账: the whole of it, or one part.
#[component]
pub fn BookPage() -> impl IntoView {
    let words = &texts().handouts;
    let included = RwSignal::new(SortedSet::default());
    let material = material_of(Reach::Year, included);
    let only = RwSignal::new(None::<BookPart>);
    let made = Memo::new(move |_| {
        let material = material.get()?;
        Some(only.with(|only| book(&material, only.as_ref())))
    });
    let offered = Memo::new(move |_| {
        let material = material.get();
        material
            .map(|material| parts(&material))
            .unwrap_or_default()
    });
    let field = move || {
        let all = Choice::plain(None, words.all_parts);
        let parts = offered.get().into_iter();
        let parts = parts.map(|(part, title)| Choice::plain(Some(part), title));
        let choices = std::iter::once(all).chain(parts);
        let choose = move |part| only.set(part);
        let selection = Selection::new(choices, move || Some(only.get()), choose);
        view! { <SelectField selection=selection /> }
    };
    view! {
        <Sheet made=made included=included reach=Reach::Year>
            <label class="labelled">
                <span>{words.which_part}</span>
                {field}
            </label>
        </Sheet>
    }
}

/// 机制台账: what stands on the cards of a mechanism, or on one of them.
#[component]
pub fn CardsOnPaperPage(
    /// The id of the mechanism; behind a dot, that of the card if it is one.
    of: String,
) -> impl IntoView {
    let part = match cards_on_paper(&of) {
        (_, Some(card)) => BookPart::Card(card),
        (mechanism, None) => BookPart::Mechanism(mechanism),
    };
    let included = RwSignal::new(SortedSet::default());
    let material = material_of(Reach::Year, included);
    let made = Memo::new(move |_| material.get().map(|material| book(&material, Some(&part))));
    view! { <Sheet made=made included=included reach=Reach::Year none_of_own=true /> }
}

/// 责任清单: by month or by person, of all or of one.
#[component]
pub fn DutyListPage() -> impl IntoView {
    let texts = texts();
    let words = &texts.handouts;
    let included = RwSignal::new(SortedSet::default());
    let material = material_of(Reach::Year, included);
    let (layout, only) = (
        RwSignal::new(Layout::default()),
        RwSignal::new(None::<Role>),
    );
    let made = Memo::new(move |_| {
        let material = material.get()?;
        Some(duty_list(&material, layout.get(), only.get()))
    });
    let layouts = Selection::new(
        [
            Choice::plain(Layout::Months, words.layout_months),
            Choice::plain(Layout::Persons, words.layout_persons),
        ],
        move || Some(layout.get()),
        move |chosen| layout.set(chosen),
    );
    let whose = move || {
        let material = material.get();
        let roles = material
            .map(|material| roles(&material))
            .unwrap_or_default();
        let all = Choice::plain(None, words.everyone);
        let roles = roles.into_iter();
        let roles = roles.map(|role| Choice::plain(Some(role), texts.duties.role(role)));
        let choices = std::iter::once(all).chain(roles);
        let choose = move |role| only.set(role);
        let selection = Selection::new(choices, move || Some(only.get()), choose);
        view! { <SelectField selection=selection /> }
    };
    view! {
        <Sheet made=made included=included reach=Reach::Year>
            <ChoiceRow label=words.layout selection=layouts />
            <label class="labelled">
                <span>{words.whose}</span>
                {whose}
            </label>
        </Sheet>
    }
}
