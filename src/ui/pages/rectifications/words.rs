//! How a rectification is named and marked: its problem in a line, where it comes from, how far it
//! has come.
//!
//! Not here: the words themselves (`text::rectifications`).

use crate::ledger::Card;
use crate::rectification::{Origin, Rectification, RectificationState};
use crate::standard::StandardPack;
use crate::text::{Language, Texts};
use crate::ui::components::{Mark, Tone};
use crate::ui::icons::IconName;
use crate::ui::speech::{item_name, say, texts};
use crate::visible_text::first_line;
use leptos::prelude::*;

/// How much of a problem stands in a row, in characters.
const ROW: usize = 36;

/// The problem in a line: its first line, cut where it is long.
pub fn short_problem(one: &Rectification, texts: &Texts) -> String {
    match first_line(&one.problem, ROW) {
        line if line.is_empty() => texts.rectifications.unnamed.to_owned(),
        line => line,
    }
}

/// Where a rectification comes from, in words; without the name of the indicator where the problem
/// is called by it already. What came of a card is told by the name of its mechanism.
pub fn origin_words(
    one: &Rectification,
    card: Option<&Card>,
    pack: Option<&StandardPack>,
    texts: &Texts,
    language: Language,
) -> String {
    let words = &texts.rectifications;
    match &one.origin {
        Origin::Indicator(id) => {
            let name = pack.map_or_else(|| id.to_string(), |pack| item_name(pack, id, language));
            match first_line(&one.problem, ROW) == name {
                true => words.origin_assessment.to_owned(),
                false => (words.origin_indicator)(name),
            }
        }
        Origin::WalkThrough(quarter) => (words.origin_walk)((texts.facts.quarter)(*quarter)),
        Origin::Review => {
            let of = card.zip(pack);
            let of = of.and_then(|(card, pack)| pack.checklist.mechanism(&card.mechanism));
            of.map_or_else(
                || words.origin_review.to_owned(),
                |one| say(&one.title, language),
            )
        }
        Origin::Signal(mechanism, key) => {
            let field = pack
                .and_then(|pack| pack.checklist.mechanism(mechanism))
                .and_then(|one| one.fields.iter().find(|field| field.key == *key));
            let name = field.map_or_else(|| key.clone(), |field| say(&field.label, language));
            (words.origin_signal)(name)
        }
        Origin::Other => words.origin_other.to_owned(),
    }
}

/// How far a rectification has come, or that its time is up.
#[component]
pub fn RectificationMark(
    /// How far it has come.
    #[prop(into)]
    state: Signal<RectificationState>,
    /// For how many days its time has been up; `None` if it is not.
    #[prop(into)]
    overdue: Signal<Option<i64>>,
) -> impl IntoView {
    let texts = texts();
    let parts = move || {
        let state = state.get();
        if let Some(days) = overdue.get() {
            return (IconName::Warning, (texts.duties.ended)(days), Tone::Unmet);
        }
        let (icon, tone) = match state {
            RectificationState::Found => (IconName::Ring, Tone::Open),
            RectificationState::Assigned => (IconName::Half, Tone::Partly),
            RectificationState::Resolved => (IconName::Half, Tone::Met),
            RectificationState::Closed => (IconName::Check, Tone::Met),
        };
        (icon, texts.rectifications.state(state).to_owned(), tone)
    };
    view! {
        <Mark
            icon=Signal::derive(move || parts().0)
            word=Signal::derive(move || parts().1)
            tone=Signal::derive(move || parts().2)
        />
    }
}
