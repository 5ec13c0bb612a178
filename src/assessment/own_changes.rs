//! Making changes of one's own to a pack (改本地设置): switching, putting another number, adding a
//! duty. What the pack has anyway is no change, and is not kept as one.
//!
//! Not here: what the changes come to (`local`).

use super::local::{LocalSettings, OwnDuty, Threshold};
use crate::duty::fell_due;
use crate::period::{CivilDate, Frequency};
use crate::sorted_map::SortedMap;
use crate::standard::{Checklist, Duty, ItemId, Responsibility, Role};
use uuid::Uuid;

impl LocalSettings {
    /// Switches an indicator on or off, of which the pack says `issued`.
    pub fn switch_indicator(&mut self, id: &ItemId, on: bool, issued: bool) {
        keep(&mut self.switched, id.clone(), Some(on), Some(issued));
    }

    /// Switches a duty of the pack on or off, and notes on which day: what fell due before it was
    /// switched on does not count. Without a day, nothing is noted.
    pub fn switch_duty(&mut self, duty: &Duty, on: bool, today: Option<CivilDate>) {
        if self.has_on(duty) != on {
            self.note_switched(duty, on, today);
        }
        keep(
            &mut self.duties,
            duty.id.clone(),
            Some(on),
            Some(duty.enabled),
        );
    }

    /// Notes from which day on duties count that are on in one checklist and were not in the one
    /// before it: the organisation is held against another pack, or another version of it.
    pub fn note_other_checklist(
        &mut self,
        before: &Checklist,
        after: &Checklist,
        today: CivilDate,
    ) {
        let is_on = |local: &Self, list: &Checklist, id: &ItemId| {
            let known = list.duty(id);
            known.is_some_and(|duty| local.has_on(duty))
        };
        for duty in &before.duties {
            if self.has_on(duty) && !is_on(self, after, &duty.id) {
                self.note_switched(duty, false, Some(today));
            }
        }
        for duty in &after.duties {
            // A file that brings the standard may bring the day as well.
            let is_noted = self.duties_since.contains_key(&duty.id) && !self.is_off(&duty.id);
            if self.has_on(duty) && !is_on(self, before, &duty.id) && !is_noted {
                self.note_switched(duty, true, Some(today));
            }
        }
    }

    /// The day from which a duty counts, one of the user's own as well (起算日); `None` if it counts
    /// for as long as anything is recorded.
    pub fn duty_since(&self, id: &ItemId) -> Option<CivilDate> {
        match self.own_duties.get(id) {
            Some(own) => own.since,
            None => self.duties_since.get(id).copied(),
        }
    }

    /// Puts the day from which a duty counts, or takes it back.
    pub fn put_duty_since(&mut self, id: &ItemId, day: Option<CivilDate>) {
        match self.own_duties.get_mut(id) {
            Some(own) => own.since = day,
            None => {
                self.duties_off_since.remove(id);
                keep(&mut self.duties_since, id.clone(), day, None);
            }
        }
    }

    /// Whether it is noted when a duty was switched off, and not that it was switched on again.
    fn is_off(&self, id: &ItemId) -> bool {
        let [off, on] = [&self.duties_off_since, &self.duties_since].map(|days| days.get(id));
        off.is_some() && off >= on
    }

    /// Whether a duty of the pack is on.
    fn has_on(&self, duty: &Duty) -> bool {
        self.duties.get(&duty.id).copied().unwrap_or(duty.enabled)
    }

    /// A duty that is switched on counts from that day, and as before until it was switched off.
    /// Where nothing of it fell due while it was off, it counts as if it had never been: a tick
    /// that was taken away by mistake and put back changes nothing.
    fn note_switched(&mut self, duty: &Duty, on: bool, today: Option<CivilDate>) {
        let off_since = match self.is_off(&duty.id) {
            true => self.duties_off_since.get(&duty.id).copied(),
            false => None,
        };
        match today {
            Some(today) if !on => drop(self.duties_off_since.insert(duty.id.clone(), today)),
            Some(today) if off_since.is_some_and(|first| fell_due(duty, first, today)) => {
                self.duties_since.insert(duty.id.clone(), today);
            }
            Some(today) if off_since.is_none() => {
                self.duties_off_since.remove(&duty.id);
                self.duties_since.insert(duty.id.clone(), today);
            }
            _ => drop(self.duties_off_since.remove(&duty.id)),
        }
    }

