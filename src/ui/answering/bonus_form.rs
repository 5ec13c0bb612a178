//! One bonus item (加分项): how many of each option.
//!
//! Not here: adding it to anything. Bonus points stand beside the score.

use super::{points_unit, value_of};
use crate::app::state::AppState;
use crate::assessment::AnswerValue;
use crate::standard::{Bonus, ItemId};
use crate::text::assess;
use crate::ui::components::{IndicatorCard, NumberField};
use crate::ui::speech::{language, say, texts};
use leptos::prelude::*;

/// One bonus item.
#[component]
pub fn BonusForm(
    /// The bonus item.
    bonus: Bonus,
) -> impl IntoView {
    let (state, words, language) = (AppState::expect(), &texts().assess, language());
    let unit = points_unit(state);
    let value = value_of(state, &bonus.id);
    let counts = move || match value.get() {
        Some(AnswerValue::Bonus(counts)) => counts,
        _ => Vec::new(),
    };
    let id = bonus.id.clone();
    let points = Signal::derive(move || points_of(state, &id, words).unwrap_or_default());
    let how_many = bonus.options.len();
    let scores = bonus.options.iter().any(|option| option.points > 0);
    let own_id = bonus.id.clone();
    let fields = bonus
        .options
        .into_iter()
        .enumerate()
        .map(move |(place, option)| {
            let id = own_id.clone();
            let hint = match option.points {
                0 => words.bonus_qualification.to_owned(),
                points => (words.bonus_points)(unit.of(points)),
            };
            let change = Callback::new(move |count: Option<u32>| {
                let mut all = counts();
                all.resize(how_many.max(all.len()), 0);
                all[place] = count.unwrap_or(0);
                let any = all.iter().any(|count| *count > 0);
                state.answer(&id, any.then_some(AnswerValue::Bonus(all)));
            });
            view! {
                <NumberField
                    label=say(&option.title, language)
                    hint=hint
                    value=Signal::derive(move || {
                        counts().get(place).copied().filter(|count| *count > 0)
                    })
                    on_change=change
                    most=99
                    stepper=true
                />
            }
        });
    let fields = fields.collect_view();
    let cap = bonus
        .cap
        .map_or_else(String::new, |cap| (words.bonus_cap)(unit.of(cap)));
    view! {
        <IndicatorCard
            id=format!("item-{}", bonus.id)
            title=say(&bonus.title, language)
            criterion=cap
            why=points
            level=3
        >
            <div class="bonus" class:bonus-scored=scores>{fields}</div>
        </IndicatorCard>
    }
}

/// What a bonus item gives, in words; `None` if it gives nothing.
fn points_of(state: AppState, id: &ItemId, words: &assess::Texts) -> Option<String> {
    state.outcome.with(|outcome| {
        let mut items = outcome.iter().flat_map(|one| &one.bonus.items);
        let own = items.find(|item| item.id == *id && item.points > 0)?;
        let capped = match own.capped {
            true => format!(" · {}", words.bonus_capped),
            false => String::new(),
        };
        Some(format!("+{}{capped}", points_unit(state).of(own.points)))
    })
}
