//! The tick by which a kind of what is for the user's eyes alone (只给自己看) is taken in.
//!
//! Not here: which kinds there are, and what is said of each (the pages that show them).

use crate::exchange::for_others::OwnPart;
use crate::sorted_set::SortedSet;
use crate::ui::components::Tick;
use leptos::prelude::*;

/// A tick that takes one kind in.
#[component]
pub fn IncludePart(
    part: OwnPart,
    line: String,
    included: RwSignal<SortedSet<OwnPart>>,
) -> impl IntoView {
    let asked = part.clone();
    let is_included = Signal::derive(move || included.with(|parts| parts.contains(&asked)));
    let change = Callback::new(move |on| {
        included.update(|parts| {
            match on {
                true => parts.insert(part.clone()),
                false => parts.remove(&part),
            };
        });
    });
    view! {
        <Tick on=is_included on_change=change>
            <span class="tick-text">{line}</span>
        </Tick>
    }
}
