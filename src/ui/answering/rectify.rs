//! The way from an indicator to its rectification (列入整改、看整改): one tap begins one over the
//! page, and where one is open it leads there, since nothing is pursued twice.
//!
//! Not here: the rectification itself (`pages::rectifications`).

use crate::app::state::AppState;
use crate::assessment::Standing;
use crate::period::CivilDate;
use crate::rectification::{Origin, Rectification};
use crate::standard::ItemId;
use crate::text::Texts;
use crate::ui::components::{Button, ButtonLink, Weight};
use crate::ui::recording::Recorder;
use crate::ui::route::Route;
use crate::ui::speech::texts;
use leptos::prelude::*;

/// A quiet button below an indicator that is unmet or only partly met, or whose rectification is
/// open.
#[component]
pub fn Rectify(
    /// The indicator.
    indicator: ItemId,
    /// What stands in the rectification from the start.
    problem: String,
    /// How the indicator stands.
    standing: Signal<Option<Standing>>,
) -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().rectifications);
    let open = {
        let indicator = indicator.clone();
        Memo::new(move |_| {
            state
                .ledger
                .with(|ledger| ledger.open_rectification_of(&indicator))
        })
    };
    let wanted = Memo::new(move |_| standing.get().is_some_and(Standing::is_lacking));
    let recorder = Recorder::expect();
    let begin = Callback::new(move |()| {
        recorder.problem(Origin::Indicator(indicator.clone()), problem.clone());
    });
    move || match open.get() {
        Some(id) => {
            let href = Route::Rectification(id).to_string();
            let link = view! { <ButtonLink label=words.see href=href weight=Weight::Quiet /> };
            Some(view! { <div class="row">{link}</div> }.into_any())
        }
        None => wanted.get().then(|| {
            let button = view! { <Button label=words.begin weight=Weight::Quiet on_press=begin /> };
            view! { <div class="row">{button}</div> }.into_any()
        }),
    }
}

/// How far the open rectification of an indicator has come, in one line; `None` if there is
/// none.
pub fn under_way(state: AppState, indicator: &ItemId, texts: &Texts) -> Option<String> {
    let today = state.today()?;
    state.ledger.with(|ledger| {
        let id = ledger.open_rectification_of(indicator)?;
        let one = ledger.rectifications.get(&id)?;
        Some((texts.rectifications.under_way)(
            texts.rectifications.standing(one, today),
            until_words(one, today, texts),
        ))
    })
}

/// Until when it is to be done, in words; empty where there is no limit.
pub fn until_words(one: &Rectification, today: CivilDate, texts: &Texts) -> String {
    let day = |day| (texts.facts.day)(day, today.year());
    let until = one.until.map(day);
    until.map_or_else(String::new, texts.rectifications.until_day)
}
