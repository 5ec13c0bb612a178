//! What the page of every handout has: the ways out, what can be chosen, what is left out, and the
//! handout itself.
//!
//! Not here: which handout it is.

use super::actions::HandoutActions;
use super::own_parts::OwnParts;
use super::paper::Paper;
use crate::app::material::Reach;
use crate::exchange::for_others::OwnPart;
use crate::handout::Handout;
use crate::sorted_set::SortedSet;
use crate::ui::components::EmptyState;
use crate::ui::speech::texts;
use leptos::prelude::*;

/// The page of a handout.
#[component]
pub fn Sheet(
    /// The handout; `None` if there is no assessment to make it of.
    made: Memo<Option<Handout>>,
    /// Which of the user's own parts are taken in.
    included: RwSignal<SortedSet<OwnPart>>,
    /// How much of the ledger goes into it.
    reach: Reach,
    /// Makes the file of the app that goes along in the page; `None` if there is none.
    #[prop(optional)]
    data: Option<Callback<(), Option<String>>>,
    /// Whether it is of a kind in which none of the user's own parts can stand.
    #[prop(optional)]
    none_of_own: bool,
    /// What can be chosen, if anything.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let is_made = Memo::new(move |_| made.with(Option::is_some));
    let choices = children.map(|choices| {
        view! { <section class="stack handout-choices">{choices()}</section> }
    });
    view! {
        {move || match is_made.get() {
            true => ways_out(made, data).into_any(),
            false => view! { <EmptyState text=texts().result.empty /> }.into_any(),
        }}
        {choices}
        {(!none_of_own).then(|| view! { <OwnParts included=included reach=reach /> })}
        {move || made.get().map(|handout| view! { <Paper handout=handout /> })}
    }
}

/// The ways out, which stay while the handout changes.
fn ways_out(
    made: Memo<Option<Handout>>,
    data: Option<Callback<(), Option<String>>>,
) -> Option<AnyView> {
    let first = made.get_untracked()?;
    let handout = Signal::derive(move || made.get().unwrap_or_else(|| first.clone()));
    Some(match data {
        Some(data) => view! { <HandoutActions handout=handout data=data /> }.into_any(),
        None => view! { <HandoutActions handout=handout /> }.into_any(),
    })
}
