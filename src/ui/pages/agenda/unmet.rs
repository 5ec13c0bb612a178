//! 自评要补的: what is to be made good and what is still to be looked at, by basic.
//!
//! Not here: duties, records and rectifications.

use crate::app::state::AppState;
use crate::assessment::Standing;
use crate::ui::answering::under_way;
use crate::ui::basis_words::basis_sentence;
use crate::ui::components::{EmptyState, LinkList, ListLink, StandingMark};
use crate::ui::route::Route;
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;

/// What the assessment found to be made good, and what is still to be looked at.
#[component]
pub fn UnmetPage() -> impl IntoView {
    let (state, texts, language) = (AppState::expect(), texts(), language());
    let (Some(pack), Some(outcome)) = (
        state.pack_in_force.get_untracked(),
        state.outcome.get_untracked(),
    ) else {
        return view! { <EmptyState text=texts.result.empty /> }.into_any();
    };
    let group = |title: &'static str, wanted: &[Standing]| {
        let found = outcome.basics.iter().flat_map(|basic| &basic.indicators);
        let rows: Vec<_> = found
            .filter(|one| wanted.contains(&one.standing))
            .filter_map(|one| {
                let (basic, indicator) = pack.indicator(&one.id)?;
                let standing = one.standing;
                let lines = [
                    Some(say(&basic.title, language)),
                    basis_sentence(one, outcome.judging, texts),
                    under_way(state, &one.id, texts),
                ];
                let lines: Vec<String> = lines.into_iter().flatten().collect();
                let subtitle = lines.join(" · ");
                Some(
                    view! {
                        <ListLink
                            title=say(&indicator.title, language)
                            href=Route::Indicator(one.id.clone()).to_string()
                            subtitle=subtitle
                        >
                            <StandingMark standing=standing />
                        </ListLink>
                    }
                    .into_any(),
                )
            })
            .collect();
        (!rows.is_empty()).then(|| view! { <h2>{title}</h2><LinkList>{rows}</LinkList> })
    };
    let to_mend = group(texts.home.make_good, &[Standing::Unmet, Standing::Partly]);
    let to_look_at = group(texts.home.to_look_at, &[Standing::Unchecked]);
    let nothing = to_mend.is_none() && to_look_at.is_none();
    view! {
        {to_mend}
        {to_look_at}
        {nothing.then(|| view! { <EmptyState text=texts.home.make_good_none /> })}
    }
    .into_any()
}