    /// Tells which kind of responsibility a duty is, or takes that back.
    pub fn tell_responsibility(&mut self, id: &ItemId, kind: Option<Responsibility>) {
        keep(&mut self.responsibilities, id.clone(), kind, None);
    }

    /// Switches a mechanism on or off, which would be `usual` without that.
    pub fn switch_mechanism(&mut self, id: &ItemId, on: bool, usual: bool) {
        keep(&mut self.mechanisms, id.clone(), Some(on), Some(usual));
    }

    /// Puts a threshold, or takes the own one back; the pack says `issued`.
    pub fn put_threshold(&mut self, threshold: Threshold, number: Option<u32>, issued: u32) {
        keep(&mut self.thresholds, threshold, number, Some(issued));
    }

    /// Puts how often a counted indicator is due, or takes that back; the pack says `issued`.
    pub fn put_times(&mut self, id: &ItemId, number: Option<u32>, issued: u32) {
        keep(&mut self.times, id.clone(), number, Some(issued));
    }
}

impl OwnDuty {
    /// One about which nothing is written yet: the secretary does it once a year, and it counts
    /// from this day.
    pub fn unwritten(since: Option<CivilDate>) -> Self {
        Self {
            title: String::new(),
            goal: String::new(),
            measure: String::new(),
            milestone: String::new(),
            role: Role::Secretary,
            frequency: Frequency::Year,
            since,
        }
    }

    /// How often a duty can be to be done, in the order in which that is offered.
    pub const FREQUENCIES: [Frequency; 6] = [
        Frequency::Month,
        Frequency::Quarter,
        Frequency::HalfYear,
        Frequency::Year,
        Frequency::Term,
        Frequency::Event,
    ];

    /// The id of one, from an id that nothing else has; its last digits are those that are random.
    pub fn id_of(id: Uuid) -> ItemId {
        let digits = id.simple().to_string();
        let (_, last) = digits.split_at(digits.len() - 12);
        ItemId(format!("OWN-{last}"))
    }
}

