//! When the term ends, and the days on which it is to be looked at ahead (届满提醒), on a card.
//!
//! Not here: how these days are reckoned (`duty`), and the end of term itself, which the profile
//! has.

use super::kept::OfField;
use crate::app::state::AppState;
use crate::duty::term_reminders;
use crate::ui::components::{ButtonLink, Weight};
use crate::ui::route::Route;
use crate::ui::speech::texts;
use leptos::prelude::*;

/// The end of term, and the three days before it.
#[component]
pub fn Term(
    /// Which field it is.
    field: OfField,
) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.reading;
    let said = move || {
        let today = state.today()?;
        let end = state
            .organization
            .with(|one| one.as_ref().and_then(|one| one.term_end));
        let Some(end) = end else {
            let href = Route::Profile.to_string();
            return Some(
                view! {
                    <p>{words.term_unknown}</p>
                    <ButtonLink label=words.term_enter href=href weight=Weight::Quiet />
                }
                .into_any(),
            );
        };
        let day = |day| (texts.facts.day)(day, today.year());
        let lines = term_reminders(end, today).map(|one| {
            let say = match one.is_past {
                true => words.term_past,
                false => words.term_ahead,
            };
            view! { <li>{say(one.months, day(one.day))}</li> }
        });
        Some(
            view! {
                <p><strong>{(words.term_end)(day(end))}</strong></p>
                <ul class="figures">{lines.into_iter().collect_view()}</ul>
            }
            .into_any(),
        )
    };
    view! {
        <section class="form-block">
            <p class="label">{field.label}</p>
            {said}
        </section>
    }
}
