//! One row for each item that was reviewed, the differences first (对照表).
//!
//! Not here: what is to be put right (`orders`).

use crate::assessment::{Outcome, Standing, VetoAnswer};
use crate::ledger::{Found, Ledger, Reply, Review};
use crate::order::sorted_by_key;
use crate::period::Quarter;
use crate::sorted_map::SortedMap;
use crate::standard::{ItemId, StandardPack};
use uuid::Uuid;

/// What the organisation says of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// How an indicator stands.
    Standing(Standing),
    /// The points of a scored indicator, and the most there are; no points while it is open.
    Points(Option<u32>, u32),
    /// The answer to a veto, if there is one.
    Veto(Option<VetoAnswer>),
    /// Nothing: the pack does not ask it, or it is about the period as a whole.
    Nothing,
}

/// The part of the pack that an item is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A basic, by key.
    Basic(String),
    /// A star, by key.
    Star(String),
    /// The vetoes.
    Vetoes,
}

/// One item with what both sides say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewed {
    /// The entry of the review.
    pub id: Uuid,
    /// What whoever checked wrote.
    pub review: Review,
    /// What the organisation says.
    pub said: Said,
    /// What the organisation replied, with the id of the entry.
    pub reply: Option<(Uuid, Reply)>,
}

/// A reviewed period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SideBySide {
    /// What is said of the period as a whole.
    pub whole: Option<Reviewed>,
    /// The items in which the two differ, in the order of the pack.
    pub differing: Vec<Reviewed>,
    /// The items in which they agree, or of which only something is remarked.
    pub agreeing: Vec<Reviewed>,
}

impl Reviewed {
    /// Whether the two sides differ (不一致).
    pub fn differs(&self) -> bool {
        let Some(found) = self.review.found else {
            return false;
        };
        match (self.said, found) {
            (Said::Standing(said), found) => standing_of(found) != Some(said),
            (Said::Points(said, _), Found::Points(found)) => said != Some(found),
            (Said::Veto(said), Found::Present) => said != Some(VetoAnswer::Present),
            (Said::Veto(said), Found::Clear) => said != Some(VetoAnswer::Clear),
            // What cannot be held against each other is looked at.
            (Said::Points(..) | Said::Veto(_) | Said::Nothing, _) => true,
        }
    }

    /// How many points more the organisation gives itself than were found; negative if it gives
    /// itself fewer, `None` if there is nothing to reckon.
    pub fn points_apart(&self) -> Option<i64> {
        match (self.said, self.review.found) {
            (Said::Points(Some(said), _), Some(Found::Points(found))) => {
                Some(i64::from(said) - i64::from(found))
            }
            _ => None,
        }
    }

    /// Whether it waits for a reply: the two differ, and neither was it accepted nor answered.
    pub fn waits(&self) -> bool {
        let is_answered = |(_, reply): &(Uuid, Reply)| reply.accepted || !reply.text.is_empty();
        self.differs() && !self.reply.as_ref().is_some_and(is_answered)
    }
}

impl SideBySide {
    /// All rows, in the order in which they are shown.
    pub fn rows(&self) -> impl Iterator<Item = &Reviewed> {
        let whole = self.whole.iter();
        whole.chain(&self.differing).chain(&self.agreeing)
    }

    /// Whether nothing was reviewed.
    pub fn is_empty(&self) -> bool {
        self.rows().next().is_none()
    }
}

/// How an indicator stands by what was found of it.
fn standing_of(found: Found) -> Option<Standing> {
    Some(match found {
        Found::Met => Standing::Met,
        Found::Partly => Standing::Partly,
        Found::Unmet => Standing::Unmet,
        Found::NotApplicable => Standing::NotApplicable,
        Found::Points(_) | Found::Present | Found::Clear => return None,
    })
}

/// All items that can be reviewed, with their part and what the organisation says, in the order of
/// the pack.
pub fn items(pack: &StandardPack, outcome: &Outcome) -> Vec<(Part, ItemId, Said)> {
    let basics = outcome.basics.iter().flat_map(|basic| {
        let part = Part::Basic(basic.key.clone());
        let asked = basic.indicators.iter();
        let asked = asked.filter(|one| one.standing != Standing::Off);
        asked.map(move |one| (part.clone(), one.id.clone(), Said::Standing(one.standing)))
    });
    let stars = outcome.stars.iter().flat_map(|star| {
        let part = Part::Star(star.key.clone());
        star.indicators.iter().map(move |one| {
            let said = Said::Points(one.points, one.maximum);
            (part.clone(), one.id.clone(), said)
        })
    });
    let asked = |id: &ItemId| pack.veto(id).is_some();
    let vetoes = outcome.vetoes.iter().filter(|one| asked(&one.id));
    let vetoes = vetoes.map(|one| (Part::Vetoes, one.id.clone(), Said::Veto(one.answer)));
    basics.chain(stars).chain(vetoes).collect()
}

/// The reviews of a period that say something, by item. Should two devices have written about one
/// item, the one begun later stands.
pub fn reviews_of(ledger: &Ledger, period: Quarter) -> SortedMap<Option<ItemId>, (Uuid, &Review)> {
    let of_period = ledger.reviews.iter();
    let of_period = of_period.filter(|(_, one)| one.period == period && !one.is_empty());
    // Ids sort by the time of their making, so that the later one comes last and stays.
    let by_item = of_period.map(|(id, one)| (one.item.clone(), (*id, one)));
    by_item.collect()
}

