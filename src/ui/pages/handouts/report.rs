//! 汇报单: the report of the open period.
//!
//! Not here: what stands in it (`handout::report`).

use super::material::{file_of_period, material_of};
use super::paragraph::{Paragraph, own_words};
use super::sheet::Sheet;
use crate::app::material::Reach;
use crate::app::state::AppState;
use crate::handout::report::{Extent, report};
use crate::sorted_set::SortedSet;
use crate::ui::components::{Choice, ChoiceRow, Disclosure, Selection};
use crate::ui::pages::list_alone::list_alone;
use crate::ui::speech::texts;
use leptos::prelude::*;

/// The report of the open period.
#[component]
pub fn ReportPage() -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().handouts);
    let included = RwSignal::new(SortedSet::default());
    let material = material_of(Reach::Period, included);
    let extent = RwSignal::new(Extent::default());
    let made = Memo::new(move |_| {
        let material = material.get()?;
        let own = own_words(state);
        Some(report(&material, extent.get(), own.as_deref()))
    });
    let extents = move || {
        let choices = [
            Choice::plain(Extent::Short, words.extent_short),
            Choice::plain(Extent::Full, words.extent_full),
        ];
        Selection::new(
            choices,
            move || Some(extent.get()),
            move |chosen| extent.set(chosen),
        )
    };
    let alone = list_alone(state);
    view! {
        <Sheet
            made=made
            included=included
            reach=Reach::Period
            data=file_of_period(state, included)
        >
            <Show when=move || !alone.get()>
                <ChoiceRow label=words.extent selection=extents() />
            </Show>
            <Disclosure summary=words.paragraph_fold>
                <Paragraph material=material />
            </Disclosure>
        </Sheet>
    }
}
