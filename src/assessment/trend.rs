//! How basics and stars went over the last quarters (走势): a value for each quarter that was looked
//! at to its end.
//!
//! Not here: what changed from one quarter to the next (`comparison`).

use super::basics::BasicState;
use super::outcome::Outcome;
use super::stars::StarState;

/// How many quarters are looked back on, at most.
pub const MOST_QUARTERS: usize = 8;

/// How one basic or star went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trend {
    /// The key of the basic or star.
    pub key: String,
    /// Its value in each quarter, the earliest first: the share that was reached of a basic, in
    /// percent, or the points of a star. `None` if it was not looked at to its end, nothing was
    /// due, or the pack of that time did not have it or had another maximum for it.
    pub values: Vec<Option<u32>>,
    /// The highest possible value.
    pub maximum: u32,
}

/// How each basic of the last outcome went. The outcomes stand in the order of their quarters.
pub fn trends_of_basics(outcomes: &[Outcome]) -> Vec<Trend> {
    let basics = outcomes.last().map(|one| one.basics.as_slice());
    let trend = |key: &str| {
        let value = |one: &Outcome| {
            let basic = one.basic(key)?;
            let is_judged = matches!(
                basic.state,
                BasicState::Met | BasicState::MetSoFar | BasicState::Unmet
            );
            is_judged.then_some(basic.reached_percent)
        };
        Trend {
            key: key.to_owned(),
            values: latest(outcomes).iter().map(value).collect(),
            maximum: 100,
        }
    };
    let basics = basics.unwrap_or_default().iter();
    basics.map(|basic| trend(&basic.key)).collect()
}

/// How each star of the last outcome went that has points.
pub fn trends_of_stars(outcomes: &[Outcome]) -> Vec<Trend> {
    let stars = outcomes.last().map(|one| one.stars.as_slice());
    let stars = stars.unwrap_or_default().iter();
    let stars = stars.filter(|star| star.is_at_stake());
    let trend = |key: &str, maximum: u32| {
        let value = |one: &Outcome| {
            let star = one.star(key)?;
            let is_open = star.state == StarState::Incomplete || !star.open.is_empty();
            // Points out of another maximum are no point on the same line.
            (star.is_at_stake() && !is_open && star.maximum == maximum).then_some(star.score)
        };
        Trend {
            key: key.to_owned(),
            values: latest(outcomes).iter().map(value).collect(),
            maximum,
        }
    };
    stars.map(|star| trend(&star.key, star.maximum)).collect()
}

fn latest(outcomes: &[Outcome]) -> &[Outcome] {
    let from = outcomes.len().saturating_sub(MOST_QUARTERS);
    outcomes.get(from..).unwrap_or_default()
}
