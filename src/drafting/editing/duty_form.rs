//! What can be written in a duty (一项责任的内容) beside what every item has: by whom, how often, in
//! which months and how.
//!
//! Not here: its name, goal, frequency and papers (`form`), and whether it makes sense (`mending`).

use super::form::{ItemForm, write_label};
use crate::period::Frequency;
use crate::standard::{Duty, Fulfilment, Responsibility, Role, Window};
use std::ops::RangeInclusive;

/// What is written in a duty alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DutyForm {
    /// The key of its level (层级).
    pub level: String,
    /// Who is to do it.
    pub role: Role,
    /// The kind of responsibility, where one is said.
    pub responsibility: Option<Responsibility>,
    /// How it is done (措施).
    pub measure: String,
    /// By when (节点).
    pub milestone: String,
    /// How often in each of its spans.
    pub times: u32,
    /// How many hours in each of its spans; `None` unless it counts hours in the place of times.
    pub hours: Option<u32>,
    /// The months in which it is due; for a yearly duty alone.
    pub window: Option<Window>,
    /// Whether it is on unless the user switches it off.
    pub enabled: bool,
}

impl DutyForm {
    /// Puts the first month, or takes the months away. The last month stays as far as it can; where
    /// there was none, it is December.
    pub fn begin_in(&mut self, from: Option<u8>) {
        let until = self.window.map_or(12, |window| window.to);
        self.window = from.map(|from| Window {
            from,
            to: until.max(from),
        });
    }

    /// Puts the last month, where there are months.
    pub fn end_in(&mut self, to: u8) {
        if let Some(window) = &mut self.window {
            window.to = to;
        }
    }

    /// The months in which it can end.
    pub fn ends(&self) -> RangeInclusive<u8> {
        self.window.map_or(1, |window| window.from)..=Window::LAST_MONTH
    }
}

/// In what it is written how much of a duty is to be done in each of its spans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// How often (几次).
    Times,
    /// How many hours (学时).
    Hours,
}

impl ItemForm {
    /// In what the amount of a duty is written. `None` if it is done as matters come up, and if it
    /// is no duty.
    pub fn amount(&self) -> Option<Amount> {
        let duty = self.duty.as_ref()?;
        match self.frequency? {
            Frequency::Event => None,
            // Hours are summed up over spans, of which a term has none.
            Frequency::Term => Some(Amount::Times),
            _ if duty.hours.is_some() => Some(Amount::Hours),
            _ => Some(Amount::Times),
        }
    }

    /// Whether it can have months of its own.
    pub fn has_months(&self) -> bool {
        self.duty.is_some() && self.frequency == Some(Frequency::Year)
    }
}

/// What stands in a duty now.
pub(super) fn of_duty(duty: &Duty) -> DutyForm {
    DutyForm {
        level: duty.level.clone(),
        role: duty.role,
        responsibility: duty.responsibility,
        measure: duty.measure.zh.clone(),
        milestone: duty.milestone.zh.clone(),
        times: duty.times,
        hours: match duty.done_by {
            Fulfilment::Hours { at_least, .. } => Some(at_least),
            _ => None,
        },
        window: duty.window,
        enabled: duty.enabled,
    }
}

/// Writes it into a duty.
pub(super) fn write_duty(duty: &mut Duty, form: &DutyForm) {
    duty.level.clone_from(&form.level);
    duty.role = form.role;
    duty.responsibility = form.responsibility;
    write_label(&mut duty.measure, &form.measure);
    write_label(&mut duty.milestone, &form.milestone);
    duty.times = form.times;
    if let (Fulfilment::Hours { at_least, .. }, Some(hours)) = (&mut duty.done_by, form.hours) {
        *at_least = hours;
    }
    duty.window = form.window;
    duty.enabled = form.enabled;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drafting::editing::form_of;
    use crate::standard::{Certainty, ItemId, OrganizationType, built_in_in_chinese};

    #[test]
    fn hours_and_months_are_for_spans_that_have_them() {
        fn check(hours: Option<u32>, frequency: Frequency, expected: (Option<Amount>, bool)) {
            let pack = built_in_in_chinese(OrganizationType::Village).unwrap();
            let id = &pack.checklist.duties[0].id;
            let mut form = form_of(&pack, id).unwrap();
            form.frequency = Some(frequency);
            form.duty.as_mut().unwrap().hours = hours;
            assert_eq!((form.amount(), form.has_months()), expected);
        }
        check(None, Frequency::Year, (Some(Amount::Times), true));
        check(Some(32), Frequency::Year, (Some(Amount::Hours), true));
        check(Some(8), Frequency::Quarter, (Some(Amount::Hours), false));
        check(Some(8), Frequency::Term, (Some(Amount::Times), false));
        check(None, Frequency::Event, (None, false));
    }

    #[test]
    fn the_last_month_follows_the_first() {
        fn check(window: Option<(u8, u8)>, from: Option<u8>, expected: Option<(u8, u8)>) {
            let id = ItemId::from("D-1");
            let duty = Duty::ticked(id, Role::Secretary, Certainty::LocalExample);
            let mut form = of_duty(&duty);
            form.window = window.map(|(from, to)| Window { from, to });
            form.begin_in(from);
            assert_eq!(form.window.map(|one| (one.from, one.to)), expected);
        }
        check(None, Some(3), Some((3, 12)));
        check(Some((1, 3)), Some(2), Some((2, 3)));
        check(Some((1, 3)), Some(6), Some((6, 6)));
        check(Some((10, 14)), Some(12), Some((12, 14)));
        check(Some((1, 3)), None, None);
        check(None, None, None);
    }
}
