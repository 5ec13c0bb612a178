//! A duty in the twelve months of a year (全年十二个月): in each month how what closes in it stands.
//!
//! Not here: the occurrences themselves (`occurrence`).

use super::standing::{DutyStanding, DutyState};
use super::tally::Tally;
use crate::standard::ItemId;

/// A duty in the twelve months of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearStrip {
    /// The duty.
    pub duty: ItemId,
    /// How what closes in each month stands, what presses most where several do; `None` if nothing
    /// closes in it, or if it closed before recording began.
    pub months: [Option<DutyStanding>; 12],
    /// How many there are, and how they stand.
    pub tally: Tally,
}

impl YearStrip {
    /// The strips of what closes in a year, in the order in which the duties first come.
    pub fn of(closing: &[DutyState]) -> Vec<Self> {
        let mut strips: Vec<Self> = Vec::new();
        for state in closing {
            if state.standing == DutyStanding::Earlier {
                continue;
            }
            let place = strips.iter().position(|strip| strip.duty == state.duty);
            let place = place.unwrap_or_else(|| {
                strips.push(Self::empty(state.duty.clone()));
                strips.len() - 1
            });
            if let Some(strip) = strips.get_mut(place) {
                strip.add(state);
            }
        }
        for strip in &mut strips {
            let own = closing.iter().filter(|state| state.duty == strip.duty);
            strip.tally = Tally::of(own);
        }
        strips
    }

    /// The months, 1 to 12, in which something is late.
    pub fn late_months(&self) -> Vec<u8> {
        let months = (1..).zip(&self.months);
        let late = months.filter(|(_, standing)| **standing == Some(DutyStanding::Late));
        late.map(|(month, _)| month).collect()
    }

    fn empty(duty: ItemId) -> Self {
        Self {
            duty,
            months: [const { None }; 12],
            tally: Tally::default(),
        }
    }

    fn add(&mut self, state: &DutyState) {
        let place = usize::from(state.occurrence.closes.month().clamp(1, 12) - 1);
        if let Some(month) = self.months.get_mut(place)
            && month
                .as_ref()
                .is_none_or(|known| presses(known) < presses(&state.standing))
        {
            *month = Some(state.standing.clone());
        }
    }
}

/// How much a standing presses: the more, the larger.
fn presses(standing: &DutyStanding) -> u8 {
    match standing {
        DutyStanding::Late => 5,
        DutyStanding::Due => 4,
        DutyStanding::NotYet => 3,
        DutyStanding::Missed(_) => 2,
        DutyStanding::Done(_) => 1,
        DutyStanding::Earlier => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::super::Occurrence;
    use super::*;

    #[test]
    fn each_month_shows_what_presses_most_in_it() {
        fn check(closing: &[(&str, DutyStanding)], expected: &str, tally: (usize, usize, usize)) {
            let states = closing.iter().map(|(span, standing)| DutyState {
                duty: ItemId::from("D"),
                occurrence: Occurrence::whole(span.parse().unwrap()),
                standing: standing.clone(),
                done: 0,
                wanted: 1,
                by: Vec::new(),
                without_head_count: 0,
                lacks_kind: false,
            });
            let states: Vec<DutyState> = states.collect();
            let strips = YearStrip::of(&states);
            let signs = |strip: &YearStrip| -> String {
                let sign = |standing: &Option<DutyStanding>| match standing {
                    None => '-',
                    Some(DutyStanding::Done(_)) => '+',
                    Some(DutyStanding::Late) => '!',
                    Some(DutyStanding::Due) => 'o',
                    Some(_) => '.',
                };
                strip.months.iter().map(sign).collect()
            };
            let found: Vec<String> = strips.iter().map(signs).collect();
            assert_eq!(found.join(" "), expected);
            let counted = strips.first().map(|strip| strip.tally).unwrap_or_default();
            assert_eq!((counted.done, counted.all, counted.late), tally);
        }

        let done = DutyStanding::Done(None);
        check(&[], "", (0, 0, 0));
        check(&[("2026-03", DutyStanding::Earlier)], "", (0, 0, 0));
        check(
            &[
                ("2026Q1", done.clone()),
                ("2026Q2", DutyStanding::Late),
                ("2026Q3", DutyStanding::Due),
                ("2026Q4", DutyStanding::NotYet),
            ],
            "--+--!--o--.",
            (1, 4, 1),
        );
        check(
            &[
                ("2026-06", done.clone()),
                ("2026Q2", DutyStanding::Late),
                ("2026-06", done),
            ],
            "-----!------",
            (2, 3, 1),
        );
    }
}
