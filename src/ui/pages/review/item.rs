//! What whoever checks writes about one item (逐条审核): what was found, a remark, and what is to be
//! put right.
//!
//! Not here: keeping it (`app::commands`).

use super::words::{found_words, said_words, title_of};
use crate::app::commands::Pace;
use crate::app::state::AppState;
use crate::ledger::{Found, Review};
use crate::review::Said;
use crate::standard::{ItemId, PointsUnit, StandardPack};
use crate::typed_number::Unit;
use crate::ui::components::{
    Button, Choice, ChoiceRow, DateField, Disclosure, NoteField, NumberField, Selection, Weight,
};
use crate::ui::speech::{language, texts};
use leptos::prelude::*;
use std::sync::Arc;

/// The most points that can be given where the pack says nothing.
const MOST_POINTS: u32 = 1_000;

/// What is kept about one item. It is a handle.
#[derive(Clone, Copy)]
pub struct Kept {
    state: AppState,
    item: StoredValue<Option<ItemId>>,
    /// What is written; `None` while nothing is.
    pub review: Memo<Option<Review>>,
}

impl Kept {
    /// What is kept about an item in the open period, or about all of it.
    pub fn of(state: AppState, item: Option<ItemId>) -> Self {
        let about = item.clone();
        let review = Memo::new(move |_| {
            let period = state
                .assessment
                .with(|one| one.as_ref().map(|one| one.period))?;
            state.ledger.with(|ledger| {
                let reviews = crate::review::reviews_of(ledger, period);
                reviews.get(&about).map(|(_, one)| (*one).clone())
            })
        });
        Self {
            state,
            item: StoredValue::new(item),
            review,
        }
    }

    /// Changes it.
    pub fn write(self, pace: Pace, change: impl FnOnce(&mut Review)) {
        self.state.write_review(self.item.get_value(), pace, change);
    }

    fn read<Value: Clone + PartialEq + Send + Sync + 'static>(
        self,
        read: fn(&Review) -> Value,
        empty: Value,
    ) -> Signal<Value> {
        Signal::derive(move || {
            let kept = self.review.with(|one| one.as_ref().map(read));
            kept.unwrap_or_else(|| empty.clone())
        })
    }

    fn field(self) -> String {
        self.item
            .with_value(|item| item.as_ref().map(ToString::to_string))
            .unwrap_or_default()
    }
}

/// One item, folded to a line that says what both sides say.
#[component]
pub fn OneItem(pack: Arc<StandardPack>, item: ItemId, said: Said) -> impl IntoView {
    let (state, language) = (AppState::expect(), language());
    let texts = language.texts();
    let words = &texts.review;
    let kept = Kept::of(state, Some(item.clone()));
    let title = title_of(&pack, Some(&item), language);
    let unit = pack.points_unit;
    let said_so = said_words(said, unit, texts);
    let summary = Signal::derive(move || {
        let found = kept
            .review
            .with(|one| one.as_ref().and_then(|one| one.found));
        let labelled = texts.me.labelled;
        let said = format!("{title} · {}", labelled(words.said, &said_so));
        match found {
            Some(_) => {
                let found = labelled(words.found, &found_words(found, unit, texts));
                format!("{said} · {found}")
            }
            None => said,
        }
    });
    view! {
        <Disclosure summary=summary>
            <Finding kept=kept said=said unit=unit />
            <Remark kept=kept label=words.remark />
            <Order kept=kept />
        </Disclosure>
    }
}

/// How it was found to stand.
#[component]
fn Finding(kept: Kept, said: Said, unit: PointsUnit) -> impl IntoView {
    let texts = texts();
    let words = &texts.review;
    let found = kept.read(|one| one.found, None);
    let choose = move |found| kept.write(Pace::Now, |one| one.found = found);
    let choices: Vec<Found> = match said {
        Said::Standing(_) | Said::Nothing => {
            vec![
                Found::Met,
                Found::Partly,
                Found::Unmet,
                Found::NotApplicable,
            ]
        }
        Said::Veto(_) => vec![Found::Clear, Found::Present],
        Said::Points(_, most) => {
            let points = Signal::derive(move || match found.get() {
                Some(Found::Points(points)) => Some(points),
                _ => None,
            });
            let most = if most == 0 { MOST_POINTS } else { most };
            let typed = match unit {
                PointsUnit::Whole => Unit::Whole,
                PointsUnit::Tenths => Unit::Tenths,
            };
            let change = move |points: Option<u32>| choose(points.map(Found::Points));
            return view! {
                <NumberField
                    label=(words.points_label)(unit.of(most).to_string())
                    value=points
                    on_change=change
                    unit=typed
                    most_kept=most
                />
            }
            .into_any();
        }
    };
    let none = Choice::plain(None, words.not_reviewed);
    let choices = choices
        .into_iter()
        .map(|found| Choice::plain(Some(found), found_words(Some(found), unit, texts)));
    let choices = std::iter::once(none).chain(choices);
    let selection = Selection::new(choices, move || Some(found.get()), choose);
    view! { <ChoiceRow label=words.found_label selection=selection /> }.into_any()
}

/// What is remarked about it.
#[component]
pub fn Remark(kept: Kept, label: &'static str) -> impl IntoView {
    let typed = move |text: String| {
        let pace = Pace::typed_at("review's remark", kept.field());
        kept.write(pace, |one| one.remark = text);
    };
    view! {
        <NoteField
            label=label
            lines=2
            value=kept.read(|one| one.remark.clone(), String::new())
            on_input=typed
        />
    }
}

/// What is to be put right, until when, and whether it was.
#[component]
pub fn Order(kept: Kept) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.review;
    let order = kept.read(|one| one.order.clone(), String::new());
    let is_there = Memo::new(move |_| order.with(|order| !order.trim().is_empty()));
    let typed = move |text: String| {
        let pace = Pace::typed_at("review's order", kept.field());
        kept.write(pace, |one| one.order = text);
    };
    let closed = kept.read(|one| one.closed_on, None);
    let toggle = Callback::new(move |()| {
        let today = state.today();
        kept.write(Pace::Now, |one| {
            one.closed_on = match one.closed_on {
                Some(_) => None,
                None => today,
            };
        });
    });
    let button = move || match closed.get() {
        Some(day) => view! {
            <p class="hint">{(words.closed_on)((texts.facts.day)(day, 0))}</p>
            <Button label=words.reopen weight=Weight::Quiet on_press=toggle />
        }
        .into_any(),
        None => view! { <Button label=words.closed on_press=toggle /> }.into_any(),
    };
    view! {
        <NoteField
            label=words.order
            hint=words.order_hint
            lines=2
            value=order
            on_input=typed
        />
        <Show when=move || is_there.get()>
            <DateField
                label=words.until
                value=kept.read(|one| one.until, None)
                on_change=move |day| kept.write(Pace::Now, |one| one.until = day)
            />
            {button}
        </Show>
    }
}