/// The reply to a review; of several the one begun last.
pub fn latest_reply(ledger: &Ledger, review: Uuid) -> Option<(Uuid, &Reply)> {
    let replies = ledger.replies.iter();
    let mut to_it = replies.filter(|(_, one)| one.review == review);
    to_it.next_back().map(|(id, one)| (*id, one))
}

/// Both columns of a period.
pub fn side_by_side(
    pack: &StandardPack,
    outcome: &Outcome,
    ledger: &Ledger,
    period: Quarter,
) -> SideBySide {
    let reviews = reviews_of(ledger, period);
    let known = items(pack, outcome);
    let place = |item: &ItemId| known.iter().position(|(_, id, _)| id == item);
    let row = |id: Uuid, review: &Review, said: Said| Reviewed {
        id,
        review: review.clone(),
        said,
        reply: latest_reply(ledger, id).map(|(id, reply)| (id, reply.clone())),
    };
    let mut both = SideBySide::default();
    let mut placed = Vec::new();
    for (item, (id, review)) in reviews {
        match item {
            None => both.whole = Some(row(id, review, Said::Nothing)),
            Some(item) => {
                let at = place(&item);
                let said = at.and_then(|at| known.get(at)).map(|(_, _, said)| *said);
                let said = said.unwrap_or(Said::Nothing);
                placed.push((at.unwrap_or(usize::MAX), row(id, review, said)));
            }
        }
    }
    for (_, row) in sorted_by_key(placed, |(at, row)| (*at, row.id)) {
        match row.differs() {
            true => both.differing.push(row),
            false => both.agreeing.push(row),
        }
    }
    both
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(said: Said, found: Option<Found>) -> Reviewed {
        let period = "2026Q3".parse().unwrap();
        let mut review = Review::begun(period, Some("ORG-01".into()));
        review.found = found;
        Reviewed {
            id: Uuid::from_u128(1),
            review,
            said,
            reply: None,
        }
    }

    #[test]
    fn two_sides_differ_where_they_do_not_say_the_same() {
        fn check(said: Said, found: Option<Found>, expected: bool) {
            assert_eq!(row(said, found).differs(), expected, "{said:?} {found:?}");
        }

        let standing = Said::Standing;
        check(standing(Standing::Met), None, false);
        check(standing(Standing::Met), Some(Found::Met), false);
        check(standing(Standing::Met), Some(Found::Partly), true);
        check(standing(Standing::Unchecked), Some(Found::Met), true);
        check(standing(Standing::Met), Some(Found::Points(3)), true);
        check(Said::Points(Some(12), 15), Some(Found::Points(12)), false);
        check(Said::Points(Some(12), 15), Some(Found::Points(9)), true);
        check(Said::Points(None, 15), Some(Found::Points(0)), true);
        check(
            Said::Veto(Some(VetoAnswer::Clear)),
            Some(Found::Clear),
            false,
        );
        check(
            Said::Veto(Some(VetoAnswer::Unclear)),
            Some(Found::Clear),
            true,
        );
        check(Said::Veto(None), Some(Found::Present), true);
        check(Said::Nothing, Some(Found::Met), true);
        check(Said::Nothing, None, false);
    }

    #[test]
    fn points_are_reckoned_from_the_organisation_to_whoever_checks() {
        fn check(said: Option<u32>, found: Option<u32>, expected: Option<i64>) {
            let row = row(Said::Points(said, 15), found.map(Found::Points));
            assert_eq!(row.points_apart(), expected);
        }

        check(Some(12), Some(9), Some(3));
        check(Some(9), Some(12), Some(-3));
        check(Some(9), Some(9), Some(0));
        check(None, Some(9), None);
        check(Some(9), None, None);
    }

    #[test]
    fn what_was_accepted_or_answered_waits_no_more() {
        fn check(accepted: bool, text: &str, expected: bool) {
            let mut row = row(Said::Standing(Standing::Met), Some(Found::Unmet));
            let mut reply = Reply::to(row.id, &row.review);
            reply.accepted = accepted;
            reply.text = text.to_owned();
            row.reply = Some((Uuid::from_u128(2), reply));
            assert_eq!(row.waits(), expected);
        }

        assert!(row(Said::Standing(Standing::Met), Some(Found::Unmet)).waits());
        check(false, "", true);
        check(true, "", false);
        check(false, "材料在档案柜", false);
    }

    #[test]
    fn of_two_that_wrote_about_one_item_the_later_stands() {
        let period: Quarter = "2026Q3".parse().unwrap();
        let about = |remark: &str| {
            let mut one = Review::begun(period, Some("ORG-01".into()));
            one.remark = remark.to_owned();
            one
        };
        let ledger = Ledger {
            reviews: SortedMap::from([
                (Uuid::from_u128(1), about("先")),
                (Uuid::from_u128(2), about("后")),
                (Uuid::from_u128(3), about("")),
            ]),
            ..Ledger::default()
        };
        let reviews = reviews_of(&ledger, period);
        assert_eq!(reviews.len(), 1);
        let known = reviews.get(&Some("ORG-01".into())).map(|(id, _)| *id);
        assert_eq!(known, Some(Uuid::from_u128(2)));
        assert!(reviews_of(&ledger, "2026Q2".parse().unwrap()).is_empty());
    }
}