/// Keeps a value of one's own, unless it is none or the one that was issued.
fn keep<Key: Ord, Value: PartialEq>(
    own: &mut SortedMap<Key, Value>,
    key: Key,
    value: Option<Value>,
    issued: Option<Value>,
) {
    match value.filter(|value| Some(value) != issued.as_ref()) {
        Some(value) => drop(own.insert(key, value)),
        None => drop(own.remove(&key)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::standard::Certainty;

    /// A duty of each quarter that the pack has on or off.
    fn quarterly(enabled: bool) -> Duty {
        Duty {
            frequency: Frequency::Quarter,
            enabled,
            ..Duty::ticked("D".into(), Role::Secretary, Certainty::Suggestion)
        }
    }

    #[test]
    fn a_duty_counts_from_the_day_on_which_it_is_switched_on() {
        fn check(enabled: bool, switches: &[(&str, bool)], expected: Option<&str>) {
            check_both(enabled, switches, expected, None);
        }

        fn check_both(
            enabled: bool,
            switches: &[(&str, bool)],
            expected: Option<&str>,
            until: Option<&str>,
        ) {
            let (duty, mut local) = (quarterly(enabled), LocalSettings::default());
            for (day, on) in switches {
                local.switch_duty(&duty, *on, Some(day.parse().unwrap()));
            }
            let found = local.duty_since(&duty.id).map(|day| day.to_string());
            assert_eq!(found.as_deref(), expected, "{switches:?}");
            let off = local.duties_off_since.get(&duty.id);
            let off = off
                .filter(|_| local.has_on(&duty))
                .map(|day| day.to_string());
            assert_eq!(off.as_deref(), until, "{switches:?}");
        }

        check(true, &[], None);
        check(false, &[("2026-11-28", true)], Some("2026-11-28"));
        // What is on already is not switched on.
        check(true, &[("2026-11-28", true)], None);
        let twice = [("2026-03-01", true), ("2026-11-28", true)];
        check(false, &twice, Some("2026-03-01"));
        // A tick that was taken away by mistake, of a duty that was always on.
        check(true, &[("2026-11-28", false), ("2026-11-28", true)], None);
        check(true, &[("2026-11-28", false), ("2026-11-29", true)], None);
        // A quarter ended in between.
        let over = [("2026-09-30", false), ("2026-10-01", true)];
        check_both(true, &over, Some("2026-10-01"), Some("2026-09-30"));
        let later = [
            ("2026-03-01", true),
            ("2026-04-02", false),
            ("2026-04-03", true),
        ];
        check(false, &later, Some("2026-03-01"));
        // The clock was put back.
        check(true, &[("2026-11-28", false), ("2026-03-01", true)], None);
    }

    #[test]
    fn a_day_that_comes_with_a_standard_is_not_put_again() {
        // Of a file with both, the day of its own device was replaced by that of the import.
        let (duty, mut local) = (quarterly(true), LocalSettings::default());
        let day = |text: &str| text.parse::<CivilDate>().unwrap();
        let after = Checklist {
            duties: vec![duty.clone()],
            ..Checklist::default()
        };
        local.put_duty_since(&duty.id, Some(day("2026-03-01")));
        local.note_other_checklist(&Checklist::default(), &after, day("2026-11-28"));
        assert_eq!(local.duty_since(&duty.id), Some(day("2026-03-01")));
        local.note_other_checklist(&after, &Checklist::default(), day("2026-11-29"));
        local.note_other_checklist(&Checklist::default(), &after, day("2027-05-01"));
        assert_eq!(local.duty_since(&duty.id), Some(day("2027-05-01")));
    }

    #[test]
    fn a_day_of_the_users_own_stands_for_duties_of_the_pack_and_of_their_own() {
        let day: CivilDate = "2026-05-01".parse().unwrap();
        let own = ItemId::from("OWN-1");
        let mut local = LocalSettings::default();
        local
            .own_duties
            .insert(own.clone(), OwnDuty::unwritten(Some(day.days_later(9))));
        for id in [own, "D-GM".into()] {
            local.put_duty_since(&id, Some(day));
            assert_eq!(local.duty_since(&id), Some(day));
            local.put_duty_since(&id, None);
            assert_eq!(local.duty_since(&id), None);
        }
        assert!(local.duties_since.is_empty());
    }

    #[test]
    fn what_the_pack_has_anyway_is_no_change() {
        let id = ItemId::from("D-GM");
        let duty = Duty::ticked(id.clone(), Role::Secretary, Certainty::Suggestion);
        let mut local = LocalSettings::default();
        local.switch_duty(&duty, false, None);
        assert_eq!(local.duties.get(&id), Some(&false));
        local.switch_duty(&duty, true, None);
        assert!(local.is_empty());

        let mut local = LocalSettings::default();
        for (number, expected) in [
            (Some(90), Some(90)),
            (Some(80), None),
            (Some(70), Some(70)),
            (None, None),
        ] {
            local.put_threshold(Threshold::StarPass, number, 80);
            let kept = local.thresholds.get(&Threshold::StarPass).copied();
            assert_eq!(kept, expected, "{number:?}");
        }
        local.switch_indicator(&id, true, true);
        local.switch_mechanism(&id, false, false);
        local.put_times(&id, Some(2), 2);
        assert!(local.is_empty());
    }

    #[test]
    fn a_duty_of_ones_own_is_known_by_its_id() {
        let id = OwnDuty::id_of(Uuid::from_u128(0x0190_a6f0_0000_7000_8000_0000_dead_beef));
        assert_eq!(id.0, "OWN-0000deadbeef");
    }
}
