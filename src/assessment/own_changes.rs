//! Making changes of one's own to a pack (改本地设置): switching, putting another number, adding a
//! duty. What the pack has anyway is no change, and is not kept as one.
//!
//! Not here: what the changes come to (`local`).

use super::local::{LocalSettings, OwnDuty, Threshold};
use crate::period::Frequency;
use crate::sorted_map::SortedMap;
use crate::standard::{ItemId, Responsibility, Role};
use uuid::Uuid;

impl LocalSettings {
    /// Switches an indicator on or off, of which the pack says `issued`.
    pub fn switch_indicator(&mut self, id: &ItemId, on: bool, issued: bool) {
        keep(&mut self.switched, id.clone(), Some(on), Some(issued));
    }

    /// Switches a duty on or off. `issued` is what the pack says; `None` if it does not have it.
    pub fn switch_duty(&mut self, id: &ItemId, on: bool, issued: Option<bool>) {
        keep(&mut self.duties, id.clone(), Some(on), issued);
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
    /// One about which nothing is written yet: the secretary does it once a year.
    pub fn unwritten() -> Self {
        Self {
            title: String::new(),
            goal: String::new(),
            measure: String::new(),
            milestone: String::new(),
            role: Role::Secretary,
            frequency: Frequency::Year,
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

    #[test]
    fn what_the_pack_has_anyway_is_no_change() {
        let id = ItemId::from("D-GM");
        let mut local = LocalSettings::default();
        local.switch_duty(&id, false, Some(true));
        assert_eq!(local.duties.get(&id), Some(&false));
        local.switch_duty(&id, true, Some(true));
        assert!(local.is_empty());
        // What the pack does not have is always a change.
        local.switch_duty(&id, true, None);
        assert_eq!(local.duties.get(&id), Some(&true));

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
