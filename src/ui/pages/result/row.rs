//! The row of an indicator in a result (指标一行): how it stands, why, and how far its rectification
//! has come.
//!
//! Not here: which indicators are listed (`everything`, `lacking`).

use crate::app::state::AppState;
use crate::assessment::IndicatorResult;
use crate::period::JudgingDay;
use crate::standard::StandardPack;
use crate::ui::answering::under_way;
use crate::ui::basis_words::basis_sentence;
use crate::ui::components::{ListLink, StandingMark};
use crate::ui::route::Route;
use crate::ui::speech::{item_name, language, texts};
use leptos::prelude::*;

/// The row of an indicator, which leads to its page.
pub fn indicator_row(
    result: &IndicatorResult,
    pack: &StandardPack,
    judging: JudgingDay,
    state: AppState,
) -> AnyView {
    let (texts, language) = (texts(), language());
    let standing = result.standing;
    let lines = [
        basis_sentence(result, judging, texts),
        under_way(state, &result.id, texts),
    ];
    let lines: Vec<String> = lines.into_iter().flatten().collect();
    view! {
        <ListLink
            title=item_name(pack, &result.id, language)
            href=Route::Indicator(result.id.clone()).to_string()
            subtitle=lines.join(" · ")
        >
            <StandingMark standing=standing />
        </ListLink>
    }
    .into_any()
}
