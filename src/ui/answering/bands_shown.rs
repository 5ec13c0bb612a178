//! The bands of a scored indicator that fills itself (分档), with the one that applies ticked, so
//! that its points can be understood.
//!
//! Not here: choosing another band (`scored_form`).

use super::points_unit;
use crate::app::state::AppState;
use crate::standard::ScoredIndicator;
use crate::ui::icons::{Icon, IconName};
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;

/// The bands, none of which can be tapped.
#[component]
pub fn BandsShown(
    /// The scored indicator.
    indicator: ScoredIndicator,
    /// Its points; `None` while it has none.
    points: Signal<Option<u32>>,
) -> impl IntoView {
    let (texts, language) = (texts(), language());
    let words = &texts.assess;
    let unit = points_unit(AppState::expect());
    let rows = indicator.bands.into_iter().map(move |band| {
        let score = band.score;
        let applies = Memo::new(move |_| points.get() == Some(score));
        view! {
            <li class="band" class:band-applies=move || applies.get()>
                <span class="band-mark">
                    <Show when=move || applies.get()>
                        <Icon name=IconName::Check />
                        <span class="unseen">{words.band_applies}</span>
                    </Show>
                </span>
                <span>{say(&band.when, language)}</span>
                <span class="answer-detail">{(texts.answers.points_of)(unit.of(score))}</span>
            </li>
        }
    });
    view! { <ul class="bands">{rows.collect_view()}</ul> }
}
