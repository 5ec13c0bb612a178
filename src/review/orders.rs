//! What whoever checks wants put right (整改要求), and how far the organisation is with it.
//!
//! Not here: the rectification itself (`rectification`).

use super::rows::{Reviewed, SideBySide, latest_reply, reviews_of};
use crate::ledger::{Ledger, Review};
use crate::period::{CivilDate, Quarter};
use crate::rectification::Origin;
use uuid::Uuid;

/// How far an order is (整改要求的进展).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderState {
    /// Nothing was begun for it.
    Waiting,
    /// There is a rectification for it, by the id of its entry.
    UnderWay(Uuid),
    /// Whoever checks has found it put right, and its rectification is not closed here.
    ToClose(Uuid),
    /// It is closed on both sides, or was closed before anything was begun.
    Closed,
}

/// How far an order is; `None` if there is none.
pub fn order_state(ledger: &Ledger, id: Uuid, review: &Review) -> Option<OrderState> {
    if review.order.trim().is_empty() {
        return None;
    }
    let begun = latest_reply(ledger, id).and_then(|(_, reply)| reply.rectification);
    let known = begun.and_then(|begun| Some((begun, ledger.rectifications.get(&begun)?)));
    Some(match (known, review.closed_on) {
        (Some((_, one)), _) if one.closed_on.is_some() && review.closed_on.is_some() => {
            OrderState::Closed
        }
        (Some((id, one)), Some(_)) if one.closed_on.is_none() => OrderState::ToClose(id),
        (Some((id, _)), _) => OrderState::UnderWay(id),
        (None, Some(_)) => OrderState::Closed,
        (None, None) => OrderState::Waiting,
    })
}

/// How many items of a review wait for the organisation: it says otherwise and has not replied, or
/// something is to be put right for which nothing was begun.
pub fn waiting(both: &SideBySide, ledger: &Ledger) -> usize {
    let waits = |row: &&Reviewed| {
        let order = order_state(ledger, row.id, &row.review);
        row.waits() || order == Some(OrderState::Waiting)
    };
    both.rows().filter(waits).count()
}

/// The orders of a period for which nothing was begun, with where the rectification comes from.
pub fn orders_to_take_up(ledger: &Ledger, period: Quarter) -> Vec<(Uuid, Review, Origin)> {
    let reviews = reviews_of(ledger, period);
    let waiting = reviews
        .into_values()
        .filter(|(id, review)| order_state(ledger, *id, review) == Some(OrderState::Waiting));
    let with_origin = waiting.map(|(id, review)| {
        let origin = match &review.item {
            Some(item) => Origin::Indicator(item.clone()),
            None => Origin::Review,
        };
        (id, review.clone(), origin)
    });
    with_origin.collect()
}

/// The rectifications, each with the day on which whoever checks found it put right, that are not
/// closed here although the review of this period says that they are.
pub fn orders_to_close(ledger: &Ledger, period: Quarter) -> Vec<(Uuid, CivilDate)> {
    let reviews = reviews_of(ledger, period);
    let to_close =
        reviews
            .into_values()
            .filter_map(|(id, review)| match order_state(ledger, id, review) {
                Some(OrderState::ToClose(begun)) => Some((begun, review.closed_on?)),
                _ => None,
            });
    to_close.collect()
}
