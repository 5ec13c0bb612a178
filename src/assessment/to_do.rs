//! What is to be done now (待办), each thing once: duties, rectifications and indicators that are not
//! met, what presses most first.
//!
//! Not here: everything that a year holds (`duty`), and the words.

use super::indicator::Standing;
use super::outcome::Outcome;
use crate::duty::{Agenda, DutyState, Showing, fills};
use crate::ledger::Ledger;
use crate::order::sorted_by_key;
use crate::period::CivilDate;
use crate::rectification::in_order;
use crate::standard::{Indicator, ItemId, LedgerFact, StandardPack};
use uuid::Uuid;

/// How many days ahead something presses (快到期).
const SOON_DAYS: i64 = 7;

/// One thing to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ToDo {
    /// A duty that is late or due (责任项).
    Duty(DutyState),
    /// A problem that is not closed (整改), where its time is up or nearly so, or an indicator is not
    /// met because of it.
    Rectification {
        /// Its entry.
        id: Uuid,
        /// Until when it is to be closed, if that was set.
        until: Option<CivilDate>,
        /// The indicators that are not met because of it.
        indicators: Vec<ItemId>,
    },
    /// An indicator that is not met and of which nothing else here speaks (待整改).
    Indicator {
        /// The indicator.
        id: ItemId,
        /// How it stands: unmet, or met in part.
        standing: Standing,
    },
}

/// How much something presses, the most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Pressing {
    Late,
    Soon,
    Undated,
    Later,
}

impl ToDo {
    /// How many days are left for it: 0 on its last day, less once that is over. `None` if it has
    /// no last day.
    pub fn days_left(&self, today: CivilDate) -> Option<i64> {
        let last_day = match self {
            Self::Duty(state) => Some(state.occurrence.closes),
            Self::Rectification { until, .. } => *until,
            Self::Indicator { .. } => None,
        };
        last_day.map(|day| day.days_since(today))
    }

    /// Whether it is late, or will be within days (快到期).
    pub fn is_urgent(&self, today: CivilDate) -> bool {
        self.pressing(today) <= Pressing::Soon
    }

    fn pressing(&self, today: CivilDate) -> Pressing {
        match self.days_left(today) {
            None => Pressing::Undated,
            Some(days) if days < 0 => Pressing::Late,
            Some(days) if days <= SOON_DAYS => Pressing::Soon,
            Some(_) => Pressing::Later,
        }
    }
}

/// What is to be done today, what presses most first. Each thing stands here once: a duty where it
/// is late and due again, an indicator and the duty or problem that speaks of the same.
pub fn to_dos(
    pack: &StandardPack,
    outcome: &Outcome,
    agenda: &Agenda,
    ledger: &Ledger,
    today: CivilDate,
) -> Vec<ToDo> {
    let duties = agenda.most_pressing(usize::MAX).into_iter().cloned();
    let mut all: Vec<ToDo> = duties.map(ToDo::Duty).collect();
    all.extend(rectifications(pack, outcome, ledger, today));
    let of_indicators = outcome.to_make_good().into_iter().filter_map(|one| {
        let (_, indicator) = pack.indicator(&one.id)?;
        let is_named = all.iter().any(|other| speaks_of(other, indicator, pack));
        (!is_named).then(|| ToDo::Indicator {
            id: one.id.clone(),
            standing: one.standing,
        })
    });
    let of_indicators: Vec<ToDo> = of_indicators.collect();
    all.extend(of_indicators);
    sorted_by_key(all, |one| (one.pressing(today), one.days_left(today)))
}

/// How many duties and rectifications are late (超期).
pub fn overdue(agenda: &Agenda, ledger: &Ledger, today: CivilDate) -> usize {
    agenda.late.len() + ledger.count_rectifications(Some(today)).overdue
}

/// The rectifications that press, or because of which an indicator is not met.
fn rectifications(
    pack: &StandardPack,
    outcome: &Outcome,
    ledger: &Ledger,
    today: CivilDate,
) -> Vec<ToDo> {
    let lacking: Vec<&Indicator> = outcome
        .to_make_good()
        .into_iter()
        .filter_map(|one| Some(pack.indicator(&one.id)?.1))
        .collect();
    // The item about rectifications is unmet because of the one that is overdue for the longest.
    let mut of_all: Vec<ItemId> = lacking
        .iter()
        .filter(|one| one.filled_by == Some(LedgerFact::Rectifications))
        .map(|one| one.id.clone())
        .collect();
    let open = ledger.rectifications.iter().map(|(id, one)| (*id, one));
    let open = open.filter(|(_, one)| one.closed_on.is_none());
    let mut found = Vec::new();
    for (id, one) in in_order(open, today) {
        let own = one
            .indicator()
            .filter(|own| lacking.iter().any(|one| one.id == **own));
        let mut indicators: Vec<ItemId> = own.cloned().into_iter().collect();
        if one.is_overdue(today) {
            indicators.append(&mut of_all);
        }
        let to_do = ToDo::Rectification {
            id,
            until: one.until,
            indicators,
        };
        let ToDo::Rectification { indicators, .. } = &to_do else {
            continue;
        };
        if !indicators.is_empty() || to_do.is_urgent(today) {
            found.push(to_do);
        }
    }
    found
}

/// Whether something that is to be done speaks of the same as an indicator.
fn speaks_of(to_do: &ToDo, indicator: &Indicator, pack: &StandardPack) -> bool {
    match to_do {
        ToDo::Duty(state) => {
            let Some(duty) = pack.checklist.duty(&state.duty) else {
                return false;
            };
            match Showing::of(duty) {
                Showing::Record(of) => fills(&of, indicator, &pack.checklist),
                Showing::OneOf(_) | Showing::Card(_) => {
                    indicator.filled_by == Some(LedgerFact::Duty(duty.id.clone()))
                }
            }
        }
        ToDo::Rectification { indicators, .. } => indicators.contains(&indicator.id),
        ToDo::Indicator { id, .. } => *id == indicator.id,
    }
}
