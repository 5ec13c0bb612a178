//! What is to be put right by a review (整改要求): taken up one by one or all at once, and closed when
//! whoever checks has found it put right.
//!
//! Not here: the rectification itself (`rectifications`).

use crate::app::state::AppState;
use crate::review::{OrderState, order_state, orders_to_close, orders_to_take_up};
use crate::ui::components::{ActionRow, Button, ButtonLink};
use crate::ui::icons::IconName;
use crate::ui::route::Route;
use crate::ui::speech::texts;
use leptos::prelude::*;
use uuid::Uuid;

/// One tap for all orders that wait, and one for all that can be closed.
#[component]
pub fn AllOrders() -> impl IntoView {
    let (state, words) = (AppState::expect(), &texts().review);
    let counts = Memo::new(move |_| {
        let period = state
            .assessment
            .with(|one| one.as_ref().map(|one| one.period));
        let Some(period) = period else { return (0, 0) };
        state.ledger.with(|ledger| {
            let waiting = orders_to_take_up(ledger, period).len();
            (waiting, orders_to_close(ledger, period).len())
        })
    });
    let take_up = Callback::new(move |()| state.take_up_orders(None));
    let close = Callback::new(move |()| {
        state.close_by_review();
    });
    move || {
        let (waiting, to_close) = counts.get();
        view! {
            <ActionRow>
                {(waiting > 1).then(|| view! {
                    <Button label=(words.take_up_all)(waiting) on_press=take_up />
                })}
                {(to_close > 0).then(|| view! {
                    <Button label=(words.close_by)(to_close) on_press=close />
                })}
            </ActionRow>
        }
    }
}

/// What is to be put right of one item, and how far that is; nothing if nothing is.
#[component]
pub fn OneOrder(
    /// The entry of the review.
    id: Uuid,
) -> impl IntoView {
    let (state, texts) = (AppState::expect(), texts());
    let words = &texts.review;
    let order = Memo::new(move |_| {
        state.ledger.with(|ledger| {
            let review = ledger.reviews.get(&id)?;
            let how_far = order_state(ledger, id, review)?;
            Some((review.order.clone(), review.until, how_far))
        })
    });
    let take_up = Callback::new(move |()| state.take_up_orders(Some(id)));
    move || {
        let (text, until, how_far) = order.get()?;
        let until = until.map(|day| (texts.me.labelled)(words.until, &(texts.facts.day)(day, 0)));
        let next = match how_far {
            OrderState::Waiting => view! {
                <Button label=words.take_up icon=IconName::Plus on_press=take_up />
            }
            .into_any(),
            OrderState::UnderWay(one) | OrderState::ToClose(one) => view! {
                <ButtonLink
                    label=words.open_rectification
                    href=Route::Rectification(one).to_string()
                />
            }
            .into_any(),
            OrderState::Closed => view! { <p class="hint">{words.orders_closed}</p> }.into_any(),
        };
        Some(view! {
            <p><strong>{(texts.me.labelled)(words.order, &text)}</strong></p>
            {until.map(|until| view! { <p>{until}</p> })}
            <ActionRow>{next}</ActionRow>
        })
    }
}
