//! 全年: the twelve months of a year, each with how much of what closes in it is done.
//!
//! Not here: the months themselves (`month`).

use super::closing_in;
use crate::app::state::AppState;
use crate::duty::Tally;
use crate::period::{Month, YEARS};
use crate::ui::components::{ActionRow, ButtonLink, LinkList, ListLink, Mark, Tone};
use crate::ui::icons::IconName;
use crate::ui::route::Route;
use crate::ui::speech::texts;
use leptos::prelude::*;

/// The months of a year.
#[component]
pub fn YearPage(
    /// The year.
    year: i32,
) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().duties);
    let closing = closing_in(state, year);
    let months = (1..=12_u8).filter_map(|number| Month::new(year, number));
    let months = months.map(|month| {
        let of_month = Memo::new(move |_| {
            closing.with(|all| {
                let own = all.iter().filter(|one| month.holds(one.occurrence.closes));
                Tally::of(own)
            })
        });
        let subtitle = Signal::derive(move || {
            let tally = of_month.get();
            (words.year_row)(tally.done, tally.all, tally.late)
        });
        let late = move || {
            (of_month.get().late > 0).then(|| {
                view! { <Mark icon=IconName::Warning word=words.standing_late tone=Tone::Unmet /> }
            })
        };
        view! {
            <ListLink
                title=(words.month_name)(month.number())
                subtitle=subtitle
                href=Route::Month(month).to_string()
            >
                {late}
            </ListLink>
        }
        .into_any()
    });
    let months: Vec<AnyView> = months.collect();
    let beside = |year: i32| Route::Year(year.clamp(*YEARS.start(), *YEARS.end())).to_string();
    view! {
        <LinkList>{months}</LinkList>
        <ActionRow>
            <ButtonLink label=words.previous_year href=beside(year - 1) />
            <ButtonLink label=words.next_year href=beside(year + 1) />
        </ActionRow>
    }
}
